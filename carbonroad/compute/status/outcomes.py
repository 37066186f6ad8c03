"""What measured values say of a target, a milestone with indicators, or a peak or neutrality goal."""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from carbonroad.base.record import NamedTuple
from carbonroad.base.values.compare import Verdict, judge
from carbonroad.base.values.numbers import from_float
from carbonroad.compute.item_state import is_void
from carbonroad.compute.status.known_values import KnownValues
from carbonroad.compute.status.target_years import Years, base_of, counting
from carbonroad.compute.status.verdicts import (
    Requirement,
    base_verdict,
    good_side,
    of_year,
    total_verdict,
    verdict,
    whole_years,
    year_of,
)
from carbonroad.link.system import Item, System
from carbonroad.model.items import Actual, Indicator, Milestone, Target
from carbonroad.model.roadmap import Part


class Outcome(NamedTuple):
    """What measured values say of an item.

    Attributes:
        verdict: Met, not met, or undecided.
        actual: The measured value; None where a pathway decided.
        early: It was met by a value from before the deadline's year.
        strive: Whether not met means not reached, never missed.
    """

    verdict: Verdict
    actual: Actual | None
    early: bool = False
    strive: bool = False


Rows = Mapping[str, list[Item]]
"""Qualified indicator → the items of its targets."""


def target_rows(system: System) -> dict[str, list[Item]]:
    """Return the items of each indicator's targets."""
    rows: dict[str, list[Item]] = {}
    for item in system.items.values():
        if item.indicator is not None:
            rows.setdefault(item.indicator_ref, []).append(item)
    return rows


def outcome(
    system: System, rows: Rows, known: KnownValues, item: Item, latest: date | None
) -> Outcome | None:
    """Return what measured values say of an item due on a day; None where they say nothing."""
    if latest is None:
        return None
    if isinstance(item.written, Target) and item.indicator is not None:
        if not item.indicator.actuals:
            return None
        return target_outcome(item.indicator, item.written, latest, known)
    if isinstance(item.written, Milestone):
        if item.written.goal is not None:
            part = next(p for p in system.parts if p.id == item.part)
            return _goal_outcome(item.written.goal, part, latest.year, system.as_of)
        if item.indicators:
            lists = [rows.get(ref, []) for ref in item.indicators]
            found = [_indicator_outcome(targets, latest.year, known) for targets in lists]
            return _joint(found)
    return None


def target_outcome(
    indicator: Indicator, target: Target, latest: date | None, known: KnownValues
) -> Outcome | None:
    """Return what was measured up to the data date says of a target: decided, or met before its time."""
    value = target.value
    if value is None or latest is None or not indicator.actuals:
        return None
    years = known.target_years.of(target)
    measured = known.of(indicator)
    indicator, of = measured.indicator, measured.years
    if years is not None and not value.change:
        return _over_years(indicator, target, years)
    asked = Requirement(indicator, target, base_of(indicator, target, years), latest)
    place = bisect_left(of, latest.year)
    decided = _decided(asked, place, known.as_of) if place < len(of) else None
    if decided is not None and (decided.verdict != "undecided" or of[place] == latest.year):
        return decided
    if _higher_is_better(indicator, target):
        first = measured.first_met(asked)
        if first is not None and year_of(first) < latest.year:
            return Outcome("met", first, early=True, strive=value.strive)
    return decided


def _decided(asked: Requirement, place: int, as_of: date) -> Outcome:
    """What the value of the deadline's year decides, else the next later one.

    A later one stands for the deadline's year unless the last value before, or the base year's, says other:
    then nobody knows on which side of it the change came. What falls short within the deadline's year tells
    nothing as long as there is time left.
    """
    actuals, strive = asked.indicator.actuals, asked.target.value is not None and asked.target.value.strive
    year = year_of(actuals[place])
    actual = of_year(actuals, year)[-1]
    found = verdict(asked, actual)
    if year > asked.due.year and _before(asked, place) not in (None, found):
        found = "undecided"
    if found == "not-met" and actual.period.last < asked.due and as_of <= asked.due:
        found = "undecided"
    return Outcome(found, actual, strive=strive)


