"""The parts of a dated phrase: "by the end of" + 2030, 到 + 2030年 + 底前."""

import re
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.named_periods import NamedPeriod, find_named
from carbonroad.base.times.periods import Period, Size, TimeUnit, read_time_unit, size_of

Role = Literal["plain", "by", "in", "during", "before", "around", "from"]


class Core(NamedTuple):
    """The days that a phrase names; `ids` are those of its named periods."""

    span: Period
    size: Size | Literal["range", "named"]
    ids: tuple[str, ...] = ()


class Phrase(NamedTuple):
    """A phrase in parts.

    Attributes:
        role: What its preposition says.
        core: The days it names.
        end: True if it means the end of them (by the end of 2030, 2030年底).
        han_before: True for the Chinese 前, which includes a day it follows.
    """

    role: Role
    core: Core
    end: bool = False
    han_before: bool = False


def read_phrase(text: str, periods: tuple[NamedPeriod, ...]) -> Phrase | Refusal | None:
    """Take a folded phrase apart; None if it names no days, a Refusal if its days are impossible."""
    if (usual := _USUAL.fullmatch(text)) and not find_named(text, periods):
        year = read_time_unit(usual[2])
        if isinstance(year, TimeUnit):
            return Phrase(_ROLES[usual[1], ""], Core(*year))
    whole = read_core(text, periods)
    if isinstance(whole, Core):
        return Phrase("plain", whole)
    if "~/" in text and (pair := _ROUGH_PAIR.fullmatch(text)):
        return _rough_pair(pair)
    prefix, rest = _take_prefix(text)
    suffix, rest = _take_suffix(rest)
    role = _ROLES.get((prefix, suffix))
    lead = _END_PREFIX.match(rest)
    tail = _END_SUFFIX.search(rest) if rest[-1:] in ("底", "末") else None
    rest = rest[lead.end() if lead else 0 : tail.start() if tail else len(rest)].strip()
    core = read_core(rest, periods)
    if not isinstance(core, Core):
        return core or whole
    if role is None or (core.size == "range" and lead):
        return None
    return Phrase(role, core, bool(lead or tail), suffix == "before")


def read_core(text: str, periods: tuple[NamedPeriod, ...]) -> Core | Refusal | None:
    """Read a unit of time, named periods, or a range of units."""
    unit = read_time_unit(text)
    if isinstance(unit, TimeUnit):
        return Core(*unit)
    if named := find_named(text, periods):
        span = Period(min(p.first for p in named), max(p.last for p in named))
        return Core(span, "named", tuple(p.id for p in named))
    days = _read_range(text)
    return days if isinstance(days, Core) else unit or days


_USUAL = lazy_pattern(r"(by|before|from) ([0-9]{4})")
"""What most deadlines look like: read without the long patterns below."""
_ROUGH_PAIR = lazy_pattern(r"([0-9-]{7,10})~/([0-9-]{7,10})~")
_PREFIX = lazy_pattern(
    r"(?P<around>(?:(?:by|in)\s+)?(?:around|about|circa|approximately|roughly)\s+"
    r"|[到在于]?\s*(?:大约|大概|约)\s*|~\s*)"
    r"|(?P<before>(?:before|prior to|ahead of)\s+)"
    r"|(?P<by>(?:by(?: no later than)?|until|till|on or before|on|no later than|not later than)\s+"
    r"|(?:截至|截止到?|不晚于|不迟于|最迟|到|至)\s*|\.\./?)"
    r"|(?P<in>(?:in|within)\s+|[于在]\s*)"
    r"|(?P<during>(?:during|throughout|over)\s+)"
    r"|(?P<from>(?:from|since|as of|(?:starting|beginning)(?: from| in)?)\s+|[自从]\s*)",
    re.IGNORECASE,
)
_SUFFIX = lazy_pattern(
    r"(?<!\s)\s*+(?:(?P<around>左右|前后|上下|~)|(?P<before>[之以]?前)"
    r"|(?P<from>起|开始|,?\s*onwards?|(?<=年)-|[—–]+|/?\.\.)"
    r"|(?P<during>期间|时期|(?<=\s)period)|(?P<in>[之以]?内))$",
    re.IGNORECASE,
)
_END_PREFIX = lazy_pattern(r"(?:the\s+)?(?:year-?)?end(?:\s+of\s+(?:the\s+)?|[\s-]+)", re.IGNORECASE)
_END_SUFFIX = lazy_pattern(r"(?<!\s)\s*(?:时期|期间|期|(?<=年)年)?[底末]$")
_ROLES: dict[tuple[str, str], Role] = {
    ("", ""): "plain",
    **{(word, ""): word for word in ("by", "in", "during", "before", "around", "from")},
    **{("", word): word for word in ("in", "during", "before", "around", "from")},
    ("by", "before"): "before",
    ("in", "before"): "before",
    ("by", "around"): "around",
    ("in", "around"): "around",
    ("around", "around"): "around",
    ("from", "from"): "from",
    ("in", "in"): "in",
    ("by", "in"): "by",
    ("in", "during"): "during",
    ("during", "during"): "during",
    ("from", "during"): "from",
    ("by", "during"): "by",
    ("before", "during"): "before",
}


