"""Whether a measured number meets a value; exact, and right for negative numbers.

Floats are in the order of the decimals that they were written as, so they are compared as they are; what is
worked out of them decides only where it is farther off than its error, else fractions do.
"""

from fractions import Fraction
from math import isfinite
from typing import Final, Literal, TypeVar

from carbonroad.base.values.numbers import from_float
from carbonroad.base.values.value import Value

Verdict = Literal["met", "not-met", "undecided"]
Better = Literal["higher", "lower"]
Number = TypeVar("Number", float, Fraction)

_AROUND: Final = Fraction(5, 100)
_STRICT: Final = frozenset({"more-than", "less-than"})
_GOOD: Final = {"higher": 1, "lower": -1}
_ALL: Final = 100
_ERROR: Final = 1e-12
"""Of numbers worked out in a few steps the relative error is a hundredth of this."""
_TINY: Final = 1e-300
"""Below it floats lose digits."""
_HUGE: Final = 1e300
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
    if not (isinstance(actual, Fraction) or isinstance(baseline, Fraction)):
        said = _nearly(value, actual, baseline, better)
        if said is not None:
            return said
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
    if not isinstance(measured, Fraction):
        said = _by_floats(value, measured, better)
        if said is not None:
            return said
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


def _nearly(value: Value, level: float, base: float | None, better: Better | None) -> Verdict | None:
    """The verdict on a level where floats are sure of it."""
    if not value.change:
        return _by_floats(value, level, better)
    if base is None:
        return None
    if not (value.relative or value.multiple):
        return _by_floats(value, level - base, better, (abs(level) + abs(base) + _TINY) * _ERROR)
    if not _TINY < base <= _HUGE:
        return None
    ratio = level / base
    if value.multiple:
        return _by_floats(value, ratio, better, (abs(ratio) + _TINY) * _ERROR)
    return _by_floats(value, (ratio - 1) * 100, better, (abs(ratio) + 1) * _ERROR)


def _by_floats(value: Value, measured: float, better: Better | None, error: float = 0) -> Verdict | None:
    """The verdict on what is measured where floats are sure of it.

    Args:
        value: What is asked for.
        measured: In the value's own terms.
        better: The good side.
        error: How far what is measured may be off; 0 for a number as it was written.
    """
    low, high = value.low, value.high
    if value.yearly or not isfinite(measured):
        return None
    if not (_is_clear(measured, low, error) and _is_clear(measured, high, error)):
        return None
    if low is not None and high is not None and value.kind == "around":
        room = abs(low) * float(_AROUND)
        over = abs(measured - low) - room
        if room < _TINY or abs(over) <= error + room * _ERROR * _ALL:
            return None
        return "undecided" if over < 0 else _verdict(value, measured, low, high, better)
    return _verdict(value, measured, low, high, better)


def _is_clear(measured: float, end: float | None, error: float) -> bool:
    """Whether floats tell on which side of a bound a number lies."""
    if end is None:
        return True
    return isfinite(end) and (not error or abs(measured - end) > error + abs(end) * _ERROR)


def _judge(value: Value, measured: Fraction, better: Better | None, years: int | None = None) -> Verdict:
    low, high = (_bound(value, end, years) for end in (value.low, value.high))
    if low is not None and high is not None and value.kind == "around" and _is_near(value, measured, years):
        return "undecided"
    return _verdict(value, measured, low, high, better)


def _verdict(
    value: Value, measured: Number, low: Number | None, high: Number | None, better: Better | None
) -> Verdict:
    """Hold a number against the bounds that are given."""
    if not value.understood or (low is None and high is None):
        return "undecided"
    if low is None or high is None:
        return _against_bound(measured, low, high, strict=value.kind in _STRICT)
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


def _against_bound(measured: Number, low: Number | None, high: Number | None, *, strict: bool) -> Verdict:
    """Compare with the one bound that is given."""
    if measured in (low, high):
        return "not-met" if strict else "met"
    inside = (low is None or measured > low) and (high is None or measured < high)
    return "met" if inside else "not-met"


def _outside(good: int, *, above: bool) -> Verdict:
    """A number beyond an exact, around or range value: met on the good side."""
    if good == 0:
        return "undecided"
    return "met" if above == (good > 0) else "not-met"
