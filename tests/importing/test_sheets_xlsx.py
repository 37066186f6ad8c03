"""Workbooks as tables: what a person sees in each cell, where it stands, and what cannot be used."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.sheets.number_formats import decimal_of, parse_format, shown
from carbonroad.importing.sheets.tables import Cell, Table, Tables, read_tables


def _saved(book: Any) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _read(book: Any) -> Tables:
    return read_tables(_saved(book), "plan.xlsx", Kind.xlsx)


def _table(*rows: list[Any]) -> Table:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return _read(book).tables[0]


def _cell(value: Any, code: str = "General") -> Cell:
    book = openpyxl.Workbook()
    book.active["B2"] = value
    book.active["B2"].number_format = code
    return _read(book).tables[0].rows[1][1]


def _names(tables: Tables) -> list[str]:
    return [finding.name for finding in tables.findings]


def test_each_row_is_a_line_and_each_cell_knows_its_place() -> None:
    table = _table(["编号", "任务"], [], [1, "钢铁\n改造", None, 0.5])
    assert table.source.path == "plan.xlsx!Sheet"
    assert table.source.text == "编号 | 任务\n\n1 | 钢铁 改造 |  | 0.5"
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["编号", "任务", "", ""],
        [],
        ["1", "钢铁\n改造", "", "0.5"],
    ]
    for number, row in enumerate(table.rows, 1):
        for cell in row:
            assert table.source.text[cell.span.start : cell.span.end] == cell.text.replace("\n", " ")
            assert table.source.position(cell.span.start)[0] == number
    assert [cell.reference for cell in table.rows[2]] == ["A3", "B3", "C3", "D3"]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.15, "0%", "15%"),
        (0.1534, "0.0%", "15.3%"),
        (1234567, "#,##0", "1,234,567"),
        (1234567, "#,##0,", "1,235"),
        (15, '0"万吨"', "15万吨"),
        (-3.5, "#,##0.00;[Red](#,##0.00)", "-3.50"),
        (-0.001, "0.00", "0.00"),
        (1, "000", "001"),
        (0.1 + 0.2, "General", "0.3"),
        (2030, "General", "2030"),
        (12345678901234567890, "General", "12345678901234600000"),
        (1e30, "General", "1E+30"),
        (5, "[$¥-804]#,##0.00", "¥5.00"),
        (1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1,234.50"),
        (0.5, "# ?/?", "0.5"),
        (0.35, '"≥"0%', "≥35%"),
        (2.5, "0", "3"),
        (1.5, "[h]:mm", "36:00"),
        (True, "General", "TRUE"),
        ("  on time ", "@", "on time"),
    ],
)
def test_a_cell_says_what_a_person_sees(value: Any, code: str, text: str) -> None:
    assert _cell(value, code).text == text


def test_values_are_exact() -> None:
    assert _cell(0.29).value == Decimal("0.29")
    assert _cell(True).value is True
    assert _cell("2030").value == "2030"
    assert _cell(0.1534, "0%").value == Decimal("0.1534")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("yyyy-mm-dd", "2030-06-30"),
        ('yyyy"年"m"月"d"日";@', "2030-06-30"),
        ("d/m/yy", "2030-06-30"),
        ("m/d", "2030-06-30"),
        ("yyyy", "2030"),
        ('yyyy"年"', "2030"),
        ("mmm-yy", "2030-06"),
        ('[DBNum1][$-804]yyyy"年"m"月"', "2030-06"),
        ("yyyy-mm-dd hh:mm", "2030-06-30"),
    ],
)
def test_a_date_is_as_exact_as_it_is_shown(code: str, text: str) -> None:
    cell = _cell(date(2030, 6, 30), code)
    assert (cell.text, cell.value) == (text, date(2030, 6, 30))


def test_a_time_is_kept_where_it_is_shown() -> None:
    cell = _cell(datetime(2030, 6, 30, 17, 30), "yyyy-mm-dd hh:mm")  # noqa: DTZ001
    assert (cell.text, cell.value) == ("2030-06-30 17:30", datetime(2030, 6, 30, 17, 30))  # noqa: DTZ001
    assert _cell(0.75, "h:mm").text == "18:00"


def test_days_may_be_counted_from_1904() -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = date(2030, 6, 30)
    assert _read(book).tables[0].rows[0][0].text == "2030-06-30"


@pytest.mark.parametrize("number", [31, 57])
def test_chinese_date_formats_that_stand_as_a_number_alone(number: int) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = 47664
    book.active["A1"].number_format = "0.000"  # a format of its own, which is then exchanged
    data = _saved(book)
    changed = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(changed, "w") as new:
        for name in old.namelist():
            text = old.read(name).replace(b'numFmtId="164" fontId', f'numFmtId="{number}" fontId'.encode())
            new.writestr(name, text)
    cell = read_tables(changed.getvalue(), "a.xlsx", Kind.xlsx).tables[0].rows[0][0]
    assert cell.text == ("2030-06-30" if number == 31 else "2030-06")


@pytest.mark.parametrize(("serial", "said"), [(0, "C3"), (60, "C3"), (-1, "C3"), (3_000_000, "C3")])
def test_dates_that_no_calendar_has_are_told_and_left_out(serial: int, said: str) -> None:
    book = openpyxl.Workbook()
    book.active["C3"] = serial
    book.active["C3"].number_format = "yyyy-mm-dd"
    book.active["A1"] = "x"
    tables = _read(book)
    assert _names(tables) == ["wrong-date-in-cell"]
    assert tables.findings[0].pointer == said
    assert tables.tables[0].rows[2][2][:2] == ("", None)


def test_a_year_in_a_cell_for_dates_is_told() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = 2030
    book.active["A1"].number_format = "yyyy-mm-dd"
    tables = _read(book)
    assert _names(tables) == ["wrong-date-in-cell"]
    assert "2030" in tables.findings[0].message


def test_merged_ranges_repeat_their_text() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for reference, text in (("A1", "任务清单"), ("A2", "行业"), ("B2", "任务"), ("A3", "钢铁"), ("B4", "二")):
        sheet[reference] = text
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("A3:A5")
    table = _read(book).tables[0]
    assert [[(cell.text, cell.merged) for cell in row] for row in table.rows] == [
        [("任务清单", "A1"), ("任务清单", "A1")],
        [("行业", ""), ("任务", "")],
        [("钢铁", "A3"), ("", "")],
        [("钢铁", "A3"), ("二", "")],
    ]
    assert table.source.text == "任务清单 | \n行业 | 任务\n钢铁\n钢铁 | 二"
    for row in table.rows:
        for cell in row:
            assert table.source.text[cell.span.start : cell.span.end] == cell.text


def test_what_is_hidden_is_read_and_said() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in range(1, 6):
        sheet.append([row, row, row])
    sheet.row_dimensions[2].hidden = sheet.row_dimensions[9].hidden = True
    sheet.column_dimensions["B"].hidden = True
    other = book.create_sheet("旧")
    other["A1"] = "x"
    other.sheet_state = "veryHidden"
    tables = _read(book)
    assert [table.hidden for table in tables.tables] == [False, True]
    assert tables.tables[0].hidden_rows == {2}
    assert tables.tables[0].hidden_columns == {"B"}
    assert [str(one.message) for one in tables.findings] == [
        "Hidden in Sheet and read all the same: rows 2 and columns B.",
        "The sheet 旧 is hidden; it is read like the others.",
    ]


def test_formulas_have_their_stored_value_or_are_told() -> None:
    file = BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("任务")
    sheet.write_formula("A1", "=1+1", None, 2)
    sheet.write_formula("B1", '="a"', None, "a")
    sheet.write_formula("C1", "=1/0", None, "#DIV/0!")
    sheet.write_formula("D1", "=A1", None, "")
    sheet.write_string("E1", "=1+1")
    book.close()
    tables = read_tables(file.getvalue(), "plan.xlsx", Kind.xlsx)
    assert [(cell.text, cell.formula) for cell in tables.tables[0].rows[0]] == [
        ("2", True),
        ("a", True),
        ("", True),
        ("", True),
        ("=1+1", False),
    ]
    assert [(one.name, one.pointer) for one in tables.findings] == [
        ("error-value", "C1"),
        ("formula-without-value", "D1"),
    ]
    assert tables.tables[0].source.text.split(" | ")[2] == "#DIV/0!"


def test_many_cells_of_a_kind_are_one_finding() -> None:
    book = openpyxl.Workbook()
    for row in range(1, 31):
        book.active[f"A{row}"] = "#REF!"
    tables = _read(book)
    assert len(tables.findings) == 1
    assert tables.findings[0].message.startswith("30 cells show errors such as #REF!")
    assert "A10 …" in tables.findings[0].message
    assert "A11" not in tables.findings[0].message


def test_texts_lose_what_nobody_sees() -> None:
    book = openpyxl.Workbook()
    book.active.append(["a_x000D_\nb", "x\u200by\u00a0z", "c\u202ed"])
    tables = _read(book)
    assert [cell.text for cell in tables.tables[0].rows[0]] == ["a\nb", "xy z", "cd"]
    assert _names(tables) == ["characters-left-out"]


def test_formats_too_odd_to_be_read_show_the_number() -> None:
    number = decimal_of("1234.5")
    assert number is not None
    for code in ("[>=100]0;0.0", "0" * 300, "G/通用格式", "@", "0.00E+00", ";;;", '"', "[", "_", "\\"):
        assert shown(number, parse_format(code)) == "1234.5"
