"""From the parts of a dated phrase to the days of a deadline."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.deadline_value import Deadline, DeadlineKind
from carbonroad.base.times.durations import OUTSIDE_CALENDAR, add_months
from carbonroad.base.times.periods import Period, month_end, size_of

if TYPE_CHECKING:
    from carbonroad.base.times.deadline_words import Phrase

_DAY = timedelta(days=1)


def date_phrase(words: str, phrase: Phrase, *, exclusive: bool) -> Deadline | Refusal:
    """Return the deadline that a phrase states; `exclusive` is the reading of "before"."""
    kind = _kind(words, phrase)
    if isinstance(kind, Refusal):
        return kind
    span, ids = phrase.core.span, phrase.core.ids
    if kind == "before":
        return _before(words, phrase, exclusive=exclusive)
    if kind == "around":
        return _around(words, _last_month(span) if phrase.end else span)
    if kind == "from":
        span = Period(span.last, span.last) if phrase.end else span
        return Deadline(words, kind, earliest=span.first, span=span, periods=ids)
    earliest = span.first if kind == "during" else None
    return Deadline(words, kind, earliest=earliest, latest=span.last, span=span, periods=ids)


def _kind(words: str, phrase: Phrase) -> DeadlineKind | Refusal:
    role, core = phrase.role, phrase.core
    moment = phrase.end or core.size == "middle"
    if core.size == "range":
        return "during" if role in ("plain", "in", "during", "from") else _needs_one_date(words)
    if role in ("around", "from"):
        return role if core.size != "named" or role == "from" or phrase.end else _needs_one_date(words)
    if role == "before":
        return "by" if moment or (phrase.han_before and core.size == "day") else "before"
    lasts = role == "during" or (core.size == "named" and role in ("plain", "in"))
    return "during" if lasts and not moment else "by"


def _needs_one_date(words: str) -> Refusal:
    message = say('"{words}" puts a preposition that needs one date before a period.', words=words)
    hint = say("write the period alone, such as 2026..2030, or one date, such as by 2030")
    return Refusal("one-date", message, hint)


def _before(words: str, phrase: Phrase, *, exclusive: bool) -> Deadline | Refusal:
    span = phrase.core.span
    # "Before the 15th plan" never runs to that plan's end: only units of time are read both ways.
    if not exclusive and phrase.core.size != "named":
        latest = span.last
    elif span.first == date.min:
        return OUTSIDE_CALENDAR
    else:
        latest = span.first - _DAY
    return Deadline(words, "before", latest=latest, span=span, periods=phrase.core.ids)


def _around(words: str, span: Period) -> Deadline | Refusal:
    size = size_of(span)
    if size is None:
        return _needs_one_date(words)
    reach = 12 if size == "year" else 3
    earliest = add_months(span.first, -reach)
    if isinstance(earliest, Refusal):
        return earliest
    last = add_months(span.last, reach)
    if isinstance(last, Refusal):
        return last
    # A month's last day moves to a month's last day: 28 February and three months is 31 May.
    latest = month_end(last.year, last.month) if size in ("year", "half", "quarter", "month") else last
    return Deadline(words, "around", earliest=earliest, latest=latest, centre=_centre(span), span=span)


def _centre(span: Period) -> date:
    first, last = span
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months % 2 == 0:
        return first.replace(month=first.month + months // 2)
    if months == 3:
        return first.replace(month=first.month + 1, day=15)
    if size_of(span) == "month":
        return first.replace(day=15)
    return first + (last - first) // 2


def _last_month(span: Period) -> Period:
    return Period(span.last.replace(day=1), month_end(span.last.year, span.last.month))
