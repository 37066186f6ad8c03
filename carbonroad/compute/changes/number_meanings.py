"""What it means that a number changed: a target's, a pathway's, a measured one, one in a title."""

import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.values.numbers import from_float
from carbonroad.compute.changes.demands import compare_demands, rate_between
from carbonroad.compute.changes.meaning import Meaning, Sides, firmness
from carbonroad.compute.changes.record_types import Emission, Measured

_NUMBER = lazy_pattern(r"[0-9]+(?:\.[0-9]+)?")


def demand_meanings(sides: Sides, field: str, was: Any, now: Any) -> Iterator[Meaning]:
    """Yield what the change of a target's value, or of its stretch, means."""
    if was is None or now is None:
        kind = f"{field}-withdrawn" if now is None else f"{field}-set"
        yield firmness(kind, stronger=now is not None)
        return
    verdict = compare_demands(*sides.items, sides.target_years, stretch=field == "stretch")
    kind = "stretch-changed" if field == "stretch" else "target-changed"
    if verdict.direction:
        yield firmness(kind, stronger=verdict.direction == "stronger")._replace(by=verdict.by)
    elif verdict.reason:
        yield Meaning(kind, "unclear", by=verdict.by, reason=verdict.reason)
    else:
        yield Meaning("target-restated", "wording")


def emission_meanings(sides: Sides, _: str, was: Emission, now: Emission) -> Iterator[Meaning]:
    """One year of a pathway: of what is planned, less is more, below zero too."""
    series, rate = sides.after.at[1], _rate(sides)
    by = _larger(was.value, now.value, rate)
    ends = {_larger(was.low, now.low, rate), _larger(was.high, now.high, rate)} - {None, Fraction(0)}
    if rate is not None and not ends and was.kind == now.kind:
        yield Meaning("emissions-restated", "wording")
    elif series == "target":
        signs = {end > 0 for end in ends if end is not None}
        if len(signs) == 1:
            yield firmness("pathway-target-changed", stronger=signs == {False})._replace(by=by)
        else:
            reason = "other-unit" if rate is None else "mixed" if signs else "other-kind"
            yield Meaning("pathway-target-changed", "unclear", by=by, reason=reason)
    elif series == "actual":
        yield Meaning("actual-corrected", "rewritten", by=by)
    else:
        yield Meaning("reference-changed", "other", by=by)


def _rate(sides: Sides) -> Fraction | None:
    """How many of the new unit are one of the old: of a pathway, or of an indicator."""
    units = []
    for system, key in ((sides.old, sides.before), (sides.new, sides.after)):
        if key.subject == "emissions":
            part = next(part for part in system.parts if part.id == key.ref)
            units.append(None if part.pathway is None else part.pathway.unit)
        else:
            units.append(system.indicators[key.ref].unit)
    return rate_between(*units)


def _larger(was: float | None, now: float | None, rate: Fraction | None) -> Fraction | None:
    one = None if was is None else from_float(was)
    two = None if now is None else from_float(now)
    return None if one is None or two is None or rate is None else two - one * rate


def actual_meanings(sides: Sides, _: str, was: Measured, now: Measured) -> Iterator[Meaning]:
    """A measured value: what was an estimate is replaced, anything else was rewritten."""
    by = _larger(was.value, now.value, _rate(sides))
    if by == 0:
        yield Meaning("actual-restated", "wording")
    elif sides.records[0].get("estimate") and not sides.records[1].get("estimate"):
        yield Meaning("measured", "measured", by=by)
    else:
        yield Meaning("actual-corrected", "rewritten", by=by)


def estimate_meanings(sides: Sides, _: str, __: Any, now: Any) -> Iterator[Meaning]:
    """Yield what it means that a measured value is an estimate now, or no more."""
    del sides
    yield Meaning("estimate-changed", "measured" if not now else "rewritten")


def title_meanings(sides: Sides, _: str, was: Any, now: Any) -> Iterator[Meaning]:
    """A title in other words; with other numbers it may ask for something else."""
    one, two = dict(was or ()), dict(now or ())
    counts = sides.after.subject in ("item", "indicator")
    if counts and any(_numbers(one[tag]) != _numbers(two[tag]) for tag in one.keys() & two.keys()):
        yield Meaning("title-changed", "unclear", reason="title-numbers")
    else:
        yield Meaning("title-changed", "wording")


def _numbers(title: str) -> list[str]:
    """The numbers that a title names, in any order; thousands may be parted by a comma."""
    return sorted(_NUMBER.findall(unicodedata.normalize("NFKC", title).replace(",", "")))
