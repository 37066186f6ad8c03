"""The schedule of whole files: the sentences of format.md, Schedule, one by one."""

from pathlib import Path

import pytest
from roadmap_files import load_files, names

from carbonroad.compute.scheduling.schedule import Schedule


def schedule(tmp_path: Path, works: str, milestones: str = "[]") -> Schedule:
    project = load_files(tmp_path, f"works:\n{works}\nmilestones: {milestones}\n")
    assert names(project) == []
    return project.facts.schedule


def dates(found: Schedule, ident: str) -> tuple[str | None, ...]:
    activity = found.activities[f"steel.{ident}"]
    return tuple(
        None if day is None else str(day)
        for day in (activity.early_start, activity.early_finish, activity.late_start, activity.late_finish)
    )


def floats(found: Schedule, ident: str) -> tuple[int | None, int | None, bool]:
    activity = found.activities[f"steel.{ident}"]
    return activity.total_float_days, activity.free_float_days, activity.critical


def test_nine_months_from_the_first_of_january_end_in_september(tmp_path: Path) -> None:
    found = schedule(tmp_path, "  - {id: W1, title: W, start: 2027-01-01, takes: 9 months}")
    assert dates(found, "W1")[:2] == ("2027-01-01", "2027-09-30")
    assert found.activities["steel.W1"].duration_days == 273
    assert (str(found.start), str(found.finish), found.duration_days) == ("2027-01-01", "2027-09-30", 273)


def test_a_month_from_the_31st_ends_with_february(tmp_path: Path) -> None:
    found = schedule(tmp_path, "  - {id: W1, title: W, start: 2027-01-31, takes: 1 month}")
    assert dates(found, "W1")[:2] == ("2027-01-31", "2027-02-28")


def test_a_milestone_shares_the_finish_of_its_work_and_the_next_starts_the_day_after(tmp_path: Path) -> None:
    found = schedule(
        tmp_path,
        "  - {id: W1, title: W, start: 2027-01-01, takes: 10d, for: M1}\n"
        "  - {id: W2, title: W, takes: 5d, after: M1}",
        "[{id: M1, title: M, deadline: 2030}]",
    )
    assert dates(found, "M1")[:2] == ("2027-01-11", "2027-01-10")
    assert dates(found, "W2")[:2] == ("2027-01-11", "2027-01-15")
    assert found.activities["steel.M1"].duration_days == 0


@pytest.mark.parametrize(
    ("relation", "lag", "start", "finish"),
    [
        ("FS", "0d", "2027-01-11", "2027-01-13"),
        ("FS", "2d", "2027-01-13", "2027-01-15"),
        ("FS", "-2d", "2027-01-09", "2027-01-11"),
        ("FS", "1mo", "2027-02-11", "2027-02-13"),
        ("SS", "0d", "2027-01-01", "2027-01-03"),
        ("SS", "1w", "2027-01-08", "2027-01-10"),
        ("FF", "0d", "2027-01-08", "2027-01-10"),
        ("FF", "3d", "2027-01-11", "2027-01-13"),
        ("SF", "5d", "2027-01-03", "2027-01-05"),
    ],
)
def test_the_four_relations_hold_between_midnights(
    tmp_path: Path, relation: str, lag: str, start: str, finish: str
) -> None:
    found = schedule(
        tmp_path,
        "  - {id: W1, title: W, start: 2027-01-01, takes: 10d}\n"
        f"  - {{id: W2, title: W, takes: 3d, after: {{id: W1, type: {relation}, lag: {lag}}}}}",
    )
    assert dates(found, "W2")[:2] == (start, finish)


def test_lags_become_days_once_and_are_listed_by_link(tmp_path: Path) -> None:
    found = schedule(
        tmp_path,
        "  - {id: W1, title: W, start: 2027-01-01, takes: 10d}\n"
        "  - {id: W2, title: W, takes: 3d, after: [{id: W1, lag: 1mo}, {id: W1, type: SS, lag: 2w}]}\n"
        "  - {id: W3, title: W, takes: 3d, after: W2}\n"
        "  - {id: W4, title: W, takes: 3d}\n"
        "  - {id: W5, title: W, takes: 3d, after: {id: W4, lag: 1mo}}",
    )
    assert found.lag_days == {0: 31, 1: 14, 2: 0}
    assert set(found.undated) == {"steel.W4", "steel.W5"}


def test_informs_binds_nothing(tmp_path: Path) -> None:
    found = schedule(
        tmp_path,
        "  - {id: W1, title: W, start: 2027-01-01, takes: 10d}\n"
        "  - {id: W2, title: W, start: 2027-01-01, takes: 3d, after: {id: W1, type: informs}}",
    )
    assert dates(found, "W2")[0] == "2027-01-01"


