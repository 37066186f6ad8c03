"""A part of a divided target as a value that can be said."""

from fractions import Fraction
from math import floor, log10

from carbonroad.base.values.value import Value
from carbonroad.base.values.value_words import ValueKind
from carbonroad.link.family import HandedTarget

_DIGITS = 6
_DECIMALS = 10**6


def kind_of(target: HandedTarget) -> ValueKind:
    """Return how a target speaks."""
    return target.kind  # type: ignore[return-value]  # one of them: it was a value's


def as_float(number: Fraction | str | None) -> float | None:
    """Return an exact number as it is printed: a mean such as 24 6/7 with six digits, 24.8571."""
    if number is None:
        return None
    exact = Fraction(number)
    if (exact * _DECIMALS).denominator == 1:
        return float(exact)
    return round(float(exact), max(0, _DIGITS - 1 - floor(log10(abs(exact)))))


def value_of(
    terms: str,
    kind: ValueKind,
    low: float | None,
    high: float | None,
    direction: int,
    *,
    strive: bool = False,
) -> Value:
    """Return a value of what is counted: a level, or a change."""
    counted, _, yearly = terms.partition(" ")
    return Value(
        "",
        kind,
        low,
        high,
        change=counted != "level",
        direction=(1 if direction > 0 else -1 if direction < 0 else 0),
        relative=counted == "percent",
        points=counted == "points",
        multiple=counted == "multiple",
        yearly=bool(yearly),
        strive=strive,
    )
