"""What was recorded (days, progress, reports, states) against the plan, the data date and each other."""

from datetime import date

import pytest

from carbonroad.findings import Finding
from carbonroad.project import load_text

TODAY = date(2026, 11, 22)
HEAD = "industry: steel\nowner: MIIT\nbefore_means: inclusive\n"


def found(text: str, name: str) -> list[Finding]:
    project = load_text((HEAD + text).encode(), "steel.yaml", None, TODAY)
    return [finding for finding in project.findings if finding.name == name]


def warnings(text: str) -> list[str]:
    project = load_text((HEAD + text).encode(), "steel.yaml", None, TODAY)
    return [finding.name for finding in project.findings if finding.severity.value != "info"]


def pair(first: str, second: str) -> str:
    return f"milestones:\n  - {{id: A, title: A, {first}}}\n  - {{id: B, title: B, {second}}}\n"


@pytest.mark.parametrize(
    ("first", "second", "reported"),
    [
        ("deadline: by 2027", "deadline: by 2027, finished: 2026-05, after: A", True),
        ("deadline: by 2027, finished: 2026-05", "deadline: by 2027, finished: 2026-05, after: A", False),
        ("deadline: by 2027, finished: 2026-06", "deadline: by 2027, finished: 2026-05, after: A", True),
        ("deadline: by 2025, finished: 2025", "deadline: by 2027, finished: 2025-03, after: A", False),
        ("deadline: by 2027, status: done", "deadline: by 2027, finished: 2026-05, after: A", False),
        ("deadline: by 2027, status: dropped", "deadline: by 2027, finished: 2026-05, after: A", False),
        ("deadline: by 2027", "deadline: by 2027, finished: 2026-05, after: {id: A, lag: -1y}", False),
        ("deadline: by 2027", "deadline: by 2027, finished: 2026-05, after: {id: A, type: informs}", False),
        (
            "deadline: by 2026, finished: 2026-03",
            "deadline: by 2027, finished: 2026-05, after: {id: A, lag: 6mo}",
            True,
        ),
    ],
)
def test_out_of_sequence_progress(first: str, second: str, reported: bool) -> None:
    assert bool(found(pair(first, second), "out-of-sequence-progress")) == reported


@pytest.mark.parametrize(
    ("type_", "field", "verb"), [("SF", "started", "began"), ("FF", "finished", "was finished")]
)
def test_the_record_that_decides_the_sequence_is_pointed_at(type_: str, field: str, verb: str) -> None:
    text = (
        "works:\n  - {id: A, title: A, deadline: by 2025, started: 2024-06-30, finished: 2025-06-30}\n"
        f"  - {{id: B, title: B, deadline: by 2026, finished: 2024-03-01, after: {{id: A, type: {type_}}}}}\n"
    )
    (finding,) = found(text, "out-of-sequence-progress")
    days = {"started": "2024-06-30", "finished": "2025-06-30"}
    start, end = finding.related[1].span[1:]
    assert (HEAD + text)[start:end] == days[field]
    assert finding.help.startswith(f"record when steel.A {verb}")


def test_what_is_finished_is_compared_with_records_and_no_longer_with_deadlines() -> None:
    text = pair("deadline: by 2029", "deadline: by 2027, finished: 2026-05, after: A")
    assert warnings(text) == ["out-of-sequence-progress"]


@pytest.mark.parametrize(
    ("reports", "count"),
    [
        ("{date: 2025, progress: 50}, {date: 2026-06, progress: 40}", 1),
        ("{date: 2026-06, progress: 40}, {date: 2025, progress: 50}", 1),  # whatever the order in the file
        ("{date: 2025, progress: 50}, {date: 2026-06, progress: 40, note: Scope cut.}", 0),
        ("{date: 2025, progress: 50}, {date: 2026-06, progress: 50}", 0),
        ("{date: 2026-06, progress: 50}, {date: 2026-06, progress: 50}", 0),
        ("{date: 2026-06, progress: 50}, {date: 2026-06, progress: 51}", 1),
        ("{date: 2025, status: done}, {date: 2026-06, status: at-risk}", 1),
        ("{date: 2025, status: at-risk}, {date: 2026-06, status: on-track}", 0),
    ],
)
def test_reports_that_fall_back(reports: str, count: int) -> None:
    text = f"works:\n  - {{id: W, title: W, deadline: by 2030, reports: [{reports}]}}\n"
    assert len(found(text, "report-falls-back")) == count


def test_progress_of_the_latest_report_counts_and_is_pointed_at() -> None:
    text = (
        "works:\n  - {id: W, title: W, deadline: by 2030, progress: 100,"
        " reports: [{date: 2026-01, progress: 60}, {date: 2026-06, progress: 100}]}\n"
    )
    (finding,) = found(text, "progress-and-status-differ")
    assert finding.span.start == (HEAD + text).rindex("100")
    assert not found(text.replace("2026-06, progress: 100", "2026-06, progress: 90"), finding.name)


@pytest.mark.parametrize("more", ["status: done", "finished: 2026-05"])
def test_complete_and_done_is_fine(more: str) -> None:
    text = f"works:\n  - {{id: W, title: W, deadline: by 2030, progress: 100, {more}}}\n"
    assert not found(text, "progress-and-status-differ")


@pytest.mark.parametrize(
    ("more", "reported"),
    [
        ("status: missed", True),
        ("status: planned", True),
        ("status: done", False),
        ("", False),
        ("status: planned, superseded_by: B", False),
        ("reports: [{date: 2026-06, status: late}]", True),
        ("status: late, reports: [{date: 2026-06, status: done}]", False),
    ],
)
def test_status_beside_a_finished_day(more: str, reported: bool) -> None:
    text = pair(f"deadline: by 2027, finished: 2026-05, {more}".rstrip(", "), "deadline: by 2030")
    assert bool(found(text, "status-and-finished-differ")) == reported