def _before(asked: Requirement, place: int) -> Verdict | None:
    """What the last value before this place says, or the base year where that is later; None without."""
    actuals, base = asked.indicator.actuals, asked.baseline
    last = year_of(actuals[place - 1]) if place else 0
    if base is not None and base.year is not None and base.year > last:
        return base_verdict(asked)
    return verdict(asked, of_year(actuals, last)[-1]) if place else None


def _over_years(indicator: Indicator, target: Target, years: Years) -> Outcome | None:
    """What measured years say of a level for several: of their total, or of each of them.

    A total is known once every year is measured; that not every year was met, once one of them is; of an
    amount per year only once their mean is not met either.
    """
    value = target.value
    known = {
        year: found[-1]
        for year in range(years.first, years.last + 1)
        if (found := whole_years(indicator, year))
    }
    if value is None or not known:
        return None
    last = known[max(known)]
    good = good_side(indicator, target)
    complete = len(known) == years.length
    how = counting(indicator.unit)
    exact = [from_float(one.value) or Fraction(0) for one in known.values()]
    if how == "total":
        said = total_verdict(value, exact, good, complete=complete)
        return (
            None
            if said is None
            else Outcome(said, last, early=not complete and said == "met", strive=value.strive)
        )
    each = [judge(value, one, good) for one in exact]
    if complete and all(one == "met" for one in each):
        return Outcome("met", last, strive=value.strive)
    failed = next((one for one, said in zip(known.values(), each, strict=True) if said == "not-met"), None)
    if how == "budget" and failed is not None:
        mean = sum(exact, Fraction(0)) / len(exact)
        failed = failed if complete and judge(value, mean, good) == "not-met" else None
    if failed is not None:
        return Outcome("not-met", failed, strive=value.strive)
    return Outcome("undecided", last, strive=value.strive) if complete else None


def _higher_is_better(indicator: Indicator, target: Target) -> bool:
    """As stated, else as a target that sets a lower bound says."""
    if indicator.better is not None:
        return indicator.better == "higher"
    value = target.value
    if value is None or value.kind not in ("at-least", "more-than"):
        return False
    return value.direction > 0 if value.change else True


def _indicator_outcome(targets: list[Item], year: int, known: KnownValues) -> Outcome | None:
    """What is known of an indicator's targets of one year; None where it has none that count."""
    found = [
        target_outcome(item.indicator, item.written, item.latest, known)
        for item in targets
        if item.indicator is not None
        and isinstance(item.written, Target)
        and item.latest is not None
        and item.latest.year == year
        and not is_void(item)
    ]
    return _joint(found)


def _joint(outcomes: list[Outcome | None]) -> Outcome | None:
    """All must be met: missed if one is, met if all are, else nothing is said."""
    known = [one for one in outcomes if one is not None]
    failed = [one for one in known if one.verdict == "not-met"]
    if failed:
        return next((one for one in failed if not one.strive), failed[0])
    if known and len(known) == len(outcomes) and all(one.verdict == "met" for one in known):
        return next((one for one in known if one.early), known[0])
    return None


def _goal_outcome(goal: str, part: Part, year: int, as_of: date) -> Outcome | None:
    """Peak or neutrality by the part's own measured emissions, once they reach the deadline's year."""
    series = part.pathway.actual if part.pathway is not None else ()
    actual = [point for point in series if date(point[0], 12, 31) <= as_of]
    if not actual or actual[-1][0] < year:
        return None
    if goal == "neutrality":
        level = next(value for at, value in actual if at >= year)
        return Outcome("met" if level <= 0 else "not-met", None)
    highest = max(value for _, value in actual)
    peaks = [at for at, value in actual if value == highest]
    if peaks[-1] == actual[-1][0]:  # still rising: after the deadline's year that is too late
        return Outcome("not-met", None) if peaks[0] > year else None
    if peaks[0] == actual[0][0]:  # the top may lie before the first year
        return None
    return Outcome("met" if peaks[0] <= year else "not-met", None)
