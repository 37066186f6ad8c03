"""The critical path method on plain integers: early and late dates, floats, the critical chain."""

from operator import sub
from typing import cast

from carbonroad.base.record import NamedTuple
from carbonroad.compute.scheduling.activities import ActivityNetwork, NumberedLink
from carbonroad.compute.scheduling.early_dates import (
    FIRST_MIDNIGHT,
    LAST_MIDNIGHT,
    NO_EARLY,
    EarlyDates,
    early_dates,
)
from carbonroad.compute.scheduling.late_dates import NO_LATE, LateDates, late_dates

Midnights = list[int | None]


class NetworkDates(NamedTuple):
    """What the two passes found; lists are indexed by activity number, days are midnights.

    Attributes:
        days: Durations in days as the forward pass counted them; without early dates, by the late ones.
        total_float: Late finish - early finish in days; negative: a latest day cannot be met.
        free_float: The slip in days that moves no successor's early date.
        critical_float: Critical is who has no more total float than this: 0, or if nobody has so little
            the least of all. None if there is no float.
        start: The least early start.
        finish: The greatest early finish.
        critical_path: One chain of critical activities, first to last, ending at their latest early finish.
        undated: Activities without early dates, because they wait for nothing dated.
        outside_calendar: Activities with a date before the year 1 or after 9999; the date is None.
        successors: The network's.
        counted: The network's `links`, every lag in days.
    """

    days: Midnights
    early_start: Midnights
    early_finish: Midnights
    late_start: Midnights
    late_finish: Midnights
    total_float: Midnights
    free_float: Midnights
    critical: list[bool]
    critical_float: int | None
    start: int | None
    finish: int | None
    critical_path: list[int]
    undated: list[int]
    outside_calendar: list[int]
    successors: list[list[int]]
    counted: dict[int, list[NumberedLink]]


def compute_dates(network: ActivityNetwork) -> NetworkDates:
    """Run the forward and the backward pass over a network without cycles, in linear time."""
    early = early_dates(network)
    end = max(early.finish, default=NO_EARLY)
    late = late_dates(network, early, None if end == NO_EARLY else end)
    whole = early.whole and NO_LATE not in late.finish
    floats = _differences(late.finish, early.finish, whole=whole)
    least = min(_stated(floats), default=None)
    critical_float = None if least is None else max(0, least)
    critical = _at_most(floats, critical_float)
    early_start = _known(early.start, whole=early.whole)
    undated = [number for number, day in enumerate(early_start) if day is None] if None in early_start else []
    return NetworkDates(
        days=_durations(early, late) if not early.whole else list(map(sub, early.finish, early.start)),
        early_start=early_start,
        early_finish=_known(early.finish, whole=early.whole),
        late_start=_known(late.start),
        late_finish=_known(late.finish),
        total_float=floats,
        free_float=_known(late.free_float, first=0, whole=whole),
        critical=critical,
        critical_float=critical_float,
        start=min(_stated(early_start), default=None),
        finish=None if end == NO_EARLY else end,
        critical_path=_critical_path(network, early, critical),
        undated=[n for n in undated if n not in early.outside and n not in network.stated],
        outside_calendar=sorted(early.outside.union(_strays(late.start))),
        successors=network.successors,
        counted=early.links,
    )


def _stated(numbers: Midnights) -> list[int]:
    """Those that are not None; where all are, the list itself."""
    if None not in numbers:
        return cast("list[int]", numbers)
    return [number for number in numbers if number is not None]


def _at_most(floats: Midnights, limit: int | None) -> list[bool]:
    if limit is None:
        return [False] * len(floats)
    if None not in floats:
        return [days <= limit for days in cast("list[int]", floats)]
    return [days is not None and days <= limit for days in floats]


def _critical_path(network: ActivityNetwork, early: EarlyDates, critical: list[bool]) -> list[int]:
    members = [number for number, member in enumerate(critical) if member]
    latest = max((early.finish[number] for number in members), default=None)
    tied = {number for number in members if early.finish[number] == latest}
    # A milestone shares the finish of its work: the chain ends at the milestone, whatever their numbers.
    closing = [
        number
        for number in sorted(tied)
        if not any(after in tied and _drives(early, number, after) for after in network.successors[number])
    ]
    return _chain(network, early, critical, closing[0]) if closing else []


def _chain(network: ActivityNetwork, early: EarlyDates, members: list[bool], last: int) -> list[int]:
    chain = [last]
    while True:
        number = chain[-1]
        before = [
            candidate
            for candidate in network.predecessors[number]
            if members[candidate] and _drives(early, candidate, number)
        ]
        if not before:
            return chain[::-1]
        chain.append(min(before))


def _drives(early: EarlyDates, before: int, after: int) -> bool:
    """Tell whether a link between two dated activities leaves no day between them."""
    for target, relation, lag in early.links.get(before, ((after, 0, 0),)):
        if target == after:
            begin = early.start[before] if relation & 1 else early.finish[before]
            bound = early.finish[after] if relation & 2 else early.start[after]
            put_off = early.put_off[after][relation >> 1] if after in early.put_off else 0
            if NO_EARLY not in (begin, bound) and begin + lag + put_off >= bound:
                return True
    return False


def _durations(early: EarlyDates, late: LateDates) -> Midnights:
    days = _differences(early.finish, early.start)
    for number, counted in enumerate(days):
        if counted is None and late.finish[number] != NO_LATE:
            days[number] = late.finish[number] - late.start[number]
    return days


def _differences(later: list[int], sooner: list[int], *, whole: bool = False) -> Midnights:
    """Subtract where both dates are known; the sentinels lie farther apart than any two dates."""
    days = list(map(sub, later, sooner))
    if whole:
        return cast("Midnights", days)
    both = zip(days, sooner, strict=True)
    return [None if gap > NO_LATE // 2 or first == NO_EARLY else gap for gap, first in both]


def _known(midnights: list[int], first: int = FIRST_MIDNIGHT, *, whole: bool = False) -> Midnights:
    """Leave out the sentinels, and what no calendar shows; `whole`: there is none of them."""
    if whole or (min(midnights, default=first) >= first and max(midnights, default=0) <= LAST_MIDNIGHT):
        return cast("Midnights", midnights)
    return [day if first <= day <= LAST_MIDNIGHT else None for day in midnights]


def _strays(starts: list[int]) -> list[int]:
    if min(starts, default=FIRST_MIDNIGHT) >= FIRST_MIDNIGHT:
        return []
    return [number for number, start in enumerate(starts) if start < FIRST_MIDNIGHT]
