"""The schedule: the dates and floats of the system's network, by qualified id."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import starmap

from carbonroad.base.record import NamedTuple
from carbonroad.compute.due import Due
from carbonroad.compute.item_state import is_timed
from carbonroad.compute.scheduling.activities import NumberedLink
from carbonroad.compute.scheduling.cpm import NetworkDates, compute_dates
from carbonroad.compute.scheduling.network import AS_PLANNED, WhatIf, build, join
from carbonroad.link.system import Link, System


class Activity(NamedTuple):
    """One item's schedule. Starts and finishes are days, both included; floats are days.

    A zero-length item's start is one day after its finish: both name the same midnight.
    """

    ref: str
    kind: str
    duration_days: int | None
    early_start: date | None
    early_finish: date | None
    late_start: date | None
    late_finish: date | None
    total_float_days: int | None
    free_float_days: int | None
    critical: bool


class Schedule(NamedTuple):
    """The network's dates.

    Attributes:
        start: First day of the network; None without a network.
        finish: Its last day.
        critical_path: One unbroken chain of critical items, qualified.
        critical_float: Total float up to which an item is critical.
        activities: By qualified id; what is not in the network is missing.
        cycles: Whole cycles of dependencies, each as the links that close it.
        undated: Timed works that wait for nothing dated: `takes` without a start.
        outside_calendar: Items with a date before the year 1 or after 9999.
        lag_days: Index of a link in `system.links` → its lag in days, for links of the network.
    """

    start: date | None = None
    finish: date | None = None
    critical_path: tuple[str, ...] = ()
    critical_float: int | None = None
    activities: dict[str, Activity] = {}  # noqa: RUF012  # never changed after it is built
    cycles: tuple[tuple[Link, ...], ...] = ()
    undated: tuple[str, ...] = ()
    outside_calendar: tuple[str, ...] = ()
    lag_days: dict[int, int] = {}  # noqa: RUF012

    @property
    def duration_days(self) -> int | None:
        """Days from start to finish, both included."""
        return None if self.start is None or self.finish is None else (self.finish - self.start).days + 1


def compute_schedule(system: System, due: Mapping[str, Due], what_if: WhatIf = AS_PLANNED) -> Schedule:
    """Schedule the system's works and the milestones linked to them (format.md, Schedule)."""
    joined = join(system)
    if not joined.members:
        return Schedule(cycles=joined.cycles)
    built = build(system, due, joined, what_if)
    return schedule_of(system, built.place, compute_dates(built.network), joined.cycles, built.links)


def schedule_of(
    system: System,
    place: dict[str, int],
    dates: NetworkDates,
    closed: tuple[tuple[Link, ...], ...],
    kept: list[tuple[int, Link]],
) -> Schedule:
    """Write a network's dates down by qualified id."""
    refs = list(place)
    kinds = ("timed" if is_timed(item) else item.kind for item in map(system.items.__getitem__, refs))
    early, late = (dates.early_start, dates.early_finish), (dates.late_start, dates.late_finish)
    ends = (
        _each(_start, early[0]),
        _each(_finish, early[1]),
        _each(_start, late[0]),
        _each(_finish, late[1]),
    )
    slack = (dates.total_float, dates.free_float, dates.critical)
    columns = zip(refs, kinds, dates.days, *ends, *slack, strict=True)
    activities = dict(zip(refs, starmap(Activity, columns), strict=True))
    return Schedule(
        start=_start(dates.start),
        finish=_finish(dates.finish),
        critical_path=tuple(refs[n] for n in dates.critical_path),
        critical_float=dates.critical_float,
        activities=activities,
        cycles=closed,
        undated=tuple(refs[n] for n in dates.undated if is_timed(system.items[refs[n]])),
        outside_calendar=tuple(refs[n] for n in dates.outside_calendar),
        lag_days=days_of_lags(place, dates.counted, dates.early_start, kept),
    )


def days_of_lags(
    place: Mapping[str, int],
    counted: Mapping[int, list[NumberedLink]],
    starts: Sequence[int | None],
    kept: list[tuple[int, Link]],
) -> dict[int, int]:
    """Return every link's lag in days; months of a predecessor without dates have none.

    Args:
        place: Numbers by qualified id.
        counted: A network's `links`, every lag in days.
        starts: Midnights on which the activities begin, None for those without dates.
        kept: The links that were added, with their places in `System.links`, in the order of adding.
    """
    by_ends: dict[tuple[int, int], list[int]] = {}
    for before, links in counted.items():
        for successor, _, lag in links:
            by_ends.setdefault((before, successor), []).append(lag)
    days = {}
    for index, link in kept:
        before = place[link.predecessor]
        lags = by_ends.get((before, place[link.successor])) if by_ends else None
        lag = lags.pop(0) if lags else 0  # links stand in the order in which they were added
        dated = starts[before] is not None
        if dated or link.lag is None or link.lag.unit in ("day", "week"):
            days[index] = lag
    return days


def _each(day_of: Callable[[int | None], date | None], midnights: Sequence[int | None]) -> list[date | None]:
    """Each midnight's day; items share their days."""
    known = {midnight: day_of(midnight) for midnight in set(midnights)}
    return [known[midnight] for midnight in midnights]


def _start(midnight: int | None) -> date | None:
    return (
        None if midnight is None or not 1 <= midnight <= date.max.toordinal() else date.fromordinal(midnight)
    )


def _finish(midnight: int | None) -> date | None:
    return None if midnight is None or midnight <= 1 else date.fromordinal(midnight - 1)
