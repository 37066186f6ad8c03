"""What one edit of a file means: kind, group, direction, days."""

from pathlib import Path
from textwrap import dedent

import pytest
from roadmap_files import load_files

from carbonroad.compute.changes.change import Change
from carbonroad.compute.changes.compare import compare
from carbonroad.compute.changes.drift import drift_of
from carbonroad.compute.changes.ratchet import given_up, unexplained
from carbonroad.project import Project

TOP = """
    title: Plan
    as_of: 2026-11-22
    before_means: inclusive
    phases:
      - {id: p1, title: First, years: 2026..2030}
"""
STEEL = """
    title: Steel
    owner: MIIT
    pathway: {unit: Mt CO2/yr, target: {2030: 100, 2050: -10}, actual: {2024: 120}}
    milestones:
      - id: M1
        title: {en: Emissions peak, zh: 碳达峰}
        deadline: by 2030
        nature: binding
        source: Action plan
      - id: M2
        title: Rules for scrap are in force
        deadline: by June 2027
      - id: M3
        title: Report on furnaces
        deadline: every quarter 2027..2029
        finished: {2027-Q1: 2027-03-01}
    indicators:
      - id: eaf
        title: Electric furnaces
        unit: Mt
        better: higher
        baseline: {year: 2020, value: 100}
        actual: {2024: 110, 2025: {value: 112, estimate: true}}
        targets: {2030: at least 150, 2035: up 80 %}
      - id: sink
        title: Carbon sink
        unit: Mt
        better: lower
        targets: {2030: -20}
    works:
      - {id: W1, title: Build furnaces, start: 2027-01-01, takes: 9mo, for: M1}
"""


def _loaded(folder: Path, steel: str, top: str = TOP) -> Project:
    folder.mkdir(exist_ok=True)
    return load_files(folder, {"carbonroad.yaml": dedent(top), "steel.yaml": dedent(steel)})


def _changes(folder: Path, *edits: tuple[str, str], top: tuple[str, str] = ("", "")) -> list[Change]:
    text = STEEL
    for before, after in edits:
        assert before in text, before
        text = text.replace(before, after, 1)
    old, new = _loaded(folder / "old", STEEL), _loaded(folder / "new", text, TOP.replace(*top))
    return list(compare(old.system, old.facts, new.system, new.facts).changes)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("by 2030", "by 2031", [("deadline-moved", "slipped", "later", 365)]),
        ("by 2030", "by 2029", [("deadline-moved", "earlier", "earlier", -365)]),
        ("by 2030", "before 2030", [("deadline-reworded", "wording", "", None)]),
        ("by 2030", "around 2030", [("deadline-moved", "slipped", "later", 365)]),
        ("by 2030", "none", [("deadline-withdrawn", "slipped", "later", None)]),
        ("by 2030", "from 2030", [("deadline-withdrawn", "slipped", "later", None)]),
        ("by 2030", "strive for 2030", [("deadline-softened", "weakened", "weaker", None)]),
        ("by 2030", "2026..2030", [("period-changed", "other", "", None)]),
        ("by June 2027", "by June 2027\n        if: M1", [("made-conditional", "slipped", "later", None)]),
        ("every quarter", "every year", [("frequency-changed", "weakened", "weaker", None)]),
        ("at least 150", "at least 140", [("target-changed", "weakened", "weaker", None)]),
        ("at least 150", "at least 160", [("target-changed", "raised", "stronger", None)]),
        ("at least 150", "around 150", [("target-changed", "weakened", "weaker", None)]),
        ("at least 150", "strive for 150", [("target-changed", "weakened", "weaker", None)]),
        ("at least 150", "150 or more", [("target-restated", "wording", "", None)]),
        ("at least 150", "up 40 %", [("target-changed", "weakened", "weaker", None)]),
        ("at least 150", "up 60 %", [("target-changed", "raised", "stronger", None)]),
        ("at least 150", "at most 150", [("target-changed", "unclear", "", None)]),
        ("at least 150", "enough", [("target-changed", "unclear", "", None)]),
        ("at least 150", "100..200", [("target-changed", "unclear", "", None)]),
        ("up 80 %", "up 70 %", [("target-changed", "weakened", "weaker", None)]),
        ("2030: -20", "2030: -15", [("target-changed", "weakened", "weaker", None)]),
        ("2030: -20", "2030: -25", [("target-changed", "raised", "stronger", None)]),
        ("2050: -10", "2050: -5", [("pathway-target-changed", "weakened", "weaker", None)]),
        ("2050: -10", "2050: -15", [("pathway-target-changed", "raised", "stronger", None)]),
        (", 2050: -10", "", [("pathway-target-withdrawn", "weakened", "weaker", None)]),
        ("{2024: 120}", "{2024: 118}", [("actual-corrected", "rewritten", "", None)]),
        ("nature: binding", "nature: expected", [("nature-changed", "weakened", "weaker", None)]),
        ("{2024: 110", "{2024: 111", [("actual-corrected", "rewritten", "", None)]),
        ("2024: 110, ", "", [("actual-withdrawn", "rewritten", "worse", None)]),
        (
            "9mo",
            "12mo",
            [("duration-changed", "schedule", "later", None), ("schedule-moved", "schedule", "later", 92)],
        ),
        (", for: M1", "", [("link-removed", "order", "", None)]),
        ("en: Emissions peak", "en: Emissions reach their peak", [("title-changed", "wording", "", None)]),
    ],
)
def test_an_edit_is_told_as_what_it_means(
    tmp_path: Path, before: str, after: str, said: list[tuple[str, str, str, int | None]]
) -> None:
    found = _changes(tmp_path, (before, after))
    kinds = {kind for kind, *_ in said}
    told = [(one.kind, one.group, one.direction, one.days) for one in found if one.kind in kinds]
    assert sorted(told, key=str) == sorted(said, key=str)
    assert {one.group for one in found} <= {group for _, group, *_ in said} | {"schedule", "status"}


