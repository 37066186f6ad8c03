"""Markdown that stands alone: a comment has no neighbours and no files beside it."""

import pytest
from markdown_reader import read_page
from small_documents import DOCUMENT, SCENE, one_block
from small_roadmap import two_fields

from carbonroad.render.markdown.alone import render_markdown_alone
from carbonroad.views.document import Cell, Column, Figure, Folded, Paragraph, Row, RowGroup, Span, Table
from carbonroad.views.maker import build_all

TABLE = Table((Column("A", "head"),), (RowGroup("", (Row((Cell(((Span("a"),),)),)),)),))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_only_addresses_of_the_web_are_links(tmp_path_factory: pytest.TempPathFactory, lang: str) -> None:
    project = two_fields(tmp_path_factory.mktemp("alone"))
    for document in build_all(project.system, project.facts, lang):
        page = read_page(render_markdown_alone(document))
        assert not page.images
        assert all(address.startswith("https://") for address in page.links), document.path


def test_words_of_a_link_to_another_document_stay() -> None:
    line = (Span("See "), Span("power", "", "doc:power/timetable#P1"), Span(" and "), Span("below", "", "#x"))
    assert "See power and below" in render_markdown_alone(one_block(Paragraph(line)))


def test_no_navigation_and_no_footer() -> None:
    text = render_markdown_alone(DOCUMENT)
    assert "Data date" in text
    assert "\n---\n" not in text


def test_a_figure_is_what_it_says_unless_its_table_follows() -> None:
    figure = Figure(SCENE, "The road", "steel-rm-01")
    alone = render_markdown_alone(one_block(figure))
    assert "The road" in alone
    assert ".svg" not in alone
    followed = render_markdown_alone(one_block(figure, Folded("As a table", (TABLE,))))
    assert "The road" not in followed
    assert "As a table" in followed
