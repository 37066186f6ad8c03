"""Lanes: who leads, in what order, and how blocks are packed into them without touching."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from carbonroad.link.system import System
from carbonroad.views.drawing.blocks import Block
from carbonroad.views.drawing.entries import Entry
from carbonroad.views.drawing.relations import Relation
from carbonroad.wording import Wording

GAP_X, GAP_Y = 2.0, 0.0
PAD = 0.6
"""Air at a lane's upper and lower edge."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane before it is packed."""

    name: str
    entries: tuple[Entry, ...]
    inferred: bool = False
    continued: bool = False


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
            weight[key] = weight.get(key, 0) + 1
    order = list(range(len(lanes)))
    best = _length(order, weight)
    for _ in range(8):
        place = {lane: n for n, lane in enumerate(order)}
        moved = sorted(order, key=lambda lane: (_barycentre(lane, place, weight), place[lane]))
        length = _length(moved, weight)
        if length >= best:
            break
        order, best = moved, length
    return [lanes[n] for n in order]


def _barycentre(lane: int, place: dict[int, int], weight: dict[tuple[int, int], int]) -> float:
    near = [(b if a == lane else a, n) for (a, b), n in weight.items() if lane in (a, b)]
    total = sum(n for _, n in near)
    return sum(place[other] * n for other, n in near) / total if total else place[lane]


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
        moved = tuple(
            (
                block,
                PAD + (y - block.up - PAD) * factor + block.up + (factor - 1) * (block.up + block.down) / 2,
            )
            for block, y in self.blocks
        )
        return replace(self, blocks=moved, height=self.height * factor)


def pack(lane: Lane, blocks: Sequence[Block], *, least: float) -> Packed:
    """Put each block at the highest place where nothing is in its way: first fit in packing order.

    What a block reserves is a rectangle, so blocks, their labels and connectors cannot collide.
    """
    placed: list[tuple[Block, float]] = []
    for block in sorted(blocks, key=lambda one: one.order):
        height = block.up + block.down
        inside = [
            (y - one.up, y + one.down)
            for one, y in placed
            if one.x0 - GAP_X < block.x1 and block.x0 < one.x1 + GAP_X
        ]
        top = PAD
        for begin, end in sorted(inside):
            if begin >= top + height - 1e-6:
                break
            top = max(top, end + GAP_Y)
        placed.append((block, top + block.up))
    lowest = max((y + block.down for block, y in placed), default=0.0)
    return Packed(lane, tuple(placed), max(least, lowest + PAD))