def test_the_same_value_in_another_unit_is_no_other_demand(tmp_path: Path) -> None:
    other = STEEL.replace("unit: Mt\n        better: higher", "unit: kt\n        better: higher")
    for number in (" 100}", " 110,", " 112,", " 150,"):
        other = other.replace(number, f"{number[:-1]}000{number[-1]}")
    old, new = _loaded(tmp_path / "old", STEEL), _loaded(tmp_path / "new", other)
    found = compare(old.system, old.facts, new.system, new.facts).changes
    assert {one.group for one in found} <= {"wording", "other"}
    assert {"target-restated", "actual-restated"} <= {one.kind for one in found}


def test_a_document_cited_by_its_number_or_by_its_id_is_the_same(tmp_path: Path) -> None:
    top = f"{TOP}    sources: {{ap21: {{title: Action plan, number: 国发〔2021〕23号}}}}\n"

    def steel(source: str) -> str:
        cited = STEEL.replace("source: Action plan", f"source: {source}")
        cited = cited.replace("better: lower\n", f"better: lower\n        source: {source}\n")
        return cited + f"    measures:\n      - {{id: scrap, title: Scrap, source: {source}}}\n"

    old = _loaded(tmp_path / "old", steel("国发〔2021〕23号"), top)
    new = _loaded(tmp_path / "new", steel("ap21"), top)
    assert old.system.measures["steel.scrap"].citations[0].ref.text == "国发〔2021〕23号"
    assert not compare(old.system, old.facts, new.system, new.facts).changes


def test_what_an_industry_owns_is_owned_by_its_items(tmp_path: Path) -> None:
    found = _changes(tmp_path, ("owner: MIIT", "owner: NDRC"))
    assert {one.kind for one in found} == {"owner-changed"}
    assert {"steel", "steel.M1", "steel.eaf@2030", "steel.W1"} <= {one.key.ref for one in found}


def test_an_estimate_that_was_measured_is_no_correction(tmp_path: Path) -> None:
    found = _changes(tmp_path, ("2025: {value: 112, estimate: true}", "2025: 113"))
    assert {one.kind for one in found} == {"measured", "estimate-changed"}
    assert {one.group for one in found} == {"measured"}


def test_a_dropped_status_is_told_from_what_was_removed(tmp_path: Path) -> None:
    stated = _changes(tmp_path, ("deadline: by June 2027", "deadline: by June 2027\n        status: dropped"))
    assert ("dropped", "state") in {(one.kind, one.field) for one in stated}
    removed = _changes(
        tmp_path,
        ("      - id: M2\n        title: Rules for scrap are in force\n        deadline: by June 2027\n", ""),
    )
    assert [(one.kind, one.key.ref, one.field) for one in removed] == [("dropped", "steel.M2", "")]


