"""Timed works on the axis, and the chains of works that share a row: each waits for the one before it."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from carbonroad.base.record import NamedTuple
from carbonroad.compute.facts import Facts
from carbonroad.compute.scheduling.schedule import Activity
from carbonroad.views.drawing.dependencies.ports import event_key
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.items.relations import Relation
from carbonroad.views.drawing.network.axis import Axis, day_after
from carbonroad.views.drawing.network.captions import WorkWords, caption, short_caption
from carbonroad.views.drawing.paper.marks import NODE
from carbonroad.views.drawing.paper.sheet import RIGHT

LEAST = 2 * NODE + 1.6
"""A shorter work is drawn this long: its two events must not touch."""
_GAP = 2 * NODE + 3.0
"""Least room for a wave between two works of one row."""


class Timed(NamedTuple):
    """A timed work with its place on the axis."""

    entry: Entry
    activity: Activity
    x0: float
    x1: float


def timed_works(
    entries: Sequence[Entry], relations: Sequence[Relation], facts: Facts, axis: Axis
) -> list[Timed]:
    """Return the timed works in order of their start.

    A work too short for its two events is drawn longer, and what waits for its end begins there.
    """
    timed = [e for e in entries if e.kind == "timed" and e.first is not None and e.latest is not None]
    before: dict[str, list[str]] = {}
    for relation in relations:
        if relation.link.type == "FS" and (relation.slack or 0) >= 0:
            before.setdefault(relation.target, []).append(relation.source)
    works: dict[str, Timed] = {}
    for entry in sorted(timed, key=lambda e: (e.first, e.latest, e.ref)):
        assert entry.first is not None  # noqa: S101  # as chosen above
        assert entry.latest is not None  # noqa: S101
        begun = [works[ref].x1 for ref in before.get(entry.ref, ()) if ref in works]
        x0 = max(axis.start(entry.first), axis.left + NODE + 0.5, *begun)
        x0 = min(x0, RIGHT - 1.0 - NODE - LEAST)
        x1 = min(max(axis.end(entry.latest), x0 + LEAST), RIGHT - 1.0 - NODE)
        works[entry.ref] = Timed(entry, facts.schedule.activities[entry.ref], x0, x1)
    return sorted(works.values(), key=lambda work: (work.x0, work.x1, work.entry.ref))


def chains(
    works: Sequence[Timed],
    lines: Sequence[Relation],
    timed: Mapping[str, Timed],
    words: Mapping[str, WorkWords],
) -> list[list[Timed]]:
    """Join works of one lane into chains that share a row.

    A work is joined only if every other dependency of the two can still be drawn as two straight
    segments: along a row that is free, then to the other row.

    Args:
        works: Of the lane.
        lines: The dependencies of the sheet.
        timed: All timed works of the sheet.
        words: What is said at each work: it must have room before the next.
    """
    return _Joiner(works, lines, timed, words).joined()


class _Joiner:
    def __init__(
        self,
        works: Sequence[Timed],
        lines: Sequence[Relation],
        timed: Mapping[str, Timed],
        words: Mapping[str, WorkWords],
    ) -> None:
        self.works, self.timed, self.words = works, timed, words
        self.into: dict[str, list[Relation]] = {}
        self.out: dict[str, list[Relation]] = {}
        own = {work.entry.ref for work in works}
        for relation in lines:
            if relation.source in own:
                self.out.setdefault(relation.source, []).append(relation)
            if relation.target in own:
                self.into.setdefault(relation.target, []).append(relation)
        self.last: set[str] = {ref for ref in own if self._must_end(ref)}
        self.first: set[str] = {r.target for r in lines if r.target in own and not r.plain and not r.into_end}
        self.tail: dict[str, list[Timed]] = {}
        self.followed: set[str] = set()

    def _must_end(self, ref: str) -> bool:
        """Whether a work's row has to stay free behind it for its own dependencies."""
        leaving = (r.target not in self.timed or r.into_end for r in self.out.get(ref, ()))
        return any(leaving) or any(r.into_end for r in self.into.get(ref, ()))

    def joined(self) -> list[list[Timed]]:
        found: list[list[Timed]] = []
        for work in self.works:
            ref = work.entry.ref
            candidates = [r for r in self.into.get(ref, ()) if self._joins(r, work)]
            if candidates:
                best = min(candidates, key=lambda r: self._preference(r, work))
                chain = self.tail.pop(best.source)
                chain.append(work)
                self._close(best.source, ref)
            else:
                chain = [work]
                found.append(chain)
            self.tail[ref] = chain
        return found

    def _preference(self, relation: Relation, work: Timed) -> tuple[object, ...]:
        before = self.timed[relation.source]
        return (work.x0 - before.x1, not before.activity.critical, relation.source)

    def _joins(self, relation: Relation, work: Timed) -> bool:
        ref, source = work.entry.ref, relation.source
        if source not in self.tail or source in self.last or ref in self.first or not relation.plain:
            return False
        before = self.timed[source]
        gap = work.x0 - before.x1
        if not (gap >= _GAP or (abs(gap) < 0.01 and _meet(before, work))):
            return False
        others = [r.source for r in self.into.get(ref, ()) if r.source != source]
        if any(other in self.followed and not self._level(other, work) for other in others):
            return False
        if gap >= _GAP and any(r.target != ref for r in self.out.get(source, ())):
            return False
        own = caption(self.words[ref], work.x0, before.x0)
        return own.anchor == "start" and short_caption(self.words[source], before.x0, work.x0) is not None

    def _level(self, source: str, work: Timed) -> bool:
        """Whether a dependency needs no row: its two events stand at one place of the axis."""
        return source in self.timed and abs(self.timed[source].x1 - work.x0) < 0.01

    def _close(self, source: str, ref: str) -> None:
        """Remember which ends of the two works' other dependencies need a free row."""
        work = self.timed[ref]
        self.followed.add(source)
        for r in self.out.get(source, ()):
            if r.target != ref and not self._level(source, self.timed[r.target]):
                self.first.add(r.target)
        for r in self.into.get(ref, ()):
            if r.source != source and not self._level(r.source, work):
                self.last.add(r.source)


