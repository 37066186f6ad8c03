"""Durations are read in calendar units and counted from midnight to midnight."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.durations import Duration, add_months, end_midnight, parse_duration, start_midnight

READ = {
    Duration(9, "month"): ["9 months", "9mo", "9m", "9个月", "９个月", "九个月", "9 Months", "3 quarters"],
    Duration(10, "day"): ["10d", "10 days", "10天", "十天"],
    Duration(6, "week"): ["6w", "6 weeks", "6周", "6个星期"],
    Duration(2, "year"): ["2y", "2 years", "2年", "两年"],
    Duration(6, "month"): ["半年", "half a year"],
}


@pytest.mark.parametrize(
    ("text", "duration"), [(text, duration) for duration, texts in READ.items() for text in texts]
)
def test_a_duration_is_read(text: str, duration: Duration) -> None:
    assert parse_duration(text) == duration
    assert parse_duration(text, signed=True) == duration


@pytest.mark.parametrize(
    ("text", "reason", "hint"),
    [
        ("9", "no-unit", "9 months"),
        ("10 working days", "working-days", "2w"),
        ("10 business days", "working-days", "2w"),
        ("10个工作日", "working-days", "2w"),
        ("0d", "zero-duration", "milestone"),
        ("-2w", "negative-duration", "minus"),
        ("1.5y", "unreadable", "whole number"),
        ("9999999y", "too-long", "whole number"),
        ("soon", "unreadable", "9 months"),
        ("1d" * 200, "unreadable", "9 months"),
    ],
)
def test_a_refused_duration_says_how_to_write_it(text: str, reason: str, hint: str) -> None:
    refusal = parse_duration(text)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == reason
    assert hint in refusal.hint


@pytest.mark.parametrize(("text", "count"), [("-2w", -2), ("−2w", -2), ("+2w", 2), ("0w", 0)])
def test_a_lag_may_be_zero_or_negative(text: str, count: int) -> None:
    assert parse_duration(text, signed=True) == Duration(count, "week")


@given(st.text(), st.booleans())
def test_any_text_is_read_or_refused(text: str, signed: bool) -> None:
    assert isinstance(parse_duration(text, signed=signed), Duration | Refusal)


def finish(start: date, duration: Duration) -> date:
    """The last day of work that begins on `start`."""
    end = end_midnight(start.toordinal(), duration)
    assert isinstance(end, int)
    return date.fromordinal(end - 1)


@pytest.mark.parametrize(
    ("start", "duration", "last"),
    [
        (date(2027, 1, 1), Duration(9, "month"), date(2027, 9, 30)),
        (date(2027, 1, 31), Duration(1, "month"), date(2027, 2, 28)),
        (date(2028, 1, 31), Duration(1, "month"), date(2028, 2, 29)),
        (date(2027, 1, 29), Duration(1, "month"), date(2027, 2, 28)),
        (date(2027, 1, 28), Duration(1, "month"), date(2027, 2, 27)),
        (date(2028, 2, 29), Duration(1, "year"), date(2029, 2, 28)),
        (date(2028, 2, 29), Duration(4, "year"), date(2032, 2, 28)),
        (date(2027, 1, 1), Duration(1, "year"), date(2027, 12, 31)),
        (date(2027, 1, 1), Duration(10, "day"), date(2027, 1, 10)),
        (date(2027, 1, 1), Duration(2, "week"), date(2027, 1, 14)),
        (date(9999, 1, 1), Duration(1, "year"), date(9999, 12, 31)),
    ],
)
def test_work_finishes_the_day_before_the_same_day(start: date, duration: Duration, last: date) -> None:
    assert finish(start, duration) == last


def test_nine_months_from_new_year_are_273_days() -> None:
    start = date(2027, 1, 1).toordinal()
    assert end_midnight(start, Duration(9, "month")) == start + 273


def test_a_negative_lag_counts_back() -> None:
    midnight = date(2027, 7, 1).toordinal()
    assert end_midnight(midnight, Duration(-3, "month")) == date(2027, 4, 1).toordinal()
    assert end_midnight(midnight, Duration(-1, "week")) == midnight - 7


def walked(start: date, months: int) -> date:
    """Oracle: the finish found by walking the calendar day by day, with no arithmetic of months."""
    day, turned = start, 0
    while True:
        following = day + timedelta(days=1)
        if following.day == 1:
            if turned == months:
                return day
            turned += 1
        if turned == months and following.day == start.day:
            return day
        day = following


DAYS = st.dates(date(1990, 1, 1), date(2110, 12, 31))


@given(DAYS, st.integers(1, 30))
def test_months_agree_with_walking_the_calendar(start: date, months: int) -> None:
    assert finish(start, Duration(months, "month")) == walked(start, months)


@given(DAYS, st.integers(1, 12))
def test_a_year_is_twelve_months(start: date, years: int) -> None:
    assert finish(start, Duration(years, "year")) == finish(start, Duration(12 * years, "month"))


@given(DAYS, st.integers(1, 60), st.sampled_from(["day", "week", "month", "year"]))
def test_counting_back_gives_the_latest_start_that_fits(end: date, count: int, unit: str) -> None:
    duration = Duration(count, unit)  # type: ignore[arg-type]
    start = start_midnight(end.toordinal(), duration)
    assert isinstance(start, int)
    in_time, too_late = end_midnight(start, duration), end_midnight(start + 1, duration)
    assert isinstance(in_time, int)
    assert isinstance(too_late, int)
    assert in_time <= end.toordinal() < too_late


@given(
    st.integers(-10, date.max.toordinal() + 10),
    st.integers(-(10**6), 10**6),
    st.sampled_from(["day", "week", "month", "year"]),
)
def test_no_duration_leaves_the_calendar(midnight: int, count: int, unit: str) -> None:
    for moved in (end_midnight, start_midnight):
        end = moved(midnight, Duration(count, unit))  # type: ignore[arg-type]
        assert isinstance(end, Refusal) or 1 <= end <= date.max.toordinal() + 1


def test_months_are_added_to_a_day() -> None:
    assert add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert add_months(date(2027, 3, 31), -1) == date(2027, 2, 28)
    assert add_months(date(2027, 1, 15), -1) == date(2026, 12, 15)
    assert isinstance(add_months(date(9999, 12, 1), 1), Refusal)
    assert isinstance(add_months(date(1, 1, 1), -1), Refusal)
