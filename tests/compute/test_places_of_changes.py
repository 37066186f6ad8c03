"""Where each change stands in the files, whom it concerns, and what it only follows from."""

from pathlib import Path

import pytest
from roadmap_files import load_files

from carbonroad.compute.changes.choosing import Choice
from carbonroad.compute.changes.compare import Comparison, compare
from carbonroad.compute.changes.places import Places
from carbonroad.compute.changes.ratchet import next_revision

FILES = {
    "carbonroad.yaml": """
        title: Plan
        as_of: 2026-11-22
        before_means: inclusive
        phases:
          - {id: p1, title: First, years: 2026..2030}
          - {id: p2, title: Second, years: 2031..2035}
        organisations:
          MIIT: {title: Ministry of Industry}
          NEA: {title: Energy Office}
        sources:
          plan: {title: Plan of 2024}
        """,
    "steel.yaml": """
        title: Steel
        owner: MIIT
        drawing: {number: D-1}
        revisions:
          - {rev: A, date: 2026-01-01, items: [peak]}
        measures:
          - {id: lane, title: Furnaces}
        pathway: {unit: Mt CO2/yr, target: {2030: 90, 2050: 10}, actual: {2024: 120}}
        milestones:
          - {id: peak, title: Emissions peak, deadline: by 2030}
          - {id: rules, title: Rules, deadline: by 2028, owner: NEA}
        works:
          - {id: build, title: Build, deadline: by 2029, for: peak}
        indicators:
          - id: eaf
            title: Electric furnaces
            unit: Mt
            better: higher
            actual: {2024: 80, 2025: 85}
            targets: {2030: 100}
        """,
    "power.yaml": """
        title: Power
        owner: NEA
        measures:
          - {id: wind, title: Wind}
        pathway: {unit: Mt CO2/yr, target: {2030: 50}}
        milestones:
          - {id: grid, title: Grid, deadline: by 2030}
        indicators:
          - {id: gw, title: Wind power, unit: GW, better: higher, targets: {2030: 100}}
        """,
}


def compared(folder: Path, *edits: tuple[str, str, str]) -> Comparison:
    """Compare the files with edited ones (file, before, after); without a text before, the file is gone."""
    files = dict(FILES)
    for name, before, after in edits:
        if before:
            assert before in files[name], before
            files[name] = files[name].replace(before, after, 1)
        else:
            del files[name]
    (folder / "old").mkdir()
    (folder / "new").mkdir()
    old, new = load_files(folder / "old", FILES), load_files(folder / "new", files)
    return compare(old.system, old.facts, new.system, new.facts)


def places(comparison: Comparison) -> list[str]:
    """Kind, then the words that each change stands at."""
    found = []
    for change in comparison.changes:
        span = Places(comparison).of(change)
        if span is not None:
            text = Path(span.path).read_text("utf-8")
            found.append(f"{change.kind}: {Path(span.path).parent.name}: {text[span.start : span.end]}")
    return found


