"""One sheet's network before it is drawn: columns, lanes packed with blocks, dependencies sorted by form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from carbonroad.base.graph import transitive_reduction
from carbonroad.compute.facts import Facts
from carbonroad.views.drawing.axis import Axis, build_axis, phase_of
from carbonroad.views.drawing.blocks import Block
from carbonroad.views.drawing.chains import Timed, chains, timed_works
from carbonroad.views.drawing.connectors import Connector, make_connectors
from carbonroad.views.drawing.entries import Entry
from carbonroad.views.drawing.gates import gate_block
from carbonroad.views.drawing.lanes import PAD, Lane, Packed, pack
from carbonroad.views.drawing.marks import NODE
from carbonroad.views.drawing.network import chain_block
from carbonroad.views.drawing.reach import Reach, Tracks
from carbonroad.views.drawing.relations import Ends, Relation, sort_ends
from carbonroad.views.drawing.text import break_lines, longest_word
from carbonroad.views.drawing.windows import undated_height, window_block
from carbonroad.views.words import Words
from carbonroad.wording import Wording

LANE_SIZES = (3.2, 3.0, 2.8, 2.6)
LANE_COUNT = 2.25
LANE_ROOM = 22.0
UNDATED_GAP = 0.9


@dataclass(frozen=True, slots=True)
class Plan:
    """What a sheet's network will hold.

    Attributes:
        axis: The columns.
        lanes: Packed lanes.
        entries: The items on the sheet.
        ends: The dependencies by form.
        reduced: Dependencies that follow from others and are not drawn.
        chains: Chains of timed works.
    """

    axis: Axis
    lanes: tuple[Packed, ...]
    entries: tuple[Entry, ...]
    ends: Ends
    reduced: tuple[Relation, ...]
    chains: tuple[tuple[Timed, ...], ...]

    @property
    def height(self) -> float:
        """Least height of the lanes."""
        return sum(lane.height for lane in self.lanes)


def make_plan(
    words: Words,
    part: str,
    lanes: Sequence[Lane],
    relations: Sequence[Relation],
    sheets: Mapping[str, int],
    *,
    chained: bool = True,
) -> Plan:
    """Return the plan of a sheet that holds these lanes.

    Args:
        words: The roadmap, spoken.
        part: Whose drawing it is.
        lanes: The sheet's lanes.
        relations: The dependencies of their items.
        sheets: Where items of other sheets stand.
        chained: Whether works that follow each other share a row; without it every work has its own.
    """
    system, facts, w = words.system, words.facts, words.w
    entries = tuple(entry for lane in lanes for entry in lane.entries)
    dated = frozenset(e.ref for e in entries if e.kind != "undated")
    undated = frozenset(e.ref for e in entries if e.kind == "undated")
    ends = sort_ends(relations, dated, undated)
    lines, reduced = _reduce(ends.lines, {e.ref for e in entries if e.kind == "timed"})
    ends = Ends(lines, ends.outgoing, ends.incoming, ends.noted)
    connectors = {
        e.ref: (
            *make_connectors(system, part, ends.incoming.get(e.ref, ()), sheets, w, out=False),
            *make_connectors(system, part, ends.outgoing.get(e.ref, ()), sheets, w, out=True),
        )
        for e in entries
    }
    tracks = Tracks(entries, ends.lines, w)
    first, last, _ = phase_of(system)
    early_room = tracks.room_at(first - timedelta(days=1)) if first > date.min else 0.0
    late_room = max((tracks.room_at(day) for day in tracks.by_day if day > last), default=0.0)
    if any(e.kind == "timed" for e in entries):
        late_room = max(late_room, 3 * NODE + 2.6)
    late_width = _late_width(entries, connectors, last, tracks.room_at(last))
    axis = build_axis(system, entries, early_room=early_room, late_room=late_room, late_width=late_width)
    works = [timed_works(lane.entries, facts, axis) for lane in lanes]
    spans = {one.entry.ref: (one.x0, one.x1) for found in works for one in found}
    all_chains: list[tuple[Timed, ...]] = []
    packed = []
    for lane, own in zip(lanes, works, strict=True):
        found = chains(own, ends.lines, spans) if chained else [[work] for work in own]
        all_chains += [tuple(chain) for chain in found]
        reach = Reach(axis, ends.lines, tracks, connectors, spans)
        blocks = _blocks(lane, axis, facts, reach, connectors, found, w)
        packed.append(pack(lane, blocks, least=lane_least(lane, axis, w)))
    return Plan(axis, tuple(packed), entries, ends, reduced, tuple(all_chains))


def _reduce(lines: Sequence[Relation], timed: set[str]) -> tuple[tuple[Relation, ...], tuple[Relation, ...]]:
    """Leave out plain dependencies between timed works that a longer way implies."""
    plain = [
        r
        for r in lines
        if r.source in timed and r.target in timed and r.link.type == "FS" and r.link.lag is None
    ]
    refs = sorted({ref for r in plain for ref in (r.source, r.target)})
    number = {ref: n for n, ref in enumerate(refs)}
    successors: list[list[int]] = [[] for _ in refs]
    for r in plain:
        successors[number[r.source]].append(number[r.target])
    kept = [set(targets) for targets in transitive_reduction(successors)]
    left_out = tuple(r for r in plain if number[r.target] not in kept[number[r.source]])
    return tuple(r for r in lines if r not in left_out), left_out


def _late_width(
    entries: Sequence[Entry], connectors: Mapping[str, Sequence[Connector]], last: date, room: float
) -> float:
    """What stands right of the phase: connectors and tracks of its last day."""
    at_end = [
        c.width + 6.5
        for e in entries
        if e.latest is not None and e.latest >= last
        for c in connectors[e.ref]
        if c.out
    ]
    return max([room, *(wide + room for wide in at_end)])


def lane_least(lane: Lane, axis: Axis, w: Wording) -> float:
    """Return the least height of a lane: its name, and its items without a date."""
    names, size = lane_name(lane)
    header = len(names) * size * 1.22 + 5.6
    boxes = [e for e in lane.entries if e.kind == "undated"]
    if axis.undated is None or not boxes:
        return header
    width = axis.undated.x1 - axis.undated.x0 - 2
    return max(header, sum(undated_height(e, width, w) + UNDATED_GAP for e in boxes) + 2 * PAD)


def lane_name(lane: Lane) -> tuple[tuple[str, ...], float]:
    """Return the lines of a lane's name and their size: smaller only for a word that would be broken."""
    words = lane.name + ("\u00a0†" if lane.inferred else "")
    size = next((size for size in LANE_SIZES if longest_word(words, size) <= LANE_ROOM), LANE_SIZES[-1])
    return break_lines(words, size, LANE_ROOM, True), size


