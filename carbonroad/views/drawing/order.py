"""The critical path, or without one the controlling order: the tightest stated chain to the goal."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from carbonroad.views.drawing.entries import Entry
from carbonroad.views.drawing.relations import Relation


class Controlling(NamedTuple):
    """A stated chain: its dependencies in order; `goal` is the milestone it leads to, empty for none."""

    relations: tuple[Relation, ...]
    goal: str

    @property
    def refs(self) -> tuple[str, ...]:
        """The items of the chain."""
        if not self.relations:
            return ()
        return (self.relations[0].source, *(relation.target for relation in self.relations))


def controlling_order(entries: Sequence[Entry], relations: Sequence[Relation]) -> Controlling:
    """Return the stated chain to the goal with the fewest days between deadlines, longest of equals.

    Without a goal, or a stated chain to it, the tightest stated chain among these items.
    """
    shown = {entry.ref for entry in entries}
    goal = next((entry.ref for entry in entries if entry.peak), "")
    into: dict[str, list[Relation]] = {}
    for relation in relations:
        inside = relation.source in shown and relation.target in shown
        if inside and relation.stated and relation.days is not None and relation.link.type != "informs":
            into.setdefault(relation.target, []).append(relation)
    if goal and into.get(goal):
        return Controlling(_tightest(goal, into), goal)
    if goal:
        return Controlling((), goal)
    lengths = _lengths(into)
    best = min(into, key=lambda ref: (-lengths[ref][0], lengths[ref][1], ref), default="")
    return Controlling(_tightest(best, into) if best else (), "")


def _nearest(ref: str, into: Mapping[str, list[Relation]]) -> Relation:
    """The nearest predecessor; of equals one that goes on."""
    return min(into[ref], key=lambda one: (abs(one.days or 0), not into.get(one.source), one.index))


def _tightest(ref: str, into: Mapping[str, list[Relation]]) -> tuple[Relation, ...]:
    """The chain to an item: always the nearest predecessor."""
    path: list[Relation] = []
    seen: set[str] = set()
    while ref not in seen and into.get(ref):
        seen.add(ref)
        path.append(_nearest(ref, into))
        ref = path[-1].source
    return tuple(reversed(path))


def _lengths(into: Mapping[str, list[Relation]]) -> dict[str, tuple[int, int]]:
    """How many dependencies the chain to each item has, and how many days; each item is passed once."""
    known: dict[str, tuple[int, int]] = {}
    for begin in into:
        way: list[Relation] = []
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
