"""One look at a sheet before the library reads it: its size, merged ranges, what is hidden, formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say
from carbonroad.importing.foreign.faults import CannotRead, damaged, over_limit
from carbonroad.importing.foreign.safe_xml import Names, events
from carbonroad.importing.sheets.grid import MAX_COLUMNS, MAX_ROWS, Budget, Merge
from carbonroad.importing.sheets.references import column_in, column_number, letters, row_in

if TYPE_CHECKING:
    from collections.abc import Iterable

_MAX_EMPTY = 20_000_000
"""Empty cells that the library may make of rows that hold only formats."""
_MAX_MERGES = 300_000
_MAX_PIECES = 400_000
"""Elements of one row, and elements outside of rows: the library keeps them until it is past them."""


class Scan:
    """What one pass over a sheet's XML finds.

    Attributes:
        height: The last row with a value.
        width: The last column with a value.
        formulas: Row and column of every cell that a formula fills.
        unknown: Those of them whose value the file does not hold.
        merges: Merged ranges.
        filled: Numbers of rows with a value.
        hidden_rows: Numbers of hidden rows.
        hidden_columns: First and last of each range of hidden columns.

    Raises:
        CannotRead: It is damaged, or larger than what is read.
    """

    def __init__(self, chunks: Iterable[bytes], name: str, path: str, budget: Budget) -> None:
        self.height = self.width = 0
        self.formulas: set[tuple[int, int]] = set()
        self.unknown: list[tuple[int, int]] = []
        self.merges: list[Merge] = []
        self.filled: set[int] = set()
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self._path = path
        self._budget = budget
        self._name = name
        self._row = self._column = self._cells = self._rows = 0
        self._in_row = self._in_cell = self._formula = self._value = self._writes = False
        self._inside = self._outside = 0
        self._characters = 0
        self._columns: dict[str, int] = {}
        self._names = Names()
        events(chunks, name, self._start, self._end, self._data)
        self._check()
        budget.take(path, self._cells, self._characters, self._last)

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        name = self._names[full]
        self._weigh()
        if name == "c":
            self._open_cell(attributes)
        elif self._in_cell:
            if name in ("v", "t"):
                self._writes = True
            elif name == "f":
                self._formula = True
        elif name == "row":
            self._open_row(attributes)
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            if len(self.hidden_columns) < MAX_COLUMNS:
                first, last = _number(attributes.get("min")), _number(attributes.get("max"))
                self.hidden_columns.append((max(first, 1), min(last, MAX_COLUMNS)))
        elif name == "mergeCell" and len(self.merges) < _MAX_MERGES:
            self._merge(attributes.get("ref", ""))

    def _weigh(self) -> None:
        """Count an element, and refuse a sheet with too many of them in one place."""
        if self._in_row:
            self._inside += 1
        else:
            self._outside += 1
        if max(self._inside, self._outside) > _MAX_PIECES:
            message = say(
                "{sheet} has more than {limit:,} pieces in one row or outside of its rows.",
                sheet=self._path,
                limit=_MAX_PIECES,
            )
            raise CannotRead(over_limit(self._path, message, say("copy the list alone into a new file")))

    def _open_row(self, attributes: dict[str, str]) -> None:
        number = _number(attributes.get("r")) or self._row + 1
        if number <= self._row or number > MAX_ROWS:
            raise CannotRead(damaged(self._name, say("rows of a sheet are not in order")))
        self._row, self._column = number, 0
        self._in_row, self._inside = True, 0
        self._rows += 1
        if attributes.get("hidden") in ("1", "true"):
            self.hidden_rows.add(number)

    def _open_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        self._column = self._column_of(reference) if reference else self._column + 1
        if not self._row or self._column > MAX_COLUMNS:
            raise CannotRead(damaged(self._name, say("a cell has an impossible place")))
        self._in_cell, self._formula, self._value = True, False, False

    def _column_of(self, reference: str) -> int:
        """The number of a reference's column, which stands as letters."""
        word = column_in(reference)
        known = self._columns.get(word)
        if known is None:
            known = column_number(word)
            if not known or word == reference:
                raise CannotRead(damaged(self._name, say("a cell has an impossible place")))
            self._columns[word] = known
        return known

    def _data(self, text: str) -> None:
        if self._writes:
            self._value = True
            self._characters += len(text)

    def _end(self, full: str) -> None:
        name = self._names[full]
        if name in ("v", "t"):
            self._writes = False
        elif name == "c":
            self._in_cell = False
            if self._formula:
                self.formulas.add((self._row, self._column))
                if not self._value:
                    self.unknown.append((self._row, self._column))
            if self._value or self._formula:
                self._count()
        elif name == "row":
            self._in_row = False

    def _count(self) -> None:
        self.height = self._row
        self.filled.add(self._row)
        self.width = max(self.width, self._column)
        self._cells += 1
        if self._cells & 0xFFF == 0:
            self._check()

    @property
    def _last(self) -> str:
        return f"{letters(self.width)}{self.height}"

    def _check(self) -> None:
        """Refuse a sheet that is larger than what is read."""
        self._budget.fits(self._path, self._cells, self._characters, self._last)
        if self._rows * self.width > _MAX_EMPTY:
            self._budget.fits(self._path, self._rows * self.width, 0, self._last)

    def _merge(self, reference: str) -> None:
        """Keep a merged range such as `A1:C2`."""
        first, _, last = reference.replace("$", "").partition(":")
        top, left = _place(first)
        bottom, right = _place(last or first)
        if 0 < top <= bottom <= MAX_ROWS and 0 < left <= right <= MAX_COLUMNS:
            self.merges.append(Merge(top, left, bottom, right))


def _place(reference: str) -> tuple[int, int]:
    """The row and the column of a reference; 0 for what it does not say."""
    return _number(row_in(reference)), column_number(column_in(reference))


def _number(text: str | None) -> int:
    """A whole number; 0 for anything else."""
    return int(text) if text and len(text) < 10 and text.isascii() and text.isdecimal() else 0
