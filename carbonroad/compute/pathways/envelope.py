"""What a pathway may be where it states ranges: its least and greatest line, and what holds for all between.

A scenario takes one number of each range; between the stated years every scenario is a straight line.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from carbonroad.base.record import NamedTuple
from carbonroad.compute.pathways.trajectory import Points, Trajectory, exact_sum, joined, trajectory
from carbonroad.model.items import Asked, Pathway

NOTHING = Fraction(0)


class Envelope(NamedTuple):
    """The least and the greatest line, over the same years; one and the same where no range is stated."""

    low: Trajectory = Trajectory()
    high: Trajectory = Trajectory()

    @property
    def open(self) -> bool:
        """Whether there is more than one scenario."""
        return self.low is not self.high


def series_envelope(pathway: Pathway, series: str, factor: Fraction, middle: Trajectory) -> Envelope:
    """Return both ends of a pathway's target or reference; `middle` is its line without ranges."""
    ranges = {one.year: one for one in pathway.asked if one.series == series and one.low != one.high}
    return _envelope(getattr(pathway, series), ranges, factor, middle)


def whole_envelope(pathway: Pathway, factor: Fraction, whole: Trajectory) -> Envelope:
    """Return both ends of what was measured and is then targeted."""
    points = joined(pathway.actual, pathway.target)
    last = pathway.actual[-1][0] if pathway.actual else 0
    ranges = {
        one.year: one
        for one in pathway.asked
        if one.series == "target" and one.low != one.high and one.year > last
    }
    return _envelope(points, ranges, factor, whole)


def lines(pathway: Pathway) -> Envelope:
    """Return both ends of one pathway, in its own unit."""
    return whole_envelope(pathway, Fraction(1), trajectory(joined(pathway.actual, pathway.target)))


def _envelope(points: Points, ranges: Mapping[int, Asked], factor: Fraction, middle: Trajectory) -> Envelope:
    if not ranges:
        return Envelope(middle, middle)
    low = [(year, ranges[year].low if year in ranges else value) for year, value in points]
    high = [(year, ranges[year].high if year in ranges else value) for year, value in points]
    return Envelope(trajectory(low, factor), trajectory(high, factor))


def merged(envelopes: Iterable[Envelope]) -> tuple[Envelope, ...]:
    """Return the envelopes, those over the same years as one: what is least of them is least of the sum."""
    found: dict[tuple[int, ...], list[Envelope]] = {}
    for envelope in envelopes:
        found.setdefault(envelope.low.years, []).append(envelope)
    return tuple(
        Envelope(*(Trajectory(years, _columns([one[end] for one in same])) for end in (0, 1)))
        for years, same in found.items()
    )


def _columns(lines: Sequence[Trajectory]) -> tuple[Fraction, ...]:
    return tuple(exact_sum(column) for column in zip(*(line.values for line in lines), strict=True))


def least_lead(envelopes: Iterable[Envelope], year: int, other: int) -> Fraction:
    """Return by how much, in the scenario in which it is least, the sum of a year is above another year's.

    Both years lie within every envelope. The sum is linear in the numbers chosen, so each is taken at the end
    that makes the lead least.
    """
    lead = NOTHING
    for envelope in envelopes:
        parts = dict(envelope.low.weights(year))
        for place, part in envelope.low.weights(other):
            parts[place] = parts.get(place, NOTHING) - part
        for place, part in parts.items():
            end = envelope.low if part > 0 else envelope.high
            lead += part * end.values[place]
    return lead
