"""What an indicator's numbers say against each other: forms that do not mix, targets that ask for less."""

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.values.numbers import from_float
from carbonroad.base.values.value import Value
from carbonroad.compute.pathways.trajectory import rounding
from carbonroad.compute.targets.series import ONE, Entry, Series
from carbonroad.compute.targets.strength import CEILINGS, FLOORS, Good, known_base, meant_side, weaker
from carbonroad.model.items import Indicator

_LOOK_BACK = 50


class Mixed(NamedTuple):
    """Two numbers of one indicator that cannot be compared; `odd` is of the rarer form."""

    odd: Entry
    other: Entry


class Doubt(NamedTuple):
    """A change in percent of a percentage, which may be meant in points.

    Attributes:
        entry: The change.
        points: A change in points beside it, if there is one.
        base: The percentage that it starts from, if known.
    """

    entry: Entry
    points: Entry | None
    base: Fraction | None


Against = Literal["rise", "fall", "floor", "ceiling", "worse"]


def better_side(indicator: Indicator) -> Good | None:
    """Return the good side that the indicator states."""
    if indicator.better is None:
        return None
    return "higher" if indicator.better == "higher" else "lower"


def mixed_forms(series: Series) -> Mixed | None:
    """Return the first two numbers of different forms that no known baseline makes comparable.

    What is measured against words ("peak level") is shown and never computed: its author knows.
    """
    if not series.changes:
        return None
    entries = [entry for entry in series.entries if entry.role in ("actual", "target")]
    if len({entry.measure for entry in entries}) < 2 or percent_of_percent(series) is not None:
        return None
    loose = next((entry for entry in entries if _is_loose(series.indicator, entry)), None)
    if loose is None:
        return None
    same = [entry for entry in entries if entry.measure == loose.measure]
    others = [entry for entry in entries if entry.measure != loose.measure]
    if len(same) == len(others):
        odd = max(same[0], others[0], key=lambda entry: entry.year)
        return Mixed(odd, others[0] if odd is same[0] else same[0])
    return Mixed(others[0], same[0]) if len(others) < len(same) else Mixed(same[0], others[0])


def _is_loose(indicator: Indicator, entry: Entry) -> bool:
    """Whether a change has no level to start from, and should have one."""
    if entry.measure == "level" or (entry.baseline is not None and entry.baseline.year is None):
        return False
    base = known_base(indicator, entry)
    return base is None or (base <= 0 and entry.measure in ("percent", "multiple"))


def percent_of_percent(series: Series) -> Doubt | None:
    """Return the first change in percent among an indicator's percentages or changes in points."""
    unit = series.indicator.unit
    if not series.changes or unit is None or not unit.is_percent:
        return None
    changes = [one for one in series.entries if one.measure == "percent" and one.role == "target"]
    if not changes:
        return None
    points = next((entry for entry in series.entries if entry.measure == "points"), None)
    known = series.levels
    for entry in changes:
        base = _starting_level(series.indicator, known, entry)
        if points is not None or (base is not None and 0 <= base + Fraction(entry.number) <= 100):
            return Doubt(entry, points, base)
    return None


def _starting_level(indicator: Indicator, known: Sequence[Entry], entry: Entry) -> Fraction | None:
    """The level of the base year, else the last one before the change's year."""
    base = known_base(indicator, entry)
    before = bisect_left(known, entry.year, key=_year)
    if base is None and before:
        base = known[before - 1].number
    return None if base is None else from_float(base)


def _year(entry: Entry) -> int:
    return entry.year


def without_baseline(series: Series) -> list[Entry]:
    """Return the targets that are changes against nothing.

    Over a period, and in a unit per year, the start of the time is what it is measured against.
    """
    unit = series.indicator.unit
    if not series.changes or (unit is not None and unit.per_year):
        return []
    found = [
        entry
        for entry in series.entries
        if entry.role == "target" and entry.measure != "level" and entry.baseline is None
    ]
    found = [entry for entry in found if entry.length == ONE]
    return [] if not found or mixed_forms(series) or percent_of_percent(series) else found


