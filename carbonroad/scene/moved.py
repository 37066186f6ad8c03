"""Shapes moved as a whole: what was laid out in one frame put into another."""

import re
from collections.abc import Iterable

from carbonroad.scene.shapes import Circle, Group, Label, Line, Path, Polyline, Rect, Shape

_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


def moved(shapes: Iterable[Shape], right: float, down: float) -> list[Shape]:
    """Return shapes moved right and down."""
    return [_moved(shape, right, down) for shape in shapes]


def _moved(shape: Shape, right: float, down: float) -> Shape:
    made: Shape
    match shape:
        case Group(shapes=shapes):
            inner = tuple([_moved(one, right, down) for one in shapes])
            made = Group(inner, shape.role, shape.item, shape.title, shape.href)
        case Label(x=x, y=y):
            made = Label(x + right, y + down, shape.runs, shape.size, shape.role, shape.anchor)
        case Rect(x=x, y=y):
            made = Rect(x + right, y + down, shape.width, shape.height, shape.role)
        case Circle(cx=x, cy=y):
            made = Circle(x + right, y + down, shape.r, shape.role)
        case Line():
            made = Line(shape.x1 + right, shape.y1 + down, shape.x2 + right, shape.y2 + down, shape.role)
        case Polyline(points=points):
            made = Polyline(tuple([(x + right, y + down) for x, y in points]), shape.role, shape.closed)
        case Path():
            made = Path(_moved_path(shape.d, right, down), shape.role)
    return made


def _moved_path(d: str, right: float, down: float) -> str:
    """Move the absolute commands; relative ones keep their distances."""

    def one(found: re.Match[str]) -> str:
        command, numbers = found.groups()
        by = {"H": (right, right), "V": (down, down)}.get(command, (right, down))
        if not command.isupper() or command == "Z":
            return found[0]
        values = [float(n) for n in _NUMBER.findall(numbers)]
        said = " ".join(f"{value + by[n % 2]:.2f}" for n, value in enumerate(values))
        return f"{command}{said}"

    return _COMMAND.sub(one, d)
