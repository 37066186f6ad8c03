"""A table in a terminal: columns in line, or cards where they have no room."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.textwidth import cells
from carbonroad.render.terminal.text import Pen, Run, Text, hanging, joined, plain, width_of, wrapped
from carbonroad.views.document import Cell, Row, RowGroup, Table
from carbonroad.wording import Wording

_GAP = 2
_LEAST, _LEAST_HEAD = 14, 22
_ALIGNED = 120
"""In a pipe, padding behind a wider column than this aligns nothing."""

CellText = list[Text]


class _Columns(NamedTuple):
    """Which columns are shown: their places, headings, roles."""

    places: tuple[int, ...]
    heads: tuple[Text, ...]
    right: tuple[bool, ...]
    head: int
    kept: tuple[bool, ...]
    """Whether a column must not be broken: numbers, and what is drawn with characters (`whole`)."""


def write_table(table: Table, pen: Pen, w: Wording) -> list[Text]:
    """Return a table's lines."""
    columns = _columns(table, pen)
    groups = [(group, [_cells(row, columns, pen) for row in group.rows]) for group in table.groups]
    rows = [row for _, found in groups for row in found]
    nothing: list[Text] = [] if rows else [(Run(w("none"), "dim"),)]
    if pen.columns is None:
        widths: list[int] | None = _in_pipe(columns, rows)
    else:
        widths = _fitted(columns, rows, pen.columns)
    if widths is None:
        return _cards(groups, columns, pen, w) or nothing
    lines: list[Text] = []
    if any(columns.heads):
        lines = _line_up([[head] for head in columns.heads], columns, widths, ruled=pen.columns is not None)
    for n, (group, found) in enumerate(groups):
        opening = _opening(group, pen, first=n == 0)
        lines += opening if lines else opening[1:]
        high = [_line_up(row, columns, widths) for row in found]
        spread = sum(map(len, high)) > 1.5 * len(high)
        for k, row_lines in enumerate(high):
            lines += ((), *row_lines) if spread and k else row_lines
    return [*lines, *nothing]


def _columns(table: Table, pen: Pen) -> _Columns:
    places = tuple(n for n, column in enumerate(table.columns) if "strip" not in column.role.split())
    roles = [table.columns[n].role.split() for n in places]
    heads = tuple(pen.runs(table.columns[n].heading.replace("\n", " "), "strong") for n in places)
    head = next((n for n, role in enumerate(roles) if "head" in role), 0)
    right = tuple("num" in role for role in roles)
    kept = tuple("num" in role or "whole" in role for role in roles)
    return _Columns(places, heads, right, head, kept)


def _cells(row: Row, columns: _Columns, pen: Pen) -> list[CellText]:
    return [_cell(row.cells[n], pen) for n in columns.places]


def _cell(cell: Cell, pen: Pen) -> CellText:
    """The lines of a cell that say something; in a pipe they are one, so that a row is a line."""
    lines = [text for line in cell.lines if plain(text := pen.text(line)).strip()]
    return [joined(lines, " · ")] if pen.columns is None and len(lines) > 1 else lines


def _opening(group: RowGroup, pen: Pen, *, first: bool) -> list[Text]:
    """A group's heading and note, after a blank line."""
    said = joined((pen.runs(group.heading, "strong"), pen.runs(group.note, "dim")), " · ")
    if not said:
        return [] if first else [()]
    return [(), *wrapped(said, pen.columns)]


def _widest(cell: CellText) -> int:
    wide = 0
    for line in cell:
        for part in plain(line).split("\n"):
            wide = max(wide, cells(part))
    return wide


def _natural(columns: _Columns, rows: Sequence[list[CellText]]) -> list[int]:
    """How wide each column is if nothing is broken."""
    return _grown([width_of(head) for head in columns.heads], rows)


def _grown(wide: list[int], rows: Sequence[list[CellText]]) -> list[int]:
    for row in rows:
        wide = [max(known, _widest(cell)) for known, cell in zip(wide, row, strict=True)]
    return wide


