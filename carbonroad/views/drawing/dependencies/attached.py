"""The connectors of one item: first on its row, the others below it, left or right as there is room."""

from collections.abc import Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.scene.shapes import Shape
from carbonroad.views.drawing.dependencies.connectors import HEIGHT, PITCH, Connector, leader, pentagon
from carbonroad.views.drawing.paper.sheet import RIGHT

_GAP = 3.0


class Placed(NamedTuple):
    """A connector beside an item: how far its middle lies below the item's, which side, its left end."""

    connector: Connector
    dy: float
    side: str
    x: float


class Attached(NamedTuple):
    """Connectors with what they reserve."""

    placed: tuple[Placed, ...]
    x0: float
    x1: float
    down: float


def attach(
    connectors: Sequence[Connector],
    *,
    left: float,
    middle: float,
    right: float,
    label_down: float,
    row_free: bool,
    bound: float,
) -> Attached:
    """Place an item's connectors.

    Args:
        connectors: Incoming and outgoing.
        left: Left end of the item with its label.
        middle: The item's own middle, where lines from below enter.
        right: Where its row is free.
        label_down: How far the item reaches below its middle.
        row_free: Whether the row to its right may be used.
        bound: Left end of the network.
    """
    placed: list[Placed] = []
    levels = {"left": 0, "right": 0}
    x0, x1 = left, right
    for connector in connectors:
        fits_right = right + _GAP + connector.width <= RIGHT - 0.8
        fits_left = middle - _GAP - connector.width >= bound + 0.5
        side = "right" if (connector.out and fits_right) or not fits_left else "left"
        if side == "right" and connector.out and row_free and not levels["right"] and fits_right:
            placed.append(Placed(connector, 0.0, side, right + _GAP))
            x1 = max(x1, right + _GAP + connector.width)
            row_free = False
            continue
        levels[side] += 1
        dy = label_down + HEIGHT / 2 + 0.25 + (levels[side] - 1) * PITCH
        start = middle + _GAP if side == "right" else middle - _GAP - connector.width
        start = min(start, RIGHT - 0.8 - connector.width)
        placed.append(Placed(connector, dy, side, start))
        x0, x1 = min(x0, start), max(x1, start + connector.width)
    deepest = max((one.dy for one in placed if one.dy), default=0.0)
    down = max(label_down, deepest + HEIGHT / 2 + 0.2) if deepest else label_down
    return Attached(tuple(placed), x0, x1, down)


def attach_free(
    mine: Sequence[Connector],
    middle: float,
    label_down: float,
    taken: Sequence[tuple[float, float, float]],
    bound: float,
) -> Attached:
    """Place connectors at an event as high as those of the row's other events allow."""
    under = label_down
    while True:
        found = attach(
            mine, left=middle, middle=middle, right=middle, label_down=under, row_free=False, bound=bound
        )
        blocking = [down for a, b, down in taken if a < found.x1 + 1 and found.x0 < b + 1 and down > under]
        if not blocking:
            return found
        under = min(blocking)


def draw_attached(
    attached: Attached, y: float, *, middle: float, row_right: float, below: float
) -> list[Shape]:
    """Return pentagons and leaders of an item whose middle is at (middle, y); its lower tip is `below` it."""
    shapes: list[Shape] = []
    for connector, dy, side, x in attached.placed:
        if not dy:
            shapes += leader(((row_right, y), (x, y)), connector, "right")
            shapes += pentagon(x, y, connector, points="right")
            continue
        near = x if side == "right" else x + connector.width
        points = ((near, y + dy), (middle, y + dy), (middle, y + below))
        way = "right" if (side == "left") != connector.out else "left"
        shapes += leader(points, connector, "up")
        shapes += pentagon(x, y + dy, connector, points=way)
    return shapes
