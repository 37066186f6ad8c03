"""Packing by reservation: rectangles that keep their x get the least y at which they touch no other."""

from bisect import insort
from collections.abc import Iterable

from carbonroad.base.record import NamedTuple


class Reservation(NamedTuple):
    """The room one labelled item needs: x from `left` to `right`, and its height."""

    left: float
    right: float
    height: float


def pack(wanted: Iterable[Reservation]) -> list[float]:
    """Return the top of each reservation, in the order given, so that none overlaps another.

    Earlier ones get the higher place. For reservations of one height these are the rows of an
    interval partitioning.
    """
    placed: list[tuple[float, float, float, float]] = []
    tops = []
    for one in wanted:
        top = 0.0
        for above, bottom, left, right in placed:
            if right <= one.left or left >= one.right or bottom <= top:
                continue
            if above >= top + one.height:
                break
            top = bottom
        insort(placed, (top, top + one.height, one.left, one.right))
        tops.append(top)
    return tops


def height(wanted: Iterable[Reservation], tops: Iterable[float]) -> float:
    """Return how high the packed reservations are together."""
    return max((top + one.height for one, top in zip(wanted, tops, strict=True)), default=0.0)