def _blocks(
    lane: Lane,
    axis: Axis,
    facts: Facts,
    reach: Reach,
    connectors: Mapping[str, Sequence[Connector]],
    found: Sequence[Sequence[Timed]],
    w: Wording,
) -> list[Block]:
    blocks = []
    for n, entry in enumerate(lane.entries):
        mine = connectors[entry.ref]
        reserve, free = reach.right(entry), reach.free(entry)
        if entry.kind == "window":
            order: tuple[float, ...] = (0.0, float((entry.first or entry.latest or date.min).toordinal()), n)
            blocks.append(window_block(entry, axis, mine, w, reserve=reserve, row_free=free, order=order))
        elif entry.kind == "gate":
            activity = facts.schedule.activities.get(entry.ref)
            critical = activity is not None and activity.critical
            order = (2.0, *reach.order(entry), n)
            blocks.append(
                gate_block(entry, axis, mine, critical=critical, reserve=reserve, row_free=free, order=order)
            )
    linked = {r.source for r in reach.lines} | {
        ref for ref, cs in connectors.items() if any(c.out for c in cs)
    }
    for n, chain in enumerate(found):
        last = chain[-1]
        waves: dict[str, float] = {}
        spare = last.activity.free_float_days or 0
        if last.entry.ref not in linked and spare > 0 and last.activity.late_finish is not None:
            waves[last.entry.ref] = max(axis.end(last.activity.late_finish), last.x1 + 2 * NODE)
        span = reach.of_chain(chain)
        blocks.append(
            chain_block(chain, connectors, waves, w, axis, reserve=span, order=(1.0, chain[0].x0, n))
        )
    return blocks
