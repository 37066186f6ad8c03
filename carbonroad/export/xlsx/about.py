"""The first sheet of a workbook: what it is, as of when, and what stands on which sheet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from carbonroad.export.office_text import fitting
from carbonroad.export.tables.rows import Table
from carbonroad.export.tables.tabled import TabledRoadmap
from carbonroad.export.xlsx.sheet import write_cell
from carbonroad.export.xlsx.styles import Styles

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


def write_about(sheet: "Worksheet", styles: Styles, tabled: TabledRoadmap, pieces: Sequence[Table]) -> None:
    """Write the title, how to read the workbook, what holds for the whole, and the list of the sheets."""
    w, table = tabled.words.w, next(one for one in pieces if one.sheet.key == "roadmap")
    sheet.write_string(0, 0, fitting(tabled.text(tabled.system.title)), styles.title)
    sheet.write_string(1, 0, w("A climate roadmap as tables, as of {day}.", day=tabled.system.as_of))
    sheet.write_string(
        2,
        0,
        w("A grey header marks what is computed from the rest: a change there has no effect on an import."),
    )
    row = 4
    for c, head in enumerate(table.heads):
        sheet.write_string(row, c, head.text, styles.head(computed=False))
    for cells in table.rows:
        row += 1
        for c, cell in enumerate(cells):
            write_cell(sheet, styles, (row, c), cell)
    others = [one for one in pieces if one.sheet.key != "roadmap"]
    if others:
        _list(sheet, styles, tabled, others, row + 2)
    sheet.set_column(0, 0, 26, styles.default)
    sheet.set_column(1, len(table.heads) - 1, 60, styles.default)
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _list(
    sheet: "Worksheet", styles: Styles, tabled: TabledRoadmap, others: Sequence[Table], row: int
) -> None:
    w = tabled.words.w
    for c, text in enumerate((w("Worksheet"), w("Rows"))):
        sheet.write_string(row, c, text, styles.head(computed=True))
    for n, table in enumerate(others, row + 1):
        sheet.write_url(n, 0, f"internal:'{table.name}'!A1", styles.link, table.name)
        sheet.write_number(n, 1, len(table.rows), styles.whole())
