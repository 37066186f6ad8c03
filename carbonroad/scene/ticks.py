"""Ticks of a time axis: quarters where there is room, years, else every fifth year and so on."""

from collections.abc import Callable
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.scene.scales import Axis, Stretch

_QUARTERS, _YEARS = 227.0, 40.0
_STEPS = (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)


class Tick(NamedTuple):
    """A line at `x` and, where there is room for it, a year's number centred on `label_x`."""

    x: float
    role: str
    words: str = ""
    label_x: float = 0.0


def ticks(axis: Axis, measure: Callable[[str], float]) -> list[Tick]:
    """Return the ticks of an axis in order; no two numbers touch.

    Args:
        axis: The time axis.
        measure: The width of a number as printed.
    """
    found: list[Tick] = []
    reached = float("-inf")
    for stretch in axis.stretches:
        for tick in _of(stretch, measure, opening=stretch is axis.stretches[0]):
            half = measure(tick.words) / 2
            if tick.words and tick.label_x - half < reached + 4:
                found.append(tick._replace(words=""))
                continue
            found.append(tick)
            if tick.words:
                reached = tick.label_x + half
    return found


def _of(stretch: Stretch, measure: Callable[[str], float], *, opening: bool) -> list[Tick]:
    """The ticks of one piece; what ends as it begins belongs to the piece before, if there is one."""
    first, last = date.fromordinal(stretch.start).year, date.fromordinal(stretch.end - 1).year
    if stretch.per_year >= _YEARS:
        return _every_year(stretch, first, last, measure)
    step = next((s for s in _STEPS if s * stretch.per_year >= _YEARS), _STEPS[-1])
    found = []
    for year in range(first - 1 - (first - 1) % -step, last + 1, step):
        x = _end_of(stretch, year)
        if x is None or (x == stretch.left and not opening):
            continue
        found.append(_numbered(stretch, year, x, x, measure))
    return found


def _every_year(stretch: Stretch, first: int, last: int, measure: Callable[[str], float]) -> list[Tick]:
    found = []
    for year in range(first, last + 1):
        left = _x(stretch, date(year, 1, 1).toordinal())
        right = _x(stretch, date(year, 12, 31).toordinal() + 1)
        if stretch.per_year >= _QUARTERS:
            found += [Tick(_x(stretch, date(year, m, 1).toordinal()), "quarter") for m in (4, 7, 10)]
        found.append(_numbered(stretch, year, right, (left + right) / 2, measure))
    return found


def _numbered(stretch: Stretch, year: int, x: float, label_x: float, measure: Callable[[str], float]) -> Tick:
    """A year's tick, its number moved into the piece, or left out where that is too narrow."""
    least = stretch.left + measure(str(year)) / 2 + 2
    most = stretch.right - measure(str(year)) / 2 - 2
    return Tick(x, "year", str(year) if least <= most else "", min(max(label_x, least), most))


def _end_of(stretch: Stretch, year: int) -> float | None:
    """Where a year ends, None outside the stretch."""
    midnight = date(year, 12, 31).toordinal() + 1 if year >= 1 else 1
    return _x(stretch, midnight) if stretch.start <= midnight <= stretch.end else None


def _x(stretch: Stretch, midnight: int) -> float:
    part = (min(max(midnight, stretch.start), stretch.end) - stretch.start) / (stretch.end - stretch.start)
    return stretch.left + (stretch.right - stretch.left) * part
