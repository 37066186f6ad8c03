"""Word documents as paragraphs: headings, numbers as printed, tables, notes, changes, what is not seen."""

from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.sheets.tables import read_tables
from carbonroad.importing.texts.docx.list_numbers import chinese, written
from carbonroad.importing.texts.paragraphs import Text, read_paragraphs

_W = nsdecls("w")


def _saved(document: Any) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _read(document: Any) -> Text:
    text = read_paragraphs(_saved(document), "plan.docx", Kind.docx)
    for one in text.paragraphs:
        assert text.source.text[one.span.start : one.span.end] == one.text
        assert text.source.text[one.place(1, 3).start : one.place(1, 3).end] == one.text[1:3]
    return text


def _shape(text: Text) -> list[tuple[str, int, str, str]]:
    return [(one.kind, one.level, one.number, one.text) for one in text.paragraphs]


def _body(*paragraphs: str) -> Text:
    """A document of paragraphs as XML."""
    document = docx.Document()
    for one in paragraphs:
        document.element.body.insert(-1, parse_xml(one.replace("<w:p>", f"<w:p {_W}>", 1)))
    return _read(document)


def test_headings_by_style_and_by_outline() -> None:
    document = docx.Document()
    document.add_heading("实施方案", 0)
    document.add_heading("总体要求", 1)
    document.add_heading("目标", 2)
    style = document.styles.add_style("自定义", 1)
    style.base_style = document.styles["Heading 3"]
    document.add_paragraph("细目", style="自定义")
    named = document.styles.add_style("标题 4", 1)
    document.add_paragraph("四级", style=named)
    outline = document.add_paragraph("大纲")
    outline._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {_W} w:val="4"/>'))
    document.add_paragraph("正文")
    assert [(one.level, one.kind) for one in _read(document).paragraphs] == [
        *((level, "heading") for level in (1, 1, 2, 3, 4, 5)),
        (0, "paragraph"),
    ]


def _numbered(document: Any, levels: str) -> Any:
    """Give a document a list of its own; return what adds an item to it."""
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {_W} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {_W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering.append(parse_xml(f'<w:num {_W} w:numId="91"><w:abstractNumId w:val="90"/>{override}</w:num>'))

    def add(text: str, level: int, num: int = 90) -> None:
        paragraph = document.add_paragraph(text)
        listed = f'<w:numPr {_W}><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(listed))

    return add


def _level(number: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def test_automatic_numbers_are_those_that_are_printed() -> None:
    document = docx.Document()
    add = _numbered(
        document,
        _level(0, "chineseCountingThousand", "%1、")
        + _level(1, "chineseCounting", "（%2）")
        + _level(2, "decimal", "%3.")
        + _level(3, "decimal", "%1.%3.%4", "<w:isLgl/>")
        + _level(4, "bullet", "")
        + _level(5, "none", "%6"),
    )
    for level in (0, 1, 1, 2, 2, 3, 1, 2, 0, 1, 4, 5):
        add("文", level)
    for _ in range(2):
        add("文", 0, 91)
    numbers = [one.number for one in _read(document).paragraphs]
    assert numbers[:9] == ["一、", "（一）", "（二）", "1.", "2.", "1.2.1", "（三）", "1.", "二、"]
    assert numbers[9:] == ["（一）", "•", "", "五、", "六、"]


def test_a_list_is_numbered_by_the_style_of_its_paragraphs() -> None:
    document = docx.Document()
    for style, text in (("List Number", "a"), ("List Number", "b"), ("List Bullet", "c")):
        document.add_paragraph(text, style=style)
    assert _shape(_read(document)) == [("item", 0, "1.", "a"), ("item", 0, "2.", "b"), ("item", 0, "•", "c")]


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (10, "十"), (11, "十一"), (105, "一百零五"), (1110, "一千一百一十")]
)  # fmt: skip
def test_a_number_is_written_in_chinese(number: int, text: str) -> None:
    assert chinese(number) == text


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedParen", "(21)"),
        (3, "chineseLegalSimplified", "叁"),
        (4, "ideographTraditional", "丁"),
        (2, "decimalZero", "02"),
        (28, "lowerLetter", "bb"),
        (14, "upperRoman", "XIV"),
        (7, "hebrew1", "7"),
        (0, "upperLetter", "0"),
    ],
)
def test_a_number_is_written_in_every_form_of_words_lists(number: int, form: str, text: str) -> None:
    assert written(number, form) == text


