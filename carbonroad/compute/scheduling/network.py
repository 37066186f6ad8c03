"""The system's network: which items and links are in it, as activities with numbers."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

from carbonroad.base.graph import component_numbers, cycles, is_acyclic, reached
from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.durations import Duration, start_midnight
from carbonroad.compute.due import Due, opens
from carbonroad.compute.item_state import finished_day, is_gate, is_timed, is_void, recurs
from carbonroad.compute.scheduling.activities import ActivityNetwork, RelationName
from carbonroad.link.system import Item, Link, System
from carbonroad.model.items import Work


class WhatIf(NamedTuple):
    """How a network differs from the plan.

    Attributes:
        shifts: By qualified id, what is put before a timed work.
        held: By qualified id, the midnight on which a milestone that nothing timed leads to is reached.
    """

    shifts: Mapping[str, tuple[Duration, ...]] = MappingProxyType({})
    held: Mapping[str, int] = MappingProxyType({})


AS_PLANNED = WhatIf()


class Joined(NamedTuple):
    """What the links make of a system.

    Attributes:
        refs: All qualified ids, sorted.
        members: Those in the network.
        links: The binding links that lie on no cycle, each with its place in `System.links`.
        cycles: Whole cycles of dependencies, each as the links that close it.
    """

    refs: list[str]
    members: set[str]
    links: list[tuple[int, Link]]
    cycles: tuple[tuple[Link, ...], ...]


class Built(NamedTuple):
    """A network, the number of each item in it, and its links in the order in which they were added."""

    network: ActivityNetwork
    place: dict[str, int]
    links: list[tuple[int, Link]]


def join(system: System) -> Joined:
    """Find the cycles, and what is in the network (format.md, Schedule)."""
    items = system.items
    binding = [
        (index, link)
        for index, link in enumerate(system.links)
        if link.type != "informs" and link.predecessor in items and link.successor in items
    ]
    refs = sorted({ref for _, link in binding for ref in (link.predecessor, link.successor)})
    number = {ref: n for n, ref in enumerate(refs)}
    successors: list[list[int]] = [[] for _ in refs]
    for _, link in binding:
        successors[number[link.predecessor]].append(number[link.successor])
    if is_acyclic(successors):
        return Joined(sorted(items), _members(system, binding), binding, ())
    component = component_numbers(successors)
    closed = _closed(refs, successors, component, binding)
    acyclic = [
        (i, k) for i, k in binding if component[number[k.predecessor]] != component[number[k.successor]]
    ]
    return Joined(sorted(items), _members(system, acyclic), acyclic, closed)


def build(system: System, due: Mapping[str, Due], joined: Joined, what_if: WhatIf = AS_PLANNED) -> Built:
    """Make activities of the members, and bind them."""
    network = ActivityNetwork()
    place = {}
    for ref in joined.refs:
        if ref in joined.members:
            item = system.items[ref]
            place[ref] = _add(network, item, due[ref], void=is_void(item, system.as_of))
    for ref, lengths in what_if.shifts.items():
        network.shifts[place[ref]] = lengths
    for ref, midnight in what_if.held.items():
        network.held[place[ref]] = midnight
    return Built(network, place, bind(network, place, joined))


def bind(network: ActivityNetwork, place: Mapping[str, int], joined: Joined) -> list[tuple[int, Link]]:
    """Add the links between activities; return them in the order in which they were added."""
    kept = [(i, k) for i, k in joined.links if k.predecessor in place and k.successor in place]
    for _, k in kept:
        lag = k.lag if k.lag is not None else 0
        network.link(place[k.predecessor], place[k.successor], cast("RelationName", k.type), lag)
    return kept


def _members(system: System, links: list[tuple[int, Link]]) -> set[str]:
    """Timed works, and the milestones and targets linked to one directly or through others."""
    items = system.items
    timed = {ref for ref, item in items.items() if item.kind == "work" and is_timed(item)}
    if not timed:
        return timed
    near: dict[str, list[str]] = {}
    for _, link in links:
        if is_gate(items[link.successor]):
            near.setdefault(link.predecessor, []).append(link.successor)
        if is_gate(items[link.predecessor]):
            near.setdefault(link.successor, []).append(link.predecessor)
    return reached(timed, near)


def _add(network: ActivityNetwork, item: Item, due: Due, *, void: bool) -> int:
    finished = finished_day(item)
    work = item.written
    if not isinstance(work, Work):
        if finished is not None:
            return network.add_finished(finished.toordinal() + 1, finished.toordinal() + 1, timed=False)
        return add_gate(network, item, due, void=void)
    if finished is not None:
        end = finished.toordinal() + 1
        return network.add_finished(actual_start(work, end), end, timed=True)
    fixed = fixed_days(work)
    if fixed is not None:
        return network.add_stated(*fixed)
    start_day = None if work.start is None else work.start.day.toordinal()
    return network.add_work(work.takes or 0, not_before=start_day, latest=_latest(item, due, void=void))


def add_gate(network: ActivityNetwork, item: Item, due: Due, *, void: bool) -> int:
    """Add a milestone or target that is still to come."""
    first = due.first if opens(item, due) else None
    day = None if first is None else first.toordinal()
    return network.add_milestone(not_before=day, latest=_latest(item, due, void=void))


def _latest(item: Item, due: Due, *, void: bool) -> int | None:
    return None if due.latest is None or void or recurs(item) else due.latest.toordinal() + 1


def fixed_days(work: Work) -> tuple[int, int] | None:
    """Return the midnights of a work whose start and finish are stated, or counted back from the finish."""
    if work.finish is None:
        return None
    end = work.finish.day.toordinal() + 1
    if work.start is not None:
        return work.start.day.toordinal(), end
    if work.takes is None:
        return None
    start = start_midnight(end, work.takes)
    return end if isinstance(start, Refusal) else start, end


def actual_start(work: Work, end: int) -> int:
    """Return the midnight a finished work began: as recorded, else counted back, else as planned."""
    if work.started is not None:
        return min(work.started.day.toordinal(), end)
    if work.takes is not None:
        start = start_midnight(end, work.takes)
        return end if isinstance(start, Refusal) else start
    return end if work.start is None else min(work.start.day.toordinal(), end)


def _closed(
    refs: list[str], successors: list[list[int]], component: list[int], binding: list[tuple[int, Link]]
) -> tuple[tuple[Link, ...], ...]:
    loops = cycles(successors, component)
    by_ends = {(k.predecessor, k.successor): k for _, k in binding} if loops else {}
    return tuple(
        tuple(by_ends[refs[a], refs[b]] for a, b in zip(loop, [*loop[1:], loop[0]], strict=True))
        for loop in loops
    )
