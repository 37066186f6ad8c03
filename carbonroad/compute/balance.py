"""The 1+N arithmetic: what the industries' pathways add up to, and what that decides (format.md)."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from carbonroad.compute.members import Member, Undecided, differs, member, stated, top_pathway, values_at
from carbonroad.compute.trajectory import Trajectory, exact_sum, rounding, trajectory
from carbonroad.link.system import System
from carbonroad.model.items import Pathway


class TargetGap(NamedTuple):
    """The industries' targets against the top file's own in one year, in the balance's unit.

    `within` tells whether the two agree within the rounding of the digits stated.
    """

    year: int
    top: float
    total: float
    within: bool


class Balance(NamedTuple):
    """Totals over the industries. Scopes are taken as disjoint.

    Attributes:
        unit: The unit of all numbers, as the author wrote it; None if no industry has a pathway.
        gas: The gas that is added up, as the author wrote it; empty if nobody says.
        years: Every year from the first to the last stated in any pathway that is added.
        total: By year: each industry measured until its last such year, then its target; None if none is in.
        target_total: By year: the targets alone.
        members: By year: the industries that `total` adds up.
        target_members: By year: the industries that `target_total` adds up.
        peak_year: The year of the highest total; None if undecided.
        neutral_year: The year from which on the total is not above zero; None if undecided.
        coverage: The industries' measured emissions as a fraction of the top file's; None if undecided.
        coverage_year: The year of `coverage`.
        gaps: The targets' sum against the top file's target, in the years that the top file states one.
        left_out: Industries whose pathway is not added: other gas, or a unit that does not convert.
        undecided: What could not be decided, and what is missing for it.
        common: The exact totals of the years in which every industry with a pathway has a value; empty if an
            industry is left out.
        added: The pathways that are added, in the balance's unit.
    """

    unit: str | None = None
    gas: str = ""
    years: tuple[int, ...] = ()
    total: tuple[float | None, ...] = ()
    target_total: tuple[float | None, ...] = ()
    members: tuple[tuple[str, ...], ...] = ()
    target_members: tuple[tuple[str, ...], ...] = ()
    peak_year: int | None = None
    neutral_year: int | None = None
    coverage: float | None = None
    coverage_year: int | None = None
    gaps: tuple[TargetGap, ...] = ()
    left_out: tuple[str, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    common: Trajectory = Trajectory()
    added: tuple[Member, ...] = ()


NO_PATHWAY = Undecided("no industry has a pathway")


def compute_balance(system: System) -> Balance:
    """Add up the industries' pathways (format.md, 1+N arithmetic)."""
    own = [(part.id, part.pathway) for part in system.industries if part.pathway and stated(part.pathway)]
    if not own:
        return Balance(undecided=(NO_PATHWAY,))
    top = top_pathway(system.top)
    lead = top or own[0][1]
    members, undecided = [], []
    for name, pathway in own:
        why = differs(name, pathway, lead)
        if why is None:
            members.append(member(name, pathway, lead))
        else:
            undecided.append(why)
    whole = _every_year(members)
    totals = _totals(members, whole)
    left_out = tuple(name for name, _ in own if name not in {m.name for m in members})
    common = Trajectory() if left_out else _common(members, whole)
    peak, neutral, doubts = _decide(common, left_out)
    covered, year, doubt = _coverage(members, None if top is None else member("", top, lead), left_out)
    return totals._replace(
        unit=lead.unit.text if lead.unit is not None else None,
        gas=lead.gas or next((m.pathway.gas for m in members if m.pathway.gas), ""),
        peak_year=peak,
        neutral_year=neutral,
        coverage=covered,
        coverage_year=year,
        gaps=() if top is None else _gaps(members, member("", top, lead)),
        left_out=left_out,
        undecided=(*undecided, *doubts, *([doubt] if doubt else [])),
        common=common,
        added=tuple(members),
    )


class _Year(NamedTuple):
    """What one year adds up to, and over which industries."""

    names: tuple[str, ...]
    total: Fraction


def _every_year(members: list[Member]) -> dict[int, _Year]:
    """What each year adds up to, from the first stated by any industry to the last."""
    known = [year for m in members for line in (m.whole, m.target) for year in line.years]
    years = range(min(known), max(known) + 1) if known else ()
    lines = {m.name: m.whole for m in members}
    return {year: _year(year, lines) for year in years}


def _year(year: int, lines: Mapping[str, Trajectory]) -> _Year:
    values = values_at(year, lines)
    return _Year(tuple(values), exact_sum(values.values()))


def _totals(members: list[Member], whole: Mapping[int, _Year]) -> Balance:
    lines = {m.name: m.target for m in members}
    target = [_year(year, lines) for year in whole]
    return Balance(
        years=tuple(whole),
        total=tuple(_float(one) for one in whole.values()),
        target_total=tuple(_float(one) for one in target),
        members=tuple(one.names for one in whole.values()),
        target_members=tuple(one.names for one in target),
    )


def _float(one: _Year) -> float | None:
    return float(one.total) if one.names else None


