"""The Word document, read back by python-docx: headings, tables, repeated headers, fonts, fields, notes."""

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from defusedxml.ElementTree import fromstring
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import Table
from tabled_roadmap import HOSTILE, exported, tabled

from carbonroad.export.docx.document import write
from carbonroad.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return tabled(tmp_path)


def bytes_of(project: Project, lang: str = "en", **options: object) -> bytes:
    (data,) = write(exported(project, lang, **options)).values()
    return data


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def outline(document: Document) -> list[tuple[str, str]]:
    named = ("Title", "Subtitle", "As Of", "Heading 1", "Heading 2")
    return [
        (p.style.name, p.text) for p in document.paragraphs if p.style is not None and p.style.name in named
    ]


def rows_of(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_it_has_a_title_a_day_and_headings(project: Project) -> None:
    found = outline(opened(bytes_of(project)))
    assert found[:3] == [
        ("Title", "Example city"),
        ("Subtitle", "Timetable and assignments"),
        ("As Of", "as of 22 Nov 2026"),
    ]
    assert [text for style, text in found if style == "Heading 1"] == [
        "Timetable", "Assignments", "Sources", "Notes",
    ]  # fmt: skip
    assert ("Heading 2", "Steel") in found
    assert ("Heading 2", "Department of Environment") in found


def test_tables_say_who_does_what_by_when(project: Project) -> None:
    document = opened(bytes_of(project, "zh"))
    steel = rows_of(document.tables[1])
    assert steel[0] == ["序号", "条目", "期限", "责任单位", "配合单位", "状态", "依据"]
    row = next(row for row in steel if row[1] == "电炉")
    assert row[2] == "2027年6月30日前\n至2027-06-30"
    assert row[3] == "Twin office（牵头）、工业和商务局、Twin office\u00a0†"
    assert row[4] == "生态环境局、另10个单位\u00a0†" or row[4].startswith("生态环境局、")
    assert row[5] == "△ 有风险"
    assert row[6] == "[1]"
    days = [row[2] for row in steel[1:]]
    assert days.index("2027年6月30日前\n至2027-06-30") < next(
        n for n, day in enumerate(days) if "2030" in day
    )
    text = "\n".join(p.text for p in document.paragraphs)
    assert "[1] 《行动方案》，示政发〔2026〕1号" in text
    assert "† 推定：来源未载明该事项由其负责。" in text


def test_a_work_without_a_deadline_says_when_it_comes(project: Project) -> None:
    rows = rows_of(opened(bytes_of(project, tables=("timetable",))).tables[1])
    (pilot,) = (row for row in rows if row[1] == "Pilot")
    assert pilot[2] == "none stated\ncomputed 2026-04-01 – 2026-12-31"


def test_headers_repeat_and_rows_stay_whole(project: Project) -> None:
    document = opened(bytes_of(project))
    assert len(document.tables) >= 5
    for table in document.tables:
        assert table.style is not None
        assert table.style.name == "Roadmap Table"
        marks = [row._tr.trPr for row in table.rows]
        assert all(mark is not None and mark.find(qn("w:cantSplit")) is not None for mark in marks)
        repeated = [mark is not None and mark.find(qn("w:tblHeader")) is not None for mark in marks]
        assert repeated == [True] + [False] * (len(repeated) - 1)


def test_pages_are_a4_across_and_numbered(project: Project) -> None:
    section = opened(bytes_of(project, "zh")).sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    fields = [field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == [" PAGE ", " NUMPAGES "]
    assert section.footer.paragraphs[0].text.startswith("第")
    assert section.header.paragraphs[0].text == "示例市"


def test_fonts_and_languages_are_those_of_the_script(project: Project) -> None:
    document = opened(bytes_of(project, "zh"))
    for style in ("Normal", "Title", "Heading 1", "Table Text", "Footer"):
        fonts = document.styles[style].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) in ("仿宋", "黑体", "宋体"), style
        assert fonts.get(qn("w:eastAsiaTheme")) is None, "a theme's font would win"
    (language,) = list(document.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang")))
    assert (language.get(qn("w:val")), language.get(qn("w:eastAsia"))) == ("zh-CN", "zh-CN")
    said = document.core_properties
    assert (said.title, said.language, said.author) == ("示例市", "zh", "")
    assert said.created.date() == date(2026, 11, 22)


def test_hostile_words_stay_words(project: Project) -> None:
    data = bytes_of(project)
    text = "\n".join(cell for table in opened(data).tables for row in rows_of(table) for cell in row)
    for words in (HOSTILE[0], HOSTILE[2], HOSTILE[5]):
        assert words in text
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not [name for name in package.namelist() if "thumbnail" in name], "of another document"
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                fromstring(package.read(name))
        links = b"".join(package.read(name) for name in package.namelist() if name.endswith(".rels"))
    assert b"TargetMode" not in links, "nothing outside is asked for"


def test_the_same_roadmap_gives_the_same_document(project: Project) -> None:
    assert bytes_of(project) == bytes_of(project)


def test_it_can_be_limited_to_a_body_and_a_table(project: Project) -> None:
    document = opened(bytes_of(project, owner="dee", tables=("assignments",)))
    found = outline(document)
    assert ("Subtitle", "Assignments") in found
    assert ("As Of", "limited to Department of Environment") in found
    assert [text for style, text in found if style == "Heading 2"] == ["Department of Environment"]
    empty = opened(bytes_of(project, parts=("top",), owner="dic"))
    assert "Nothing is to be shown." in [p.text for p in empty.paragraphs]
    assert not empty.tables