def test_cells_of_a_table_know_what_they_cover_and_hold_tables_within() -> None:
    document = docx.Document()
    document.add_heading("任务清单", 1)
    table = document.add_table(3, 3)
    for row, column, text in ((0, 0, "任务"), (1, 2, "2030"), (2, 1, "水泥")):
        table.cell(row, column).text = text
    table.cell(0, 1).merge(table.cell(0, 2)).text = "时间"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "工业"
    inner = table.cell(1, 1).add_table(1, 1)
    inner.cell(0, 0).text = "内"
    document.add_table(1, 1).cell(0, 0).text = "第二张"
    text = _read(document)
    places = [
        (one.text, one.table, one.row, one.column, one.rows, one.columns) for one in text.paragraphs[1:]
    ]
    assert places == [
        ("任务", 1, 1, 1, 1, 1),
        ("时间", 1, 1, 2, 1, 2),
        ("工业", 1, 2, 1, 2, 1),
        ("内", 1, 2, 2, 1, 1),
        ("2030", 1, 2, 3, 1, 1),
        ("水泥", 1, 3, 2, 1, 1),
        ("第二张", 2, 1, 1, 1, 1),
    ]
    tables = read_tables(_saved(document), "plan.docx", Kind.docx).tables
    assert [[[cell.text for cell in row] for row in table.rows] for table in tables] == [
        [["任务", "时间", "时间"], ["工业", "内", "2030"], ["工业", "水泥", ""]],
        [["第二张"]],
    ]
    assert tables[0].name == "任务清单"
    assert tables[0].rows[2][0].merged == "A2"


def test_tracked_changes_are_read_as_if_accepted_and_said_once() -> None:
    text = _body(
        "<w:p><w:r><w:t>到</w:t></w:r><w:del><w:r><w:delText>2035</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>2030</w:t></w:r></w:ins><w:r><w:t>年</w:t></w:r></w:p>",
        "<w:p><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom></w:p>",
    )
    assert [one.text for one in text.paragraphs] == ["到2030年"]
    assert [one.name for one in text.findings] == ["tracked-changes"]


def test_hidden_text_and_field_codes_are_not_read() -> None:
    text = _body(
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>"
        "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>明</w:t></w:r>"
        "<w:r><w:instrText> REF x </w:instrText></w:r>"
        "<w:fldSimple w:instr='DATE'><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>"
    )
    assert [one.text for one in text.paragraphs] == ["明1"]
    assert [one.name for one in text.findings] == ["hidden-content"]


def test_line_ends_divide_sentences_and_nothing_else() -> None:
    text = _body(
        "<w:p><w:r><w:t>示例市人民</w:t><w:br/><w:t>政府：</w:t>"
        "<w:br/><w:t>请 执行</w:t><w:tab/><w:t>。</w:t>"
        "<w:br w:type='page'/></w:r></w:p>"
    )
    assert [one.text for one in text.paragraphs] == ["示例市人民政府：", "请 执行 。"]


def test_text_boxes_are_read_once_and_formulas_and_readings_with_them() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent {_W}><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>"
    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    math = f'<m:oMath xmlns:m="{space}"><m:r><m:t>x=1</m:t></m:r></m:oMath>'
    text = _body(
        f"<w:p><w:r><mc:AlternateContent {mc}><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent><w:t>图</w:t></w:r>{math}"
        "<w:r><w:ruby><w:rt><w:r><w:t>kù</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>库</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
    )
    assert [one.text for one in text.paragraphs] == ["图x=1库", "框"]


def test_a_table_of_contents_is_left_out() -> None:
    document = docx.Document()
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("一、总体要求 1", style="toc 1")
    document.add_paragraph("正文")
    assert [one.text for one in _read(document).paragraphs] == ["正文"]


def test_what_is_in_the_file_and_not_read_is_said() -> None:
    document = docx.Document()
    document.add_paragraph("文")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    document.part._settings_part.relate_to("http://evil.example/t.dotm", kind, is_external=True)
    document.add_picture(BytesIO(_PNG))
    text = _read(document)
    assert [one.name for one in text.findings] == ["part-not-read"]
    assert str(text.findings[0].message).endswith("a template of another file and pictures.")


_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080600000"
    "01f15c4890000000d49444154789c636060606000000005"
    "0001a5f645400000000049454e44ae426082"
)
