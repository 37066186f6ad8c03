"""What a row of works is drawn from: waves of float, numbered events, connectors at events."""

from collections.abc import Sequence

from carbonroad.scene.shapes import Circle, Label, Path, Shape
from carbonroad.views.drawing.attached import Attached, attach
from carbonroad.views.drawing.connectors import Connector
from carbonroad.views.drawing.marks import NODE

_PITCH, _AMPLITUDE = 2.4, 1.15


def wave(x0: float, x1: float, y: float) -> Path:
    """Return the wavy line of free float."""
    count = max(1, round((x1 - x0) / _PITCH) * 2)
    half = (x1 - x0) / count
    parts = [
        f"q{half / 2:.3f} {-_AMPLITUDE if n % 2 == 0 else _AMPLITUDE:.2f} {half:.3f} 0" for n in range(count)
    ]
    return Path(f"M{x0:.2f} {y:.2f}" + "".join(parts), "float")


def event(x: float, y: float, number: int, *, critical: bool) -> list[Shape]:
    """Return an event: a circle with its number."""
    size = 2.5 if number < 100 else 2.1
    return [
        Circle(x, y, NODE, "event crit" if critical else "event"),
        Label(x, y + size * 0.36, ((str(number), ""),), size, "sign-in", "middle"),
    ]


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
