"""The 1+N arithmetic: what the industries' pathways add up to, and what that decides (docs/pathways.md)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import sayable
from carbonroad.compute.pathways.coverage import Coverage, TargetGap, coverage_of, target_gaps
from carbonroad.compute.pathways.envelope import merged
from carbonroad.compute.pathways.members import Member, differs, member, stated, top_pathway
from carbonroad.compute.pathways.trajectory import Trajectory, sums_by_year
from carbonroad.compute.pathways.turning_points import Sums, TurningPoints, turning_points
from carbonroad.compute.undecided import Missing, Undecided
from carbonroad.link.system import System


class Balance(NamedTuple):
    """Totals over the industries. Scopes are taken as disjoint.

    Attributes:
        unit: The unit of all numbers, as the author wrote it; None if no industry has a pathway.
        gas: The gas that is added up, as the author wrote it; empty if nobody says.
        years: Every year from the first to the last stated in any pathway that is added.
        total: By year: each industry measured until its last such year, then its target; None if none is in.
        total_low: The same with every range at its lower end.
        total_high: The same with every range at its upper end.
        target_total: By year: the targets alone.
        members: By year: the industries that `total` adds up.
        target_members: By year: the industries that `target_total` adds up.
        peak_years: All years at the highest total in every scenario; empty if undecided.
        peak_lasts: Whether, in some scenario of the ranges, a later year is as high too.
        neutral_year: The first year from which on the total is not above zero; None if undecided.
        relapses: The years before it in which the total rises above zero again, in every scenario.
        measured: The measured emissions of the industries and of the top file; None if undecided.
        gaps: The targets' sum against the top file's target, in the years that the top file states one.
        left_out: Industries whose pathway is not added: other gas, or a unit that does not convert.
        missing: Which industries have no value in which of `years`.
        undecided: What could not be decided, and what is missing for it.
        sums: The exact totals of the years in which every industry with a pathway has a value; empty if an
            industry is left out.
        added: The pathways that are added, in the balance's unit.
        top: The top file's own pathway in that unit, if it states one.
    """

    unit: str | None = None
    gas: str = ""
    years: tuple[int, ...] = ()
    total: tuple[float | None, ...] = ()
    total_low: tuple[float | None, ...] = ()
    total_high: tuple[float | None, ...] = ()
    target_total: tuple[float | None, ...] = ()
    members: tuple[tuple[str, ...], ...] = ()
    target_members: tuple[tuple[str, ...], ...] = ()
    peak_years: tuple[int, ...] = ()
    peak_lasts: bool = False
    neutral_year: int | None = None
    relapses: tuple[int, ...] = ()
    measured: Coverage | None = None
    gaps: tuple[TargetGap, ...] = ()
    left_out: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    sums: Sums = Sums()
    added: tuple[Member, ...] = ()
    top: Member | None = None

    @property
    def peak_year(self) -> int | None:
        """The first year of the highest total: from it on emissions no longer grow; None if undecided."""
        return self.peak_years[0] if self.peak_years else None

    @property
    def peak_last_year(self) -> int | None:
        """The last year of the highest total, of a plateau or a tie; None if undecided."""
        return self.peak_years[-1] if self.peak_years and not self.peak_lasts else None

    @property
    def coverage(self) -> float | None:
        """The industries' measured emissions as a fraction of the top file's; None if undecided."""
        return None if self.measured is None else float(self.measured.share)

    @property
    def coverage_year(self) -> int | None:
        """The year of `coverage`."""
        return None if self.measured is None else self.measured.year


NO_PATHWAY = Undecided(sayable("no industry has a pathway"))


def compute_balance(system: System) -> Balance:
    """Add up the industries' pathways (format.md, 1+N arithmetic)."""
    own = [(part.id, part.pathway) for part in system.industries if part.pathway and stated(part.pathway)]
    if not own:
        return Balance(undecided=(NO_PATHWAY,))
    leading = top_pathway(system.top)
    lead = leading or own[0][1]
    members: list[Member] = []
    left_out: list[str] = []
    undecided: list[Undecided] = []
    for name, pathway in own:
        why = differs(name, pathway, lead)
        if why is None:
            members.append(member(name, pathway, lead))
        else:
            left_out.append(name)
            undecided.append(why)
    top = None if leading is None else member("", leading, lead)
    years, ends = _years(members), _ends(members)
    totals = _totals(members, years, ends)
    sums = Sums() if left_out else _common(members, years, ends)
    turning = _decide(sums, totals, tuple(left_out))
    measured, doubt = coverage_of(members, top, tuple(left_out))
    gaps, not_compared = target_gaps(members, top, tuple(left_out))
    return totals._replace(
        unit=lead.unit.text if lead.unit is not None else None,
        gas=lead.gas or next((m.pathway.gas for m in members if m.pathway.gas), ""),
        peak_years=turning.peak_years,
        peak_lasts=turning.peak_lasts,
        neutral_year=turning.neutral_year,
        relapses=turning.relapses,
        measured=measured,
        gaps=gaps,
        left_out=tuple(left_out),
        undecided=(*undecided, *turning.undecided, *([doubt] if doubt else []), *not_compared),
        sums=sums,
        added=tuple(members),
        top=top,
    )


