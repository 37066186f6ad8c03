"""Durations and lags in calendar days, counted between midnights.

A midnight is ``date.toordinal()`` of the day that begins then, so work from midnight s to midnight e
starts on the day s and finishes on the day e - 1.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import MAX_LENGTH, fold, plain_numerals
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.periods import month_end

DurationUnit = Literal["day", "week", "month", "year"]
SHORT_UNITS = {"day": "d", "week": "w", "month": "mo", "year": "y"}

_LAST_MIDNIGHT = date.max.toordinal() + 1
_LONGEST = 9999
"""Years; longer durations leave the calendar and are refused as they are read."""
OUTSIDE_CALENDAR = Refusal(
    "outside-calendar",
    say("The date falls outside the years 1 to 9999."),
    say("check the dates and the duration for a digit too many"),
)


class Duration(NamedTuple):
    """A count of calendar units; the count of a lag may be zero or negative."""

    count: int  # type: ignore[assignment]  # nobody counts in a duration as in a tuple
    unit: DurationUnit

    @property
    def typed(self) -> str:
        """As one types it: `9mo`."""
        return f"{self.count}{SHORT_UNITS[self.unit]}"


def add_months(day: date, count: int) -> date | Refusal:
    """Return the same day of the month that is `count` months later, or that month's last day."""
    months = day.year * 12 + day.month - 1 + count
    year, month = months // 12, months % 12 + 1
    if not date.min.year <= year <= date.max.year:
        return OUTSIDE_CALENDAR
    return date(year, month, day.day if day.day <= 28 else min(day.day, month_end(year, month).day))


def end_midnight(start_midnight: int, duration: Duration) -> int | Refusal:
    """Return the midnight at which a duration, or a lag of either sign, from a midnight is over.

    Months and years run to the day before the same day of the later month, or to that month's last
    day if it has no such day: 1 January + 9 months finishes on 30 September (273 days), 31 January
    + 1 month on 28 February.
    """
    return _moved(start_midnight, duration, 1, short_month=1)


def start_midnight(end_midnight: int, duration: Duration) -> int | Refusal:
    """Return the latest midnight from which the duration is over by `end_midnight`.

    For days and weeks it is exact. A month before a day that the earlier month lacks (31 March
    - 1 month) is that month's last day: the work then has up to three days to spare.
    """
    return _moved(end_midnight, duration, -1, short_month=0)


def _moved(midnight: int, duration: Duration, sign: int, short_month: int) -> int | Refusal:
    count = sign * duration.count
    if duration.unit in ("day", "week"):
        moved = midnight + count * (7 if duration.unit == "week" else 1)
        return moved if 1 <= moved <= _LAST_MIDNIGHT else OUTSIDE_CALENDAR
    if not 1 <= midnight < _LAST_MIDNIGHT:
        return OUTSIDE_CALENDAR
    day = date.fromordinal(midnight)
    later = add_months(day, count * (12 if duration.unit == "year" else 1))
    if isinstance(later, Refusal):
        # 9999-12-31 is a possible finish, so the midnight that ends it must be reachable.
        previous = add_months(day, count * (12 if duration.unit == "year" else 1) - 1)
        return _LAST_MIDNIGHT if previous == date(9999, 12, 1) else OUTSIDE_CALENDAR
    return later.toordinal() + (short_month if later.day < day.day else 0)


_UNITS: dict[str, tuple[DurationUnit, int]] = {
    **dict.fromkeys(("d", "day", "days", "天", "日"), ("day", 1)),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks", "周", "星期", "个星期"), ("week", 1)),
    **dict.fromkeys(("m", "mo", "mos", "month", "months", "个月", "月"), ("month", 1)),
    **dict.fromkeys(("q", "quarter", "quarters", "季度", "个季度"), ("month", 3)),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years", "年"), ("year", 1)),
}
_DURATION = lazy_pattern(r"([-+−]?) ?([0-9]{1,7})[ -]?([a-z]+|[天日周星期个月季度年]+)", re.IGNORECASE)
_NUMBER = lazy_pattern(r"[-+−]? ?[0-9]+(?:[.,][0-9]+)?")
_WORKING_DAYS = lazy_pattern(
    r"[-+−]? ?[0-9.]+[ -]?(?:wd|bd|(?:working|business|work)[ -]?days?|个?工作日)", re.IGNORECASE
)
_HALF_YEARS = {
    "半年": 6,
    "half a year": 6,
    "half year": 6,
    "一年半": 18,
    "1年半": 18,
    "两年半": 30,
    "2年半": 30,
}
_FORMS = say("write a whole number and a unit, such as 10d, 6w, 9 months, 2y or 9个月")


def parse_duration(text: str, *, signed: bool = False) -> Duration | Refusal:
    """Read a duration in calendar days, weeks, months, quarters or years.

    Args:
        text: What was typed, such as ``9 months``, ``9mo``, ``9m``, ``10d``, ``2y``, ``9个月``.
        signed: True for a lag, which may be zero or negative.
    """
    folded = fold(text)
    if len(folded) > MAX_LENGTH:
        return Refusal("unreadable", say("This is too long to be a duration."), _FORMS)
    return _parse_folded(folded, signed=signed)


@lru_cache(maxsize=1024)
def _parse_folded(folded: str, *, signed: bool) -> Duration | Refusal:
    if folded.lower() in _HALF_YEARS:
        return Duration(_HALF_YEARS[folded.lower()], "month")
    plain = plain_numerals(folded).replace("两个", "2个")
    found = _DURATION.fullmatch(plain)
    if not found or found[3].lower() not in _UNITS:
        return _refused(folded)
    sign, digits, word = found.groups()
    unit, factor = _UNITS[word.lower()]
    count = int(digits) * factor * (1 if sign in ("", "+") else -1)
    return _sensible(folded, Duration(count, unit), signed=signed)


def _sensible(text: str, duration: Duration, *, signed: bool) -> Duration | Refusal:
    days = {"day": 1, "week": 7, "month": 30, "year": 365}[duration.unit]
    if abs(duration.count) * days >= _LONGEST * 365:
        return Refusal("too-long", say('"{text}" reaches beyond the year 9999.', text=text), _FORMS)
    if not signed and duration.count == 0:
        hint = say("make it a milestone: an event has no duration")
        return Refusal("zero-duration", say('"{text}" is no time at all.', text=text), hint)
    if not signed and duration.count < 0:
        message = say('"{text}" is less than no time.', text=text)
        return Refusal("negative-duration", message, say("leave out the minus sign"))
    return duration


def _refused(text: str) -> Refusal:
    if _NUMBER.fullmatch(text):
        hint = say("add the unit: {text}d, {text}w, {text} months or {text}y", text=text)
        return Refusal("no-unit", say('"{text}" is a number without a unit.', text=text), hint)
    if _WORKING_DAYS.fullmatch(text):
        hint = say("write calendar time: 10 working days are 2w")
        message = say('"{text}" counts working days, which need a calendar.', text=text)
        return Refusal("working-days", message, hint)
    return Refusal("unreadable", say('"{text}" is not understood as a duration.', text=text), _FORMS)
