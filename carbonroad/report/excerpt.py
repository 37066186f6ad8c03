"""The lines of a file around a place, with marks under the exact characters."""

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.visible import columns, visible, visible_blanks
from carbonroad.source.text import SourceText

_TAB = "    "
_CUT = "…"


class Marked(NamedTuple):
    """One line of a file as shown, and the marks below it."""

    number: int
    text: str
    before: int
    length: int


def excerpt(source: SourceText, start: int, end: int, width: int) -> list[Marked]:
    """Return the first line of a range and, where it goes on, its last.

    Args:
        source: The file.
        start: Offset of the first character marked.
        end: Offset after the last one; a range without characters gets one mark.
        width: Columns that a line may take; a longer one is cut around the mark.
    """
    size = len(source.text)
    start = min(start, size)
    end = min(max(start, end), size)
    first, column = source.position(start)
    last, after = source.position(end)
    if after == 1 and last > first:  # the range ends with a line end
        last -= 1
        after = len(source.line(last)) + 1
    if last == first:
        return [_marked(first, source.line(first), column - 1, after - 1, width)]
    opening, closing = source.line(first), source.line(last)
    indent = len(closing) - len(closing.lstrip())
    return [
        _marked(first, opening, column - 1, len(opening.rstrip()), width),
        _marked(last, closing, min(indent, after - 1), after - 1, width),
    ]


def _marked(number: int, line: str, start: int, end: int, width: int) -> Marked:
    start = min(start, len(line))
    end = max(start, min(end, len(line)))
    before, marked, after = _shown(line[:start]), visible_blanks(line[start:end]), _shown(line[end:])
    if columns(before) + columns(marked) + columns(after) <= width:
        return Marked(number, (before + marked + after).rstrip(), columns(before), max(1, columns(marked)))
    marked = _head(marked, max(width - 8, 8))
    room = width - columns(marked)
    before = _tail(before, max(room * 2 // 3, room - columns(after)))
    after = _head(after, max(room - columns(before), 1))
    return Marked(number, (before + marked + after).rstrip(), columns(before), max(1, columns(marked)))


def _shown(text: str) -> str:
    return visible(text.replace("\t", _TAB))


def _head(text: str, width: int) -> str:
    """The beginning of a text, at most so many columns wide."""
    if columns(text) <= width:
        return text
    used = 0
    for index, char in enumerate(text):
        used += columns(char)
        if used > width - 1:
            return text[:index] + _CUT
    return text


def _tail(text: str, width: int) -> str:
    """The end of a text, at most so many columns wide."""
    if columns(text) <= width:
        return text
    used = 0
    for index in range(len(text) - 1, -1, -1):
        used += columns(text[index])
        if used > width - 1:
            return _CUT + text[index + 1 :]
    return text