def _in_pipe(columns: _Columns, rows: Sequence[list[CellText]]) -> list[int]:
    """Widths of columns that stay in line up to the first very wide one."""
    wide = _natural(columns, rows)
    kept = next((n for n, one in enumerate(wide) if one > _ALIGNED), len(wide))
    return [*wide[:kept], *(0 for _ in wide[kept:])]


def _fitted(columns: _Columns, rows: Sequence[list[CellText]], room: int) -> list[int] | None:
    """Widths that fit; None where there is no room.

    The headings of unbroken columns give way first, then the widest of the others; the column that names
    the row keeps twice as much.
    """
    natural = [min(one, room) for one in _natural(columns, rows)]
    left = room - _GAP * (len(natural) - 1)
    if sum(natural) <= left:
        return natural
    whole = _grown([_heading_least(head) for head in columns.heads], rows)
    least = [
        whole[n] if kept else min(one, _LEAST_HEAD if n == columns.head else _LEAST)
        for n, (one, kept) in enumerate(zip(natural, columns.kept, strict=True))
    ]
    if sum(least) > left:
        return None
    wide = [whole[n] if kept else natural[n] for n, kept in enumerate(columns.kept)]
    while sum(wide) > left:
        wide[_widest_of(wide, least, columns.head)] -= 1
    while sum(wide) < left and wide != natural:
        wide[_widest_of(natural, wide, columns.head)] += 1
    return wide


def _widest_of(wide: Sequence[int], least: Sequence[int], head: int) -> int:
    """The column that has most, of those that have more than the least."""
    return max(range(len(wide)), key=lambda n: (wide[n] > least[n], wide[n] / (2 if n == head else 1)))


def _heading_least(head: Text) -> int:
    """How narrow a heading may be broken: a word's width, of Chinese three characters'."""
    words = plain(head)
    return (
        max((cells(word) for word in words.split()), default=0) if words.isascii() else min(cells(words), 6)
    )


def _line_up(
    row: Sequence[CellText], columns: _Columns, widths: Sequence[int], *, ruled: bool = False
) -> list[Text]:
    """A row's cells side by side; `ruled` draws a line below, as under the headings."""
    broken = [
        [part for line in cell for part in wrapped(line, wide or None)]
        for cell, wide in zip(row, widths, strict=True)
    ]
    lines = [_side_by_side(parts, columns, widths) for parts in zip_longest(*broken, fillvalue=())]
    if ruled:
        lines.append(_side_by_side([(Run("-" * wide, "dim"),) for wide in widths], columns, widths))
    return lines


def _side_by_side(parts: Sequence[Text], columns: _Columns, widths: Sequence[int]) -> Text:
    line: list[Run] = []
    for n, (part, wide, right) in enumerate(zip(parts, widths, columns.right, strict=True)):
        blank = Run(" " * (wide - width_of(part)))
        gap = (Run(" " * _GAP),) if n else ()
        line += (*gap, blank, *part) if right else (*gap, *part, blank)
    return tuple(line)


def _cards(
    groups: Iterable[tuple[RowGroup, list[list[CellText]]]], columns: _Columns, pen: Pen, w: Wording
) -> list[Text]:
    lines: list[Text] = []
    for group, rows in groups:
        opening = _opening(group, pen, first=not lines)
        lines += opening if lines else opening[1:]
        for n, row in enumerate(rows):
            lines += ((),) if n or lines else ()
            lines += _card(row, columns, pen.columns, w(": "))
    return lines


def _card(row: list[CellText], columns: _Columns, room: int | None, colon: str) -> Iterator[Text]:
    """The cell that names the row, and below it what the others say, each behind its heading."""
    for line in row[columns.head]:
        yield from wrapped(line, room)
    for n, (head, cell) in enumerate(zip(columns.heads, row, strict=True)):
        if n != columns.head and cell:
            label = (Run("  "), *(Run(run.words, "dim") for run in head), Run(colon))
            yield from hanging(label, joined(cell, " · "), room)
