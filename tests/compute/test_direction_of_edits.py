"""What one edit of a file means to a reader: every kind of change, which way it goes, and by how much."""

from datetime import date

import pytest

from carbonroad.compute.changes.change import Change
from carbonroad.compute.changes.compare import compare
from carbonroad.project import Project, load_text

STEEL = """
industry: steel
title: Steel
as_of: 2026-11-22
owner: MIIT
before_means: inclusive
sources:
  plan: {title: Plan of 2024}
measures:
  - {id: lane, title: Furnaces}
pathway: {unit: Mt CO2/yr, gas: CO2, target: {2030: 90..100, 2050: 10},
          actual: {2024: 120}, reference: {2030: 130}}
milestones:
  - {id: peak, title: Emissions peak, deadline: by 2030, lead: MEE, support: NDRC}
  - {id: two, title: {en: Cut by 2, zh: 减少2}, deadline: by 2031, status: on-track}
  - {id: gone, title: Given up, deadline: by 2028, status: dropped}
  - {id: terms, title: Reports, deadline: every year 2024..2028,
     finished: {2024: 2024-12-01, 2025: 2025-12-01}}
works:
  - {id: build, title: Build, start: 2027-01-01, takes: 12 months, for: peak}
  - {id: fixed, title: Fixed, start: 2027-01-01, finish: 2027-06-30,
     after: {id: build, type: SS, lag: 1 month}}
  - {id: done, title: Done, deadline: by 2026, started: 2026-01-01, finished: 2026-03-01}
  - {id: run, title: Run, deadline: by 2027, started: 2026-01-01, progress: 30 %,
     reports: [{date: 2026-06-01, status: late}]}
indicators:
  - {id: eaf, title: Electric furnaces, unit: Mt, better: higher, nature: expected,
     targets: {2030: {value: 100..150, stretch: 170}, 2035: 160}}
"""


def loaded(text: str) -> Project:
    return load_text(text.encode(), "steel.yaml", None, date(2026, 11, 22))


