"""What is written but wrong is reported once: nothing says in addition that it is missing."""

from datetime import date

import pytest

from carbonroad.project import load_text

TODAY = date(2026, 11, 22)
HEAD = "industry: steel\nowner: MIIT\n"
ONE = "milestones:\n  - {id: M1, title: A, source: plan, deadline: by 2025, %s}\n"
WORK = (
    "milestones:\n  - {id: M1, title: A, source: plan, deadline: by 2030}\n"
    "works:\n  - {id: W1, title: W, source: plan, for: M1, %s}\n"
)
INDICATOR = "indicators:\n  - {id: I, title: I, unit: Mt, source: plan, %s}\n"
PHASES = "phases:\n  - {id: p, title: P, years: 2026..20300}\n  - {id: q, title: Q, years: 2031..2035}\n"


def names(text: str) -> list[str]:
    project = load_text(text.encode(), "steel.yaml", None, TODAY)
    return [finding.name for finding in project.findings]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (ONE % "status: don", "unknown-word"),
        (ONE % "finished: 30/12/2025", "unreadable-date"),
        (ONE % "status: done, finished: Q5 2025", "impossible-date"),
        (ONE % "superseded_by: M8", "unknown-item"),
        (WORK % "takes: 3mo, after: M9", "unknown-item"),
        (WORK % "takes: 3mo, start: 27-01-01", "unreadable-date"),
        (WORK % "takes: 3mo, finish: 30 Feb 2030", "impossible-date"),
        (WORK % "deadline: 2025, reports: [{date: 2025-03-01, status: donee}]", "unknown-word"),
        (INDICATOR % "actual: {2025: abc}, targets: {2025: 4}", "not-a-number"),
        (INDICATOR % 'targets: {2030: "5"}, actual: {25: 3}', "unreadable-date"),
        (INDICATOR % "change: maybe, targets: {2030: -9 %, 2035: 65}, baseline: 2020", "unknown-word"),
        (WORK.replace(" for: M1,", "") % "deadline: 2030, deliverable: [{}]", "wrong-type"),
        (PHASES + ONE.replace("2025", "2028") % "note: x", "unreadable-date"),
        ("before_means: inclusiv\n" + ONE.replace("by 2025", "before 2030") % "note: x", "unknown-word"),
        ("support: [发改委，工信部]\n" + ONE.replace("2025", "2030") % "note: x", "full-width-separator"),
    ],
)
def test_one_fault_is_one_finding(text: str, name: str) -> None:
    assert names(HEAD + text) == [name]


def test_a_mistyped_measure_may_have_had_an_owner() -> None:
    text = "industry: steel\n" + ONE.replace("by 2025", "by 2030")
    assert names(text % "note: x") == ["no-owner"]
    assert names(text % "measure: lane") == ["unknown-measure"]


def test_another_fault_of_the_same_item_hides_nothing() -> None:
    assert names(HEAD + ONE % "nature: bindng") == [
        "outcome-not-recorded",
        "unknown-word",
    ]


def test_work_in_a_circle_is_not_said_to_lack_a_start() -> None:
    works = (
        "works:\n"
        "  - {id: A, title: a, source: plan, start: 2027-01-01, takes: 3mo, after: C, deliverable: x}\n"
        "  - {id: B, title: b, source: plan, takes: 3mo, after: A}\n"
        "  - {id: C, title: c, source: plan, takes: 3mo, after: B}\n"
    )
    assert "takes-without-start" not in names(HEAD + works)
    assert "dependency-cycle" in names(HEAD + works)


def test_renamed_goal_is_not_said_to_be_served_by_nobody() -> None:
    text = (
        "milestones:\n  - {id: M1, title: A, deadline: 2030, nature: binding, source: plan}\n"
        "works:\n  - {id: W1, title: W, for: old-name, deadline: 2029}\n"
    )
    assert names(HEAD + text) == ["unknown-item"]
    assert "no-road-to-binding-milestone" in names(HEAD + text.replace("for: old-name", "deliverable: x"))
