"""The table of statuses, row by row, and what measured values decide."""

from pathlib import Path

import pytest
from roadmap_files import load_files

from carbonroad.compute.status.standing import Standing


def milestone(tmp_path: Path, fields: str, more: str = "", as_of: str = "2026-11-22") -> Standing:
    project = load_files(tmp_path, f"milestones:\n  - {{id: a, title: A, {fields}}}\n{more}", as_of=as_of)
    return project.facts.standings["steel.a"]


def target(
    tmp_path: Path,
    key: str,
    value: str,
    actual: str,
    *,
    unit: str = "Mt",
    more: str = "",
    as_of: str = "2032-06-01",
) -> Standing:
    project = load_files(
        tmp_path,
        f"""
        indicators:
          - id: e
            title: E
            unit: "{unit}"
            {more}
            actual: {actual}
            targets:
              {key}: {value}
        """,
        as_of=as_of,
    )
    return project.facts.standings[f"steel.e@{key}"]


@pytest.mark.parametrize("word", ["done", "missed", "late", "at-risk", "dropped"])
@pytest.mark.parametrize("day", ["2025", "2030"])
def test_row_1_a_stated_word_of_these_stands_as_it_is(tmp_path: Path, word: str, day: str) -> None:
    assert milestone(tmp_path, f"deadline: {day}, status: {word}").status == word


def test_a_stated_outcome_counts_before_a_recorded_finish(tmp_path: Path) -> None:
    assert milestone(tmp_path, "deadline: 2025, status: missed, finished: 2026-01-05").status == "missed"


@pytest.mark.parametrize("status", ["", ", status: planned", ", status: on-track"])
def test_what_is_recorded_as_finished_is_done(tmp_path: Path, status: str) -> None:
    assert milestone(tmp_path, f"deadline: 2025, finished: 2026-01-05{status}").status == "done"


@pytest.mark.parametrize(
    ("value", "actual", "status"),
    [
        ("≥15", "{2030: 15}", "done"),
        ("≥15", "{2030: 14.9}", "missed"),
        ("above 15", "{2030: 15}", "missed"),
        ("15以上", "{2030: 15}", "done"),
        ("≤10", "{2030: 10}", "done"),
        ("≤10", "{2030: 10.1}", "missed"),
        ("below 10", "{2030: 10}", "missed"),
        ("7..10", "{2030: 8}", "done"),
        ("≥15", "{2029: 15, 2031: 16}", "done"),
        ("≥15", "{2029: 14, 2031: 14.5}", "missed"),
        ("≥15", "{2031: 16}", "done"),
        ("≥15", "{2031: 14}", "missed"),
        ("15", "{2020: 9, 2030: 16}", "done"),
        ("15", "{2020: 9, 2030: 14}", "missed"),
        ("15", "{2020: 30, 2030: 16}", "missed"),
        ("15", "{2020: 30, 2030: 14}", "done"),
    ],
)
def test_row_3_a_value_of_the_deadlines_year_decides_or_a_later_one_unless_the_last_before_differs(
    tmp_path: Path, value: str, actual: str, status: str
) -> None:
    standing = target(tmp_path, "2030", value, actual)
    assert standing.status == status
    assert standing.decided_by is not None


@pytest.mark.parametrize(
    ("value", "actual", "more"),
    [
        ("≤10", "{2031: 11}", "baseline: {year: 2020, value: 9}"),
        ("≥15", "{2029: 14, 2031: 16}", ""),
        ("≤10", "{2029: 9, 2031: 11}", "baseline: {year: 2020, value: 12}"),
    ],
)
def test_row_3_what_changed_between_a_value_before_and_one_after_is_not_decided(
    tmp_path: Path, value: str, actual: str, more: str
) -> None:
    assert target(tmp_path, "2030", value, actual, more=more).status == "unreported"


@pytest.mark.parametrize(
    ("value", "actual", "more"),
    [
        ("≤10", "{2031: 11}", "baseline: {year: 2020, value: 12}"),
        ("down 18 %", "{2031: 90}", "baseline: {year: 2020, value: 100}"),
        ("2x", "{2031: 15}", "baseline: {year: 2020, value: 10}"),
    ],
)
def test_row_3_the_base_years_level_is_a_value_before(
    tmp_path: Path, value: str, actual: str, more: str
) -> None:
    assert target(tmp_path, "2030", value, actual, more=more).status == "missed"


