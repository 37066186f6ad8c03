"""Lanes on several sheets: whole lanes as long as they fit, a lane taller than a sheet in pieces."""

from dataclasses import replace

from carbonroad.views.drawing.lanes import PAD, Lane, Packed
from carbonroad.views.drawing.plan import Plan


def split_lanes(plan: Plan, room: float) -> list[list[Lane]]:
    """Return lane groups, each no taller than the room, in the order of the lanes."""
    groups: list[list[Lane]] = [[]]
    used = 0.0
    for packed in plan.lanes:
        for piece, height in _pieces(packed, room):
            if groups[-1] and used + height > room:
                groups.append([])
                used = 0.0
            groups[-1].append(piece)
            used += height
    return [group for group in groups if group]


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
