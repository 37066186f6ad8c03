"""A roadmap as tables of typed cells: what csv, xlsx and docx write."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.export.format import Exported
from carbonroad.export.tables.cells import Cell, Dated, Number, Row
from carbonroad.export.tables.items import assignments, timetable, works
from carbonroad.export.tables.links import citations, links, reports
from carbonroad.export.tables.tabled import TabledRoadmap
from carbonroad.export.tables.values import indicators, pathways, values
from carbonroad.export.tables.whole import (
    bodies,
    industries,
    measures,
    phases,
    revisions,
    roadmap,
    sources,
)
from carbonroad.model.text import Text
from carbonroad.read.columns.column import Column, Sheet
from carbonroad.read.columns.tables import TABLES

Flat = str | date | Dated | int | Number | None
"""What a cell holds once a text is in one language."""

_ROWS: dict[str, Callable[[TabledRoadmap], Iterable[Row]]] = {
    "roadmap": roadmap,
    "timetable": timetable,
    "assignments": assignments,
    "indicators": indicators,
    "values": values,
    "works": works,
    "measures": measures,
    "pathways": pathways,
    "bodies": bodies,
    "sources": sources,
    "citations": citations,
    "links": links,
    "reports": reports,
    "phases": phases,
    "industries": industries,
    "revisions": revisions,
}


class Head(NamedTuple):
    """A column as it stands in a table; `tag` names the language of a further text, else it is empty."""

    column: Column
    tag: str
    text: str


class Table(NamedTuple):
    """A table: every row has a cell for every head."""

    sheet: Sheet
    name: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Flat, ...], ...]


def tables(exported: Exported) -> list[Table]:
    """Return the tables that are asked for, in the order of `TABLES`; of all, those that have rows."""
    tabled, asked = TabledRoadmap(exported), exported.options.tables
    made = (_table(tabled, sheet) for sheet in TABLES if not asked or sheet.key in asked)
    return [table for table in made if asked or table.rows]


def _table(tabled: TabledRoadmap, sheet: Sheet) -> Table:
    rows = list(_ROWS[sheet.key](tabled))
    heads = tuple(_heads(tabled, sheet, rows))
    flat = tuple(tuple(_flat(tabled, row.get(head.column.key), head.tag) for head in heads) for row in rows)
    return Table(sheet, sheet.name(chinese=tabled.chinese), heads, flat)


def _heads(tabled: TabledRoadmap, sheet: Sheet, rows: Sequence[Row]) -> Iterable[Head]:
    """The columns, and after them those of texts in further languages."""
    further: list[Head] = []
    for column in sheet.columns:
        cells = [row.get(column.key) for row in rows]
        if column.rare and not any(_filled(cell) for cell in cells):
            continue
        yield Head(column, "", column.header(chinese=tabled.chinese))
        further += (
            Head(column, tag, column.header(chinese=tabled.chinese, tag=tag)) for tag in _tags(tabled, cells)
        )
    yield from further


def _filled(cell: Cell) -> bool:
    return bool(cell) if isinstance(cell, Text | str) else cell is not None


def _tags(tabled: TabledRoadmap, cells: Iterable[Cell]) -> list[str]:
    """The further languages in which any of the texts is written: the roadmap's first."""
    found = {
        tag: None
        for cell in cells
        if isinstance(cell, Text)
        for tag, words in cell.entries
        if tag and words and not _same_language(tag, tabled.exported.lang)
    }
    known = [tag for tag in tabled.system.languages if tag in found]
    return [*known, *sorted(found.keys() - set(known))]


def _same_language(tag: str, other: str) -> bool:
    one, two = tag.lower(), other.lower()
    return one == two or one.startswith(f"{two}-") or two.startswith(f"{one}-")


def _flat(tabled: TabledRoadmap, cell: Cell, tag: str) -> Flat:
    """What a column shows of a cell: of a text the words in its language."""
    if not isinstance(cell, Text):
        return cell if not tag else None
    if not tag:
        return tabled.text(cell)
    return next((words for written, words in cell.entries if written == tag), None)
