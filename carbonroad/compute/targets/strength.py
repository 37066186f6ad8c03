"""Which of two values asks for more: as levels where the base year's level is known, else as changes."""

from fractions import Fraction
from typing import Final, Literal, TypeVar

from carbonroad.base.values.compare import whole_change
from carbonroad.base.values.numbers import from_float
from carbonroad.base.values.value import Value
from carbonroad.compute.status.target_years import years_between
from carbonroad.compute.status.verdicts import base_value
from carbonroad.compute.targets.series import Entry, Measure
from carbonroad.model.items import Indicator
from carbonroad.model.terms import Baseline

Good = Literal["higher", "lower"]
Ends = tuple[Fraction, Fraction]
"""The least and the most that is asked for, larger being better."""
Bounds = tuple[Fraction | None, Fraction | None]
"""A lower and an upper bound; None where open."""
Number = TypeVar("Number", float, Fraction)

AROUND: Final = Fraction(5, 100)
"""How far from the number "around" reaches."""
CONVERTED: Final = Fraction(1, 100)
"""What a level leaves open that was worked out from a change."""
FLOORS: Final = frozenset(("at-least", "more-than"))
CEILINGS: Final = frozenset(("at-most", "less-than"))


def level_of(indicator: Indicator, entry: Entry) -> Bounds | None:
    """Return a value's bounds as levels in the indicator's unit; None where its base's level is not known.

    A change in percent, or a multiple, of a base that is not above zero means nothing.
    """
    low, high = exact_bounds(entry.value)
    if entry.measure == "level":
        return low, high
    known = base_value(indicator, entry.baseline)
    base = None if known is None else from_float(known)
    if base is None or (entry.measure in ("percent", "multiple") and base <= 0):
        return None
    years = years_between(entry.baseline, entry.year)
    low, high = (None if end is None else whole_change(entry.value, end, years) for end in (low, high))
    if low is None and high is None:
        return None
    return _reached(base, low, entry.measure), _reached(base, high, entry.measure)


def exact_bounds(value: Value) -> Bounds:
    """Return what a value asks for as exact numbers; None for an end that is open."""
    return _exact(value.low), _exact(value.high)


def _exact(number: float | None) -> Fraction | None:
    return None if number is None else from_float(number)


def _reached(base: Fraction, change: Fraction | None, measure: Measure) -> Fraction | None:
    if change is None:
        return None
    if measure == "percent":
        return base * (1 + change / 100)
    return base * change if measure == "multiple" else base + change


def asked(low: Number | None, high: Number | None, good: Good) -> tuple[Number, Number] | None:
    """Return the least and the most that bounds ask for, larger being better.

    None where they bound only the other side: a floor asks for nothing if lower is better.
    """
    if good == "lower":
        low, high = (None if high is None else -high), (None if low is None else -low)
    return None if low is None else (low, low if high is None else high)


def meant_side(value: Value) -> Good | None:
    """Return the side that a value's own words call good; None where they call none."""
    if value.change and value.direction:
        return "higher" if value.direction > 0 else "lower"
    if value.low is None or value.high is None:
        return "higher" if value.high is None else "lower"
    return None


def asked_in(value: Value, scale: Fraction, good: Good) -> Ends | None:
    """Return the least and the most that a value asks for, in a unit so many times."""
    low, high = exact_bounds(value)
    return asked(None if low is None else low * scale, None if high is None else high * scale, good)


def weaker(indicator: Indicator, later: Entry, earlier: Entry, good: Good) -> bool | None:
    """Whether a value asks for less than another one; None where they cannot be compared.

    A range is weaker if one of its ends is and the other is not stronger. "Around" leaves 5 % open, and a
    level that was worked out from a change 1 %.
    """
    if later.length != earlier.length:
        return None
    around = "around" in (later.value.kind, earlier.value.kind)
    alike = later.measure == earlier.measure and later.value.yearly == earlier.value.yearly
    if alike and same_base(later.baseline, earlier.baseline):
        one = asked(later.value.low, later.value.high, good)
        two = asked(earlier.value.low, earlier.value.high, good)
        if one is None or two is None:
            return None
        if not (_is_less(one, two) and around):  # decimals are in the same order as floats
            return _is_less(one, two)
        mine, other = _exact_ends(one), _exact_ends(two)
    else:
        levels = [level_of(indicator, entry) for entry in (later, earlier)]
        ends = [None if level is None else asked(*level, good) for level in levels]
        mine, other = ends
    if mine is None or other is None:
        return None
    room = (AROUND if around else CONVERTED) * max(abs(end) for end in (*mine, *other))
    return _is_less(mine, other, room)


def _is_less(mine: tuple[Number, Number], other: tuple[Number, Number], room: Fraction | int = 0) -> bool:
    """Whether one end asks for less by more than there is room, and neither asks for more."""
    short = mine[0] + room < other[0] or mine[1] + room < other[1]
    return short and not (mine[0] > other[0] + room or mine[1] > other[1] + room)


def _exact_ends(ends: tuple[float, float]) -> Ends | None:
    low, high = _exact(ends[0]), _exact(ends[1])
    return None if low is None or high is None else (low, high)


def same_base(first: Baseline | None, second: Baseline | None) -> bool:
    """Whether two changes are measured against the same thing."""
    if first is None or second is None:
        return first is second
    return first.year == second.year if first.year is not None else first.words == second.words


def known_base(indicator: Indicator, entry: Entry) -> float | None:
    """Return the level that a change is measured against, where it is stated or measured."""
    return base_value(indicator, entry.baseline)
