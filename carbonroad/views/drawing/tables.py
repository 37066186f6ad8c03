"""Ruled tables on a sheet: columns get the widths that give the fewest lines; text wraps and is never cut."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import repeat
from math import fsum

from carbonroad.scene.shapes import Group, Line, Rect, Shape
from carbonroad.views.drawing.marks import status_mark
from carbonroad.views.drawing.text import break_lines, lines_of, measure, narrowest, text

HEADING_SIZE = 2.3
TITLE_ROW, HEADING_ROW = 5.2, 4.0
LEAST_HEAD, LEAST_ROW = TITLE_ROW + HEADING_ROW, 3.3
_SIDE = 1.0
_MARK = 3.7
_LEADING = 1.2
_LEAST_TITLE = 34.0
_MOST_AIR = 1.1
"""Of the type size: what a row may be heightened by where there is room."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a bill: its heading and cells; `grow` takes the surplus, `bend` may be narrowed."""

    key: str
    heading: str
    cells: tuple[str, ...]
    role: str = ""
    grow: bool = False
    bend: bool = False
    marks: tuple[str, ...] = ()

    def natural(self, size: float) -> float:
        """Return the width in which no cell wraps."""
        return self._padded(max(self._words(size, 1), measure(self.heading, HEADING_SIZE)))

    def within(self, size: float, lines: int) -> float:
        """Return the least width in which no cell takes more than so many lines."""
        return self._padded(max(self._words(size, lines), measure(self.heading, HEADING_SIZE)))

    def _words(self, size: float, lines: int) -> float:
        bold = self.role == "b" or self.key == "float"
        found = 0.0
        for whole, cell in _longest_first(self.cells, size, bold):
            if whole <= found:
                break
            found = max(found, narrowest(cell, size, lines, bold))
        return found

    def _padded(self, width: float) -> float:
        return width + 2 * _SIDE + (_MARK if self.marks else 0.0)

    def lines(self, row: int, size: float, width: float, *, heavy: bool) -> tuple[str, ...]:
        """Return a cell's lines; in a heavy row some are bold."""
        return break_lines(self.cells[row], size, self.room(width), self.bold(heavy=heavy))

    def room(self, width: float) -> float:
        """Return what of a column's width its words have."""
        return width - 2 * _SIDE - (_MARK if self.marks else 0.0) + 0.01

    def bold(self, *, heavy: bool) -> bool:
        """Return whether a cell of a heavy row, or of another, is bold."""
        return self.role == "b" or (heavy and self.key in ("no", "title", "float"))


@lru_cache(maxsize=256)
def _longest_first(cells: tuple[str, ...], size: float, bold: bool) -> list[tuple[float, str]]:  # noqa: FBT001
    return sorted(((measure(cell, size, bold), cell) for cell in cells), reverse=True)


