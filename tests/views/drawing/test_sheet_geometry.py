"""Nothing on a sheet lies over anything else, nothing leaves the frame, by the width model."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from drawn_sheets import draw_sheets
from sheet_checks import faults, texts

from carbonroad.project import Project, load
from carbonroad.scene.boxes import flat
from carbonroad.scene.shapes import Label, Line, Scene
from carbonroad.source.folder import find_roadmaps

ROOT = Path(__file__).parents[3]
PARTS = [
    "top",
    "power",
    "steel",
    "nonferrous",
    "petrochemicals",
    "chemicals",
    "building-materials",
    "urban-rural",
    "transport",
    "technology",
    "carbon-sink",
]
SHEETS = [("roadmaps/china", part, lang) for part in PARTS for lang in ("en", "zh")] + [
    ("tests/data/timed", part, lang) for part in ("top", "heat", "buildings") for lang in ("en", "zh")
]


@cache
def project(folder: str) -> Project:
    return load(find_roadmaps(str(ROOT / folder))[0], None, date(2026, 11, 22))


@cache
def sheets(folder: str, part: str, lang: str) -> tuple[Scene, ...]:
    loaded = project(folder)
    return draw_sheets(
        loaded.system, loaded.facts, next(p for p in loaded.system.parts if p.id == part), lang
    )


def crossed_rules(scene: Scene) -> list[str]:
    rules = [
        s for s in flat(scene.shapes) if isinstance(s, Line) and s.role == "rule" and abs(s.x1 - s.x2) < 0.01
    ]
    return [
        label.text
        for label, box in texts(scene)
        for rule in rules
        if box.x0 + 0.3 < rule.x1 < box.x1 - 0.3
        and min(rule.y1, rule.y2) < label.y - 0.3 < max(rule.y1, rule.y2)
    ]


@pytest.mark.parametrize(("folder", "part", "lang"), SHEETS)
def test_nothing_lies_over_anything_and_nothing_leaves_the_frame_of_a_real_sheet(
    folder: str, part: str, lang: str
) -> None:
    assert [fault for scene in sheets(folder, part, lang) for fault in faults(scene)] == []


@pytest.mark.parametrize(("folder", "part", "lang"), SHEETS)
def test_cells_keep_to_their_columns(folder: str, part: str, lang: str) -> None:
    assert [found for scene in sheets(folder, part, lang) for found in crossed_rules(scene)] == []


@pytest.mark.parametrize(("folder", "part", "lang"), SHEETS)
def test_text_is_never_smaller_than_the_floor(folder: str, part: str, lang: str) -> None:
    for scene in sheets(folder, part, lang):
        assert min(label.size for label, _ in texts(scene)) >= 2.1


def test_a_text_over_a_rule_is_found() -> None:
    scene = sheets("roadmaps/china", "steel", "en")[0]
    rule = next(s for s in flat(scene.shapes) if isinstance(s, Line) and s.role == "rule" and s.x1 == s.x2)
    over = Label(rule.x1 - 2, (rule.y1 + rule.y2) / 2, (("over a rule", ""),), 2.8)
    assert crossed_rules(replace(scene, shapes=(*scene.shapes, over))) == ["over a rule"]
