"""How much of the top file's measured emissions the industries' cover, and how their targets compare."""

from bisect import bisect_left
from fractions import Fraction
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import sayable
from carbonroad.compute.pathways.members import Member, values_at
from carbonroad.compute.pathways.trajectory import Trajectory, exact_sum, rounding
from carbonroad.compute.undecided import Undecided

Verdict = Literal["within", "above", "below", "kept", "undecided"]


class Coverage(NamedTuple):
    """The industries' measured emissions and the top file's in the last year that all have, exact."""

    year: int
    total: Fraction
    whole: Fraction

    @property
    def share(self) -> Fraction:
        """The industries' part of the whole."""
        return self.total / self.whole


class TargetGap(NamedTuple):
    """The industries' targets against the top file's own in one year, in the balance's unit.

    Attributes:
        year: The year.
        top: The top file's target; of a range the number half-way.
        total: The industries' targets together, likewise.
        within: Whether the two agree within the rounding of the digits stated, in every scenario.
        verdict: Where the total stands: within the rounding, above, below, kept (not above, whichever numbers
            of the ranges hold), or undecided, where they leave it open whether it is above. A top target
            that is a range is kept anywhere in it.
        top_low: The lower end of the top file's target.
        top_high: Its upper end.
        total_low: The total of the lower ends.
        total_high: The total of the upper ends.
        room: How far the two may be apart by rounding alone.
    """

    year: int
    top: float
    total: float
    within: bool
    verdict: Verdict = "within"
    top_low: float = 0.0
    top_high: float = 0.0
    total_low: float = 0.0
    total_high: float = 0.0
    room: float = 0.0


def coverage_of(
    members: list[Member], top: Member | None, left_out: tuple[str, ...]
) -> tuple[Coverage | None, Undecided | None]:
    """Return the industries' part of the top file's measured emissions, in the last year that all have."""
    if top is None or not top.actual.years:
        return None, Undecided(
            sayable("What share the fields cover is open: the “1” states no measured emissions.")
        )
    if left_out:
        words = sayable("What share the fields cover is open: the sum lacks {industries}.")
        return None, Undecided(words, (("industries", ", ".join(left_out)),))
    without = [m.name for m in members if not m.actual.years]
    if without:
        words = sayable(
            "What share the fields cover is open: no measured emissions of {industries} are stated."
        )
        return None, Undecided(words, (("industries", ", ".join(without)),))
    lines = [top.actual, *(m.actual for m in members)]
    first, last = max(line.years[0] for line in lines), min(line.years[-1] for line in lines)
    if first > last:
        words = sayable(
            "What share the fields cover is open: in no year were the “1” and all fields measured."
        )
        return None, Undecided(words)
    whole = top.actual.at(last)
    if whole is None or whole <= 0:
        words = sayable(
            "What share the fields cover is open: the emissions of the “1” in {year} are not above zero."
        )
        return None, Undecided(words, (("year", str(last)),))
    total = exact_sum(values_at(last, {m.name: m.actual for m in members}).values())
    return Coverage(last, total, whole), None


def excess(coverage: Coverage, top: Member, members: tuple[Member, ...]) -> bool:
    """Whether the industries' sum is more than the whole, by more than rounding."""
    slack = _coarsest(top)
    slack += sum(_coarsest(m) for m in members)
    return coverage.total - coverage.whole > slack


def _coarsest(m: Member) -> Fraction:
    return m.factor * max(rounding(value) for _, value in m.pathway.actual)


def target_gaps(
    members: list[Member], top: Member | None, left_out: tuple[str, ...]
) -> tuple[tuple[TargetGap, ...], tuple[Undecided, ...]]:
    """Compare where the top file states a target and every industry has one; else say who has none."""
    if top is None or not top.pathway.target:
        return (), ()
    if left_out:
        words = sayable("The targets cannot be held against the “1”: the sum lacks {industries}.")
        return (), (Undecided(words, (("industries", ", ".join(left_out)),)),)
    lacking: dict[str, list[str]] = {}
    for year, _ in top.pathway.target:
        without = ", ".join(m.name for m in members if not m.target.covers(year))
        if without:
            lacking.setdefault(without, []).append(str(year))
    words = sayable("The targets for {years} cannot be held against the “1”: none is stated by {industries}.")
    doubts = (
        Undecided(words, (("years", ", ".join(years)), ("industries", without)))
        for without, years in lacking.items()
    )
    return _gaps(members, top), tuple(doubts)


def _gaps(members: list[Member], top: Member) -> tuple[TargetGap, ...]:
    gaps = []
    lines = [(m.target, m.target_envelope.low, m.target_envelope.high) for m in members]
    rooms = [_Rooms(m) for m in (top, *members)] if members else []
    for year, _ in top.pathway.target:
        values = [_at(year, three) for three in lines]
        known = [three for three in values if three is not None]
        goal = _at(year, (top.target, top.target_envelope.low, top.target_envelope.high))
        if members and goal is not None and len(known) == len(members):
            total, low, high = _summed(known)
            room = exact_sum([one.at(year) for one in rooms])
            verdict = _verdict((low, high), goal[1:], room)
            ends = (goal[1], goal[2], low, high, room)
            gaps.append(
                TargetGap(year, float(goal[0]), float(total), verdict == "within", verdict, *map(float, ends))
            )
    return tuple(gaps)


_Three = tuple[Fraction, Fraction, Fraction]


def _at(year: int, lines: tuple[Trajectory, Trajectory, Trajectory]) -> _Three | None:
    middle = lines[0].at(year)
    low, high = (middle if line is lines[0] else line.at(year) for line in lines[1:])
    return None if middle is None or low is None or high is None else (middle, low, high)


def _summed(known: list[_Three]) -> _Three:
    """The sums of the middles, of the lower and of the upper ends; one sum where no range is stated."""
    middle = exact_sum([three[0] for three in known])
    if all(three[0] is three[1] is three[2] for three in known):
        return middle, middle, middle
    return middle, exact_sum([three[1] for three in known]), exact_sum([three[2] for three in known])


def _verdict(total: tuple[Fraction, ...], goal: tuple[Fraction, ...], room: Fraction) -> Verdict:
    (low, high), (least, most) = total, goal
    if low > most + room:
        return "above"
    if high < least - room:
        return "below"
    if high > most + room:
        return "undecided"
    return "within" if least - room <= low else "kept"


class _Rooms:
    """How far a pathway's target may be off: the coarser rounding of the stated years around one."""

    __slots__ = ("_rooms", "_years")

    def __init__(self, m: Member) -> None:
        """Round as written: of a range by the coarser end, not by the number half-way."""
        ranges: dict[int, tuple[float, ...]] = {}
        for one in m.pathway.asked:
            if one.series == "target":
                ranges.setdefault(one.year, (one.low, one.high))
        rooms: dict[int, Fraction] = {}
        for year, value in m.pathway.target:
            if year not in rooms:
                rooms[year] = max(map(rounding, ranges.get(year, (value,)))) * m.factor
        self._years = sorted(rooms)
        self._rooms = [rooms[year] for year in self._years]

    def at(self, year: int) -> Fraction:
        """Return it for a year from the first to the last stated one."""
        place = bisect_left(self._years, year)
        if self._years[place] == year:
            return self._rooms[place]
        return max(self._rooms[place - 1 : place + 1])
