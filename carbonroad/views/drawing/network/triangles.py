"""Revision triangles: the letter of a revision at each item that it changed, where nothing else stands."""

from collections.abc import Mapping, Sequence

from carbonroad.model.items import Revision
from carbonroad.scene.boxes import Box
from carbonroad.scene.shapes import Group, Label, Polyline, Shape
from carbonroad.views.drawing.paper.text import measure

_SIZE = 2.1
_HALF, _UP, _DOWN = 2.5, 2.4, 1.7
_STEP = 1.0
_FARTHEST = 60


def triangle(x: float, y: float, letter: str) -> list[Shape]:
    """Return a triangle about a point with a letter in it; wider for a longer one."""
    half = _half(letter)
    return [
        Polyline(((x - half, y + _DOWN), (x, y - _UP), (x + half, y + _DOWN)), "revision", closed=True),
        Label(x, y + 1.25, ((letter, ""),), _SIZE, "b sign-in", "middle"),
    ]


def _half(letter: str) -> float:
    return max(_HALF, measure(letter, _SIZE, True) * 0.5 + 1.6)


def triangles(
    revisions: Sequence[Revision],
    part: str,
    places: Mapping[str, tuple[float, float]],
    taken: Sequence[Box],
    within: Box,
) -> tuple[list[Shape], list[str]]:
    """Return the triangles of a sheet, and which were drawn, as `letter item`.

    Args:
        revisions: Of the part.
        part: Its id.
        places: Where the sheet's items stand.
        taken: What a triangle must not cover.
        within: Where triangles may stand.
    """
    boxes = list(taken)
    shapes: list[Shape] = []
    drawn: list[str] = []
    for revision in revisions:
        named = (words.text for words in revision.items)
        for ref in dict.fromkeys(name if name in places else f"{part}.{name}" for name in named):
            if not revision.rev or ref not in places:
                continue
            x, y = _free(places[ref], _half(revision.rev), boxes, within)
            boxes.append(_box(x, y, _half(revision.rev)))
            shapes.append(Group(tuple(triangle(x, y, revision.rev)), "revised", ref))
            drawn.append(f"{revision.rev} {ref}")
    return shapes, drawn


def _box(x: float, y: float, half: float) -> Box:
    return Box(x - half, y - _UP, x + half, y + _DOWN)


def _free(place: tuple[float, float], half: float, taken: Sequence[Box], within: Box) -> tuple[float, float]:
    """The nearest free place, below and left of the item first; the item's own where none is free."""
    x, y = place
    for ring in range(4, _FARTHEST):
        reach = ring * _STEP
        for right, down in _ring(reach):
            at = x + right, y + down
            mine = _box(*at, half)
            if mine.within(within) and not any(mine.touches(box, 0.3) for box in taken):
                return at
    return place


def _ring(reach: float) -> list[tuple[float, float]]:
    parts = [n / 4 * reach for n in range(-4, 5)]
    return [
        *((across, reach) for across in parts),
        *((across, -reach) for across in parts),
        *((-reach, down) for down in parts),
        *((reach, down) for down in parts),
    ]
