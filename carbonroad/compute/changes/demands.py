"""Whether a target asks for less or more than it did."""

from fractions import Fraction

from carbonroad.base.record import NamedTuple
from carbonroad.base.values.units import Unit, convert_factor
from carbonroad.base.values.value import Value
from carbonroad.compute.changes.change import Direction
from carbonroad.compute.status.target_years import TargetYears
from carbonroad.compute.targets.series import Entry, Role, target_entry
from carbonroad.compute.targets.strength import (
    CONVERTED,
    Ends,
    Good,
    asked,
    asked_in,
    exact_bounds,
    level_of,
    meant_side,
    same_base,
)
from carbonroad.link.system import Item
from carbonroad.model.items import Indicator

_FIRM = {"around": -1, "more-than": 1, "less-than": 1}


class DemandChange(NamedTuple):
    """How one demand compares with another.

    Attributes:
        direction: weaker, stronger, or empty.
        by: How much larger the number became, where both count the same.
        reason: Why the direction is not known; empty where it is, or where nothing but words changed.
    """

    direction: Direction
    by: Fraction | None = None
    reason: str = ""


def compare_demands(
    old: Item, new: Item, target_years: tuple[TargetYears, TargetYears], *, stretch: bool = False
) -> DemandChange:
    """Compare what a target asked for with what it asks for now.

    As levels where the base year's level is known, else as changes; units are converted. With a number below
    zero (a sink) less is more: only the side that is better decides.

    Args:
        old: The target's item in the old version.
        new: The same in the new one.
        target_years: What reads the keys of either version.
        stretch: Whether their second, striving values are compared.
    """
    role: Role = "stretch" if stretch else "target"
    before, after = target_entry(old, role, target_years[0]), target_entry(new, role, target_years[1])
    if before is None or after is None:
        return DemandChange("", reason="not-understood")
    if before.length != after.length:
        return DemandChange("", reason="other-period")
    factor = rate_between(_indicator(old).unit, _indicator(new).unit)
    counted = not {before.measure, after.measure}.isdisjoint(("level", "units"))
    if factor is None and counted:
        return DemandChange("", reason="other-unit")
    good = _good(old, new, before.value, after.value)
    if _count_alike(before, after):
        rate = factor if factor is not None and counted else Fraction(1)
        return _counted_alike(before.value, after.value, rate, good)
    if good is None:
        return DemandChange("", reason="no-side")
    return _as_levels((_indicator(old), before), (_indicator(new), after), factor or Fraction(1), good)


def _count_alike(before: Entry, after: Entry) -> bool:
    """Whether both are levels, or the same kind of change against the same base."""
    return (
        before.measure == after.measure
        and before.value.yearly == after.value.yearly
        and same_base(before.baseline, after.baseline)
    )


def _counted_alike(before: Value, after: Value, rate: Fraction, good: Good | None) -> DemandChange:
    by = _larger(before, after, rate)
    if good is None:
        same = (before.kind, before.strive) == (after.kind, after.strive) and by == 0
        return DemandChange("", by, "" if same else "no-side")
    return _judged(
        (asked_in(before, rate, good), asked_in(after, Fraction(1), good)), before, after, by, Fraction(0)
    )


def _as_levels(
    before: tuple[Indicator, Entry], after: tuple[Indicator, Entry], rate: Fraction, good: Good
) -> DemandChange:
    """Through the levels of their base years, which leave one percent open."""
    one, two = level_of(*before), level_of(*after)
    if one is None or two is None:
        return DemandChange("", reason="base-unknown")
    low, high = (None if end is None else end * rate for end in one)
    ends = asked(low, high, good), asked(*two, good)
    return _judged(ends, before[1].value, after[1].value, None, CONVERTED)


def _judged(
    ends: tuple[Ends | None, Ends | None], old: Value, new: Value, by: Fraction | None, share: Fraction
) -> DemandChange:
    before, after = ends
    if before is None or after is None:
        return DemandChange("", by, "other-side")
    room = share * max(abs(end) for end in (*before, *after))
    less = any(mine + room < other for mine, other in zip(after, before, strict=True))
    more = any(mine > other + room for mine, other in zip(after, before, strict=True))
    if less and more:
        return DemandChange("", by, "mixed")
    if less or more:
        return DemandChange("weaker" if less else "stronger", by)
    firm = (not new.strive, _FIRM.get(new.kind, 0)), (not old.strive, _FIRM.get(old.kind, 0))
    if firm[0] == firm[1]:
        return DemandChange("", by)
    return DemandChange("weaker" if firm[0] < firm[1] else "stronger", by)


def _indicator(item: Item) -> Indicator:
    assert item.indicator is not None  # noqa: S101 - a target has one
    return item.indicator


def _good(old: Item, new: Item, before: Value, after: Value) -> Good | None:
    """The side that is better: as both versions say, or the only one that does; None where they differ."""
    stated = {item.indicator.better for item in (old, new) if item.indicator is not None} - {None}
    if len(stated) == 1:
        return "higher" if stated == {"higher"} else "lower"
    if stated:
        return None
    meant = {meant_side(before), meant_side(after)} - {None}
    return meant.pop() if len(meant) == 1 else None


def rate_between(old: Unit | None, new: Unit | None) -> Fraction | None:
    """Return how many of the new unit are one of the old; None where they do not convert."""
    if old == new:
        return Fraction(1)
    return None if old is None or new is None else convert_factor(old, new)


def _larger(old: Value, new: Value, rate: Fraction) -> Fraction | None:
    """How much larger the number became; of a range the end that moved, None where both did otherwise."""
    grown = {
        now - was * rate
        for was, now in zip(exact_bounds(old), exact_bounds(new), strict=True)
        if was is not None and now is not None
    }
    moved = grown - {0} or grown
    return moved.pop() if len(moved) == 1 else None
