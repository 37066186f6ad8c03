"""Days that cannot be kept: by how many days, by which chain, and where these days can be found."""

from collections.abc import Mapping, Sequence
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.compute.due import Due
from carbonroad.compute.scheduling.driving import (
    binds,
    days_short,
    drivers,
    is_fixed,
    late_gap,
    overlap,
    worst_of_chains,
)
from carbonroad.compute.scheduling.paths import Path, Paths
from carbonroad.compute.scheduling.schedule import Schedule
from carbonroad.compute.shortfalls.remedies import Remedy, RemedyFinder
from carbonroad.link.system import System


class Shortfall(NamedTuple):
    """One day that cannot be kept.

    Attributes:
        ref: The item that is most days short on its chain.
        latest: The day it is due, or of a work with stated days the day it starts.
        comes: The day it ends instead, or what it waits for allows it to start.
        days: How many days are short.
        fixed: Whether a stated start cannot be kept, not a deadline.
        path: The chain that makes it so.
        others: What else is short on the same chain, with days.
        remedies: Where the days can be found.
        beside: What has too little float for the same day by another way to it, with days.
    """

    ref: str
    latest: date
    comes: date
    days: int
    fixed: bool
    path: Path
    others: tuple[tuple[str, int], ...]
    remedies: tuple[Remedy, ...]
    beside: tuple[tuple[str, int], ...] = ()


def shortfalls(system: System, due: Mapping[str, Due], schedule: Schedule, paths: Paths) -> list[Shortfall]:
    """Return what cannot be kept, one for each chain, by most days short."""
    short = days_short(system, due, schedule)
    finder = RemedyFinder(system, due, schedule)
    found = []
    for ref, others in worst_of_chains(drivers(system, due, schedule), short).items() if short else ():
        latest, comes = due[ref].latest, schedule.activities[ref].early_finish
        assert latest is not None  # noqa: S101  # it is short of it
        assert comes is not None  # noqa: S101
        path = paths.driving(ref)
        remedies = (Remedy("deadline", ref, short[ref], 0, day=comes), *finder.of(path, short[ref]))
        same_chain = tuple((other, short[other]) for other in others)
        found.append(
            Shortfall(
                ref, latest, comes, short[ref], fixed=False, path=path, others=same_chain, remedies=remedies
            )
        )
    found += _fixed_starts(system, schedule, paths, finder)
    other_ways = _by_other_ways(system, schedule, found) if found else {}
    found = [one._replace(beside=tuple(other_ways.get(one.ref, ()))) for one in found]
    return sorted(found, key=lambda one: (-one.days, one.ref))


def _by_other_ways(
    system: System, schedule: Schedule, found: Sequence[Shortfall]
) -> dict[str, list[tuple[str, int]]]:
    """Items short of float that are on no chain, by the day that takes it: their late dates lead there."""
    told = {step.ref: one.ref for one in found for step in one.path.steps}
    told |= {ref: one.ref for one in found for ref, _ in one.others}
    leads = {
        (link := system.links[index]).predecessor: link.successor
        for index in schedule.lag_days
        if late_gap(schedule, index, system.links[index]) == 0
    }
    beside: dict[str, list[tuple[str, int]]] = {}
    for ref, activity in schedule.activities.items():
        days = activity.total_float_days
        if days is None or days >= 0 or ref in told:
            continue
        walked = [ref]
        while walked[-1] not in told and walked[-1] in leads:
            walked.append(leads[walked[-1]])
        to = told.get(walked[-1])
        if to is not None:
            beside.setdefault(to, []).append((ref, -days))
    return beside


def _fixed_starts(system: System, schedule: Schedule, paths: Paths, finder: RemedyFinder) -> list[Shortfall]:
    """Works with stated days that what they wait for does not allow."""
    worst: dict[str, tuple[int, str, int]] = {}
    for index in schedule.lag_days:
        link = system.links[index]
        ref = link.successor
        if is_fixed(system.items[ref]) and binds(system, ref) and binds(system, link.predecessor):
            late = overlap(schedule, index, link)
            if late is not None and late > 0:
                worst[ref] = max(worst.get(ref, (0, "", 0)), (late, link.predecessor, index))
    found = []
    for ref, (late, _, index) in worst.items():
        start = schedule.activities[ref].early_start
        if start is None or start.toordinal() + late > date.max.toordinal():
            continue
        allowed = date.fromordinal(start.toordinal() + late)
        path = paths.pressing(index)
        remedies = (Remedy("fixed", ref, late, 0, day=allowed), *finder.of(path, late))
        found.append(
            Shortfall(ref, start, allowed, late, fixed=True, path=path, others=(), remedies=remedies)
        )
    return found
