"""The controlling order: where no durations are stated, the tightest stated chain of deadlines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from carbonroad.compute.due import Due
from carbonroad.compute.scheduling.schedule import Schedule
from carbonroad.link.system import Item, Link, System
from carbonroad.model.items import Milestone


class Dependency(Protocol):
    """What a chain is made of: `target` waits for `source`, `days` lie between their latest days."""

    @property
    def index(self) -> int:
        """Its place among the links."""

    @property
    def source(self) -> str:
        """What is waited for, qualified."""

    @property
    def target(self) -> str:
        """What waits, qualified."""

    @property
    def days(self) -> int | None:
        """Days from latest day to latest day."""


D = TypeVar("D", bound=Dependency)


@dataclass(frozen=True, slots=True)
class Between:
    """A stated link between two items with a latest day, and the days between these."""

    index: int
    source: str
    target: str
    days: int
    link: Link


def tightest(ref: str, into: Mapping[str, Sequence[D]]) -> tuple[D, ...]:
    """Return the chain to an item, always by the nearest predecessor; `into` is by what waits."""
    path: list[D] = []
    seen: set[str] = set()
    while ref not in seen and into.get(ref):
        seen.add(ref)
        path.append(_nearest(ref, into))
        ref = path[-1].source
    return tuple(reversed(path))


def best_ended(into: Mapping[str, Sequence[D]]) -> str:
    """Return the item with the longest chain to it, of equals the tightest; empty without links."""
    lengths = _lengths(into)
    return min(into, key=lambda ref: (-lengths[ref][0], lengths[ref][1], ref), default="")


def equally_tight(chain: Sequence[D], into: Mapping[str, Sequence[D]]) -> list[D]:
    """Return the dependencies that a chain might as well have taken: as near, and going on as well."""
    return [
        other
        for taken in chain
        for other in into[taken.target]
        if other.source != taken.source and _nearness(other, into) == _nearness(taken, into)
    ]


def dated_links(system: System, due: Mapping[str, Due], schedule: Schedule) -> list[Between]:
    """Return the links between dated items, stated and implied, in the order of the links."""
    found = []
    for index, link in enumerate(system.links):
        if link.type == "informs":
            continue
        source, target = system.shown_as(link.predecessor), system.shown_as(link.successor)
        first, last = (dated(ref, due, schedule) for ref in (source, target))
        if first is not None and last is not None and source != target:
            found.append(Between(index, source, target, (last - first).days, link))
    return found


def stated_order(links: Sequence[Between]) -> dict[str, list[Between]]:
    """Return the stated ones of the links by what waits."""
    found: dict[str, list[Between]] = {}
    for one in links:
        if one.link.basis != "implied":
            found.setdefault(one.target, []).append(one)
    return found


def ends_of_orders(system: System, into: Mapping[str, Sequence[D]]) -> list[str]:
    """Return where the controlling orders of a roadmap lead: its goals, and the end of its longest chain."""
    goals = [ref for ref, item in system.items.items() if into.get(ref) and is_goal(item)]
    best = best_ended(into)
    return [*goals, *([best] if best and best not in goals else [])]


def is_goal(item: Item) -> bool:
    """Whether an item is the goal of its part: peak or neutrality."""
    return isinstance(item.written, Milestone) and item.written.goal is not None


def dated(ref: str, due: Mapping[str, Due], schedule: Schedule) -> date | None:
    """Return the day that places an item in an order: a timed work's early finish, else its latest day."""
    activity = schedule.activities.get(ref)
    if activity is not None and activity.kind == "timed":
        return activity.early_finish
    known = due.get(ref)
    return None if known is None else known.latest or known.expected


def _nearest(ref: str, into: Mapping[str, Sequence[D]]) -> D:
    """The nearest predecessor; of equals one that goes on."""
    return min(into[ref], key=lambda one: (*_nearness(one, into), one.index))


def _nearness(one: D, into: Mapping[str, Sequence[D]]) -> tuple[int, bool]:
    return abs(one.days or 0), not into.get(one.source)


def _lengths(into: Mapping[str, Sequence[D]]) -> dict[str, tuple[int, int]]:
    """How many dependencies the chain to each item has, and how many days; each item is passed once."""
    known: dict[str, tuple[int, int]] = {}
    for begin in into:
        way: list[D] = []
        place: dict[str, int] = {}
        ref = begin
        while ref not in known and ref not in place and into.get(ref):
            place[ref] = len(way)
            way.append(_nearest(ref, into))
            ref = way[-1].source
        loop = way[place[ref] :] if ref in place else []
        whole = (len(loop), sum(abs(one.days or 0) for one in loop))
        known.update({one.target: whole for one in loop})
        for one in reversed(way[: len(way) - len(loop)]):
            count, days = known.get(one.source, (0, 0))
            known[one.target] = (count + 1, days + abs(one.days or 0))
    return known
