"""A roadmap in one file: its pages speak of no other parts, and show all that only they can show."""

import re
from datetime import date
from pathlib import Path

import pytest
from one_document import build_document
from small_roadmap import two_fields

from carbonroad.project import Project, load
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.document import Document, Row, Table
from carbonroad.views.options import USUAL

LONE = """
title: County plan
measures: [{id: heat, title: Heat}]
milestones:
  - {id: M1, title: Heat plan adopted, deadline: 2027, owner: County, measure: heat, note: Led by the deputy}
  - {id: M2, title: Last coal boiler out, deadline: 2029, owner: County, measure: heat}
"""


@pytest.fixture(name="lone")
def _lone(tmp_path: Path) -> Project:
    (tmp_path / "carbonroad.yaml").write_text(LONE, encoding="utf-8")
    return _loaded(tmp_path)


def _loaded(folder: Path) -> Project:
    found = find_roadmaps(str(folder))
    assert isinstance(found, list)
    return load(found[0], date(2026, 11, 22), date(2026, 11, 22))


def _tables(document: Document) -> list[Table]:
    return [one for section in document.sections for one in section.blocks if isinstance(one, Table)]


def _titles(document: Document) -> list[str]:
    return [section.heading for section in document.sections]


def test_the_timetable_shows_notes_and_no_column_of_parts(lone: Project) -> None:
    document = build_document("timetable", lone.system, lone.facts, None, "en", USUAL)
    (table,) = _tables(document)
    assert [column.role for column in table.columns] == ["when", "strip", "head", "who", "status"]
    rows: list[Row] = [row for group in table.groups for row in group.rows]
    assert "Led by the deputy" in repr(rows[0].cells[2])
    assert rows[0].item == "top.M1"


def test_the_overview_shows_what_is_due_and_leads_to_pages_that_exist(lone: Project) -> None:
    document = build_document("overview", lone.system, lone.facts, None, "en", USUAL)
    assert _titles(document)[1:] == ["At a glance", "How to read"]
    links = set(re.findall(r"doc:([^'#]+)", repr(document)))
    assert links == {"timetable", "roadmap", "drawing"}
    assert "doc:timetable#top.M1" in repr(document)


def test_no_page_calls_it_the_one_of_many(lone: Project) -> None:
    for view in ("timetable", "roadmap"):
        assert "The “1”" not in repr(build_document(view, lone.system, lone.facts, None, "en", USUAL))
    assert "By measures and indicators" in _titles(
        build_document("roadmap", lone.system, lone.facts, None, "en", USUAL)
    )


def test_a_top_without_items_has_no_empty_sheet(tmp_path: Path) -> None:
    two_fields(tmp_path)
    (tmp_path / "carbonroad.yaml").write_text("title: All\nindustries: [power, steel]\n", encoding="utf-8")
    project = _loaded(tmp_path)
    document = build_document("drawing", project.system, project.facts, None, "en", USUAL)
    assert document.title == "Construction drawings"
    assert "top-cd" not in repr(document)
