"""Deadlines that are no single date: each year, after a condition, none, not stated."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import fold
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say, sayable
from carbonroad.base.times.deadline_value import Deadline, DeadlineKind, Every
from carbonroad.base.times.deadline_words import Core, Phrase, read_core, read_phrase
from carbonroad.base.times.durations import OUTSIDE_CALENDAR, Duration, parse_duration
from carbonroad.base.times.periods import Period, month_end

if TYPE_CHECKING:
    from carbonroad.base.times.named_periods import NamedPeriod

_STANDING = {"none", "standing", "standing rule", "长期", "长期坚持", "长期执行", "长期有效"}
_NOT_STATED = {
    "not stated",
    "not-stated",
    "unstated",
    "no date",
    "no date stated",
    "未明确",
    "未说明",
    "未明确期限",
}
_DAY = timedelta(days=1)
_MOST_INSTANCES = 2400
"""Two hundred years of months; more is a slip of the pen."""


def read_undated(words: str, text: str) -> Deadline | None:
    """Read a standing rule, or that the source gives no date."""
    lowered = text.lower()
    if lowered in _STANDING:
        return Deadline(words, "none")
    return Deadline(words, "not-stated") if lowered in _NOT_STATED else None


_EACH = lazy_pattern(
    r"(?:(?:by\s+)?(?:the\s+)?end\s+of\s+)?(?:every|each)\s+(?P<en>year|quarter|month)\b"
    r"|(?P<adverb>annually|yearly|quarterly|monthly)\b|每\s*个?(?P<han>年|季度|季|月)度?|(?P<by>逐年|按年|逐季|逐月)",
    re.IGNORECASE,
)
_EACH_EDGE = lazy_pattern(r"^(?:[年月]?[底末](?:之?前)?)|^[\s,:;()]+|[\s,:;()]+$")
_EVERY: dict[str, Every] = {"y": "year", "a": "year", "q": "quarter", "m": "month"}
_EVERY |= {"年": "year", "季": "quarter", "月": "month"}


def read_each(words: str, text: str, periods: tuple[NamedPeriod, ...]) -> Deadline | Refusal | None:
    """Read "every year 2026..2030", 每季度; bare, it runs over the named periods."""
    found = _EACH.search(text)
    if not found or (found.start() > 0 and found.end() < len(text)):
        return None
    word = found["en"] or found["adverb"] or found["han"] or found["by"][-1]
    every = _EVERY[word[0].lower()]
    rest = _EACH_EDGE.sub("", _EACH_EDGE.sub("", text[: found.start()] + text[found.end() :])).strip()
    run = _run_of_each(rest, periods)
    if not isinstance(run, _Run):
        return run
    spans = run.spans
    if not spans or any(span.last < span.first for span in spans):
        message = say('"{words}" does not say until when, and no period is declared that would.', words=words)
        return Refusal("open-each", message, say("write the years, such as every year 2026..2030"))
    whole = Period(min(span.first for span in spans), max(span.last for span in spans))
    instances = _instances(every, whole, spans)
    if isinstance(instances, Refusal):
        return instances
    return Deadline(
        words, "each", earliest=whole.first, latest=whole.last, every=every, instances=instances,
        periods=run.ids, span=whole,
    )  # fmt: skip


class _Run(NamedTuple):
    """The days over which something recurs; `ids` are those of the named periods in the words."""

    spans: tuple[Period, ...]
    ids: tuple[str, ...] = ()


def _run_of_each(rest: str, periods: tuple[NamedPeriod, ...]) -> _Run | Refusal | None:
    if not rest:
        return _Run(tuple(Period(period.first, period.last) for period in periods))
    phrase = read_phrase(rest.removeprefix("for ").removeprefix("over "), periods)
    if not isinstance(phrase, Phrase):
        return phrase
    if phrase.role not in ("plain", "in", "during", "from") or phrase.end:
        return None
    return _Run((_span_of_each(phrase, periods),), phrase.core.ids)


def _span_of_each(phrase: Phrase, periods: tuple[NamedPeriod, ...]) -> Period:
    span = phrase.core.span
    if phrase.role != "from" or phrase.core.size == "range":
        return span
    return Period(span.first, max((period.last for period in periods), default=date.min))


_TOO_LONG: dict[Every, str] = {
    "year": sayable("{first} to {last} is too long to count each year."),
    "quarter": sayable("{first} to {last} is too long to count each quarter."),
    "month": sayable("{first} to {last} is too long to count each month."),
}


def _instances(every: Every, whole: Period, spans: tuple[Period, ...]) -> tuple[Period, ...] | Refusal:
    months = {"year": 12, "quarter": 3, "month": 1}[every]
    first = (whole.first.year * 12 + whole.first.month - 1) // months
    last = (whole.last.year * 12 + whole.last.month - 1) // months
    if last - first >= _MOST_INSTANCES:
        message = say(_TOO_LONG[every], first=whole.first, last=whole.last)
        return Refusal("too-many", message, say("write a shorter range, such as 2026..2030"))
    units = (_unit(number * months, months) for number in range(first, last + 1))
    return tuple(
        Period(max(unit.first, whole.first), min(unit.last, whole.last))
        for unit in units
        if any(unit.first <= span.last and span.first <= unit.last for span in spans)
    )


def _unit(month: int, count: int) -> Period:
    end = month + count - 1
    return Period(date(month // 12, month % 12 + 1, 1), month_end(end // 12, end % 12 + 1))


_LAG = r"(?P<lag>[0-9a-z一二三四五六七八九十两]+(?:[ -][a-z]+){0,2})"
_CONDITIONS = (
    lazy_pattern(
        rf"(?:(?:within|no later than|not later than|by|in)\s+)?{_LAG}\s+(?:after|following)\s++(?P<ref>.+)",
        re.IGNORECASE,
    ),
    lazy_pattern(rf"within\s+{_LAG}\s+(?:of|from)\s++(?P<ref>.+)", re.IGNORECASE),
    lazy_pattern(r"(?:after|following|once)\s++(?P<ref>.+)", re.IGNORECASE),
    lazy_pattern(
        r"(?:[在自]\s*+)?(?P<ref>(?:\S.*?)??\S)\s*+之?后\s*+(?P<lag>[\d一二三四五六七八九十两半]+\s*[^\d]{1,4}?)\s*[之以]?内?"
    ),
    lazy_pattern(r"(?:[在自]\s*+)?(?P<ref>(?:\S.*?)??\S)\s*+之?后"),
)
_NO_REFERENCE = lazy_pattern(r"今|最|此|其|先|以|[^;；,，、()（）]*前|[^\w]*")
_REFERENCE = lazy_pattern(r"[^;；,，、()（）]{1,80}")
_OUTER = "“”\"'‘’「」『』 "


def read_condition(words: str, text: str, periods: tuple[NamedPeriod, ...]) -> Deadline | Refusal | None:
    """Read "after K5", "18 months after K5", K5后18个月内; after a date it is a "from"."""
    # The reference is kept as typed: an id with full-width digits must be found again.
    typed = " ".join(unicodedata.normalize("NFC", words).split())
    found = _match_condition(typed) or _match_condition(text)
    if found is None:
        return None
    reference = found["ref"].removeprefix("the ").strip(_OUTER)
    lag = parse_duration(found["lag"]) if found.groupdict().get("lag") else None
    core = read_core(fold(reference), periods)
    if core is not None:
        return core if isinstance(core, Refusal) else _after_date(words, core, lag)
    if isinstance(lag, Refusal):
        return lag
    base: DeadlineKind = "by" if lag else "from"
    return Deadline(words, "conditional", base_kind=base, condition=reference, condition_lag=lag)


def _match_condition(text: str) -> re.Match[str] | None:
    for pattern in _CONDITIONS:
        found = pattern.fullmatch(text)
        if found and _REFERENCE.fullmatch(found["ref"]) and not _NO_REFERENCE.fullmatch(found["ref"]):
            return found
    return None


def _after_date(words: str, core: Core, lag: Duration | Refusal | None) -> Deadline | Refusal:
    if lag is not None:
        hint = say("write the date itself, such as by 2031-06")
        return Refusal("lag-after-date", say('"{words}" counts from a date.', words=words), hint)
    if core.span.last == date.max:
        return OUTSIDE_CALENDAR
    first = core.span.last + _DAY
    return Deadline(words, "from", earliest=first, span=Period(first, first), periods=core.ids)
