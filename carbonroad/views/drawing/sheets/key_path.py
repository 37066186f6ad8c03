"""The critical path or controlling order on a key plan: between the rows of marks, through none of them."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from carbonroad.base.record import NamedTuple
from carbonroad.scene.shapes import Polyline, Shape
from carbonroad.views.drawing.paper.marks import head

_MARK = 1.5


class MarkSpot(NamedTuple):
    """Where a mark stands: its middle, the free edge left of its cell's marks, half its row's height."""

    x: float
    y: float
    gutter: float
    half: float


def draw_path(path: Sequence[str], spots: Mapping[str, MarkSpot], *, critical: bool) -> list[Shape]:
    """Return the lines between the items that follow one another on a path."""
    shapes: list[Shape] = []
    for first, then in pairwise(path):
        if first in spots and then in spots:
            shapes += _step(spots[first], spots[then], "work crit" if critical else "link controlling")
    return shapes


def _step(a: MarkSpot, b: MarkSpot, role: str) -> list[Shape]:
    """Out between two rows, along the free edge of the target's cell, back between two rows."""
    down = 1 if b.y >= a.y else -1
    leave, enter = a.y + down * a.half, b.y - down * b.half
    points = ((a.x, a.y), (a.x, leave), (b.gutter, leave), (b.gutter, enter), (b.x, enter), (b.x, b.y))
    tip = "crit" if role.endswith("crit") else ""
    return [Polyline(points, role), head(b.x, b.y - down * _MARK, "down" if down > 0 else "up", tip, 1.1)]
