"""What the rules say beyond their examples: chains, circles, lags, and what must stay silent."""

from datetime import date

import pytest

from carbonroad.findings import Finding
from carbonroad.project import load_text

TODAY = date(2026, 11, 22)
OWNER = "industry: steel\nowner: MIIT\nbefore_means: inclusive\n"


def found(text: str, name: str) -> list[Finding]:
    project = load_text((OWNER + text).encode(), "steel.yaml", None, TODAY)
    assert [f.message for f in project.findings if f.severity.value == "error" and f.name != name] == []
    return [finding for finding in project.findings if finding.name == name]


def milestone(ident: str, deadline: str, more: str = "") -> str:
    return f"  - {{id: {ident}, title: {ident}, deadline: {deadline}{more}}}\n"


def test_cycle_is_told_whole_with_every_link() -> None:
    text = "works:\n" + "".join(f"  - {{id: W{n}, title: W, after: W{n % 4 + 1}}}\n" for n in range(1, 5))
    (finding,) = found(text, "dependency-cycle")
    assert "4 items wait for one another" in finding.message
    assert "steel.W1 → steel.W2 → steel.W3 → steel.W4 → steel.W1" in finding.message
    assert finding.label == "steel.W1 waits for steel.W2"
    assert [related.message for related in finding.related] == [
        "steel.W2 waits for steel.W3",
        "steel.W3 waits for steel.W4",
        "steel.W4 waits for steel.W1",
    ]


def test_item_that_waits_for_itself() -> None:
    (finding,) = found("works:\n  - {id: W1, title: W, after: W1}\n", "dependency-cycle")
    assert finding.message == "steel.W1 waits for itself."


def test_cannot_be_met_says_how_many_days_and_along_which_chain() -> None:
    text = (
        "works:\n"
        "  - {id: W1, title: A, start: 2030-01-01, takes: 6 months}\n"
        "  - {id: W2, title: B, takes: 9 months, after: W1, for: M1}\n"
        "milestones:\n" + milestone("M1", "by 2030") + milestone("M2", "by 2040", ", after: M1")
    )
    (finding,) = found(text, "cannot-be-met")
    assert finding.label == "90 days short"
    assert finding.notes == ("the chain is steel.W1 → steel.W2 → steel.M1",)
    assert [related.message for related in finding.related] == [
        "steel.W1: 2030-01-01 to 2030-06-30, 181 days",
        "steel.W2: 2030-07-01 to 2031-03-31, 274 days",
    ]


def test_chain_inside_the_network_is_not_compared_by_deadline_too() -> None:
    text = (
        "works:\n  - {id: W1, title: A, start: 2030-01-01, takes: 15 months, for: M1}\n"
        "milestones:\n" + milestone("M1", "by 2030")
    )
    assert found(text, "cannot-be-met")
    assert not found(text, "work-ends-after-milestone")
    assert not found(text, "deadline-before-predecessor")


def test_milestone_that_could_be_reached_early_still_has_until_its_deadline() -> None:
    text = (
        "works:\n"
        "  - {id: W1, title: A, start: 2026-01-01, takes: 9 months, for: M1}\n"
        "  - {id: W2, title: B, deadline: %s, for: M1}\n"
        "  - {id: W3, title: C, deadline: %s}\n"
        "milestones:\n" + milestone("M1", "by 2027", ", after: W3")
    )
    assert not found(text % ("by 2027", "by 2027"), "work-ends-after-milestone")
    assert not found(text % ("by 2027", "by 2027"), "deadline-before-predecessor")
    (late,) = found(text % ("by 2028", "by 2027"), "work-ends-after-milestone")
    assert late.label == "due on 2027-12-31, but the work may go on until 2028-12-31"
    assert "may end" in late.message
    (order,) = found(text % ("by 2027", "by 2028"), "deadline-before-predecessor")
    assert "366 days" in order.message


