"""What a pathway, or the sum of the industries, says of a peak or neutrality goal."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from carbonroad.base.record import NamedTuple
from carbonroad.base.values.numbers import from_float
from carbonroad.compute.due import Due
from carbonroad.compute.item_state import is_void
from carbonroad.compute.pathways.envelope import series_envelope
from carbonroad.compute.pathways.trajectory import Trajectory, rounding, trajectory
from carbonroad.link.system import Item, System
from carbonroad.model.items import Milestone, Pathway
from carbonroad.model.roadmap import TOP


class Goal(NamedTuple):
    """A live milestone that is a peak or neutrality goal, and the year by which it is due."""

    item: Item
    goal: str
    year: int


def goals(system: System, due: dict[str, Due]) -> Iterator[Goal]:
    """Yield every goal that is dated and still binds.

    Args:
        system: The roadmap.
        due: Days, at least those of `goal_items`.
    """
    for item in goal_items(system):
        latest = due[item.ref].latest
        if latest is not None and isinstance(item.written, Milestone) and item.written.goal is not None:
            yield Goal(item, item.written.goal, latest.year)


def goal_items(system: System) -> list[Item]:
    """Return the milestones that are a goal and still bind."""
    return [
        item
        for item in system.items.values()
        if item.kind == "milestone"
        and isinstance(item.written, Milestone)
        and item.written.goal is not None
        and not is_void(item, system.as_of)
    ]


def late_peak(
    line: Trajectory, year: int, least_lead: Callable[[int, int], Fraction] | None = None
) -> int | None:
    """Return the year of the highest value if it lies after a year; None where it does not, or nobody knows.

    The highest of the stated years decides, for nothing is higher between two of them. A highest value in
    the last stated year is still a late one: by the goal's year the peak was not behind.

    Args:
        line: The values; of ranges those half-way.
        year: By when the peak shall be.
        least_lead: By how much a year's value is above another's in the scenario where it is least; with
            it, the peak is late only where it is in every scenario.
    """
    if not line.years or line.years[0] > year:
        return None
    highest = max(line.values)
    peak = line.years[line.values.index(highest)]
    if peak <= year:
        return None
    if least_lead is not None:
        until = {one for one in line.years if one <= year} | {min(year, line.years[-1])}
        if any(least_lead(peak, one) <= 0 for one in until):
            return None
    return peak


def above_zero(line: Trajectory, year: int) -> Fraction | None:
    """Return what is left in the year in which it should be zero; None if nothing is, or nobody knows."""
    left = line.at(year)
    return left if left is not None and left > 0 else None


def top_goals(system: System, known: Iterable[Goal], kind: str) -> Iterator[Goal]:
    """Yield the top file's goals of a kind, if industries have pathways to add up."""
    if not system.has_top or not any(part.pathway is not None for part in system.industries):
        return
    for goal in known:
        if goal.item.part == TOP and goal.goal == kind:
            yield goal


def above_reference(pathway: Pathway) -> tuple[int, float, Fraction] | None:
    """Return the first stated target above the reference, with the reference of that year.

    What the rounding of the stated digits leaves open is not above, nor a range that overlaps the reference.
    """
    if not pathway.reference:
        return None
    middle = trajectory(pathway.reference)
    line = series_envelope(pathway, "reference", Fraction(1), middle).high
    least = {one.year: one.low for one in pathway.asked if one.series == "target"}
    ends = {one.high for one in pathway.asked if one.series == "reference"}
    room = max(rounding(one) for one in (*(value for _, value in pathway.reference), *ends))
    for year, target in pathway.target:
        lowest = least.get(year, target)
        reference, exact = line.at(year), from_float(lowest)
        if reference is not None and exact is not None and exact - reference > rounding(lowest) + room:
            return year, lowest, reference
    return None
