"""The critical path, or without one the controlling order: the tightest stated chain to the goal."""

from collections.abc import Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.compute.scheduling.controlling import best_ended, tightest
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.items.relations import Relation


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
    end = goal or best_ended(into)
    return Controlling(tightest(end, into) if end else (), goal)
