"""Ruled tables on a sheet: fitted into a width, where text wraps and is never cut, and drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

from carbonroad.scene.shapes import Group, Line, Rect, Shape, text
from carbonroad.views.drawing.band.bill import HEADING_SIZE, MARK, SIDE, Bill, Field
from carbonroad.views.drawing.band.column_widths import column_widths
from carbonroad.views.drawing.paper.marks import status_mark
from carbonroad.views.drawing.paper.text import break_lines, measure

TITLE_ROW, HEADING_ROW = 5.2, 4.0
LEAST_HEAD, LEAST_ROW = TITLE_ROW + HEADING_ROW, 3.3
_LEADING = 1.2
_MOST_AIR = 1.1
"""Of the type size: what a row may be heightened by where there is room."""


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
    widths = column_widths(bill, width, size)
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
        shapes.append(text(edge + SIDE, top + 2.9, field.heading, HEADING_SIZE, "second"))
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
    left = x + SIDE
    shapes: list[Shape] = []
    if field.marks:
        shapes += status_mark(left + 1.45, y + tall / 2, field.marks[row])
        left += MARK
    pitch = _LEADING * size
    baseline = y + tall / 2 - (len(lines) - 1) * pitch / 2 + size * 0.36
    role = "b" if field.bold(heavy=heavy) else field.role
    return [
        *shapes,
        *(text(left, baseline + n * pitch, line, size, role) for n, line in enumerate(lines) if line),
    ]
