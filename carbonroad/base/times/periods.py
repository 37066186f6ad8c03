"""Units of time as people write them: a year, half, quarter, month, third of a month or day."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import MINYEAR, date, timedelta
from functools import lru_cache
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import MAX_LENGTH, fold, plain_numerals
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.date_mistakes import find_mistake, impossible

Size = Literal["year", "half", "quarter", "month", "ten-days", "day", "middle"]
"""``middle`` is the middle of a year: June, a moment rather than a length."""


class Period(NamedTuple):
    """Days in a row, both ends included."""

    first: date
    last: date


class TimeUnit(NamedTuple):
    """A unit of time and how long it is."""

    period: Period
    size: Size


UNREADABLE_HINT = say("write such as 2030, 2030-06, 2030-Q2, June 2030 or 2030-06-30")


def parse_period(text: str) -> Period | Refusal:
    """Read a unit of time without a preposition: 2030, 2030-06, June 2030, 2030年二季度, 30 June 2030.

    Returns:
        Its days; or a Refusal, whose reason is ``unreadable`` where it is no unit of time at all and
        says more where it is meant as one (2030-02-30, 30/06/2030, FY2030).
    """
    unit = read_time_unit(text)
    if unit is None:
        return Refusal("unreadable", say('"{text}" is not a date.', text=fold(text)[:60]), UNREADABLE_HINT)
    return unit.period if isinstance(unit, TimeUnit) else unit


def read_time_unit(text: str) -> TimeUnit | Refusal | None:
    """Read a unit of time as `parse_period` does, with its size; None where it is none at all."""
    text = fold(text)
    if not text or len(text) > MAX_LENGTH:
        return None
    return _read_folded(text)


@lru_cache(maxsize=1024)
def _read_folded(text: str) -> TimeUnit | Refusal | None:
    if text.isascii():
        if text[0] not in _STARTS:
            return None
    else:
        text = plain_numerals(text).replace(" ", "")
    for pattern, build in _FORMS:
        if found := pattern.fullmatch(text):
            return build(found)
    return find_mistake(text)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def size_of(period: Period) -> Size | None:
    """Return which unit of time the days are, None if they are none."""
    first, last = period
    if first == last:
        return "day"
    if first.year == last.year and first.day == 1 and last == month_end(last.year, last.month):
        return _months_size(first.month, last.month - first.month + 1)
    if (first.year, first.month) == (last.year, last.month) and first.day in (1, 11, 21):
        end = first.day + 9 if first.day < 21 else monthrange(first.year, first.month)[1]
        return "ten-days" if last.day == end else None
    return None


def _months_size(first: int, count: int) -> Size | None:
    sizes: dict[int, Size] = {1: "month", 3: "quarter", 6: "half", 12: "year"}
    return sizes.get(count) if (first - 1) % count == 0 else None


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "一": 1, "二": 2, "三": 3, "四": 4}


def _months(year: int, first: int, count: int, size: Size) -> TimeUnit | Refusal:
    if year < MINYEAR:
        return impossible(say("There is no year 0000."), say("write the year with four digits, such as 2030"))
    return TimeUnit(Period(date(year, first, 1), month_end(year, first + count - 1)), size)


def _numeric(year: str, month: str | None, day: str | None) -> TimeUnit | Refusal:
    if month is None:
        return _months(int(year), 1, 12, "year")
    if not 1 <= int(month) <= 12:
        message = say("{year} has no month {month}.", year=year, month=int(month))
        return impossible(message, say("write a month from 01 to 12, such as 2030-06"))
    unit = _months(int(year), int(month), 1, "month")
    if day is None or isinstance(unit, Refusal):
        return unit
    last = unit.period.last
    if not 1 <= int(day) <= last.day:
        which = f"{year}-{int(month):02}"
        message = say(
            "{month} has no day {day}; its last day is {last}.", month=which, day=int(day), last=str(last)
        )
        return impossible(message, say("write {last} or an earlier day", last=str(last)))
    stated = last.replace(day=int(day))
    return TimeUnit(Period(stated, stated), "day")


def _iso(found: re.Match[str]) -> TimeUnit | Refusal:
    year, sign, month, day = found.groups()
    if month and not day and sign != "." and (mistake := find_mistake(found[0])):
        return mistake
    return _numeric(year, month, day)


def _han(found: re.Match[str]) -> TimeUnit | Refusal:
    year, month, day, third = found.groups()
    unit = _numeric(year, month, day)
    if third is None or isinstance(unit, Refusal):
        return unit
    start = unit.period.first + timedelta(days=10 * "上中下".index(third))
    end = unit.period.last if third == "下" else start + timedelta(days=9)
    return TimeUnit(Period(start, end), "ten-days")


def _english_month(found: re.Match[str]) -> TimeUnit | Refusal:
    parts = found.groupdict()
    month = str(_MONTHS.index(parts["month"][:3].lower()) + 1)
    return _numeric(parts["year"], month, parts.get("day"))


def _part(found: re.Match[str]) -> TimeUnit | Refusal:
    which, kind, year = found["which"].lower(), found["kind"].lower(), found["year"]
    number = _ORDINALS[which] if which in _ORDINALS else int(which[0])
    size: Size = "quarter" if kind[0] in "q季" else "half"
    count, months = (4, 3) if size == "quarter" else (2, 6)
    if not 1 <= number <= count:
        if size == "quarter":
            message = say("{year} has no quarter {number}.", year=year, number=number)
            return impossible(message, say("write a quarter from 1 to 4, such as 2030-Q1"))
        message = say("{year} has no half {number}.", year=year, number=number)
        return impossible(message, say("write a half from 1 to 2, such as 2030-H1"))
    return _months(int(year), (number - 1) * months + 1, months, size)


def _han_half(found: re.Match[str]) -> TimeUnit | Refusal:
    return _months(int(found[1]), 1 if found[2] == "上" else 7, 6, "half")


def _middle(found: re.Match[str]) -> TimeUnit | Refusal:
    return _months(int(found[1]), 6, 1, "middle")


_STARTS = frozenset("0123456789'tyjfmasondqhTYJFMASONDQH")
"""What a unit of time of plain letters, or a mistaken one, can begin with: spares most words all patterns."""


def _form(pattern: str) -> re.Pattern[str]:
    return lazy_pattern(pattern, re.IGNORECASE | re.ASCII)


_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR, _DAY = r"(?P<year>\d{4})", r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], TimeUnit | Refusal]], ...] = (
    (_form(r"(?:(?:the )?year )?(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?"), _iso),
    (_form(r"(\d{4})年度?(?:(\d{1,2})月份?(?:(\d{1,2})[日号]|([上中下])旬)?)?"), _han),
    (_form(rf"{_MONTH}(?:,? | ?- ?| of )?{_YEAR}"), _english_month),
    (_form(rf"(?:the )?{_DAY}(?: of)?[ -]?{_MONTH}(?:,? | ?- ?)?{_YEAR}"), _english_month),
    (_form(rf"{_MONTH} {_DAY}(?:, ?| ){_YEAR}"), _english_month),
    (_form(rf"{_YEAR}年?[- ]?(?P<kind>[qh])(?P<which>\d)"), _part),
    (_form(rf"(?P<kind>[qh])(?P<which>\d)(?:[-/ ]|, ?| of )?{_YEAR}"), _part),
    (
        _form(
            r"(?:the )?(?P<which>first|second|third|fourth|1st|2nd|3rd|4th) (?P<kind>quarter|half)"
            rf"(?:,? (?:of )?){_YEAR}"
        ),
        _part,
    ),
    (_form(rf"{_YEAR}年?第?(?P<which>[一二三四0-9])(?P<kind>季)度?"), _part),
    (_form(r"(\d{4})年?(上|下)半年"), _han_half),
    (_form(r"(?:the )?mid(?:dle)?(?: of |[- ]?)(\d{4})"), _middle),
    (_form(r"(\d{4})年年?中"), _middle),
)
