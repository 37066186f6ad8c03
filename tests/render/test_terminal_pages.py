"""Documents in a terminal: every width, both languages, nothing cut, nothing that acts."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from small_documents import SCENE, one_block
from small_roadmap import two_fields

from carbonroad.render.terminal.document import render_terminal
from carbonroad.views.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Figure,
    Folded,
    KeyFigure,
    KeyFigures,
    Legend,
    Mark,
    Paragraph,
    Row,
    RowGroup,
    Span,
    Table,
)
from carbonroad.views.maker import build_all
from carbonroad.views.shared.status_marks import STATUS_WORDS, status_mark

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
WIDTHS = (40, 60, 80, 120)
FRAME = frozenset(" -=·:：~\n")


def shown(*blocks: Block, columns: int | None = 80, colour: bool = False, **fields: object) -> str:
    return render_terminal(one_block(*blocks, **fields), columns=columns, colour=colour)


def table(*rows: tuple[str, ...], heads: tuple[str, ...] = (), roles: tuple[str, ...] = ()) -> Table:
    wide = len(rows[0]) if rows else len(heads)
    heads = heads or tuple(f"H{n}" for n in range(wide))
    roles = roles or ("head", *("" for _ in range(wide - 1)))
    columns = tuple(Column(head, role) for head, role in zip(heads, roles, strict=True))
    made = tuple(Row(tuple(Cell(((Span(words),),)) for words in row)) for row in rows)
    return Table(columns, (RowGroup("", made),))


def signs_of(text: str) -> Counter[str]:
    """The characters of a text that are neither blank nor frame."""
    return Counter(c for c in text if c not in FRAME)


def headings(document: Document) -> str:
    """The headings of columns: a card does not repeat that of the cell it begins with."""
    blocks = [block for section in document.sections for block in section.blocks]
    found = []
    for block in blocks:
        blocks.extend(block.blocks if isinstance(block, Folded) else ())
        if isinstance(block, Table):
            found += [column.heading for column in block.columns]
    return "".join(found)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    project = two_fields(tmp_path_factory.mktemp("terminal"))
    return [one for lang in ("en", "zh") for one in build_all(project.system, project.facts, lang)]


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_the_terminal(documents: list[Document], columns: int, colour: bool) -> None:
    for document in documents:
        for line in render_terminal(document, columns=columns, colour=colour).splitlines():
            assert cell_len(ESCAPES.sub("", line)) <= columns, (document.path, line)


@pytest.mark.parametrize("columns", [*WIDTHS, None])
def test_no_line_ends_in_a_blank(documents: list[Document], columns: int | None) -> None:
    for document in documents:
        for line in render_terminal(document, columns=columns, colour=False).splitlines():
            assert line == line.rstrip()


@pytest.mark.parametrize("columns", WIDTHS)
def test_nothing_is_cut_at_any_width(documents: list[Document], columns: int) -> None:
    for document in documents:
        whole = signs_of(render_terminal(document, columns=None, colour=False))
        kept = signs_of(render_terminal(document, columns=columns, colour=False))
        assert not whole - kept - signs_of(headings(document)), document.path


def test_colour_adds_nothing_but_colour(documents: list[Document]) -> None:
    for document in documents:
        plain = render_terminal(document, columns=80, colour=False)
        painted = ESCAPES.sub("", render_terminal(document, columns=80, colour=True))
        assert signs_of(painted) == signs_of(plain)


def test_columns_line_up_by_what_a_terminal_gives_them() -> None:
    text = shown(table(("钢铁", "工业和信息化部", "1"), ("Steel", "MIIT", "22"), roles=("head", "", "num")))
    lines = text.splitlines()[-4:]
    assert [cell_len(line[: line.index(c)]) for line, c in zip(lines, "H-工M", strict=True)][2:] == [7, 7]
    assert {cell_len(line) for line in lines} == {cell_len(lines[0])}  # numbers end in one column


def test_a_pipe_gives_one_line_a_row_and_two_blanks_a_column() -> None:
    long = "word " * 30
    cell = Cell(((Span("before 2030"),), (Span("2030-12-31"),)))
    row = Row((cell, Cell(((Span(long),),)), Cell(((Span("end"),),))))
    columns = (Column("Deadline"), Column("Item", "head"), Column("Last"))
    lines = shown(Table(columns, (RowGroup("", (row,)),)), columns=None).splitlines()
    assert re.split(" {2,}", lines[-1]) == ["before 2030 · 2030-12-31", long.strip(), "end"]


def test_a_narrow_terminal_gets_cards() -> None:
    rows = (("Emissions peak", "Ministry of Industry", "before 2030"), ("Second", "", "by 2031"))
    text = shown(table(*rows, heads=("Item", "Lead", "Deadline")), columns=40)
    assert text.splitlines()[3:] == [
        "Emissions peak",
        "  Lead: Ministry of Industry",
        "  Deadline: before 2030",
        "",
        "Second",
        "  Deadline: by 2031",
    ]


def test_a_table_without_rows_says_so() -> None:
    assert shown(table(heads=("Item", "Lead"))).splitlines()[-3:] == ["Item  Lead", "----  ----", "none"]
    assert shown(table(heads=("Item",)), lang="zh").splitlines()[-1] == "无"


@pytest.mark.parametrize("columns", [40, 80, None])
@pytest.mark.parametrize("acting", ["\x1b[31m", "\x07", "\u202e", "\u2066", "\x9b2J", "\u200b", "\x00"])
def test_what_could_act_on_the_terminal_is_shown(acting: str, columns: int | None) -> None:
    words = f"a{acting}b"
    blocks = (
        KeyFigures((KeyFigure(words, words, "", words),)),
        Paragraph((Span(words, "strong"),)),
        Bullets(((Span(words),),)),
        table((words, words), heads=(words, words)),
        Legend(((Mark(SCENE, words), "legend"),)),
        Figure(SCENE, words, "f"),
        Folded(words, (Paragraph((Span(words),)),)),
    )
    text = shown(*blocks, columns=columns, title=words, lede=words, headline=words, meta=((words, words),))
    assert acting not in text
    assert f"a\\u{ord(acting[0]):04x}" in text


def test_line_ends_of_the_author_stay_in_a_terminal_and_not_in_a_pipe() -> None:
    assert "one\ntwo" in shown(Paragraph((Span("one\r\ntwo"),)))
    assert "one two" in shown(Paragraph((Span("one\ntwo"),)), columns=None)
    assert "one two" in shown(table(("one\ntwo", "x")), columns=None)


def test_struck_words_show_without_colours() -> None:
    block = Paragraph((Span("gone", "struck"),))
    assert "~~gone~~" in shown(block)
    assert "\x1b[2;9mgone\x1b[0m" in shown(block, colour=True)


@pytest.mark.parametrize("key", STATUS_WORDS)
def test_a_status_is_a_sign_of_one_column_and_a_word(key: str) -> None:
    mark = status_mark(key, STATUS_WORDS[key])
    line = shown(Paragraph((mark,))).splitlines()[-1]
    sign, _, words = line.partition(" ")
    assert words == STATUS_WORDS[key]
    assert cell_len(sign) == 1
    assert line in ESCAPES.sub("", shown(Paragraph((mark,)), colour=True))


def test_a_figure_is_left_out_if_its_table_follows() -> None:
    figure = Figure(SCENE, "The road", "f")
    assert "The road" not in shown(figure, Folded("Table", (table(("a", "b")),)))
    alone = shown(figure)
    assert "The road" in alone
    assert SCENE.summary in alone


def test_key_figures_stand_in_a_line_or_below_one_another() -> None:
    block = KeyFigures((KeyFigure("2", "late or missed", "bad"), KeyFigure("12", "done", "good", "of 30")))
    assert shown(block).splitlines()[-1] == "2 late or missed   12 done of 30"
    assert shown(block, columns=20).splitlines()[-2:] == [" 2  late or missed", "12  done of 30"]


def test_links_are_plain_words() -> None:
    link = Span("the plan", "src", "https://example.org/plan")
    assert "https" not in shown(Paragraph((link,)))


WORDS = st.text(st.sampled_from("ab 钢铁，。（“”2030-./\xa0é\u0301"), max_size=60)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4), st.integers(20, 140))
def test_any_table_fits_and_loses_nothing(rows: list[tuple[str, str, str]], columns: int) -> None:
    block = table(*rows, roles=("head", "", "num"))
    text = shown(block, columns=columns)
    assert max(map(cell_len, text.splitlines())) <= max(columns, 20)
    assert not signs_of("".join(map("".join, rows)).replace("\xa0", "")) - signs_of(text)
