"""Units of time are read in every spelling of the format, and bad dates are told apart."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.periods import Period, parse_period, size_of

YEAR = Period(date(2030, 1, 1), date(2030, 12, 31))
JUNE = Period(date(2030, 6, 1), date(2030, 6, 30))
SECOND_QUARTER = Period(date(2030, 4, 1), date(2030, 6, 30))
FIRST_HALF = Period(date(2030, 1, 1), date(2030, 6, 30))
SECOND_HALF = Period(date(2030, 7, 1), date(2030, 12, 31))
DAY = Period(date(2030, 6, 30), date(2030, 6, 30))

SPELLINGS = {
    YEAR: ["2030", "2030年", " 2030 ", "２０３０年", "二〇三〇年", "2030 年", "2030年度", "the year 2030"],
    JUNE: [
        "2030-06",
        "2030/06",
        "2030.06",
        "2030-6",
        "June 2030",
        "JUNE 2030",
        "Jun. 2030",
        "June, 2030",
        "2030年6月",
        "2030年06月",
        "2030 年 6 月",
        "２０３０年６月",
        "二〇三〇年六月",
        "mid-2030",
        "mid 2030",
        "the middle of 2030",
        "2030年中",
        "2030年年中",
    ],
    SECOND_QUARTER: [
        "2030-Q2",
        "2030Q2",
        "2030 q2",
        "Q2 2030",
        "second quarter of 2030",
        "2030年Q2",
        "2030年二季度",
        "2030年第二季度",
        "2030年2季度",
        "2030年第2季度",
    ],
    FIRST_HALF: ["2030-H1", "H1 2030", "first half of 2030", "the first half of 2030", "2030年上半年"],
    SECOND_HALF: ["2030-H2", "second half of 2030", "2030年下半年"],
    DAY: [
        "2030-06-30",
        "2030/06/30",
        "2030.06.30",
        "2030/6/30",
        "30 June 2030",
        "30th June 2030",
        "June 30, 2030",
        "30-Jun-2030",
        "2030年6月30日",
        "２０３０－０６－３０",
        "二〇三〇年六月三十日",
    ],
    Period(date(2030, 6, 11), date(2030, 6, 20)): ["2030年6月中旬"],
    Period(date(2028, 2, 21), date(2028, 2, 29)): ["2028年2月下旬"],
    Period(date(2030, 10, 1), date(2030, 10, 31)): ["二〇三〇年十月", "October 2030"],
    Period(date(2030, 12, 31), date(2030, 12, 31)): ["二〇三〇年十二月三十一日"],
}


@pytest.mark.parametrize(
    ("text", "period"), [(text, period) for period, texts in SPELLINGS.items() for text in texts]
)
def test_every_spelling_of_a_unit_of_time_gives_its_days(text: str, period: Period) -> None:
    assert parse_period(text) == period


REFUSED = {
    "impossible-day": [
        "2030-02-30",
        "2030-04-31",
        "2027-02-29",
        "30 February 2030",
        "2030年2月30日",
        "2026-13",
        "2030-00",
        "2030-06-00",
        "2030-Q5",
        "2030-H3",
        "2030年13月",
        "0000",
    ],
    "split-year": ["2024-25", "2024–25", "2024—25", "2024/25", "2024-30", "2012-13", "2024-5"],
    "fiscal-year": ["FY2030", "FY 2030", "FY30", "fiscal year 2030", "2030财年"],
    "day-first": ["30/06/2030", "30.06.2030", "06-30-2030", "06/2030"],
    "two-digit-year": ["30", "'30", "30年", "30-06-30", "30/06/30", "30 June 30", "30年6月"],
    "no-year": ["6月30日", "30 June", "June", "Q2", "上半年"],
    "unreadable": ["", "soon", "203", "20300", "2030-06-30-01", "2030?", "本届任期内", "2030" * 60, "٢٠٣٠"],
}


@pytest.mark.parametrize(
    ("text", "reason"), [(text, reason) for reason, texts in REFUSED.items() for text in texts]
)
def test_a_text_that_is_no_date_says_why(text: str, reason: str) -> None:
    refusal = parse_period(text)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == reason
    assert refusal.message.endswith(".")
    assert refusal.hint


def test_an_impossible_day_names_the_last_possible_one() -> None:
    refusal = parse_period("2028-02-30")
    assert isinstance(refusal, Refusal)
    assert "2028-02-29" in refusal.message


@given(st.dates())
def test_a_day_and_its_month_are_read_back(day: date) -> None:
    last = date(day.year, day.month, monthrange(day.year, day.month)[1])
    assert parse_period(day.isoformat()) == Period(day, day)
    assert parse_period(day.isoformat()[:7]) == Period(day.replace(day=1), last)
    assert parse_period(f"{day.year:04}年{day.month}月{day.day}日") == Period(day, day)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("2030", "year"),
        ("2030-H2", "half"),
        ("2030-Q3", "quarter"),
        ("2030-02", "month"),
        ("2030年2月下旬", "ten-days"),
        ("2030-02-01", "day"),
    ],
)
def test_the_size_of_a_period_is_recognised(text: str, size: str) -> None:
    period = parse_period(text)
    assert isinstance(period, Period)
    assert size_of(period) == size


@given(st.text() | st.text("0123456789-/.年月日QHq第上下半季度中旬 June底"))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert isinstance(parse_period(text), Period | Refusal)
