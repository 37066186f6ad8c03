"""Pages to take pictures of: cells of a spreadsheet as a sheet, and what a command says as a terminal."""

import io
from datetime import datetime
from html import escape
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

_SHEET = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #fff; font: 14px "Noto Sans", "Noto Sans CJK SC", sans-serif; color: #1b1b1b }}
table {{ border-collapse: collapse; table-layout: fixed }}
td, th {{ border: 1px solid #d4d7da; padding: 2px 6px; height: 20px; overflow: hidden; white-space: nowrap }}
th {{ background: #f1f3f4; color: #5b6066; font-weight: normal; border-color: #c3c7cb }}
td.wrap {{ white-space: normal }} td.number {{ text-align: right }} td.center {{ text-align: center }}
td.bold {{ font-weight: bold }} td.italic {{ font-style: italic }} td.head {{ background: #dde6ee }}
p {{ margin: 0; background: #f1f3f4; padding: 0 38px; display: flex; border-top: 1px solid #c3c7cb }}
p span {{ padding: 6px 18px; border-right: 1px solid #c3c7cb }}
p span:first-child {{ background: #fff; font-weight: bold }}
</style><table><colgroup><col style="width:34px">{columns}</colgroup>{rows}</table><p>{tabs}</p>"""
_TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #fbfbf9; color: #1d2731 }}
pre {{ margin: 0; padding: 16px 20px; font: 15px/1.4 FONTS }}
</style><pre>{code}</pre>"""
# Black, red, green, yellow, blue, magenta, cyan, white; dark enough for small print on a light page.
_THEME = TerminalTheme(
    (251, 251, 249),
    (29, 39, 49),
    [(29, 39, 49), (165, 29, 36), (20, 105, 62), (138, 90, 0), (11, 74, 143), (116, 52, 129), (0, 104, 117),
     (90, 98, 106)],
)  # fmt: skip


def sheet_page(path: Path, number: int = 0) -> str:
    """The HTML of a sheet as a spreadsheet program shows it, from the cells of the file."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[number]
    letters = [get_column_letter(column) for column in range(1, sheet.max_column + 1)]
    widths = (round(sheet.column_dimensions[letter].width * 7.2) for letter in letters)
    columns = "".join(f'<col style="width:{width}px">' for width in widths)
    head = "".join(f"<th>{letter}</th>" for letter in letters)
    rows = "".join(_row(sheet, row) for row in range(1, sheet.max_row + 1))
    names = sorted(book.sheetnames, key=lambda name: name != sheet.title)
    tabs = "".join(f"<span>{escape(name)}</span>" for name in names)
    return _SHEET.format(columns=columns, rows=f"<tr><th></th>{head}</tr>{rows}", tabs=tabs)


def _row(sheet: Worksheet, row: int) -> str:
    ranges = {(one.min_row, one.min_col): one for one in sheet.merged_cells.ranges}
    cells = []
    for cell in sheet[row]:
        if not isinstance(cell, Cell):
            continue
        merged = ranges.get((cell.row, cell.column))
        spans = f' rowspan="{merged.size["rows"]}" colspan="{merged.size["columns"]}"' if merged else ""
        cells.append(f'<td class="{_look(cell)}"{spans}>{escape(_shown(cell))}</td>')
    return f"<tr><th>{row}</th>{''.join(cells)}</tr>"


def _look(cell: Cell) -> str:
    number = isinstance(cell.value, int | float) and not isinstance(cell.value, bool)
    looks = {
        "number": number,
        "center": cell.alignment.horizontal == "center",
        "wrap": bool(cell.alignment.wrap_text),
        "bold": bool(cell.font.b),
        "italic": bool(cell.font.i),
        "head": cell.fill.fill_type == "solid",
    }
    return " ".join(name for name, has in looks.items() if has)


def _shown(cell: Cell) -> str:
    """What a spreadsheet program writes into the cell, for the number formats of our samples."""
    match cell.value:
        case None:
            return ""
        case datetime() as day if cell.number_format == "yyyy/m/d":
            return f"{day.year}/{day.month}/{day.day}"
        case datetime() as day if cell.number_format.startswith("yyyy-mm-dd"):
            return f"{day:%Y-%m-%d}"
        case datetime() as day:
            return f"{day.day} {day:%b %Y}"
        case int() | float() as number if cell.number_format == "0%":
            return f"{number:.0%}"
        case value:
            return str(value)


def terminal_page(lines: str) -> str:
    """The HTML of a terminal that shows these lines, which may hold colours; Chinese is two columns wide."""
    fonts = '"Noto Sans Mono CJK SC"' if any(sign > "\u2e80" for sign in lines) else '"DejaVu Sans Mono"'
    console = Console(record=True, width=118, file=io.StringIO(), legacy_windows=False)
    console.print(Text.from_ansi(lines))
    return console.export_html(
        theme=_THEME, code_format=_TERMINAL.replace("FONTS", fonts), inline_styles=True
    )
