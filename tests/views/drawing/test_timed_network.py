"""The time-scaled network: rows, events, gates, links, and what a phase or many works do to the sheets."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from drawn_sheets import draw_sheets
from generated import write_large
from sheet_checks import faults

from carbonroad.project import Project, load
from carbonroad.scene.boxes import flat
from carbonroad.scene.shapes import Circle, Group, Label, Line, Polyline, Scene, Shape
from carbonroad.scene.shapes import Path as Curve
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.drawing.dependencies.connectors import Elsewhere
from carbonroad.views.drawing.items.entries import make_entries
from carbonroad.views.drawing.items.relations import relations_of
from carbonroad.views.drawing.network.axis import phase_of
from carbonroad.views.drawing.network.lanes import make_lanes
from carbonroad.views.drawing.network.numbers import event_names, event_numbers
from carbonroad.views.drawing.network.plan import Plan, make_plan
from carbonroad.views.options import USUAL, Options
from carbonroad.views.shared.words import Words

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 22)


@cache
def project(folder: str = "tests/data/network") -> Project:
    return load(find_roadmaps(str(ROOT / folder))[0], None, TODAY)


@cache
def drawn(loaded: Project, part: str, lang: str = "en", options: Options = USUAL) -> tuple[Scene, ...]:
    found = next(one for one in loaded.system.parts if one.id == part)
    return draw_sheets(loaded.system, loaded.facts, found, lang, options)


def planned(loaded: Project, part: str, options: Options = USUAL) -> Plan:
    words = Words(loaded.system, loaded.facts, "en", options)
    entries = make_entries(words, part)
    relations = relations_of(loaded.system, loaded.facts, entries)
    lanes = make_lanes(loaded.system, part, entries, relations, words.w)
    return make_plan(words, part, lanes, relations, Elsewhere())


def said(scenes: tuple[Scene, ...]) -> list[str]:
    return [s.text for scene in scenes for s in flat(scene.shapes) if isinstance(s, Label)]


def item(scene: Scene, ref: str) -> list[Shape]:
    groups = [s for s in scene.shapes if isinstance(s, Group)]
    return list(flat(next(g.shapes for g in groups if g.role == "item" and g.item == ref)))


def test_every_arrow_goes_from_a_lower_to_a_higher_event() -> None:
    plan = planned(project(), "metal")
    numbers = event_numbers(plan)
    assert plan.chains
    for chain in plan.chains:
        for work in chain:
            assert numbers[f"{work.entry.ref}|start"] < numbers[f"{work.entry.ref}|end"]
    ends = [(f"{r.relation.source}|end", f"{r.relation.target}|start") for r in plan.routes]
    between = [(numbers[a], numbers[b]) for a, b in ends if a in numbers and b in numbers]
    assert between
    assert all(a <= b for a, b in between)


def test_works_that_follow_each_other_share_a_row_and_its_event() -> None:
    plan = planned(project(), "metal")
    chains = [[work.entry.no for work in chain] for chain in plan.chains]
    assert ["W05", "W13", "W17"] in chains
    assert ["W15", "W16"] in chains
    numbers = event_numbers(plan)
    assert numbers["metal.W05|end"] == numbers["metal.W13|start"]


def test_a_gate_on_the_day_of_its_work_is_the_end_of_that_works_row() -> None:
    plan = planned(project(), "metal")
    assert plan.gates == {"metal.W08": "metal.G1", "metal.W10": "metal.G2", "metal.W16": "metal.M"}
    assert event_names(plan)["metal.W10"][1] == "G2"
    scene = drawn(project(), "metal")[0]
    circles = [s for s in item(scene, "metal.W10") if isinstance(s, Circle)]
    assert len(circles) == 1  # its start; its end is the diamond


def test_the_critical_path_is_red_thick_and_bold_with_its_links() -> None:
    scene = drawn(project(), "metal")[0]
    arrows = [s for s in item(scene, "metal.W10") if isinstance(s, Line)]
    assert {s.role for s in arrows} == {"work crit"}
    names = [s for s in item(scene, "metal.W10") if isinstance(s, Label) and s.text.startswith("W10")]
    assert {s.role for s in names} == {"b crit-ink"}
    dummies = [s for s in scene.shapes if isinstance(s, Polyline) and s.role == "dummy crit"]
    assert len(dummies) == 2  # W06 to W10 and G2 to W15
    assert all(s.points[0][0] == s.points[-1][0] for s in dummies)


def test_float_to_the_next_event_is_one_wave_however_many_wait() -> None:
    scene = drawn(project("tests/data/timed"), "heat")[0]
    waves = [s for s in scene.shapes if isinstance(s, Curve) and s.role == "float"]
    starts = [s.d.split("q")[0] for s in waves]
    assert len(starts) == len(set(starts)) > 0


def test_a_lag_that_binds_is_no_wave() -> None:
    scene = drawn(project("tests/data/timed"), "heat")[0]
    lags = [s for s in scene.shapes if isinstance(s, Line) and s.role == "dummy crit"]
    assert len(lags) == 1  # two months between W06 and W07
    assert "W06 +2 mo" in said((scene,))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_network_of_eighteen_works_has_no_fault(lang: str) -> None:
    assert [fault for scene in drawn(project(), "metal", lang) for fault in faults(scene)] == []


def test_a_phase_can_be_chosen() -> None:
    system = project().system
    assert phase_of(system).id == "p1"
    assert phase_of(system, "p2").first == date(2031, 1, 1)
    plan = planned(project(), "metal", Options(phase="p2"))
    assert (plan.axis.first.year, plan.axis.last.year) == (2031, 2035)
    scenes = drawn(project(), "metal", "en", Options(phase="p2"))
    assert "2031–2035, Phase two" in said(scenes)
    assert [fault for scene in scenes for fault in faults(scene)] == []


def test_without_a_phase_five_years_from_the_data_date_are_drawn(tmp_path: Path) -> None:
    (tmp_path / "steel.yaml").write_text(
        "industry: steel\nworks: [{id: W1, title: Pilot, takes: 9 months, start: 2027-01}]\n",
        encoding="utf-8",
    )
    plan = planned(load(find_roadmaps(str(tmp_path))[0], None, TODAY), "steel")
    assert (plan.axis.first, plan.axis.last) == (date(2026, 1, 1), date(2030, 12, 31))


def test_a_long_critical_path_is_told_by_its_ends(tmp_path: Path) -> None:
    works = [f"{{id: W{n:02d}, title: Step, takes: 3 months, {_begin(n)}}}" for n in range(20)]
    (tmp_path / "steel.yaml").write_text(
        "industry: steel\nworks: [" + ", ".join(works) + "]\n", encoding="utf-8"
    )
    loaded = load(find_roadmaps(str(tmp_path))[0], None, TODAY)
    assert "Critical path: 20 items from W00 to W19 (no float)." in said(drawn(loaded, "steel"))


def _begin(n: int) -> str:
    return f"after: W{n - 1:02d}" if n else "start: 2026-01"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = write_large(tmp_path_factory.mktemp("large"), 500)
    return load(find_roadmaps(str(folder))[0], None, TODAY)


def test_many_works_stand_on_many_sheets_by_phase_and_time(large: Project) -> None:
    scenes = drawn(large, "works")
    shown = [ref for scene in scenes for ref in scene.drawn.get("items", ())]
    assert sorted(shown) == sorted(i.ref for i in large.system.items_of("works") if i.listed)
    assert len(scenes) < 500 / 5
    words = said(scenes)
    assert "2026–2030, Phase one" in words
    assert "2031–2035, Phase two" in words
    assert [fault for scene in scenes[1:40] for fault in faults(scene)] == []


def test_the_key_plan_of_many_sheets_names_the_sheets_of_each_lane_and_phase(large: Project) -> None:
    key = drawn(large, "works")[0]
    words = [s.text for s in flat(key.shapes) if isinstance(s, Label)]
    assert {"2026–2030", "2031–2035", "2036–2045"} <= set(words)
    assert sum(said.startswith("sheets ") for said in words) >= 8
    assert faults(key) == []


def test_many_works_have_chinese_words_too(tmp_path: Path) -> None:
    loaded = load(find_roadmaps(str(write_large(tmp_path, 150)))[0], None, TODAY)
    words = [s.text for s in flat(drawn(loaded, "works", "zh")[0].shapes) if isinstance(s, Label)]
    assert "按泳道与阶段" in words
    assert any(said.startswith("关键线路：图纸") for said in words)
