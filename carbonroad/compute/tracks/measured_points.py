"""What was measured for a target up to the data date: a level a year, or a change against its base year."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from itertools import accumulate

from carbonroad.base.record import NamedTuple
from carbonroad.base.values.numbers import from_float
from carbonroad.compute.pathways.trajectory import rounding
from carbonroad.compute.status.target_years import is_whole_year
from carbonroad.compute.status.verdicts import base_value, known_by, of_year, same_base_year
from carbonroad.compute.targets.series import change_measure, measured_against
from carbonroad.compute.tracks.track import Counts, Point, elapsed_by
from carbonroad.model.items import Actual, Indicator
from carbonroad.model.terms import Baseline


class Reading(NamedTuple):
    """A measured point and half a unit of the last digit it was written with."""

    point: Point
    rounding: Fraction


class Readings(NamedTuple):
    """What was measured, a value a year, with the highest and the lowest so far at each of them."""

    readings: tuple[Reading, ...]
    highest: tuple[Fraction, ...]
    lowest: tuple[Fraction, ...]

    def first(self, is_met: Callable[[Fraction], bool], side: int) -> Point | None:
        """Return the first point that meets what every number further to the good side meets too."""
        place = bisect_left(self.highest if side > 0 else self.lowest, 1, key=is_met)
        return self.readings[place].point if place < len(self.readings) else None

    def until(self, year: int) -> Point | None:
        """Return the last point up to a year."""
        place = bisect_right(self.readings, year, key=lambda reading: reading.point.year)
        return self.readings[place - 1].point if place else None


class Measured:
    """What was measured of an indicator up to the data date, worked out once for all of its targets."""

    __slots__ = ("_changes", "_levels", "actuals", "as_of", "indicator")

    def __init__(self, indicator: Indicator, as_of: date) -> None:
        self.indicator = indicator
        self.as_of = as_of
        self.actuals = known_by(indicator, as_of).actuals
        self._levels: Readings | None = None
        self._changes: dict[tuple[Counts, int | None, str], Readings] = {}

    @property
    def levels(self) -> Readings:
        """A level a year; a measured change counts where its base year's level is known."""
        if self._levels is None:
            self._levels = _with_extremes(
                _by_year(self.actuals, lambda actual: _level(self.indicator, actual))
            )
        return self._levels

    def changes(self, counts: Counts, baseline: Baseline | None) -> Readings:
        """Return the measured changes against a base year, a year each."""
        key = (counts, None, "") if baseline is None else (counts, baseline.year, baseline.words)
        found = self._changes.get(key)
        if found is None:
            found = _with_extremes(_by_year(self.actuals, lambda one: self._change(one, counts, baseline)))
            self._changes[key] = found
        return found

    def _change(self, actual: Actual, counts: Counts, baseline: Baseline | None) -> Fraction | None:
        against = measured_against(self.indicator, actual)
        if against is None or not same_base_year(against, baseline):
            return None
        return from_float(actual.value) if change_measure(self.indicator.unit) == counts else None


def _with_extremes(readings: list[Reading]) -> Readings:
    values = [reading.point.value for reading in readings]
    return Readings(tuple(readings), tuple(accumulate(values, max)), tuple(accumulate(values, min)))


def total_readings(measured: Measured, first: int, last: int) -> list[Reading]:
    """Return the sum of the whole years from the first one on, by year, as far as none is missing."""
    found: list[Reading] = []
    total, spread = Fraction(0), Fraction(0)
    for year in range(first, last + 1):
        readings = year_readings(measured, year)
        if not readings:
            break
        point, room = readings[-1]
        total, spread = total + point.value, spread + room
        estimate = point.estimate or any(one.point.estimate for one in found)
        found.append(Reading(Point(year, total, estimate), spread))
    return found


def year_readings(measured: Measured, year: int) -> list[Reading]:
    """Return the levels of a whole year, the one that counts last."""
    whole = [one for one in of_year(measured.actuals, year) if is_whole_year(one)]
    return _by_year(whole, lambda actual: _level(measured.indicator, actual))


def _level(indicator: Indicator, actual: Actual) -> Fraction | None:
    number, against = from_float(actual.value), measured_against(indicator, actual)
    if number is None or against is None:
        return None if indicator.change and against is None else number
    known_base = base_value(indicator, against)
    base = None if known_base is None else from_float(known_base)
    if base is None:
        return None
    if change_measure(indicator.unit) == "percent":
        return base * (1 + number / 100) if base > 0 else None
    return base + number


def _by_year(actuals: Sequence[Actual], value_of: Callable[[Actual], Fraction | None]) -> list[Reading]:
    """The value that counts for each year: the whole year's, else December's, else the latest."""
    found: list[Reading] = []
    for year in dict.fromkeys(actual.period.last.year for actual in actuals):
        for actual in reversed(of_year(actuals, year)):
            value = value_of(actual)
            if value is not None:
                point = Point(year, value, actual.estimate, elapsed_by(actual.period.last))
                found.append(
                    Reading(point, rounding(actual.value) if actual.baseline is None else Fraction(0))
                )
                break
    return found
