"""Numbers that left their series' scale or sign: 万 for 亿, a percent typed as a fraction, a lost minus."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import log10
from typing import Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.values.numbers import from_float

Point = tuple[int, float]
"""A year and a number."""

SCALES: Final = (3, 4, 6, 8)
"""Powers of ten between units that are confused: kt and Mt, 万, kt and Gt, 亿."""
HUNDREDFOLD: Final = (2,)

_NEAR = log10(3)
"""How far the rest may have grown meanwhile: threefold either way."""
_PER_YEAR = log10(3)
"""Nothing grows or falls threefold every year from one stated year to the next."""
_FEWEST = 5.0
"""A count below this says nothing about what the next one may be: 1 pilot, then 1,000."""


class Slip(NamedTuple):
    """Numbers that stand on another scale than the rest of their series.

    Attributes:
        first: The place of the first of them.
        run: How many follow each other on that scale.
        beside: The place of the nearest number on the series' own scale.
        power: Their scale against it: 4 if they are about 10,000 times as large, -4 if as small.
    """

    first: int
    run: int
    beside: int
    power: int


def scale_slips(
    points: Sequence[Point], powers: Sequence[int], good: int = 0, *, counted: bool = False
) -> list[Slip]:
    """Return the runs of numbers that are off by a power of ten.

    A step between two neighbours counts if no growth explains it: it is undone at the next number, or it is
    more than threefold in every year, or it leads away from what is good. The scale that most numbers have is
    the series' own; of two equally common ones the first.

    Args:
        points: Ascending by year. Numbers of zero are passed over, and a change of sign is no step.
        powers: The powers of ten to look for.
        good: 1 if higher is better, -1 if lower, 0 if nobody says.
        counted: Whether they count things.
    """
    sizes = [abs(number) for _, number in points if number]
    if not sizes or max(sizes) < min(sizes) * 10 ** (powers[0] - _NEAR):
        return []
    known = [place for place, (_, number) in enumerate(points) if number]
    steps = [_step(points[a][1], points[b][1], powers, counted=counted) for a, b in pairwise(known)]
    scale, scales = 0, [0] * len(known)
    for place, power in enumerate(steps):
        if power and _unexplained(steps, place, points[known[place]][0], points[known[place + 1]][0], good):
            scale += power
        scales[place + 1] = scale
    return _runs(known, scales) if any(scales) else []


def _step(before: float, after: float, powers: Sequence[int], *, counted: bool) -> int:
    """The power of ten by which a number is off its predecessor; 0 for none of those looked for."""
    if (before < 0) != (after < 0) or (counted and min(abs(before), abs(after)) < _FEWEST):
        return 0
    step = log10(abs(after)) - log10(abs(before))
    power = next((power for power in powers if abs(abs(step) - power) <= _NEAR), 0)
    return power if step > 0 else -power


def _unexplained(steps: Sequence[int], place: int, before: int, after: int, good: int) -> bool:
    power = steps[place]
    if -power in steps[max(place - 1, 0) : place + 2]:
        return True
    return power * good < 0 or abs(power) >= _PER_YEAR * (after - before)


def _runs(known: Sequence[int], scales: Sequence[int]) -> list[Slip]:
    common = max(dict.fromkeys(scales), key=scales.count)  # of several the first
    runs = []
    place = 0
    while place < len(scales):
        end = place
        while end < len(scales) and scales[end] == scales[place]:
            end += 1
        if scales[place] != common:
            beside = min(
                (one for one in range(len(scales)) if scales[one] == common),
                key=lambda one: (min(abs(one - place), abs(one - end + 1)), one),
            )
            runs.append(Slip(known[place], end - place, known[beside], scales[place] - common))
        place = end
    return runs


def sign_slips(points: Sequence[Point]) -> list[tuple[int, int]]:
    """Return the numbers that are their neighbours' mirror image, each with the neighbour to show.

    Both neighbours have the other sign and about its size (within a factor of two): a lost or extra minus.
    Something that swings about zero does not swing to its own mirror image and back.
    """
    return [
        (place, place - 1)
        for place in range(1, len(points) - 1)
        if mirrors(points[place][1], points[place - 1][1]) and mirrors(points[place][1], points[place + 1][1])
    ]


def mirrors(number: float, other: float) -> bool:
    """Whether a number has another's size, within a factor of two, and the opposite sign."""
    return number * other < 0 and abs(other) / 2 <= abs(number) <= abs(other) * 2


def times(number: float, other: float) -> Fraction | None:
    """Return how many times a number is another, exactly; None for a zero."""
    one, two = from_float(number), from_float(other)
    return None if one is None or not two else one / two


def turned_sinks(points: Sequence[Point], measured: int) -> list[tuple[int, int]]:
    """Return the first number planned for a sink, if it makes a source of the same size of it.

    Args:
        points: Measured numbers, then planned ones.
        measured: How many of them are measured.
    """
    if not 0 < measured < len(points) or any(number >= 0 for _, number in points[:measured]):
        return []
    last, first = points[measured - 1][1], points[measured][1]
    later = points[measured + 1 : measured + 2]
    if not mirrors(first, last) or any(number < 0 for _, number in later):
        return []
    return [(measured, measured - 1)]
