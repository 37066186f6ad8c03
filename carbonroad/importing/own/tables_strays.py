"""Rows of an exported table that people added or changed: given a place, or kept in words and told."""

from collections.abc import Iterator

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.free_names import free_name
from carbonroad.base.texts.said import say
from carbonroad.findings import Finding
from carbonroad.importing.lists.cells import Problem, cut, finding_at, unreadable, words_of
from carbonroad.importing.own.own_tables import OwnRow, OwnTable
from carbonroad.importing.sheets.references import row_in
from carbonroad.importing.sheets.tables import Cell

_ITEMS = {"timetable": "t", "works": "w", "indicators": "i", "measures": "m"}
"""Tables of things with an id, and what a new id begins with."""
_NAMESPACES = {"timetable": "items", "works": "items"}
_REFERRING = {"values": ("indicator", ("indicators",)), "reports": ("item", ("timetable", "works"))}
"""Tables whose rows belong to a row of another table."""


class Placed(NamedTuple):
    """The tables of an export, each row with a place.

    Attributes:
        tables: By their keys.
        findings: What was changed, and what could not be placed.
        left_out: The words of rows that could not be placed.
    """

    tables: dict[str, OwnTable]
    findings: tuple[Finding, ...]
    left_out: tuple[str, ...]


def placed(tables: dict[str, OwnTable]) -> Placed:
    """Return the tables with an id of its own for every row that has a title."""
    placer = _Placer(tables)
    made = {key: _with_rows(table, list(placer.items(key, table))) for key, table in tables.items()}
    made = {key: _with_rows(table, list(placer.referring(key, table, made))) for key, table in made.items()}
    made = {
        key: _with_rows(table, [placer.words(table, row) for row in table.rows])
        for key, table in made.items()
    }
    return Placed(made, tuple(placer.findings), tuple(placer.left_out))


def _with_rows(table: OwnTable, rows: list[OwnRow]) -> OwnTable:
    return table._replace(rows=tuple(rows))


class _Placer:
    """Gives rows their ids, and takes note of what it finds."""

    def __init__(self, tables: dict[str, OwnTable]) -> None:
        self.findings: list[Finding] = []
        self.left_out: list[str] = []
        self._taken: dict[str, set[str]] = {}
        self._parts: dict[str, str] = {}
        industries = tables.get("industries")
        self._known = {row.text("id"): None for row in industries.rows} if industries else {}
        for row in industries.rows if industries else ():
            titles = [cell.text.strip() for (key, _), cell in row.cells.items() if key == "title"]
            self._parts |= dict.fromkeys((*titles, row.text("id")), row.text("id"))
        for key in _ITEMS:
            for row in tables[key].rows if key in tables else ():
                part, dot, _ = row.text("id").partition(".")
                if dot and (not industries or part in self._known):
                    self._known[part] = None
                    self._parts.setdefault(row.text("industry"), part)
        self._last = next(iter(self._known), "top")

    def items(self, key: str, table: OwnTable) -> Iterator[OwnRow]:
        """Return the rows of a table of items, each with a qualified id that stands once."""
        if key not in _ITEMS:
            yield from table.rows
            return
        taken = self._taken.setdefault(_NAMESPACES.get(key, key), set())
        typed = {row.text("id") for row in table.rows}
        for row in table.rows:
            ident = row.text("id")
            part, dot, _ = ident.partition(".")
            if key == "timetable" and row.word("kind", "item") == "target":
                yield row
            elif dot and part in self._known and ident not in taken:
                self._last = part
                taken.add(ident)
                yield self._milestone(row) if key == "timetable" else row
            elif row.text("title"):
                yield self._new(row, key, taken, typed)
            else:
                self._leave_out(row, say('Row {row} has no title: "{words}".', **_of(row)))

    def _new(self, row: OwnRow, key: str, taken: set[str], typed: set[str]) -> OwnRow:
        """A row with the id that it lacks."""
        industry = row.text("industry")
        part = self._last = self._parts.get(industry, self._last)
        own = row.text("id").rpartition(".")[2]
        wanted = f"{part}.{own or _ITEMS[key] + '1'}"
        ident = free_name(wanted, taken | (typed - {wanted} if own else typed))
        if not own:
            number = 1
            while (ident := f"{part}.{_ITEMS[key]}{number}") in taken | typed:
                number += 1
        taken.add(ident)
        cell = row.cells["id", ""]
        if ident != wanted or not own or industry not in self._parts:
            message = say(
                'The row "{title}" ({cell}) is called {ident} in the draft.',
                title=cut(row.text("title")), cell=cell.reference, ident=ident,
            )  # fmt: skip
            help_ = (
                say(
                    'the industry "{industry}" is in no other row: add it to the table of industries',
                    industry=industry,
                )
                if industry and industry not in self._parts
                else say("give each row an id of its own behind that of its industry, such as steel.M1")
            )
            self._report(cell, Problem("assumed", message, help_))
        made = row._replace(cells={**row.cells, ("id", ""): cell._replace(text=ident)})
        if industry and industry not in self._parts:
            made = made._replace(added={**made.added, "x-industry": row.cells["industry", ""]})
        return self._milestone(made) if key == "timetable" else made

    def _milestone(self, row: OwnRow) -> OwnRow:
        """A row of the timetable whose kind is none: it is read as a milestone."""
        if row.word("kind", "item") == "milestone":
            return row
        cell = row.cells["kind", ""]
        if cell.text.strip():
            help_ = say("write one of its words; the row was read as a milestone")
            self._report(cell, unreadable(cell, say("a word of its list"), help_))
        return row._replace(cells={**row.cells, ("kind", ""): cell._replace(text="milestone")})

    def referring(self, key: str, table: OwnTable, tables: dict[str, OwnTable]) -> Iterator[OwnRow]:
        """Return the rows that belong to a row that is there."""
        column, others = _REFERRING.get(key, ("", ()))
        known = {one.text("id") for other in others if other in tables for one in tables[other].rows}
        for row in table.rows:
            if not known or row.text(column) in known:
                yield row
                continue
            message = say(
                '"{words}" in {cell} is in none of the other tables, so this row belongs to nothing.',
                words=row.text(column), cell=row.cells[column, ""].reference,
            )  # fmt: skip
            self._leave_out(row, message)

    def words(self, table: OwnTable, row: OwnRow) -> OwnRow:
        """Return a row whose words of fixed lists are words of theirs; others are kept under `x-` keys."""
        for column in table.sheet.columns:
            cell = row.cells.get((column.key, ""))
            if not column.words or column.computed or cell is None or not cell.text.strip():
                continue
            if not row.word(column.key, column.words):
                key = free_name(f"x-{column.key}", row.added)
                help_ = say("write one of its words; these are kept as {key}", key=key)
                self._report(cell, unreadable(cell, say("a word of its list"), help_))
                row = row._replace(added={**row.added, key: cell})
        return row

    def _leave_out(self, row: OwnRow, message: str) -> None:
        cell = next(cell for cell in row.cells.values() if cell.text.strip())
        help_ = say("correct the row and import again; its words are kept as x-left-out")
        self._report(cell, Problem("unreadable-cell", message, help_))
        self.left_out.append(_of(row)["words"])

    def _report(self, cell: Cell, problem: Problem) -> None:
        self.findings.append(finding_at(cell, problem))


def _of(row: OwnRow) -> dict[str, str]:
    """The number of a row and its words."""
    filled = [cell for cell in (*row.cells.values(), *row.added.values()) if cell.text.strip()]
    return {
        "row": row_in(filled[0].reference),
        "words": " | ".join(dict.fromkeys(words_of(cell) for cell in filled)),
    }