class _Ends(NamedTuple):
    """The sums by year, each over the industries that have a value: half-way, least, greatest."""

    middle: dict[int, Fraction]
    low: dict[int, Fraction]
    high: dict[int, Fraction]


def _ends(members: Sequence[Member]) -> _Ends:
    middle = sums_by_year(m.whole for m in members)
    if not any(m.envelope.open for m in members):
        return _Ends(middle, middle, middle)
    low, high = (sums_by_year(m.envelope[end] for m in members) for end in (0, 1))
    return _Ends(middle, low, high)


def _years(members: Sequence[Member]) -> tuple[int, ...]:
    """Every year from the first stated by any industry to the last."""
    known = [year for m in members for line in (m.whole, m.target) for year in line.years]
    return tuple(range(min(known), max(known) + 1)) if known else ()


def _totals(members: Sequence[Member], years: tuple[int, ...], ends: _Ends) -> Balance:
    """What each year adds up to, and over whom."""
    target = sums_by_year(m.target for m in members)
    return Balance(
        years=years,
        total=_numbers(years, ends.middle),
        total_low=_numbers(years, ends.low),
        total_high=_numbers(years, ends.high),
        target_total=_numbers(years, target),
        members=tuple(_present(year, [(m.name, m.whole) for m in members]) for year in years),
        target_members=tuple(_present(year, [(m.name, m.target) for m in members]) for year in years),
        missing=tuple(one for m in members for one in _missing(m, years)),
    )


def _numbers(years: tuple[int, ...], sums: Mapping[int, Fraction]) -> tuple[float | None, ...]:
    return tuple(float(sums[year]) if year in sums else None for year in years)


def _present(year: int, lines: Sequence[tuple[str, Trajectory]]) -> tuple[str, ...]:
    return tuple(name for name, (years, _) in lines if years and years[0] <= year <= years[-1])


def _missing(m: Member, years: tuple[int, ...]) -> list[Missing]:
    """The years of the balance before an industry's first value and after its last."""
    first, last = m.whole.years[0], m.whole.years[-1]
    runs = ((years[0], first - 1), (last + 1, years[-1]))
    return [Missing(m.name, start, end) for start, end in runs if start <= end]


def _common(members: Sequence[Member], years: tuple[int, ...], ends: _Ends) -> Sums:
    """The totals of the years in which every industry has a value."""
    first = max(m.whole.years[0] for m in members)
    last = min(m.whole.years[-1] for m in members)
    shared = tuple(year for year in years if first <= year <= last)

    def of(sums: Mapping[int, Fraction]) -> Trajectory:
        return Trajectory(shared, tuple(sums.get(year, Fraction(0)) for year in shared))

    envelopes = merged(m.envelope for m in members if m.envelope.open)
    fixed = sums_by_year(m.whole for m in members if not m.envelope.open) if envelopes else ends.middle
    return Sums(of(ends.middle), of(ends.low), of(ends.high), of(fixed), envelopes)


def _decide(sums: Sums, totals: Balance, left_out: tuple[str, ...]) -> TurningPoints:
    """Peak and neutrality over the years in which every industry with a pathway has a value."""
    if left_out:
        words = sayable("Peak and neutrality are open: the sum lacks {industries}.")
        return TurningPoints(undecided=(Undecided(words, (("industries", ", ".join(left_out)),)),))
    if not sums.middle.years:
        words = sayable(
            "Peak and neutrality are open: for no year do all fields with a pathway state a number."
        )
        return TurningPoints(undecided=(Undecided(words, (), totals.missing),))
    return turning_points(sums, totals.missing)
