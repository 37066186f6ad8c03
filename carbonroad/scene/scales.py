"""The time axis of a figure: piecewise linear, each phase as wide as its weight."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

from carbonroad.base.record import NamedTuple

_CURRENT, _BEFORE, _AFTER, _LAST, _OTHER = 49.0, 15.0, 17.0, 19.0, 10.0
_DAYS_A_YEAR = 365.2425
_SAME = 1e-6
"""Years whose widths differ by less are equally wide."""


class Span(NamedTuple):
    """A run of days that the axis shall show as one piece; `zoom` is its weight, None for the usual one."""

    first: date
    last: date
    zoom: float | None = None


class Stretch(NamedTuple):
    """A piece of the axis: midnights `start` to `end` (proleptic ordinals) on x `left` to `right`.

    `span` is the index of the span it shows, None for what lies outside all of them.
    """

    start: int
    end: int
    left: float
    right: float
    span: int | None

    @property
    def per_year(self) -> float:
        """How wide a year is."""
        return (self.right - self.left) / (self.end - self.start) * _DAYS_A_YEAR


@dataclass(frozen=True, slots=True)
class Axis:
    """Days to x. The stretches touch one another; their order is the order of time."""

    stretches: tuple[Stretch, ...]
    dense: int | None

    @property
    def left(self) -> float:
        """The x of its first midnight."""
        return self.stretches[0].left

    @property
    def right(self) -> float:
        """The x of its last midnight."""
        return self.stretches[-1].right

    def at(self, midnight: int) -> float:
        """Return the x of a midnight, at the nearer end for one outside the axis."""
        starts = [stretch.start for stretch in self.stretches]
        piece = self.stretches[max(0, bisect_right(starts, midnight) - 1)]
        part = (midnight - piece.start) / (piece.end - piece.start)
        return piece.left + (piece.right - piece.left) * min(1.0, max(0.0, part))

    def begin(self, day: date) -> float:
        """Return where a day begins."""
        return self.at(day.toordinal())

    def end(self, day: date) -> float:
        """Return where a day ends: the place of a deadline."""
        return self.at(day.toordinal() + 1)

    def path(self, points: Iterable[tuple[int, float]]) -> list[tuple[float, float]]:
        """Return what is even in time as (x, value): with a corner wherever the axis changes its scale.

        Args:
            points: (midnight, value) in order of time.
        """
        return [(self.at(midnight), value) for midnight, value in self._with_corners(points)]

    def _with_corners(self, points: Iterable[tuple[int, float]]) -> Iterator[tuple[int, float]]:
        """The points and, between two of them, the midnights at which a year becomes wider or narrower."""
        pairs = zip(self.stretches, self.stretches[1:], strict=False)
        corners = [after.start for before, after in pairs if abs(before.per_year - after.per_year) > _SAME]
        last: tuple[int, float] | None = None
        for midnight, value in points:
            if last is not None:
                slope = (value - last[1]) / max(1, midnight - last[0])
                between = (corner for corner in corners if last[0] < corner < midnight)
                yield from ((corner, last[1] + slope * (corner - last[0])) for corner in between)
            yield midnight, value
            last = midnight, value


def time_axis(  # what it shows, where it lies, how it is divided
    spans: Sequence[Span],
    midnights: Sequence[int],
    today: date,
    left: float,
    right: float,
    *,
    linear: bool = False,
) -> Axis:
    """Return the axis that shows all spans, all `midnights` and `today`.

    Args:
        spans: The phases; without any the axis is linear, in whole years.
        midnights: What else must lie on it, as ordinals: a day's own is where it begins, the next where
            it ends. Beyond the spans the axis grows a piece at either end.
        today: The data date; the span that holds it, else the next one, else the last gets most room.
        left: The x where it begins.
        right: The x where it ends, more than `left`.
        linear: Whether every day is equally wide, whatever the spans weigh.
    """
    day = today.toordinal()
    first, last = min((*midnights, day)), max((*midnights, day + 1))
    pieces = _pieces(spans)
    if not pieces:
        return Axis((Stretch(_year_begin(first), _year_end(last), left, right, None),), None)
    dense = _dense(pieces, today)
    weights = _weights(spans, pieces, dense)
    _extend(pieces, weights, first, last)
    if linear:
        weights = [float(end - start) for start, end, _ in pieces]
    scale = (right - left) / fsum(weights)
    stretches, x = [], left
    for (start, end, span), weight in zip(pieces, weights, strict=True):
        until = x + weight * scale
        stretches.append(Stretch(start, end, x, until, span))
        x = until
    stretches[-1] = stretches[-1]._replace(right=right)
    return Axis(tuple(stretches), dense)


def _pieces(spans: Sequence[Span]) -> list[tuple[int, int, int | None]]:
    """The spans in order of time, without overlaps, with the gaps between them."""
    pieces: list[tuple[int, int, int | None]] = []
    for index in sorted(range(len(spans)), key=lambda n: (spans[n].first, spans[n].last)):
        start, end = spans[index].first.toordinal(), spans[index].last.toordinal() + 1
        if pieces:
            reached = pieces[-1][1]
            if start > reached:
                pieces.append((reached, start, None))
            start = max(start, reached)
        if start < end:
            pieces.append((start, end, index))
    return pieces


def _dense(pieces: Sequence[tuple[int, int, int | None]], today: date) -> int:
    """The index of the span that holds the day, else of the next one, else of the last."""
    for _, end, span in pieces:
        if today.toordinal() < end and span is not None:
            return span
    return next(span for _, _, span in reversed(pieces) if span is not None)


def _weights(spans: Sequence[Span], pieces: Sequence[tuple[int, int, int | None]], dense: int) -> list[float]:
    order = [span for _, _, span in pieces if span is not None]
    if any(spans[span].zoom for span in order):
        return [(spans[s].zoom or 1.0) if s is not None else 0.5 for _, _, s in pieces]
    place = order.index(dense)
    usual = dict.fromkeys(order, _OTHER)
    if order[-1] != dense:
        usual[order[-1]] = _LAST
    if place + 1 < len(order) - 1:
        usual[order[place + 1]] = _AFTER
    if place > 0:
        usual[order[place - 1]] = _BEFORE
    usual[dense] = _CURRENT
    return [usual[s] if s is not None else _OTHER / 2 for _, _, s in pieces]


def _extend(pieces: list[tuple[int, int, int | None]], weights: list[float], first: int, last: int) -> None:
    """Add a piece at either end where midnights lie outside, in whole years."""
    total = fsum(weights)
    if first < pieces[0][0]:
        start = _year_begin(first)
        weights.insert(0, total * _share(pieces[0][0] - start))
        pieces.insert(0, (start, pieces[0][0], None))
    if last > pieces[-1][1]:
        end = _year_end(last)
        weights.append(total * _share(end - pieces[-1][1]))
        pieces.append((pieces[-1][1], end, None))


def _year_begin(midnight: int) -> int:
    day = date.fromordinal(min(midnight, date.max.toordinal()))
    return date(day.year, 1, 1).toordinal()


def _year_end(midnight: int) -> int:
    day = date.fromordinal(max(1, midnight - 1))
    return date(day.year, 12, 31).toordinal() + 1


def _share(days: int) -> float:
    return min(0.14, 0.04 + 0.006 * days / _DAYS_A_YEAR)
