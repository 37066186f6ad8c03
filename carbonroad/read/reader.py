"""What reads one file's nodes: opens maps by the vocabulary and reports what does not fit."""

import unicodedata
from collections.abc import Iterable
from typing import Unpack

from carbonroad.base.record import make_record
from carbonroad.base.texts.nearest import Near, Spelling
from carbonroad.base.texts.said import any_of, say
from carbonroad.base.texts.scripts import has_han
from carbonroad.findings import Finding, Fix, Parts, Severity, Span, found
from carbonroad.model.place import Place, Where
from carbonroad.model.terms import Words
from carbonroad.read.codes import BY_NAME
from carbonroad.read.keys import report_both_spellings, report_missing, take_unknown_keys
from carbonroad.read.lengths import LONGEST, TOO_LONG, cut_long_values
from carbonroad.read.phrases import did_you_mean, head, replace, type_name
from carbonroad.read.vocabulary.shape import Enumeration, Shape
from carbonroad.read.vocabulary.words import WORD_SYNONYMS
from carbonroad.source.limits import MAX_FINDINGS
from carbonroad.source.yaml.nodes import NULLS, Mapping, Node, PartialMapping, Scalar

_QUOTES = frozenset(("'", '"'))
_SINGLE = say("a single value")
_MAP = say("a map of keys and values")


def _is_blank(text: str, style: str) -> bool:
    """Whether a value says nothing: no sign that is seen, or null without quotes."""
    return not text or text.isspace() or (text in NULLS and not style)


def words_at(path: str, node: Scalar) -> Words:
    """Wrap a scalar as typed with its place in a file."""
    span = make_record(Span, (path, node.start, node.end))
    return make_record(Words, (node.text, span, node.style in _QUOTES))


def words_of(reader: "Reader", nodes: Iterable[Node], pointer: str, wanted: str) -> tuple[Words, ...]:
    """Wrap the scalars of a list that say something; what is no scalar is reported."""
    path = reader.path
    words = []
    for node in nodes:
        if not isinstance(node, Scalar):
            reader.wrong_type(node, wanted, pointer)
        elif node.style or node.text not in NULLS:
            words.append(words_at(path, node))
    return tuple(words)


class Opened:
    """A map whose keys were recognised: its place and the value of each field that was given.

    Attributes:
        fields: Those of its place, to which what is found later may be added.
    """

    __slots__ = ("fields", "place", "shape", "values")

    def __init__(self, shape: Shape, place: Place, fields: dict[str, Where], values: dict[str, Node]) -> None:
        self.shape = shape
        self.place = place
        self.fields = fields
        self.values = values


class Reader:
    """Reads one file's nodes; keeps the findings. Never raises for what a file contains."""

    __slots__ = ("_counts", "findings", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self._counts: dict[Severity, int] = {}
        self.findings: list[Finding] = []

    def span(self, node: Node) -> Span:
        """Return where a node stands."""
        return Span(self.path, node.start, node.end)

    def words(self, node: Scalar) -> Words:
        """Wrap a scalar as typed with its place."""
        return words_at(self.path, node)

    def report(self, name: str, span: Span, message: str, **parts: Unpack[Parts]) -> None:
        """Add a finding of a rule of this floor, unless there are too many of its severity already."""
        rule = BY_NAME[name]
        number = self._counts[rule.severity] = self._counts.get(rule.severity, 0) + 1
        if number <= MAX_FINDINGS + 1:  # the one too many shows that there are too many
            self.findings.append(found(rule, span, message, **parts))

    def open(self, node: Node, shape: Shape, pointer: str) -> Opened | None:
        """Recognise the keys of a map. None, with a finding, if it is no map."""
        if not isinstance(node, Mapping):
            self.wrong_type(node, _MAP, pointer)
            return None
        fields: dict[str, Where] = {}
        place = make_record(Place, (self.path, pointer, node.start, node.end, fields))
        values: dict[str, Node] = {}
        names = shape.names
        for key, value in node.pairs:
            name = names.get(key.text)
            if name is None and key.text.startswith("x-"):
                continue
            if name is None or name in fields:
                return self._open_with_care(node, shape, pointer)
            fields[name] = (key.start, key.end, value.start, value.end)
            if value.__class__ is Scalar:
                text = value.text
                if not text or text.isspace() or (text in NULLS and not value.style):
                    continue  # says nothing
            values[name] = value
        if not shape.needed <= values.keys():
            return self._open_with_care(node, shape, pointer)
        if node.end - node.start > LONGEST:
            self._cut_long_values(shape, values, pointer)
        return Opened(shape, place, fields, values)

    def _cut_long_values(self, shape: Shape, values: dict[str, Node], pointer: str) -> None:
        """Report values that are too long and cut them: nothing may spend its time on them."""
        for name, scalar, most in cut_long_values(shape, values):
            self.report(
                "text-too-long",
                self.span(scalar),
                say(
                    "This value has {n:,} characters; up to {most:,} are read.",
                    n=len(scalar.text),
                    most=most,
                ),
                pointer=f"{pointer}.{name}" if pointer else name,
                label=TOO_LONG,
                help_=say("write the gist here and the rest under note")
                if most == LONGEST
                else say("divide it, or keep the document itself under sources"),
            )

    def _open_with_care(self, node: Mapping, shape: Shape, pointer: str) -> Opened:
        """Recognise the keys of a map of which something is to be reported."""
        fields: dict[str, Where] = {}
        place = Place(self.path, pointer, node.start, node.end, fields)
        values: dict[str, Node] = {}
        seen: dict[str, Scalar] = {}
        unknown: list[tuple[Scalar, Node]] = []
        empty: dict[str, tuple[Scalar, Scalar]] = {}
        by_key = shape.by_key
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
        if node.end - node.start > LONGEST:
            self._cut_long_values(shape, values, pointer)
        opened = Opened(shape, place, fields, values)
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
        exact = words.by_word.get(node.text)
        if exact is not None:
            return exact
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
