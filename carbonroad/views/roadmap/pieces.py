"""Marks packed into pieces no higher than a page."""

from collections.abc import Callable, Sequence
from typing import Protocol

from carbonroad.base.record import NamedTuple
from carbonroad.scene.moved import moved
from carbonroad.scene.packing import Reservation, pack
from carbonroad.scene.shapes import Label, Shape


class Drawable(Protocol):
    """What has a place on the axis and needs room."""

    @property
    def room(self) -> Reservation:
        """The room it needs."""

    @property
    def draw(self) -> Callable[[float], Shape]:
        """How it is drawn from a top y."""


class Piece(NamedTuple):
    """Shapes from y 0 on, and how high they are together."""

    shapes: tuple[Shape, ...]
    height: float


def in_pieces(marks: Sequence[Drawable], limit: float) -> list[Piece]:
    """Pack marks in their order; what would end below `limit` goes on in the next piece.

    A mark that is higher than that by itself has a piece of its own.
    """
    found = []
    rest = list(marks)
    while rest:
        tops = pack(mark.room for mark in rest)
        ends = [top + mark.room.height for mark, top in zip(rest, tops, strict=True)]
        fits = [end <= limit for end in ends]
        if not any(fits):
            fits = [n == 0 for n in range(len(rest))]
        placed = [(mark, top) for mark, top, fit in zip(rest, tops, fits, strict=True) if fit]
        height = max(end for end, fit in zip(ends, fits, strict=True) if fit)
        found.append(Piece(tuple(mark.draw(top) for mark, top in placed), height))
        rest = [mark for mark, fit in zip(rest, fits, strict=True) if not fit]
    return found or [Piece((), 0.0)]


def below(pieces: list[Piece], marks: Sequence[Drawable], label: Label, limit: float) -> list[Piece]:
    """Add marks as a list under the last piece, with a label before the first of them in each piece."""
    found = list(pieces)
    opened = False
    for mark in marks:
        last = found[-1]
        if last.height and last.height + mark.room.height > limit:
            last, opened = Piece((), 0.0), False
            found.append(last)
        shapes = [*last.shapes]
        if not opened and label.text:
            shapes += moved([label], 0, last.height)
        opened = True
        shapes.append(mark.draw(last.height))
        found[-1] = Piece(tuple(shapes), last.height + mark.room.height)
    return found
