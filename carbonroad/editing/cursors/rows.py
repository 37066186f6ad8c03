"""The lines of a file as its indentation shows them, so that they can be read while it does not parse."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.read.vocabulary.words import SYNONYMS

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENING = "[{［｛"
CLOSING = "]}］｝"
_LINE = lazy_pattern(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_MARGIN = lazy_pattern(r"[ \t\u3000\xa0]*")
_DASH = lazy_pattern(r"[-－](?:[ \t]+|$)")
_QUOTED_KEY = lazy_pattern(r"(?P<quote>[\"'])(?P<key>.*?)(?P=quote)[ \t]*[:：]")
_COLON = lazy_pattern(r":(?=[ \t]|$)")
_TIGHT_COLON = lazy_pattern(r"[:：]")
BLOCK_SIGN = lazy_pattern(r"[|>][-+0-9]*[ \t]*(?:#.*)?$")
"""What begins a text of several lines, and nothing but a comment behind it."""
_ID_INSIDE = lazy_pattern(r"[{｛,，]\s*(?:id|编号)\s*[:：]\s*([^,，}｝]+)")
_COMMENT = lazy_pattern(r"(?:^|[ \t])#")
_TAB, _WIDE = 4, 2
"""Columns that a tab counts for, and a wide blank: YAML allows neither."""


class Row(NamedTuple):
    """One line that begins something: items of lists, a key, a value.

    Attributes:
        start: Offset of the line.
        end: Offset after its last character, the line's end left out.
        dashes: Columns of the dashes of items that begin on it.
        column: Where what follows them begins.
        content: Offset of the same.
        key: The key on it; None where there is none.
        key_end: Offset after the key, its closing quote included; `content` where there is none.
        value: Offset of the value on it; `end` where there is none.
        last: Offset after the last line of the value.
    """

    start: int
    end: int
    dashes: tuple[int, ...]
    column: int
    content: int
    key: str | None
    key_end: int
    value: int
    last: int


@cache
def known_keys() -> frozenset[str]:
    """Every key of the format in either language, and what people type for one."""
    return frozenset((*(key for shape in SHAPES.values() for key in shape.by_key), *SYNONYMS))


def rows_of(text: str, at: int, first: int, stop: int) -> Iterator[Row]:
    """Yield the lines that begin something; lines inside a value belong to the row above them.

    A line without a key or a dash is a row only where the cursor is in it.

    Args:
        text: The file.
        at: The cursor.
        first: Offset of the first line.
        stop: Offset after the last.
    """
    held: Row | None = None
    inside: _Inside | None = None
    for match in _LINE.finditer(text, first, stop):
        start, end = match.span(1)
        line = match[1]
        margin = _MARGIN.match(line)
        indent = margin.end() if margin else 0
        here = start <= at <= end
        if indent == len(line) or line[indent] == "#":
            if held is not None and inside is not None and here and width(line[: at - start]) > inside.column:
                held = held._replace(last=end)
            continue
        if held is not None and inside is not None and inside.holds(width(line[:indent]), line):
            held = held._replace(last=end)
            continue
        row = read_row(line, start, indent)
        if row.key is None and not row.dashes and not here:
            if held is not None and held.value < held.end and row.column > _home(held):
                held = held._replace(last=end)  # the text goes on
            continue
        if held is not None:
            yield held
        held, inside = row, _inside(row, text)
    if held is not None:
        yield held


def read_row(line: str, start: int, indent: int) -> Row:
    """Read one line that is not inside a value."""
    at, dashes = indent, []
    while (dash := _DASH.match(line, at)) is not None:
        dashes.append(width(line[:at]))
        at = dash.end()
    key, key_end, after = _key(line, at)
    value = after
    while value < len(line) and line[value] in " \t\u3000":
        value += 1
    end = start + len(line)
    return Row(
        start, end, tuple(dashes), width(line[:at]), start + at, key, start + key_end, start + value, end
    )


def unquoted(text: str) -> str:
    """Return a key or a value without the quotes that are round it."""
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def row_value(text: str, row: Row) -> str:
    """Return the value of a row as far as its line says it, without quotes and comment."""
    if row.value >= row.end:
        return ""
    return unquoted(text[row.value : comment_start(text, row.value, row.end)].strip())


def item_value(text: str, row: Row) -> str:
    """Return the value of an item, or its id where it is a map in brackets."""
    value = row_value(text, row)
    if value[:1] not in ("{", "｛"):
        return value
    ident = _ID_INSIDE.search(value)
    return unquoted(ident[1].strip()) if ident else ""


def comment_start(text: str, start: int, end: int) -> int:
    """Return where a comment begins behind a value that begins at `start`; `end` where there is none."""
    quote = text[start : start + 1]
    after = start
    if quote in ('"', "'") and start < end:
        closing = closing_quote(text, start, end)
        after = closing if closing > 0 else end
    found = _COMMENT.search(text[after:end]) if after < end else None
    if found is None:
        return end
    return after + found.end() - 1


def closing_quote(text: str, start: int, end: int) -> int:
    """Return the offset after the quote that closes the one at `start`; 0 where none does."""
    quote, at = text[start], start + 1
    while at < end:
        if text[at] == "\\" and quote == '"':
            at += 1
        elif text[at] == quote:
            if quote == '"' or text[at + 1 : at + 2] != "'":
                return at + 1
            at += 1
        at += 1
    return 0


def width(margin: str) -> int:
    """Return how many columns some characters at a line's beginning take."""
    return len(margin) + (_TAB - 1) * margin.count("\t") + (_WIDE - 1) * margin.count("\u3000")


