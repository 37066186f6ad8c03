"""Markdown shows a user's words as they are, in prose and in cells."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_reader import Page, read_page, squeeze
from site_files import render_markdown
from small_documents import DOCUMENT, one_block, place

from carbonroad.render.characters import visible
from carbonroad.render.markdown.text import escape_words, start_line
from carbonroad.views.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Folded,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Span,
    Table,
)

NASTY = (
    "a|b", "<b>x</b>", "<!-- x -->", "`x`", "``", "2030~ 2035~", "2030~2035，2036~2040", "~~x~~",
    "_a_ *b* **c**", "co2_per_gdp", "- a", "+ a", "* a", "# a", "a #", "a ##", "1. a", "12) a", "---",
    "===", "***", "> a", "[ ] a", "[x](y)", "![x](y)", "[^1]", "[x]: y", "@name", "see #12", "!5 %7 &9",
    "www.x.cn/a_b", "https://x.cn/a_b~c", "https://x.cn/?a=1&lt;=2", "ftp://x.y", "a@b.org",
    ":smile: 10:30:15", "$x$ and $y$", "US$5, US$6", "&lt; &#35;", "{{ x }} {% y %}", "a\\b", "\\",
    "a\nb", "\r\n a", "    a", "\ta", "عربي", "a\u200bb", "a\u200fb", "ＡＢ｜", "（较2005）", "−18%",
    "**", "~", "!", "<https://x.cn>", "C# #", "^a^", "=", "|", "a*", "*", "1.", "#", "2030年~（含）",
)  # fmt: skip
ALPHABET = st.sampled_from([*"ab碳。（）“”.,- \n|<>`+#~_*@!$%^&;:=[](){}\\/'\"é²→1", *NASTY])
WORDS = st.one_of(st.text(), st.lists(ALPHABET, max_size=6).map("".join))
ROLES = st.sampled_from(["", "", "strong", "struck", "code", "id", "small"])
LINKS = st.sampled_from(["", "", "https://e.org/a_b?x=1&lt;=2", "doc:power/timetable"])
SPANS = st.lists(st.builds(Span, WORDS, ROLES, LINKS), min_size=1, max_size=4).map(tuple)
PLACES = ("key figure", "first item", "second item", "paragraph", "title", "heading", "cell")


def said(words: str) -> str:
    """Words as every reader should find them."""
    return squeeze(str(visible(words)))


def shown(*blocks: Block, **fields: object) -> Page:
    """What a page of these blocks shows, behind its navigation."""
    return read_page(render_markdown(one_block(*blocks, **fields), place("md")))


def one_cell(cell: Cell) -> Table:
    """A table of one cell beside an empty one."""
    return Table((Column("A", "head"), Column("B")), (RowGroup("", (Row((cell, Cell(()))),)),))


@pytest.mark.parametrize("words", NASTY)
def test_words_are_shown_as_they_are(words: str) -> None:
    assert _everywhere(words) == dict.fromkeys(PLACES, said(words))


@given(WORDS)
def test_any_words_are_shown_as_they_are(words: str) -> None:
    assert _everywhere(words) == dict.fromkeys(PLACES, said(words))


def _everywhere(words: str) -> dict[str, str]:
    """What is shown in each place where the words stand."""
    line = (Span(words),)
    page = shown(
        KeyFigures((KeyFigure(words, "what", "", "(end)"),)),
        Paragraph((Span("A list:"),)),
        Bullets((line, line)),
        Paragraph(line),
        Folded(words, (one_cell(Cell((line,))),)),
        title=words,
    )
    figure, *items = page.items[1:]
    paragraphs = [one for one in page.paragraphs if one not in ("A list:", "Made.")]
    found = [
        figure.removeprefix("what:").removesuffix("(end)").strip(),
        *(items or ["", ""]),
        *(paragraphs or [""]),
        *(words for _, words in page.headings),
        page.tables[0][1][0],
    ]
    return dict(zip(PLACES, found, strict=True))


@given(st.lists(SPANS, min_size=1, max_size=3).map(tuple))
@example(((Span("较（2005）", "strong"), Span("后")),))
@example(((Span("a", "strong"), Span("（b）", "struck"), Span("c!"), Span("d", "", "doc:power/timetable")),))
@example(((Span("a* b"), Span("b*", "strong")), (Span("~c", "struck"),)))
def test_emphasis_links_and_ids_leave_the_words_of_a_cell_alone(lines: tuple[tuple[Span, ...], ...]) -> None:
    page = shown(one_cell(Cell(lines)))
    expected = "".join(words for line in lines for span in line for words in said(span.words).split())
    assert "".join(page.tables[0][1][0].split()) == expected
    assert {len(row) for row in page.tables[0]} == {2}
    assert set(page.html) <= {"<br>"}


@pytest.mark.parametrize(
    ("words", "raw"),
    [
        ("−18%", "−18%"),
        ("2.5", "2.5"),
        ("到2030年", "到2030年"),
        ("R&D <5% (a, b) – c", "R&D <5% (a, b) – c"),
        ("and 2 others*", "and 2 others*"),
        ("co2_per_gdp", "co2_per_gdp"),
        ("a@b.org", "a@b.org"),
        ("10:30:15", "10:30:15"),
        ("US$5", "US$5"),
        ("see https://x.cn/a_b.", "see <https://x.cn/a_b>."),
        ("@name", r"\@name"),
        ("2030~2035", r"2030\~2035"),
    ],
)
def test_few_signs_are_added_to_what_is_read_raw(words: str, raw: str) -> None:
    assert start_line(escape_words(words)) == raw


def test_levels_of_headings_follow_one_another() -> None:
    inner = Table((Column("A"),), (RowGroup("Group", (), "note"),))
    page = read_page(
        render_markdown(
            one_block(
                sections=(
                    Section("", (inner, Folded("Open", (inner,)))),
                    Section("Part", (inner, Folded("More", (inner,)))),
                )
            ),
            place("md"),
        )
    )
    assert page.headings == [
        (1, "T"), (2, "Group"), (2, "Open"), (3, "Group"),
        (2, "Part"), (3, "Group"), (3, "More"), (4, "Group"),
    ]  # fmt: skip


def test_tables_leave_out_strips_and_turn_numbers_to_the_right() -> None:
    text = render_markdown(DOCUMENT, place("md"))
    assert "| Item   | Number |\n| ------ | -----: |\n| **W1** |      1 |\n" in text


def test_long_cells_are_not_padded_and_columns_behind_them_neither() -> None:
    rows = tuple(
        Row((Cell(((Span("碳"),),)), Cell(((Span("x" * n),),)), Cell(((Span("y"),),)))) for n in (90, 1)
    )
    table = Table((Column("Id"), Column("Title"), Column("State")), (RowGroup("", rows),))
    lines = [line for line in render_markdown(one_block(table), place("md")).splitlines() if line[:1] == "|"]
    assert lines == [
        "| Id  | Title | State |",
        "| --- | --- | --- |",
        f"| 碳  | {'x' * 90} | y |",
        "| 碳  | x | y |",
    ]


def test_two_lists_and_two_tables_in_a_row_stay_two() -> None:
    table = Table((Column("A"),), (RowGroup("", (Row((Cell(((Span("x"),),)),)),)),), "What B is")
    bullets = Bullets(((Span("one"),),))
    text = render_markdown(one_block(bullets, bullets, table, table), place("md"))
    assert "- one\n\n* one\n" in text
    assert "**What B is**\n\n| A   |" in text


def test_links_lead_to_markdown_pages() -> None:
    links = read_page(render_markdown(DOCUMENT, place("md"))).links
    assert "../power/timetable.md" in links
    assert "https://example.org/a?b=1&c=2" in links


def test_a_figure_is_a_linked_picture_beside_the_page() -> None:
    text = render_markdown(DOCUMENT, place("md"))
    assert "[![Steel & iron](steel-rm-01.svg)](steel-rm-01.svg)\n\nThe road\n\nTwo \\<works> wait.\n" in text


def test_a_sentence_that_the_page_has_said_is_not_repeated() -> None:
    figure = DOCUMENT.sections[1].blocks[2]
    text = render_markdown(one_block(figure, figure, lede="The road"), place("md"))
    assert text.count("The road") == text.count("works> wait.") == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x"])
def test_unsafe_addresses_are_no_links(address: str) -> None:
    page = shown(Paragraph((Span("words", "", address),)))
    assert "words" in page.paragraphs
    assert address not in page.links


def test_it_reads_well_raw() -> None:
    text = render_markdown(DOCUMENT, place("md"))
    assert text.startswith("# Steel: timetable\n\nTwo are late.\n\nData date: 2026-11-22\n\n* The whole: ")
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not re.search(r"[ \t]$", text, re.MULTILINE)
