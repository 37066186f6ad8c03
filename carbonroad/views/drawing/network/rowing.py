"""Timed works put on rows: which follow each other, which gate ends a row, and how links run between them."""

import itertools
from collections.abc import Mapping, Sequence
from math import fsum

from carbonroad.views.drawing.dependencies.connectors import Connector
from carbonroad.views.drawing.dependencies.routes import SAME, Ends, Route, Rows, make_routes, needs_of
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.items.relations import Relation
from carbonroad.views.drawing.network.axis import Axis
from carbonroad.views.drawing.network.blocks import Block
from carbonroad.views.drawing.network.captions import caption, words_of
from carbonroad.views.drawing.network.chains import Timed, chains, gate_ends
from carbonroad.views.drawing.network.gates import gate_on_row, gate_place
from carbonroad.views.drawing.network.lanes import Lane
from carbonroad.views.drawing.network.remarks import make_remarks
from carbonroad.views.drawing.network.windows import window_ends
from carbonroad.views.drawing.network.work_rows import Making, chain_block
from carbonroad.views.drawing.paper.marks import NODE, reach
from carbonroad.views.shared.words import Words

_SIMPLE = ("by", "before", "conditional")
"""Kinds of deadline whose glyph does not reach left over the arrow that ends at it."""


def is_critical(entry: Entry, words: Words) -> bool:
    """Return whether an item is critical."""
    activity = words.facts.schedule.activities.get(entry.ref)
    return activity is not None and activity.critical


class Rowing:
    """The rows of a sheet's timed works. Lanes are joined one by one, then links are settled for all."""

    def __init__(
        self,
        words: Words,
        axis: Axis,
        shown: Mapping[str, Entry],
        works: Sequence[Timed],
        lines: Sequence[Relation],
        connectors: Mapping[str, Sequence[Connector]],
    ) -> None:
        self.words, self.axis, self.shown, self.lines = words, axis, shown, lines
        self.connectors = connectors
        self.timed = {work.entry.ref: work for work in works}
        self.waves = self._waves()
        between = [r for r in lines if r.target in self.timed]
        self.remarks, below = make_remarks(between, self.timed, self.waves, axis, words.w)
        self.said = {
            ref: words_of(work.entry, work.activity, words.w, below.get(ref, ()))
            for ref, work in self.timed.items()
        }
        self.following: dict[str, str] = {}
        self.gates: dict[str, str] = {}
        self.routes: tuple[Route, ...] = ()

    @property
    def on_rows(self) -> set[str]:
        """Gates that end a row."""
        return set(self.gates.values())

    def _waves(self) -> dict[str, float]:
        """Where the free float of works ends that nothing waits for."""
        awaited = {r.source for r in self.lines}
        awaited |= {ref for ref, found in self.connectors.items() if any(c.out for c in found)}
        waves = {}
        for ref, work in self.timed.items():
            late = work.activity.late_finish
            if ref not in awaited and (work.activity.free_float_days or 0) > 0 and late is not None:
                end = min(self.axis.end(late), self.axis.late.x1 - 1.0 - NODE)
                if end >= work.x1 + 2 * NODE:
                    waves[ref] = end
        return waves

    def of_lane(self, lane: Lane, *, chained: bool) -> list[list[Timed]]:
        """Join the works of a lane into chains, and gates to their ends."""
        own = [self.timed[e.ref] for e in lane.entries if e.ref in self.timed]
        own.sort(key=lambda work: (work.x0, work.x1, work.entry.ref))
        found = chains(own, self.lines, self.timed, self.said) if chained else [[work] for work in own]
        for chain in found:
            self.following.update({a.entry.ref: b.entry.ref for a, b in itertools.pairwise(chain)})
        tips = {}
        for entry in lane.entries:
            if entry.kind == "gate" and entry.glyph in _SIMPLE:
                x, r = gate_place(entry, self.axis)
                tips[entry.ref] = (entry, x - reach(entry.glyph, r)[0])
        self.gates.update(gate_ends(found, self.lines, tips, self._busy()))
        return found

    def _busy(self) -> set[str]:
        """Works whose row more than one dependency needs behind their end, or a wave."""
        count: dict[str, int] = {}
        for relation in self.lines:
            source, target = self.timed.get(relation.source), self.timed.get(relation.target)
            straight = relation.plain and source is not None and target is not None
            if not (straight and source and target and abs(source.x1 - target.x0) < SAME):
                count[relation.source] = count.get(relation.source, 0) + 1
        return {ref for ref, n in count.items() if n > 1} | set(self.waves)

    def settle(self) -> tuple[Making, tuple[Route, ...]]:
        """Return what the rows are made from, and the way of each dependency."""
        ends = {ref: self._ends(entry) for ref, entry in self.shown.items() if entry.kind != "undated"}
        rows = Rows(self.following, self.gates)
        self.routes = make_routes(self.lines, self.shown, ends, rows)
        left, right = needs_of(self.routes)
        making = Making(self.axis, self.said, self.connectors, self.waves, self.remarks, left, right)
        return making, self.routes

    def _ends(self, entry: Entry) -> Ends:
        if entry.ref in self.timed:
            work = self.timed[entry.ref]
            end = self.waves.get(entry.ref, work.x1)
            return Ends(work.x0, end, end + NODE)
        if entry.kind == "gate":
            x, r = gate_place(entry, self.axis)
            return Ends(x - r, x, x + reach(entry.glyph, r)[1] + 0.2)
        return Ends(*window_ends(entry, self.axis))

    def blocks(
        self, found: Sequence[Sequence[Timed]], making: Making, home: Mapping[str, int]
    ) -> list[Block]:
        """Return a lane's chains as blocks."""
        pulls = self._pulls(home)
        blocks = []
        for n, chain in enumerate(found):
            gate = self.gates.get(chain[-1].entry.ref)
            mark = None
            if gate is not None:
                taken = [
                    (one.right, one.up)
                    for work in chain
                    for one in [caption(self.said[work.entry.ref], work.x0, self.axis.left)]
                ]
                entry = self.shown[gate]
                mark = gate_on_row(entry, self.axis, taken, critical=is_critical(entry, self.words))
            pull = fsum(pulls.get(work.entry.ref, 0.0) for work in chain) / len(chain)
            blocks.append(chain_block(chain, mark, making, order=(1.0, chain[0].x0, n), pull=pull))
        return blocks

    def _pulls(self, home: Mapping[str, int]) -> dict[str, float]:
        """By work: lanes above it is linked to count below zero, lanes below over zero."""
        pulls: dict[str, float] = {}
        for route in self.routes:
            a, b = route.relation.source, route.relation.target
            way = (home[b] > home[a]) - (home[b] < home[a])
            weight = 3.0 if route.relation.critical else 1.0
            pulls[a] = pulls.get(a, 0.0) + way * weight
            pulls[b] = pulls.get(b, 0.0) - way * weight
        return pulls
