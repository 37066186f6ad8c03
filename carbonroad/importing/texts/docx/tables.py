"""Tables of Word documents: which rows and columns each cell covers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carbonroad.base.record import NamedTuple
from carbonroad.importing.texts.docx.list_numbers import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.importing.texts.docx.tree import Tree

_WRAPPERS: Final = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_WIDEST: Final = 1000
"""Columns of a table; Word allows 63."""


class Spot(NamedTuple):
    """Where a cell stands: the table's number, row and column from 1, and how many of them it covers."""

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


class _Cell(NamedTuple):
    """A cell before it is known how many rows it covers; `goes_on` if it belongs to the one above."""

    tree: Tree
    row: int
    column: int
    columns: int
    goes_on: bool


def laid_out(table: Tree, number: int) -> tuple[bool, list[tuple[Tree, Spot]]]:
    """Whether rows have tracked changes; and the cells with their places, row by row.

    Cells that belong to one above, and rows that are deleted, are left out.
    """
    cells: list[_Cell] = []
    changed = False
    row = 0
    for line in _each(table, "tr"):
        properties = line.child("trPr")
        column = 1
        if properties is not None:
            changed |= properties.child("ins") is not None or properties.child("del") is not None
            if properties.child("del") is not None:
                continue
            column += min(whole(properties.value("gridBefore") or ""), _WIDEST)
        row += 1
        for one in _each(line, "tc"):
            cell = _cell(one, row, min(column, _WIDEST))
            cells.append(cell)
            column += cell.columns
    covered: dict[int, int] = {}
    found: list[tuple[Tree, Spot]] = []
    for cell in cells:
        above = covered.get(cell.column)
        if cell.goes_on and above is not None:
            tree, spot = found[above]
            found[above] = tree, spot._replace(rows=cell.row - spot.row + 1)
        else:
            covered[cell.column] = len(found)
            found.append((cell.tree, Spot(number, cell.row, cell.column, 1, cell.columns)))
    return changed, found


def _each(tree: Tree, name: str) -> Iterator[Tree]:
    """Rows of a table or cells of a row, also those in controls."""
    for one in tree:
        if one.word and one.name == name:
            yield one
        elif one.word and one.name in _WRAPPERS:
            yield from _each(one, name)


def _cell(tree: Tree, row: int, column: int) -> _Cell:
    properties = tree.child("tcPr")
    columns, goes_on = 1, False
    if properties is not None:
        columns = max(1, min(whole(properties.value("gridSpan") or ""), _WIDEST))
        merge = properties.value("vMerge")
        goes_on = merge is not None and merge != "restart"
    return _Cell(tree, row, column, columns, goes_on)
