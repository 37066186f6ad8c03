"""Whether a target asks for less or more than it did."""

from fractions import Fraction

from carbonroad.base.record import NamedTuple
from carbonroad.base.values.numbers import from_float
from carbonroad.base.values.units import Unit, convert_factor
from carbonroad.base.values.values import Value
from carbonroad.compute.changes.change import Direction
from carbonroad.compute.status.spans import Spans, base_of
from carbonroad.compute.targets.series import ONE, Entry, Measure, measure_of
from carbonroad.compute.targets.strength import Ends, Good, asked, level_of, same_base
from carbonroad.link.system import Item
from carbonroad.model.items import Indicator, Target

_CONVERTED = Fraction(1, 100)
_FIRM = {"around": -1, "more-than": 1, "less-than": 1}
_CEILINGS = frozenset(("at-most", "less-than"))
_FLOORS = frozenset(("at-least", "more-than"))


class Verdict(NamedTuple):
    """How one demand compares with another.

    Attributes:
        direction: weaker, stronger, or empty.
        by: How much larger the number became, where both count the same.
        reason: Why the direction is not known; empty where it is, or where nothing but words changed.
    """

    direction: Direction
    by: Fraction | None = None
    reason: str = ""


def compare_demands(old: Item, new: Item, spans: tuple[Spans, Spans], *, stretch: bool = False) -> Verdict:
    """Compare what a target asked for with what it asks for now.

    As levels where the base year's level is known, else as changes; units are converted. With a number below
    zero (a sink) less is more: only the side that is better decides.

    Args:
        old: The target's item in the old version.
        new: The same in the new one.
        spans: What reads the keys of either version.
        stretch: Whether their second, striving values are compared.
    """
    before, after = _entry(old, spans[0], stretch=stretch), _entry(new, spans[1], stretch=stretch)
    if before is None or after is None:
        return Verdict("", reason="not-understood")
    if before.length != after.length:
        return Verdict("", reason="other-period")
    factor = _factor(old, new)
    counted = not {before.measure, after.measure}.isdisjoint(("level", "units"))
    if factor is None and counted:
        return Verdict("", reason="other-unit")
    good = _good(old, new, before.value, after.value)
    if _count_alike(before, after):
        rate = factor if factor is not None and counted else Fraction(1)
        return _counted_alike(before.value, after.value, rate, good)
    if good is None:
        return Verdict("", reason="no-side")
    return _as_levels((_indicator(old), before), (_indicator(new), after), factor or Fraction(1), good)


def _count_alike(before: Entry, after: Entry) -> bool:
    """Whether both are levels, or the same kind of change against the same base."""
    return (
        before.measure == after.measure
        and before.value.yearly == after.value.yearly
        and same_base(before.baseline, after.baseline)
    )


def _counted_alike(before: Value, after: Value, rate: Fraction, good: Good | None) -> Verdict:
    by = _larger(before, after, rate)
    if good is None:
        same = (before.kind, before.strive) == (after.kind, after.strive) and by == 0
        return Verdict("", by, "" if same else "no-side")
    return _judged(
        (_asked(before, rate, good), _asked(after, Fraction(1), good)), before, after, by, Fraction(0)
    )


def _as_levels(
    before: tuple[Indicator, Entry], after: tuple[Indicator, Entry], rate: Fraction, good: Good
) -> Verdict:
    """Through the levels of their base years, which leave one percent open."""
    one, two = level_of(*before), level_of(*after)
    if one is None or two is None:
        return Verdict("", reason="base-unknown")
    low, high = (None if end is None else end * rate for end in one)
    ends = asked(low, high, good), asked(*two, good)
    return _judged(ends, before[1].value, after[1].value, None, _CONVERTED)


def _judged(
    ends: tuple[Ends | None, Ends | None], old: Value, new: Value, by: Fraction | None, share: Fraction
) -> Verdict:
    before, after = ends
    if before is None or after is None:
        return Verdict("", by, "other-side")
    room = share * max(abs(end) for end in (*before, *after))
    less = any(mine + room < other for mine, other in zip(after, before, strict=True))
    more = any(mine > other + room for mine, other in zip(after, before, strict=True))
    if less and more:
        return Verdict("", by, "mixed")
    if less or more:
        return Verdict("weaker" if less else "stronger", by)
    firm = (not new.strive, _FIRM.get(new.kind, 0)), (not old.strive, _FIRM.get(old.kind, 0))
    if firm[0] == firm[1]:
        return Verdict("", by)
    return Verdict("weaker" if firm[0] < firm[1] else "stronger", by)


def _indicator(item: Item) -> Indicator:
    assert item.indicator is not None  # noqa: S101 - a target has one
    return item.indicator


def _entry(item: Item, spans: Spans, *, stretch: bool) -> Entry | None:
    target, indicator = item.written, item.indicator
    if not isinstance(target, Target) or indicator is None:
        return None
    value = target.stretch if stretch else target.value
    if value is None or not value.understood:
        return None
    key = target.key.text.strip()
    years = spans.years(key)
    length = ONE if years is None else years.last - years.first + 1
    measure: Measure = measure_of(value)
    against = None if measure == "level" else base_of(indicator, target, years)
    year = item.latest.year if item.latest is not None else 0
    return Entry("target", year, key, value, measure, against, length, target.place, "value", target, item)


def _good(old: Item, new: Item, before: Value, after: Value) -> Good | None:
    """The side that is better: as both versions say, or the only one that does; None where they differ."""
    stated = {item.indicator.better for item in (old, new) if item.indicator is not None} - {None}
    if len(stated) == 1:
        return "higher" if stated == {"higher"} else "lower"
    if stated:
        return None
    meant = {_meant(before), _meant(after)} - {None}
    return meant.pop() if len(meant) == 1 else None


def _meant(value: Value) -> Good | None:
    """The side that a value's own words call good."""
    if value.change and value.direction:
        return "higher" if value.direction > 0 else "lower"
    if value.kind in _FLOORS:
        return "higher"
    return "lower" if value.kind in _CEILINGS else None


def _factor(old: Item, new: Item) -> Fraction | None:
    """How many of the new unit are one of the old."""
    units: list[Unit | None] = [_indicator(item).unit for item in (old, new)]
    if units[0] == units[1]:
        return Fraction(1)
    return None if units[0] is None or units[1] is None else convert_factor(units[0], units[1])


def _asked(value: Value, scale: Fraction, good: Good) -> Ends | None:
    low, high = _exact(value.low), _exact(value.high)
    return asked(None if low is None else low * scale, None if high is None else high * scale, good)


def _larger(old: Value, new: Value, rate: Fraction) -> Fraction | None:
    """How much larger the number became; of a range the end that moved, None where both did otherwise."""
    grown = {
        now - was * rate
        for was, now in (
            (_exact(old.low), _exact(new.low)),
            (_exact(old.high), _exact(new.high)),
        )
        if was is not None and now is not None
    }
    moved = grown - {0} or grown
    return moved.pop() if len(moved) == 1 else None


def _exact(end: float | None) -> Fraction | None:
    return None if end is None else from_float(end)
