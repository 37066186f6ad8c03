"""The reader's bench: opens maps by the vocabulary and reports what does not fit."""

import unicodedata
from typing import Unpack

from carbonroad.base.nearest import Near, Spelling
from carbonroad.base.said import any_of, say
from carbonroad.findings import Finding, Fix, Parts, Span, found
from carbonroad.model.place import Place
from carbonroad.model.terms import Words
from carbonroad.read.codes import BY_NAME
from carbonroad.read.keys import report_both_spellings, report_missing, take_unknown_keys
from carbonroad.read.phrases import did_you_mean, has_han, head, replace, type_name
from carbonroad.read.vocabulary import Enumeration, Shape
from carbonroad.read.words import WORD_SYNONYMS
from carbonroad.source.nodes import NULLS, Mapping, Node, PartialMapping, Scalar

_QUOTES = frozenset(("'", '"'))
_SINGLE = say("a single value")
_MAP = say("a map of keys and values")


def _is_blank(text: str, style: str) -> bool:
    """Whether a value says nothing: no sign that is seen, or null without quotes."""
    return not text or text.isspace() or (text in NULLS and not style)


class Opened:
    """A map whose keys were recognised: its place and the value of each field that was given."""

    __slots__ = ("place", "shape", "values")

    def __init__(self, shape: Shape, place: Place, values: dict[str, Node]) -> None:
        self.shape = shape
        self.place = place
        self.values = values


class Reader:
    """Reads one file's nodes; keeps the findings. Never raises for what a file contains."""

    __slots__ = ("findings", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []

    def span(self, node: Node) -> Span:
        """Return where a node stands."""
        return Span(self.path, node.start, node.end)

    def words(self, node: Scalar) -> Words:
        """Wrap a scalar as typed with its place."""
        return Words(node.text, Span(self.path, node.start, node.end), node.style in _QUOTES)

    def report(self, name: str, span: Span, message: str, **parts: Unpack[Parts]) -> None:
        """Add a finding of a rule of this floor."""
        self.findings.append(found(BY_NAME[name], span, message, **parts))

    def open(self, node: Node, shape: Shape, pointer: str) -> Opened | None:
        """Recognise the keys of a map. None, with a finding, if it is no map."""
        if not isinstance(node, Mapping):
            self.wrong_type(node, _MAP, pointer)
            return None
        place = Place(self.path, pointer, node.start, node.end, {})
        values: dict[str, Node] = {}
        seen: dict[str, Scalar] = {}
        unknown: list[tuple[Scalar, Node]] = []
        empty: dict[str, tuple[Scalar, Scalar]] = {}
        by_key, fields = shape.by_key, place.fields
        for key, value in node.pairs:
            typed = key.text
            field = by_key.get(typed) or by_key.get(unicodedata.normalize("NFC", typed))
            if field is None:
                if not typed.startswith("x-"):
                    unknown.append((key, value))
                continue
            name = field.name
            first = seen.setdefault(name, key)
            if first is not key:
                report_both_spellings(self, first, key, pointer)
                continue
            fields[name] = (key.start, key.end, value.start, value.end)
            if isinstance(value, Scalar) and _is_blank(value.text, value.style):
                empty[name] = key, value
            else:
                values[name] = value
        opened = Opened(shape, place, values)
        renamed = take_unknown_keys(self, unknown, opened, seen) if unknown else set()
        # What is missing from a map that was not read whole may have been there.
        for field in () if isinstance(node, PartialMapping) else shape.required:
            if field.name not in values and field.name not in renamed:
                report_missing(self, field, opened, node, empty.get(field.name))
        return opened

    def wrong_type(
        self, node: Node, wanted: str, pointer: str, help_: str = "", fix: Fix | None = None
    ) -> None:
        """Report a value of another type than the field has; `wanted` names that as a `Said`."""
        self.report(
            "wrong-type",
            head(self.path, node),
            say("Here stands {got}, but this field takes {wanted}.", got=type_name(node), wanted=wanted),
            pointer=pointer,
            label=say("{wanted} expected", wanted=wanted),
            help_=help_ or say("write {wanted}", wanted=wanted),
            fix=fix,
        )

    def scalar(self, node: Node, pointer: str, wanted: str = _SINGLE) -> Scalar | None:
        """Return the node if it is a scalar, else report."""
        if isinstance(node, Scalar):
            return node
        self.wrong_type(node, wanted, pointer)
        return None

    def word(self, node: Node, words: Enumeration, pointer: str) -> str | None:
        """Read one of a fixed list of words."""
        if not isinstance(node, Scalar):
            self.wrong_type(node, say("one of {words}", words=any_of(list(words.words))), pointer)
            return None
        text = node.text.strip()
        known = words.by_word.get(text) or words.by_word.get(text.lower())
        if known is None:
            self._unknown_word(node, words, pointer)
        return known

    def _unknown_word(self, scalar: Scalar, words: Enumeration, pointer: str) -> None:
        text = scalar.text.strip()
        near = _near_word(text, words)
        chinese = has_han(text)
        accepted = ", ".join(word[0] if chinese and word else name for name, word in words.words.items())
        known = say("Accepted: {words}", words=accepted)
        self.report(
            "unknown-word",
            self.span(scalar),
            say('"{word}" is not a word for this field.', word=scalar.text),
            pointer=pointer,
            label=say("unknown word"),
            help_=say("{question} {known}", question=did_you_mean(near.words), known=known)
            if near.words
            else known,
            fix=replace(self.words(scalar), near.one, safe=near.sure) if near.one else None,
        )


def _near_word(text: str, words: Enumeration) -> Near:
    """The words of a list that a mistyped one may stand for: by its letters, else by what it means."""
    synonyms = {word: known for word, known in WORD_SYNONYMS.items() if known in words.by_word}
    synonym = synonyms.get(text.lower().replace("-", " ").replace("_", " "))
    if synonym is not None:
        return Near((synonym,))
    near = Spelling(words.by_word).near(text)
    if near.words:
        return near
    meant = [synonyms[word] for word in Spelling(synonyms).near(text).words]
    return Near(tuple(dict.fromkeys(meant)))
