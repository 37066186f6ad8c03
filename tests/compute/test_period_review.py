"""What a period brought: what fell due in it, what is open from before, what comes, what was reported."""

from datetime import date
from pathlib import Path

import pytest
from roadmap_files import load_files

from carbonroad.compute.reviews.period_review import PERIODS, PeriodReview, period_of, review_period
from carbonroad.compute.reviews.review import Entry


def of(tmp_path: Path, milestones: str, months: int = 3, as_of: str = "2026-11-22") -> PeriodReview:
    project = load_files(tmp_path, f"milestones:\n{milestones}", as_of=as_of)
    return review_period(project.system, project.facts, project.system.items.values(), months)


def said(entries: tuple[Entry, ...]) -> list[tuple[str, str]]:
    return [(one.item.id, one.state) for one in entries]


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("month", "2026-11-01", "2026-11-30"),
        ("quarter", "2026-10-01", "2026-12-31"),
        ("year", "2026-01-01", "2026-12-31"),
    ],
)
def test_the_period_holds_the_data_date(name: str, first: str, last: str) -> None:
    assert [day.isoformat() for day in period_of(date(2026, 11, 22), PERIODS[name])] == [first, last]


def test_the_last_period_of_the_calendar_has_none_after_it(tmp_path: Path) -> None:
    made = of(tmp_path, "  - {id: a, title: A, deadline: 9999}\n", as_of="9999-12-30")
    assert made.period == made.coming
    assert (said(made.fell_due), made.next_due) == ([("a", "planned")], ())


def test_an_item_stands_where_its_day_is(tmp_path: Path) -> None:
    made = of(
        tmp_path,
        """
  - {id: before, title: T, deadline: 2026-09}
  - {id: late, title: T, deadline: 2026-09, status: late}
  - {id: first, title: T, deadline: 2026-10-01}
  - {id: done, title: T, deadline: 2026-10-31, finished: 2026-10-20}
  - {id: open, title: T, deadline: 2026-12-31}
  - {id: next, title: T, deadline: 2027-01-01}
  - {id: far, title: T, deadline: 2027-04-01}
  - {id: ahead, title: T, deadline: 2030, finished: 2026-11-01}
  - {id: earlier, title: T, deadline: 2030, finished: 2026-09-30}
  - {id: given-up, title: T, deadline: 2030, status: missed}
  - {id: dropped, title: T, deadline: 2026-11, status: dropped}
""",
    )
    assert said(made.fell_due) == [("first", "unreported"), ("done", "done"), ("open", "planned")]
    assert sorted(said(made.earlier)) == [("before", "unreported"), ("given-up", "missed"), ("late", "late")]
    assert said(made.done) == [("ahead", "done")]
    assert said(made.next_due) == [("next", "planned")]


def test_of_what_recurs_only_the_terms_of_the_period_decide(tmp_path: Path) -> None:
    made = of(
        tmp_path,
        """
  - {id: kept, title: T, deadline: every month 2026-10..2026-12, finished: {2026-10: 2026-10-30}}
  - {id: silent, title: T, deadline: every month 2026-08..2026-12, finished: {2026-10: 2026-10-30}}
  - {id: gap, title: T, deadline: every month 2026-10..2026-12}
""",
    )
    states = {one.item.id: (one.state, len(one.terms)) for one in made.fell_due}
    assert states == {"kept": ("planned", 2), "silent": ("planned", 2), "gap": ("unreported", 3)}
    (earlier,) = made.earlier
    assert (earlier.item.id, len(earlier.terms)) == ("silent", 2), "August and September are open from before"


def test_reports_count_up_to_the_data_date_and_from_the_period_s_first_day(tmp_path: Path) -> None:
    days = ("2026-09-30", "2026-11-22", "2026-10-01", "2026-11-23")
    reports = ", ".join(f"{{date: {day}, progress: 10}}" for day in days)
    made = of(tmp_path, f"  - {{id: a, title: A, deadline: 2030, reports: [{reports}]}}\n")
    assert [one.report.date.isoformat() for one in made.reports] == ["2026-10-01", "2026-11-22"]


def test_what_is_expected_or_planned_alone_binds_nobody(tmp_path: Path) -> None:
    made = of(
        tmp_path,
        """
  - {id: a, title: A, deadline: by 2026-09}
  - {id: b, title: B, deadline: within 2 months after a}
works:
  - {id: w, title: W, takes: 3 months, start: 2026-09-01}
""",
    )
    assert [(one.item.id, one.how, one.day, one.binding) for one in made.fell_due] == [
        ("b", "expected", date(2026, 11, 30), False),
        ("w", "planned", date(2026, 11, 30), False),
    ]


def test_what_is_done_by_a_report_is_done_on_its_day(tmp_path: Path) -> None:
    made = of(
        tmp_path,
        """
  - {id: told, title: T, deadline: 2030, reports: [{date: 2026-10-05, status: done}]}
  - {id: earlier, title: T, deadline: 2030, reports: [{date: 2026-09-05, status: done}]}
  - {id: stated, title: T, deadline: 2030, status: done, reports: [{date: 2026-10-05, status: late}]}
  - {id: late, title: T, deadline: 2030, reports: [{date: 2026-10-05, status: late}]}
""",
    )
    assert said(made.done) == [("told", "done")]
    assert made.done[0].day == date(2026, 10, 5)
    assert {one.item.id for one in made.reports} == {"told", "stated", "late"}


def test_what_is_closed_does_not_come_next(tmp_path: Path) -> None:
    made = of(
        tmp_path,
        """
  - {id: gone, title: T, deadline: 2027-01-01, status: dropped}
  - {id: missed, title: T, deadline: 2027-01-02, status: missed}
  - {id: done, title: T, deadline: 2027-01-03, finished: 2026-01-01}
  - {id: open, title: T, deadline: 2027-01-04}
""",
    )
    assert said(made.next_due) == [("open", "planned")]
