"""The chain that decides when an item comes: by durations, or where none are stated by deadlines."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.compute.due import Due, finished_day, opens
from carbonroad.compute.scheduling.chain import driving_links, is_fixed, led_to
from carbonroad.compute.scheduling.controlling import (
    Between,
    dated,
    dated_links,
    ends_of_orders,
    equally_tight,
    stated_order,
    tightest,
)
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
        steps: list[Step] = []
        equals: set[str] = set()
        here = ref
        while (index := self._driver(here)) is not None:
            link = self.system.links[index]
            steps.append(self._step(here, index))
            others = (self.system.links[other].predecessor for other in self._driving[here])
            equals.update(other for other in others if other != link.predecessor)
            here = link.predecessor
        steps.append(self._step(here, None))
        return Path(ref, "driving", tuple(reversed(steps)), self.held(here), tuple(sorted(equals)))

    def pressing(self, index: int) -> Path:
        """Return the chain through a link to an item that stands, whatever the link asks for."""
        link = self.system.links[index]
        path = self.driving(link.predecessor)
        return path._replace(ref=link.successor, steps=(*path.steps, self._step(link.successor, index)))

    def controlling(self, ref: str) -> Path:
        """Return the tightest stated chain of deadlines to an item."""
        return order_path(self, ref, tightest(ref, self.into), self.into)

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

    def _driver(self, ref: str) -> int | None:
        """The link that sets an item's dates; None where something of its own does."""
        found = self._driving.get(ref)
        if not found:
            return None
        return min(found, key=lambda index: (self.system.links[index].predecessor, index))

    def _step(self, ref: str, index: int | None) -> Step:
        one = self.schedule.activities[ref]
        return Step(
            ref,
            None if index is None else self.system.links[index],
            None if index is None else self.schedule.lag_days.get(index),
            one.early_start if one.duration_days else None,
            one.early_finish,
            one.duration_days,
            one.total_float_days,
        )


def order_path(
    paths: Paths, ref: str, chain: Sequence[Between], into: Mapping[str, Sequence[Between]]
) -> Path:
    """Write a controlling order down as a path."""
    first = chain[0].source if chain else ref
    steps = [Step(first, finish=paths.day(first))]
    for one in chain:
        finish = paths.day(one.target)
        steps.append(Step(one.target, one.link, finish=finish, days=one.days))
    equals = tuple(sorted({other.source for other in equally_tight(chain, into)}))
    held: Held = "nothing" if steps[0].finish is None else "deadline"
    return Path(ref, "controlling" if chain else "none", tuple(steps), held, equals)
