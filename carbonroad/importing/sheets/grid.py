"""Cells as a file has them to a table whose source has a line for every row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.findings import Span
from carbonroad.importing.foreign.faults import CannotRead, over_limit
from carbonroad.importing.foreign.safe_xml import MAX_CHARACTERS
from carbonroad.importing.sheets.references import letters
from carbonroad.importing.sheets.tables import Cell, Table
from carbonroad.source.text import SourceText

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal

MAX_CELLS = 300_000
"""Cells of a file, from A1 to each sheet's last filled one; empty rows do not count."""
MAX_ROWS = 1_048_576
"""Rows of a sheet, as in Excel."""
MAX_COLUMNS = 16_384
"""Columns of a sheet, as in Excel."""
MAX_CELL = 45_000
"""Characters of a cell: with every quote doubled it still fits a line; Excel allows 32,767."""
_ONE_LINE = lazy_pattern(r"[\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]")


class Raw(NamedTuple):
    """A cell before it has its place in a text.

    Attributes:
        text: As a person reads it.
        value: What the file holds.
        formula: Whether a formula computed it.
        format: Its number format.
        instead: What the source shows where the text is empty, such as `#REF!`.
    """

    text: str
    value: date | datetime | Decimal | bool | str | None
    formula: bool = False
    format: str = ""
    instead: str = ""


class Merge(NamedTuple):
    """A merged range, by numbers from 1."""

    top: int
    left: int
    bottom: int
    right: int


class Grid(NamedTuple):
    """The cells of one sheet that hold something, by row and column from 1.

    Attributes:
        name: The sheet's name.
        path: How findings name it.
        rows: Row to column to cell.
        merges: Merged ranges.
        hidden: Whether the sheet is hidden.
        hidden_rows: Numbers of hidden rows.
        hidden_columns: Ranges of numbers of hidden columns, first to last.
    """

    name: str
    path: str
    rows: dict[int, dict[int, Raw]]
    merges: list[Merge]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[tuple[int, int], ...] = ()


class Budget:
    """What a file may still hold."""

    def __init__(self) -> None:
        self.cells = MAX_CELLS
        self.characters = MAX_CHARACTERS

    def take(self, path: str, cells: int, characters: int, last: str) -> None:
        """Count what a sheet holds.

        Raises:
            CannotRead: It is more than is left; then nothing is counted.
        """
        self.fits(path, cells, characters, last)
        self.cells -= cells
        self.characters -= characters

    def fits(self, path: str, cells: int, characters: int, last: str) -> None:
        """Look whether there is room, and take none.

        Raises:
            CannotRead: There is not.
        """
        if cells > self.cells:
            raise too_many_cells(path, last)
        if characters > self.characters:
            message = say(
                "{sheet}: with it the file has more than {limit:,} characters, which is the limit.",
                sheet=path,
                limit=MAX_CHARACTERS,
            )
            raise CannotRead(over_limit(path, message, say("split the file into several")))


def too_many_cells(path: str, last: str) -> CannotRead:
    """What ends the reading of a sheet that reaches too far, to the cell `last`."""
    message = say(
        "{sheet} reaches to cell {last}: with it the file has more than {limit:,} cells, the limit.",
        sheet=path,
        last=last,
        limit=MAX_CELLS,
    )
    help_ = say("copy the list alone into a new file; delete what stands far right of it or below it")
    return CannotRead(over_limit(path, message, help_))


def too_long(path: str, reference: str, length: int) -> CannotRead:
    """What ends the reading of a sheet with a cell that no spreadsheet could hold."""
    message = say(
        "Cell {reference} of {sheet} holds {n:,} characters; the limit is {limit:,}.",
        reference=reference,
        sheet=path,
        n=length,
        limit=MAX_CELL,
    )
    return CannotRead(
        over_limit(path, message, say("shorten it; keep long texts in a document of their own"))
    )


