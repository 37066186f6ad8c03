"""What the roadmaps below state for a target that was divided among them, in the unit of the whole."""

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.values.units import Unit, convert_factor, parse_unit
from carbonroad.compute.allocation.handed import UNREAD, base_words, terms
from carbonroad.compute.allocation.participants import Participant
from carbonroad.compute.targets.series import Entry
from carbonroad.compute.targets.strength import Bounds
from carbonroad.link.family import HandedTarget
from carbonroad.model.items import Indicator

Why = Literal[
    "", "absent", "unknown", "missing", "incomplete", "unit", "unread", "change", "several", "side", "weight"
]
Time = tuple[int, int]
"""The last year of a target's time, and how many years it stands for."""


class Share(NamedTuple):
    """A child's part of a divided target.

    Attributes:
        child: Whose.
        target: What it states; None where it states none.
        low: Its lower bound in the unit of the whole; None where open or not known.
        high: Its upper bound, likewise.
        weight: What it weighs in a mean; None in a sum, or where it is not known.
        why: Why it cannot be counted; empty where it is. `absent`: not in this run; `unknown`: no roadmap
            below is called so; `missing`: no target of that year; `incomplete`: nor could all its files be
            read; `unit`: does not convert; `unread`: words that are not understood; `change`: a change whose
            base year's level is not known; `several`: more than one target; `side`: a bound on the other
            side only; `weight`: nothing to weigh it with.
        others: Where it states none: its targets for times for which the whole has none either.
    """

    child: Participant
    target: HandedTarget | None
    low: Fraction | None = None
    high: Fraction | None = None
    weight: Fraction | None = None
    why: Why = ""
    others: tuple[HandedTarget, ...] = ()


def stated(part: Participant, ident: str, entry: Entry, times: Collection[Time]) -> Share:
    """Return what a child states for the time of a divided target.

    Args:
        part: The child.
        ident: The id of the divided indicator.
        entry: The divided target.
        times: Those of all its targets.
    """
    if part.handed is None:
        return Share(part, None, why="absent" if part.exists else "unknown")
    known = [one for one in part.handed.targets if one.indicator == ident]
    alike = [
        one
        for one in known
        if one.year == entry.year and (one.measure == UNREAD or one.length == entry.length)
    ]
    firm = [one for one in alike if not one.strive] or alike
    if not firm:
        why: Why = "missing" if part.handed.complete else "incomplete"
        return Share(part, None, why=why, others=of_other_times(known, times))
    if any(one.measure == UNREAD for one in firm):
        return Share(part, firm[0], why="unread")
    same = len({(one.low, one.high, one.measure, one.base, one.unit) for one in firm}) == 1
    return Share(part, firm[0], why="" if same else "several")


def of_other_times(targets: Iterable[HandedTarget], times: Collection[Time]) -> tuple[HandedTarget, ...]:
    """Return those that stand for a time for which the whole states nothing: a phase in place of a year."""
    return tuple(one for one in targets if one.measure != UNREAD and (one.year, one.length) not in times)


def times_of(targets: Iterable[HandedTarget]) -> str:
    """Return for which times targets stand: `2027, 2026–2030`."""
    years = (
        f"{one.year - one.length + 1}–{one.year}" if one.length > 1 else str(one.year) for one in targets
    )
    return ", ".join(dict.fromkeys(years))


def in_terms(
    indicator: Indicator, entry: Entry, method: str, shares: Sequence[Share]
) -> tuple[list[Share], str]:
    """Return shares as they were worded where all are worded like the whole, else as levels; and which."""
    used, base = terms(entry), base_words(entry.baseline)
    targets = [share.target for share in shares if share.target is not None and not share.why]
    addable = used in ("level", "units") or method == "mean"
    if not addable or any((one.measure, one.base) != (used, base) for one in targets):
        used = "level"
    return [_bounded(share, indicator.unit, used) for share in shares], used


def _bounded(share: Share, unit: Unit | None, used: str) -> Share:
    """A share with its bounds in the unit of the whole."""
    target = share.target
    if target is None or share.why:
        return share
    as_worded = target.measure == used
    low, high = (target.low, target.high) if as_worded else (target.level_low, target.level_high)
    if low is None and high is None:
        return share._replace(why="change")
    factor: Fraction | None = Fraction(1)
    if used.startswith(("level", "units")):
        factor = None if unit is None or not target.unit else convert_factor(parse_unit(target.unit), unit)
    if factor is None:
        return share._replace(why="unit")
    ends = [None if end is None else Fraction(end) * factor for end in (low, high)]
    return share._replace(low=ends[0], high=ends[1])


def total(shares: Sequence[Share]) -> Bounds:
    """Return the bounds of the sum of parts that can be counted, or of their mean where they have weights."""
    return _of_all([(share, share.low) for share in shares]), _of_all(
        [(share, share.high) for share in shares]
    )


def _of_all(ends: Sequence[tuple[Share, Fraction | None]]) -> Fraction | None:
    if not ends or any(end is None for _, end in ends):
        return None
    if ends[0][0].weight is None:
        return sum((end for _, end in ends if end is not None), Fraction(0))
    over = sum((share.weight or Fraction(0) for share, _ in ends), Fraction(0))
    weighted = sum((end * (share.weight or 0) for share, end in ends if end is not None), Fraction(0))
    return weighted / over if over else None
