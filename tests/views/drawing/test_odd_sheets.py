"""Whatever a roadmap holds: one A3 a sheet, nothing over anything, nothing outside, nothing lost."""

from datetime import date
from pathlib import Path

import pytest
from odd_roadmaps import ODD
from sheet_checks import faults

from carbonroad.project import load
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.drawing.desk import Desk

SMALL = sorted(set(ODD) - {"500-milestones", "30-industries"})


@pytest.mark.parametrize("name", [*SMALL, "500-milestones"])
def test_sheets_of_odd_roadmaps_are_clean(name: str, tmp_path: Path) -> None:
    for file, text in ODD[name]().items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    project = load(find_roadmaps(str(tmp_path))[0], None, date(2026, 11, 22))
    for lang in project.system.languages[:2]:
        desk = Desk(project.system, project.facts, lang)
        for part in project.system.parts:
            scenes = desk.scenes(part)
            assert [fault for scene in scenes for fault in faults(scene)] == []
            assert {(scene.width, scene.height) for scene in scenes} == {(420, 297)}
            read = sorted(item.ref for item in project.system.items_of(part.id) if item.listed)
            assert sorted(ref for scene in scenes for ref in scene.drawn["items"]) == read
            assert sorted(ref for scene in scenes for ref in scene.drawn["rows"]) == read
