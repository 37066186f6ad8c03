"""Markdown shows a user's words as they are, in prose and in cells."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_documents import DOCUMENT, one_block, place

from carbonroad.render.markdown import escape_words, render_markdown
from carbonroad.views.document import Cell, Column, Paragraph, Row, RowGroup, Span, Table


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a|b", r"a\|b"),
        ("<b>", r"\<b\>"),
        ("`x`", r"\`x\`"),
        ("2030~ to 2035~", r"2030\~ to 2035\~"),
        ("_a_ *b*", r"\_a\_ \*b\*"),
        ("- a", r"\- a"),
        ("# a", r"\# a"),
        ("+ a", r"\+ a"),
        ("1. a", r"1\. a"),
        ("12) a", r"12\) a"),
        ("a\nb", "a<br>b"),
        ("[x](javascript:1)", r"\[x\](javascript:1)"),
        ("&lt;", "&amp;lt;"),
        ("−18%", "−18%"),
        ("2.5", "2.5"),
        ("@name", "&#64;name"),
        ("see #12", "see &#35;12"),
        ("a@b.org", "a@b.org"),
        ("到2030年", "到2030年"),
    ],
)
def test_signs_of_markdown_are_words(words: str, shown: str) -> None:
    assert escape_words(words) == shown


@given(st.text())
def test_a_cell_stays_one_line_and_one_cell(words: str) -> None:
    table = Table(
        (Column("A", "head"), Column("B")), (RowGroup("", (Row((Cell(((Span(words),),)), Cell(()))),)),)
    )
    lines = render_markdown(one_block(table), place("md")).splitlines()
    rows = [line for line in lines if line.startswith("|")]
    assert len(rows) == 3
    assert len(re.findall(r"(?<!\\)\|", rows[2].replace("\\\\", ""))) == 3


def test_tables_leave_out_strips_and_turn_numbers_to_the_right() -> None:
    text = render_markdown(DOCUMENT, place("md"))
    assert "| Item | Number |\n| --- | --: |\n| **W1** | 1 |" in text


def test_links_lead_to_markdown_pages() -> None:
    text = render_markdown(DOCUMENT, place("md"))
    assert "[power](../power/timetable.md)" in text
    assert "[the plan](https://example.org/a?b=1&c=2)" in text


def test_a_figure_is_a_linked_picture_beside_the_page() -> None:
    assert "[![The road](steel-rm-01.svg)](steel-rm-01.svg)" in render_markdown(DOCUMENT, place("md"))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x"])
def test_unsafe_addresses_are_no_links(address: str) -> None:
    text = render_markdown(one_block(Paragraph((Span("words", "", address),))), place("md"))
    assert "words" in text
    assert address not in text


def test_it_reads_well_raw() -> None:
    text = render_markdown(DOCUMENT, place("md"))
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert "# Steel: timetable\n" in text
