"""Words of an endless length as the network shows them: a beginning; the bill has them in full."""

from collections.abc import Sequence
from dataclasses import replace

from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.network.lanes import Lane
from carbonroad.views.drawing.paper.text import break_lines, measure
from carbonroad.wording import Wording

_TITLE = 560.0
"""Width in millimetres, set in the type of a label, beyond which a title is not shown in full."""
_SIZE = 2.4
_LANE_LINES = 14
_LANE_ROOM, _LANE_SIZE = 22.0, 2.6


def legible(lanes: Sequence[Lane], w: Wording) -> list[Lane]:
    """Return lanes whose name and titles a sheet can hold beside its network."""
    return [
        replace(lane, name=_name(lane.name, w), entries=tuple(_entry(e, w) for e in lane.entries))
        for lane in lanes
    ]


def _entry(entry: Entry, w: Wording) -> Entry:
    if measure(entry.title, _SIZE) <= _TITLE:
        return entry
    low, high = 0, len(entry.title)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(entry.title[:middle], _SIZE) <= _TITLE:
            low = middle
        else:
            high = middle - 1
    return replace(entry, title=w("{beginning}… (in full in the bill)", beginning=entry.title[:low].rstrip()))


def _name(name: str, w: Wording) -> str:
    """A lane's name; of many joint owners the first, and how many others there are."""
    if len(break_lines(name, _LANE_SIZE, _LANE_ROOM, True)) <= _LANE_LINES:
        return name
    owners = name.split(" · ")
    for count in range(len(owners) - 1, 0, -1):
        names, rest = " · ".join(owners[:count]), len(owners) - count
        said = w.plural("{names} and {n} other", "{names} and {n} others", rest, names=names)
        if len(break_lines(said, _LANE_SIZE, _LANE_ROOM, True)) <= _LANE_LINES:
            return said
    return name[:80].rstrip() + "…"
