"""One item as drawn: its glyph, its status mark, its label, and the room they need together."""

from collections.abc import Callable
from dataclasses import replace

from carbonroad.base.record import NamedTuple
from carbonroad.link.system import Item
from carbonroad.scene import glyphs
from carbonroad.scene.labels import Run, break_runs, labels, runs_width
from carbonroad.scene.packing import Reservation
from carbonroad.scene.scales import Axis
from carbonroad.scene.shapes import Anchor, Group, Rect, Shape
from carbonroad.views.roadmap.frame import LEADING, LEFT, RIGHT, TEXT
from carbonroad.views.roadmap.ghosts import Ghost, ghost_of
from carbonroad.views.roadmap.places import Glyph, glyph_of, progress_bar
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.shared.since import old_value, said_since

_STATUS = 22.0
"""From a glyph's edge over its status mark to its label."""

_WIDTHS = tuple(float(w) for w in range(180, 381, 20))


class Mark(NamedTuple):
    """A labelled item: the room it needs, and how it is drawn from a top y."""

    item: Item
    room: Reservation
    draw: Callable[[float], Group]


def runs_of(subject: Subject, item: Item) -> list[Run]:
    """Return an item's label: its title, a target's value, and its status where that needs saying."""
    look = "strong" if subject.is_goal(item) else ""
    status = subject.state(item)
    if status in ("superseded", "dropped"):
        look = "struck"
    runs: list[Run] = [(subject.text(item.title), look)]
    value = subject.value(item)
    before = old_value(subject, item)
    if before:
        runs += [(" ", look), (before, "struck whole")]
    if value:
        runs += [(" ", look), (value, "struck" if look == "struck" else "strong whole")]
    if status not in ("planned", "unreported", "on-track"):
        runs += [(" ", look), (f"· {subject.status_words(status)}", f"said said-{status} whole")]
    return runs


def mark_of(subject: Subject, axis: Axis, item: Item) -> Mark | None:
    """Return an item with its label and the room it needs; None without any date."""
    glyph = glyph_of(subject, axis, item)
    if glyph is None:
        return None
    ghost = ghost_of(subject, axis, item, glyph)
    runs = runs_of(subject, item)
    if ghost is None:
        return _placed(subject, item, glyph, runs, (True, False))
    if ghost.said:
        runs += [(" ", ""), (ghost.said, "shift strong whole")]
    if ghost.height:
        return _over(_placed(subject, item, glyph, runs, (True, False)), ghost)
    both = _with(glyph, ghost)
    return _placed(subject, item, both, runs, (False, True) if ghost.earlier else (True, False))


def _with(glyph: Glyph, ghost: Ghost) -> Glyph:
    """A glyph and its old place in one row."""
    return Glyph(ghost.left, ghost.right, lambda y: [*ghost.draw(y), *glyph.draw(y)], glyph.roomy)


def _over(mark: Mark, ghost: Ghost) -> Mark:
    """A mark with its old place in a row below it."""
    room = mark.room

    def draw(top: float) -> Group:
        group = mark.draw(top)
        old = ghost.draw(top + room.height + ghost.height / 2 - 4)
        return replace(group, shapes=(*group.shapes, *old))

    left, right = min(room.left, ghost.left - 3), max(room.right, ghost.right + 3)
    return Mark(mark.item, Reservation(left, right, room.height + ghost.height), draw)


def _placed(subject: Subject, item: Item, glyph: Glyph, runs: list[Run], sides: tuple[bool, bool]) -> Mark:
    """A glyph with its label: inside, at the first of the sides (right: True) that has room, or below."""
    if glyph.roomy:
        lines = _compact(runs, glyph.right - glyph.left - 30)
        if len(lines) <= 3:
            return _inside(subject, item, glyph, lines)
    lines = _compact(runs, _WIDTHS[-1])
    wide = max(runs_width(line, TEXT) for line in lines)
    rooms = {right: _room(glyph, right=right) for right in sides}
    for right, room in rooms.items():
        if wide <= room:
            return _beside(subject, item, glyph, lines, right=right)
    right = rooms[True] >= rooms[False]
    if rooms[right] >= _WIDTHS[0]:
        return _beside(subject, item, glyph, _compact(runs, rooms[right]), right=right)
    return _below(subject, item, glyph, runs)


def _room(glyph: Glyph, *, right: bool) -> float:
    """How wide a label can be beside a glyph."""
    return (RIGHT + 12 - glyph.right if right else glyph.left - LEFT + 12) - _STATUS


def _compact(runs: list[Run], most: float) -> list[tuple[Run, ...]]:
    """The label in as few lines as `most` allows, and then as narrow as these allow."""
    best = break_runs(runs, TEXT, most)
    for limit in _WIDTHS:
        lines = break_runs(runs, TEXT, limit)
        if limit <= most and len(lines) == len(best):
            return lines
    return best


