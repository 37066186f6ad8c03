"""Lanes on several sheets: whole lanes as long as they fit, a lane taller than a sheet in pieces."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import fsum

from carbonroad.base.record import NamedTuple
from carbonroad.views.drawing.network.lanes import PAD, Lane, Packed
from carbonroad.views.drawing.network.plan import Plan


class Piece(NamedTuple):
    """A lane or a part of it, and what it takes of a sheet."""

    lane: Lane
    load: float


def pieces_of(plan: Plan, room: float, load: Callable[[Lane, float], float]) -> list[Piece]:
    """Return the lanes, those taller than the room in parts; `load` says what a lane of a height takes."""
    return [
        Piece(piece, load(piece, height)) for packed in plan.lanes for piece, height in _pieces(packed, room)
    ]


def even_groups(pieces: Sequence[Piece], count: int) -> list[list[Lane]]:
    """Return the pieces in no more than so many groups, the fullest of them as small as can be."""
    low = max((piece.load for piece in pieces), default=0.0)
    high = fsum(piece.load for piece in pieces)
    while high - low > 0.5:
        middle = (low + high) / 2
        if len(_groups(pieces, middle)) <= count:
            high = middle
        else:
            low = middle
    return _groups(pieces, high + 1e-6)


def fewest(pieces: Sequence[Piece], room: float) -> int:
    """Return how many groups there are at least, none above the room."""
    return len(_groups(pieces, room))


def _groups(pieces: Sequence[Piece], limit: float) -> list[list[Lane]]:
    groups: list[list[Lane]] = []
    used = 0.0
    for lane, load in pieces:
        if not groups or used + load > limit + 1e-6:
            groups.append([])
            used = 0.0
        groups[-1].append(lane)
        used += load
    return groups


def halve(plan: Plan) -> list[list[Lane]]:
    """Return a sheet's lanes as two sheets' lanes."""
    if len(plan.lanes) == 1:
        return [[lane] for lane, _ in _pieces(plan.lanes[0], plan.lanes[0].height * 0.75)]
    half, used = plan.height / 2, 0.0
    first: list[Lane] = []
    for packed in plan.lanes[:-1]:
        if first and used + packed.height / 2 > half:
            break
        first.append(packed.lane)
        used += packed.height
    return [first, [packed.lane for packed in plan.lanes[len(first) :]]]


def _pieces(packed: Packed, room: float) -> list[tuple[Lane, float]]:
    """A lane, or its parts from top to bottom with an even share of what has no date."""
    if packed.height <= room:
        return [(packed.lane, packed.height)]
    place = {ref: y + block.down for block, y in packed.blocks for ref in block.refs}
    chain = {ref: block.refs for block, _ in packed.blocks for ref in block.refs}
    dated = sorted((e for e in packed.lane.entries if e.ref in place), key=lambda e: place[e.ref])
    undated = [e for e in packed.lane.entries if e.ref not in place]
    count = max(2, int(packed.height / (room - 2 * PAD)) + 1)
    share = -(-len(undated) // count)
    tall = max((y for y in place.values()), default=packed.height)
    pieces = []
    taken: set[str] = set()
    for n in range(count):
        mine = []
        for entry in dated:
            if entry.ref not in taken and place[entry.ref] <= tall * (n + 1) / count + 1e-6:
                mine += [other for other in dated if other.ref in chain[entry.ref] and other.ref not in taken]
                taken.update(chain[entry.ref])
        chosen = {e.ref for e in (*mine, *undated[n * share : (n + 1) * share])}
        entries = tuple(e for e in packed.lane.entries if e.ref in chosen)
        if entries:
            pieces.append(
                (replace(packed.lane, entries=entries, continued=n > 0), min(room, packed.height / count))
            )
    return pieces