def _meet(before: Timed, after: Timed) -> bool:
    return before.entry.latest is not None and after.entry.first == day_after(before.entry.latest)


def merged(chains_: Sequence[Sequence[Timed]]) -> dict[str, str]:
    """Return, for each start that is also the end of the work before it in its chain, that end's key."""
    return {
        event_key(after.entry.ref, "start"): event_key(before.entry.ref, "end")
        for chain in chains_
        for before, after in pairwise(chain)
        if abs(before.x1 - after.x0) < 0.01
    }


def gate_ends(
    chains_: Sequence[Sequence[Timed]],
    lines: Sequence[Relation],
    gates: Mapping[str, tuple[Entry, float]],
    busy: Collection[str],
) -> dict[str, str]:
    """Return the gate that ends a chain's row, by the chain's last work.

    Args:
        chains_: Of one lane.
        lines: The dependencies of the sheet.
        gates: The lane's gates with the left tip of each.
        busy: Works whose row other dependencies use behind their end.
    """
    tails = {chain[-1].entry.ref: chain[-1] for chain in chains_}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for relation in lines:
        work, gate = tails.get(relation.source), gates.get(relation.target)
        if work is None or gate is None or not relation.plain or relation.source in found:
            continue
        entry, tip = gate
        same_day = entry.latest == work.entry.latest and tip > work.x0 + NODE + 2.0
        beyond = tip - work.x1 >= NODE + 3.0 and work.entry.ref not in busy
        if entry.ref not in taken and (same_day or beyond):
            found[relation.source] = entry.ref
            taken.add(entry.ref)
    return found
