"""What each industry contributes to the change of the sum, up to each year that has targets.

Where every industry states a reference pathway, each is measured against its own reference of that year;
else against its level in the last year in which all that were measured at all have a measured value.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import sayable
from carbonroad.compute.pathways.balance import Balance
from carbonroad.compute.pathways.envelope import Envelope, series_envelope
from carbonroad.compute.pathways.members import Member
from carbonroad.compute.pathways.trajectory import Trajectory, exact_sum, trajectory
from carbonroad.compute.undecided import Missing, Undecided

Against = Literal["measured", "reference"]


class Amount(NamedTuple):
    """A number with the least and the greatest that the stated ranges allow."""

    middle: Fraction
    low: Fraction
    high: Fraction

    @property
    def open(self) -> bool:
        """Whether ranges leave it open."""
        return self.low != self.high

    def less(self, other: "Amount") -> "Amount":
        """Return the difference; the two are independent of one another."""
        return Amount(self.middle - other.middle, self.low - other.high, self.high - other.low)


class Contribution(NamedTuple):
    """One industry's part of the change; a fall is negative, and so is what a sink takes up more.

    Attributes:
        industry: Its name.
        before: The level it is measured against.
        after: Its level in the year of the step.
        change: What lies between.
        percent: The change in percent of the size of the level before; None where that is zero.
        share: The change as a fraction of the whole change; negative where it goes the other way; None
            where the whole does not change.
    """

    industry: str
    before: Amount
    after: Amount
    change: Amount
    percent: Fraction | None
    share: Fraction | None


class Step(NamedTuple):
    """The contributions up to one year.

    Attributes:
        first: The year of the levels before; of a reference the same year.
        year: The year of the levels after.
        parts: In the order of the industries.
        whole: All together, with a share of 1.
        leader: The industry whose part is the largest in every scenario; empty if none is, or two are.
        lacking: What the industries that are not among the parts lack.
    """

    first: int
    year: int
    parts: tuple[Contribution, ...]
    whole: Contribution
    leader: str
    lacking: tuple[Missing, ...]


class Contributions(NamedTuple):
    """The steps, in the order of their years.

    Attributes:
        against: What the levels before are.
        steps: One for each year with targets.
        before: By industry, the line that it is measured against, over the years of its pathway.
        undecided: Why there is no step at all; None where there is one.
    """

    against: Against = "measured"
    steps: tuple[Step, ...] = ()
    before: Mapping[str, Envelope] = MappingProxyType({})
    undecided: Undecided | None = None

    @property
    def main(self) -> Step | None:
        """The last of the steps that most industries are in: the one that the picture shows."""
        most = max((len(step.parts) for step in self.steps), default=0)
        return next((step for step in reversed(self.steps) if len(step.parts) == most), None)


def contributions(balance: Balance) -> Contributions:
    """Return what each industry contributes."""
    members = balance.added
    if not members:
        return Contributions(undecided=balance.undecided[0] if balance.undecided else None)
    references = {m.name: _reference(m) for m in members if m.pathway.reference}
    if len(references) == len(members):
        found = Contributions("reference", _steps(members, references, None), references)
        if found.steps:
            return found
    start, doubt = _start(members)
    if start is None:
        return Contributions(undecided=doubt)
    level = {m.name: _flat(m, start) for m in members if m.actual.at(start) is not None}
    steps = _steps(members, level, start)
    if not steps:
        words = sayable("Who contributes what is open: no field states a target for a year after {year}.")
        return Contributions(undecided=Undecided(words, (("year", str(start)),)))
    return Contributions("measured", steps, level)


def _reference(m: Member) -> Envelope:
    return series_envelope(m.pathway, "reference", m.factor, trajectory(m.pathway.reference, m.factor))


def _start(members: Sequence[Member]) -> tuple[int | None, Undecided | None]:
    """The last year in which all that were measured at all have a measured value."""
    measured = [m for m in members if m.actual.years]
    if not measured:
        return None, Undecided(sayable("Who contributes what is open: no field states measured emissions."))
    first, last = max(m.actual.years[0] for m in measured), min(m.actual.years[-1] for m in measured)
    if first > last:
        words = sayable("Who contributes what is open: in no year were all fields measured.")
        lacks = (Missing(m.name, *_gap(m.actual, first, last)) for m in measured)
        return None, Undecided(words, (), tuple(one for one in lacks if one.first <= one.last))
    return last, None


def _gap(line: Trajectory, first: int, last: int) -> tuple[int, int]:
    """What a measured line lacks of the years between the earliest end and the latest beginning."""
    return (line.years[-1] + 1, first) if line.years[-1] < first else (last, line.years[0] - 1)


def _flat(m: Member, start: int) -> Envelope:
    """The measured level of one year, kept up for all later ones."""
    level = m.actual.at(start) or Fraction(0)
    line = Trajectory((start, 9999), (level, level))
    return Envelope(line, line)


def _steps(members: Sequence[Member], before: Mapping[str, Envelope], start: int | None) -> tuple[Step, ...]:
    stated = {year for m in members for year, _ in m.pathway.target}
    steps = (_step(members, before, year, start) for year in sorted(stated) if start is None or year > start)
    return tuple(step for step in steps if step is not None)


def _step(
    members: Sequence[Member], before: Mapping[str, Envelope], year: int, start: int | None
) -> Step | None:
    pairs = [(m, _pair(m, before, year)) for m in members]
    known = [(m.name, *pair) for m, pair in pairs if pair is not None]
    if not known:
        return None
    one, other = _summed([pair for _, pair, _ in known]), _summed([pair for _, _, pair in known])
    whole = _contribution("", one, other, None)
    parts = tuple(_contribution(*entry, whole.change.middle) for entry in known)
    first = year if start is None else start
    lacking = tuple(_lacks(m, before, year, first) for m, pair in pairs if pair is None)
    return Step(first, year, parts, whole, _leader(parts, whole), lacking)


def _pair(m: Member, before: Mapping[str, Envelope], year: int) -> tuple[Amount, Amount] | None:
    if m.name not in before:
        return None
    one, other = _amount(before[m.name], year), _amount(m.envelope, year)
    return None if one is None or other is None else (one, other)


def _amount(envelope: Envelope, year: int) -> Amount | None:
    low = envelope.low.at(year)
    high = envelope.high.at(year) if envelope.open else low
    return None if low is None or high is None else Amount((low + high) / 2, low, high)


def _summed(amounts: Sequence[Amount]) -> Amount:
    return Amount(*(exact_sum([one[n] for one in amounts]) for n in range(3)))


def _contribution(name: str, before: Amount, after: Amount, whole: Fraction | None) -> Contribution:
    change = after.less(before)
    percent = change.middle / abs(before.middle) * 100 if before.middle else None
    share = (change.middle / whole if whole else None) if whole is not None else Fraction(1)
    if whole is None and not change.middle:
        share = None
    return Contribution(name, before, after, change, percent, share)


def _leader(parts: Sequence[Contribution], whole: Contribution) -> str:
    """The industry that carries most of the change, whichever scenario holds."""
    if not whole.change.middle or whole.change.low * whole.change.high <= 0:
        return ""
    falls = whole.change.middle < 0
    least = [(-part.change.high if falls else part.change.low, part.industry) for part in parts]
    amount, name = max(least)
    others = (-part.change.low if falls else part.change.high for part in parts if part.industry != name)
    return name if amount > 0 and all(amount > other for other in others) else ""


def _lacks(m: Member, before: Mapping[str, Envelope], year: int, start: int) -> Missing:
    """The first run of years without which the industry is not among the parts."""
    if m.name not in before:
        return Missing(m.name, start, start)
    return next(iter(_outside(m, year)), Missing(m.name, start, start))


def _outside(m: Member, year: int) -> Iterator[Missing]:
    first, last = m.whole.years[0], m.whole.years[-1]
    if year > last:
        yield Missing(m.name, last + 1, year)
    elif year < first:
        yield Missing(m.name, year, first - 1)
