"""Timed works on the axis, and the chains in which one begins at the event where the one before ends."""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from carbonroad.compute.facts import Facts
from carbonroad.compute.schedule import Activity
from carbonroad.views.drawing.axis import Axis, day_after
from carbonroad.views.drawing.blocks import event_key
from carbonroad.views.drawing.entries import Entry
from carbonroad.views.drawing.marks import NODE
from carbonroad.views.drawing.relations import Relation

_LEAST_CHAINED = 16.0


class Timed(NamedTuple):
    """A timed work with its place on the axis."""

    entry: Entry
    activity: Activity
    x0: float
    x1: float


def timed_works(entries: Sequence[Entry], facts: Facts, axis: Axis) -> list[Timed]:
    """Return the timed works in order of their start."""
    works = []
    for entry in entries:
        if entry.kind != "timed" or entry.first is None or entry.latest is None:
            continue
        activity = facts.schedule.activities[entry.ref]
        x0 = axis.start(entry.first)
        works.append(Timed(entry, activity, x0, max(axis.end(entry.latest), x0 + 2 * NODE + 2.0)))
    return sorted(works, key=lambda work: (work.x0, work.x1, work.entry.ref))


def chains(works: Sequence[Timed], lines: Sequence[Relation], timed: Collection[str]) -> list[list[Timed]]:
    """Join works of one lane into chains: the later one starts at the event where the earlier one ends.

    A work is joined only if every other dependency of the two can still be drawn as two straight segments.
    """
    at = {work.entry.ref: work for work in works}
    into: dict[str, list[Relation]] = {}
    out: dict[str, list[Relation]] = {}
    for relation in lines:
        out.setdefault(relation.source, []).append(relation)
        into.setdefault(relation.target, []).append(relation)
    found: list[list[Timed]] = []
    tail: dict[str, list[Timed]] = {}
    closed_tail = {relation.source for relation in lines if relation.target not in timed}
    closed_head: set[str] = set()
    for work in works:
        ref = work.entry.ref
        candidates = [
            relation.source
            for relation in into.get(ref, ())
            if _plain(relation)
            and relation.source in tail
            and relation.source not in closed_tail
            and _joins(at[relation.source], work)
            and ref not in closed_head
        ]
        candidates.sort(key=lambda source: (not at[source].activity.critical, source))
        if candidates:
            chain = tail.pop(candidates[0])
            chain.append(work)
            closed_head.update(r.target for r in out.get(candidates[0], ()) if r.target != ref)
            closed_tail.update(r.source for r in into.get(ref, ()))
        else:
            chain = [work]
            found.append(chain)
        tail[ref] = chain
    return found


def _plain(relation: Relation) -> bool:
    return relation.link.type == "FS" and relation.link.lag is None


def _joins(before: Timed, after: Timed) -> bool:
    long_enough = before.x1 - before.x0 >= _LEAST_CHAINED
    return (
        long_enough
        and before.entry.lane == after.entry.lane
        and before.entry.latest is not None
        and after.entry.first == day_after(before.entry.latest)
        and abs(before.x1 - after.x0) < 0.01
    )


def merged(chains_: Sequence[Sequence[Timed]]) -> dict[str, str]:
    """Return, for each start that is also the end of the work before it in its chain, that end's key."""
    return {
        event_key(after.entry.ref, "start"): event_key(before.entry.ref, "end")
        for chain in chains_
        for before, after in pairwise(chain)
    }