@pytest.mark.parametrize(
    ("actual", "as_of", "status"),
    [
        ("{2030-03: 14}", "2030-04-15", "planned"),
        ("{2030-03: 16}", "2030-04-15", "done"),
        ("{2030-03: 14}", "2031-01-01", "missed"),
        ("{2030: 14}", "2026-06-30", "planned"),
        ("{2030: 16}", "2026-06-30", "planned"),
        ("{2030: 14}", "2030-12-31", "missed"),
    ],
)
def test_row_3_nothing_falls_short_while_there_is_time_left_and_nothing_counts_before_it_is_over(
    tmp_path: Path, actual: str, as_of: str, status: str
) -> None:
    assert target(tmp_path, "2030", "≥15", actual, as_of=as_of).status == status


@pytest.mark.parametrize(
    ("value", "actual", "status", "early"),
    [
        ("≥10", "{2026: 6, 2028: 6}", "unreported", True),
        ("≥10", "{2026: 6, 2028: 3}", "unreported", False),
        ("≥10", "{2026: 12, 2028: -1}", "unreported", False),
        ("≤10", "{2026: 6, 2028: 6}", "missed", False),
        ("≤10", "{2026: 6, 2028: 3}", "unreported", False),
    ],
)
def test_row_3_a_total_is_decided_once_no_other_year_can_change_it(
    tmp_path: Path, value: str, actual: str, status: str, *, early: bool
) -> None:
    standing = target(tmp_path, "2026..2030", value, actual)
    assert (standing.status, standing.reached_early is not None) == (status, early)


@pytest.mark.parametrize(
    ("value", "actual", "status"),
    [
        ("≤-25", "{2030: -26}", "done"),
        ("≤-25", "{2030: -24}", "missed"),
        ("within -25", "{2030: -30}", "done"),
        ("-25", "{2030: -25}", "done"),
        ("-25", "{2030: -26}", "done"),
        ("-25", "{2030: -24}", "missed"),
        ("-30..-25", "{2030: -27}", "done"),
        ("around -25", "{2030: -26}", "unreported"),
        ("around -25", "{2030: -24}", "unreported"),
        ("around -25", "{2030: -30}", "done"),
        ("around -25", "{2030: -10}", "missed"),
    ],
)
def test_row_3_sinks_are_negative_and_more_of_them_is_better(
    tmp_path: Path, value: str, actual: str, status: str
) -> None:
    more = "change: false\n            better: lower"
    assert target(tmp_path, "2030", value, actual, more=more).status == status


@pytest.mark.parametrize(
    ("actual", "status"), [("19", "unreported"), ("21", "unreported"), ("18.9", "missed"), ("21.1", "done")]
)
def test_around_is_undecided_within_five_percent(tmp_path: Path, actual: str, status: str) -> None:
    assert (
        target(tmp_path, "2030", "around 20", f"{{2030: {actual}}}", more="better: higher").status == status
    )


def test_striving_is_never_missed_only_not_reached(tmp_path: Path) -> None:
    standing = target(tmp_path, "2030", "strive for 15", "{2020: 9, 2030: 12}")
    assert (standing.status, standing.not_reached) == ("unreported", True)
    before = target(tmp_path, "2030", "strive for 15", "{2020: 9, 2030: 12}", as_of="2030-12-31")
    assert (before.status, before.not_reached) == ("planned", True)
    assert target(tmp_path, "2030", "力争15", "{2020: 9, 2030: 15}").status == "done"


@pytest.mark.parametrize(
    ("actual", "status"),
    [
        ("{2030-07: 16}", "done"),
        ("{2030-07: 14, 2030-12: 16}", "done"),
        ("{2030-07: 16, 2030-12: 14}", "missed"),
        ("{2030-12: 14, 2030: 16}", "done"),
        ("{2030-06: 14, 2030-09: 16}", "done"),
        ("{2030-12-31: 16}", "done"),
    ],
)
def test_a_month_counts_for_its_year_only_if_it_is_december_or_alone(
    tmp_path: Path, actual: str, status: str
) -> None:
    assert target(tmp_path, "2030", "≥15", actual).status == status


def test_a_target_met_before_its_year_is_planned_and_marked_early_by_the_first_such_value(
    tmp_path: Path,
) -> None:
    standing = target(
        tmp_path, "2030", "≥1200", "{2023: 1050, 2024-07: 1206, 2024: 1400}", as_of="2026-11-22"
    )
    assert standing.status == "planned"
    assert standing.reached_early is not None
    assert standing.reached_early.key == "2024-07"


@pytest.mark.parametrize(
    ("value", "more"),
    [("≤10", ""), ("≥15", "better: lower"), ("-18 %", "baseline: {year: 2020, value: 100}")],
)
def test_only_where_higher_is_better_an_early_value_says_anything(
    tmp_path: Path, value: str, more: str
) -> None:
    standing = target(tmp_path, "2030", value, "{2024: 5}", more=more, as_of="2026-11-22")
    assert (standing.status, standing.reached_early) == ("planned", None)


