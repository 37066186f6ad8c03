"""The chain that decides when an item comes: by durations, or where none are stated by deadlines."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.compute.due import Due, opens
from carbonroad.compute.item_state import finished_day
from carbonroad.compute.scheduling.controlling import (
    Between,
    dated,
    dated_links,
    ends_of_orders,
    equally_tight,
    stated_order,
    tightest,
)
from carbonroad.compute.scheduling.driving import driving_links, is_fixed, led_to
from carbonroad.compute.scheduling.schedule import Schedule
from carbonroad.link.system import Link, System
from carbonroad.model.items import Work

PathKind = Literal["driving", "controlling", "none"]
Held = Literal["start", "fixed", "finished", "deadline", "from", "data-date", "unreported", "nothing"]


class Step(NamedTuple):
    """One item of a chain.

    Attributes:
        ref: The item.
        link: By what it waits for the step before; None for the first.
        lag_days: That link's lag.
        start: First day; in a controlling order None.
        finish: Last day; in a controlling order the latest day of the deadline.
        duration_days: None in a controlling order.
        total_float_days: None in a controlling order, and where there is none.
        days: In a controlling order, the days since the deadline of the step before.
    """

    ref: str
    link: Link | None = None
    lag_days: int | None = None
    start: date | None = None
    finish: date | None = None
    duration_days: int | None = None
    total_float_days: int | None = None
    days: int | None = None


class Path(NamedTuple):
    """The chain to an item.

    Attributes:
        ref: Where it leads.
        kind: `driving` sets its early dates; `controlling` is the tightest stated order of deadlines.
        steps: First to last; the item alone where it waits for nothing.
        held: Why the first step comes when it does: its own start, stated days, what was recorded, its
            deadline, the first day of a milestone without a last, in a forecast the data date, or nothing
            that is dated.
        equals: Items that other chains go through which decide as much: ties are shown by id.
    """

    ref: str
    kind: PathKind
    steps: tuple[Step, ...]
    held: Held
    equals: tuple[str, ...] = ()


class Paths:
    """Chains to any item of a system, by one schedule."""

    def __init__(self, system: System, due: Mapping[str, Due], schedule: Schedule) -> None:
        self.system, self.due, self.schedule = system, due, schedule
        self._driving = driving_links(system, due, schedule)
        self._timed = led_to(system, schedule)

    def to(self, ref: str) -> Path:
        """Return the chain to an item: that of its dates if it is scheduled, else the controlling order."""
        activity = self.schedule.activities.get(ref)
        if activity is not None and activity.early_finish is not None and ref in self._timed:
            return self.driving(ref)
        return self.controlling(ref)

    def driving(self, ref: str) -> Path:
        """Return the unbroken chain that sets an item's early dates; of several the first by id."""
        steps, equals = driving_steps(self.system, self.schedule, self._driving, ref)
        return Path(ref, "driving", steps, self.held(steps[0].ref), equals)

    def pressing(self, index: int) -> Path:
        """Return the chain through a link to an item that stands, whatever the link asks for."""
        link = self.system.links[index]
        path = self.driving(link.predecessor)
        last = _step(self.system, self.schedule, link.successor, index)
        return path._replace(ref=link.successor, steps=(*path.steps, last))

    def controlling(self, ref: str) -> Path:
        """Return the tightest stated chain of deadlines to an item."""
        chain = tightest(ref, self.into)
        first = chain[0].source if chain else ref
        steps = [Step(first, finish=self.day(first))]
        steps += [Step(one.target, one.link, finish=self.day(one.target), days=one.days) for one in chain]
        equals = tuple(sorted({other.source for other in equally_tight(chain, self.into)}))
        held: Held = "nothing" if steps[0].finish is None else "deadline"
        return Path(ref, "controlling" if chain else "none", tuple(steps), held, equals)

    @cached_property
    def links(self) -> list[Between]:
        """The links between dated items."""
        return dated_links(self.system, self.due, self.schedule)

    @cached_property
    def into(self) -> dict[str, list[Between]]:
        """The stated ones by what waits."""
        return stated_order(self.links)

    def orders(self, parts: Sequence[str] = ()) -> list[Path]:
        """Return the controlling orders: to each goal, then the longest chain; of some parts, or of all."""
        into = {ref: found for ref, found in self.into.items() if not parts or ref.partition(".")[0] in parts}
        return [self.controlling(ref) for ref in ends_of_orders(self.system, into)]

    def day(self, ref: str) -> date | None:
        """Return the day that places an item in an order."""
        return dated(ref, self.due, self.schedule)

    def held(self, ref: str) -> Held:
        """Return why the first step of a driving chain comes when it does."""
        item = self.system.items[ref]
        if finished_day(item) is not None:
            return "finished"
        if ref not in self._timed:
            return "from" if opens(item, self.due[ref]) else "deadline"
        if is_fixed(item):
            return "fixed"
        work = item.written
        return "start" if isinstance(work, Work) and work.start is not None else "nothing"


def driving_steps(
    system: System, schedule: Schedule, driving: Mapping[str, Sequence[int]], ref: str
) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """Follow the links that drive an item back to the first; of several links the first by id.

    Args:
        system: The roadmap.
        schedule: Its dates, or those of a forecast.
        driving: By what waits, the links that set its dates, by their place in `System.links`.
        ref: The item.

    Returns:
        The steps to it, first to last, and the items that the other driving links come from.
    """
    steps: list[Step] = []
    equals: set[str] = set()
    here = ref
    while driving.get(here):
        index = min(driving[here], key=lambda one: (system.links[one].predecessor, one))
        steps.append(_step(system, schedule, here, index))
        before = system.links[index].predecessor
        equals |= {system.links[one].predecessor for one in driving[here]} - {before}
        here = before
    steps.append(_step(system, schedule, here, None))
    return tuple(reversed(steps)), tuple(sorted(equals))


def _step(system: System, schedule: Schedule, ref: str, index: int | None) -> Step:
    one = schedule.activities[ref]
    return Step(
        ref,
        None if index is None else system.links[index],
        None if index is None else schedule.lag_days.get(index),
        one.early_start if one.duration_days else None,
        one.early_finish,
        one.duration_days,
        one.total_float_days,
    )
