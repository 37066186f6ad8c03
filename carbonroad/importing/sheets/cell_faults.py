"""What is wrong with cells of a sheet: one finding a kind, which names the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import Said, all_of, say, say_count
from carbonroad.findings import Span, found
from carbonroad.importing.codes import BY_NAME
from carbonroad.importing.sheets.references import letters

if TYPE_CHECKING:
    from collections.abc import Callable

    from carbonroad.findings import Finding
    from carbonroad.importing.sheets.tables import Table

_MOST_NAMED: Final = 10
"""Cells that a finding names."""


class _Faulty(NamedTuple):
    """A cell with something wrong: its place from 1, and what of it the finding shows."""

    row: int
    column: int
    text: str


class CellFaults:
    """Collects what is wrong with cells while a sheet is read, and says it when each cell has its place."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._cells: dict[str, list[_Faulty]] = {}

    def add(self, kind: str, row: int, column: int, text: str = "") -> None:
        """Note a cell.

        Args:
            kind: `unknown` (a formula without its result), `error`, `date` (one that no calendar has), `year`
                (a number shown as a day of 1905) or `characters` (control characters).
            row: Its row, from 1.
            column: Its column, from 1.
            text: What the finding shows of it: the error, the year.
        """
        self._cells.setdefault(kind, []).append(_Faulty(row, column, text))

    def findings(self, table: Table) -> list[Finding]:
        """Say what was noted, and what of the sheet is hidden."""
        made = [self._finding(table, kind, cells) for kind, cells in self._cells.items()]
        return [*made, *_hidden(table)]

    def _finding(self, table: Table, kind: str, cells: list[_Faulty]) -> Finding:
        first = cells[0]
        line = table.rows[first.row - 1] if first.row <= len(table.rows) else ()
        span = line[first.column - 1].span if first.column <= len(line) else Span(self._path, 0, 0)
        named = _listed([f"{letters(one.column)}{one.row}" for one in cells])
        rule, words = _KINDS[kind]
        message, help_ = words(len(cells), named, first.text)
        return found(BY_NAME[rule], span, message, pointer=f"{letters(first.column)}{first.row}", help_=help_)


def _unknown(count: int, cells: str, _: str) -> tuple[Said, Said]:
    message = say_count(
        "{cells} holds a formula without its result, and counts as empty.",
        "{n} cells hold formulas without their results, and count as empty: {cells}.",
        count,
        cells=cells,
    )
    return message, say("open the file in Excel or WPS and save it: then the results are in it")


def _error(count: int, cells: str, error: str) -> tuple[Said, Said]:
    message = say_count(
        "{cells} shows the error {error}, and counts as empty.",
        "{n} cells show errors such as {error}, and count as empty: {cells}.",
        count,
        cells=cells,
        error=error,
    )
    return message, say("mend the formula, or type the value")


def _date(count: int, cells: str, _: str) -> tuple[Said, Said]:
    message = say_count(
        "{cells} holds a date that no calendar has, and counts as empty.",
        "{n} cells hold dates that no calendar has, and count as empty: {cells}.",
        count,
        cells=cells,
    )
    return message, say("type the date anew, such as 2030-06-30; an empty cell may show 1900-01-00")


def _year(count: int, cells: str, year: str) -> tuple[Said, Said]:
    message = say_count(
        "{cells}, formatted as a date, is a day of 1905, from the number {year}.",
        "{n} cells, formatted as dates, are days of 1905, from numbers such as {year}: {cells}.",
        count,
        cells=cells,
        year=year,
    )
    return message, say("where a year is meant, format the cells as numbers or text")


def _characters(count: int, cells: str, _: str) -> tuple[Said, Said]:
    message = say_count(
        "{cells} holds control characters; they were left out.",
        "{n} cells hold control characters; they were left out: {cells}.",
        count,
        cells=cells,
    )
    return message, say("look at the cells in the original")


_KINDS: Final[dict[str, tuple[str, Callable[[int, str, str], tuple[Said, Said]]]]] = {
    "unknown": ("formula-without-value", _unknown),
    "error": ("error-value", _error),
    "date": ("wrong-date-in-cell", _date),
    "year": ("wrong-date-in-cell", _year),
    "characters": ("characters-left-out", _characters),
}
"""The rule of each kind, and its words: given how many cells, their references, and what the first shows."""


def _hidden(table: Table) -> list[Finding]:
    """What of a sheet nobody sees, and is read all the same."""
    rule, span = BY_NAME["hidden-content"], Span(table.source.path, 0, 0)
    help_ = say("take it out of the file if it is not meant to be published")
    if not table.rows:
        return []
    if table.hidden:
        message = say("The sheet {sheet} is hidden; it is read like the others.", sheet=table.name)
        return [found(rule, span, message, help_=help_)]
    parts = []
    if table.hidden_rows:
        parts.append(say("rows {rows}", rows=_listed([str(one) for one in sorted(table.hidden_rows)])))
    if table.hidden_columns:
        columns = sorted(table.hidden_columns, key=lambda one: (len(one), one))
        parts.append(say("columns {columns}", columns=_listed(columns)))
    if not parts:
        return []
    message = say("Hidden in {sheet} and read all the same: {what}.", sheet=table.name, what=all_of(parts))
    return [found(rule, span, message, help_=help_)]


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