@pytest.mark.parametrize(
    ("value", "baseline", "actual", "status"),
    [
        ("down 18 %", "{year: 2020, value: 100}", "{2030: 82}", "done"),
        ("down 18 %", "{year: 2020, value: 100}", "{2030: 83}", "missed"),
        ("下降18%以上", "2020", "{2020: 50, 2030: 41}", "done"),
        ("下降18%以上", "2020", "{2020: 50, 2030: 42}", "missed"),
        ("-18 %", "2020", "{2030: 82}", "unreported"),
        ("-18 %", "peak level", "{2030: 82}", "unreported"),
        ("-18 %", "2020", "{2030: {value: -18, baseline: 2020}}", "done"),
        ("-18 %", "2020", "{2030: {value: -17, baseline: 2020}}", "missed"),
        ("-18 %", "2020", "{2030: {value: -20, baseline: 2015}}", "unreported"),
        ("-18 %", "peak level", "{2030: {value: -20, baseline: another level}}", "unreported"),
        ("-18 %", "peak level", "{2030: {value: -20, baseline: peak level}}", "done"),
        ("6x", "2020", "{2020: 10, 2030: 60}", "done"),
        ("+20", "2020", "{2020: 10, 2030: 31}", "done"),
        ("+20", "2020", "{2020: 10, 2030: 29}", "missed"),
        ("-20", "{year: 2020, value: -10}", "{2030: -31}", "done"),
    ],
)
def test_changes_are_measured_against_their_baseline_or_shown_undecided(
    tmp_path: Path, value: str, baseline: str, actual: str, status: str
) -> None:
    assert target(tmp_path, "2030", value, actual, more=f"baseline: {baseline}").status == status


def test_a_change_of_percent_of_a_sink_is_undecided(tmp_path: Path) -> None:
    standing = target(tmp_path, "2030", "up 20 %", "{2020: -10, 2030: -12}", more="baseline: 2020")
    assert standing.status == "unreported"


INDICATORS = """
indicators:
  - {id: e, title: E, unit: Mt, actual: {2030: 16}, targets: {2030: ≥15}}
  - {id: f, title: F, unit: Mt, actual: {2030: 9}, targets: {2030: {value: FVALUE, status: FSTATUS}}}
"""


@pytest.mark.parametrize(
    ("indicator", "value", "status", "expected"),
    [
        ("e", "≥15", "planned", "done"),
        ("[e, f]", "≥9", "planned", "done"),
        ("[e, f]", "≥10", "planned", "missed"),
        ("[e, f]", "strive for 10", "planned", "unreported"),
        ("[e, f]", "around 9", "planned", "unreported"),
        ("[e, f]", "≥10", "dropped", "unreported"),
    ],
)
def test_a_milestone_is_met_when_all_its_indicators_are(
    tmp_path: Path, indicator: str, value: str, status: str, expected: str
) -> None:
    more = INDICATORS.replace("FVALUE", value).replace("FSTATUS", status)
    standing = milestone(tmp_path, f"deadline: 2030, indicator: {indicator}", more, as_of="2032-01-01")
    assert standing.status == expected


def test_an_indicator_without_a_target_of_the_year_leaves_the_milestone_open(tmp_path: Path) -> None:
    more = "indicators:\n  - {id: e, title: E, unit: Mt, actual: {2030: 16}, targets: {2031: ≥15}}\n"
    assert (
        milestone(tmp_path, "deadline: 2030, indicator: e", more, as_of="2032-01-01").status == "unreported"
    )


@pytest.mark.parametrize(
    ("goal", "actual", "status"),
    [
        ("peak", "{2020: 8, 2025: 10, 2030: 9}", "done"),
        ("peak", "{2020: 8, 2025: 9, 2031: 10}", "missed"),
        ("peak", "{2020: 8, 2031: 10, 2033: 9}", "missed"),
        ("peak", "{2020: 8, 2025: 9, 2030: 10}", "unreported"),
        ("peak", "{2020: 10, 2025: 9, 2030: 8}", "unreported"),
        ("peak", "{2020: 8, 2025: 10}", "unreported"),
        ("neutrality", "{2020: 8, 2030: 0}", "done"),
        ("neutrality", "{2020: 8, 2030: -1}", "done"),
        ("neutrality", "{2020: 8, 2030: 1}", "missed"),
        ("neutrality", "{2020: 8, 2031: -1}", "done"),
        ("neutrality", "{2020: 8}", "unreported"),
    ],
)
def test_goals_are_decided_by_the_own_pathway(tmp_path: Path, goal: str, actual: str, status: str) -> None:
    more = f"pathway: {{unit: Mt, actual: {actual}}}\n"
    assert milestone(tmp_path, f"deadline: 2030, goal: {goal}", more, as_of="2035-01-01").status == status


