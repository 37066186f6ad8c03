"""The workbook, read back by openpyxl: types, formats, filters, headers that stay, hostile words."""

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from defusedxml.ElementTree import fromstring
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from roadmap_files import load_files
from tabled_roadmap import HOSTILE, exported, tabled

from carbonroad.export.xlsx.workbook import write
from carbonroad.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return tabled(tmp_path)


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def bytes_of(project: Project, lang: str = "en", **options: object) -> bytes:
    (data,) = write(exported(project, lang, **options)).values()
    return data


def day(year: int, month: int, number: int) -> datetime:
    return datetime.combine(date(year, month, number), datetime.min.time())


def column(sheet: Worksheet, header: str) -> list[object]:
    heads = [cell.value for cell in sheet[1]]
    return [row[heads.index(header)] for row in sheet.iter_rows(min_row=2)]


def test_cells_are_what_they_are(project: Project) -> None:
    book = opened(bytes_of(project))
    table = book["Timetable"]
    cell = column(table, "Latest day")[1]
    assert (cell.value, cell.number_format, cell.is_date) == (day(2027, 6, 30), "yyyy-mm-dd", True)
    values = book["Targets and actuals"]
    numbers = [
        (cell.value, cell.number_format) for cell in column(values, "Number") if cell.value is not None
    ]
    assert numbers == [(0.0995, "0.00%"), (0.104, "0.0%"), (0.15, "0%"), (-0.18, "0%")]
    works = book["Works"]
    assert [(c.value, c.number_format) for c in column(works, "Progress")] == [(0.25, "0%")]
    assert [(c.value, c.number_format) for c in column(works, "Amount")] == [(120000000, "#,##0")]
    assert [(c.value, c.number_format) for c in column(works, "Start")] == [(day(2026, 4, 1), "yyyy-mm")]
    (year, _) = column(book["Emission pathways"], "Year")
    assert (year.value, year.number_format) == (2025, "0")


@pytest.mark.parametrize(("lang", "names"), [("en", ("About", "Timetable")), ("zh", ("说明", "时间表"))])
def test_every_sheet_can_be_filtered_scrolled_and_printed(
    project: Project, lang: str, names: tuple[str, str]
) -> None:
    book = opened(bytes_of(project, lang))
    assert tuple(book.sheetnames[:2]) == names
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "B2", sheet.title
        assert sheet.auto_filter.ref == sheet.dimensions, sheet.title
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in ((1, 0), (None, 0))
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "&P" in (sheet.oddFooter.right.text or "")
        assert all(cell.font.bold and cell.alignment.wrap_text for cell in sheet[1])
        assert all(width.width >= 8 for width in sheet.column_dimensions.values())
        assert column(sheet, str(sheet["A1"].value))[0].alignment.vertical == "top"


def test_a_year_that_is_words_gets_no_warning(project: Project) -> None:
    data = bytes_of(project)
    period = column(opened(data)["Targets and actuals"], "Period")[0]
    assert period.value == "2024"  # type: ignore[attr-defined]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = fromstring(package.read("xl/worksheets/sheet5.xml"))
    (known,) = sheet.iter("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}ignoredError")
    assert known.get("numberStoredAsText") == "1"
    assert str(known.get("sqref")).startswith("A2:")


def test_the_first_sheet_says_what_it_is(project: Project) -> None:
    sheet = opened(bytes_of(project, "zh"))["说明"]
    said = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=5)}
    assert sheet["A1"].value == "示例市"
    assert "2026-11-22" in str(sheet["A2"].value)
    assert said["数据截至"] == day(2026, 11, 22)
    assert said["数据指纹"] == project.system.fingerprint
    assert said["生成工具"] == "carbonroad 0.1.0"
    assert said["时间表"] == 10, "the sheets with their rows"
    properties = opened(bytes_of(project)).properties
    assert (properties.title, properties.created) == ("Example city", day(2026, 11, 22))
    assert properties.creator in (None, "")


def test_words_of_a_list_are_offered_and_computed_columns_are_grey(project: Project) -> None:
    sheet = opened(bytes_of(project, "zh"))["时间表"]
    offered = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert '"计划,按期推进,有风险,滞后,已完成,未完成,已取消"' in offered
    heads = {cell.value: cell.fill.fgColor.rgb for cell in sheet[1]}
    assert heads["最迟日"] != heads["期限"]
    assert len(sheet.conditional_formatting) > 0


def test_nothing_is_a_formula_and_only_web_addresses_are_links(tmp_path: Path, project: Project) -> None:
    data = bytes_of(project)
    sheet = opened(data)["Timetable"]
    cells = [*column(sheet, "Title"), *column(sheet, "Note")]
    found = {cell.value: cell for cell in cells}
    for words in HOSTILE:
        assert (found[words].data_type, found[words].quotePrefix) == ("s", words != "'=1"), words
    assert "a\\u202eb\\u0001c" in found
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/sheet"):
                assert b"<f>" not in package.read(name), name
        assert not any("externalLink" in name or "vba" in name for name in package.namelist())
    text = """
        carbonroad: 1
        title: A
        sources:
          a: {title: A, url: "https://example.org/a"}
          b: {title: B, url: "file:///etc/passwd"}
          c: {title: C, url: "javascript:alert(1)"}
          d: {title: D, url: "internal:Sheet1!A1"}
        """
    (tmp_path / "more").mkdir()
    sources = opened(bytes_of(load_files(tmp_path / "more", {"carbonroad.yaml": text})))["Sources"]
    linked = [cell.hyperlink.target for cell in column(sources, "Address") if cell.hyperlink is not None]
    assert linked == ["https://example.org/a"]


def test_long_and_old_and_odd_values_fit(tmp_path: Path) -> None:
    long = "长" * 40_000
    text = f"""
        carbonroad: 1
        title: "[a]:*?/\\\\ 'b' & <c>"
        milestones: [{{id: M1, title: A, deadline: 2030, owner: none, note: "{long}"}}]
        sources: {{a: {{title: A, issued: 1899-12-31}}}}
        """
    book = opened(bytes_of(load_files(tmp_path, {"carbonroad.yaml": text})))
    (note,) = column(book["Timetable"], "Note")
    assert isinstance(note.value, str)
    assert note.value.startswith("长长")
    assert note.value.endswith("… [+8000]")
    assert len(note.value) <= 32_767
    assert column(book["Sources"], "Issued")[0].value == "1899-12-31"
    assert book["About"]["A1"].value == "[a]:*?/\\ 'b' & <c>"


def test_the_same_roadmap_gives_the_same_workbook(project: Project) -> None:
    first = bytes_of(project)
    assert first == bytes_of(project)
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {info.date_time[0] for info in package.infolist()} == {1980}
        for name in package.namelist():
            fromstring(package.read(name))


def test_one_table_alone_is_a_workbook_too(project: Project) -> None:
    assert opened(bytes_of(project, tables=("works",))).sheetnames == ["Works"]
    assert opened(bytes_of(project, tables=("works",), parts=("top",))).sheetnames == ["Works"]
