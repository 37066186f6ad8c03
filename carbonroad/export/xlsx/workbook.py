"""Tables as an Excel workbook: typed cells, filters, frozen header, ready to print; the same bytes always."""

import io
from datetime import datetime

import xlsxwriter

from carbonroad.export.csv_text import shown
from carbonroad.export.format import Exported
from carbonroad.export.office_text import EARLIEST
from carbonroad.export.tables.rows import Table, tables
from carbonroad.export.tables.tabled import TabledRoadmap
from carbonroad.export.xlsx.about import write_about
from carbonroad.export.xlsx.sheet import write_sheet
from carbonroad.export.xlsx.styles import Styles

_MOST_ROWS = 1_048_575
"""Rows of a sheet below its header."""
_LONGEST_NAME = 31


def write(exported: Exported) -> dict[str, bytes]:
    """Return the workbook."""
    tabled, made = TabledRoadmap(exported), tables(exported)
    into = io.BytesIO()
    book = xlsxwriter.Workbook(
        into,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    styles = Styles(book, chinese=tabled.chinese)
    _properties(book, tabled)
    pieces = [piece for table in made for piece in _pieces(table)]
    for table in pieces:
        sheet = book.add_worksheet(table.name)
        if table.sheet.key == "roadmap":
            write_about(sheet, styles, tabled, pieces)
        else:
            write_sheet(sheet, styles, tabled, table)
    book.close()
    return {f"{exported.system.name}.xlsx": into.getvalue()}


def _pieces(table: Table) -> list[Table]:
    """The table, in several sheets where it has more rows than one may have."""
    starts = range(0, len(table.rows), _MOST_ROWS)
    if len(starts) < 2:
        return [table]
    names = (f" ({n})" for n in range(1, len(starts) + 1))
    return [
        table._replace(
            name=table.name[: _LONGEST_NAME - len(name)] + name, rows=table.rows[start : start + _MOST_ROWS]
        )
        for start, name in zip(starts, names, strict=True)
    ]


def _properties(book: xlsxwriter.Workbook, tabled: TabledRoadmap) -> None:
    """What the file says of itself; its time is the data date, for there is no clock here."""
    system, w = tabled.system, tabled.words.w
    day = max(system.as_of, EARLIEST)
    book.set_properties(
        {
            "title": shown(tabled.text(system.title))[:255],
            "subject": w("as of {day}", day=system.as_of.isoformat()),
            "author": "",
            "comments": f"carbonroad {tabled.exported.version} · {system.fingerprint}",
            "created": datetime(day.year, day.month, day.day),  # noqa: DTZ001 - a day has no zone
        }
    )