def test_an_id_that_another_item_took_over_is_not_taken_for_it(tmp_path: Path) -> None:
    found = _changes(
        tmp_path,
        ("id: M1\n        title: {en: Emissions peak", "id: M2\n        title: {en: Emissions peak"),
        ("id: M2\n        title: Rules", "id: M1\n        title: Rules"),
        ("for: M1", "for: M2"),
    )
    assert {(one.kind, one.before and one.before.ref, one.key.ref) for one in found} == {
        ("renamed", "steel.M1", "steel.M2"),
        ("renamed", "steel.M2", "steel.M1"),
    }


def test_a_target_whose_year_changed_moved(tmp_path: Path) -> None:
    found = _changes(tmp_path, ("2030: at least 150", "2032: at least 150"))
    moved = [one for one in found if one.kind == "deadline-moved"]
    assert [(one.key.ref, one.days) for one in moved] == [("steel.eaf@2032", 731)]
    assert "dropped" not in {one.kind for one in found}


def test_what_a_phase_moved_says_so(tmp_path: Path) -> None:
    edit = ("by June 2027", "during p1")
    old = _loaded(tmp_path / "old", STEEL.replace(*edit))
    new = _loaded(tmp_path / "new", STEEL.replace(*edit), TOP.replace("2026..2030", "2026..2031"))
    found = compare(old.system, old.facts, new.system, new.facts).changes
    moved = [one for one in found if one.kind == "deadline-moved"]
    assert [(one.key.ref, one.days, one.cause) for one in moved] == [("steel.M2", 365, "phases")]


def test_an_industry_under_another_name_keeps_its_items(tmp_path: Path) -> None:
    old = _loaded(tmp_path / "old", STEEL)
    (tmp_path / "new").mkdir()
    files = {"carbonroad.yaml": dedent(TOP), "iron-and-steel.yaml": dedent(STEEL)}
    new = load_files(tmp_path / "new", files)
    found = compare(old.system, old.facts, new.system, new.facts).changes
    assert {one.kind for one in found} == {"renamed"}
    assert [one.key.ref for one in found if not one.cause] == ["iron-and-steel"]


def test_an_entry_of_the_revision_table_explains_what_it_names(tmp_path: Path) -> None:
    later = STEEL.replace("by 2030", "by 2031").replace("at least 150", "at least 140")
    removed = "      - id: M2\n        title: Rules for scrap are in force\n        deadline: by June 2027\n"
    entry = "    revisions:\n      - {rev: B, note: No scrap., items: [M1, eaf, M2]}\n"
    old = _loaded(tmp_path / "old", STEEL)
    silent = _loaded(tmp_path / "silent", later.replace(removed, ""))
    told = _loaded(tmp_path / "told", later.replace(removed, "") + entry)
    comparison = compare(old.system, old.facts, silent.system, silent.facts)
    assert {need.name for need in unexplained(comparison)} == {"M1", "eaf@2030", "M2"}
    explained = compare(old.system, old.facts, told.system, told.facts)
    assert len(given_up(explained)) == 3
    assert unexplained(explained) == []
    again = compare(told.system, told.facts, silent.system, silent.facts)
    assert unexplained(again) == []


@pytest.mark.parametrize("rev", ["A", "B"])
def test_an_old_entry_explains_nothing_new(tmp_path: Path, rev: str) -> None:
    entry = "    revisions:\n      - {rev: A, note: First., items: [M1]}\n"
    old = _loaded(tmp_path / "old", STEEL + entry)
    again = entry.replace("rev: A", f"rev: {rev}")  # under another number it is the same entry
    new = _loaded(tmp_path / "new", STEEL.replace("by 2030", "by 2031") + again)
    comparison = compare(old.system, old.facts, new.system, new.facts)
    assert [need.name for need in unexplained(comparison)] == ["M1"]


