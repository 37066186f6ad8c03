"""Dates that look right and are not: a split year, a fiscal year, the day first, two-digit years."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say

if TYPE_CHECKING:
    from collections.abc import Callable


def impossible(message: str, hint: str) -> Refusal:
    """Return the refusal of a day, month or quarter that no calendar has."""
    return Refusal("impossible-day", message, hint)


def find_mistake(text: str) -> Refusal | None:
    """Return what is wrong with a text that is meant as a date, None if it is none."""
    for pattern, build in _MISTAKES:
        if (found := pattern.fullmatch(text)) and (refusal := build(found)):
            return refusal
    return None


def _split_year(found: re.Match[str]) -> Refusal | None:
    text, year, tail = found[0], found[1], found[2]
    follows = int(tail) == (int(year) + 1) % 10 ** len(tail)
    later = int(tail) > 12 and int(tail) > int(year) % 100
    if not (follows if len(tail) == 1 else int(tail) > 12 and (follows or later)):
        return None
    end = f"{(int(year) + 1) if follows else int(year[:2] + tail):04}"
    message = say('"{text}" is cut short: it may mean two years.', text=text)
    hint = (
        say(
            "write {year}..{end} for the years, or {year}-0{tail} for the month",
            year=year,
            end=end,
            tail=tail,
        )
        if len(tail) == 1
        else say("write {year}..{end} for the years", year=year, end=end)
    )
    return Refusal("split-year", message, hint)


def _far_month(found: re.Match[str]) -> Refusal | None:
    if 1 <= int(found[2]) <= 12:
        return None
    message = say("{year} has no month {month}.", year=found[1], month=int(found[2]))
    return impossible(message, say("write a month from 01 to 12, such as 2030-06"))


def _fiscal(found: re.Match[str]) -> Refusal:
    message = say('"{text}" is a fiscal year, which ends in another month in each country.', text=found[0])
    return Refusal("fiscal-year", message, say("write the month in which it ends, such as 2030-03"))


def _serial(found: re.Match[str]) -> Refusal | None:
    day = date(1899, 12, 30) + timedelta(days=int(found[0]))
    if not 2000 <= day.year <= 2100:
        return None
    message = say('"{text}" is a number by which spreadsheets count days, not a date.', text=found[0])
    return Refusal("serial", message, say("write {day}, if that day is meant", day=day.isoformat()))


def _unparted(found: re.Match[str]) -> Refusal | None:
    day = f"{found[1]}-{found[2]}-{found[3]}"
    message = say('"{text}" has nothing between year, month and day.', text=found[0])
    return Refusal("unparted", message, say("write {day}", day=day))


def _day_first(found: re.Match[str]) -> Refusal:
    message = say('"{text}" does not begin with the year, so day and month can be confused.', text=found[0])
    return Refusal("day-first", message, say("write year-month-day, such as 2030-06-30"))


def _two_digits(found: re.Match[str]) -> Refusal:
    message = say('"{text}" has no year of four digits.', text=found[0])
    return Refusal("two-digit-year", message, say("write the year with four digits, such as 2030"))


def _no_year(found: re.Match[str]) -> Refusal:
    message = say('"{text}" names no year.', text=found[0])
    return Refusal("no-year", message, say("add the year, such as 2030-06-30 or June 2030"))


def _form(pattern: str) -> re.Pattern[str]:
    return lazy_pattern(pattern, re.IGNORECASE | re.ASCII)


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_MISTAKES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Refusal | None]], ...] = (
    (_form(r"(\d{4})[-–—/](\d{1,2})年?"), _split_year),
    (_form(r"(\d{4})[-–—/](\d{1,2})年?"), _far_month),
    (_form(r"(?:fy|fiscal year|financial year) ?'?\d{2,4}(?:[-/]\d{2,4})?"), _fiscal),
    (_form(r"\d{4}(?:财年|财政年度|会计年度)"), _fiscal),
    (_form(r"[34567]\d{4}"), _serial),
    (_form(r"(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])"), _unparted),
    (_form(r"\d{1,2}([-/.])\d{1,2}\1\d{4}|\d{1,2}[-/.]\d{4}"), _day_first),
    (_form(r"['’]?\d{2}年?|\d{2}年\d{1,2}月(?:\d{1,2}[日号])?|\d{2}([-/.])\d{1,2}\1\d{1,2}"), _two_digits),
    (_form(rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH} ['’]?\d{{2}}|[qh]\d ['’]?\d{{2}}"), _two_digits),
    (_form(rf"{_MONTH}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?"), _no_year),
    (_form(r"\d{1,2}月份?(?:\d{1,2}[日号])?|[qh][1-4]|第?[一二三四]季度|[上下]半年|年[底末中]"), _no_year),
)