@pytest.mark.parametrize(
    ("edit", "at"),
    [
        (("carbonroad.yaml", "2031..2035", "2031..2036"), ["phase-moved: new: 2031..2036"]),
        (
            ("carbonroad.yaml", "\n          - {id: p2, title: Second, years: 2031..2035}", ""),
            ["dropped: old: id"],
        ),
        (("carbonroad.yaml", "Energy Office", "Energy Bureau"), ["title-changed: new: Energy Bureau"]),
        (("carbonroad.yaml", "Plan of 2024", "Plan of 2025"), ["title-changed: new: Plan of 2025"]),
        (("steel.yaml", "2030: 90", "2030: 95"), ["pathway-target-changed: new: {2030: 95, 2050: 10}"]),
        (("steel.yaml", ", 2050: 10", ""), ["pathway-target-withdrawn: old: {2030: 90, 2050: 10}"]),
        (("steel.yaml", "2025: 85", "2025: 86"), ["actual-corrected: new: 86"]),
        (("steel.yaml", ", 2025: 85", ""), ["actual-withdrawn: old: 2025"]),
        (("steel.yaml", "items: [peak]", "items: [rules]"), ["changed: new: [rules]"]),
        (
            ("steel.yaml", "[peak]}", "[peak]}\n          - {rev: B, date: 2026-06-01, items: [rules]}"),
            ["revision-added: new: rev"],
        ),
        (("steel.yaml", "number: D-1", "number: D-2"), ["changed: new: D-2"]),
        (("steel.yaml", "title: Steel", "title: Iron"), ["title-changed: new: Iron"]),
        (("steel.yaml", "for: peak", "for: rules"), ["link-added: new: rules", "link-removed: old: peak"]),
        (("steel.yaml", "Furnaces", "Ovens"), ["title-changed: new: Ovens"]),
        (("steel.yaml", "better: higher", "better: lower"), ["definition-changed: new: lower"]),
        (("steel.yaml", "2030: 100", "2030: 90"), ["target-changed: new: 90"]),
        (
            ("steel.yaml", "owner: NEA", "owner: NEA, status: late"),
            ["status-stated: new: late", "status-changed: new: late"],
        ),
        (("steel.yaml", "owner: NEA", "owner: NEA, owner_basis: inferred"), ["basis-changed: new: inferred"]),
        (
            ("steel.yaml", "by 2029, for", "by 2029, takes: 9 years, start: 2027-01-01, for"),
            [
                "feasibility-changed: new: by 2030",
                "period-changed: new: by 2029",
                "feasibility-changed: new: by 2029",
                "duration-set: new: 9 years",
                "start-set: new: 2027-01-01",
            ],
        ),
    ],
)
def test_a_change_is_shown_where_it_is_written(
    edit: tuple[str, str, str], at: list[str], tmp_path: Path
) -> None:
    assert places(compared(tmp_path, edit)) == at


def test_what_came_or_went_with_an_industry_says_so(tmp_path: Path) -> None:
    gone = compared(tmp_path, ("power.yaml", "", "")).changes
    assert {(one.key.subject, one.kind, one.cause) for one in gone} == {
        ("part", "dropped", ""),
        ("emissions", "pathway-target-withdrawn", "part"),
        ("pathway", "dropped", "part"),
        ("indicator", "dropped", "part"),
        ("item", "dropped", "part"),
        ("measure", "dropped", "part"),
    }


@pytest.mark.parametrize(
    ("parts", "owner", "kept"),
    [
        ((), "", ["peak", "rules", "grid"]),
        (("steel",), "", ["peak", "rules"]),
        (("power",), "", ["grid"]),
        (("steel", "power"), "NEA", ["rules", "grid"]),
        ((), "NEA", ["rules", "grid"]),
        (("steel",), "NEA", ["rules"]),
        (("coal",), "", []),
    ],
)
def test_changes_are_chosen_by_industry_and_by_body(
    parts: tuple[str, ...], owner: str, kept: list[str], tmp_path: Path
) -> None:
    comparison = compared(
        tmp_path,
        ("steel.yaml", "title: Emissions peak", "title: Emissions are highest"),
        ("steel.yaml", "title: Rules", "title: Rules on scrap"),
        ("power.yaml", "title: Grid", "title: Grid of lines"),
    )
    choice = Choice(comparison, frozenset(parts), owner)
    named = [one.key.ref.partition(".")[2] for one in comparison.changes if choice.has(one)]
    assert sorted(named) == sorted(kept)


@pytest.mark.parametrize(
    ("known", "following"),
    [
        ([], "1"),
        (["A"], "B"),
        (["A", "C", "B"], "D"),
        (["Y"], "Z"),
        (["Z"], "1"),
        (["1", "9", "10"], "11"),
        (["A", "1"], "2"),
        (["first"], "1"),
        (["²"], "1"),
    ],
)
def test_the_next_revision_follows_the_last(known: list[str], following: str) -> None:
    assert next_revision(known) == following