def test_a_work_that_is_finished_ended_and_one_that_is_not_may_end_sooner() -> None:
    text = "works:\n  - {id: W1, title: A, deadline: by 2024%s, for: M1}\nmilestones:\n"
    text += milestone("M1", "by 2023")
    (open_,) = found(text % "", "work-ends-after-milestone")
    assert open_.message.startswith("steel.W1 may end 366 days after")
    (over,) = found(text % ", finished: 2024-03-01", "work-ends-after-milestone")
    assert over.message.startswith("steel.W1 ends 61 days after")


@pytest.mark.parametrize(("key", "reported"), [("2025", False), ("2030", True)])
def test_target_that_is_done_has_its_day_by_its_year(key: str, reported: bool) -> None:
    targets = f"{{{key}: {{value: 5, status: done}}}}"
    text = f"indicators:\n  - {{id: I, title: I, unit: Mt, targets: {targets}}}\n"
    assert bool(found(text, "done-without-finished")) == reported


@pytest.mark.parametrize(
    ("after", "reported"),
    [
        ("M1", False),
        ("{id: M1, lag: 1d}", True),
        ("{id: M1, lag: -6mo}", False),
        ("{id: M1, type: informs, lag: 5y}", False),
        ("{id: M1, type: SS}", False),
    ],
)
def test_deadlines_are_compared_with_lag_and_relation(after: str, reported: bool) -> None:
    text = "milestones:\n" + milestone("M1", "by 2030") + milestone("M2", "end of 2030", f", after: {after}")
    assert bool(found(text, "deadline-before-predecessor")) == reported


@pytest.mark.parametrize("state", ["superseded_by: M3", "status: dropped"])
def test_what_no_longer_binds_is_no_predecessor(state: str) -> None:
    text = (
        "milestones:\n"
        + milestone("M1", "by 2035", f", {state}")
        + milestone("M2", "by 2030", ", after: M1")
        + milestone("M3", "by 2029")
    )
    assert not found(text, "deadline-before-predecessor")


def test_milestones_of_the_network_without_works_before_them_are_compared_by_deadline() -> None:
    text = (
        "works:\n  - {id: W1, title: A, takes: 6 months, after: M2}\n"
        "milestones:\n" + milestone("M1", "by 2030") + milestone("M2", "by 2028", ", after: M1")
    )
    assert found(text, "deadline-before-predecessor")


def test_before_a_phase_is_read_in_one_way_only() -> None:
    text = "phases: [{id: fyp15, title: 15th FYP, years: 2026..2030}]\nmilestones:\n" + milestone(
        "M1", "before the 15th FYP"
    )
    project = load_text(f"owner: MIIT\n{text}".encode(), "steel.yaml", None, TODAY)
    assert "before-means-unstated" not in {finding.name for finding in project.findings}


def test_owner_none_is_a_warning_with_words_of_its_own() -> None:
    (finding,) = found("milestones:\n" + milestone("M1", "by 2030", ", owner: none"), "no-owner")
    assert "its source names none" in finding.message


def test_owner_none_at_the_head_of_a_file_or_at_a_measure_is_one_finding_there() -> None:
    text = (
        "owner: none\n"
        "measures:\n  - {id: lane, title: Lane, owner: none}\n"
        "milestones:\n"
        "  - {id: M1, title: One, deadline: by 2030}\n"
        "  - {id: M2, title: Two, deadline: by 2030, measure: lane}\n"
        "  - {id: M3, title: Three, deadline: by 2030, owner: none}\n"
        "  - {id: M4, title: Four, deadline: by 2030, owner: MIIT}\n"
        "indicators:\n  - {id: eaf, title: E, unit: Mt, targets: {2030: 1, 2035: 2}}\n"
        "  - {id: own, title: O, unit: Mt, owner: none, targets: {2030: 1, 2035: 2}}\n"
    )
    project = load_text(text.encode(), "steel.yaml", None, TODAY)
    told = {one.pointer: one.message for one in project.findings if one.name == "no-owner"}
    assert told == {
        "owner": "3 items have no owner: they inherit owner: none from here.",
        "measures[lane].owner": "1 item has no owner: it inherits owner: none from here.",
        "milestones[M3].owner": "text.M3 has no owner: its source names none.",
        "indicators[own].owner": "text.own has no owner: its source names none.",
    }


