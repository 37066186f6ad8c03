"""Vertical lines that stop where a text stands, so that no line can be read as part of it."""

from collections.abc import Iterable, Sequence

from carbonroad.scene.boxes import Box, flat, label_box
from carbonroad.scene.shapes import Label, Path, Shape

_AIR = 3.0
_SPARE = 0.08
"""Widths are upper estimates: this share of one is more often beside the text than in it."""


def text_boxes(shapes: Iterable[Shape]) -> list[Box]:
    """Return where the texts among the shapes stand."""
    found = []
    for shape in flat(shapes):
        if isinstance(shape, Label):
            box = label_box(shape)
            spare = (box.right - box.left) * _SPARE
            left = {"start": 0.0, "middle": spare / 2, "end": spare}[shape.anchor]
            found.append(Box(box.left + left, box.top, box.right - spare + left, box.bottom))
    return found


def interrupted(x: float, top: float, bottom: float, texts: Sequence[Box], role: str) -> Path:
    """Return a vertical line with gaps at the texts that it would cross."""
    crossed = sorted((b.top, b.bottom) for b in texts if b.left - _AIR < x < b.right + _AIR)
    pieces = []
    y = top
    for above, below in crossed:
        if above - 1 > y:
            pieces.append((y, min(above - 1, bottom)))
        y = max(y, below + 1)
        if y >= bottom:
            break
    if y < bottom:
        pieces.append((y, bottom))
    return Path("".join(f"M{x:.2f} {a:.1f}V{b:.1f}" for a, b in pieces), role)