def _beside(subject: Subject, item: Item, glyph: Glyph, lines: list[tuple[Run, ...]], *, right: bool) -> Mark:
    """The label at the glyph's right or left, its first line level with the glyph."""
    wide = max(runs_width(line, TEXT) for line in lines)
    high = LEADING * len(lines) + 8
    edge = glyph.right + _STATUS if right else glyph.left - _STATUS
    anchor: Anchor = "start" if right else "end"

    def draw(top: float) -> Group:
        y = top + 11
        status = subject.state(item)
        wing = 2.5 if status == "reached-early" else 0.0
        x = edge - 12 + wing if right else edge + 12 + wing
        mark = glyphs.status(status, x, y, 5.5)
        return _group(subject, item, glyph.draw(y), mark, lines, (edge, y + 4.5), anchor)

    left, until = (glyph.left, edge + wide) if right else (edge - wide, glyph.right)
    return Mark(item, Reservation(left - 5, until + 9, high), draw)


def _inside(subject: Subject, item: Item, glyph: Glyph, lines: list[tuple[Run, ...]]) -> Mark:
    """The label within its bar, which is as high as the label."""
    high = LEADING * len(lines) + 6

    def draw(top: float) -> Group:
        bar: list[Shape] = [Rect(glyph.left, top + 2, glyph.right - glyph.left, high, "window")]
        bar += progress_bar(glyph.left, glyph.right, top + 2 + high, subject.standing(item).progress)
        mark = glyphs.status(subject.state(item), glyph.left + 11, top + 12.5, 5.5)
        return _group(subject, item, bar, mark, lines, (glyph.left + 22, top + 17), "start")

    return Mark(item, Reservation(glyph.left - 3, glyph.right + 3, high + 7), draw)


def _below(subject: Subject, item: Item, glyph: Glyph, runs: list[Run]) -> Mark:
    """The label under a glyph that has no room at either side."""
    lines = break_runs(runs, TEXT, _WIDTHS[-1])
    wide = max(runs_width(line, TEXT) for line in lines) + _STATUS - 6
    left = max(LEFT, min(glyph.left, RIGHT - wide))
    high = LEADING * len(lines) + 26

    def draw(top: float) -> Group:
        mark = glyphs.status(subject.state(item), left + 6, top + 30, 5.5)
        at = (left + _STATUS - 6, top + 34.5)
        return _group(subject, item, glyph.draw(top + 11), mark, lines, at, "start")

    room = Reservation(min(left, glyph.left) - 5, max(left + wide, glyph.right) + 9, high)
    return Mark(item, room, draw)


def _group(  # the parts of a mark
    subject: Subject,
    item: Item,
    glyph: list[Shape],
    mark: list[Shape],
    lines: list[tuple[Run, ...]],
    at: tuple[float, float],
    anchor: Anchor,
) -> Group:
    words = labels(at[0], at[1], lines, TEXT, leading=LEADING, role="item-label", anchor=anchor)
    return item_group(subject, item, [*glyph, *mark, *words])


def item_group(subject: Subject, item: Item, shapes: list[Shape]) -> Group:
    """Return shapes as the group that stands for an item, with what a pointer or a screen reader is told."""
    deadline = subject.deadline(item)
    status = subject.status_words(subject.state(item))
    title = " · ".join(filter(None, (subject.name(item), deadline, status, said_since(subject, item))))
    role = f"item {subject.tone(item)}{' goal' if subject.is_goal(item) else ''}"
    return Group(tuple(shapes), role, item.ref, title, subject.row_of(item))


def undated(subject: Subject, item: Item, x: float, limit: float) -> Mark:
    """Return an item without a date: its glyph and label from `x` on, in a list of its own."""
    runs = runs_of(subject, item)
    since = said_since(subject, item)
    if since:
        runs += [(" ", ""), (since, "shift strong")]
    lines = break_runs(runs, TEXT, limit - 40)
    rule = item.deadline is not None and item.deadline.kind == "none"
    wide = max(runs_width(line, TEXT) for line in lines)

    def draw(top: float) -> Group:
        y = top + 11
        form = glyphs.rule if rule else glyphs.not_stated
        if item.deadline is not None and item.deadline.kind == "conditional":
            sign: list[Shape] = glyphs.conditional(x + 13, y, 5.5)
        else:
            sign = form(x + 8, y, 5)
        mark = glyphs.status(subject.state(item), x + 27, y, 5.5)
        return _group(subject, item, sign, mark, lines, (x + 38, y + 4.5), "start")

    return Mark(item, Reservation(x, x + 38 + wide + 10, LEADING * len(lines) + 8), draw)
