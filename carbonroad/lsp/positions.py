"""Lines and characters as editors count them, and offsets in code points as the program counts them."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from lsprotocol.types import Position, PositionEncodingKind, Range

from carbonroad.base.texts.lazy_pattern import lazy_pattern

_LINE_END = lazy_pattern(r"\r\n|\n|\r")
BOM = "\ufeff"


def _bytes_of(sign: str) -> int:
    return 1 if sign < "\x80" else 2 if sign < "\u0800" else 3 if sign <= "\uffff" else 4


def _pairs_of(sign: str) -> int:
    return 1 if sign <= "\uffff" else 2


_UNITS: dict[str, Callable[[str], int]] = {
    PositionEncodingKind.Utf8.value: _bytes_of,
    PositionEncodingKind.Utf16.value: _pairs_of,
}
"""How many units a character has; in UTF-32 each has one."""


class Lines:
    """Where the lines of a text begin.

    Args:
        text: As the editor has it. A byte order mark at its begin is a character to the editor, and is none
            in offsets.
        encoding: `utf-8`, `utf-16` or `utf-32`: what the editor counts.
    """

    __slots__ = ("_bom", "_starts", "_text", "_units")

    def __init__(self, text: str, encoding: str) -> None:
        self._text = text
        self._units = _UNITS.get(encoding)
        self._bom = int(text.startswith(BOM))
        if "\r" in text:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        else:
            self._starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))[:-1]

    @property
    def count(self) -> int:
        """How many lines there are; what stands behind the last line end is one."""
        return len(self._starts)

    def raw_offset(self, position: Position) -> int:
        """Code points before a position, a byte order mark included.

        A place beyond the end of a line is the line's end, one beyond the last line the end of the text.
        """
        if position.line >= len(self._starts):
            return len(self._text)
        start, end = self._bounds(position.line)
        return start + self._code_points(self._text[start:end], position.character)

    def offset(self, position: Position) -> int:
        """The offset of a position; where it lies beyond, that of the nearest place."""
        return max(0, self.raw_offset(position) - self._bom)

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        place = min(max(0, offset) + self._bom, len(self._text))
        line = bisect_right(self._starts, place) - 1
        before = self._text[self._starts[line] : place]
        if self._units is None or before.isascii():
            return Position(line, len(before))
        return Position(line, sum(map(self._units, before)))

    def range(self, start: int, end: int) -> Range:
        """The range between two offsets."""
        return Range(self.position(start), self.position(end))

    def _bounds(self, line: int) -> tuple[int, int]:
        """Where a line begins, and where it ends without its line end."""
        start = self._starts[line]
        if line + 1 == len(self._starts):
            return start, len(self._text)
        end = self._starts[line + 1] - 1
        if end > start and self._text[end - 1 : end + 1] == "\r\n":
            end -= 1
        return start, end

    def _code_points(self, line: str, units: int) -> int:
        """How many characters of a line are begun and ended within some units."""
        if self._units is None or line.isascii():
            return min(max(0, units), len(line))
        counted = 0
        for index, sign in enumerate(line):
            counted += self._units(sign)
            if counted > units:
                return index
        return len(line)
