"""When the industries' sum is highest, and from when on it is not above zero (docs/pathways.md).

Both are decided only where every scenario of the stated ranges decides alike, and only over the years in
which every industry with a pathway has a value.
"""

from fractions import Fraction

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import sayable
from carbonroad.compute.pathways.envelope import Envelope, least_lead
from carbonroad.compute.pathways.trajectory import Trajectory
from carbonroad.compute.undecided import Missing, Undecided


class Sums(NamedTuple):
    """The totals of the years in which every industry has a value.

    Attributes:
        middle: With each range taken half-way.
        low: With each range at its lower end.
        high: With each range at its upper end.
        fixed: Of the industries without a range.
        open: The envelopes of those with one.
    """

    middle: Trajectory = Trajectory()
    low: Trajectory = Trajectory()
    high: Trajectory = Trajectory()
    fixed: Trajectory = Trajectory()
    open: tuple[Envelope, ...] = ()

    def least_lead(self, year: int, other: int) -> Fraction:
        """Return by how much a year's total is above another's in the scenario where it is least."""
        here, there = self.fixed.at(year), self.fixed.at(other)
        fixed = Fraction(0) if here is None or there is None else here - there
        return fixed + least_lead(self.open, year, other)


class TurningPoints(NamedTuple):
    """The years of the highest level, the year of neutrality, and what is not decided.

    Attributes:
        peak_years: All years that are at the highest level in every scenario; empty if undecided.
        peak_lasts: Whether in some scenario a later year is as high too.
        neutral_year: The first year from which on the total is not above zero; None if undecided.
        relapses: The years before it in which the total rises above zero again, in every scenario.
        undecided: Why the peak or neutrality is not decided.
    """

    peak_years: tuple[int, ...] = ()
    peak_lasts: bool = False
    neutral_year: int | None = None
    relapses: tuple[int, ...] = ()
    undecided: tuple[Undecided, ...] = ()


def turning_points(sums: Sums, missing: tuple[Missing, ...]) -> TurningPoints:
    """Return when the sum peaks and when it is neutral.

    Args:
        sums: Of one common year at least.
        missing: What the industries lack before the first and after the last common year.
    """
    first, last = sums.middle.years[0], sums.middle.years[-1]
    before = tuple(one for one in missing if one.last < first)
    after = tuple(one for one in missing if one.first > last)
    peaks, no_peak = _peak(sums, before, after)
    later = range(peaks[-1] + 1, last + 1) if peaks else ()
    lasts = any(not sums.least_lead(peaks[0], year) for year in later)
    neutral, relapses, not_neutral = _neutral(sums, before, after)
    doubts = tuple(doubt for doubt in (no_peak, not_neutral) if doubt is not None)
    return TurningPoints(peaks, lasts, neutral, relapses, doubts)


def _peak(
    sums: Sums, before: tuple[Missing, ...], after: tuple[Missing, ...]
) -> tuple[tuple[int, ...], Undecided | None]:
    years, values = sums.middle
    highest = max(values)
    peaks = tuple(year for year, value in zip(years, values, strict=True) if value == highest)
    if sums.open:
        peak = peaks[0]
        surely = tuple(year for year in peaks if not sums.least_lead(year, peak))
        if not _leads(sums, peak, surely):
            words = sayable(
                "The peak year is open: within the stated ranges, more than one year can be the highest."
            )
            return (), Undecided(words)
        peaks = surely
    edges = _at_edges(peaks, years[0], years[-1], before, after)
    return ((), edges) if edges is not None else (peaks, None)


def _leads(sums: Sums, peak: int, surely: tuple[int, ...]) -> bool:
    """Whether no scenario has a higher year, nor one as high before it or, unlike the others, at the end."""
    last = sums.middle.years[-1]
    return all(
        sums.least_lead(peak, year) > 0
        if year < peak or (year == last and last not in surely)
        else sums.least_lead(peak, year) >= 0
        for year in sums.middle.years
        if year != peak
    )


def _at_edges(
    peaks: tuple[int, ...], first: int, last: int, before: tuple[Missing, ...], after: tuple[Missing, ...]
) -> Undecided | None:
    """The highest level at an edge of the common years may be a lower place of a slope that nobody states."""
    ends = (("first", str(first)), ("last", str(last)))
    if peaks[0] == first and peaks[-1] == last:
        if first == last:
            return Undecided(
                sayable("The peak year is open: all fields state a number for {year} alone."),
                (("year", str(first)),),
                before + after,
            )
        words = sayable(
            "The peak year is open: the sum is highest in {first} and in {last}, the first and the last year"
            " for which all fields state a number."
        )
        return Undecided(words, ends, before + after)
    if peaks[0] == first:
        words = sayable(
            "The peak year is open: the sum is highest in {year}, the first year for which all fields state a"
            " number, and may have been higher before."
        )
        return Undecided(words, (("year", str(first)),), before)
    if peaks[-1] == last:
        words = sayable(
            "The peak year is open: the sum is highest in {year}, the last year for which all fields state a"
            " number, and may rise after it."
        )
        return Undecided(words, (("year", str(last)),), after)
    return None


def _neutral(
    sums: Sums, before: tuple[Missing, ...], after: tuple[Missing, ...]
) -> tuple[int | None, tuple[int, ...], Undecided | None]:
    """The year from which on the total is not above zero.

    Every range pushes it one way only: no scenario is later than that of the upper ends, none earlier than
    that of the lower ones.
    """
    early, late = _neutral_year(sums.low), _neutral_year(sums.high)
    first, last = sums.middle.years[0], sums.middle.years[-1]
    if early != late:
        if late > last:
            words = sayable(
                "Neutrality is open: at the lower ends of the ranges the sum is not above zero from {early}"
                " on, at the upper ends it still is in {last}."
            )
            return None, (), Undecided(words, (("early", str(early)), ("last", str(last))), after)
        words = sayable(
            "The year of neutrality is open: within the stated ranges the sum is not above zero from a year"
            " between {early} and {late} on."
        )
        return None, (), Undecided(words, (("early", str(early)), ("late", str(late))))
    if late > last:
        words = sayable(
            "Neutrality is open: the sum is still above zero in {year}, the last year for which all fields"
            " state a number."
        )
        return None, (), Undecided(words, (("year", str(last)),), after)
    if late == first:
        words = sayable(
            "The year of neutrality is open: the sum is already not above zero in {year}, the first year for"
            " which all fields state a number."
        )
        return None, (), Undecided(words, (("year", str(first)),), before)
    return late, _relapses(sums, late), None


def _neutral_year(line: Trajectory) -> int:
    """The year after the last one above zero; the first year where none is."""
    above = [year for year, value in zip(*line, strict=True) if value > 0]
    return above[-1] + 1 if above else line.years[0]


def _relapses(sums: Sums, neutral: int) -> tuple[int, ...]:
    """The years before neutrality in which every scenario rises above zero again after it was not."""
    least, most = (dict(zip(*line, strict=True)) for line in (sums.low, sums.high))
    return tuple(year for year in least if year < neutral and least[year] > 0 and most.get(year - 1, 1) <= 0)
