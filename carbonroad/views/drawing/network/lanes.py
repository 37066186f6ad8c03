"""Lanes: who leads, in what order, and how blocks are packed into them without touching."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import fsum

from carbonroad.link.system import System
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.items.relations import Relation
from carbonroad.views.drawing.network.axis import Phase
from carbonroad.views.drawing.network.blocks import Block
from carbonroad.wording import Wording

GAP_X = 2.0
PAD = 0.6
"""Air at a lane's upper and lower edge."""
_CRITICAL = 3
"""A critical dependency counts as so many others where lanes are put in order."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane before it is packed; `phase` is what its sheet shows to scale, None for what the options say."""

    name: str
    entries: tuple[Entry, ...]
    inferred: bool = False
    continued: bool = False
    phase: Phase | None = None


def make_lanes(
    system: System, part: str, entries: Sequence[Entry], relations: Sequence[Relation], w: Wording
) -> list[Lane]:
    """Return the lanes: lead bodies if there are two or more, else measures, else one."""
    names = _grouped(entries, [entry.lane for entry in entries])
    if len(names) < 2:
        names = _grouped(entries, [_measure_of(system, part, entry, w) for entry in entries])
    lanes = [
        Lane(name, tuple(found), all(e.inferred for e in found) and any(e.lead for e in found))
        for name, found in names.items()
    ]
    return _ordered(lanes, relations)


def _grouped(entries: Sequence[Entry], names: Sequence[str]) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for entry, name in zip(entries, names, strict=True):
        groups.setdefault(name, []).append(entry)
    return groups


def _measure_of(system: System, part: str, entry: Entry, w: Wording) -> str:
    measure = system.measures.get(f"{part}.{entry.item.measure}") if entry.item.measure else None
    if measure is None:
        return entry.lane if entry.lead else w("no body named")
    return measure.title.pick(w.tag, system.languages)


def _ordered(lanes: list[Lane], relations: Sequence[Relation]) -> list[Lane]:
    """In the file's order, but a lane moves beside those it is linked to while crossings get fewer."""
    home = {entry.ref: n for n, lane in enumerate(lanes) for entry in lane.entries}
    weight: dict[tuple[int, int], int] = {}
    for relation in relations:
        a, b = home.get(relation.source), home.get(relation.target)
        if a is not None and b is not None and a != b:
            key = (min(a, b), max(a, b))
            weight[key] = weight.get(key, 0) + (_CRITICAL if relation.critical else 1)
    near: dict[int, list[tuple[int, int]]] = {}
    for (a, b), n in weight.items():
        near.setdefault(a, []).append((b, n))
        near.setdefault(b, []).append((a, n))
    order = list(range(len(lanes)))
    best = _length(order, weight)
    for _ in range(8):
        place = {lane: n for n, lane in enumerate(order)}
        moved = sorted(order, key=lambda lane: (_barycentre(lane, place, near), place[lane]))
        length = _length(moved, weight)
        if length >= best:
            break
        order, best = moved, length
    return [lanes[n] for n in order]


def _barycentre(lane: int, place: dict[int, int], near: dict[int, list[tuple[int, int]]]) -> float:
    total = sum(n for _, n in near.get(lane, ()))
    return sum(place[other] * n for other, n in near[lane]) / total if total else place[lane]


def _length(order: list[int], weight: dict[tuple[int, int], int]) -> int:
    place = {lane: n for n, lane in enumerate(order)}
    return sum(abs(place[a] - place[b]) * n for (a, b), n in weight.items())


@dataclass(frozen=True, slots=True)
class Packed:
    """A lane with its blocks in place: y of each block's middle, from the lane's upper edge."""

    lane: Lane
    blocks: tuple[tuple[Block, float], ...]
    height: float

    def stretched(self, factor: float) -> "Packed":
        """Return the lane with all distances between blocks grown; order and clearances are kept."""
        if factor <= 1.0:
            return self
        moved = tuple((block, y * factor) for block, y in self.blocks)
        return replace(self, blocks=moved, height=self.height * factor)


def pack(lane: Lane, blocks: Sequence[Block], *, least: float) -> Packed:
    """Put each block at the highest place where nothing is in its way: first fit in packing order.

    What a block reserves is a rectangle, so blocks, their labels and connectors cannot collide. Blocks
    that lie on rows are put on as few as hold them, each row as one.
    """
    placed: list[tuple[Block, float]] = []
    ordered = sorted(blocks, key=lambda one: one.order)
    first = next((n for n, block in enumerate(ordered) if block.row), len(ordered))
    for block in ordered[:first]:
        placed.append((block, _highest([block], placed)))
    for row in _rows([block for block in ordered if block.row]):
        y = _highest(row, placed)
        placed += [(block, y) for block in row]
    for block in ordered[first:]:
        if not block.row:
            placed.append((block, _highest([block], placed)))
    lowest = max((y + block.down for block, y in placed), default=0.0)
    return Packed(lane, tuple(placed), max(least, lowest + PAD))


def _rows(blocks: Sequence[Block]) -> list[list[Block]]:
    """Interval partitioning: each block goes to the row that ends nearest before it, else to a new one.

    Rows whose dependencies lead to lanes above come first.
    """
    rows: list[list[Block]] = []
    for block in sorted(blocks, key=lambda one: (one.x0, one.order)):
        free = [row for row in rows if row[-1].x1 + GAP_X <= block.x0]
        if free:
            max(free, key=lambda row: row[-1].x1).append(block)
        else:
            rows.append([block])
    return sorted(rows, key=lambda row: round(fsum(block.pull for block in row) / len(row), 3))


def _highest(row: Sequence[Block], placed: Sequence[tuple[Block, float]]) -> float:
    """The least height of a row's middle at which its blocks touch nothing that is placed."""
    y = PAD + max(block.up for block in row)
    near = [
        (block.up, block.down, at - one.up, at + one.down)
        for block in row
        for one, at in placed
        if one.x0 - GAP_X < block.x1 and block.x0 < one.x1 + GAP_X
    ]
    for up, down, top, bottom in sorted(near, key=lambda box: box[2]):
        if y + down > top + 1e-6 and y - up < bottom - 1e-6:
            y = bottom + up
    while any(y + down > top + 1e-6 and y - up < bottom - 1e-6 for up, down, top, bottom in near):
        y = max(
            bottom + up for up, down, top, bottom in near if y + down > top + 1e-6 and y - up < bottom - 1e-6
        )
    return y
