"""Emissions over the years: exact numbers, linear between stated years, nothing outside them."""

from bisect import bisect_right
from collections.abc import Collection, Iterable
from fractions import Fraction
from functools import cache
from math import lcm

from carbonroad.base.record import NamedTuple
from carbonroad.base.values.numbers import from_float

Points = tuple[tuple[int, float], ...]


class Trajectory(NamedTuple):
    """Stated years in ascending order and their values, of equal length."""

    years: tuple[int, ...] = ()
    values: tuple[Fraction, ...] = ()

    def covers(self, year: int) -> bool:
        """Tell whether a year lies between the first and the last stated one."""
        return bool(self.years) and self.years[0] <= year <= self.years[-1]

    def at(self, year: int) -> Fraction | None:
        """Return the value of a year; None before the first and after the last stated one."""
        if not self.years or not self.years[0] <= year <= self.years[-1]:
            return None
        place = bisect_right(self.years, year) - 1
        here, value = self.years[place], self.values[place]
        if here == year:
            return value
        there, other = self.years[place + 1], self.values[place + 1]
        if value == other:
            return value
        # On one denominator: a fraction is reduced once, not at each step.
        size = value.denominator * other.denominator
        near = value.numerator * other.denominator * (there - year)
        far = other.numerator * value.denominator * (year - here)
        return Fraction(near + far, size * (there - here))

    def weights(self, year: int) -> tuple[tuple[int, Fraction], ...]:
        """Return which stated values a year's is made of: (place, part) each; nothing outside the years."""
        if not self.years or not self.years[0] <= year <= self.years[-1]:
            return ()
        place = bisect_right(self.years, year) - 1
        here = self.years[place]
        if here == year:
            return ((place, Fraction(1)),)
        part = Fraction(year - here, self.years[place + 1] - here)
        return ((place, 1 - part), (place + 1, part))


def trajectory(points: Iterable[tuple[int, float]], factor: Fraction = Fraction(1)) -> Trajectory:
    """Return the trajectory through points in ascending order of years, each multiplied by a factor."""
    exact = [(year, number) for year, value in points if (number := from_float(value)) is not None]
    years = tuple([year for year, _ in exact])
    if factor == 1:
        return Trajectory(years, tuple([number for _, number in exact]))
    return Trajectory(years, tuple([number * factor for _, number in exact]))


def exact_sum(values: Collection[Fraction]) -> Fraction:
    """Return a sum, on one denominator: it is reduced once, not after each number."""
    parts = [value.as_integer_ratio() for value in values]
    size = lcm(*[denominator for _, denominator in parts])
    return Fraction(sum([numerator * (size // denominator) for numerator, denominator in parts]), size)


def sums_by_year(lines: Iterable[Trajectory]) -> dict[int, Fraction]:
    """Return what the lines add up to in each year that one of them has, the years in order.

    What runs between the same two stated years is added at both ends first, so that each such pair of years
    is interpolated once, whatever the number of lines.
    """
    pieces: dict[tuple[int, int], tuple[list[Fraction], list[Fraction]]] = {}
    ends: dict[int, list[Fraction]] = {}
    for years, values in lines:
        for place, year in enumerate(years[:-1]):
            one, other = pieces.setdefault((year, years[place + 1]), ([], []))
            one.append(values[place])
            other.append(values[place + 1])
        if years:
            ends.setdefault(years[-1], []).append(values[-1])
    found = {year: [exact_sum(values)] for year, values in ends.items()}
    for span, both in pieces.items():
        piece = Trajectory(span, (exact_sum(both[0]), exact_sum(both[1])))
        for year in range(*span):
            value = piece.at(year)
            if value is not None:
                found.setdefault(year, []).append(value)
    return {year: exact_sum(values) if values[1:] else values[0] for year, values in sorted(found.items())}


def joined(actual: Points, target: Points) -> Points:
    """Return the measured years, then the targeted years after the last measured one."""
    last = actual[-1][0] if actual else 0
    return (*actual, *(point for point in target if point[0] > last))


def rounding(value: float) -> Fraction:
    """Return half a unit of the last digit that a number is written with: 0.05 for 10.4, 0.5 for 9500."""
    digits = repr(float(value)).partition("e")[0].partition(".")[2].rstrip("0")
    return _half_of_place(len(digits))


@cache
def _half_of_place(digits: int) -> Fraction:
    """Half a unit of a decimal place: a float has 17 of them at most."""
    return Fraction(1, 2 * 10**digits)
