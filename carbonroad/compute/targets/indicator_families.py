"""Each indicator of the top file beside those of the industries that name it as their parent, year by year.

Nothing is added up: children may count parts of the parent, the same thing twice, or only some of it.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.compute.targets.consistency import better_side
from carbonroad.compute.targets.parents import (
    adds_up,
    counts_the_same,
    parent_of,
    unit_factor,
    within_whole,
)
from carbonroad.compute.targets.series import Entry, Series
from carbonroad.compute.targets.strength import AROUND, Ends, Good, asked_in, exact_bounds, same_base
from carbonroad.link.system import System

Verdict = Literal["weaker", "equal", "stronger", "undecided", "part", "not-comparable", "no-target"]


class TargetPair(NamedTuple):
    """A child's target beside its parent's of the same year.

    Attributes:
        year: The last year of the target's time.
        parent: The parent's target; None where it states none that compares.
        child: The child's target; None where it states none for a year in which the parent does.
        low: The child's lower bound in the parent's unit; None without one, or where units do not convert.
        high: Its upper bound, likewise.
        verdict: Whether the child asks for less, as much or more; `part` for a quantity of which the child
            may count only a part.
    """

    year: int
    parent: Entry | None
    child: Entry | None
    low: Fraction | None
    high: Fraction | None
    verdict: Verdict


class IndicatorFamily(NamedTuple):
    """An indicator of the top file and its children."""

    parent: Series
    children: tuple[tuple[Series, tuple[TargetPair, ...]], ...]


def families(system: System, series: dict[str, Series]) -> tuple[IndicatorFamily, ...]:
    """Return the top file's indicators that others name as their parent, in the order of the file."""
    found: dict[str, list[Series]] = {}
    for child in series.values():
        parent = parent_of(system, series, child)
        if parent is not None:
            found.setdefault(parent.ref, []).append(child)
    return tuple(
        IndicatorFamily(
            series[ref], tuple((child, tuple(_compared(series[ref], child))) for child in found[ref])
        )
        for ref in series
        if ref in found
    )


def _compared(parent: Series, child: Series) -> Iterator[TargetPair]:
    theirs, own = _targets(parent), _targets(child)
    factor = unit_factor(child.indicator.unit, parent.indicator.unit)
    for year in sorted({entry.year for entry in (*theirs, *own)}):
        wanted = [entry for entry in theirs if entry.year == year]
        mine = [entry for entry in own if entry.year == year]
        for entry in mine:
            alike = next((one for one in wanted if _alike(one, entry)), None)
            yield _comparison(parent, child, factor, alike or next(iter(wanted), None), entry)
        if not mine:
            for one in wanted:
                yield TargetPair(year, one, None, None, None, "no-target")


def _targets(series: Series) -> list[Entry]:
    return [entry for entry in series.entries if entry.role == "target"]


def _alike(one: Entry, other: Entry) -> bool:
    """Whether two values count the same way: both levels, or changes against the same base."""
    return (
        one.measure == other.measure
        and one.length == other.length
        and (one.measure == "level" or same_base(one.baseline, other.baseline))
    )


def _comparison(
    parent: Series, child: Series, factor: Fraction | None, wanted: Entry | None, entry: Entry
) -> TargetPair:
    if entry.measure not in ("level", "units"):
        factor = Fraction(1)
    low, high = (None if factor is None or end is None else end * factor for end in exact_bounds(entry.value))
    verdict: Verdict = "not-comparable"
    if wanted is None:
        verdict = "no-target"
    elif factor is not None and _alike(wanted, entry):
        verdict = _verdict(parent, child, factor, wanted, entry)
    return TargetPair(entry.year, wanted, entry, low, high, verdict)


def _verdict(parent: Series, child: Series, factor: Fraction, wanted: Entry, entry: Entry) -> Verdict:
    good: Good | None = better_side(child.indicator) or better_side(parent.indicator)
    part = adds_up(child.indicator.unit, entry) and not counts_the_same(child, parent, factor)
    if good is None:
        return "part" if part else "undecided"
    mine, other = asked_in(entry.value, factor, good), asked_in(wanted.value, Fraction(1), good)
    if mine is None or other is None:
        return "part" if part else "not-comparable"
    room = AROUND * abs(other[0]) if "around" in (entry.value.kind, wanted.value.kind) else Fraction(0)
    verdict = _stronger(mine, other, room)
    if part and not (verdict == "weaker" and within_whole(entry, good)):
        return "part"
    return verdict


def _stronger(mine: Ends, other: Ends, room: Fraction) -> Verdict:
    """Whether two ends ask for more than two others: one of them must, and the other not for less."""
    signs = {(a > b + room) - (a + room < b) for a, b in zip(mine, other, strict=True)} - {0}
    if len(signs) != 1:
        return "undecided" if signs else "equal"
    return "stronger" if signs == {1} else "weaker"
