"""Web pages, Markdown and plain text as paragraphs that still point into their source."""

from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.sheets.tables import read_tables
from carbonroad.importing.texts.paragraphs import Paragraph, Text, read_paragraphs


def _read(text: str | bytes, kind: Kind) -> Text:
    data = text.encode() if isinstance(text, str) else text
    return read_paragraphs(data, f"plan.{kind.value}", kind)


def _shape(text: Text) -> list[tuple[str, int, str, str]]:
    return [(one.kind, one.level, one.number, one.text) for one in text.paragraphs]


def _quoted(text: Text, one: Paragraph, words: str) -> str:
    """What stands in the source where some words of a paragraph are said to stand."""
    start = one.text.index(words)
    span = one.place(start, start + len(words))
    return text.source.text[span.start : span.end]


def test_a_web_page_gives_its_words_and_no_scripts_or_navigation() -> None:
    text = _read(
        """<!DOCTYPE html><html><head><title>t</title><style>p{}</style></head><body><nav><p>首页</p></nav>
        <!-- <p>no</p> --><script>if (a < b) document.write("<p>no</p>")</script>
        <h1>实施<em>方案</em></h1><div>　　到2025年&nbsp;占比&ge;30%，<b>强</b>调
重点 a < b &amp;#60; &nosuch;</div><ol start="3"><li>甲<li><p>乙</p><p>丙</p></ol><ul><li>点</ul>
        行一<br>行二<footer>页脚</footer></body></html>""",
        Kind.html,
    )
    assert _shape(text) == [
        ("heading", 1, "", "实施方案"),
        ("paragraph", 0, "", "到2025年 占比≥30%，强调重点 a < b &#60; &nosuch;"),
        ("item", 0, "3.", "甲"),
        ("item", 0, "4.", "乙"),
        ("paragraph", 0, "", "丙"),
        ("item", 0, "•", "点"),
        ("paragraph", 0, "", "行一"),
        ("paragraph", 0, "", "行二"),
    ]
    body = text.paragraphs[1]
    assert _quoted(text, body, "占比≥30%") == "占比&ge;30%"
    assert _quoted(text, body, "强调重点") == "强</b>调\n重点"
    assert _quoted(text, body, "年 占") == "年&nbsp;占"


def test_a_page_says_its_encoding() -> None:
    page = '<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>钢铁行业镕</p>'
    text = _read(page.encode("gb18030"), Kind.html)
    assert [one.text for one in text.paragraphs] == ["钢铁行业镕"]
    assert text.findings == ()


def test_cells_of_a_web_page_know_their_rows_and_columns() -> None:
    page = """<h2>任务</h2><table><tr><th rowspan=2>行业<th colspan="2">时间<tr><td>始<td>终
    <tr><td>钢铁<td>2026<br>年<td>2030</table><p>尾</p><table><tr><td>x</table>"""
    tables = read_tables(page.encode(), "a.html", Kind.html).tables
    assert [[[cell.text for cell in row] for row in table.rows] for table in tables] == [
        [["行业", "时间", "时间"], ["行业", "始", "终"], ["钢铁", "2026\n年", "2030"]],
        [["x"]],
    ]
    assert tables[0].name == "任务"


def test_markdown_gives_its_words_without_marks() -> None:
    text = _read(
        """---
title: x
---
# 方案 #
到2025年，**占比**达到
30%以上 [链接](http://x)、![图](y.png)。
第二 _行_ 3*4 a_b_c <br> \\*d\\*

Setext
------
- 甲
- [x] 乙 `c`
1. one
   goes on

| 任务 | 期限 |
|------|:----:|
| 钢\\|铁 | **2030** |
后
""",
        Kind.md,
    )
    assert _shape(text) == [
        ("heading", 1, "", "方案"),
        ("paragraph", 0, "", "到2025年，占比达到 30%以上 链接、。第二 行 3*4 a_b_c *d*"),
        ("heading", 2, "", "Setext"),
        ("item", 0, "•", "甲"),
        ("item", 0, "•", "乙 c"),
        ("item", 0, "1.", "one goes on"),
        ("cell", 0, "", "任务"),
        ("cell", 0, "", "期限"),
        ("cell", 0, "", "钢|铁"),
        ("cell", 0, "", "2030"),
        ("paragraph", 0, "", "后"),
    ]
    assert _quoted(text, text.paragraphs[1], "占比达到 30%") == "占比**达到\n30%"
    assert [(one.row, one.column) for one in text.paragraphs if one.table] == [(1, 1), (1, 2), (2, 1), (2, 2)]


def test_plain_text_is_a_line_a_paragraph() -> None:
    text = _read(
        "　　一、总体要求\r\n　　到2025年完成\r\n　　（一）目标。\r\n\r\nBuild wind\nRetrofit",
        Kind.txt,
    )
    assert [one.text for one in text.paragraphs] == [
        *("一、总体要求", "到2025年完成", "（一）目标。", "Build wind", "Retrofit")
    ]
    assert all(text.source.text[one.span.start : one.span.end] == one.text for one in text.paragraphs)


_WRAPPED = """The city will reduce emissions from industry by 20 percent by 2030, compared
with 2020 levels, and it will publish a report every year until then. Steel
plants will be renewed by 2028 and all of their waste heat will be used for
heating homes in the north.

1. Boilers in the east are replaced by heat pumps before the end of the year
   and those in the west follow.
2. Short.
Led by the Department of Industry.
"""


def test_lines_broken_at_a_margin_are_joined() -> None:
    text = _read(_WRAPPED, Kind.txt)
    begun = [one.text.partition(" ")[0] for one in text.paragraphs]
    ended = [one.text.rpartition(" ")[2] for one in text.paragraphs]
    assert (begun, ended) == (["The", "1.", "2.", "Led"], ["north.", "follow.", "Short.", "Industry."])
    assert _quoted(text, text.paragraphs[0], "compared with") == "compared\nwith"


def test_chinese_lines_broken_at_a_margin_are_joined_without_a_blank() -> None:
    line = "加快推进钢铁行业超低排放改造和节能降碳改造升级到二〇三〇年全市单位增加值能耗"
    text = _read(f"　　{line}\n{line}一\n{line}二\n{line}三\n比下降。\n　　下一段\n", Kind.txt)
    assert len(text.paragraphs) == 2
    assert " " not in text.paragraphs[0].text


def test_a_text_of_nothing_has_no_paragraph() -> None:
    for kind in (Kind.html, Kind.md, Kind.txt):
        assert _read(b"", kind).paragraphs == ()
        assert _read("\n \n　", kind).paragraphs == ()
