"""A file cut at the keys of its margin, and these at their items: what is typed in one is read alone."""

from __future__ import annotations

import re
from functools import lru_cache

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.editing.cursors.levels import ID_KEYS, Entry, Open
from carbonroad.editing.cursors.rows import item_value, read_row, row_value, unquoted
from carbonroad.editing.text_lines import line_end

_AT_MARGIN = lazy_pattern(r"^(?![-#\s\[\]{}\ufeff])[^\r\n]*[:：][^\r\n]*", re.MULTILINE)
_FIRST = lazy_pattern(r"^(?P<blanks>[ ]*)(?P<sign>-(?=[ \r\n]|\Z)|[^\s#\-\]}])|^[ ]*[^\s#]", re.MULTILINE)
_SAYS = lazy_pattern(r"^[ \t]*[^\s#\ufeff]", re.MULTILINE)


class Section(NamedTuple):
    """A key at the margin and all that stands below it.

    Attributes:
        key: As written.
        value: What stands behind it on its line.
        start: Offset of its line.
        below: Offset of the line after it.
        end: Offset of the next key at the margin, or of the file's end.
    """

    key: str
    value: str
    start: int
    below: int
    end: int


class Children(NamedTuple):
    """The items of a section, or its keys.

    Attributes:
        listed: Whether they are items of a list.
        column: Of their dashes or keys.
        starts: Offsets of their lines.
    """

    listed: bool
    column: int
    starts: tuple[int, ...]


def sections_of(text: str) -> list[Section]:
    """Return the sections of a file; none where its keys do not begin at the margin."""
    found: list[Section] = []
    for match in _AT_MARGIN.finditer(text):
        row = read_row(match[0], match.start(), 0)
        if row.key is None or row.column:
            continue
        if found:
            found[-1] = found[-1]._replace(end=match.start())
        value = text[row.value : row.end].partition(" #")[0].strip()
        found.append(Section(row.key, value, match.start(), _next_line(text, match.end()), len(text)))
    return found


def children_of(text: str, section: Section) -> Children | None:
    """Return what a section holds, as the first line below it is indented; None where it is one value."""
    if section.value and not section.value.startswith("#"):
        return None
    first = _FIRST.search(text, section.below, section.end)
    if first is None or first["sign"] is None:
        return None
    listed, column = first["sign"] == "-", len(first["blanks"])
    pattern = _children(column, listed=listed)
    starts = tuple(match.start() for match in pattern.finditer(text, section.below, section.end))
    return Children(listed, column, starts)


@lru_cache(maxsize=64)
def _children(column: int, *, listed: bool) -> re.Pattern[str]:
    """Lines that begin in a column: text that goes on over several stands deeper."""
    sign = r"-(?=[ \t\r\n]|\Z)" if listed else r"[^\s#\-\]}]"
    return re.compile(rf"^ {{{column}}}{sign}", re.MULTILINE)


def _next_line(text: str, at: int) -> int:
    if text.startswith("\r\n", at):
        return at + 2
    return min(at + 1, len(text))


def entry_of(text: str, start: int, *, listed: bool) -> Entry:
    """Return a key, or an item with its value or its id, from the line that it begins on."""
    line = text[start : line_end(text, start)]
    row = read_row(line, start, len(line) - len(line.lstrip()))
    if not listed:
        return Entry(row.key or "", "")
    if row.key is None:
        return Entry("", item_value(text, row))
    return Entry("", row_value(text, row) if row.key in ID_KEYS else "")


class Around(NamedTuple):
    """What is known round a line before the lines beside it are read.

    Attributes:
        start: Offset of the first line to read.
        end: Offset after the last.
        open: The maps and lists that these lines are in.
        open_list: That of them which goes on behind them.
        later: What it holds there.
    """

    start: int
    end: int
    open: list[Open]
    open_list: Open | None = None
    later: tuple[Entry, ...] = ()


def around_of(text: str, start: int, end: int) -> Around:
    """Return what is round the line from `start` to `end`: the item of its section that it is in."""
    first = _SAYS.search(text)
    if first is None or first[0][0] in " \t-[{":
        return Around(0, len(text), [])
    every = sections_of(text)
    sections = [one for one in every if one.start != start]
    here = next((one for one in reversed(sections) if one.start < start), None)
    if here is None:
        entries = [Entry(one.key, unquoted(one.value)) for one in sections]
        return Around(0, end, [Open(listed=False, column=0, entries=entries)])
    children = children_of(text, here)
    starts = children.starts if children is not None else ()
    before = [one for one in starts if one <= start]
    after = [one for one in starts if one > start]
    stop = min([max(here.end, end), *after])
    entries = [Entry(one.key, unquoted(one.value)) for one in sections if before or one is not here]
    root = Open(listed=False, column=0, entries=entries, key=here.key)
    if children is None or not before:
        return Around(here.start, stop, [root])
    listed = children.listed
    items = Open(listed=listed, column=children.column)
    items.entries += [entry_of(text, one, listed=listed) for one in before[:-1]]
    later = tuple(entry_of(text, one, listed=listed) for one in after)
    return Around(before[-1], stop, [root, items], items, later)