def _take_prefix(text: str) -> tuple[str, str]:
    found = _PREFIX.match(text)
    return (found.lastgroup or "", text[found.end() :]) if found else ("", text)


def _take_suffix(text: str) -> tuple[str, str]:
    found = _SUFFIX.search(text)
    return (found.lastgroup or "", text[: found.start()]) if found else ("", text)


def _rough_pair(found: re.Match[str]) -> Phrase | Refusal | None:
    span = _between(found[1], found[2], found[0])
    if not isinstance(span, Core):
        return span
    return Phrase("around", Core(span.span, size_of(span.span) or "range"))


_SEPARATOR = lazy_pattern(
    r"(?<!\s)\s*(?:\.{2,3}|—+|–|~|-|至|到|/)\s*|(?<!\s)\s+(?:to|through|until|till)\s+", re.IGNORECASE
)
_BETWEEN = lazy_pattern(r"between\s++((?:\S.*?)??\S)\s++and\s++((?s:.+))", re.IGNORECASE)
_HAN_MONTHS = lazy_pattern(r"([0-9]{4})年\s*([0-9]{1,2})月?\s*(?:[-—–~至到])+\s*([0-9]{1,2})月(?:份)?")
_MONTH_NAMES = lazy_pattern(
    r"([a-z]{3,9}\.?)\s*(?:[-—–]|\s(?:to|through)\s)\s*([a-z]{3,9}\.?)\s+([0-9]{4})", re.IGNORECASE
)


def _read_range(text: str) -> Core | Refusal | None:
    if text[:7].lower() == "between" and (found := _BETWEEN.fullmatch(text)):
        return _between(found[1], found[2], text)
    if not _SEPARATOR.search(text):
        return None
    if "年" in text and (found := _HAN_MONTHS.fullmatch(text)):
        return _between(f"{found[1]}-{found[2]:0>2}", f"{found[1]}-{found[3]:0>2}", text)
    if found := _MONTH_NAMES.fullmatch(text):
        return _between(f"{found[1]} {found[3]}", f"{found[2]} {found[3]}", text)
    mistake: Refusal | None = None
    for mark in _SEPARATOR.finditer(text):
        span = _between(text[: mark.start()], text[mark.end() :], text)
        if isinstance(span, Core):
            return span
        mistake = mistake or span
    return mistake


def _between(start: str, end: str, text: str) -> Core | Refusal | None:
    first = read_time_unit(start)
    if first is None:
        return None
    last = read_time_unit(_END_SUFFIX.sub("", _END_PREFIX.sub("", end)))
    if last is None:
        return None
    if isinstance(first, Refusal):
        return first
    if isinstance(last, Refusal):
        return last
    if first.period.first > last.period.first:
        hint = say("write the earlier date first, such as 2026..2030")
        return Refusal("reversed-range", say('"{text}" ends before it begins.', text=text), hint)
    return Core(Period(first.period.first, last.period.last), "range")
