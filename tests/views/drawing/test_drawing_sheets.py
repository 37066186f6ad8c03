"""What a construction drawing promises: all that was read is drawn, nothing is invented."""

import re
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from drawn_sheets import draw_sheets
from one_document import build_document

from carbonroad.project import Project, load
from carbonroad.scene.shapes import Group, Label, Scene, Shape
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.document import Figure
from carbonroad.views.drawing import desk as module
from carbonroad.views.drawing.faults import DrawingError
from carbonroad.views.drawing.network.numbers import number_events
from carbonroad.views.drawing.paper.sheet import GB, ISO

ROOT = Path(__file__).parents[3]


@cache
def project(folder: str) -> Project:
    return load(find_roadmaps(str(ROOT / folder))[0], None, date(2026, 11, 22))


def sheets(folder: str, part: str, lang: str = "en") -> tuple[Scene, ...]:
    loaded = project(folder)
    return draw_sheets(
        loaded.system, loaded.facts, next(p for p in loaded.system.parts if p.id == part), lang
    )


def labels(shapes: tuple[Shape, ...]) -> list[str]:
    found: list[str] = []
    for shape in shapes:
        if isinstance(shape, Group):
            found += labels(shape.shapes)
        elif isinstance(shape, Label):
            found.append(shape.text)
    return found


def words(folder: str, part: str, lang: str = "en") -> list[str]:
    return [label for scene in sheets(folder, part, lang) for label in labels(scene.shapes)]


def roles(shapes: tuple[Shape, ...]) -> list[str]:
    found: list[str] = []
    for shape in shapes:
        found.append(getattr(shape, "role", ""))
        if isinstance(shape, Group):
            found += roles(shape.shapes)
    return found


def test_every_item_and_dependency_stands_on_the_sheets_of_its_part() -> None:
    system = project("roadmaps/china").system
    for part in system.parts:
        listed = {item.ref for item in system.items_of(part.id) if item.listed}
        drawn = [ref for scene in sheets("roadmaps/china", part.id) for ref in scene.drawn["items"]]
        rows = [ref for scene in sheets("roadmaps/china", part.id) for ref in scene.drawn["rows"]]
        assert sorted(drawn) == sorted(listed)
        assert sorted(rows) == sorted(listed)
        links = {
            str(n)
            for n, link in enumerate(system.links)
            if part.id in (link.predecessor.partition(".")[0], link.successor.partition(".")[0])
        }
        shown = {
            n for scene in sheets("roadmaps/china", part.id) for n in scene.drawn.get("dependencies", ())
        }
        assert links <= shown


def test_a_lost_item_is_an_error_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    found = module.drawn_of
    monkeypatch.setattr(
        module, "drawn_of", lambda shapes: {kind: refs[1:] for kind, refs in found(shapes).items()}
    )
    with pytest.raises(DrawingError, match=r"steel: lost items"):
        sheets("roadmaps/china", "steel")


def test_without_durations_there_is_no_critical_path_and_no_red() -> None:
    said = words("roadmaps/china", "steel")
    assert "No critical path: 0 of 5 works state a duration." in said
    scene = sheets("roadmaps/china", "steel")[0]
    drawn = " ".join(roles(scene.shapes))
    assert "crit" not in drawn
    assert "event" not in drawn
    assert "duration not stated" in said


def test_the_title_block_leaves_open_what_nobody_gave() -> None:
    scene = sheets("roadmaps/china", "steel")[0]
    said = labels(scene.shapes)
    assert "CR-STL-CD-01" in said
    assert project("roadmaps/china").system.fingerprint_of("steel") in said
    assert roles(scene.shapes).count("sign") == 9  # owner, creator … department, status, revision, issued


def test_the_title_block_and_revisions_say_what_was_given() -> None:
    said = words("tests/data/timed", "heat")
    assert {"A. Example", "B. Example", "C. Example", "Networks", "draft", "public"} <= set(said)
    assert said.index("W03 starts a quarter later") < said.index("First issue")


