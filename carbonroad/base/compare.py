"""Whether a measured number meets a value; exact, and right for negative numbers."""

from fractions import Fraction
from typing import Final, Literal

from carbonroad.base.numbers import from_float
from carbonroad.base.values import Value

Verdict = Literal["met", "not-met", "undecided"]
Better = Literal["higher", "lower"]

_AROUND: Final = Fraction(5, 100)
_GOOD: Final = {"higher": 1, "lower": -1}


def compare(
    value: Value, actual: float, baseline: float | None = None, better: Better | None = None
) -> Verdict:
    """Compare a measured level with a value.

    Args:
        value: What is asked for.
        actual: The measured level, in the field's unit.
        baseline: The level of the base year, in the field's unit; only a change needs it.
        better: The good side of an exact, around or range value. Without it a change is good in its own
            direction, and a level that differs from its number is undecided.

    Returns:
        The verdict. For a value with `strive`, not-met means not reached, never missed. A change in
        percent, or a multiple, of a baseline that is zero or negative is undecided: a growing sink is
        a fall to one reader and a rise to another.
    """
    level = from_float(actual)
    if level is None:
        return "undecided"
    if not value.change:
        return _judge(value, level, better)
    base = None if baseline is None else from_float(baseline)
    measured = None if base is None else _change(value, level, base)
    return "undecided" if measured is None else _judge(value, measured, better)


def judge(value: Value, measured: float, better: Better | None = None) -> Verdict:
    """Compare what is measured in the value's own terms: a change in % for a relative change, and so on."""
    exact = from_float(measured)
    return "undecided" if exact is None else _judge(value, exact, better)


def _change(value: Value, level: Fraction, base: Fraction) -> Fraction | None:
    if not (value.relative or value.multiple):
        return level - base
    if base <= 0:
        return None
    return level / base if value.multiple else (level / base - 1) * 100


def _judge(value: Value, measured: Fraction, better: Better | None) -> Verdict:
    low = None if value.low is None else from_float(value.low)
    high = None if value.high is None else from_float(value.high)
    if not value.understood or (low is None and high is None):
        return "undecided"
    if low is None or high is None:
        return _against_bound(measured, low, high, strict=value.kind in {"more-than", "less-than"})
    if value.kind == "around" and abs(measured - low) <= abs(low) * _AROUND:
        return "undecided"
    good = value.direction if better is None else _GOOD[better]
    return "met" if low <= measured <= high else _outside(good, above=measured > high)


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
