"""The gap between a pathway's target and what current policy would give."""

from carbonroad.base.record import NamedTuple
from carbonroad.model.items import Pathway
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.shared.units import digits


class Gap(NamedTuple):
    """How far the reference pathway is off the target in a year; of ranges the numbers half-way.

    `least` and `most` are what the ranges allow; without any both are the size.
    """

    year: int
    target: float
    reference: float
    least: float
    most: float

    @property
    def size(self) -> float:
        """Positive where current policy gives more than the target."""
        return self.reference - self.target


def gap_of(subject: Subject, pathway: Pathway | None) -> Gap | None:
    """Return the gap in a year with both a target and a reference that differ; None without one.

    That is the last year of the current phase, else the next such year, else the last.
    """
    if pathway is None:
        return None
    reference = dict(pathway.reference)
    gaps = [
        Gap(year, value, reference[year], *_ends(pathway, year, value, reference[year]))
        for year, value in sorted(pathway.target)
        if year in reference and reference[year] != value
    ]
    as_of = subject.system.as_of
    ends = {p.years.last.year for p in subject.system.phases if p.years.first <= as_of <= p.years.last}
    ahead = [gap for gap in gaps if gap.year >= as_of.year]
    return next((gap for gap in gaps if gap.year in ends), next(iter([*ahead, *gaps[::-1]]), None))


def _ends(pathway: Pathway, year: int, target: float, reference: float) -> tuple[float, float]:
    asked = {(one.series, one.year): (one.low, one.high) for one in pathway.asked}
    low, high = asked.get(("target", year), (target, target))
    least, most = asked.get(("reference", year), (reference, reference))
    return round(least - high, 9), round(most - low, 9)


def gap_words(subject: Subject, gap: Gap) -> str:
    """Return the size of a gap, or from where to where it may lie."""
    if gap.least == gap.most:
        return digits(gap.size)
    return subject.w("{low} to {high}", low=digits(gap.least), high=digits(gap.most))
