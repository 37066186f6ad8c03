"""What was measured by the data date, indicator by indicator: cut and ordered once for all targets."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from itertools import accumulate

from carbonroad.compute.status.target_years import TargetYears
from carbonroad.compute.status.verdicts import Requirement, judging, known_by, year_of
from carbonroad.link.system import System
from carbonroad.model.items import Actual, Indicator

_Best = tuple[tuple[Actual, ...], tuple[Actual, ...], tuple[Actual, ...]]
"""Values in the order in which they became known, with the highest and the lowest so far at each of them."""


class Known:
    """The values of one indicator whose time is over on the data date, and the year of each."""

    __slots__ = ("_best", "indicator", "years")

    def __init__(self, indicator: Indicator, as_of: date) -> None:
        self.indicator = known_by(indicator, as_of)
        self.years = tuple([year_of(actual) for actual in self.indicator.actuals])
        self._best: tuple[_Best, ...] | None = None

    def first_met(self, asked: Requirement) -> Actual | None:
        """Return the first value that meets what every number further to its good side meets too."""
        value = asked.target.value
        if value is None:
            return None
        if self._best is None:
            self._best = tuple(_best(run) for run in _runs(self.indicator.actuals))
        found: list[Actual] = []
        said = judging(asked)
        for run, highest, lowest in self._best:
            best = lowest if value.low is None else highest
            if said(best[-1]) == "met":
                found.append(run[bisect_left(best, 1, key=lambda actual: said(actual) == "met")])
        return min(found, key=lambda actual: actual.period.last, default=None)


class KnownValues:
    """The values of all indicators, and the years of the targets' keys."""

    __slots__ = ("_of", "as_of", "target_years")

    def __init__(self, system: System) -> None:
        self.as_of = system.as_of
        self.target_years = TargetYears(system.phases)
        self._of: dict[int, tuple[Indicator, Known]] = {}

    def of(self, indicator: Indicator) -> Known:
        """Return what is known of an indicator."""
        found = self._of.get(id(indicator))
        if found is None:  # the indicator is kept, so that no other one gets its id
            found = self._of[id(indicator)] = (indicator, Known(indicator, self.as_of))
        return found[1]


def _runs(actuals: Iterable[Actual]) -> Iterable[list[Actual]]:
    """Levels, and changes by what they are measured against."""
    runs: dict[tuple[int | None, str] | None, list[Actual]] = {}
    for actual in sorted(actuals, key=lambda actual: actual.period.last):
        base = actual.baseline
        runs.setdefault(None if base is None else (base.year, base.words), []).append(actual)
    return runs.values()


def _best(run: list[Actual]) -> _Best:
    return tuple(run), tuple(accumulate(run, _higher)), tuple(accumulate(run, _lower))


def _higher(best: Actual, one: Actual) -> Actual:
    return one if one.value > best.value else best


def _lower(best: Actual, one: Actual) -> Actual:
    return one if one.value < best.value else best
