"""A scene checks itself: texts over texts and shapes outside the canvas, by the width model."""

from collections.abc import Iterable, Iterator

from carbonroad.base.record import NamedTuple
from carbonroad.scene.labels import runs_width
from carbonroad.scene.shapes import Circle, Group, Label, Line, Path, Polyline, Rect, Scene, Shape


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


def box_of(shape: Shape) -> Box | None:
    """Return where a shape stands; None for a group or a path, whose commands are not read here."""
    match shape:
        case Label():
            return label_box(shape)
        case Line(x1=x1, y1=y1, x2=x2, y2=y2):
            return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        case Rect(x=x, y=y, width=width, height=height):
            return Box(x, y, x + width, y + height)
        case Circle(cx=cx, cy=cy, r=r):
            return Box(cx - r, cy - r, cx + r, cy + r)
        case Polyline(points=points):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            return Box(min(xs), min(ys), max(xs), max(ys))
        case Path() | Group():
            return None


def overlapping(scene: Scene) -> list[tuple[str, str]]:
    """Return the pairs of texts that stand over one another."""
    boxes = sorted(
        ((label_box(s), s.text) for s in flat(scene.shapes) if isinstance(s, Label)), key=lambda b: b[0]
    )
    found = []
    open_boxes: list[tuple[Box, str]] = []
    for box, text in boxes:
        open_boxes = [(other, words) for other, words in open_boxes if other.right > box.left]
        found += [(words, text) for other, words in open_boxes if other.overlaps(box)]
        open_boxes.append((box, text))
    return found


def outside(scene: Scene) -> list[Shape]:
    """Return the shapes that leave the canvas."""
    found = []
    for shape in flat(scene.shapes):
        box = box_of(shape)
        if box is not None and (
            box.left < -0.01
            or box.top < -0.01
            or box.right > scene.width + 0.01
            or box.bottom > scene.height + 0.01
        ):
            found.append(shape)
    return found
