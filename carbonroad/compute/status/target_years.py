"""Targets for a run of years: what each year counts, and what a change of each year is measured against."""

from collections.abc import Iterable
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.periods import parse_period
from carbonroad.base.values.units import Unit
from carbonroad.link.dates import Calendar
from carbonroad.model.items import Actual, Indicator, Target
from carbonroad.model.roadmap import Phase
from carbonroad.model.terms import Baseline

_WHOLE_YEAR = 364
"""Days from the first to the last of a year, at least."""


class Years(NamedTuple):
    """The first and the last year of a target's key."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many they are."""
        return self.last - self.first + 1


Counting = Literal["total", "each", "budget"]


class TargetYears:
    """Reads targets' keys by the roadmap's phases; the same key is read once."""

    __slots__ = ("_calendar", "_known")

    def __init__(self, phases: Iterable[Phase]) -> None:
        self._calendar = Calendar(phases, exclusive=False)
        self._known: dict[str, Years | None] = {}

    def of(self, target: Target) -> Years | None:
        """Return the years of a target whose key stands for several; None for a year, a month or a day."""
        key = target.key.text.strip()
        if key not in self._known:
            self._known[key] = self._read(key)
        return self._known[key]

    def _read(self, key: str) -> Years | None:
        if not isinstance(parse_period(key), Refusal):
            return None
        found = self._calendar.read(key)
        if isinstance(found, Refusal) or found.earliest is None or found.latest is None:
            return None
        years = Years(found.earliest.year, found.latest.year)
        return years if (found.latest - found.earliest).days > _WHOLE_YEAR + 1 else None


def counting(unit: Unit | None) -> Counting:
    """Return whether a level for several years is their total, or one for each of them.

    Shares and ratios have no total. An amount per year is one for each year too, or, as budgets of several
    years are, their mean: a budget is decided where both readings agree.
    """
    if unit is None or not unit.dimension:
        return "total"
    below = [measure for measure, power in unit.dimension if power < 0]
    if below == ["year"] and len(unit.dimension) > 1 and "percent" not in dict(unit.dimension):
        return "budget"
    return "each" if below or unit.is_percent or unit.is_points or _is_ratio(unit) else "total"


def _is_ratio(unit: Unit) -> bool:
    return any(measure.startswith("ratio:") for measure, _ in unit.dimension)


def base_of(indicator: Indicator, target: Target, years: Years | None) -> Baseline | None:
    """Return what a target's change is measured against: its own, the indicator's, the year before its years.

    A change over a run of years begins with the year before them.
    """
    stated = target.baseline or indicator.baseline
    if stated is None and years is not None:
        return Baseline(str(years.first - 1), years.first - 1)
    return stated


def years_between(baseline: Baseline | None, last: int) -> int | None:
    """Return the years from a base year to the last one; None where the base year is not known."""
    if baseline is None or baseline.year is None:
        return None
    return last - baseline.year


def is_whole_year(actual: Actual) -> bool:
    """Whether a measured value stands for a whole year."""
    first, last = actual.period
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