def test_early_start_is_the_latest_of_start_and_what_predecessors_allow(tmp_path: Path) -> None:
    found = schedule(
        tmp_path,
        "  - {id: W1, title: W, start: 2027-01-01, takes: 10d}\n"
        "  - {id: W2, title: W, start: 2027-03-01, takes: 3d, after: W1}\n"
        "  - {id: W3, title: W, start: 2026-03-01, takes: 3d, after: W1}",
    )
    assert dates(found, "W2")[0] == "2027-03-01"
    assert dates(found, "W3")[0] == "2027-01-11"


def test_takes_and_finish_count_the_start_back(tmp_path: Path) -> None:
    found = schedule(tmp_path, "  - {id: W1, title: W, takes: 9mo, finish: 2027-09-30}")
    assert dates(found, "W1") == ("2027-01-01", "2027-09-30", "2027-01-01", "2027-09-30")


def test_a_milestone_without_a_timed_predecessor_counts_as_reached_on_its_latest_day(tmp_path: Path) -> None:
    found = schedule(
        tmp_path,
        "  - {id: W1, title: W, takes: 10d, after: M1}\n"
        "  - {id: W2, title: W, takes: 10d, after: M2}\n"
        "  - {id: W3, title: W, takes: 10d, after: M3}",
        "[{id: M1, title: M, deadline: 2027-Q1}, {id: M2, title: M, deadline: 2027, finished: 2027-02-10},"
        " {id: M3, title: M, deadline: from 2028}]",
    )
    assert dates(found, "W1")[0] == "2027-04-01"
    assert dates(found, "W2")[0] == "2027-02-11"
    assert dates(found, "W3")[0] == "2028-01-01"


def test_a_work_that_waits_for_nothing_dated_has_late_dates_only(tmp_path: Path) -> None:
    found = schedule(
        tmp_path, "  - {id: W1, title: W, takes: 10d, for: M1}", "[{id: M1, title: M, deadline: 2027}]"
    )
    assert dates(found, "W1") == (None, None, "2027-12-22", "2027-12-31")
    assert floats(found, "W1") == (None, None, False)
    assert found.undated == ("steel.W1",)


def test_float_is_late_minus_early_and_may_be_negative(tmp_path: Path) -> None:
    found = schedule(
        tmp_path,
        "  - {id: W1, title: W, start: 2027-01-01, takes: 41d, for: M1}\n"
        "  - {id: W2, title: W, start: 2027-01-01, takes: 10d, for: M2}",
        "[{id: M1, title: M, deadline: 2027-01-31}, {id: M2, title: M, deadline: 2027-01-31}]",
    )
    assert floats(found, "W1") == (-10, 0, True)
    assert floats(found, "M1") == (-10, 0, True)
    assert floats(found, "W2") == (21, 0, False)
    assert floats(found, "M2") == (21, 21, False)
    assert found.critical_path == ("steel.W1", "steel.M1")


def test_without_any_latest_day_the_networks_end_bounds_and_a_chain_is_critical(tmp_path: Path) -> None:
    found = schedule(
        tmp_path,
        "  - {id: A, title: W, start: 2027-01-01, takes: 10d}\n"
        "  - {id: B, title: W, takes: 20d, after: A}\n"
        "  - {id: C, title: W, takes: 5d, after: A}\n"
        "  - {id: D, title: W, takes: 5d, after: [B, C]}",
    )
    assert found.critical_path == ("steel.A", "steel.B", "steel.D")
    assert floats(found, "C") == (15, 15, False)
    assert found.critical_float == 0


def test_if_nothing_is_late_the_least_float_is_critical_and_its_days_are_told(tmp_path: Path) -> None:
    found = schedule(
        tmp_path,
        "  - {id: A, title: W, start: 2027-01-01, takes: 10d, deadline: 2027-01-31}\n"
        "  - {id: B, title: W, start: 2027-01-01, takes: 5d, deadline: 2027-01-31}",
    )
    assert found.critical_float == 21
    assert found.critical_path == ("steel.A",)


def test_finished_fixes_an_item_on_its_actual_days(tmp_path: Path) -> None:
    found = schedule(
        tmp_path,
        "  - {id: A, title: W, start: 2027-01-01, takes: 10d, started: 2027-02-01, finished: 2027-02-20}\n"
        "  - {id: B, title: W, takes: 5d, after: A}\n"
        "  - {id: C, title: W, takes: 10d, finished: 2027-01-10}",
    )
    assert dates(found, "A") == ("2027-02-01", "2027-02-20", None, None)
    assert floats(found, "A") == (None, None, False)
    assert dates(found, "B")[0] == "2027-02-21"
    assert dates(found, "C")[:2] == ("2027-01-01", "2027-01-10")


