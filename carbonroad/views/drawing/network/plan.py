"""One sheet's network before it is drawn: columns, lanes packed with blocks, dependencies sorted by form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import fsum

from carbonroad.base.graph import transitive_reduction
from carbonroad.views.drawing.dependencies.connectors import Connector, Elsewhere, make_connectors
from carbonroad.views.drawing.dependencies.routes import Route
from carbonroad.views.drawing.dependencies.tracks import Tracks
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.items.relations import Ends, Relation, sort_ends
from carbonroad.views.drawing.network.axis import Axis, build_axis, phase_of
from carbonroad.views.drawing.network.blocks import Block
from carbonroad.views.drawing.network.chains import Timed, timed_works
from carbonroad.views.drawing.network.gates import gate_block, make_gate
from carbonroad.views.drawing.network.lanes import PAD, Lane, Packed, pack
from carbonroad.views.drawing.network.reach import Reach
from carbonroad.views.drawing.network.rowing import Rowing, is_critical
from carbonroad.views.drawing.network.windows import undated_height, window_block
from carbonroad.views.drawing.paper.marks import NODE
from carbonroad.views.drawing.paper.text import break_lines, longest_word
from carbonroad.views.shared.words import Words
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
        routes: The ways of the dependencies that are drawn as lines.
        gates: By a chain's last work: the gate that ends its row.
    """

    axis: Axis
    lanes: tuple[Packed, ...]
    entries: tuple[Entry, ...]
    ends: Ends
    reduced: tuple[Relation, ...]
    chains: tuple[tuple[Timed, ...], ...]
    routes: tuple[Route, ...] = ()
    gates: Mapping[str, str] = field(default_factory=dict)

    @property
    def height(self) -> float:
        """Least height of the lanes."""
        return fsum(lane.height for lane in self.lanes)


def make_plan(
    words: Words,
    part: str,
    lanes: Sequence[Lane],
    relations: Sequence[Relation],
    elsewhere: Elsewhere,
    *,
    chained: bool = True,
) -> Plan:
    """Return the plan of a sheet that holds these lanes.

    Args:
        words: The roadmap, spoken.
        part: Whose drawing it is.
        lanes: The sheet's lanes; they all show the same phase.
        relations: The dependencies of their items.
        elsewhere: What connectors must know of other sheets.
        chained: Whether works that follow each other share a row; without it every work has its own.
    """
    entries = tuple(entry for lane in lanes for entry in lane.entries)
    ends, reduced = _sorted_ends(entries, relations)
    connectors = _connectors(words, part, entries, ends, elsewhere)
    shown = {e.ref: e for e in entries}
    tracks = Tracks(shown, ends.lines, words.w)
    axis = _axis(words, lanes, entries, connectors, tracks)
    works = timed_works(entries, ends.lines, words.facts, axis)
    rows = Rowing(words, axis, shown, works, ends.lines, connectors)
    joined = [rows.of_lane(lane, chained=chained) for lane in lanes]
    making, routes = rows.settle()
    reach = Reach(axis, routes, tracks, connectors)
    packed = []
    for lane, own in zip(lanes, joined, strict=True):
        rest = [e for e in lane.entries if e.kind in ("window", "gate") and e.ref not in rows.on_rows]
        blocks = [
            *_blocks(rest, axis, words, reach, connectors),
            *rows.blocks(own, making, lane_number(lanes)),
        ]
        packed.append(pack(lane, blocks, least=lane_least(lane, axis, words.w)))
    chains = tuple(tuple(chain) for own in joined for chain in own)
    return Plan(axis, tuple(packed), entries, ends, reduced, chains, routes, dict(rows.gates))


def lane_number(lanes: Sequence[Lane]) -> dict[str, int]:
    """Return the number of each item's lane, from the top."""
    return {entry.ref: n for n, lane in enumerate(lanes) for entry in lane.entries}


