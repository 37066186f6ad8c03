"""The reader's bench: opens maps by the vocabulary and reports what does not fit."""

import unicodedata
from collections.abc import Iterable

from carbonroad.base.lazy_pattern import lazy_pattern
from carbonroad.base.nearest import nearest
from carbonroad.findings import Edit, Finding, Fix, Related, Span
from carbonroad.model.place import Place
from carbonroad.model.terms import Words
from carbonroad.read.codes import BY_NAME
from carbonroad.read.vocabulary import Enumeration, Field, Shape
from carbonroad.read.words import SYNONYMS
from carbonroad.source.nodes import MERGE, Mapping, Node, Scalar, Sequence, is_null

_UNSEEN = lazy_pattern("[\xad\u200b-\u200f\u2060\ufeff]")
_LONG_ENOUGH = 3
"""Characters a mistyped key must have for its value to be read: 目录 is not surely meant as 目标."""


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
        return Words(node.text, Span(self.path, node.start, node.end))

    def report(  # noqa: PLR0913  # one keyword for each part of a finding
        self,
        name: str,
        span: Span,
        message: str,
        *,
        pointer: str = "",
        label: str = "",
        help_: str = "",
        related: Iterable[Related] = (),
        fix: Fix | None = None,
    ) -> None:
        """Add a finding of a rule of this floor."""
        rule = BY_NAME[name]
        self.findings.append(
            Finding(
                code=rule.code,
                name=rule.name,
                severity=rule.severity,
                message=message,
                span=span,
                pointer=pointer,
                label=label,
                help=help_,
                related=tuple(related),
                fix=fix,
            )
        )

    def open(self, node: Node, shape: Shape, pointer: str) -> Opened | None:
        """Recognise the keys of a map. None, with a finding, if it is no map."""
        if not isinstance(node, Mapping):
            self.wrong_type(node, "a map of keys and values", pointer)
            return None
        place = Place(self.path, pointer, node.start, node.end, {})
        values: dict[str, Node] = {}
        seen: dict[str, Scalar] = {}
        unknown: list[tuple[Scalar, Node]] = []
        empty: dict[str, tuple[Scalar, Scalar]] = {}
        by_key, fields = shape.by_key, place.fields
        for key, value in node.pairs:
            field = by_key.get(key.text) or by_key.get(unicodedata.normalize("NFC", key.text))
            if field is None:
                if not key.text.startswith("x-"):
                    unknown.append((key, value))
                continue
            first = seen.setdefault(field.name, key)
            if first is not key:
                self._both_spellings(first, key, pointer)
                continue
            fields[field.name] = (key.start, key.end, value.start, value.end)
            if isinstance(value, Scalar) and (is_null(value) or not value.text or value.text.isspace()):
                empty[field.name] = key, value
            else:
                values[field.name] = value
        opened = Opened(shape, place, values)
        renamed = self._unknown_keys(unknown, opened, seen) if unknown else set()
        for field in shape.required:
            if field.name not in values and field.name not in renamed:
                self._missing(field, opened, empty.get(field.name))
        return opened

    def wrong_type(self, node: Node, wanted: str, pointer: str, help_: str = "") -> None:
        """Report a value of another type than the field has."""
        got = (
            "a map"
            if isinstance(node, Mapping)
            else "a list"
            if isinstance(node, Sequence)
            else "a single value"
        )
        self.report(
            "wrong-type",
            self.span(node),
            f"Here stands {got}, but this field takes {wanted}.",
            pointer=pointer,
            label=f"{wanted} expected",
            help_=help_ or f"write {wanted}",
        )

    def scalar(self, node: Node, pointer: str, wanted: str = "a single value") -> Scalar | None:
        """Return the node if it is a scalar, else report."""
        if isinstance(node, Scalar):
            return node
        self.wrong_type(node, wanted, pointer)
        return None

    def word(self, node: Node, words: Enumeration, pointer: str) -> str | None:
        """Read one of a fixed list of words."""
        scalar = self.scalar(node, pointer, f"one of: {', '.join(words.words)}")
        if scalar is None:
            return None
        text = scalar.text.strip()
        known = words.by_word.get(text) or words.by_word.get(text.lower())
        if known is not None:
            return known
        close = nearest(text, words.by_word)
        self.report(
            "unknown-word",
            self.span(node),
            f'"{scalar.text}" is not a word for this field.',
            pointer=pointer,
            label="unknown word",
            help_=(f'did you mean "{close}"? ' if close else "") + "Accepted: " + ", ".join(words.words),
            fix=_replace(scalar, close, safe=False) if close else None,
        )
        return None

    def _both_spellings(self, first: Scalar, second: Scalar, pointer: str) -> None:
        if first.text == second.text:
            return  # the same key twice was found with the syntax
        self.report(
            "key-in-both-spellings",
            self.span(second),
            f'"{second.text}" and "{first.text}" are the same key, written twice.',
            pointer=pointer,
            label="second spelling",
            help_="keep one of the two",
            related=(Related(self.span(first), "first written here"),),
        )

    def _unknown_keys(
        self, unknown: list[tuple[Scalar, Node]], opened: Opened, seen: dict[str, Scalar]
    ) -> set[str]:
        """Report unknown keys; return the fields that one of them stands for.

        The value under a mistyped key is read as the field's, so that nothing else is reported for it.
        """
        renamed: set[str] = set()
        shape = opened.shape
        for key, value in unknown:
            if key.text == MERGE:  # refused with the syntax; what it would have brought is unknown
                renamed.update(field.name for field in shape.required)
                continue
            hidden = None if key.style else shape.by_key.get(_seen(key.text))
            if hidden is not None:  # what cannot be seen has a finding of its own
                if hidden.name not in seen:
                    _take(opened, seen, hidden, key, value)
                continue
            synonym = SYNONYMS.get(key.text)
            close = synonym if synonym in shape.by_key else nearest(key.text, shape.by_key)
            field = shape.by_key[close] if close is not None else None
            free = field is not None and field.name not in seen
            if field is not None and free:
                renamed.add(field.name)
                if not is_null(value) and (close == synonym or len(key.text) >= _LONG_ENOUGH):
                    _take(opened, seen, field, key, value)
            keys = ", ".join(field.name for field in shape.fields)
            self.report(
                "unknown-key",
                self.span(key),
                f'"{key.text}" is not a key of {_article(shape.name)}.',
                pointer=opened.place.at(key.text),
                label="unknown key",
                help_=f'did you mean "{close}"?' if close else f"known keys: {keys}; or begin it with x-",
                fix=_replace(key, close, safe=True) if close and free else None,
            )
        return renamed

    def _missing(self, field: Field, opened: Opened, pair: tuple[Scalar, Scalar] | None) -> None:
        if pair is not None and _lost(*pair):
            return
        empty = None if pair is None else pair[0]
        name = f'"{field.name}" ({field.zh[0]})' if field.zh else f'"{field.name}"'
        what = _article(opened.shape.name).capitalize()
        self.report(
            "missing-key",
            self.span(empty) if empty is not None else opened.place.key(),
            f"{what} needs {name}, but it is empty." if empty is not None else f"{what} needs {name}.",
            pointer=opened.place.at(field.name),
            label="empty" if empty is not None else f"{field.name} is missing here",
            help_=f"add {field.name}: {field.says}",
        )


def _take(opened: Opened, seen: dict[str, Scalar], field: Field, key: Scalar, value: Node) -> None:
    """Read a value as a field's, though its key is not the field's name to the letter."""
    seen[field.name] = key
    opened.values[field.name] = value
    opened.place.fields[field.name] = (key.start, key.end, value.start, value.end)


def _lost(key: Scalar, value: Scalar) -> bool:
    """Whether a value was taken for an anchor or a tag, which has a finding of its own."""
    return not value.text and not value.style and value.end > key.end + 1


def _seen(text: str) -> str:
    """A key without the blanks around it and the signs in it that nobody can see."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text)).strip()


def _replace(node: Scalar, text: str, *, safe: bool) -> Fix:
    return Fix(f'replace "{node.text}" with "{text}"', safe, (Edit(node.start, node.end, text),))


def _article(name: str) -> str:
    if name in ("top", "file"):
        return "a roadmap file"
    if name == "industry":
        return "an industry file"
    return f"{'an' if name[0] in 'aeio' else 'a'} {name}"