def said(change: Change) -> str:
    """Kind, thing and field; then group, direction, days, size and reason, where there are some."""
    days = "" if change.days is None else f"{change.days} days"
    by = "" if change.by is None else f"by {change.by}"
    thing = f"{change.kind}: {change.key.subject} {change.key.ref}"
    told = (thing.strip(), change.field, change.group, change.direction)
    return " ".join(part for part in (*told, days, by, change.reason, change.cause) if part)


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        (
            "start: 2027-01-01, takes",
            "start: 2027-02-01, takes",
            [
                "schedule-moved: schedule finish schedule later 31 days",
                "start-moved: item steel.build start schedule later 31 days",
            ],
        ),
        (
            "start: 2027-01-01, takes",
            "start: 2026-12-01, takes",
            [
                "changed: schedule start other",
                "schedule-moved: schedule finish schedule earlier -31 days",
                "start-moved: item steel.build start schedule earlier -31 days",
                "feasibility-changed: item steel.build too_late schedule better",
            ],
        ),
        (
            "start: 2027-01-01, takes",
            "takes",
            [
                "schedule-moved: schedule finish schedule earlier -184 days",
                "critical-path-changed: schedule critical_path schedule",
                "feasibility-changed: item steel.build too_late schedule better",
                "start-withdrawn: item steel.build start schedule",
            ],
        ),
        (
            "finish: 2027-06-30",
            "finish: 2027-07-31",
            ["deadline-moved: item steel.fixed finish slipped later 31 days"],
        ),
        (
            "finish: 2027-06-30",
            "finish: 2027-06-29",
            ["deadline-moved: item steel.fixed finish earlier earlier -1 days"],
        ),
        (
            "finish: 2027-06-30",
            "takes: 6 months",
            [
                "feasibility-changed: item steel.build too_late schedule better",
                "duration-set: item steel.fixed takes schedule",
                "deadline-withdrawn: item steel.fixed finish slipped later",
            ],
        ),
        ("takes: 12 months", "takes: 1 year", ["duration-changed: item steel.build takes wording"]),
        (
            "takes: 12 months",
            "takes: 52 weeks",
            [
                "schedule-moved: schedule finish schedule earlier -1 days",
                "duration-changed: item steel.build takes schedule earlier",
            ],
        ),
        (
            "takes: 12 months",
            "takes: 53 weeks",
            [
                "schedule-moved: schedule finish schedule later 6 days",
                "duration-changed: item steel.build takes schedule later",
            ],
        ),
        (
            "takes: 12 months",
            "finish: 2027-12-31",
            [
                "deadline-set: item steel.build finish earlier earlier",
                "feasibility-changed: item steel.build too_late schedule better",
                "duration-withdrawn: item steel.build takes schedule",
            ],
        ),
        (
            "nature: expected",
            "nature: binding",
            [
                "nature-changed: item steel.eaf@2030 nature raised stronger indicator",
                "nature-changed: item steel.eaf@2035 nature raised stronger indicator",
                "nature-changed: indicator steel.eaf nature raised stronger",
            ],
        ),
        (
            "nature: expected,",
            "",
            [
                "nature-changed: item steel.eaf@2030 nature raised stronger indicator",
                "nature-changed: item steel.eaf@2035 nature raised stronger indicator",
                "nature-changed: indicator steel.eaf nature raised stronger",
            ],
        ),
        (
            "better: higher",
            "better: lower",
            ["definition-changed: indicator steel.eaf better unclear definition"],
        ),
        ("better: higher, ", "", ["changed: indicator steel.eaf better other"]),
        (
            "finished: 2026-03-01",
            "finished: 2026-03-11",
            ["finish-corrected: item steel.done finished rewritten 10 days"],
        ),
        (
            ", finished: 2026-03-01",
            "",
            [
                "status-changed: item steel.done state status worse",
                "finish-withdrawn: item steel.done finished rewritten worse",
            ],
        ),
        (
            "2025: 2025-12-01}",
            "2025: 2025-12-01, 2026: 2026-02-01}",
            ["finished: item steel.terms finished measured better"],
        ),
        (
            ", 2025: 2025-12-01}",
            "}",
            [
                "finish-withdrawn: item steel.terms finished rewritten worse",
                "status-changed: item steel.terms state status worse",
            ],
        ),
        ("2025: 2025-12-01}", "2025: 2025-11-01}", ["finish-corrected: item steel.terms finished rewritten"]),
        (
            "status: on-track",
            "status: late",
            [
                "status-stated: item steel.two status other",
                "status-changed: item steel.two state status worse",
            ],
        ),
        (
            "status: on-track",
            "status: at-risk",
            [
                "status-stated: item steel.two status other",
                "status-changed: item steel.two state status worse",
            ],
        ),
        (
            "status: on-track",
            "status: planned",
            ["status-stated: item steel.two status other", "status-changed: item steel.two state status"],
        ),
        (
            "status: on-track",
            "status: done",
            [
                "finished: item steel.two status measured better",
                "status-changed: item steel.two state status better",
            ],
        ),
        (
            "status: on-track",
            "status: dropped",
            ["status-stated: item steel.two status other", "dropped: item steel.two state dropped"],
        ),
        (
            "status: dropped",
            "status: on-track",
            ["status-stated: item steel.gone status other", "restored: item steel.gone state added"],
        ),
        (
            "status: on-track",
            "superseded_by: peak",
            [
                "superseded: item steel.two superseded_by dropped",
                "status-changed: item steel.two state other",
                "status-stated: item steel.two status other",
            ],
        ),
        ("progress: 30 %", "progress: 40 %", ["progress-changed: item steel.run progress measured better"]),
        ("progress: 30 %", "progress: 20 %", ["progress-changed: item steel.run progress measured worse"]),
        ("progress: 30 %,", "", ["progress-changed: item steel.run progress measured"]),
        (
            "status: late}]",
            "status: late}, {date: 2026-10-01, status: late}]",
            ["reported: item steel.run reports measured"],
        ),
        (
            "{date: 2026-06-01, status: late}",
            "{date: 2026-06-01, status: at-risk}",
            [
                "status-changed: item steel.run state status better",
                "report-rewritten: item steel.run reports rewritten",
            ],
        ),
        ("lead: MEE", "lead: NEA", ["lead-changed: item steel.peak lead duties"]),
        ("support: NDRC", "support: NEA", ["support-changed: item steel.peak support duties"]),
        (
            "unit: Mt, better",
            "unit: kt, better",
            [
                "target-changed: item steel.eaf@2030 value weakened weaker",
                "stretch-changed: item steel.eaf@2030 stretch weakened weaker by -169830",
                "target-changed: item steel.eaf@2035 value weakened weaker by -159840",
                "unit-changed: indicator steel.eaf unit other",
            ],
        ),
        (
            "unit: Mt CO2/yr",
            "unit: Mt CO2e/yr",
            [
                "changed: balance unit other",
                "unit-changed: pathway steel unit other",
                "actual-corrected: emissions steel value rewritten",
                "pathway-target-changed: emissions steel value unclear other-unit",
                "pathway-target-changed: emissions steel value unclear other-unit",
                "reference-changed: emissions steel value other",
            ],
        ),
        ("gas: CO2", "gas: CO2e", ["definition-changed: pathway steel gas unclear definition"]),
        ("lag: 1 month", "lag: 2 months", ["link-changed: link steel.build lag order"]),
        (
            "type: SS",
            "type: FF",
            ["link-added: link steel.build order", "link-removed: link steel.build order"],
        ),
        (
            "2030: 90..100",
            "2030: 80..100",
            ["pathway-target-changed: emissions steel value raised stronger by -5"],
        ),
        (
            "2030: 90..100",
            "2030: 90..110",
            ["pathway-target-changed: emissions steel value weakened weaker by 5"],
        ),
        (
            "2030: 90..100",
            "2030: 80..110",
            ["pathway-target-changed: emissions steel value unclear by 0 mixed"],
        ),
        ("2030: 90..100", "2030: 95", ["pathway-target-changed: emissions steel value unclear by 0 mixed"]),
        (
            "2050: 10}",
            "2050: 0}",
            [
                "sum-changed: balance neutral_year schedule",
                "pathway-target-changed: emissions steel value raised stronger by -10",
            ],
        ),
        (
            "reference: {2030: 130}",
            "reference: {2030: 140}",
            ["reference-changed: emissions steel value other by 10"],
        ),
        ("2024: 120}", "2024: 121}", ["actual-corrected: emissions steel value rewritten by 1"]),
        (
            "stretch: 170",
            "stretch: 180",
            ["stretch-changed: item steel.eaf@2030 stretch raised stronger by 10"],
        ),
        (
            "stretch: 170",
            "stretch: 165",
            ["stretch-changed: item steel.eaf@2030 stretch weakened weaker by -5"],
        ),
        (", stretch: 170", "", ["stretch-withdrawn: item steel.eaf@2030 stretch weakened weaker"]),
        ("100..150", "100..140", ["target-changed: item steel.eaf@2030 value weakened weaker by -10"]),
        ("100..150", "90..160", ["target-changed: item steel.eaf@2030 value unclear mixed"]),
        ("100..150", "110..150", ["target-changed: item steel.eaf@2030 value raised stronger by 10"]),
        ("en: Cut by 2,", "en: Cut by 3,", ["title-changed: item steel.two title unclear title-numbers"]),
        ("en: Cut by 2,", "en: Cuts by 2,", ["title-changed: item steel.two title wording"]),
        ("zh: 减少2", "zh: 减少3", ["title-changed: item steel.two title unclear title-numbers"]),
        ("Plan of 2024", "Plan of 2025", ["title-changed: source plan title wording"]),
        ("title: Steel\n", "title: Steel 2\n", ["title-changed: part steel title wording"]),
        (
            "id: gone, title: Given up, deadline: by 2028",
            "id: gone, title: Given up, deadline: by 2029",
            ["deadline-moved: item steel.gone deadline other later 365 days void"],
        ),
        ("measures:\n  - {id: lane, title: Furnaces}\n", "", ["dropped: measure steel.lane other"]),
        ("sources:\n  plan: {title: Plan of 2024}\n", "", ["dropped: source plan wording"]),
        (
            "  - {id: gone, title: Given up, deadline: by 2028, status: dropped}\n",
            "",
            ["dropped: item steel.gone other void"],
        ),
        (", reference: {2030: 130}", "", ["reference-changed: emissions steel other"]),
        (
            "after: {id: build, type: SS, lag: 1 month}",
            "",
            [
                "critical-path-changed: schedule critical_path schedule",
                "feasibility-changed: item steel.build too_late schedule better",
                "link-removed: link steel.build order",
            ],
        ),
        (
            "takes: 12 months",
            "takes: 40 months",
            [
                "schedule-moved: schedule finish schedule later 851 days",
                "duration-changed: item steel.build takes schedule later",
            ],
        ),
    ],
)
def test_an_edit_says_which_way_it_goes(before: str, after: str, changes: list[str]) -> None:
    assert before in STEEL
    old, new = loaded(STEEL), loaded(STEEL.replace(before, after, 1))
    assert [said(one) for one in compare(old.system, old.facts, new.system, new.facts).changes] == changes


def test_without_an_edit_nothing_is_said() -> None:
    old, new = loaded(STEEL), loaded(STEEL)
    assert not compare(old.system, old.facts, new.system, new.facts).changes
