"""Readers of fields by their kinds, and of all fields of an opened map."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from carbonroad.base.record import make_record
from carbonroad.model.terms import DeadlineWords, Words
from carbonroad.model.text import Text
from carbonroad.read.duties import DUTIES, read_duties
from carbonroad.read.kinds import ID, SCALAR_KINDS, Read
from carbonroad.read.reader import Opened, Reader, words_at
from carbonroad.read.texts import LONGEST_TITLE
from carbonroad.read.vocabulary.shape import Enumeration, Shape
from carbonroad.read.vocabulary.words import ENUMERATIONS
from carbonroad.source.yaml.nodes import Node, Scalar, is_null

ReaderOf = Callable[[str], Read]
"""Gives the reader of a kind of the vocabulary."""
Simple = Callable[[str, Scalar], Any]
"""Reads a single value in which nothing can be found; None where it has to be read with care.

Its first argument is the file.
"""
_READ_ELSEWHERE = frozenset(("actuals", "baseline", "ranges", "series", "targets"))


def read_fields(
    reader: Reader, opened: Opened, reader_of: ReaderOf, *, skip: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Read every given field of a map by its kind; what cannot be read is left out (and reported).

    Returns:
        Values by attribute name; the four keys of duties become one `duties`.
    """
    values: dict[str, Any] = {}
    given = opened.values
    pointer = opened.place.pointer
    before = f"{pointer}." if pointer else ""
    for name, attribute, read in _readers(opened.shape, reader_of, skip, tuple(given)):
        value = read(reader, given[name], before + name)
        if value is not None:
            values[attribute] = value
    if not given.keys().isdisjoint(DUTIES):
        values["duties"] = read_duties(reader, [given.get(name) for name in DUTIES], before)
    return values


@lru_cache(maxsize=1 << 8)
def _readers(
    shape: Shape, reader_of: ReaderOf, skip: tuple[str, ...], given: tuple[str, ...]
) -> tuple[tuple[str, str, Read], ...]:
    """The name, attribute and reader of each given field but those read together.

    Kept for each choice of keys, because a roadmap makes few of them.
    """
    return tuple(
        (field.name, field.attribute or field.name, reader_of(field.kind))
        for field in shape.fields
        if field.name in given
        and field.name not in DUTIES
        and field.kind not in _READ_ELSEWHERE
        and field.name not in skip
    )


def reader_of_value(kind: str) -> Read:
    """The reader of a kind that is a value: a text, a day, one of a list of words."""
    family, _, name = kind.partition(":")
    return _read_word(ENUMERATIONS[name]) if family == "word" else SCALAR_KINDS[kind]


def _read_word(words: Enumeration) -> Read:
    """Build a reader of one of a fixed list of words."""

    def read(reader: Reader, node: Node, pointer: str) -> str | None:
        return reader.word(node, words, pointer)

    return read


def simple_reader(kind: str) -> Simple | None:
    """What reads most single values of a kind at once; None where nothing does."""
    family, _, name = kind.partition(":")
    if family == "word":
        known = ENUMERATIONS[name].by_word
        return lambda _path, scalar: known.get(scalar.text)
    return _SIMPLE.get(kind)


def _id(_path: str, scalar: Scalar) -> str | None:
    text = scalar.text
    return text if text.isascii() and ID.fullmatch(text) else None


def _text(_path: str, scalar: Scalar) -> Text:
    return make_record(Text, ((("", scalar.text),),))


def _short_text(_path: str, scalar: Scalar) -> Text | None:
    text = scalar.text
    return make_record(Text, ((("", text),),)) if len(text) <= LONGEST_TITLE else None


def _refs(path: str, scalar: Scalar) -> tuple[Words, ...]:
    return () if is_null(scalar) else (words_at(path, scalar),)


def _deadline(path: str, scalar: Scalar) -> DeadlineWords:
    return make_record(DeadlineWords, (words_at(path, scalar), None))


_SIMPLE: dict[str, Simple] = {
    "id": _id,
    "text": _text,
    "short-text": _short_text,
    "line": lambda _path, scalar: scalar.text.strip(),
    "words": words_at,
    "ref": words_at,
    "refs": _refs,
    "deadline": _deadline,
}