def build(grid: Grid, budget: Budget) -> Table:
    """Lay out a sheet: its text with a line a row, and its cells with their places in it.

    Raises:
        CannotRead: The sheet is larger than what is left of the budget.
    """
    height = max(grid.rows, default=0)
    width = max((max(row) for row in grid.rows.values() if row), default=0)
    last = f"{letters(width)}{height}"
    held = sum(len(raw.text or raw.instead) for row in grid.rows.values() for raw in row.values())
    budget.take(grid.path, len(grid.rows) * width, held + height, last)
    origins = _spread(grid, height, width, budget, last)
    lines: list[str] = []
    rows: list[tuple[Cell, ...]] = []
    offset = 0
    for number in range(1, height + 1):
        row = grid.rows.get(number)
        if not row:
            lines.append("")
            rows.append(())
        else:
            line, cells = _row(grid.path, number, row, origins, width, offset)
            lines.append(line)
            rows.append(cells)
        offset += len(lines[-1]) + 1
    rows_hidden = frozenset(row for row in grid.hidden_rows if row in grid.rows)
    source = SourceText(grid.path, "\n".join(lines))
    return Table(grid.name, source, tuple(rows), grid.hidden, rows_hidden, _hidden_columns(grid, width))


def _hidden_columns(grid: Grid, width: int) -> frozenset[str]:
    """The letters of hidden columns; ranges may overlap, and reach far beyond the sheet."""
    columns: set[str] = set()
    reached = 0
    for first, end in sorted(grid.hidden_columns):
        columns.update(map(letters, range(max(first, reached + 1), min(end, width) + 1)))
        reached = max(reached, end)
    return frozenset(columns)


def _spread(
    grid: Grid, height: int, width: int, budget: Budget, last: str
) -> dict[tuple[int, int], tuple[int, int]]:
    """Repeat the first cell of each merged range in all of it; return whose text each cell has."""
    origins: dict[tuple[int, int], tuple[int, int]] = {}
    room = MAX_CELLS
    for merge in grid.merges:
        bottom, right = min(merge.bottom, height), min(merge.right, width)
        first = grid.rows.get(merge.top, {}).get(merge.left)
        if first is None or bottom < merge.top or right < merge.left:
            continue
        area = (bottom - merge.top + 1) * (right - merge.left + 1)
        room -= area
        if room < 0:
            raise too_many_cells(grid.path, last)
        new = sum(row not in grid.rows for row in range(merge.top, bottom + 1))
        budget.take(grid.path, new * width, (bottom - merge.top) * len(first.text), last)
        for row in range(merge.top, bottom + 1):
            cells = grid.rows.setdefault(row, {})
            for column in range(merge.left, right + 1):
                cells[column] = first
                origins[row, column] = (merge.top, merge.left)
    return origins


def _row(
    path: str,
    number: int,
    row: dict[int, Raw],
    origins: dict[tuple[int, int], tuple[int, int]],
    width: int,
    offset: int,
) -> tuple[str, tuple[Cell, ...]]:
    """A row's line and its cells; what a merged range repeats within the row stands in the line once."""
    pieces: list[str] = []
    cells: list[Cell] = []
    at = offset
    before: tuple[int, int] | None = None
    span = Span(path, at, at)
    last = max(row)
    for column in range(1, width + 1):
        raw = row.get(column)
        origin = origins.get((number, column)) if origins else None
        if column > 1 and column <= last:
            at += 3
        if origin is None or origin != before:
            piece = "" if raw is None else _ONE_LINE.sub(" ", raw.text or raw.instead)
            span = Span(path, at, at + len(piece))
        else:
            piece = ""
        before = origin
        if column <= last:
            pieces.append(piece)
            at += len(piece)
        reference = f"{letters(column)}{number}"
        merged = f"{letters(origin[1])}{origin[0]}" if origin else ""
        if raw is None:
            cells.append(Cell("", None, span, reference, merged))
        else:
            cells.append(Cell(raw.text, raw.value, span, reference, merged, raw.formula, raw.format))
    return " | ".join(pieces), tuple(cells)
