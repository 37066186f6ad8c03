"""The construction drawing against an earlier version: old places of gates, with room of their own."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from drawn_sheets import draw_sheets
from earlier_versions import by_years, earlier
from one_document import build_document
from sheet_checks import faults

from carbonroad.compute.changes.drift import Drift
from carbonroad.project import Project
from carbonroad.scene.boxes import flat
from carbonroad.scene.shapes import Group, Label, Polyline, Scene, Shape
from carbonroad.views.options import USUAL, Options

_ROOT = Path(__file__).parents[3]
_YEARS: dict[str, Callable[[int], int]] = {
    "later": lambda _: -2,
    "mixed": lambda place: (-7, -1, 0, 1, 12)[place % 5],
}


@cache
def _moved(folder: str, kind: str) -> tuple[Project, Drift]:
    return earlier(_ROOT / folder, by_years(_YEARS[kind]))


def _sheets(
    folder: str, kind: str, part: str, lang: str = "en", options: Options | None = None
) -> list[Scene]:
    project, drift = _moved(folder, kind)
    shown = next(one for one in project.system.parts if one.id == part)
    chosen = Options(against=drift) if options is None else options
    return list(draw_sheets(project.system, project.facts, shown, lang, chosen))


def _ghosts(shapes: tuple[Shape, ...]) -> Iterator[Group]:
    for shape in shapes:
        if isinstance(shape, Group):
            if shape.role == "ghosted":
                yield shape
            yield from _ghosts(shape.shapes)


@pytest.mark.parametrize(
    ("folder", "part", "lang"),
    [
        ("roadmaps/china", "steel", "en"),
        ("roadmaps/china", "power", "zh"),
        ("roadmaps/china", "building-materials", "en"),
        ("tests/data/timed", "heat", "zh"),
        ("tests/data/timed", "top", "en"),
    ],
)
@pytest.mark.parametrize("kind", list(_YEARS))
def test_old_places_lie_over_nothing(folder: str, part: str, lang: str, kind: str) -> None:
    sheets = _sheets(folder, kind, part, lang)
    assert [fault for sheet in sheets for fault in faults(sheet)] == []
    assert [ghost for sheet in sheets for ghost in _ghosts(sheet.shapes)]


def test_moved_gates_have_a_hollow_diamond_and_their_shift() -> None:
    sheets = _sheets("roadmaps/china", "later", "steel")
    ghosts = {group.item: group for sheet in sheets for group in _ghosts(sheet.shapes)}
    assert {"steel.peak", "steel.eaf-2025"} <= set(ghosts)
    words = [s.text for s in flat(ghosts["steel.peak"].shapes) if isinstance(s, Label)]
    assert words == ["+2 y"]
    assert any(isinstance(s, Polyline) and s.role == "ghost" for s in flat(ghosts["steel.peak"].shapes))
    said = " ".join(s.text for sheet in sheets for s in flat(sheet.shapes) if isinstance(s, Label))
    assert "hollow: as of HEAD~3 (2026-11-22)" in said


def test_without_an_earlier_version_a_sheet_is_what_it_was() -> None:
    (sheet,) = _sheets("roadmaps/china", "later", "steel", options=USUAL)
    assert list(_ghosts(sheet.shapes)) == []


def test_the_page_says_what_it_is_compared_with() -> None:
    project, drift = _moved("roadmaps/china", "later")
    steel = next(part for part in project.system.parts if part.id == "steel")
    document = build_document("drawing", project.system, project.facts, steel, "en", Options(against=drift))
    assert ("Compared with", "HEAD~3 (2026-11-22)") in document.meta
