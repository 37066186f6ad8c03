"""Where an item lies on the axis: the glyph of its deadline, the window of a work."""

from collections.abc import Callable
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.link.system import Item
from carbonroad.scene import glyphs
from carbonroad.scene.scales import Axis
from carbonroad.scene.shapes import Line, Rect, Shape
from carbonroad.views.roadmap.frame import LEFT, RIGHT
from carbonroad.views.roadmap.subject import Subject

_INSIDE = 170.0
_FADE = 46.0

Draw = Callable[[float], list[Shape]]


class Glyph(NamedTuple):
    """A deadline's glyph: from `left` to `right`, drawn about a y. `roomy` bars take their label inside."""

    left: float
    right: float
    draw: Draw
    roomy: bool = False


def glyph_of(subject: Subject, axis: Axis, item: Item) -> Glyph | None:  # noqa: PLR0911  # one per kind
    """Return an item's glyph; None for an item without any date."""
    if subject.is_work(item):
        return _window(subject, axis, item)
    deadline = item.deadline
    kind = deadline.kind if deadline is not None else "not-stated"
    due = subject.facts.due[item.ref]
    latest = due.latest or item.latest
    r = 7.5 if subject.is_goal(item) else 5.5
    if kind == "conditional":
        day = due.latest or due.expected or due.first
        return None if day is None else _conditional(axis.end(day), r)
    if kind == "each" and deadline is not None and deadline.instances:
        xs = [axis.end(period.last) for period in deadline.instances]
        return Glyph(xs[0] - 5, xs[-1] + 5, lambda y: glyphs.each(xs, y, r))
    if kind == "from" and due.first is not None:
        begin = axis.begin(due.first)
        return Glyph(begin - 2, begin + 2 * r + 12, lambda y: glyphs.onward(begin, y, r))
    if latest is None:
        return None
    x = axis.end(latest)
    if kind == "around" and deadline is not None and deadline.centre is not None and due.first is not None:
        return _around(axis, due.first, deadline.centre, latest, r)
    if kind == "during" and due.first is not None:
        begin = axis.begin(due.first)
        return Glyph(begin, max(x, begin + 4) + 1.5, lambda y: glyphs.during(begin, max(x, begin + 4), y, r))
    if kind == "before":
        return Glyph(x - 2 * r - 3, x + 1.5, lambda y: glyphs.before(x, y, r))
    return Glyph(x - 2 * r - 2, x + 1.5, lambda y: glyphs.by(x, y, r))


def _conditional(x: float, r: float) -> Glyph:
    return Glyph(x - 2 * r - 2, x + 1.5, lambda y: glyphs.conditional(x, y, r))


def _around(axis: Axis, first: date, centre: date, latest: date, r: float) -> Glyph:
    middle = axis.begin(centre)
    left, right = min(axis.begin(first), middle - r), max(axis.end(latest), middle + r)
    return Glyph(left, right, lambda y: glyphs.around(middle, y, r, left, right))


def _window(subject: Subject, axis: Axis, item: Item) -> Glyph | None:
    """A work: a bar from its first to its last day; an open side fades."""
    activity = subject.facts.schedule.activities.get(item.ref)
    due = subject.facts.due[item.ref]
    first, last = due.first or item.earliest, due.latest or due.expected or item.latest
    if activity is not None and activity.early_finish is not None:
        first, last = activity.early_start or first, activity.early_finish
    if first is None and last is None:
        return None
    left = axis.begin(first) if first is not None else max(LEFT, axis.end(last or date.max) - _FADE)
    right = axis.end(last) if last is not None else min(RIGHT, left + _FADE)
    right = max(right, left + 3)
    progress = subject.standing(item).progress
    roomy = first is not None and last is not None and right - left >= _INSIDE
    height = 12.0

    def draw(y: float) -> list[Shape]:
        if first is None or last is None:
            bar: list[Shape] = glyphs.fading(left, right, y, height, strong_right=first is None)
            edge = right if first is None else left
            bar.append(Line(edge, y - height / 2 - 2, edge, y + height / 2 + 2, "stop thin"))
        else:
            bar = [Rect(left, y - height / 2, right - left, height, "window")]
        return bar + progress_bar(left, right, y + height / 2, progress)

    return Glyph(left, right, draw, roomy)


def progress_bar(left: float, right: float, y: float, progress: float | None) -> list[Shape]:
    """Return how much of a bar is done, along its lower edge."""
    if not progress:
        return []
    return [Rect(left, y - 2, (right - left) * min(progress, 100.0) / 100, 3, "progress")]