@dataclass(frozen=True, slots=True)
class Bill:
    """A table with a title, not fitted yet.

    Attributes:
        refs: The items of its rows.
        heavy: Those in bold.
        begun: Whether its first row began on the page before.
        open: Whether its last row goes on on the next page.
    """

    title: str
    remark: str
    fields: tuple[Field, ...]
    refs: tuple[str, ...]
    heavy: frozenset[str] = frozenset()
    begun: bool = False
    open: bool = False

    def rows(self, first: int, last: int) -> "Bill":
        """Return a part of the table."""
        fields = tuple(
            replace(field, cells=field.cells[first:last], marks=field.marks[first:last])
            for field in self.fields
        )
        return replace(self, fields=fields, refs=self.refs[first:last], begun=self.begun and first == 0)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A table with its widths, lines and row heights."""

    bill: Bill
    width: float
    size: float
    widths: tuple[float, ...]
    cells: tuple[tuple[tuple[str, ...], ...], ...]
    heights: tuple[float, ...]
    remark: tuple[str, ...]

    @property
    def head(self) -> float:
        """Height of title and headings."""
        return TITLE_ROW + (len(self.remark) - 1) * 2.7 + HEADING_ROW

    @property
    def height(self) -> float:
        """Height of it all."""
        return self.head + fsum(self.heights)


@lru_cache(maxsize=256)
def fit(bill: Bill, width: float, size: float, padding: float) -> Fitted:
    """Fit a table into a width.

    Args:
        bill: The table.
        width: In millimetres.
        size: Type size.
        padding: Height added to each row's lines.
    """
    widths = _widths(bill, width, size)
    rows = range(len(bill.refs))
    cells = tuple(
        tuple(
            field.lines(row, size, wide, heavy=bill.refs[row] in bill.heavy)
            for field, wide in zip(bill.fields, widths, strict=True)
        )
        for row in rows
    )
    heights = tuple(
        max(max(len(cell) for cell in row) * _LEADING * size + padding, LEAST_ROW) for row in cells
    )
    room = width - measure(bill.title, 3.1, True) - 8
    return Fitted(bill, width, size, widths, cells, heights, break_lines(bill.remark, 2.25, room))


def _widths(bill: Bill, width: float, size: float) -> tuple[float, ...]:
    """Natural widths if they fit; else narrow one column at a time, whichever saves most lines."""
    fields = bill.fields
    widths = [field.natural(size) for field in fields]
    growing = next((n for n, field in enumerate(fields) if field.grow), 0)
    rest = width - fsum(widths) + widths[growing]
    if rest >= widths[growing]:
        widths[growing] = rest
        return tuple(widths)
    options = {
        n: [field.within(size, lines) for lines in (1, 2, 3, 5, 9)]
        for n, field in enumerate(fields)
        if field.bend
    }
    level = dict.fromkeys(options, 0)
    count = _Counts(bill, size)

    def trial(levels: dict[int, int]) -> tuple[float, list[float]]:
        tried = [options[n][levels[n]] if n in options else wide for n, wide in enumerate(widths)]
        left = width - fsum(tried) + tried[growing]
        tried[growing] = max(left, 8.0)
        short = max(0.0, _LEAST_TITLE - left)
        return short * 100 + count.cost(tried), tried

    best, chosen = trial(level)
    while True:
        tries = [
            (*trial({**level, n: level[n] + 1}), {**level, n: level[n] + 1})
            for n in options
            if level[n] + 1 < len(options[n])
        ]
        if not tries:
            break
        cost, tried, levels = min(tries, key=lambda one: one[0])
        if cost >= best and fsum(chosen) <= width + 0.01 and chosen[growing] >= _LEAST_TITLE:
            break
        best, chosen, level = cost, tried, levels
    surplus = width - fsum(chosen)
    chosen[growing] += surplus if surplus > 0 else 0.0
    return tuple(chosen) if surplus >= -0.01 else _squeezed(bill, chosen, width)


def _squeezed(bill: Bill, widths: Sequence[float], width: float) -> tuple[float, ...]:
    """Take what is too much from the widest columns whose words may be broken."""
    soft = [n for n, field in enumerate(bill.fields) if field.bend or field.grow]
    hard = fsum(wide for n, wide in enumerate(widths) if n not in soft)
    left = max(width - hard, 6.0 * len(soft))
    low, high = 0.0, max(widths)
    while high - low > 0.01:
        middle = (low + high) / 2
        if fsum(min(widths[n], middle) for n in soft) <= left:
            low = middle
        else:
            high = middle
    found = [min(wide, low) if n in soft else wide for n, wide in enumerate(widths)]
    return tuple(wide * width / fsum(found) for wide in found) if fsum(found) > width + 0.01 else tuple(found)


class _Counts:
    """How many lines the cells of a table take; a column is counted once for each width that is tried."""

    def __init__(self, bill: Bill, size: float) -> None:
        self._bill = bill
        self._size = size
        self._bending = [n for n, field in enumerate(bill.fields) if field.bend and not field.grow]
        self._all = [n for n, field in enumerate(bill.fields) if field.bend or field.grow]
        self._heavy = [ref in bill.heavy for ref in bill.refs]
        self._known: dict[tuple[int, float], tuple[int, ...]] = {}
        self._wholes: dict[int, tuple[float, ...]] = {}

    def cost(self, widths: list[float]) -> float:
        """Lines of all rows, plus a little for each line outside the title."""
        highest = map(max, zip(*(self._column(n, widths[n]) for n in self._all), strict=True))
        bending = [self._column(n, widths[n]) for n in self._bending]
        bent = map(sum, zip(*bending, strict=True)) if bending else repeat(0)
        total = 0.0
        for most, others in zip(highest, bent, strict=False):
            total += most
            total += 0.2 * (others - len(bending))
        return total

    def _whole(self, column: int) -> tuple[float, ...]:
        """The widths of a column's cells on one line."""
        if column not in self._wholes:
            field = self._bill.fields[column]
            self._wholes[column] = tuple(
                measure(cell, self._size, field.bold(heavy=bold))
                for cell, bold in zip(field.cells, self._heavy, strict=True)
            )
        return self._wholes[column]

    def _column(self, column: int, wide: float) -> tuple[int, ...]:
        found = self._known.get((column, wide))
        if found is None:
            field = self._bill.fields[column]
            room = field.room(wide)
            found = tuple(
                1 if whole <= room else lines_of(cell, self._size, room, field.bold(heavy=bold))
                for cell, whole, bold in zip(field.cells, self._whole(column), self._heavy, strict=True)
            )
            self._known[column, wide] = found
        return found


