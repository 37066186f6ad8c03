"""What is wrong with cells of a sheet: one finding a kind, which names the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carbonroad.base.texts.said import Said, all_of, say, say_count
from carbonroad.findings import Span, found
from carbonroad.importing.codes import BY_NAME
from carbonroad.importing.sheets.grid import letters

if TYPE_CHECKING:
    from carbonroad.findings import Finding
    from carbonroad.importing.sheets.tables import Table

_MOST_NAMED: Final = 10
"""Cells that a finding names."""
_RULES: Final = {
    "unknown": "formula-without-value",
    "error": "error-value",
    "date": "wrong-date-in-cell",
    "year": "wrong-date-in-cell",
    "characters": "characters-left-out",
}


class Notes:
    """Collects what is wrong with cells while a sheet is read, and says it when each cell has its place."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._cells: dict[str, list[tuple[int, int, str]]] = {}

    def add(self, kind: str, row: int, column: int, text: str = "") -> None:
        """Note a cell."""
        self._cells.setdefault(kind, []).append((row, column, text))

    def findings(self, table: Table) -> list[Finding]:
        """Say what was noted, and what of the sheet is hidden."""
        made = [self._finding(table, kind, cells) for kind, cells in self._cells.items()]
        return [*made, *_hidden(table)]

    def _finding(self, table: Table, kind: str, cells: list[tuple[int, int, str]]) -> Finding:
        row, column, text = cells[0]
        line = table.rows[row - 1] if row <= len(table.rows) else ()
        span = line[column - 1].span if column <= len(line) else Span(self.path, 0, 0)
        named = ", ".join(f"{letters(at)}{number}" for number, at, _ in cells[:_MOST_NAMED])
        if len(cells) > _MOST_NAMED:
            named += " …"
        message, help_ = _words(kind, len(cells), named, text)
        rule = BY_NAME[_RULES[kind]]
        return found(rule, span, message, pointer=f"{letters(column)}{row}", help_=help_)


def _words(kind: str, count: int, cells: str, text: str) -> tuple[Said, Said]:
    if kind == "unknown":
        return (
            say_count(
                "{cells} holds a formula without its result, and counts as empty.",
                "{n} cells hold formulas without their results, and count as empty: {cells}.",
                count,
                cells=cells,
            ),
            say("open the file in Excel or WPS and save it: then the results are in it"),
        )
    if kind == "error":
        return (
            say_count(
                "{cells} shows the error {error}, and counts as empty.",
                "{n} cells show errors such as {error}, and count as empty: {cells}.",
                count,
                cells=cells,
                error=text,
            ),
            say("mend the formula, or type the value"),
        )
    if kind == "date":
        return (
            say_count(
                "{cells} holds a date that no calendar has, and counts as empty.",
                "{n} cells hold dates that no calendar has, and count as empty: {cells}.",
                count,
                cells=cells,
            ),
            say("type the date anew, such as 2030-06-30; an empty cell may show 1900-01-00"),
        )
    if kind == "year":
        return (
            say_count(
                "{cells}, formatted as a date, is a day of 1905, from the number {year}.",
                "{n} cells, formatted as dates, are days of 1905, from numbers such as {year}: {cells}.",
                count,
                cells=cells,
                year=text,
            ),
            say("where a year is meant, format the cells as numbers or text"),
        )
    return (
        say_count(
            "{cells} holds control characters; they were left out.",
            "{n} cells hold control characters; they were left out: {cells}.",
            count,
            cells=cells,
        ),
        say("look at the cells in the original"),
    )


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
