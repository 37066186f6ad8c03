"""Bounding boxes of shapes; those of texts by the width model."""

from collections.abc import Iterable, Iterator

from carbonroad.base.record import NamedTuple
from carbonroad.scene.labels import runs_width
from carbonroad.scene.shapes import Circle, Group, Label, Polyline, Rect, Shape


class Box(NamedTuple):
    """A bounding box."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box", tolerance: float = 0.5) -> bool:
        """Whether two boxes share more than a seam."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > tolerance and down > tolerance

    def touches(self, other: "Box", margin: float) -> bool:
        """Whether two boxes come nearer than a margin; below zero, whether they share more than that."""
        return (
            self.left < other.right + margin
            and other.left < self.right + margin
            and self.top < other.bottom + margin
            and other.top < self.bottom + margin
        )

    def within(self, frame: "Box") -> bool:
        """Whether a box lies in another."""
        return (
            self.left >= frame.left
            and self.right <= frame.right
            and self.top >= frame.top
            and self.bottom <= frame.bottom
        )


def flat(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """Yield all shapes, those of groups too, in the order they are drawn."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield from flat(shape.shapes)
        else:
            yield shape


def label_box(label: Label) -> Box:
    """Return where a label stands."""
    width = runs_width(label.runs, label.size, label.role)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return Box(left, label.y - 0.8 * label.size, left + width, label.y + 0.2 * label.size)


def circle_box(circle: Circle) -> Box:
    """Return where a circle stands."""
    return Box(circle.cx - circle.r, circle.cy - circle.r, circle.cx + circle.r, circle.cy + circle.r)


def rect_box(rect: Rect) -> Box:
    """Return where a rectangle stands."""
    return Box(rect.x, rect.y, rect.x + rect.width, rect.y + rect.height)


def polyline_box(polyline: Polyline) -> Box:
    """Return where the points of a polyline stand."""
    xs, ys = [x for x, _ in polyline.points], [y for _, y in polyline.points]
    return Box(min(xs), min(ys), max(xs), max(ys))
