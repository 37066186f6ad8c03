"""Emissions over the years: exact numbers, linear between stated years, nothing outside them."""

from bisect import bisect_right
from collections.abc import Collection, Iterable
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from carbonroad.base.numbers import from_float

Points = tuple[tuple[int, float], ...]


class Trajectory(NamedTuple):
    """Stated years in ascending order and their values, of equal length."""

    years: tuple[int, ...] = ()
    values: tuple[Fraction, ...] = ()

    def at(self, year: int) -> Fraction | None:
        """Return the value of a year; None before the first and after the last stated one."""
        if not self.years or not self.years[0] <= year <= self.years[-1]:
            return None
        place = bisect_right(self.years, year) - 1
        here, value = self.years[place], self.values[place]
        if here == year:
            return value
        there, other = self.years[place + 1], self.values[place + 1]
        # On one denominator: a fraction is reduced once, not at each step.
        size = value.denominator * other.denominator
        near = value.numerator * other.denominator * (there - year)
        far = other.numerator * value.denominator * (year - here)
        return Fraction(near + far, size * (there - here))


def trajectory(points: Iterable[tuple[int, float]], factor: Fraction = Fraction(1)) -> Trajectory:
    """Return the trajectory through points in ascending order of years, each multiplied by a factor."""
    exact = [(year, number) for year, value in points if (number := from_float(value)) is not None]
    return Trajectory(tuple(year for year, _ in exact), tuple(number * factor for _, number in exact))


def exact_sum(values: Collection[Fraction]) -> Fraction:
    """Return a sum, on one denominator: it is reduced once, not after each number."""
    size = lcm(*(value.denominator for value in values))
    return Fraction(sum(value.numerator * (size // value.denominator) for value in values), size)


def joined(actual: Points, target: Points) -> Points:
    """Return the measured years, then the targeted years after the last measured one."""
    last = actual[-1][0] if actual else 0
    return (*actual, *(point for point in target if point[0] > last))


def rounding(value: float) -> Fraction:
    """Return half a unit of the last digit that a number is written with: 0.05 for 10.4, 0.5 for 9500."""
    digits = repr(float(value)).partition("e")[0].partition(".")[2].rstrip("0")
    return Fraction(1, 2 * 10 ** len(digits))
