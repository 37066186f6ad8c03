"""What pages say of the revision table: its newest entry, wherever that stands in the file."""

from pathlib import Path

import pytest
from one_document import build_document
from small_roadmap import TODAY

from carbonroad.project import Project, load
from carbonroad.source.folder import find_roadmaps

TOP = "title: Plan\nas_of: 2026-11-22\nindustries: [steel]\n"
STEEL = """
title: Steel
milestones:
  - {id: M, title: Peak, deadline: 2030}
revisions:
"""
OLD = "  - {rev: A, date: 2026-03-31, note: First}\n"
NEW = "  - {rev: B, date: 2026-11-01, note: Second}\n"
UNDATED = "  - {rev: C, note: No day}\n"


def loaded(folder: Path, revisions: str) -> Project:
    (folder / "carbonroad.yaml").write_text(TOP)
    (folder / "steel.yaml").write_text(STEEL + revisions)
    return load(find_roadmaps(str(folder))[0], None, TODAY)


@pytest.mark.parametrize("view", ["timetable", "roadmap"])
@pytest.mark.parametrize(
    ("revisions", "shown"),
    [
        (OLD + NEW, "B"),
        (NEW + OLD, "B"),
        (UNDATED + OLD, "A"),
        (UNDATED, "C"),
        ("  - {date: 2026-05, note: x}\n", "2026-05-31"),
    ],
)
def test_a_page_names_the_newest_revision(tmp_path: Path, view: str, revisions: str, shown: str) -> None:
    project = loaded(tmp_path, revisions)
    part = next(part for part in project.system.parts if part.id == "steel")
    page = build_document(view, project.system, project.facts, part, "en")
    assert dict(page.meta)["Revision"] == shown


def test_a_part_without_revisions_names_none(tmp_path: Path) -> None:
    project = loaded(tmp_path, "  []\n")
    part = next(part for part in project.system.parts if part.id == "steel")
    page = build_document("roadmap", project.system, project.facts, part, "en")
    assert "Revision" not in dict(page.meta)
