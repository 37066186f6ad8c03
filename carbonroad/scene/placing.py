"""Labels beside points: the first free of several places, remembered so that the next one keeps off."""

from collections.abc import Sequence
from itertools import pairwise

from carbonroad.scene.boxes import Box, label_box
from carbonroad.scene.labels import Run
from carbonroad.scene.shapes import Anchor, Label

Place = tuple[float, float, Anchor]
"""How far from the point, right and down to the baseline, and which end of the text stands there."""

BESIDE: tuple[Place, ...] = (
    (7, -5, "start"),
    (-7, -5, "end"),
    (0, -8, "middle"),
    (7, 14, "start"),
    (-7, 14, "end"),
    (0, 17, "middle"),
    (9, 4, "start"),
    (-9, 4, "end"),
)


class Placer:
    """Finds room for labels within a frame."""

    __slots__ = ("_frame", "_taken")

    def __init__(self, frame: Box) -> None:
        self._frame = frame
        self._taken: list[Box] = []

    def take(self, box: Box) -> None:
        """Keep labels off a box."""
        self._taken.append(box)

    def keep_off(self, points: Sequence[tuple[float, float]]) -> None:
        """Keep labels off a line through points, a few units of it at a time."""
        for (x1, y1), (x2, y2) in pairwise(points):
            steps = max(1, int(max(abs(x2 - x1), abs(y2 - y1)) / 8))
            for n in range(steps):
                left, right = sorted((x1 + (x2 - x1) * n / steps, x1 + (x2 - x1) * (n + 1) / steps))
                top, bottom = sorted((y1 + (y2 - y1) * n / steps, y1 + (y2 - y1) * (n + 1) / steps))
                self._taken.append(Box(left - 0.5, top - 1, right + 0.5, bottom + 1))

    def place(  # the point, the text and its look
        self,
        x: float,
        y: float,
        runs: Sequence[Run],
        size: float,
        role: str,
        places: Sequence[Place] = BESIDE,
    ) -> Label | None:
        """Return the label at the first free place beside the point, None if there is none."""
        for right, down, anchor in places:
            label = Label(x + right, y + down, tuple(runs), size, role, anchor)
            box = label_box(label)
            grown = Box(box.left - 2, box.top, box.right + 2, box.bottom)
            if box.within(self._frame) and not any(grown.overlaps(other, 0.2) for other in self._taken):
                self._taken.append(box)
                return label
        return None
