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
    chains = [_tightest(ref, into) for ref in into]
    best = min(chains, key=lambda chain: (-len(chain), _days(chain), chain[-1].target), default=())
    return Controlling(tuple(best), "")


def _tightest(ref: str, into: Mapping[str, list[Relation]]) -> tuple[Relation, ...]:
    """The chain to an item: always the nearest predecessor; of equals one that goes on."""
    path: list[Relation] = []
    seen: set[str] = set()
    while ref not in seen and into.get(ref):
        seen.add(ref)
        nearest = min(into[ref], key=lambda one: (abs(one.days or 0), not into.get(one.source), one.index))
        path.append(nearest)
        ref = nearest.source
    return tuple(reversed(path))


def _days(chain: Sequence[Relation]) -> int:
    return sum(abs(relation.days or 0) for relation in chain)
