"""Swimlanes: one per measure (per industry for the whole system), rows packed, counts at the right."""

from collections import Counter
from collections.abc import Iterable, Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.link.system import Item
from carbonroad.scene import glyphs
from carbonroad.scene.labels import break_words, labels, run_width
from carbonroad.scene.moved import moved
from carbonroad.scene.scales import Axis
from carbonroad.scene.shapes import Label, Line, Rect, Shape
from carbonroad.views.roadmap.frame import (
    LEADING,
    LEFT,
    RIGHT,
    SIDE,
    SIDE_WIDTH,
    SMALL,
    WIDTH,
    Band,
    heading,
)
from carbonroad.views.roadmap.gone import gone_bands
from carbonroad.views.roadmap.marks import Mark, mark_of, undated
from carbonroad.views.roadmap.pieces import Piece, below, in_pieces
from carbonroad.views.roadmap.stacks import Stack, stacks_of
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.shared.since import counted_moves
from carbonroad.views.shared.status_marks import STATUS_WORDS

_PADDING = 7.0
_LIMIT = 520.0
"""How high a lane's contents may be: with its heading's air it fits on any page."""


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
    for owner, items in rest.items():
        title = owner if items[0].parties.answering else subject.w("No owner stated")
        found.append(Lane(title, "", tuple(items)))
    return found


def _lane(subject: Subject, title: str, items: Sequence[Item]) -> Lane:
    owners = list(dict.fromkeys(subject.owners(item) for item in items))
    remark = ""
    if owners:
        more = len(owners) - 1
        remark = subject.w("{owner} and {n} more", owner=owners[0], n=more) if more else owners[0]
    return Lane(title, remark, tuple(items))


def lane_bands(subject: Subject, axis: Axis) -> list[Band]:
    """Return all lanes in order; one higher than a page is continued in further bands."""
    found = []
    for number, lane in enumerate(lanes_of(subject)):
        shade = "lane lane-odd" if number % 2 else "lane"
        pieces = _contents(subject, axis, lane.items)
        for n, piece in enumerate(pieces):
            front, height = _row(subject, lane, piece, first=n == 0)
            back: list[Shape] = [Rect(0, 0, WIDTH, height, shade)]
            if n == len(pieces) - 1:
                back.append(Line(0, height, WIDTH, height, "lane-line"))
            found.append(Band(tuple(back), tuple(front), height))
    return [*found, *gone_bands(subject, axis, len(lanes_of(subject)))]


def _row(subject: Subject, lane: Lane, piece: Piece, *, first: bool) -> tuple[list[Shape], float]:
    """A lane's heading, contents and counts; in what continues it the heading says so."""
    title = lane.title if first else subject.w("{name} (continued)", name=lane.title)
    head, head_bottom = heading(title, [lane.remark] if lane.remark and first else [], 4)
    side, side_bottom = counts(subject, lane.items, 4) if first else ([], 0.0)
    shapes = [*head, *side, *moved(piece.shapes, 0, _PADDING)]
    return shapes, max(head_bottom, side_bottom, piece.height + _PADDING) + _PADDING


def _contents(subject: Subject, axis: Axis, items: Iterable[Item]) -> list[Piece]:
    ordered = sorted(items, key=lambda item: _order(subject, item))
    drawable: list[Mark | Stack] = []
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
            drawable.append(mark)
    heaps, undatable = stacks_of(subject, axis, crowd)
    pieces = in_pieces([*drawable, *heaps], _LIMIT)
    rest: list[Mark | Stack] = [undatable] if undatable is not None else []
    rest += [undated(subject, item, LEFT + 72, RIGHT - LEFT - 80) for item in without]
    words = subject.w("No date:") if without else ""
    return below(pieces, rest, Label(LEFT + 8, 15.5, ((words, ""),), SMALL, "muted"), _LIMIT)


def _order(subject: Subject, item: Item) -> tuple[bool, int, int]:
    """Goals first, then long windows by their start, then by the latest day."""
    due = subject.facts.due[item.ref]
    first = due.first if subject.is_work(item) else None
    day = first or due.latest or due.expected or item.latest or due.first
    return not subject.is_goal(item), 0 if first is not None else 1, day.toordinal() if day is not None else 0


def counts(subject: Subject, items: Iterable[Item], top: float) -> tuple[list[Shape], float]:
    """Return how many items have which status, in marks and words, and where that ends."""
    number = Counter(subject.state(item) for item in items)
    shapes: list[Shape] = []
    x, y = SIDE, top + 16
    for status in STATUS_WORDS:
        if status not in number:
            continue
        words = f"{number[status]} {subject.status_words(status)}"
        wide = 18 + run_width(words, SMALL)
        if x > SIDE and x + wide > SIDE + SIDE_WIDTH:
            x, y = SIDE, y + LEADING + 1
        lines = break_words(words, SMALL, SIDE_WIDTH - 18)
        shapes += glyphs.status(status, x + 6, y - 4.5, 5.5)
        shapes += labels(x + 18, y, [((t, ""),) for t in lines], SMALL, leading=LEADING - 1)
        y += (LEADING - 1) * (len(lines) - 1)
        x += wide + 10
    if len(number) > 1:
        y += LEADING + 1
        words = subject.w("{n} items", n=number.total())
        shapes.append(Label(SIDE, y, ((words, ""),), SMALL, "muted"))
    since = subject.listing(counted_moves(subject, items)) if subject.options.against is not None else ""
    for line in break_words(since, SMALL, SIDE_WIDTH, "strong"):
        y += LEADING
        shapes.append(Label(SIDE, y, ((line, ""),), SMALL, "shift strong"))
    return shapes, y + 4