def _sorted_ends(
    entries: Sequence[Entry], relations: Sequence[Relation]
) -> tuple[Ends, tuple[Relation, ...]]:
    dated = frozenset(e.ref for e in entries if e.kind != "undated")
    undated = frozenset(e.ref for e in entries if e.kind == "undated")
    ends = sort_ends(relations, dated, undated)
    lines, reduced = _reduce(ends.lines, {e.ref for e in entries if e.kind == "timed"})
    return Ends(lines, ends.outgoing, ends.incoming, ends.noted), reduced


def _connectors(
    words: Words, part: str, entries: Sequence[Entry], ends: Ends, elsewhere: Elsewhere
) -> dict[str, tuple[Connector, ...]]:
    system, w = words.system, words.w
    return {
        e.ref: (
            *make_connectors(system, part, ends.incoming.get(e.ref, ()), elsewhere, w, out=False),
            *make_connectors(system, part, ends.outgoing.get(e.ref, ()), elsewhere, w, out=True),
        )
        for e in entries
    }


def _axis(
    words: Words,
    lanes: Sequence[Lane],
    entries: Sequence[Entry],
    connectors: Mapping[str, Sequence[Connector]],
    tracks: Tracks,
) -> Axis:
    phase = next((lane.phase for lane in lanes if lane.phase is not None), None)
    phase = phase or phase_of(words.system, words.options.phase)
    first, last, _ = phase
    early_room = tracks.room_at(first - timedelta(days=1)) if first > date.min else 0.0
    late_room = max((tracks.room_at(day) for day in tracks.by_day if day > last), default=0.0)
    timed = any(e.kind == "timed" for e in entries)
    if timed:
        late_room = max(late_room, 3 * NODE + 2.6)
    late_width = _late_width(entries, connectors, last, tracks.room_at(last))
    return build_axis(
        words.system, phase, entries, early_room=early_room, late_room=late_room, late_width=late_width
    )


def _reduce(lines: Sequence[Relation], timed: set[str]) -> tuple[tuple[Relation, ...], tuple[Relation, ...]]:
    """Leave out plain dependencies between timed works that a longer way implies."""
    plain = [r for r in lines if r.source in timed and r.target in timed and r.plain]
    refs = sorted({ref for r in plain for ref in (r.source, r.target)})
    number = {ref: n for n, ref in enumerate(refs)}
    successors: list[list[int]] = [[] for _ in refs]
    for r in plain:
        successors[number[r.source]].append(number[r.target])
    kept = [set(targets) for targets in transitive_reduction(successors)]
    left_out = tuple(r for r in plain if number[r.target] not in kept[number[r.source]])
    gone = {r.index for r in left_out}
    return tuple(r for r in lines if r.index not in gone), left_out


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
    return max(header, fsum(undated_height(e, width, w) + UNDATED_GAP for e in boxes) + 2 * PAD)


def lane_name(lane: Lane) -> tuple[tuple[str, ...], float]:
    """Return the lines of a lane's name and their size: smaller only for a word that would be broken."""
    words = lane.name + ("\u00a0†" if lane.inferred else "")
    size = next((size for size in LANE_SIZES if longest_word(words, size) <= LANE_ROOM), LANE_SIZES[-1])
    return break_lines(words, size, LANE_ROOM, True), size


def _blocks(
    entries: Sequence[Entry],
    axis: Axis,
    words: Words,
    reach: Reach,
    connectors: Mapping[str, Sequence[Connector]],
) -> list[Block]:
    """The blocks of windows and of gates with a place of their own."""
    blocks = []
    for n, entry in enumerate(entries):
        mine = connectors[entry.ref]
        reserve, free = reach.right(entry), reach.free(entry)
        if entry.kind == "window":
            day = entry.first or entry.latest or date.min
            order: tuple[float, ...] = (0.0, float(day.toordinal()), n)
            blocks.append(
                window_block(entry, axis, mine, words.w, reserve=reserve, row_free=free, order=order)
            )
        else:
            gate = make_gate(entry, axis, critical=is_critical(entry, words))
            order = (2.0, *reach.order(entry), n)
            blocks.append(gate_block(gate, axis, mine, reserve=reserve, row_free=free, order=order))
    return blocks
