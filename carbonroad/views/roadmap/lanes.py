"""Swimlanes: one per measure (per industry for the whole system), rows packed, counts at the right."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from carbonroad.link.system import Item
from carbonroad.scene import glyphs
from carbonroad.scene.labels import break_words, labels
from carbonroad.scene.packing import Reservation, height, pack
from carbonroad.scene.scales import Axis
from carbonroad.scene.shapes import Group, Label, Line, Rect, Shape
from carbonroad.views.roadmap.frame import (
    HEAD_WIDTH,
    LEADING,
    LEFT,
    RIGHT,
    SIDE,
    SIDE_WIDTH,
    SMALL,
    WIDTH,
    Panel,
    heading,
)
from carbonroad.views.roadmap.marks import Mark, mark_of, undated
from carbonroad.views.roadmap.stacks import stacks_of
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.status_marks import STATUS_WORDS

_PADDING = 7.0


class Lane(NamedTuple):
    """A lane: its heading, what stands under it, its items."""

    title: str
    remark: str
    items: tuple[Item, ...]


def lanes_of(subject: Subject, *, complete: bool = False) -> list[Lane]:
    """Return the lanes in order: measures as in the file, then owners of items that join none.

    Targets that a milestone stands for are left to their strips, unless `complete`.
    """
    listed = [item for item in subject.items if item.listed or complete]
    if subject.part_shown is None:
        return [
            _lane(subject, subject.part(part), [i for i in listed if i.part == part.id])
            for part in subject.system.parts
        ]
    found = []
    for measure in subject.part_shown.measures:
        names = (measure.id, f"{subject.part_shown.id}.{measure.id}")
        joined = [item for item in listed if item.measure in names]
        if joined:
            found.append(_lane(subject, subject.text(measure.title), joined))
    known = {item.ref for lane in found for item in lane.items}
    rest: dict[str, list[Item]] = {}
    for item in listed:
        if item.ref not in known:
            rest.setdefault(subject.owners(item), []).append(item)
    found += [Lane(owner, "", tuple(items)) for owner, items in rest.items()]
    return found


def _lane(subject: Subject, title: str, items: Sequence[Item]) -> Lane:
    owners = list(dict.fromkeys(subject.owners(item) for item in items))
    remark = ""
    if owners:
        more = len(owners) - 1
        remark = subject.w("{owner} and {n} more", owner=owners[0], n=more) if more else owners[0]
    return Lane(title, remark, tuple(items))


def lanes_panel(subject: Subject, axis: Axis, top: float) -> Panel:
    """Return all lanes under one another."""
    back: list[Shape] = []
    front: list[Shape] = []
    y = top
    for number, lane in enumerate(lanes_of(subject)):
        shapes, bottom = _draw(subject, axis, lane, y)
        back.append(Rect(0, y, WIDTH, bottom - y, "lane lane-odd" if number % 2 else "lane"))
        back.append(Line(0, bottom, WIDTH, bottom, "lane-line"))
        front += shapes
        y = bottom
    return Panel(tuple(back), tuple(front), y)


def _draw(subject: Subject, axis: Axis, lane: Lane, top: float) -> tuple[list[Shape], float]:
    head, head_bottom = heading(lane.title, [lane.remark] if lane.remark else [], top + 4)
    side, side_bottom = counts(subject, lane.items, top + 4)
    shapes, bottom = _contents(subject, axis, lane.items, top + _PADDING)
    return [*head, *side, *shapes], max(head_bottom, side_bottom, bottom) + _PADDING


def _contents(subject: Subject, axis: Axis, items: Iterable[Item], top: float) -> tuple[list[Shape], float]:
    ordered = sorted(items, key=lambda item: _order(subject, item))
    drawable: list[tuple[Reservation, Callable[[float], Group]]] = []
    without: list[Item] = []
    crowd: list[Item] = []
    for item in ordered:
        if subject.part_shown is None and not subject.is_goal(item):
            crowd.append(item)
            continue
        mark = mark_of(subject, axis, item)
        if mark is None:
            without.append(item)
        else:
            drawable.append((mark.room, mark.draw))
    heaps, undatable = stacks_of(subject, axis, crowd)
    drawable += [(heap.room, heap.draw) for heap in heaps]
    rooms = [room for room, _ in drawable]
    tops = pack(rooms)
    shapes: list[Shape] = [draw(top + y) for (_, draw), y in zip(drawable, tops, strict=True)]
    bottom = top + height(rooms, tops)
    if undatable is not None:
        shapes.append(undatable.draw(bottom))
        bottom += undatable.room.height
    return _list(subject, without, shapes, bottom)


def _order(subject: Subject, item: Item) -> tuple[bool, int, int]:
    """Goals first, then long windows by their start, then by the latest day."""
    due = subject.facts.due[item.ref]
    day = due.latest or due.expected or item.latest or due.first
    first = due.first if subject.is_work(item) else None
    return (
        not subject.is_goal(item),
        0 if first is not None else 1,
        (first or day).toordinal() if (first or day) is not None else 0,  # type: ignore[union-attr]
    )


def _list(
    subject: Subject, items: Sequence[Item], shapes: list[Shape], top: float
) -> tuple[list[Shape], float]:
    """Add the items without a date under the others."""
    if not items:
        return shapes, top
    words = subject.w("No date:")
    shapes.append(Label(LEFT + 8, top + 15.5, ((words, ""),), SMALL, "muted"))
    marks: list[Mark] = [undated(subject, item, LEFT + 72, RIGHT - LEFT - 80) for item in items]
    for mark in marks:
        shapes.append(mark.draw(top))
        top += mark.room.height
    return shapes, top


def counts(subject: Subject, items: Iterable[Item], top: float) -> tuple[list[Shape], float]:
    """Return how many items have which status, in marks and words, and where that ends."""
    number: dict[str, int] = {}
    total = 0
    for item in items:
        status = subject.status(item)
        number[status] = number.get(status, 0) + 1
        total += 1
    shapes: list[Shape] = []
    y = top + 16
    for status in STATUS_WORDS:
        if status not in number:
            continue
        lines = break_words(f"{number[status]} {subject.status_words(status)}", SMALL, SIDE_WIDTH - 18)
        shapes += glyphs.status(status, SIDE + 6, y - 4.5, 5.5)
        shapes += labels(SIDE + 18, y, [((t, ""),) for t in lines], SMALL, leading=LEADING - 1)
        y += (LEADING - 1) * len(lines) + 2
    words = subject.w("1 item") if total == 1 else subject.w("{n} items", n=total)
    shapes.append(Label(SIDE, y, ((words, ""),), SMALL, "muted"))
    return shapes, y + 4


__all__ = ["HEAD_WIDTH", "Lane", "counts", "lanes_of", "lanes_panel"]
