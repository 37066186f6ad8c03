"""Readers of what an item refers to: policy documents, and what must come before it; and of its reports."""

from collections.abc import Callable
from typing import TypeVar

from carbonroad.base.record import make_record
from carbonroad.model.terms import After, Citation, Report, Words
from carbonroad.read.checks import check_url
from carbonroad.read.fields import reader_of_value
from carbonroad.read.kinds import Read, read_line
from carbonroad.read.reader import Reader, words_at
from carbonroad.read.records import Records
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.read.vocabulary.term_shapes import AFTER, CITATION
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, Sequence, is_null

T = TypeVar("T")
_MORE_OF_A_CITATION = tuple(Citation._field_defaults.values())[1:]
_MORE_OF_AN_AFTER = tuple(After._field_defaults.values())
_URL = Citation._fields.index("url")


def id_or_number(node: Node, index: int) -> str:
    """The id an item is pointed at by, else its number."""
    if node.__class__ is Mapping and node.pairs:
        key, value = node.pairs[0]  # where nearly every item has it
        if key.text == "id" and value.__class__ is Scalar and value.text:
            return value.text
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            if key.text in ("id", "编号") and isinstance(value, Scalar) and value.text:
                return value.text
    return str(index)


def _read_several(
    of_scalar: Callable[[str, Scalar], T | None], of_map: Callable[[Reader, Node, str], T | None]
) -> Callable[[Reader, Node, str], tuple[T, ...]]:
    """Build a reader of one entry or a list of entries."""

    def read(reader: Reader, node: Node, pointer: str) -> tuple[T, ...]:
        path = reader.path
        entries = []
        for index, one in enumerate(node.items if isinstance(node, Sequence) else [node]):
            if one.__class__ is Scalar:
                entry = of_scalar(path, one)
            else:
                entry = of_map(reader, one, f"{pointer}[{id_or_number(one, index)}]")
            if entry is not None:
                entries.append(entry)
        return tuple(entries)

    return read


def _citation(path: str, node: Scalar) -> Citation | None:
    """A document, and behind a number sign where in it."""
    if is_null(node):
        return None
    ref, sign, clause = node.text.partition("#")
    words = words_at(path, node)
    if ref != ref.strip():
        words = _stripped(words, len(ref))
    elif sign:
        words = words.part(0, len(ref))
    return make_record(Citation, (words, clause.strip(), *_MORE_OF_A_CITATION))


def _stripped(words: Words, end: int) -> Words:
    """The words up to a character, without the blanks around them."""
    text = words.text[:end]
    start = len(text) - len(text.lstrip())
    return words.part(start, max(start, len(text.rstrip())))


def _read_citation(reader: Reader, node: Node, pointer: str) -> Citation | None:
    values = _CITATION.read(reader, node, pointer)
    if values is None:
        return None
    url = values[_URL]
    values[_URL] = ""
    if url is not None:
        values[_URL] = read_line(reader, url, f"{pointer}.url") or ""
        check_url(reader, url, f"{pointer}.url")
    return None if values[0] is None else make_record(Citation, values)


def _after(path: str, node: Scalar) -> After | None:
    return None if is_null(node) else make_record(After, (words_at(path, node), *_MORE_OF_AN_AFTER))


def _read_after(reader: Reader, node: Node, pointer: str) -> After | None:
    values = _AFTER.read(reader, node, pointer)
    return None if values is None or values[0] is None else make_record(After, values)


def read_report(reader: Reader, node: Node, pointer: str) -> Report | None:
    """Read one monitoring report; None, with a finding, if it has no date."""
    values = _REPORT.read(reader, node, pointer)
    if values is None or values[0] is None:
        return None
    values[0] = values[0].day
    return make_record(Report, values)


_read_citations = _read_several(_citation, _read_citation)


def reader_of_cited(kind: str) -> Read:
    """The reader of a kind that is a value or the documents it comes from."""
    return _read_citations if kind == "citations" else reader_of_value(kind)


read_afters = _read_several(_after, _read_after)
_CITATION = Records(Citation, CITATION, reader_of_cited, kept=("url",))
_AFTER = Records(After, AFTER, reader_of_cited)
_REPORT = Records(Report, SHAPES["report"], reader_of_cited)