def test_a_stated_start_and_finish_never_move_and_the_predecessors_float_says_so(tmp_path: Path) -> None:
    found = schedule(
        tmp_path,
        "  - {id: A, title: W, start: 2027-01-01, takes: 40d}\n"
        "  - {id: B, title: W, start: 2027-02-01, finish: 2027-02-28, after: A}",
    )
    assert dates(found, "B") == ("2027-02-01", "2027-02-28", "2027-02-01", "2027-02-28")
    assert floats(found, "A")[0] == -9


@pytest.mark.parametrize(
    "fields",
    [
        "deadline: 2027-01-05, status: dropped",
        "deadline: 2027-01-05, superseded_by: M2",
        "deadline: none",
        "deadline: not stated",
        "deadline: every year 2027..2028",
        "deadline: after M3",
        "deadline: 2027-01-05, reports: [{date: 2026-06-01, status: dropped}]",
    ],
)
def test_what_no_longer_binds_or_has_no_day_sets_no_latest_day(tmp_path: Path, fields: str) -> None:
    found = schedule(
        tmp_path,
        "  - {id: A, title: W, start: 2027-01-01, takes: 10d, for: M1}",
        f"[{{id: M1, title: M, {fields}}}, {{id: M2, title: M, deadline: 2030}},"
        " {id: M3, title: M, deadline: 2026}]",
    )
    assert floats(found, "A")[0] == 0
    assert dates(found, "M1")[3] == "2027-01-10"


def test_a_report_of_later_than_the_data_date_does_not_drop_a_milestone_yet(tmp_path: Path) -> None:
    found = schedule(
        tmp_path,
        "  - {id: A, title: W, start: 2027-01-01, takes: 10d, for: M1}",
        "[{id: M1, title: M, deadline: 2027-01-05, reports: [{date: 2028-06-01, status: dropped}]}]",
    )
    assert floats(found, "A")[0] == -5


def test_only_timed_works_and_milestones_linked_to_them_are_in_the_network(tmp_path: Path) -> None:
    found = schedule(
        tmp_path,
        "  - {id: T, title: W, start: 2027-01-01, takes: 10d, for: M1}\n"
        "  - {id: window, title: W, deadline: 2027..2028, after: T}\n"
        "  - {id: undated, title: W, after: M2}",
        "[{id: M1, title: M, deadline: 2030}, {id: M2, title: M, deadline: 2031, after: M1},"
        " {id: M3, title: M, deadline: 2031, for: M2}, {id: M4, title: M, deadline: 2032, after: window}]",
    )
    assert set(found.activities) == {"steel.T", "steel.M1", "steel.M2"}


def test_a_cycle_is_kept_whole_and_the_rest_is_scheduled(tmp_path: Path) -> None:
    found = schedule(
        tmp_path,
        "  - {id: A, title: W, takes: 10d, after: C}\n"
        "  - {id: B, title: W, takes: 10d, after: A}\n"
        "  - {id: C, title: W, takes: 10d, after: B}\n"
        "  - {id: D, title: W, takes: 10d, after: D}\n"
        "  - {id: E, title: W, start: 2027-01-01, takes: 10d}",
    )
    assert sorted(len(loop) for loop in found.cycles) == [1, 3]
    assert dates(found, "E")[:2] == ("2027-01-01", "2027-01-10")


def test_links_run_over_all_files_and_targets_may_be_linked(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        {
            "carbonroad.yaml": "title: P\nbefore_means: inclusive\n"
            "milestones: [{id: M, title: M, deadline: 2028, after: steel.e@2027}]\n",
            "steel.yaml": "works: [{id: W, title: W, start: 2027-01-01, takes: 1y, for: e@2027}]\n"
            "indicators: [{id: e, title: E, unit: Mt, targets: {2027: 3}}]\n",
        },
    )
    found = project.facts.schedule
    assert names(project) == []
    assert set(found.activities) == {"steel.W", "steel.e@2027", "top.M"}
    assert found.activities["steel.W"].total_float_days == 0


def test_data_date_status_and_progress_do_not_move_the_plan(tmp_path: Path) -> None:
    state = "status: late, progress: 5, started: 2027-06-01"
    text = f"works: [{{id: W, title: W, start: 2027-01-01, takes: 1y, {state}}}]\n"
    found = [load_files(tmp_path, text, as_of=day).facts.schedule for day in ("2026-01-01", "2029-01-01")]
    assert found[0] == found[1]
    assert str(found[0].finish) == "2027-12-31"


def test_without_timed_works_there_is_no_schedule(tmp_path: Path) -> None:
    found = schedule(tmp_path, "  - {id: W, title: W}", "[{id: M, title: M, deadline: 2030, after: W}]")
    assert (found.start, found.finish, found.duration_days, found.critical_path) == (None, None, None, ())
    assert found.activities == {}
