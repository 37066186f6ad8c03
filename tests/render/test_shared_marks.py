"""Marks that recur on a page stand on it once; rows are written fast and alike."""

import re
from pathlib import Path

import pytest
from one_document import build_document
from site_files import render_html
from small_documents import one_block, place
from small_roadmap import two_fields

from carbonroad.scene.shapes import Group, Label, Rect, Scene, Shape
from carbonroad.views.document import Cell, Column, Mark, Row, RowGroup, Span, Table


def scene(*shapes: Shape, role: str = "tone-plan", href: str = "") -> Scene:
    return Scene(20, 20, "px", "", "", (Group(shapes, role, href=href),), "strip")


def page(*scenes: Scene) -> str:
    rows = tuple(Row((Cell(((Mark(one, ""),),)),)) for one in scenes)
    return render_html(one_block(Table((Column("Time", "strip"),), (RowGroup("", rows),))), place())


BOXES = tuple(Rect(n, n, 3, 3, "gate") for n in range(3))


def test_a_mark_that_recurs_is_drawn_once_and_used_again() -> None:
    text = page(scene(*BOXES), scene(*BOXES), scene(*BOXES))
    assert text.count('<rect x="2"') == 1
    assert text.count('<use href="#tt-u1"/>') == 2
    assert text.count('<svg id="tt-u1">') == 1


def test_the_same_scene_twice_is_not_defined_twice() -> None:
    once = scene(*BOXES)
    text = page(once, once)
    assert text.count('id="tt-u1"') == 1
    assert text.count("<use ") == 1


@pytest.mark.parametrize(
    "shapes", [(*BOXES, Label(0, 0, (("words", ""),), 12)), (BOXES[0],)], ids=["with words", "short"]
)
def test_words_and_short_marks_stay_where_they_are(shapes: tuple[Shape, ...]) -> None:
    text = page(scene(*shapes), scene(*shapes))
    assert "<use " not in text


def test_ids_are_unique_and_every_use_has_its_mark(tmp_path: Path) -> None:
    project = two_fields(tmp_path)
    text = render_html(build_document("timetable", project.system, project.facts, None, "en"), place())
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    used = set(re.findall(r'<use href="#([^"]+)"', text))
    assert used
    assert used <= set(ids)


def test_cards_take_their_labels_from_the_table_and_quote_them() -> None:
    column = Column('It\'s "<b>" \\', "who")
    table = Table((column,), (RowGroup("", (Row((Cell(((Span("x"),),)),)),)),), cards=True)
    text = render_html(one_block(table), place())
    style = re.search(r'<table class="t cards" style="([^"]*)"', text)
    assert style is not None
    assert style[1] == "--l1:&#39;It\\&#39;s &#34;&lt;b&gt;&#34; \\\\&#39;"


def test_words_of_a_cell_are_escaped() -> None:
    row = Row((Cell(((Span("<b>&\"'"),),)),), anchor='M"1')
    text = render_html(one_block(Table((Column("A"),), (RowGroup("", (row,)),))), place())
    assert "<td>&lt;b&gt;&amp;&quot;&#x27;</td>" in text
    assert 'id="tt-M&quot;1"' in text
