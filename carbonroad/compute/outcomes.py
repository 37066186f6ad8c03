"""What measured values say of a target, a milestone with indicators, or a peak or neutrality goal."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from carbonroad.base.compare import Better, Verdict, compare, judge
from carbonroad.base.values import Value
from carbonroad.link.system import Item, System
from carbonroad.model.items import Actual, Indicator, Milestone, Target
from carbonroad.model.roadmap import Part
from carbonroad.model.terms import Baseline


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
            rows.setdefault(f"{item.part}.{item.indicator.id}", []).append(item)
    return rows


def outcome(system: System, rows: Rows, item: Item, latest: date | None) -> Outcome | None:
    """Return what measured values say of an item due on a day; None where they say nothing."""
    if latest is None:
        return None
    if isinstance(item.written, Target) and item.indicator is not None:
        return target_outcome(item.indicator, item.written, latest)
    if isinstance(item.written, Milestone):
        if item.written.goal is not None:
            part = next(p for p in system.parts if p.id == item.part)
            return _goal_outcome(item.written.goal, part, latest.year)
        if item.indicators:
            return _joint([_indicator_outcome(rows.get(ref, []), latest.year) for ref in item.indicators])
    return None


def target_outcome(indicator: Indicator, target: Target, latest: date | None) -> Outcome | None:
    """Return what the indicator's measured values say of a target: decided, or met before its time."""
    value = target.value
    if value is None or latest is None:
        return None
    place = bisect_left(indicator.actuals, latest.year, key=_year)
    if place < len(indicator.actuals):
        actual = _of_year(indicator.actuals, _year(indicator.actuals[place]))[-1]
        return Outcome(_verdict(indicator, target, actual), actual, strive=value.strive)
    if _higher_is_better(indicator, target):
        for actual in sorted(_that_may_meet(indicator, value), key=lambda a: a.period.last):
            if _verdict(indicator, target, actual) == "met":
                return Outcome("met", actual, early=True, strive=value.strive)
    return None


def _that_may_meet(indicator: Indicator, value: Value) -> Iterable[Actual]:
    """Leave out what is below a level's lower bound: an indicator may have thousands of measured values."""
    low = value.low
    if value.change or low is None:
        return indicator.actuals
    return (actual for actual in indicator.actuals if actual.value >= low)


def _year(actual: Actual) -> int:
    return actual.period.last.year


def _of_year(actuals: Sequence[Actual], year: int) -> list[Actual]:
    """The values of a year, the one that counts last: the whole year's, else December's, else the latest.

    They stand in order of time, and none spans two years.
    """
    run = actuals[bisect_left(actuals, year, key=_year) : bisect_right(actuals, year, key=_year)]
    return sorted(run, key=lambda a: (_is_year(a), a.period.last))


def _is_year(actual: Actual) -> bool:
    return actual.period.first.replace(month=12, day=31) == actual.period.last and (
        actual.period.first.month == actual.period.first.day == 1
    )


def _verdict(indicator: Indicator, target: Target, actual: Actual) -> Verdict:
    value = target.value
    if value is None:
        return "undecided"
    good = _good_side(indicator, target)
    if not value.change:
        if actual.baseline is not None:
            return "undecided"  # a change cannot be compared with a level
        return judge(value, actual.value, good)
    baseline = target.baseline or indicator.baseline
    if actual.baseline is not None:
        return judge(value, actual.value, good) if _same(actual.baseline, baseline) else "undecided"
    return compare(value, actual.value, base_value(indicator, baseline), good)


def _same(first: Baseline, second: Baseline | None) -> bool:
    if second is None:
        return True
    return first.year == second.year if first.year is not None else first.words == second.words


def _good_side(indicator: Indicator, target: Target) -> Better | None:
    """As stated; else for one plain number the side that leads there from what was measured before.

    With nothing to go by, more of a level is better, and more of a sink (below zero) too.
    """
    if indicator.better is not None:
        return "higher" if indicator.better == "higher" else "lower"
    value = target.value
    if value is None or value.change or value.kind != "exact" or value.low is None:
        return None
    base = base_value(indicator, target.baseline or indicator.baseline)
    if base is None and indicator.actuals:
        first = min(indicator.actuals, key=lambda a: a.period)
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
    levels = [a.value for a in _of_year(indicator.actuals, baseline.year) if a.baseline is None]
    return levels[-1] if levels else None


def _higher_is_better(indicator: Indicator, target: Target) -> bool:
    """As stated, else as a target that sets a lower bound says."""
    if indicator.better is not None:
        return indicator.better == "higher"
    value = target.value
    if value is None or value.kind not in ("at-least", "more-than"):
        return False
    return value.direction > 0 if value.change else True


def _indicator_outcome(targets: list[Item], year: int) -> Outcome | None:
    """What is known of an indicator's targets of one year; None where it has none that count."""
    found = [
        target_outcome(item.indicator, item.written, item.latest)
        for item in targets
        if item.indicator is not None
        and isinstance(item.written, Target)
        and item.latest is not None
        and item.latest.year == year
        and item.superseded_by is None
        and item.status != "dropped"
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


def _goal_outcome(goal: str, part: Part, year: int) -> Outcome | None:
    """Peak or neutrality by the part's own measured emissions, once they reach the deadline's year."""
    actual = part.pathway.actual if part.pathway is not None else ()
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