def against_better(series: Series) -> tuple[Entry, Against, Entry | None] | None:
    """Return the first target that leads to the bad side, how, and the level that shows it.

    A ceiling on a rise and a floor under a fall lead nowhere; nor does a bound that today's level meets:
    "not below 90 %" at 97 % keeps what there is.
    """
    good = better_side(series.indicator)
    if good is None:
        return None
    measured = [one for one in series.levels if one.role in ("baseline", "actual")]
    for entry in series.entries:
        if entry.role != "target":
            continue
        how = _wrong_words(entry.value, good)
        if how is not None:
            return entry, how, None
        if entry.measure == "level" and entry.value.kind not in (FLOORS | CEILINGS) and not series.slips:
            shown = _better_before(series.indicator, measured, entry, good)
            if shown is not None:
                return entry, "worse", shown
    return None


def _wrong_words(value: Value, good: Good) -> Against | None:
    """What the value's own words say against the good side."""
    if value.change:
        if value.kind in CEILINGS or value.direction * (1 if good == "higher" else -1) >= 0:
            return None
        return "rise" if value.direction > 0 else "fall"
    if good == "lower" and value.kind in FLOORS:
        return "floor"
    return "ceiling" if good == "higher" and value.kind in CEILINGS else None


def _better_before(indicator: Indicator, measured: list[Entry], entry: Entry, good: Good) -> Entry | None:
    """The first level before a target's year, if it and the last one are both better than the target."""
    before = bisect_left(measured, entry.year, key=_year)
    if not before or entry.length != ONE:
        return None
    ends = measured[0], measured[before - 1]
    return ends[0] if all(weaker(indicator, entry, one, good) for one in ends) else None


def falls_behind(series: Series) -> list[tuple[Entry, Entry]]:
    """Return each target that asks for less than the one before it, with that one.

    A firm target may ask for less than one that was only striven for.
    """
    good = better_side(series.indicator)
    if good is None or len(series.entries) < 2 or series.slips:
        return []
    targets = [entry for entry in series.entries if entry.role == "target"]
    found = []
    for place, entry in enumerate(targets):
        before = _nearest(series.indicator, targets, place, good)
        if before is not None:
            found.append((entry, before))
    return [] if found and against_better(series) is not None else found


def _nearest(indicator: Indicator, targets: list[Entry], place: int, good: Good) -> Entry | None:
    """The target of the nearest earlier year that can be compared, if this one is weaker than all of it."""
    entry, found = targets[place], None
    for before in reversed(targets[max(0, place - _LOOK_BACK) : place]):
        if before.year == entry.year or (before.value.strive and not entry.value.strive):
            continue
        if found is not None and before.year != found.year:
            return found
        less = weaker(indicator, entry, before, good)
        if less is False:
            return None
        if less:
            found = before
    return found


def weak_stretch(series: Series) -> list[tuple[Entry, Entry]]:
    """Return each stretch that asks for less than its own target, with the target."""
    if not any(entry.role == "stretch" for entry in series.entries):
        return []
    firm = {id(entry.written): entry for entry in series.entries if entry.role == "target"}
    found = []
    for entry in series.entries:
        target = firm.get(id(entry.written)) if entry.role == "stretch" else None
        good = None if target is None else better_side(series.indicator) or meant_side(target.value)
        if target is not None and good is not None and weaker(series.indicator, entry, target, good):
            found.append((entry, target))
    return found


def disagrees(stated: float, measured: float) -> bool:
    """Whether two numbers for the same thing differ by more than the rounding of the coarser one."""
    if stated == measured:
        return False
    one, two = from_float(stated), from_float(measured)
    return one is not None and two is not None and abs(one - two) > max(rounding(stated), rounding(measured))