def test_report_that_drops_an_item_ends_its_duties() -> None:
    text = "milestones:\n  - {id: A, title: A, deadline: by 2030%s}\n"
    project = load_text((text % "").encode(), "steel.yaml", None, TODAY)
    assert "no-owner" in {finding.name for finding in project.findings}
    dropped = text % ", reports: [{date: 2026-06, status: dropped}]"
    project = load_text(dropped.encode(), "steel.yaml", None, TODAY)
    assert "no-owner" not in {finding.name for finding in project.findings}


def test_done_by_a_report_without_a_day_is_pointed_at_in_the_report() -> None:
    text = "milestones:\n  - {id: A, title: A, deadline: by 2030, reports: [{date: 2026-06, status: done}]}\n"
    (finding,) = found(text, "done-without-finished")
    assert finding.pointer.endswith("reports[0].status") or "report" in finding.pointer
    assert finding.span.start == (HEAD + text).index("done")


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("deadline: by 2028, status: dropped", "deadline: by 2030, after: A", "depends-on-dropped"),
        ("deadline: by 2028, status: missed", "deadline: by 2030, after: A", "depends-on-dropped"),
        ("deadline: by 2028, status: dropped", "deadline: by 2030, if: A", "depends-on-dropped"),
        ("deadline: by 2028, status: dropped", "deadline: 6 months after A", "depends-on-dropped"),
        ("deadline: by 2028, status: dropped", "deadline: by 2030, for: A", "depends-on-dropped"),
        ("deadline: by 2028, status: missed", "deadline: by 2030, for: A", ""),
        ("deadline: by 2028, status: dropped", "deadline: by 2030, after: {id: A, type: informs}", ""),
        ("deadline: by 2028, status: dropped", "deadline: by 2030, status: dropped, after: A", ""),
        ("deadline: by 2025, status: dropped", "deadline: by 2025, finished: 2025, after: A", ""),
        ("deadline: by 2028, superseded_by: C", "deadline: by 2030, after: A", "depends-on-superseded"),
        ("deadline: by 2028, superseded_by: C", "deadline: by 2030, after: [A, C]", ""),
        ("deadline: by 2028, superseded_by: B", "deadline: by 2030, after: A", ""),
    ],
)
def test_what_an_open_item_depends_on(first: str, second: str, name: str) -> None:
    text = pair(first, second) + "  - {id: C, title: C, deadline: by 2028}\n"
    assert warnings(text) == ([name] if name else [])


def test_one_goal_of_a_list_is_pointed_at() -> None:
    text = pair("deadline: by 2028, status: dropped", "deadline: by 2030, for: [C, A]")
    text += "  - {id: C, title: C, deadline: by 2031}\n"
    (finding,) = found(text, "depends-on-dropped")
    whole = HEAD + text
    assert (finding.span.start, finding.span.end) == (whole.index("A], "[:2]), whole.index("A]") + 1)


@pytest.mark.parametrize(
    ("deadline", "finished", "count"),
    [
        ("every year 2024..2030", "{2024: 2025-01-10}", 0),
        ("every year 2024..2030", "{2031: 2025-01-10}", 1),
        ("every quarter 2025..2026", "{2025-Q1: 2025-04}", 0),
        ("every quarter 2025..2026", "{2025: 2025-04}", 1),
        ("by 2025", "{2025: 2025-04}", 1),
        ("by 2025", "2025-04", 0),
    ],
)
def test_outcomes_belong_to_a_term(deadline: str, finished: str, count: int) -> None:
    text = f"milestones:\n  - {{id: A, title: A, deadline: {deadline}, finished: {finished}}}\n"
    assert len(found(text, "outcome-of-no-term")) == count


def test_open_terms_of_what_recurs_are_counted() -> None:
    text = "milestones:\n  - {id: A, title: A, deadline: every year 2023..2030, finished: {2024: 2024-12}}\n"
    (finding,) = found(text, "outcome-not-recorded")
    assert "2 times by 2025-12-31" in finding.message


@pytest.mark.parametrize(
    ("title", "years", "reported"),
    [
        ("“十四五”", "2021..2025", False),
        ("十五五", "2026..2031", True),
        ("“十五五”期间", "2026..2030", False),
        ("“十六五”", "2026..2030", True),
        ("“十五”计划", "2001..2005", False),
        ("“十五五”后期", "2029..2030", False),
        ("15th FYP", "2025..2030", False),
    ],
)
def test_years_of_a_five_year_plan(title: str, years: str, reported: bool) -> None:
    text = f"phases:\n  - {{id: p, title: {title}, years: {years}}}\n"
    assert bool(found(text, "plan-years-differ")) == reported


def test_fix_names_the_successor_where_one_plain_name_stands() -> None:
    text = pair("deadline: by 2028, superseded_by: C", "deadline: by 2030, after: [A]")
    text += "  - {id: C, title: C, deadline: by 2028}\n"
    (finding,) = found(text, "depends-on-superseded")
    assert finding.fix is not None
    assert not finding.fix.safe
    (edit,) = finding.fix.edits
    whole = HEAD + text
    assert whole[: edit.start] + edit.text + whole[edit.end :] == whole.replace("[A]", "[steel.C]")
    (finding,) = found(text.replace("[A]", "['A']"), "depends-on-superseded")
    assert finding.fix is None


def test_target_is_shown_by_its_year() -> None:
    text = "indicators:\n  - {id: a, title: A, unit: Mt, targets: {2203: {value: 20, note: N}}}\n"
    (finding,) = found(text, "implausible-year")
    assert (HEAD + text)[finding.span.start : finding.span.end] == "2203"
