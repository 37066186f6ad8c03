"""Which pathways are added up, and in which unit."""

import unicodedata
from collections.abc import Mapping
from fractions import Fraction

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import sayable
from carbonroad.base.values.unit_table import SUBSTANCES
from carbonroad.base.values.units import convert_factor
from carbonroad.compute.pathways.envelope import Envelope, series_envelope, whole_envelope
from carbonroad.compute.pathways.trajectory import Trajectory, trajectory
from carbonroad.compute.undecided import Undecided
from carbonroad.link.system import System
from carbonroad.model.items import Pathway
from carbonroad.model.roadmap import Part


class Member(NamedTuple):
    """One pathway in the balance's unit.

    `whole` is measured until its last such year, then the target. Of a range it takes the number half-way;
    `envelope` and `target_envelope` have both ends.
    """

    name: str
    pathway: Pathway
    factor: Fraction
    actual: Trajectory
    target: Trajectory
    whole: Trajectory
    envelope: Envelope
    target_envelope: Envelope


def stated(pathway: Pathway) -> bool:
    """Whether a pathway states emissions at all; a reference alone does not count."""
    return bool(pathway.actual or pathway.target)


def top_pathway(top: Part | None) -> Pathway | None:
    """Return the top file's own pathway, if it states emissions."""
    return top.pathway if top is not None and top.pathway is not None and stated(top.pathway) else None


def differs(name: str, pathway: Pathway, lead: Pathway) -> Undecided | None:
    """Say why a pathway is not added to the others; None if it is."""
    if counts_other_gas(pathway, lead):
        values = (("industry", name), ("gas", pathway.gas), ("other", lead.gas))
        return Undecided(sayable("{industry} is not in the sum: it counts {gas}, not {other}."), values)
    units = [one.unit.text if one.unit is not None else "" for one in (pathway, lead)]
    if _factor(pathway, lead) is None:
        values = (("industry", name), ("unit", units[0]), ("other_unit", units[1]))
        return Undecided(
            sayable("{industry} is not in the sum: its unit, {unit}, does not convert to {other_unit}."),
            values,
        )
    return None


def counts_other_gas(pathway: Pathway, lead: Pathway) -> bool:
    """Whether two pathways say that they count different gases."""
    return bool(pathway.gas and lead.gas) and _gas(pathway.gas) != _gas(lead.gas)


def _gas(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().strip()
    return SUBSTANCES.get(folded, folded)


def _factor(pathway: Pathway, lead: Pathway) -> Fraction | None:
    if pathway.unit is None or lead.unit is None:
        return Fraction(1) if pathway.unit is lead.unit else None
    return convert_factor(pathway.unit, lead.unit)


def member(name: str, pathway: Pathway, lead: Pathway) -> Member:
    """Return a pathway in the unit of another."""
    factor = _factor(pathway, lead) or Fraction(1)
    actual, target = trajectory(pathway.actual, factor), trajectory(pathway.target, factor)
    whole = _joined(pathway, actual, target)
    envelope = whole_envelope(pathway, factor, whole)
    return Member(
        name,
        pathway,
        factor,
        actual,
        target,
        whole,
        envelope,
        series_envelope(pathway, "target", factor, target),
    )


def _joined(pathway: Pathway, actual: Trajectory, target: Trajectory) -> Trajectory:
    """What was measured, then what is targeted after the last measured year."""
    last = pathway.actual[-1][0] if pathway.actual else 0
    later = [place for place, year in enumerate(target.years) if year > last]
    years = (*actual.years, *[target.years[place] for place in later])
    return Trajectory(years, (*actual.values, *[target.values[place] for place in later]))


def values_at(year: int, lines: Mapping[str, Trajectory]) -> dict[str, Fraction]:
    """Return the values of a year by name; who has none is missing."""
    found = {name: line.at(year) for name, line in lines.items()}
    return {name: value for name, value in found.items() if value is not None}


def leading_pathway(system: System) -> Pathway | None:
    """Return the pathway in whose unit and gas the industries are added: the top's, else the first."""
    own = [part.pathway for part in system.industries if part.pathway is not None and stated(part.pathway)]
    return (top_pathway(system.top) or own[0]) if own else None
