"""What is said of the links that enter an event: their type and lag, beside the event they enter."""

from collections.abc import Mapping, Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.scene.shapes import Label, text
from carbonroad.views.drawing.dependencies.connectors import type_and_lag
from carbonroad.views.drawing.dependencies.ports import entered_event
from carbonroad.views.drawing.items.relations import Relation
from carbonroad.views.drawing.network.axis import Axis
from carbonroad.views.drawing.network.chains import Timed
from carbonroad.views.drawing.paper.marks import NODE
from carbonroad.views.drawing.paper.sheet import RIGHT
from carbonroad.views.drawing.paper.text import measure
from carbonroad.wording import Wording

SIZE = 2.3
PITCH = 2.7
_GAP, _RISE = 0.8, 1.0
_NAME_ROOM = 60.0
"""A work that begins closer to the frame may have its name left of its start."""


class Remark(NamedTuple):
    """Words left of a start event, or right of an end event."""

    words: str
    at_start: bool

    def extent(self, x: float) -> tuple[float, float]:
        """Return the left and right end at an event's place."""
        wide = measure(self.words, SIZE, True) + NODE + _GAP + 0.5
        return (x - wide, x) if self.at_start else (x, x + wide)


def draw_remark(remark: Remark, x: float, y: float, level: int) -> Label:
    """Return a remark as the label of an event at (x, y); `level` counts from the row upwards."""
    side = -1 if remark.at_start else 1
    at = x + side * (NODE + _GAP)
    return text(at, y - _RISE - level * PITCH, remark.words, SIZE, "b", "end" if remark.at_start else "start")


def make_remarks(
    relations: Sequence[Relation],
    works: Mapping[str, Timed],
    ends: Mapping[str, float],
    axis: Axis,
    w: Wording,
) -> tuple[dict[str, tuple[Remark, ...]], dict[str, tuple[str, ...]]]:
    """Return the remarks by event, and those that find no room beside it by work.

    Args:
        relations: Drawn between events.
        works: The timed works.
        ends: Where the end events of works stand.
        axis: For the left end of the network.
        w: The interface words.
    """
    into: dict[str, list[Relation]] = {}
    for relation in relations:
        if relation.target in works:
            into.setdefault(entered_event(relation), []).append(relation)
    beside: dict[str, tuple[Remark, ...]] = {}
    below: dict[str, tuple[str, ...]] = {}
    for key, found in into.items():
        at_start = not key.endswith("|end")
        for relation in found:
            said = " ".join(type_and_lag(relation, w))
            if not said:
                continue
            ref = relation.target
            name = relation.source.partition(".")[2]
            remark = Remark(f"{name} {said}" if len(found) > 1 else said, at_start)
            x = works[ref].x0 if at_start else ends.get(ref, works[ref].x1)
            if not _has_room(remark, x, axis, beside.get(key, ())):
                below[ref] = (*below.get(ref, ()), f"{w('from {item}', item=name)}: {said}")
            else:
                beside[key] = (*beside.get(key, ()), remark)
    return beside, below


def _has_room(remark: Remark, x: float, axis: Axis, others: Sequence[Remark]) -> bool:
    """Whether a remark may stand beside its event: one alone after an end, any number before a start."""
    left, right = remark.extent(x)
    if remark.at_start:
        return left > axis.left + 0.5 and x < RIGHT - _NAME_ROOM
    return right < RIGHT - 1.0 and not others
