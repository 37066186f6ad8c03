"""A measured value held against what a target asks for."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction

from carbonroad.base.record import NamedTuple
from carbonroad.base.values.compare import Better, Verdict, compare, judge
from carbonroad.base.values.value import Value
from carbonroad.compute.status.target_years import is_whole_year, years_between
from carbonroad.model.items import Actual, Indicator, Target
from carbonroad.model.terms import Baseline


class Requirement(NamedTuple):
    """A target with what its changes are measured against and the day on which it is due."""

    indicator: Indicator
    target: Target
    baseline: Baseline | None
    due: date


def year_of(actual: Actual) -> int:
    """Return the year that a measured value counts for."""
    return actual.period.last.year


def known_by(indicator: Indicator, as_of: date) -> Indicator:
    """Return the indicator with the measured values whose time is over on the data date."""
    place = bisect_left(indicator.actuals, as_of.year, key=year_of)
    late = indicator.actuals[place:]
    if all(one.period.last <= as_of for one in late):
        return indicator
    known = tuple(one for one in late if one.period.last <= as_of)
    return indicator._replace(actuals=(*indicator.actuals[:place], *known))


def of_year(actuals: Sequence[Actual], year: int) -> list[Actual]:
    """Return the values of a year, last the one that counts: the whole year's, else December's or the latest.

    They stand in order of time, and none spans two years.
    """
    run = actuals[bisect_left(actuals, year, key=year_of) : bisect_right(actuals, year, key=year_of)]
    return sorted(run, key=lambda a: (is_whole_year(a), a.period.last))


def whole_years(indicator: Indicator, year: int) -> list[Actual]:
    """Return the measured levels that stand for a whole year, last the one that counts."""
    return [one for one in of_year(indicator.actuals, year) if one.baseline is None and is_whole_year(one)]


def verdict(asked: Requirement, actual: Actual) -> Verdict:
    """Compare a measured value with what is asked for."""
    return judging(asked)(actual)


def judging(asked: Requirement) -> Callable[[Actual], Verdict]:
    """Return what compares measured values with what is asked for."""
    indicator, target, baseline, due = asked
    value = target.value
    if value is None:
        return lambda _: "undecided"
    good = good_side(indicator, target)
    if not value.change:  # a change cannot be compared with a level
        return lambda actual: judge(value, actual.value, good) if actual.baseline is None else "undecided"
    years = years_between(baseline, due.year) if value.yearly else None
    base = base_value(indicator, baseline)

    def said(actual: Actual) -> Verdict:
        if actual.baseline is None:
            return compare(value, actual.value, base, good, years)
        if not same_base_year(actual.baseline, baseline):
            return "undecided"
        return judge(value, actual.value, good, years)

    return said


def base_verdict(asked: Requirement) -> Verdict | None:
    """Compare the level of the base year with what is asked for: no change yet; None where none is known."""
    indicator, target, baseline, due = asked
    value = target.value
    if value is None or baseline is None or baseline.year is None or baseline.year >= due.year:
        return None
    good = good_side(indicator, target)
    if value.change:
        still = Fraction(1 if value.multiple else 0)
        return judge(value, still, good, years_between(baseline, due.year))
    level = base_value(indicator, baseline)
    return None if level is None else judge(value, level, good)


def total_verdict(
    value: Value, known: Sequence[Fraction], good: Better | None, *, complete: bool
) -> Verdict | None:
    """Compare what the known years add up to; before all are known, None unless no other year can change it.

    That is so where none of them is below zero: a floor is reached for good, a limit is broken for good.
    """
    said = judge(value, sum(known, Fraction(0)), good)
    if complete:
        return said
    grows = min(known, default=Fraction(-1)) >= 0
    floor, limit = value.high is None, value.low is None
    return said if grows and ((said == "met" and floor) or (said == "not-met" and limit)) else None


def same_base_year(first: Baseline, second: Baseline | None) -> bool:
    """Whether a measured change and a target count from the same; what states none counts from any."""
    if second is None:
        return True
    return first.year == second.year if first.year is not None else first.words == second.words


def good_side(indicator: Indicator, target: Target) -> Better | None:
    """Return the good side: as stated, else for one plain number where what was measured before leads to.

    With nothing to go by, more of a level is better, and more of a sink (below zero) too.
    """
    if indicator.better is not None:
        return "higher" if indicator.better == "higher" else "lower"
    value = target.value
    if value is None or value.change or value.kind != "exact" or value.low is None:
        return None
    base = base_value(indicator, target.baseline or indicator.baseline)
    if base is None and indicator.actuals:
        first = indicator.actuals[0]
        base = first.value if first.period.last.year < _year_of(target) else None
    if base is None or base == value.low:
        return "higher" if value.low >= 0 else "lower"
    return "higher" if base < value.low else "lower"


def _year_of(target: Target) -> int:
    digits = target.key.text.strip()[:4]
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def base_value(indicator: Indicator, baseline: Baseline | None) -> float | None:
    """Return the level of a base year: as stated with it, else as measured; None where nobody says."""
    if baseline is None or baseline.value is not None:
        return None if baseline is None else baseline.value
    if baseline.year is None:
        return None
    own = indicator.baseline
    if own is not None and own.year == baseline.year and own.value is not None:
        return own.value
    levels = [a.value for a in of_year(indicator.actuals, baseline.year) if a.baseline is None]
    return levels[-1] if levels else None