@pytest.mark.parametrize("word", ["", ", status: planned", ", status: on-track"])
def test_row_4_past_due_without_an_outcome_is_unreported_and_a_stated_word_is_stale(
    tmp_path: Path, word: str
) -> None:
    standing = milestone(tmp_path, f"deadline: 2025{word}")
    assert (standing.status, standing.past_due, standing.stale) == ("unreported", True, bool(word))


def test_row_5_what_is_still_due_is_on_track_only_if_that_is_stated(tmp_path: Path) -> None:
    assert milestone(tmp_path, "deadline: 2030").status == "planned"
    assert milestone(tmp_path, "deadline: 2030, status: on-track").status == "on-track"


@pytest.mark.parametrize(
    ("deadline", "as_of", "past"),
    [
        ("2030", "2030-12-31", False),
        ("2030", "2031-01-01", True),
        ("from 2031", "2030-12-31", False),
        ("from 2031", "2031-01-01", True),
        ("none", "2099-01-01", False),
        ("not stated", "2099-01-01", False),
        ("after b", "2099-01-01", False),
    ],
)
def test_a_deadline_is_past_on_the_day_after_it(
    tmp_path: Path, deadline: str, as_of: str, past: bool
) -> None:
    more = "  - {id: b, title: B, deadline: none}\n"
    assert milestone(tmp_path, f"deadline: {deadline}", more, as_of=as_of).past_due is past


def test_what_applies_from_a_day_and_is_on_track_is_not_past(tmp_path: Path) -> None:
    assert milestone(tmp_path, "deadline: from 2020, status: on-track").status == "on-track"


def test_after_something_finished_the_item_is_due_from_then(tmp_path: Path) -> None:
    more = "  - {id: b, title: B, deadline: 2025, finished: 2025-06-01}\n"
    assert milestone(tmp_path, "deadline: after b", more).status == "unreported"


@pytest.mark.parametrize(
    ("finished", "status", "days"),
    [
        ("{2024: 2024-12-20, 2025: 2025-12-20}", "planned", 39),
        ("{2025: 2025-12-20}", "unreported", -691),
        ("{2024: 2024-12-20, 2025年: 2025-12-20, 2026-10: 2026-10-01}", "done", None),
        ("2026-10-01", "unreported", -691),
    ],
)
def test_each_needs_an_outcome_for_every_time_that_is_over(
    tmp_path: Path, finished: str, status: str, days: int | None
) -> None:
    standing = milestone(tmp_path, f"deadline: every year 2024..2026, finished: {finished}")
    assert (standing.status, standing.days) == (status, days)


def test_quarters_are_named_as_quarters(tmp_path: Path) -> None:
    finished = "{2026-Q1: 2026-03-20, 2026-Q2: 2026-06-20, 2026-Q3: 2026-09-20}"
    fields = f"deadline: every quarter 2026..2026, finished: {finished}"
    assert milestone(tmp_path, fields).status == "planned"
    assert milestone(tmp_path, fields.replace("2026-Q3", "2026")).status == "unreported"


def test_the_latest_report_up_to_the_data_date_overrides_status_and_progress(tmp_path: Path) -> None:
    text = """
    works:
      - id: a
        title: A
        deadline: 2030
        status: on-track
        progress: 10
        reports:
          - {date: 2026-03-31, progress: 20}
          - {date: 2026-09-30, status: at-risk}
          - {date: 2027-03-31, status: done, progress: 100}
    """
    standing = load_files(tmp_path, text).facts.standings["steel.a"]
    assert (standing.status, standing.progress) == ("at-risk", 10)
    earlier = load_files(tmp_path, text, as_of="2026-05-01").facts.standings["steel.a"]
    assert (earlier.status, earlier.progress) == ("on-track", 20)
    later = load_files(tmp_path, text, as_of="2027-05-01").facts.standings["steel.a"]
    assert (later.status, later.progress) == ("done", 100)


def test_a_superseded_item_is_marked_as_such(tmp_path: Path) -> None:
    more = "  - {id: b, title: B, deadline: 2030}\n"
    assert milestone(tmp_path, "deadline: 2025, superseded_by: b", more).superseded
    assert not milestone(tmp_path, "deadline: 2025", more).superseded
