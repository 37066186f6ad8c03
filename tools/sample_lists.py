"""Makes the spreadsheets of the tutorial, docs/tutorial/*.xlsx, from the text in tools/samples.

A sheet is three blocks: its name, title and further lines; two rows of headers; its rows. A cell that looks
like a day becomes a date, 12% a number shown as percent, 12.5 a number; after an apostrophe it stays text. An
empty cell in the first column belongs to the merged cell above it.
"""

import io
import re
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

SAMPLES = Path(__file__).resolve().parent / "samples"
FOLDER = Path(__file__).resolve().parent.parent / "docs" / "tutorial"
WIDTHS = ((12, 5, 44, 12, 18, 26, 32, 12, 26), (12, 38, 12, 9, 9, 9, 15, 24))
_HEAD = {"bold": True, "border": 1, "bg_color": "#DDE6EE", "align": "center", "valign": "vcenter"}
_LOOKS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 14, "align": "center"},
    "below": {"italic": True},
    "head": _HEAD,
    "field": {"border": 1, "align": "center", "valign": "vcenter"},
    "text": {"border": 1, "text_wrap": True, "valign": "vcenter"},
    "day": {"border": 1, "num_format": "d mmm yyyy", "align": "left", "valign": "vcenter"},
    "percent": {"border": 1, "num_format": "0%", "valign": "vcenter"},
}


def workbook(text: str) -> bytes:
    """The bytes of the workbook that a text describes: the same each time."""
    blocks = [block.splitlines() for block in text.strip("\n").split("\n\n")]
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    book.set_properties({"title": blocks[0][1], "created": datetime(2026, 11, 2, tzinfo=UTC)})
    looks = {name: book.add_format(look) for name, look in _LOOKS.items()}
    if not text.isascii():
        looks["day"].set_num_format("yyyy/m/d")
    sheets = zip(blocks[::3], blocks[1::3], blocks[2::3], WIDTHS, strict=True)
    for (name, title, *below), head, rows, widths in sheets:
        sheet = book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        for row, line in enumerate((title, *below)):
            sheet.merge_range(row, 0, row, len(widths) - 1, line, looks["below" if row else "title"])
        first = 1 + len(below)
        _head(sheet, first, _cells(head), looks["head"])
        _body(sheet, first + 2, _cells(rows), looks)
    book.close()
    return held.getvalue()


def _cells(rows: list[str]) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in rows]


def _head(sheet: Worksheet, first: int, rows: list[list[str]], look: Format) -> None:
    """Two header rows: a group over its columns, and a column's name over both rows."""
    above, below = rows
    width = len(above)
    begins = [column for column in range(width) if above[column]]
    for column, after in pairwise([*begins, width]):
        if not below[column]:
            sheet.merge_range(first, column, first + 1, column, above[column], look)
        else:
            sheet.merge_range(first, column, first, after - 1, above[column], look)
            for part in range(column, after):
                sheet.write(first + 1, part, int(below[part]) if below[part].isdigit() else below[part], look)


def _body(sheet: Worksheet, first: int, rows: list[list[str]], looks: dict[str, Format]) -> None:
    begins = [row for row, cells in enumerate(rows) if cells[0]]
    for row, after in pairwise([*begins, len(rows)]):
        if after - row > 1:
            sheet.merge_range(first + row, 0, first + after - 1, 0, rows[row][0], looks["field"])
        else:
            sheet.write_string(first + row, 0, rows[row][0], looks["field"])
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells[1:], 1):
            _cell(sheet, first + row, column, cell, looks)


def _cell(sheet: Worksheet, row: int, column: int, cell: str, looks: dict[str, Format]) -> None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
        sheet.write_datetime(row, column, date.fromisoformat(cell), looks["day"])
    elif re.fullmatch(r"\d+%", cell):
        sheet.write_number(row, column, int(cell[:-1]) / 100, looks["percent"])
    elif re.fullmatch(r"\d+(?:\.\d+)?", cell):
        sheet.write_number(row, column, float(cell), looks["text"])
    elif cell:
        sheet.write_string(row, column, cell.removeprefix("'"), looks["text"])
    else:
        sheet.write_blank(row, column, None, looks["text"])


def made() -> dict[str, bytes]:
    """The workbooks, by file name."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))}
    return {f"{name}.xlsx": workbook(text) for name, text in texts.items()}


def main() -> None:
    """Write both workbooks."""
    FOLDER.mkdir(exist_ok=True)
    for name, content in made().items():
        (FOLDER / name).write_bytes(content)


if __name__ == "__main__":
    main()