def test_drift_holds_what_moved_and_what_is_gone(tmp_path: Path) -> None:
    text = STEEL.replace("id: M1", "id: peak", 1).replace("for: M1", "for: peak")
    text = text.replace("by 2030", "by 2031").replace("at least 150", "at least 140")
    text = text.replace(
        "      - id: M2\n        title: Rules for scrap are in force\n        deadline: by June 2027\n", ""
    )
    old, new = _loaded(tmp_path / "old", STEEL), _loaded(tmp_path / "new", text)
    drift = drift_of(old.system, old.facts, new.system, new.facts, "HEAD~1")
    assert {ref: (was.words, was.value, was.dropped) for ref, was in drift.was.items()} == {
        "steel.peak": ("by 2030", "", False),
        "steel.eaf@2030": ("2030", "at least 150", False),
        "steel.M2": ("by June 2027", "", True),
    }


_RATCHETED = dedent(
    """
    pathway: {unit: Mt CO2e, gas: CO2e, target: {2030: 100}, actual: {2024: 120}}
    milestones:
      - {id: share, title: Furnaces make 15% of steel, deadline: by 2030}
    indicators:
      - id: x
        title: Emissions per tonne
        unit: Mt
        better: lower
        baseline: 2005
        actual: {2024: 30}
        targets: {2030: 20, 2035: -40%}
      - {id: y, title: Capacity kept, unit: GW, nature: binding, targets: {2030: 20-25}}
    """
)


@pytest.mark.parametrize(
    ("before", "after", "needs"),
    [
        ("unit: Mt CO2e", "unit: Mt CO2", {"pathway"}),  # fewer gases, the same numbers
        ("unit: Mt CO2e", "unit: Gt CO2e", {"pathway"}),  # a thousand times as much
        ("gas: CO2e", "gas: CO2", {"pathway"}),
        ("unit: Mt\n", "unit: widgets\n", {"x", "x@2030"}),
        ("unit: Mt\n", "unit: kt\n", {"x"}),  # asks for less, but the past was rewritten
        ("better: lower", "better: higher", {"x"}),
        ("baseline: 2005", "baseline: 2020", {"x@2035"}),  # no level of either year is known
        ("20-25", "18-30", {"y@2030"}),
        ("nature: binding, ", "", {"y"}),
        ("make 15%", "make 12%", {"share"}),
        ("make 15%", "give 15%", set()),
    ],
)
def test_what_may_be_weaker_needs_an_entry(tmp_path: Path, before: str, after: str, needs: set[str]) -> None:
    assert before in _RATCHETED
    old = _loaded(tmp_path / "old", _RATCHETED)
    new = _loaded(tmp_path / "new", _RATCHETED.replace(before, after))
    comparison = compare(old.system, old.facts, new.system, new.facts)
    assert {need.name for need in unexplained(comparison)} == needs


@pytest.mark.parametrize("items", ["[steel, pathway, power.P1]", "[steel, 总体.路径, power.P1]"])
def test_an_entry_names_an_industry_and_a_pathway_that_are_gone(tmp_path: Path, items: str) -> None:
    power = "milestones:\n  - {id: P1, title: Wind, deadline: by 2030}\n"
    top = dedent(TOP) + "pathway: {unit: Mt, target: {2030: 100}}\n"
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    files = {"carbonroad.yaml": top, "steel.yaml": dedent(STEEL), "power.yaml": power}
    old = load_files(tmp_path / "old", files)
    entry = f"revisions:\n  - {{rev: A, note: All was given up., items: {items}}}\n"
    left = {"carbonroad.yaml": top.replace("2030: 100", "2030: 120") + entry, "power.yaml": "title: Power\n"}
    new = load_files(tmp_path / "new", left)
    comparison = compare(old.system, old.facts, new.system, new.facts)
    assert {need.name for need in given_up(comparison)} == {"steel", "pathway", "P1"}
    assert unexplained(comparison) == []


@pytest.mark.parametrize(
    ("before", "after", "direction", "by"),
    [
        ("20-25", "20-30", "weaker", 5),
        ("20-25", "15-20", "stronger", -5),
        ("20-25", "22-30", "weaker", None),
        ("20-25", "22-23", "", None),
    ],
)
def test_of_a_range_the_end_that_moved_tells_by_how_much(
    tmp_path: Path, before: str, after: str, direction: str, by: int | None
) -> None:
    text = _RATCHETED.replace("unit: GW,", "unit: GW, better: lower,")
    old = _loaded(tmp_path / "old", text)
    new = _loaded(tmp_path / "new", text.replace(before, after))
    found = compare(old.system, old.facts, new.system, new.facts).changes
    assert [(one.direction, one.by) for one in found if one.kind == "target-changed"] == [(direction, by)]
