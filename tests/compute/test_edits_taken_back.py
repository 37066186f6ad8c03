"""What an edit means, and what it means to take it back."""

import pytest
from test_direction_of_edits import STEEL, loaded, said

from carbonroad.compute.changes.compare import compare

GONE = "  - {id: gone, title: Given up, deadline: by 2028, status: dropped}\n"
CASES = [
    (
        "plan: {title: Plan of 2024}",
        "scheme: {title: Plan of 2024}",
        ["renamed: source scheme id renamed"],
        ["renamed: source plan id renamed"],
    ),
    (
        "  plan: {title: Plan of 2024}\n",
        "  plan: {title: Plan of 2024}\n  law: {title: A law}\n",
        ["added: source law wording"],
        ["dropped: source law wording"],
    ),
    (
        "Electric furnaces, unit",
        "Electric furnaces 2, unit",
        ["title-changed: indicator steel.eaf title unclear title-numbers"],
        ["title-changed: indicator steel.eaf title unclear title-numbers"],
    ),
    (
        "lag: 1 month}",
        "lag: 1 month, basis: implied}",
        ["link-changed: link steel.build basis order"],
        ["link-changed: link steel.build basis order"],
    ),
    (
        "finish: 2027-06-30",
        "finish: 2027-07-01",
        ["deadline-moved: item steel.fixed finish slipped later 1 days"],
        ["deadline-moved: item steel.fixed finish earlier earlier -1 days"],
    ),
    (
        "nature: expected,",
        "nature: expected, note: A remark,",
        ["text-changed: indicator steel.eaf note wording"],
        ["text-changed: indicator steel.eaf note wording"],
    ),
    (
        "sources:\n",
        "phases:\n  - {id: p, title: P, years: 2026..2030}\nsources:\n",
        ["added: phase p other"],
        ["dropped: phase p other"],
    ),
    (
        "sources:\n",
        "drawing: {number: D-1}\nsources:\n",
        ["added: drawing steel other"],
        ["dropped: drawing steel other"],
    ),
    (
        "sources:\n",
        "revisions: [{rev: A, date: 2026-11-01, items: [peak]}]\nsources:\n",
        ["revision-added: revision steel wording"],
        ["revision-removed: revision steel wording"],
    ),
    (
        "  - {id: lane, title: Furnaces}\n",
        "  - {id: lane, title: Furnaces}\n  - {id: road, title: Scrap}\n",
        ["added: measure steel.road other"],
        ["dropped: measure steel.road other"],
    ),
    (
        "id: lane, title",
        "id: hall, title",
        ["renamed: measure steel.hall id renamed"],
        ["renamed: measure steel.lane id renamed"],
    ),
    (
        "takes: 12 months",
        "takes: 365 days",
        ["duration-changed: item steel.build takes schedule earlier"],
        ["duration-changed: item steel.build takes schedule later"],
    ),
    (
        "takes: 12 months",
        "takes: 366 days",
        [
            "schedule-moved: schedule finish schedule later 1 days",
            "duration-changed: item steel.build takes schedule later",
        ],
        [
            "schedule-moved: schedule finish schedule earlier -1 days",
            "duration-changed: item steel.build takes schedule earlier",
        ],
    ),
    (
        "takes: 12 months",
        "takes: 2 years",
        [
            "schedule-moved: schedule finish schedule later 366 days",
            "duration-changed: item steel.build takes schedule later",
        ],
        [
            "schedule-moved: schedule finish schedule earlier -366 days",
            "duration-changed: item steel.build takes schedule earlier",
        ],
    ),
    (
        "id: eaf, title: Electric furnaces",
        "id: arc, title: Electric furnaces",
        [
            "renamed: item steel.arc@2030 id renamed indicator",
            "renamed: item steel.arc@2035 id renamed indicator",
            "renamed: indicator steel.arc id renamed",
        ],
        [
            "renamed: item steel.eaf@2030 id renamed indicator",
            "renamed: item steel.eaf@2035 id renamed indicator",
            "renamed: indicator steel.eaf id renamed",
        ],
    ),
    (
        "2030: {value: 100..150, stretch: 170}, 2035",
        "2031: {value: 100..150, stretch: 170}, 2035",
        [
            "renamed: item steel.eaf@2031 id renamed",
            "deadline-moved: item steel.eaf@2031 deadline slipped later 365 days",
        ],
        [
            "renamed: item steel.eaf@2030 id renamed",
            "deadline-moved: item steel.eaf@2030 deadline earlier earlier -365 days",
        ],
    ),
    (
        "2030: {value: 100..150, stretch: 170}, 2035: 160",
        "2030: {value: 100..150, stretch: 170}",
        ["dropped: item steel.eaf@2035 dropped"],
        ["added: item steel.eaf@2035 added"],
    ),
    (
        "2035: 160}",
        "2035: 160, 2040: 170}",
        ["added: item steel.eaf@2040 added"],
        ["dropped: item steel.eaf@2040 dropped"],
    ),
    (
        "2035: 160}",
        "2035: {value: 160, superseded_by: 'eaf@2030'}}",
        [
            "superseded: item steel.eaf@2035 superseded_by dropped",
            "status-changed: item steel.eaf@2035 state other",
        ],
        [
            "status-changed: item steel.eaf@2035 state other",
            "restored: item steel.eaf@2035 superseded_by added",
        ],
    ),
    (
        GONE,
        GONE + GONE.replace("gone", "more").replace("Given up", "Never meant"),
        ["added: item steel.more other void"],
        ["dropped: item steel.more other void"],
    ),
    (
        "2050: 10}",
        "2045: 0, 2050: 0}",
        [
            "sum-changed: balance neutral_year schedule",
            "pathway-target-set: emissions steel raised stronger",
            "pathway-target-changed: emissions steel value raised stronger by -10",
        ],
        [
            "sum-changed: balance neutral_year schedule",
            "pathway-target-changed: emissions steel value weakened weaker by 10",
            "pathway-target-withdrawn: emissions steel weakened weaker",
        ],
    ),
    (
        "target: {2030: 90..100, 2050: 10},\n          ",
        "target: {2030: 90..100},\n          ",
        ["pathway-target-withdrawn: emissions steel weakened weaker"],
        ["pathway-target-set: emissions steel raised stronger"],
    ),
    (
        STEEL[STEEL.index("pathway:") : STEEL.index("milestones:")],
        "",
        [
            "changed: balance unit other",
            "dropped: pathway steel dropped",
            "actual-withdrawn: emissions steel rewritten worse",
            "pathway-target-withdrawn: emissions steel weakened weaker",
            "pathway-target-withdrawn: emissions steel weakened weaker",
            "reference-changed: emissions steel other",
        ],
        [
            "changed: balance unit other",
            "added: pathway steel added",
            "measured: emissions steel measured better",
            "pathway-target-set: emissions steel raised stronger",
            "pathway-target-set: emissions steel raised stronger",
            "reference-changed: emissions steel other",
        ],
    ),
    (
        "2024: 120}",
        "2024: 120, 2025: 121}",
        ["sum-changed: balance peak_year schedule", "measured: emissions steel measured better"],
        ["sum-changed: balance peak_year schedule", "actual-withdrawn: emissions steel rewritten worse"],
    ),
    (
        "lead: MEE",
        "lead: MEE, owner_basis: inferred",
        ["basis-changed: item steel.peak inferred duties"],
        ["basis-changed: item steel.peak inferred duties"],
    ),
    (
        "deadline: by 2031",
        "deadline: from 2031",
        ["deadline-withdrawn: item steel.two deadline slipped later"],
        ["deadline-set: item steel.two deadline earlier earlier"],
    ),
    (
        "deadline: by 2031",
        "deadline: 2029..2031",
        ["period-changed: item steel.two deadline other"],
        ["period-changed: item steel.two deadline other"],
    ),
    (
        "deadline: by 2031",
        "deadline: during 2031",
        ["period-changed: item steel.two deadline other"],
        ["period-changed: item steel.two deadline other"],
    ),
    (
        "indicators:\n",
        "indicators:\n  - {id: sink, title: Sink, unit: Mt, better: lower, targets: {2030: -20}}\n",
        ["added: item steel.sink@2030 added indicator", "added: indicator steel.sink added"],
        ["dropped: item steel.sink@2030 dropped indicator", "dropped: indicator steel.sink dropped"],
    ),
    (
        "targets: {2030: {value: 100..150",
        "actual: {2024: 80}, targets: {2030: {value: 100..150",
        ["measured: actual steel.eaf measured better"],
        ["actual-withdrawn: actual steel.eaf rewritten worse"],
    ),
    (
        "title: Furnaces}",
        "title: Ovens}",
        ["title-changed: measure steel.lane title wording"],
        ["title-changed: measure steel.lane title wording"],
    ),
    (
        "for: peak}",
        "for: peak, note: A remark, source: plan}",
        ["text-changed: item steel.build note wording", "text-changed: item steel.build source wording"],
        ["text-changed: item steel.build note wording", "text-changed: item steel.build source wording"],
    ),
    (
        "sources:\n",
        "organisations:\n  NRA: {title: Agency}\nsources:\n",
        ["added: organisation NRA other"],
        ["dropped: organisation NRA other"],
    ),
]


@pytest.mark.parametrize(("before", "after", "there", "back"), CASES)
def test_an_edit_and_its_reverse_say_which_way_they_go(
    before: str, after: str, there: list[str], back: list[str]
) -> None:
    assert before in STEEL
    old, new = loaded(STEEL), loaded(STEEL.replace(before, after, 1))
    assert [said(one) for one in compare(old.system, old.facts, new.system, new.facts).changes] == there
    assert [said(one) for one in compare(new.system, new.facts, old.system, old.facts).changes] == back