def _common(members: list[Member], whole: Mapping[int, _Year]) -> Trajectory:
    """The totals of the years in which every industry has a value."""
    first = max(m.whole.years[0] for m in members)
    last = min(m.whole.years[-1] for m in members)
    years = tuple(range(first, last + 1))
    return Trajectory(years, tuple(whole[year].total for year in years))


def _decide(common: Trajectory, left_out: tuple[str, ...]) -> tuple[int | None, int | None, list[Undecided]]:
    """Peak and neutrality over the years in which every industry with a pathway has a value."""
    if left_out:
        values = (("industries", ", ".join(left_out)),)
        return None, None, [Undecided("peak and neutrality: the total lacks {industries}", values)]
    if not common.years:
        words = "peak and neutrality: in no year has every industry with a pathway a value"
        return None, None, [Undecided(words)]
    sums = dict(zip(common.years, common.values, strict=True))
    peak, no_peak = _peak(sums)
    neutral, not_neutral = _neutral(sums)
    return peak, neutral, [doubt for doubt in (no_peak, not_neutral) if doubt is not None]


def _peak(sums: dict[int, Fraction]) -> tuple[int | None, Undecided | None]:
    highest = max(sums.values())
    peaks = [year for year, value in sums.items() if value == highest]
    first, last = min(sums), max(sums)
    if peaks[0] == first:
        words = "peak: the total is highest in {year}, the first year that all industries have"
        return None, Undecided(words, (("year", str(first)),))
    if peaks[-1] == last:
        words = "peak: the total is highest in {year}, the last year that all industries have"
        return None, Undecided(words, (("year", str(last)),))
    return peaks[0], None


def _neutral(sums: dict[int, Fraction]) -> tuple[int | None, Undecided | None]:
    above = [year for year, value in sums.items() if value > 0]
    first, last = min(sums), max(sums)
    if not above:
        words = "neutrality: the total is not above zero in {year}, the first year that all industries have"
        return None, Undecided(words, (("year", str(first)),))
    if above[-1] == last:
        words = "neutrality: the total is above zero in {year}, the last year that all industries have"
        return None, Undecided(words, (("year", str(last)),))
    return above[-1] + 1, None


def _coverage(
    members: list[Member], top: Member | None, left_out: tuple[str, ...]
) -> tuple[float | None, int | None, Undecided | None]:
    """The industries' share of the top file's measured emissions, in the last year that all have."""
    if top is None or not top.actual.years:
        return None, None, Undecided("coverage: the top file states no actual emissions")
    if left_out:
        return (
            None,
            None,
            Undecided("coverage: the total lacks {industries}", (("industries", ", ".join(left_out)),)),
        )
    without = [m.name for m in members if not m.actual.years]
    if without:
        words = "coverage: no actual emissions of {industries}"
        return None, None, Undecided(words, (("industries", ", ".join(without)),))
    lines = [top.actual, *(m.actual for m in members)]
    first, last = max(line.years[0] for line in lines), min(line.years[-1] for line in lines)
    if first > last:
        return (
            None,
            None,
            Undecided("coverage: the top file and all industries have no actual year in common"),
        )
    whole = top.actual.at(last)
    if whole is None or whole <= 0:
        words = "coverage: the top file's emissions of {year} are not above zero"
        return None, None, Undecided(words, (("year", str(last)),))
    share = sum((m.actual.at(last) or Fraction(0) for m in members), Fraction(0)) / whole
    return float(share), last, None


def _gaps(members: list[Member], top: Member) -> tuple[TargetGap, ...]:
    """Compare where the top file states a target and every added industry has one."""
    gaps = []
    for year, written in top.pathway.target:
        values = values_at(year, {m.name: m.target for m in members})
        if members and len(values) == len(members):
            goal = top.target.at(year) or Fraction(0)
            total = exact_sum(values.values())
            slack = rounding(written) * top.factor + sum(_slack(m, year) for m in members)
            gaps.append(TargetGap(year, float(goal), float(total), abs(total - goal) <= slack))
    return tuple(gaps)


def _slack(m: Member, year: int) -> Fraction:
    """How far a member's target may be off: the coarser rounding of the stated years around it."""
    points = m.pathway.target
    before = max((point for point in points if point[0] <= year), key=lambda point: point[0])
    after = min((point for point in points if point[0] >= year), key=lambda point: point[0])
    return max(rounding(before[1]), rounding(after[1])) * m.factor


class Excess(NamedTuple):
    """The industries' measured emissions and the top file's, in one year and unit."""

    total: Fraction
    whole: Fraction


def excess(balance: Balance, top: Pathway) -> Excess | None:
    """Return the industries' sum if it is more than the whole, by more than rounding."""
    year = balance.coverage_year
    if year is None or balance.coverage is None or balance.coverage <= 1:
        return None
    lines = {m.name: m.actual for m in balance.added}
    total, whole = sum(values_at(year, lines).values(), Fraction(0)), trajectory(top.actual).at(year)
    if whole is None:
        return None
    slack = max(rounding(value) for _, value in top.actual)
    slack += sum(m.factor * max(rounding(value) for _, value in m.pathway.actual) for m in balance.added)
    return Excess(total, whole) if total - whole > slack else None
