"""What must never be in a scene: texts over texts and shapes outside the canvas, by the width model."""

from carbonroad.scene.boxes import Box, circle_box, flat, label_box, polyline_box, rect_box
from carbonroad.scene.shapes import Circle, Group, Label, Line, Path, Polyline, Rect, Scene, Shape


def box_of(shape: Shape) -> Box | None:
    """Return where a shape stands; None for a group or a path, whose commands are not read here."""
    match shape:
        case Label():
            return label_box(shape)
        case Line(x1=x1, y1=y1, x2=x2, y2=y2):
            return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        case Rect():
            return rect_box(shape)
        case Circle():
            return circle_box(shape)
        case Polyline():
            return polyline_box(shape)
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