def _home(row: Row) -> int:
    """The column that lines must be deeper than to belong to a row's value."""
    return row.column if row.key is not None or not row.dashes else row.dashes[-1]


def _key(line: str, at: int) -> tuple[str | None, int, int]:
    """A key of a line, its end and the end of the colon behind it."""
    if line[at : at + 1] in ('"', "'"):
        quoted = _QUOTED_KEY.match(line, at)
        return (
            (quoted["key"], quoted.end("quote") + len(quoted["key"]) + 1, quoted.end())
            if quoted
            else _no_key(at)
        )
    if line[at : at + 1] in OPENING or at >= len(line):
        return _no_key(at)
    stop = comment_start(line, at, len(line))
    colon = _COLON.search(line, at, stop) if stop < len(line) else _COLON.search(line, at)
    tight = _TIGHT_COLON.search(line, at, stop)
    if tight is not None and (colon is None or tight.start() < colon.start()):
        name = line[at : tight.start()].rstrip()
        if name in known_keys():  # such a colon is a mistake that is clear
            return name, at + len(name), tight.end()
    if colon is None or colon.start() == at:
        return _no_key(at)
    name = line[at : colon.start()].rstrip()
    return name, at + len(name), colon.end()


def _no_key(at: int) -> tuple[None, int, int]:
    return None, at, at


class _Inside:
    """A value that goes on below its line: lines deeper than `column` belong to it until it is closed."""

    __slots__ = ("_depth", "column", "style")

    def __init__(self, column: int, style: str, depth: int = 0) -> None:
        self.column = column
        self.style = style
        self._depth = depth

    def holds(self, column: int, line: str) -> bool:
        """Whether a line belongs to the value."""
        if column <= self.column or not self.style:
            return False
        if self.style in OPENING:
            self._depth += depth_of(line)
            if self._depth <= 0:
                self.style = ""
        elif self.style in "\"'" and self.style in line:
            self.style = ""
        return True


def _inside(row: Row, text: str) -> _Inside | None:
    value = text[row.value : row.end]
    if not value:
        return None
    sign = value[0]
    if BLOCK_SIGN.match(value):
        return _Inside(_home(row), "|")
    if sign in OPENING:
        depth = depth_of(value)
        return _Inside(_home(row), sign, depth) if depth > 0 else None
    if sign in "\"'" and not closing_quote(text, row.value, row.end):
        return _Inside(_home(row), sign)
    return None


def depth_of(line: str) -> int:
    """Return how many brackets of a line stay open, those in quotes and comments left out."""
    at, depth, before = 0, 0, " "
    while at < len(line):
        sign = line[at]
        if sign in "\"'" and before in " \t,[{:，":
            at = (closing_quote(line, at, len(line)) or len(line)) - 1
        elif sign == "#" and before in " \t":
            break
        elif sign in OPENING:
            depth += 1
        elif sign in CLOSING:
            depth -= 1
        before = sign
        at += 1
    return depth
