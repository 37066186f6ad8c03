"""Lines of a text that YAML cannot read: where they begin, how far in they stand, what lies below them."""

from __future__ import annotations

import re

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.source.misread.quoting import line_start

_SHAPE = lazy_pattern(
    r"([ ]*)((?:-[ ]+)*)"
    r"(?:(\"[^\"\r\n]{0,80}\"|'[^'\r\n]{0,80}'|[^\s\[\]{}\"'&*!|>%@`#?:,-][^\r\n]{0,80}?)"
    r"[ ]*:(?=[ \t\r\n]|$))?"
)
_NEXT = lazy_pattern(r"\r\n|\n|\r")
_INK = lazy_pattern(r"[^\r\n]")
_CLOSERS = frozenset("]},")


class Shape(NamedTuple):
    """The parts of one line, as offsets.

    Attributes:
        start: Its first character.
        dash: Its last dash that begins an item; -1 if it has none.
        content: The first character behind indentation and dashes.
        key_end: After the key; -1 if there is no key with a colon.
        value: After the colon; -1 likewise.
        end: After its last character, without the line's end.
    """

    start: int
    dash: int
    content: int
    key_end: int
    value: int
    end: int

    @property
    def column(self) -> int:
        """How far in the content stands."""
        return self.content - self.start


def shape_at(text: str, offset: int) -> Shape:
    """The line that an offset is in."""
    start = line_start(text, min(offset, len(text)))
    end = end_of(text, start)
    match = _SHAPE.match(text, start, end)
    if match is None:
        return Shape(start, -1, start, -1, -1, end)
    content = match.end(2)
    dash = text.rfind("-", start, content) if match[2] else -1
    if text.startswith("-", content) and content + 1 == end:
        dash, content = content, end
    if match[3] is None:
        return Shape(start, dash, content, -1, -1, end)
    return Shape(start, dash, content, match.end(3), match.end(), end)


def end_of(text: str, start: int) -> int:
    """Where the line that begins at `start` ends."""
    stop = _NEXT.search(text, start)
    return stop.start() if stop else len(text)


def next_line(text: str, start: int) -> int:
    """Where the line after the one that begins at `start` begins; -1 if there is none."""
    stop = _NEXT.search(text, start)
    return stop.end() if stop and stop.end() < len(text) else -1


def indent_of(text: str, start: int) -> int:
    """Blanks before the first sign of a line; -1 for a line without any."""
    at = start
    while text[at : at + 1] == " ":
        at += 1
    return -1 if text[at : at + 1] in ("", "\n", "\r") else at - start


def below(text: str, start: int, column: int, *, closers: bool = False) -> int:
    """Where the lines end that stand further in than `column` below the line that begins at `start`.

    `closers`: lines of closing brackets alone belong to them.
    """
    end = end_of(text, start)
    line = next_line(text, start)
    while line != -1:
        blanks = indent_of(text, line)
        stop = end_of(text, line)
        closing = closers and blanks >= 0 and _CLOSERS.issuperset(text[line:stop].replace(" ", ""))
        if blanks > column or closing:
            end = stop
        elif blanks >= 0 and text[line + blanks] != "#":
            break
        line = next_line(text, line)
    return end


def blanked(text: str, start: int, end: int) -> str:
    """The text with blanks in a region; line ends are kept, and so is its length."""
    return text[:start] + _INK.sub(" ", text[start:end]) + text[end:]


def put(text: str, at: int, instead: str) -> str:
    """The text with other characters of the same number at a place."""
    return text[:at] + instead + text[at + len(instead) :]


def meant_indent(text: str, start: int) -> int:
    """How far in the line at `start`, which tabs indent, is meant to stand.

    Two blanks a tab, if a line above stands so far in; else as far as the line above.
    """
    stop = start
    while text[stop : stop + 1] in (" ", "\t"):
        stop += 1
    counted = len(text[start:stop].replace("\t", "  "))
    item = text.startswith("- ", stop)
    columns: set[int] = set()
    nearest, outer = -1, len(text)
    line = start
    while line > 0 and outer > 0 and counted not in columns:
        line = line_start(text, line - 1)
        shape, blanks = shape_at(text, line), indent_of(text, line)
        if not 0 <= blanks < outer or text[shape.content] == "#":
            continue
        if text[shape.content] == "\t":
            if nearest < 0:
                return counted
            continue
        outer = blanks  # only what encloses the line counts, not what stands beside it
        column = (shape.dash - line if shape.dash >= 0 else -1) if item else shape.column
        opens = shape.value >= 0 and not text[shape.value : shape.end].strip()
        if nearest < 0:
            nearest = shape.column + 2 if opens else column
            columns.add(nearest)
        columns.add(column)
    return counted if counted in columns or nearest < 0 else nearest


def is_key_elsewhere(text: str, word: str, at: int) -> bool:
    """Whether a word that stands at an offset is a key in another place of the text."""
    if f"{word}:" not in text:
        return False
    return any(
        key.start(1) != at
        for key in re.finditer(rf"(?:^[ ]*(?:-[ ]+)*|[{{,][ ]*)({re.escape(word)}):", text, re.MULTILINE)
    )


def keys_at_dash(text: str, start: int, column: int) -> tuple[int, int] | None:
    """The first key that stands as far left as the dash of the item above, before the item at `start`."""
    first, line, deeper = None, start, False
    while line > 0:
        line = line_start(text, line - 1)
        blanks = indent_of(text, line)
        if blanks > column:
            deeper = True
            continue
        if blanks < 0:
            continue
        shape = shape_at(text, line)
        if blanks == column and shape.dash >= 0:
            return None if deeper else first
        if blanks < column or shape.value < 0 or not text[shape.value : shape.end].strip():
            return None
        first, deeper = (shape.content, shape.key_end), False
    return None
