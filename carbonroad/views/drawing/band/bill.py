"""A ruled table before it is fitted: its columns, and how narrow each may be."""

from dataclasses import dataclass, replace
from functools import lru_cache

from carbonroad.views.drawing.paper.text import break_lines, measure, narrowest

HEADING_SIZE = 2.3
SIDE = 1.0
"""Air left and right of a cell's words."""
MARK = 3.7
"""What a status mark takes before a cell's words."""


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
        return width + 2 * SIDE + (MARK if self.marks else 0.0)

    def lines(self, row: int, size: float, width: float, *, heavy: bool) -> tuple[str, ...]:
        """Return a cell's lines; in a heavy row some are bold."""
        return break_lines(self.cells[row], size, self.room(width), self.bold(heavy=heavy))

    def room(self, width: float) -> float:
        """Return what of a column's width its words have."""
        return width - 2 * SIDE - (MARK if self.marks else 0.0) + 0.01

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