def test_timed_works_are_arrows_with_numbered_events_and_float_in_words() -> None:
    said = words("tests/data/timed", "heat")
    assert "18 months · float 91 d" in said
    assert "10 months · float −153 d" in said
    assert "Critical path: W05 → W06 → W07 (153 days short)." in said
    drawn = roles(sheets("tests/data/timed", "heat")[0].shapes)
    assert drawn.count("work crit") == 5 + 1  # five works and the legend
    assert "float" in drawn


def test_events_are_numbered_along_every_arrow() -> None:
    places = {"a": (0.0, 0.0), "b": (5.0, 9.0), "c": (5.0, 1.0), "d": (9.0, 0.0)}
    arrows = [("a", "b"), ("b", "c"), ("c", "d")]
    numbers = number_events(places, arrows, {})
    assert all(numbers[i] < numbers[j] for i, j in arrows)


def test_bill_of_works_names_events_in_order() -> None:
    pairs = [re.fullmatch(r"(\d+)–(\d+)", label) for label in words("tests/data/timed", "heat")]
    found = [(int(m[1]), int(m[2])) for m in pairs if m and int(m[1]) < 1000]
    assert len(found) == 7
    assert all(i < j for i, j in found)


def test_dependencies_across_industries_become_connectors_on_both_drawings() -> None:
    assert "to buildings.R05" in words("tests/data/timed", "heat")
    assert "from heat.W03" in words("tests/data/timed", "buildings")


def test_days_stand_at_dependencies_between_gates() -> None:
    assert words("roadmaps/china", "steel").count("0 d") == 3


def test_the_same_roadmap_gives_the_same_sheets() -> None:
    assert sheets("roadmaps/china", "power") == sheets("roadmaps/china", "power")


def test_the_page_holds_the_sheets_and_their_twins_in_tables() -> None:
    loaded = project("roadmaps/china")
    steel = next(part for part in loaded.system.parts if part.id == "steel")
    page = build_document("drawing", loaded.system, loaded.facts, steel, "en")
    assert page.path == "steel/drawing"
    assert page.lede == (
        "11 gates, 5 works. 11 deadlines have passed with no outcome recorded; 5 are still ahead. "
        "No work states a duration, so there is no critical path."
    )
    figures = [block for section in page.sections for block in section.blocks if isinstance(block, Figure)]
    assert [figure.file for figure in figures] == ["steel-cd-01"]
    listed = {item.ref for item in loaded.system.items_of("steel") if item.listed}
    assert {ref for refs in page.shown.values() for ref in refs} == listed


def test_the_page_of_the_whole_lists_the_industries_drawings() -> None:
    loaded = project("roadmaps/china")
    page = build_document("drawing", loaded.system, loaded.facts, None, "en")
    assert page.path == "drawing"
    assert "doc:steel/drawing" in str(page.sections)


def test_zones_are_counted_from_the_centre_lines() -> None:
    for form in (ISO, GB):
        assert len(form.columns) == 9
        assert len(form.rows) == 7
        assert all(round(b - a, 6) == 50 for a, b in pairwise(form.columns[1:-1]))
        assert form.zone(21, 11) == "A1"
        assert form.zone(409, form.floor - 1) == "F8"


def test_an_empty_part_still_has_a_sheet(tmp_path: Path) -> None:
    (tmp_path / "steel.yaml").write_text("industry: steel\ntitle: Steel\n", encoding="utf-8")
    loaded = load(find_roadmaps(str(tmp_path))[0], None, date(2026, 11, 22))
    (scene,) = draw_sheets(loaded.system, loaded.facts, loaded.system.parts[0], "en")
    assert scene.drawn["items"] == ()


def test_a_work_with_neither_start_nor_predecessor_stands_without_a_date(tmp_path: Path) -> None:
    (tmp_path / "steel.yaml").write_text(
        "industry: steel\nowner: A\nworks:\n  - id: W1\n    title: Pilot\n    takes: 3 months\n",
        encoding="utf-8",
    )
    loaded = load(find_roadmaps(str(tmp_path))[0], None, date(2026, 11, 22))
    (scene,) = draw_sheets(loaded.system, loaded.facts, loaded.system.parts[0], "en")
    assert scene.drawn["items"] == ("steel.W1",)
    assert "No date" in labels(scene.shapes)