def draw_bill(fitted: Fitted, x: float, y: float, height: float, zones: dict[str, str]) -> list[Shape]:
    """Return a fitted table with its upper left corner at (x, y) in a panel of a height."""
    bill, size = fitted.bill, fitted.size
    air = min(_MOST_AIR * size, max(0.0, height - fitted.height - 0.6) / max(1, len(bill.refs)))
    heights = [tall + air for tall in fitted.heights]
    shapes: list[Shape] = [
        Rect(x, y, fitted.width, height, "panel"),
        text(x + 2, y + 3.9, bill.title, 3.1, "b"),
    ]
    for n, line in enumerate(fitted.remark):
        shapes.append(text(x + fitted.width - 2, y + 3.6 + n * 2.7, line, 2.25, "second", "end"))
    top = y + fitted.head - HEADING_ROW
    edges = [x]
    for wide in fitted.widths:
        edges.append(edges[-1] + wide)
    for field, edge in zip(bill.fields, edges[:-1], strict=True):
        shapes.append(text(edge + _SIDE, top + 2.9, field.heading, HEADING_SIZE, "second"))
    at = y + fitted.head
    shapes.append(Line(x, at, x + fitted.width, at, "rule-head"))
    bottom = at + fsum(heights)
    shapes += [Line(edge, top, edge, bottom, "rule") for edge in edges[1:-1]]
    for row, (ref, tall) in enumerate(zip(bill.refs, heights, strict=True)):
        cells: list[Shape] = []
        for column, field in enumerate(bill.fields):
            lines = (zones.get(ref, "–"),) if field.key == "zone" else fitted.cells[row][column]
            cells += _cell(field, row, lines, (edges[column], at, tall), size, heavy=ref in bill.heavy)
        shapes.append(Group(tuple(cells), "row-rest" if bill.begun and row == 0 else "row", ref))
        at += tall
        if row + 1 < len(bill.refs):
            shapes.append(Line(x, at, x + fitted.width, at, "rule"))
    return shapes


def _cell(
    field: Field,
    row: int,
    lines: Sequence[str],
    place: tuple[float, float, float],
    size: float,
    *,
    heavy: bool,
) -> list[Shape]:
    """A cell at (x, y, height)."""
    x, y, tall = place
    left = x + _SIDE
    shapes: list[Shape] = []
    if field.marks:
        shapes += status_mark(left + 1.45, y + tall / 2, field.marks[row])
        left += _MARK
    pitch = _LEADING * size
    baseline = y + tall / 2 - (len(lines) - 1) * pitch / 2 + size * 0.36
    role = "b" if field.bold(heavy=heavy) else field.role
    return [
        *shapes,
        *(text(left, baseline + n * pitch, line, size, role) for n, line in enumerate(lines) if line),
    ]
