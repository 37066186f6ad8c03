"""Periods that have names, such as five-year plans, found by what people write for them."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import fold
from carbonroad.base.texts.lazy_pattern import lazy_pattern


class NamedPeriod(NamedTuple):
    """A period known by an id and any number of titles; both days are included."""

    id: str
    titles: tuple[str, ...]
    first: date
    last: date


_QUOTES = lazy_pattern("[“”\"'‘’「」『』《》 ]")
_AROUND_NAME = lazy_pattern(
    r"^the (?=.)|(?<=.) ?(?:规划(?:期间|时期|期)?|期间|时期|期|periods?)$", re.IGNORECASE
)
_BETWEEN_QUOTES = lazy_pattern('(?<=[”」』])(?=[“「『])|(?<=")(?=")')
_LIST = lazy_pattern(r"(?<!\s)\s*[,、/&]\s*(?:and\s+)?|(?<!\s)\s+and\s+|[和与及]", re.IGNORECASE)
_SPAN = lazy_pattern(r"(?<!\s)\s*(?:\.\.|[—–~-]|至|到)\s*|(?<!\s)\s+(?:to|through)\s+", re.IGNORECASE)


def find_named(text: str, periods: tuple[NamedPeriod, ...]) -> tuple[NamedPeriod, ...]:
    """Return the periods that a folded text names, () if any part of it names none.

    It reads one name (`15th FYP`), a list of them (`14th and 15th FYP`, “十四五”“十五五”时期) and
    a run of them (`13th to 15th FYP`: those between are included).
    """
    names = _names(periods)
    if not names:
        return ()
    if (one := names.get(_key(text))) is not None:
        return (one,)
    bare = _AROUND_NAME.sub("", text)
    listed = _items(_LIST.split(_BETWEEN_QUOTES.sub("、", bare)), names)
    if listed:
        return listed
    ends = _items(_SPAN.split(bare, maxsplit=1), names)
    if len(ends) < 2 or ends[0].first > ends[1].first:
        return ()
    run = (p for p in periods if ends[0].first <= p.first and p.last <= ends[1].last)
    return tuple(sorted(run, key=lambda period: period.first))


def _items(parts: list[str], names: Mapping[str, NamedPeriod]) -> tuple[NamedPeriod, ...]:
    if len(parts) < 2:
        return ()
    tail = parts[-1].split()
    # "14th and 15th FYP": what the earlier items lack stands at the end of the last one.
    endings = ["", *(" ".join(tail[start:]) for start in range(1, len(tail)))]
    found: list[NamedPeriod] = []
    for part in parts:
        hits = (names.get(_key(f"{part} {ending}")) for ending in endings)
        hit = next((period for period in hits if period is not None), None)
        if hit is None:
            return ()
        if hit not in found:
            found.append(hit)
    return tuple(found)


def _key(name: str) -> str:
    return _QUOTES.sub("", _AROUND_NAME.sub("", fold(name))).casefold()


_latest: list[tuple[tuple[NamedPeriod, ...], dict[str, NamedPeriod]]] = []
"""The periods of the last call and their index: hashing thousands of them for each deadline is too dear."""


def _names(periods: tuple[NamedPeriod, ...]) -> dict[str, NamedPeriod]:
    if not _latest or _latest[0][0] is not periods:
        _latest[:] = [(periods, _indexed(periods))]
    return _latest[0][1]


@lru_cache(maxsize=64)
def _indexed(periods: tuple[NamedPeriod, ...]) -> dict[str, NamedPeriod]:
    names: dict[str, NamedPeriod] = {}
    for period in periods:
        for name in (period.id, *period.titles):
            key = _key(name)
            if key:
                names.setdefault(key, period)
    return names
