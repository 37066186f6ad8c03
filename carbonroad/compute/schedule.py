"""The system's network: which items are in it, and the dates and floats they get."""

from datetime import date
from typing import NamedTuple, cast

from carbonroad.base.dates import start_midnight
from carbonroad.base.graph import component_numbers, cycles
from carbonroad.base.refusal import Refusal
from carbonroad.compute.activities import ActivityNetwork, RelationName
from carbonroad.compute.cpm import NetworkDates, compute_dates
from carbonroad.compute.due import Due, finished_day, is_gate, is_timed, is_void, opens, recurs
from carbonroad.link.system import Item, Link, System
from carbonroad.model.items import Work


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


def compute_schedule(system: System, due: dict[str, Due]) -> Schedule:
    """Schedule the system's works and the milestones linked to them (format.md, Schedule)."""
    refs = sorted(system.items)
    number = {ref: n for n, ref in enumerate(refs)}
    binding = [
        (index, link)
        for index, link in enumerate(system.links)
        if link.type != "informs" and link.predecessor in number and link.successor in number
    ]
    successors: list[list[int]] = [[] for _ in refs]
    for _, link in binding:
        successors[number[link.predecessor]].append(number[link.successor])
    component = component_numbers(successors)
    closed = _closed(refs, successors, component, binding)
    acyclic = [
        (i, k) for i, k in binding if component[number[k.predecessor]] != component[number[k.successor]]
    ]
    members = _members(system, acyclic)
    if not members:
        return Schedule(cycles=closed)
    network = ActivityNetwork()
    place = {
        ref: _add(network, system.items[ref], due[ref], void=is_void(system.items[ref], system.as_of))
        for ref in refs
        if ref in members
    }
    kept = [(i, k) for i, k in acyclic if k.predecessor in place and k.successor in place]
    for _, k in kept:
        lag = k.lag if k.lag is not None else 0
        network.link(place[k.predecessor], place[k.successor], cast("RelationName", k.type), lag)
    dates = compute_dates(network)
    return _schedule(system, place, dates, closed, kept)


def _members(system: System, links: list[tuple[int, Link]]) -> set[str]:
    """Timed works, and the milestones and targets linked to one directly or through others."""
    near: dict[str, list[str]] = {}
    for _, link in links:
        near.setdefault(link.predecessor, []).append(link.successor)
        near.setdefault(link.successor, []).append(link.predecessor)
    found = {ref for ref, item in system.items.items() if is_timed(item)}
    stack = list(found)
    while stack:
        for ref in near.get(stack.pop(), ()):
            if ref not in found and is_gate(system.items[ref]):
                found.add(ref)
                stack.append(ref)
    return found


def _add(network: ActivityNetwork, item: Item, due: Due, *, void: bool) -> int:
    latest = None if due.latest is None or void or recurs(item) else due.latest.toordinal() + 1
    finished = finished_day(item)
    if not isinstance(item.written, Work):
        if finished is not None:
            return network.add_finished(finished.toordinal() + 1, finished.toordinal() + 1, timed=False)
        first = due.first if opens(item, due) else None
        return network.add_milestone(not_before=None if first is None else first.toordinal(), latest=latest)
    work = item.written
    if finished is not None:
        end = finished.toordinal() + 1
        return network.add_finished(_actual_start(work, end), end, timed=True)
    if work.start is not None and work.finish is not None:
        return network.add_stated(work.start.day.toordinal(), work.finish.day.toordinal() + 1)
    if work.takes is not None and work.finish is not None:
        end = work.finish.day.toordinal() + 1
        start = start_midnight(end, work.takes)
        return network.add_stated(end if isinstance(start, Refusal) else start, end)
    start_day = None if work.start is None else work.start.day.toordinal()
    return network.add_work(work.takes or 0, not_before=start_day, latest=latest)


def _actual_start(work: Work, end: int) -> int:
    """The midnight a finished work began: as recorded, else counted back, else as planned."""
    if work.started is not None:
        return min(work.started.day.toordinal(), end)
    if work.takes is not None:
        start = start_midnight(end, work.takes)
        return end if isinstance(start, Refusal) else start
    return end if work.start is None else min(work.start.day.toordinal(), end)


def _schedule(
    system: System,
    place: dict[str, int],
    dates: NetworkDates,
    closed: tuple[tuple[Link, ...], ...],
    kept: list[tuple[int, Link]],
) -> Schedule:
    refs = list(place)
    activities = {
        ref: Activity(
            ref,
            "timed" if is_timed(system.items[ref]) else system.items[ref].kind,
            dates.days[n],
            _start(dates.early_start[n]),
            _finish(dates.early_finish[n]),
            _start(dates.late_start[n]),
            _finish(dates.late_finish[n]),
            dates.total_float[n],
            dates.free_float[n],
            dates.critical[n],
        )
        for ref, n in place.items()
    }
    return Schedule(
        start=_start(dates.start),
        finish=_finish(dates.finish),
        critical_path=tuple(refs[n] for n in dates.critical_path),
        critical_float=dates.critical_float,
        activities=activities,
        cycles=closed,
        undated=tuple(refs[n] for n in dates.undated if is_timed(system.items[refs[n]])),
        outside_calendar=tuple(refs[n] for n in dates.outside_calendar),
        lag_days=_lag_days(place, dates, kept),
    )


def _lag_days(place: dict[str, int], dates: NetworkDates, kept: list[tuple[int, Link]]) -> dict[int, int]:
    """Every link's lag in days; months of a predecessor without dates have none."""
    counted: dict[tuple[int, int], list[int]] = {}
    for before, links in dates.counted.items():
        for successor, _, lag in links:
            counted.setdefault((before, successor), []).append(lag)
    days = {}
    for index, link in kept:
        before = place[link.predecessor]
        lags = counted.get((before, place[link.successor]))
        lag = lags.pop(0) if lags else 0  # links stand in the order in which they were added
        dated = dates.early_start[before] is not None
        if dated or link.lag is None or link.lag.unit in ("day", "week"):
            days[index] = lag
    return days


def _closed(
    refs: list[str], successors: list[list[int]], component: list[int], binding: list[tuple[int, Link]]
) -> tuple[tuple[Link, ...], ...]:
    loops = cycles(successors, component)
    by_ends = {(k.predecessor, k.successor): k for _, k in binding} if loops else {}
    return tuple(
        tuple(by_ends[refs[a], refs[b]] for a, b in zip(loop, [*loop[1:], loop[0]], strict=True))
        for loop in loops
    )


def _start(midnight: int | None) -> date | None:
    return (
        None if midnight is None or not 1 <= midnight <= date.max.toordinal() else date.fromordinal(midnight)
    )


def _finish(midnight: int | None) -> date | None:
    return None if midnight is None or midnight <= 1 else date.fromordinal(midnight - 1)
