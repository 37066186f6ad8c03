"""Where an item stood in the earlier version: a hollow mark at its old place and an arrow to the new one."""

from collections.abc import Callable
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.compute.changes.drift import Was
from carbonroad.link.system import Item
from carbonroad.model.items import Work
from carbonroad.scene import glyphs
from carbonroad.scene.labels import run_width
from carbonroad.scene.scales import Axis
from carbonroad.scene.shapes import Group, Label, Line, Polyline, Rect, Shape
from carbonroad.views.roadmap.frame import LEFT, RIGHT, SMALL
from carbonroad.views.roadmap.places import Glyph
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.shared.since import Move, move_of, said_of

_R = 5.0
_FADE = 46.0
_TIP = 8.0
"""A shorter way than this needs no arrow."""

Draw = Callable[[float], list[Shape]]


class Ghost(NamedTuple):
    """An old place: from `left` to `right` with its arrow, drawn about a y.

    Attributes:
        said: What the label must say, because the arrow does not.
        earlier: Whether the item stands to the left of its old place now.
        height: Of the row of its own that it needs below the item; 0 where it stands in the item's row.
    """

    left: float
    right: float
    draw: Draw
    said: str
    earlier: bool = False
    height: float = 0.0


def ghost_of(subject: Subject, axis: Axis, item: Item, glyph: Glyph) -> Ghost | None:
    """Return where a drawn item stood; None for one that did not move."""
    move = move_of(subject, item)
    if move is None or move.how in ("value", "reworded"):
        return None
    said = said_of(subject, move)
    place = old_place(subject, axis, move.was)
    if place is None or not has_ghost(subject, item, move):
        if subject.is_work(item) and move.since is not None:
            said = subject.w("deadline {shift}", shift=said)  # its bar may stand elsewhere
        return Ghost(glyph.left, glyph.right, lambda _: [], said)  # the words alone
    if _is_bar(item) or _is_bar(move.was.item):
        return _below(item, glyph, place, move, said)
    return _beside(item, glyph, place, said)


class Place(NamedTuple):
    """An old mark: from `left` to `right`, drawn about a y. A bar's end is where its arrow begins."""

    left: float
    right: float
    draw: Draw


def old_place(subject: Subject, axis: Axis, was: Was) -> Place | None:
    """Return where an item stood: a hollow bar or diamond; None where it had no day."""
    first, latest = was.first, was.latest
    if _is_bar(was.item) and (first is not None or latest is not None):
        left = axis.begin(first) if first is not None else axis.end(latest or date.max) - _FADE
        right = axis.end(latest) if latest is not None else left + _FADE
        left, right = max(LEFT, min(left, right - 4)), max(min(RIGHT, right), left + 4)
        return Place(left, right, lambda y: [Rect(left, y - 3.5, right - left, 7, "ghost")])
    day = latest or first
    if day is None:
        return None
    x = axis.end(day)
    r = _R + 2 if subject.is_goal(was.item) else _R
    middle = x + r if latest is None else x - r - 1.5
    return Place(middle - r, middle + r, lambda y: [glyphs.diamond(middle, y, r, "ghost")])


def _kind(item: Item) -> str:
    return item.deadline.kind if item.deadline is not None else ""


def _is_bar(item: Item) -> bool:
    return isinstance(item.written, Work) or _kind(item) == "during"


def has_ghost(subject: Subject, item: Item, move: Move) -> bool:
    """Return whether a move is drawn: a day has become another, and neither recurs.

    A work with a deadline that is drawn on its computed days says in words how its deadline moved.
    """
    if move.how not in ("later", "earlier", "begins") or "each" in (_kind(item), _kind(move.was.item)):
        return False
    computed = subject.is_work(item) and item.ref in subject.facts.schedule.activities
    return item.deadline is None or not computed


def _beside(item: Item, glyph: Glyph, place: Place, said: str) -> Ghost:
    """In the item's own row: from the old mark's edge to the glyph's."""
    earlier = place.left > glyph.left
    begin, end = (place.left, glyph.right + 2) if earlier else (place.right, glyph.left - 2)
    gap = begin - end if earlier else end - begin
    on_arrow = gap >= run_width(said, SMALL, "strong") + 26

    def draw(y: float) -> list[Shape]:
        shapes = place.draw(y)
        if gap >= _TIP:
            shapes += _arrow(begin, end, y, said if on_arrow else "")
        return [Group(tuple(shapes), "ghosted", item.ref)]

    left, right = min(place.left, glyph.left), max(place.right, glyph.right)
    return Ghost(left, right, draw, "" if on_arrow else said, earlier)


def _below(item: Item, glyph: Glyph, place: Place, move: Move, said: str) -> Ghost:
    """In a row below the item's own, because bars lie over one another."""
    begin, end = place.right, glyph.right
    if move.how == "begins":
        begin, end = place.left, glyph.left
    left, right = min(place.left, glyph.left, begin, end), max(place.right, glyph.right, begin, end)
    wide = run_width(said, SMALL, "strong")
    at_right = right + 7 + wide <= RIGHT + 16

    def draw(y: float) -> list[Shape]:
        shapes = place.draw(y)
        if abs(end - begin) >= _TIP:
            shapes += _arrow(begin, end, y, "")
        if said:
            x = right + 7 if at_right else left - 7
            shapes.append(
                Label(x, y + 4.5, ((said, ""),), SMALL, "shift strong", "start" if at_right else "end")
            )
        return [Group(tuple(shapes), "ghosted", item.ref)]

    room = wide + 12 if said else 3
    return Ghost(
        left - (0 if at_right else room),
        right + (room if at_right else 0),
        draw,
        "",
        end < begin,
        15.0,
    )


def _arrow(begin: float, end: float, y: float, words: str) -> list[Shape]:
    """A thin arrow; words in the middle interrupt its line."""
    back = -4.5 if end > begin else 4.5
    head = Polyline(((end + back, y - 3), (end, y), (end + back, y + 3)), "ghost-line")
    if not words:
        return [Line(begin, y, end, y, "ghost-line"), head]
    middle, half = (begin + end) / 2, (run_width(words, SMALL, "strong") + 8) / 2
    half = -half if end < begin else half
    return [
        Line(begin, y, middle - half, y, "ghost-line"),
        Line(middle + half, y, end, y, "ghost-line"),
        head,
        Label(middle, y + 4.5, ((words, ""),), SMALL, "shift strong", "middle"),
    ]
