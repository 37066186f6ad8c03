"""Deadlines as glyphs: one for each kind, alone in a legend or at its place on a strip."""

from datetime import date
from functools import cache

from carbonroad.compute.due import Due
from carbonroad.link.system import Item
from carbonroad.scene import glyphs
from carbonroad.scene.scales import Axis
from carbonroad.scene.shapes import Group, Scene, Shape

_R = 5.0


@cache
def kind_scene(kind: str) -> Scene:
    """Return the glyph of a deadline's kind, for a legend."""
    x, y = 24.0, 11.0
    shapes: list[Shape]
    match kind:
        case "by":
            shapes = glyphs.by(x, y, _R)
        case "before":
            shapes = glyphs.before(x, y, _R)
        case "around":
            shapes = glyphs.around(x, y, _R, 4, 44)
        case "during":
            shapes = glyphs.during(6, 42, y, _R)
        case "from":
            shapes = glyphs.onward(10, y, _R)
        case "each":
            shapes = glyphs.each([8, 20, 32, 44], y, _R)
        case "conditional":
            shapes = glyphs.conditional(x + _R, y, _R)
        case "none":
            shapes = glyphs.rule(x, y, _R)
        case _:
            shapes = glyphs.not_stated(x, y, _R)
    role = "tone-condition" if kind == "conditional" else "tone-plan"
    return Scene(50, 22, "px", kind, "", (Group(tuple(shapes), role),), "kind-box")


def strip_glyph(item: Item, due: Due, axis: Axis, y: float, tone: str) -> Group | None:
    """Return an item's glyph at its place on a time axis; None for what has no day."""
    deadline = item.deadline
    kind = deadline.kind if deadline is not None else ("during" if due.first is not None else "by")
    shapes: list[Shape] | None = None
    if kind == "each" and deadline is not None and deadline.instances:
        shapes = glyphs.each([axis.end(period.last) for period in deadline.instances], y, _R)
    elif kind == "conditional":
        day = due.latest or due.expected
        shapes = glyphs.conditional(axis.end(day), y, _R) if day is not None else None
    elif kind == "from" and due.first is not None:
        shapes = glyphs.onward(min(axis.begin(due.first), axis.right - 24), y, _R)
    elif due.latest is not None:
        shapes = _ending(kind, due.first, due.latest, axis, y)
    return None if shapes is None else Group(tuple(shapes), tone)


def _ending(kind: str, first: date | None, latest: date, axis: Axis, y: float) -> list[Shape]:
    end = axis.end(latest)
    if kind in ("during", "around") and first is not None:
        begin = min(axis.begin(first), end - 4)
        if kind == "around":
            return glyphs.around((begin + end) / 2, y, _R, begin, end)
        return glyphs.during(begin, end, y, _R)
    return glyphs.before(end, y, _R) if kind == "before" else glyphs.by(end, y, _R)
