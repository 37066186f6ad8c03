"""Days due: conditions are resolved once what they wait for is finished, and expected before."""

from pathlib import Path

import pytest
from roadmap_files import load_files

from carbonroad.compute.due import Due


def due(tmp_path: Path, item: str, other: str, more: str = "") -> Due:
    project = load_files(
        tmp_path,
        f"milestones:\n  - {{id: a, title: A, {item}}}\n  - {{id: K5, title: K, {other}}}\n{more}",
    )
    return project.facts.due["steel.a"]


def days(found: Due) -> tuple[str | None, ...]:
    return tuple(None if day is None else str(day) for day in found[:3])


@pytest.mark.parametrize(
    ("deadline", "first", "latest"),
    [
        ("deadline: 18 months after K5", None, "2029-08-15"),
        ("deadline: K5后18个月内", None, "2029-08-15"),
        ("deadline: after K5", "2028-02-16", None),
        ("deadline: by 2030, if: K5", None, "2030-12-31"),
        ("deadline: 2029..2030, if: K5", "2029-01-01", "2030-12-31"),
        ("deadline: from 2031, if: K5", "2031-01-01", None),
        ("deadline: from 2027, if: K5", "2028-02-16", None),
    ],
)
def test_once_the_condition_is_finished_the_days_are_known(
    tmp_path: Path, deadline: str, first: str | None, latest: str | None
) -> None:
    found = due(tmp_path, deadline, "deadline: 2028, finished: 2028-02-15")
    assert days(found) == (first, latest, None)
    assert found.waits_for is None


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("deadline: 18 months after K5", "2030-06-30"),
        ("deadline: after K5", "2029-01-01"),
        ("deadline: by 2030, if: K5", "2030-12-31"),
        ("deadline: by 2027, if: K5", "2028-12-31"),
    ],
)
def test_before_that_nothing_binds_and_a_day_is_expected_from_the_conditions_latest(
    tmp_path: Path, deadline: str, expected: str | None
) -> None:
    found = due(tmp_path, deadline, "deadline: 2028")
    assert days(found) == (None, None, expected)
    assert found.waits_for == "steel.K5"


def test_a_condition_that_waits_itself_is_counted_through(tmp_path: Path) -> None:
    found = due(
        tmp_path,
        "deadline: 12 months after K5",
        "deadline: 12 months after K6",
        "  - {id: K6, title: K, deadline: 2028}\n",
    )
    assert days(found) == (None, None, "2030-12-31")


def test_conditions_in_a_circle_end(tmp_path: Path) -> None:
    found = due(tmp_path, "deadline: 6 months after K5", "deadline: 6 months after a")
    assert days(found) == (None, None, None)


def test_months_run_to_the_day_before_the_same_day_or_the_months_last(tmp_path: Path) -> None:
    found = due(tmp_path, "deadline: 1 month after K5", "deadline: 2027, finished: 2027-01-30")
    assert days(found) == (None, "2027-02-28", None)


def test_a_work_is_due_by_its_deadline_else_its_finish(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        """
        works:
          - {id: a, title: A, start: 2027, finish: 2028}
          - {id: b, title: B, start: 2027, finish: 2028, deadline: by 2030}
          - {id: c, title: C, deadline: 2024..2027}
          - {id: d, title: D}
        """,
    )
    found = {ref: days(value)[:2] for ref, value in project.facts.due.items()}
    assert found == {
        "steel.a": ("2027-01-01", "2028-12-31"),
        "steel.b": ("2027-01-01", "2030-12-31"),
        "steel.c": ("2024-01-01", "2027-12-31"),
        "steel.d": (None, None),
    }
