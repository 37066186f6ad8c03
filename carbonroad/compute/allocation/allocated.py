"""Whether the targets of the roadmaps below add up, or come on average, to the target that was divided."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.compute.allocation.handed import terms
from carbonroad.compute.allocation.participants import Participant, participants
from carbonroad.compute.allocation.shares import Share, Why, in_terms, stated, total
from carbonroad.compute.allocation.weighing import Weighed, weigh
from carbonroad.compute.targets.consistency import better_side
from carbonroad.compute.targets.series import Entry, Series
from carbonroad.compute.targets.strength import AROUND, Bounds, Ends, Good, asked, exact_bounds, level_of
from carbonroad.link.family import Family
from carbonroad.link.system import System
from carbonroad.model.items import Allocation, Indicator
from carbonroad.model.roadmap import TOP

Verdict = Literal["met", "missed", "undecided"]
_STRICT = frozenset(("more-than", "less-than"))


class Allocated(NamedTuple):
    """A target and its parts.

    Attributes:
        indicator: Whose target it is.
        allocation: How it is divided.
        entry: The target.
        shares: The parts, in the order of the run; those that are not in it last.
        low: The lower bound of the sum or mean of all parts that can be counted; None where open.
        high: Its upper bound.
        terms: What the bounds count: `level`, or a change as in `handed.terms`.
        verdict: Whether the parts meet the target.
        gap: How far they are from it: what is lacking, positive; None where that is not known.
        good: The side on which more is asked for.
        weighed: What the mean is weighted with; None for a sum.
        why: What leaves it undecided where no part does: `side` (which side is better), `open` (ranges that
            reach over the target), `terms` (a change whose base year's level is not known); else empty.
    """

    indicator: Indicator
    allocation: Allocation
    entry: Entry
    shares: tuple[Share, ...]
    low: Fraction | None
    high: Fraction | None
    terms: str
    verdict: Verdict
    gap: Fraction | None = None
    weighed: Weighed | None = None
    why: str = ""
    good: Good | None = None

    @property
    def total(self) -> Fraction:
        """The sum or mean as it is shown: of a range the end that comes nearest to the target."""
        near, far = (self.low, self.high) if self.good == "lower" else (self.high, self.low)
        return near if near is not None else far or Fraction(0)

    @property
    def is_too_much(self) -> bool:
        """Whether a miss is by too much: of what shall be low. Of a fall there is too little."""
        is_fall = self.terms != "level" and self.entry.value.direction < 0
        return self.good == "lower" and not is_fall

    @property
    def in_points(self) -> bool:
        """Whether the gap is one of percentage points: between percentages, or between changes in percent."""
        unit = self.indicator.unit
        of_percent = unit is not None and unit.is_percent
        return self.terms.startswith(("percent", "points")) or (of_percent and self.terms == "level")

    @property
    def counted(self) -> tuple[Share, ...]:
        """The parts that can be counted."""
        return tuple(share for share in self.shares if not share.why)


def allocations(system: System, series: Mapping[str, Series]) -> tuple[Allocated, ...]:
    """Return each target of the top file that is divided among roadmaps of the run, in the order of the file.

    Targets that are only striven for are left out, and so is everything in a run without any child.
    """
    if system.top is None or not system.family.children:
        return ()
    return tuple(
        found
        for one in system.top.indicators
        if one.allocation is not None and series[f"{TOP}.{one.id}"].indicator is one
        for found in _divided(system.family, one, one.allocation, series[f"{TOP}.{one.id}"])
    )


def _divided(
    family: Family, indicator: Indicator, allocation: Allocation, series: Series
) -> Iterator[Allocated]:
    """Each target of an indicator that is not only striven for."""
    parts = participants(family, allocation)
    targets = [entry for entry in series.entries if entry.role == "target"]
    times = {(entry.year, entry.length) for entry in targets}
    for entry in targets:
        if not entry.value.strive:
            known = [stated(part, indicator.id, entry, times) for part in parts]
            yield _allocated(indicator, allocation, entry, parts, known)


def _allocated(
    indicator: Indicator,
    allocation: Allocation,
    entry: Entry,
    parts: Sequence[Participant],
    known: Sequence[Share],
) -> Allocated:
    shares, used = in_terms(indicator, entry, allocation.method, known)
    weighed = weigh(allocation, parts, entry.year) if allocation.method == "mean" else None
    if weighed is not None:
        shares = [_weighed(share, weighed.weights.get(share.child.key)) for share in shares]
    bounds = total([share for share in shares if not share.why])
    found = Allocated(
        indicator, allocation, entry, tuple(shares), *bounds, used, "undecided", weighed=weighed
    )
    whole = _whole(indicator, entry, used)
    if whole is None:
        return found._replace(why="terms")
    good = better_side(indicator) or _side(entry, whole)
    if good is None:
        return _without_side(found, whole)
    return _judged(found._replace(good=good), whole, good)


def _weighed(share: Share, weight: Fraction | None) -> Share:
    return share._replace(weight=weight, why=share.why or ("weight" if weight is None else ""))


def _whole(indicator: Indicator, entry: Entry, used: str) -> Bounds | None:
    """The bounds of the divided target in the terms in which its parts are counted."""
    if used == terms(entry):
        return exact_bounds(entry.value)
    return level_of(indicator, entry)


def _side(entry: Entry, whole: Bounds) -> Good | None:
    """The good side by the target's own words."""
    if whole[0] is None or whole[1] is None:
        return "higher" if whole[1] is None else "lower"
    if entry.value.direction:
        return "higher" if entry.value.direction > 0 else "lower"
    return None


def _without_side(found: Allocated, whole: Bounds) -> Allocated:
    """Without a good side only what lies within the target is known to be right."""
    if any(share.why for share in found.shares):
        return found
    (least, most), low, high = whole, found.low, found.high
    if least is None or most is None or low is None or high is None or low < least or high > most:
        return found._replace(why="side")
    return found._replace(verdict="met", gap=Fraction(0))


def _judged(found: Allocated, whole: Bounds, good: Good) -> Allocated:
    """The verdict once every part asks for something on the good side."""
    shares = tuple(_sided(share, good) for share in found.shares)
    counted = [share for share in shares if not share.why]
    low, high = total(counted)
    found = found._replace(shares=shares, low=low, high=high)
    wanted, mine = asked(*whole, good), _asked_of(counted, good)
    if wanted is None or mine is None:
        return found._replace(why="side" if wanted is None else "")
    if len(counted) < len(shares):
        return found
    gap = wanted[0] - mine[1]
    around = found.entry.value.kind == "around" or any(
        s.target is not None and s.target.kind == "around" for s in shares
    )
    room = AROUND * abs(wanted[0]) if around else Fraction(0)
    if mine[0] > wanted[0] or (mine[0] == wanted[0] and not _falls_short(found.entry, shares)):
        return found._replace(verdict="met", gap=wanted[0] - mine[0])
    if mine[1] + room < wanted[0] or (not room and mine[1] == mine[0]):
        return found._replace(verdict="missed", gap=gap)
    return found._replace(gap=gap, why="open")


def _falls_short(entry: Entry, shares: Sequence[Share]) -> bool:
    """Whether as much is too little: more than 100 is asked for, and every part says exactly."""
    return entry.value.kind in _STRICT and not any(
        share.target is not None and share.target.kind in _STRICT for share in shares
    )


def _sided(share: Share, good: Good) -> Share:
    if share.why or asked(share.low, share.high, good) is not None:
        return share
    return share._replace(why="side")


def _asked_of(shares: Sequence[Share], good: Good) -> Ends | None:
    """The least and the most that the parts ask for together, larger being better."""
    ends = [_ends(share, good) for share in shares]
    if not ends:
        return None
    low, high = total(
        [share._replace(low=end[0], high=end[1]) for share, end in zip(shares, ends, strict=True)]
    )
    return None if low is None or high is None else (low, high)


def _ends(share: Share, good: Good) -> Ends:
    found = asked(share.low, share.high, good)
    return found if found is not None else (Fraction(0), Fraction(0))


def missing(found: Allocated, *why: Why) -> Iterator[Share]:
    """Yield the parts that cannot be counted for one of these reasons."""
    return (share for share in found.shares if share.why in why)
