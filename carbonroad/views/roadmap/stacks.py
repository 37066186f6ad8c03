"""Items of a whole system that are drawn without a label: status marks stacked at their latest day."""

from collections.abc import Callable, Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.link.system import Item
from carbonroad.scene import glyphs
from carbonroad.scene.labels import run_width
from carbonroad.scene.packing import Reservation
from carbonroad.scene.scales import Axis
from carbonroad.scene.shapes import Group, Label, Shape
from carbonroad.views.roadmap.frame import LEFT, SMALL
from carbonroad.views.roadmap.marks import item_group
from carbonroad.views.roadmap.subject import Subject

_ROWS, _CELL, _R = 4, 13.0, 4.8


class Stack(NamedTuple):
    """Items of one day: the room they need, and how they are drawn from a top y."""

    room: Reservation
    draw: Callable[[float], Group]


def stacks_of(subject: Subject, axis: Axis, items: Sequence[Item]) -> tuple[list[Stack], Stack | None]:
    """Return a stack per latest day, and one for the items without a date."""
    by_day: dict[float | None, list[Item]] = {}
    for item in items:
        due = subject.facts.due[item.ref]
        day = due.latest or due.expected or item.latest
        x = axis.end(day) if day is not None else axis.begin(due.first) if due.first is not None else None
        by_day.setdefault(x, []).append(item)
    dated = [_stack(subject, x, by_day[x]) for x in sorted(x for x in by_day if x is not None)]
    without = by_day.get(None)
    return dated, _undated(subject, without) if without else None


def _stack(subject: Subject, x: float, items: list[Item]) -> Stack:
    """Marks in columns of four that end at their day; the number stands before them."""
    columns = -(-len(items) // _ROWS)
    words = str(len(items))
    wide = columns * _CELL + run_width(words, SMALL, "strong") + 8
    left = x - wide if x - wide >= LEFT else x
    high = min(len(items), _ROWS) * _CELL + 4

    def draw(top: float) -> Group:
        number = [Label(left + 4, top + 13, ((words, ""),), SMALL, "strong")] if len(items) > 1 else []
        cells = _cells(subject, items, left + wide - columns * _CELL, top)
        return Group((*number, *cells), "stack")

    return Stack(Reservation(left, left + wide + 3, max(high, 18)), draw)


def _undated(subject: Subject, items: list[Item]) -> Stack:
    words = subject.w("No date: {n}", n=len(items))
    begin = LEFT + 14 + run_width(words, SMALL)
    a_row = int((1050 - begin) // _CELL)

    def draw(top: float) -> Group:
        marks = [
            item_group(
                subject,
                item,
                glyphs.status(
                    subject.state(item), begin + (n % a_row + 0.5) * _CELL, top + 9 + n // a_row * _CELL, _R
                ),
            )
            for n, item in enumerate(items)
        ]
        return Group((Label(LEFT + 8, top + 13, ((words, ""),), SMALL, "muted"), *marks), "stack")

    return Stack(Reservation(LEFT, 1050, 6 + _CELL * -(-len(items) // a_row)), draw)


def _cells(subject: Subject, items: list[Item], left: float, top: float) -> list[Shape]:
    return [
        item_group(
            subject,
            item,
            glyphs.status(
                subject.state(item),
                left + (n // _ROWS + 0.5) * _CELL,
                top + 9 + n % _ROWS * _CELL,
                _R,
            ),
        )
        for n, item in enumerate(items)
    ]
