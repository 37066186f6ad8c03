"""Whether a measured number meets a value; exact, and right for negative numbers."""

from fractions import Fraction
from typing import Final, Literal

from carbonroad.base.numbers import from_float
from carbonroad.base.values import Value

Verdict = Literal["met", "not-met", "undecided"]
Better = Literal["higher", "lower"]

_AROUND: Final = Fraction(5, 100)
_GOOD: Final = {"higher": 1, "lower": -1}
_ALL: Final = 100
_MOST_YEARS: Final = 200
"""Over more years no yearly change is compounded: it would be a slip, and a number of thousands of digits."""


def compare(
    value: Value,
    actual: float | Fraction,
    baseline: float | Fraction | None = None,
    better: Better | None = None,
    years: int | None = None,
) -> Verdict:
    """Compare a measured level with a value.

    Args:
        value: What is asked for.
        actual: The measured level, in the field's unit.
        baseline: The level of the base year, in the field's unit; only a change needs it.
        better: The good side of an exact, around or range value. Without it a change is good in its own
            direction, and a level that differs from its number is undecided.
        years: From the base year to the target's; only a change of each year needs it.

    Returns:
        The verdict. For a value with `strive`, not-met means not reached, never missed. A change in
        percent, or a multiple, of a baseline that is zero or negative is undecided: a growing sink is
        a fall to one reader and a rise to another.
    """
    level = _exact(actual)
    if level is None:
        return "undecided"
    if not value.change:
        return _judge(value, level, better)
    base = None if baseline is None else _exact(baseline)
    measured = None if base is None else _change(value, level, base)
    return "undecided" if measured is None else _judge(value, measured, better, years)


def judge(
    value: Value, measured: float | Fraction, better: Better | None = None, years: int | None = None
) -> Verdict:
    """Compare what is measured in the value's own terms: a change in % for a relative change, and so on.

    What is measured against a change of each year is the whole change over `years`.
    """
    exact = _exact(measured)
    return "undecided" if exact is None else _judge(value, exact, better, years)


def whole_change(value: Value, bound: Fraction, years: int | None) -> Fraction | None:
    """Return what a bound comes to over the years; None where it is of each year and the years are not known.

    Percent compound: 3 % down a year is 14.1 % down after five years. Points and units add up.
    """
    if not value.yearly:
        return bound
    if years is None or not 0 < years <= _MOST_YEARS:
        return None
    if not value.relative:
        return bound * years
    return ((1 + bound / 100) ** years - 1) * 100 if bound > -_ALL else None


def _exact(number: float | Fraction) -> Fraction | None:
    return number if isinstance(number, Fraction) else from_float(number)


def _change(value: Value, level: Fraction, base: Fraction) -> Fraction | None:
    if not (value.relative or value.multiple):
        return level - base
    if base <= 0:
        return None
    return level / base if value.multiple else (level / base - 1) * 100


def _judge(value: Value, measured: Fraction, better: Better | None, years: int | None = None) -> Verdict:
    low, high = (_bound(value, end, years) for end in (value.low, value.high))
    if not value.understood or (low is None and high is None):
        return "undecided"
    if low is None or high is None:
        return _against_bound(measured, low, high, strict=value.kind in {"more-than", "less-than"})
    if value.kind == "around" and _is_near(value, measured, years):
        return "undecided"
    good = value.direction if better is None else _GOOD[better]
    return "met" if low <= measured <= high else _outside(good, above=measured > high)


def _bound(value: Value, end: float | None, years: int | None) -> Fraction | None:
    exact = None if end is None else from_float(end)
    return None if exact is None else whole_change(value, exact, years)


def _is_near(value: Value, measured: Fraction, years: int | None) -> bool:
    """Whether a number lies within 5 % of the one it is to be around; of a yearly change, of the rate."""
    number = None if value.low is None else from_float(value.low)
    if number is None:
        return False
    room = abs(number) * _AROUND
    ends = [whole_change(value, end, years) for end in (number - room, number + room)]
    return all(end is not None for end in ends) and (ends[0] or 0) <= measured <= (ends[1] or 0)


def _against_bound(
    measured: Fraction, low: Fraction | None, high: Fraction | None, *, strict: bool
) -> Verdict:
    """Compare with the one bound that is given."""
    if measured in {low, high}:
        return "not-met" if strict else "met"
    inside = (low is None or measured > low) and (high is None or measured < high)
    return "met" if inside else "not-met"


def _outside(good: int, *, above: bool) -> Verdict:
    """A number beyond an exact, around or range value: met on the good side."""
    if good == 0:
        return "undecided"
    return "met" if above == (good > 0) else "not-met"