def test_targets_of_one_indicator_lack_an_owner_once() -> None:
    text = "indicators:\n  - {id: eaf, title: E, unit: Mt, targets: {2030: 1, 2035: 2, 2040: 3}}\n"
    project = load_text(text.encode(), "steel.yaml", None, TODAY)
    names = [finding.name for finding in project.findings]
    assert names.count("no-owner") == 1
    assert names.count("no-source") == 1


def test_stale_status_is_said_once() -> None:
    text = "milestones:\n" + milestone("M1", "by 2025", ", status: on-track")
    assert found(text, "stale-status")
    assert not found(text, "outcome-not-recorded")


def test_finish_stated_as_a_month_agrees_with_a_day_inside_it() -> None:
    work = "works:\n  - {id: W1, title: A, start: 2027-01-15, takes: 9 months, finish: 2027-10}\n"
    assert not found(work, "dates-disagree")
    assert found(work.replace("2027-10", "2027-11"), "dates-disagree")


def test_year_that_is_not_over_cannot_be_a_finished_day() -> None:
    (finding,) = found(
        "milestones:\n" + milestone("M1", "by 2030", ", finished: 2026"), "finished-in-the-future"
    )
    assert finding.help == "write the month or the day"


def test_started_in_a_year_that_is_not_over_is_fine() -> None:
    text = "works:\n  - {id: W1, title: A, deadline: by 2030, started: 2026, finished: 2026-06}\n"
    assert not found(text, "finished-in-the-future")
    assert not found(text, "start-after-finish")


def test_predecessor_of_fixed_work_may_end_the_day_before() -> None:
    text = (
        "works:\n"
        "  - {id: W1, title: A, deadline: 30 June 2027}\n"
        "  - {id: W2, title: B, start: 2027-07-01, finish: 2028-06-30, after: W1}\n"
    )
    assert not found(text, "predecessor-after-fixed-start")
    (finding,) = found(text.replace("30 June 2027", "1 July 2027"), "predecessor-after-fixed-start")
    assert finding.label == "1 day too late"


def test_two_targets_with_notes_stand_side_by_side() -> None:
    text = "indicators:\n  - id: eaf\n    title: E\n    unit: '%'\n    targets:\n      2030:\n"
    plan, draft = (
        "        - {value: at least 20, id: plan%s}\n",
        "        - {value: at least 25, id: draft%s}\n",
    )
    assert found(text + plan % "" + draft % ", note: stricter", "two-live-targets")
    assert not found(text + plan % ", note: law" + draft % ", note: stricter", "two-live-targets")
    assert not found(text + plan % ", baseline: 2005" + draft % ", baseline: 2020", "two-live-targets")


@pytest.mark.parametrize(("one", "two"), [("M1", "Ml"), ("peak", "Peak"), ("MA", "М\u0410"), ("a-b", "a_b")])
def test_ids_that_look_alike(one: str, two: str) -> None:
    assert found("milestones:\n" + milestone(one, "by 2030") + milestone(two, "by 2031"), "confusable-ids")


def test_what_waits_for_a_work_outside_the_calendar_is_not_reported_too() -> None:
    text = "works:\n  - {id: A, title: A, start: 2027-01, takes: 9000 years}\n"
    text += "  - {id: B, title: B, takes: 3 months, after: A}\n"
    project = load_text((OWNER + text).encode(), "steel.yaml", None, TODAY)
    shown = [f.name for f in project.findings if f.severity.value != "info"]
    assert shown == ["outside-the-calendar"]


@pytest.mark.parametrize(("words", "count"), [("around 2030", 0), ("2030年前后", 0), ("around 2031", 1)])
def test_around_the_end_of_the_last_phase_is_in_it(words: str, count: int) -> None:
    text = "phases:\n  - {id: p, title: P, years: 2026..2030}\nmilestones:\n" + milestone("M1", words)
    assert len(found(text, "outside-every-phase")) == count
