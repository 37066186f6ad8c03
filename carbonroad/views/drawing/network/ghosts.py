"""Where a gate stood in the earlier version: a hollow diamond below its row and a dashed way to it."""

from dataclasses import dataclass

from carbonroad.scene.glyphs import diamond
from carbonroad.scene.shapes import Anchor, Group, Polyline, Shape, text
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.network.axis import Axis
from carbonroad.views.drawing.paper.sheet import RIGHT
from carbonroad.views.drawing.paper.text import measure

HEIGHT = 3.0
"""What a ghost takes below a gate."""
RADIUS, _SIZE = 1.05, 2.25
_GAP = 0.9


@dataclass(frozen=True, slots=True)
class Ghost:
    """An old place.

    Attributes:
        ref: The gate's qualified id.
        x: Middle of the hollow diamond.
        toward: Middle of the gate.
        words: How far it moved.
        left: What it must not reach over.
    """

    ref: str
    x: float
    toward: float
    words: str
    left: float

    @property
    def _wide(self) -> float:
        """From the diamond's middle to the far end of the words."""
        return RADIUS + _GAP + measure(self.words, _SIZE)

    @property
    def _side(self) -> int:
        """On which side of the diamond the words stand, -1 for left: away from the gate if there is room."""
        away = 1 if self.x > self.toward else -1
        far = self.x + away * self._wide
        return away if self.left + 0.4 <= far <= RIGHT - 0.6 else -away

    @property
    def extent(self) -> tuple[float, float]:
        """Left and right end, up to the gate's middle."""
        left, right = self.x - RADIUS - 0.2, self.x + RADIUS + 0.2
        words = self.x + self._side * (self._wide + 0.4)
        return min(left, words, self.toward - 0.2), max(right, words, self.toward + 0.2)

    def draw(self, y: float, gate: float, *, way: bool) -> list[Shape]:
        """Return it with its middle at `y`, below the gate's lower tip at `gate`.

        `way`: whether there is room between them for the dashed way.
        """
        side, toward = self._side, 1 if self.toward > self.x else -1
        anchor: Anchor = "end" if side < 0 else "start"
        words = text(self.x + side * (RADIUS + _GAP), y + 0.8, self.words, _SIZE, "second", anchor)
        shapes: list[Shape] = [hollow(self.x, y), words]
        edge = self.x + toward * (self._wide + _GAP if side == toward else RADIUS)
        if (self.toward - edge) * toward > 0.5:
            end = ((self.toward, gate),) if way else ()
            shapes.append(Polyline(((edge, y), (self.toward, y), *end), "ghost-way"))
        return [Group(tuple(shapes), "ghosted", self.ref)]


def hollow(x: float, y: float) -> Polyline:
    """Return the hollow diamond of an old place about a point."""
    return diamond(x, y, RADIUS, "ghost")


def make_ghost(entry: Entry, axis: Axis, middle: float) -> Ghost | None:
    """Return where a gate stood; None for one that did not move."""
    if entry.before is None or entry.kind != "gate":
        return None
    x = min(max(axis.end(entry.before) - 2 * RADIUS, axis.left + RADIUS), RIGHT - 2.0)
    return Ghost(entry.ref, x, middle, entry.shift, axis.left)
