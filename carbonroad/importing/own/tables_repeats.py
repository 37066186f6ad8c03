"""What an export shows in two tables: where they say different things, one is read, and that is told."""

from collections.abc import Iterator

from carbonroad.base.texts.nearest import Spelling
from carbonroad.base.texts.said import say, say_count
from carbonroad.findings import Finding
from carbonroad.importing.draft import DUTIES
from carbonroad.importing.lists.cells import Problem, cut, finding_at
from carbonroad.importing.own.own_tables import OwnRow, OwnTable
from carbonroad.importing.own.tables_context import TablesContext
from carbonroad.importing.sheets.tables import Cell
from carbonroad.link.splitting import counted

_SHARED = ("deadline", "owner", "lead", "support", "status", "finished", "superseded_by", "note")
"""Columns that a target has in the timetable and beside its value."""


def about_repeats(tables: dict[str, OwnTable]) -> Iterator[Finding]:
    """Return a finding for each table that was changed where it only repeats another."""
    timetable, values = tables.get("timetable"), tables.get("values")
    if timetable is not None and values is not None:
        yield from _told(timetable, values, list(_targets(timetable, values)))
    assignments = tables.get("assignments")
    if assignments is not None and timetable is not None:
        yield from _told(assignments, timetable, list(_duties(assignments, tables)))


def about_bodies(context: TablesContext) -> Iterator[Finding]:
    """Return a finding for each body that stands in no row of the table of bodies: it may be a slip."""
    if "bodies" not in context.tables or not context.bodies:
        return
    spelling = Spelling(dict.fromkeys(context.bodies, 1))
    for name in context.unknown:
        cell = next(_named(context, name), None)
        if cell is None or counted(name):
            continue
        sheet = context.tables["bodies"].sheet.name(chinese=context.tables["bodies"].rows[0].chinese)
        message = say(
            '"{name}" in {cell} does not stand on the sheet "{sheet}"; it is declared as a new body.',
            name=name, cell=cell.reference, sheet=sheet,
        )  # fmt: skip
        near = spelling.near(name).one
        help_ = (
            say('did you mean "{other}"? correct the cell, or leave it if it is another body', other=near)
            if near is not None
            else say('add it to "{sheet}" with an id of its own, if it is no slip', sheet=sheet)
        )
        yield finding_at(cell, Problem("similar-body", message, help_))


def _named(context: TablesContext, name: str) -> Iterator[Cell]:
    for table in context.tables.values():
        for row in table.rows:
            yield from (
                row.cells[role, ""] for role in DUTIES if (role, "") in row.cells and name in row.listed(role)
            )


def _told(table: OwnTable, other: OwnTable, cells: list[Cell]) -> Iterator[Finding]:
    if not cells:
        return
    chinese = table.rows[0].chinese
    message = say_count(
        'On the sheet "{sheet}", {n} cell says what "{other}" does not: "{words}" in {cell}.',
        'On the sheet "{sheet}", {n} cells say what "{other}" does not, first "{words}" in {cell}.',
        len(cells), sheet=table.sheet.name(chinese=chinese), other=other.sheet.name(chinese=chinese),
        words=cut(cells[0].text), cell=cells[0].reference,
    )  # fmt: skip
    help_ = say('what "{other}" says was read; make changes there', other=other.sheet.name(chinese=chinese))
    yield finding_at(cells[0], Problem("assumed", message, help_))


def _targets(timetable: OwnTable, values: OwnTable) -> Iterator[Cell]:
    """Cells of targets in the timetable that say something else than those beside their values."""
    stated: dict[str, OwnRow] = {}
    for row in values.rows:
        mark = row.text("id")
        stated[f"{row.text('indicator')}@{row.text('key')}" + (f".{mark}" if mark else "")] = row
    for row in timetable.rows:
        if row.word("kind", "item") != "target":
            continue
        own = stated.get(row.text("id"))
        if own is None:
            yield row.cells["id", ""]
            continue
        for key in _SHARED:
            cell = row.cells.get((key, ""))
            if cell is None or (key, "") not in own.cells or row.text(key) == own.text(key):
                continue
            if key == "deadline" and not own.text(key) and row.text(key) == own.text("key"):
                continue  # of a target without a deadline of its own the timetable shows its year
            yield cell
        value = row.cells.get(("value", ""))
        if value is not None and value.text.strip() not in {own.text("said"), own.text("value")}:
            yield value


def _duties(assignments: OwnTable, tables: dict[str, OwnTable]) -> Iterator[Cell]:
    """Bodies in the table of assignments that the table of the item does not name in that role."""
    items = {
        row.text("id"): row for key in ("timetable", "works") if key in tables for row in tables[key].rows
    }
    for row in assignments.rows:
        item, role = items.get(row.text("id")), row.word("role", "role")
        if item is not None and role and row.text("body") not in item.listed(role):
            yield row.cells["body", ""]
