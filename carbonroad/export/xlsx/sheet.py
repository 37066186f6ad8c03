"""One table as a sheet of a workbook."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_range

from carbonroad.base.texts.textwidth import cells
from carbonroad.export.csv_text import shown
from carbonroad.export.office_text import fitting
from carbonroad.export.tables.cells import Dated, Number
from carbonroad.export.tables.rows import Flat, Head, Table
from carbonroad.export.tables.tabled import TabledRoadmap
from carbonroad.export.xlsx.styles import TONES, Styles
from carbonroad.read.columns.column import Column
from carbonroad.read.columns.words import WORDS
from carbonroad.read.vocabulary.words import ENUMERATIONS

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_MOST_LINKS, _LONGEST_LINK = 60_000, 2_000
_FIRST_DAY = date(1900, 3, 1)
"""The first day that all spreadsheet programs count alike."""
_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
_WIDTHS = {"id": (8, 20), "date": (11, 12), "text": (14, 40), "names": (10, 22), "word": (8, 13)}
_OTHER_WIDTH = (8, 17)
_PRINTED = 230
"""Columns of text that fit across a page and can still be read."""
_MORE_ROWS = 500
"""Rows below the last one in which the choices of a column are offered too."""
_LONGEST_LIST = 255


def write_sheet(sheet: "Worksheet", styles: Styles, tabled: TabledRoadmap, table: Table) -> None:
    """Write a table with its header, filters, widths, choices and print set-up."""
    for n, head in enumerate(table.heads):
        computed = head.column.computed or table.sheet.computed
        sheet.write_string(0, n, shown(head.text), styles.head(computed=computed))
    links = 0
    for r, row in enumerate(table.rows, 1):
        for c, cell in enumerate(row):
            linked = table.heads[c].column.kind == "url" and links < _MOST_LINKS and _is_safe(cell)
            links += linked
            write_cell(sheet, styles, (r, c), cell, linked=linked)
    widths = [_width(table, c) for c in range(len(table.heads))]
    for c, width in enumerate(widths):
        sheet.set_column(c, c, width, styles.default)
    last = len(table.rows)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(table.heads) - 1)
    # Words such as "2030" are words: Excel would put a warning in the corner of each.
    sheet.ignore_errors({"number_stored_as_text": xl_range(1, 0, last + _MORE_ROWS, len(table.heads) - 1)})
    for c, head in enumerate(table.heads):
        _offer_choices(sheet, styles, tabled, head, (c, last))
    _set_up_print(sheet, tabled, table, widths)


def write_cell(
    sheet: "Worksheet", styles: Styles, at: tuple[int, int], cell: Flat, *, linked: bool = False
) -> None:
    """Write a value as what it is: a day, a number, a percentage, words."""
    match cell:
        case None | "":
            sheet.write_blank(*at, None, styles.text())
        case str():
            text = fitting(cell)
            if linked:
                sheet.write_url(*at, text, styles.link, text)
            else:
                sheet.write_string(*at, text, styles.text(quoted=text.lstrip().startswith(_FORMULA)))
        case Number():
            percent = cell.measure == "%"
            value = float(Decimal(repr(cell.value)) / 100) if percent else cell.value
            shown_value = cell.value if percent else value
            sheet.write_number(*at, value, styles.number(shown_value, percent=percent))
        case int():
            sheet.write_number(*at, cell, styles.whole())
        case Dated():
            _write_day(sheet, styles, at, cell.day, cell.size)
        case date():
            _write_day(sheet, styles, at, cell, "day")


def _write_day(sheet: "Worksheet", styles: Styles, at: tuple[int, int], day: date, size: str) -> None:
    if day < _FIRST_DAY:
        sheet.write_string(*at, day.isoformat()[: {"year": 4, "month": 7}.get(size)], styles.text())
        return
    sheet.write_datetime(*at, datetime(day.year, day.month, day.day), styles.day(size))  # noqa: DTZ001


def _is_safe(cell: Flat) -> bool:
    """Whether an address may be followed from the cell: it leads where it says, into the web."""
    return (
        isinstance(cell, str)
        and cell.startswith(("https://", "http://"))
        and cell.isascii()
        and cell.isprintable()
        and not set(' "<>\\^`{|}') & set(cell)
        and len(cell) <= _LONGEST_LINK
    )


def _width(table: Table, c: int) -> float:
    """The width of a column in digits: of its longest words, between bounds by its kind."""
    head = table.heads[c]
    least, most = _WIDTHS.get(head.column.kind, _OTHER_WIDTH)
    longest = max((_cells(row[c]) for row in table.rows), default=0)
    heading = min(cells(head.text), most // 2) + 4
    return max(least, min(most, max(longest + 2, heading)))


def _cells(cell: Flat) -> int:
    if isinstance(cell, str):
        return max(map(cells, cell[:400].split("\n")), default=0)
    return 0 if cell is None else 11 if isinstance(cell, date | Dated) else 10


def _offer_choices(
    sheet: "Worksheet", styles: Styles, tabled: TabledRoadmap, head: Head, place: tuple[int, int]
) -> None:
    """Offer the words of a fixed list; another word may still be typed, with a warning."""
    column, (c, last) = head.column, place
    if column.kind != "word":
        return
    if column.key == "standing":
        for key in TONES:
            word = f'"{tabled.word("standing", key)}"'
            rule = {"type": "cell", "criteria": "==", "value": word, "format": styles.tone(key)}
            sheet.conditional_format(1, c, last + _MORE_ROWS, c, rule)
    words = _choices(tabled, column)
    if not column.computed and len(",".join(words)) <= _LONGEST_LIST:
        choice = {"validate": "list", "source": words, "error_type": "warning"}
        sheet.data_validation(1, c, last + _MORE_ROWS, c, choice)


def _choices(tabled: TabledRoadmap, column: Column) -> list[str]:
    known = WORDS.get(column.words) or ENUMERATIONS[column.words].words
    return [tabled.word(column.words, key) for key in known]


def _set_up_print(sheet: "Worksheet", tabled: TabledRoadmap, table: Table, widths: list[float]) -> None:
    """A4 across, the header on every page, page numbers; of wide tables the columns that can be read."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    shown_columns, room = 0, float(_PRINTED)
    while shown_columns < len(widths) and (shown_columns == 0 or room >= widths[shown_columns]):
        room -= widths[shown_columns]
        shown_columns += 1
    sheet.print_area(0, 0, max(1, len(table.rows)), shown_columns - 1)
    w, day = tabled.words.w, tabled.system.as_of.isoformat()
    name = shown(tabled.text(tabled.system.title)).replace("\n", " ")[:80].replace("&", "&&")
    sheet.set_header(f"&L{name}&R{table.name}")
    sheet.set_footer(f"&L{w('as of {day}', day=day)}&R{w('page {n} of {all}', n='&P', all='&N')}")
