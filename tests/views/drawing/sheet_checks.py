"""What must never be on a sheet: texts over one another, over a work or a mark, or outside."""

from collections.abc import Iterator
from typing import NamedTuple

from carbonroad.base.texts.textwidth import width
from carbonroad.scene.boxes import flat
from carbonroad.scene.shapes import Circle, Label, Line, Polyline, Rect, Scene, Shape

LEFT, TOP, RIGHT, BOTTOM = 20.0, 10.0, 410.0, 287.0
_MARKS = {"paper", "border", "frame", "centring", "trimming", "zone"}


class Box(NamedTuple):
    """Left, upper, right, lower edge."""

    x0: float
    y0: float
    x1: float
    y1: float

    def over(self, other: "Box") -> tuple[float, float]:
        """How far two boxes lie over one another across and down."""
        return min(self.x1, other.x1) - max(self.x0, other.x0), min(self.y1, other.y1) - max(
            self.y0, other.y0
        )


def text_box(label: Label) -> Box:
    """Where a label stands."""
    roles = label.role.split()
    wide = sum(
        width(words, label.size, bold="b" in (*roles, *role.split()) or "ser" in roles, serif="ser" in roles)
        for words, role in label.runs
    )
    left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return Box(left, label.y - 0.78 * label.size, left + wide, label.y + 0.2 * label.size)


def texts(scene: Scene) -> list[tuple[Label, Box]]:
    """Every label with its box, from left to right."""
    found = [(s, text_box(s)) for s in flat(scene.shapes) if isinstance(s, Label) and s.text.strip()]
    return sorted(found, key=lambda pair: pair[1].x0)


def faults(scene: Scene) -> list[str]:
    """Return what is wrong on a sheet, in words."""
    return [*_texts_over_texts(scene), *_texts_over_works(scene), *_texts_over_marks(scene), *_outside(scene)]


def _texts_over_texts(scene: Scene) -> Iterator[str]:
    boxes = texts(scene)
    for n, (label, box) in enumerate(boxes):
        for other, its in boxes[n + 1 :]:
            if its.x0 > box.x1:
                break
            across, down = box.over(its)
            if across > 0.3 and down > 0.32 * min(label.size, other.size):
                yield f"“{label.text}” over “{other.text}” at {label.x:.0f},{label.y:.0f}"


def _texts_over_works(scene: Scene) -> Iterator[str]:
    works = [
        s
        for s in flat(scene.shapes)
        if isinstance(s, Line) and s.role.split()[:1] == ["work"] and s.y1 == s.y2
    ]
    for label, box in texts(scene):
        for line in works:
            across, _ = box.over(Box(min(line.x1, line.x2), line.y1, max(line.x1, line.x2), line.y1))
            if across > 0.3 and box.y0 + 0.2 < line.y1 < box.y1 - 0.2 and label.role != "sign-in":
                yield f"“{label.text}” over a work at {label.x:.0f},{label.y:.0f}"


def _marks(scene: Scene) -> Iterator[tuple[str, Box]]:
    for shape in flat(scene.shapes):
        if isinstance(shape, Circle) and shape.r >= 1:
            yield (
                shape.role,
                Box(shape.cx - shape.r, shape.cy - shape.r, shape.cx + shape.r, shape.cy + shape.r),
            )
        if isinstance(shape, Polyline) and shape.closed and shape.role.split()[0] in ("gate", "flag"):
            xs, ys = [x for x, _ in shape.points], [y for _, y in shape.points]
            yield shape.role, Box(min(xs), min(ys), max(xs), max(ys))


def _texts_over_marks(scene: Scene) -> Iterator[str]:
    """Texts over events, gates and pentagons, but for a number in its event and words in their pentagon."""
    marks = list(_marks(scene))
    for label, box in texts(scene):
        for role, its in marks:
            across, down = box.over(its)
            inside = (
                its.x0 - 0.1 <= box.x0
                and box.x1 <= its.x1 + 0.1
                and its.y0 - 0.6 <= box.y0
                and box.y1 <= its.y1 + 0.6
            )
            if across > 0.3 and down > 0.32 * label.size and not inside and label.role != "sign-in":
                yield f"“{label.text}” over a mark ({role}) at {label.x:.0f},{label.y:.0f}"
    for n, (one, box) in enumerate(marks):
        for other, its in marks[n + 1 :]:
            across, down = box.over(its)
            if across > 0.4 and down > 0.4 and box != its and "hollow" not in one + other:
                yield f"a mark ({one}) over another ({other}) at {box.x0:.0f},{box.y0:.0f}"


def _outside(scene: Scene) -> Iterator[str]:
    for shape in flat(scene.shapes):
        if set(getattr(shape, "role", "").split()) & _MARKS:
            continue
        box = _outline(shape)
        if box and (
            box.x0 < LEFT - 0.1 or box.x1 > RIGHT + 0.1 or box.y0 < TOP - 0.1 or box.y1 > BOTTOM + 0.1
        ):
            yield f"outside the frame: {shape}"


def _outline(shape: Shape) -> Box | None:
    match shape:
        case Label():
            return text_box(shape)
        case Circle(cx=x, cy=y, r=r):
            return Box(x - r, y - r, x + r, y + r)
        case Polyline(points=points):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            return Box(min(xs), min(ys), max(xs), max(ys))
        case Rect(x=x, y=y, width=wide, height=tall):
            return Box(x, y, x + wide, y + tall)
        case Line(x1=x1, y1=y1, x2=x2, y2=y2):
            return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        case _:
            return None
