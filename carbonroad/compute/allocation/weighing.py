"""What each child weighs in a mean: a number for each, or an indicator in one year that all of them have."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from unicodedata import normalize

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import as_id
from carbonroad.base.values.units import convert_factor, parse_unit
from carbonroad.compute.allocation.participants import Participant
from carbonroad.link.family import HandedLevel
from carbonroad.model.items import Allocation

EQUAL = ("equal", "等权")


class Weighed(NamedTuple):
    """Weights of children.

    Attributes:
        weights: By the child's key; a child without one is left out.
        indicator: The indicator that weighs; empty where the parent gives the numbers.
        year: The year of its levels; None without an indicator.
        measured: Whether they were all measured.
        unit: The unit of the weights; empty where they have none.
        unusable: Whether there are weights and nothing can be weighed with them: one is below zero, or all
            are zero.
    """

    weights: Mapping[str, Fraction]
    indicator: str = ""
    year: int | None = None
    measured: bool = False
    unit: str = ""
    unusable: bool = False


def weigh(allocation: Allocation, parts: Sequence[Participant], year: int) -> Weighed:
    """Return what each child weighs in the mean of a year's targets.

    An indicator weighs with that year's levels if all children have one, measured or as a target of one
    number; else with those of the last earlier year in which as many as possible were measured.
    """
    if allocation.weights is None:
        shares = {as_id(words.text): number for words, number in allocation.shares}
        given = ((part, _share(shares, part)) for part in parts)
        return _useful(Weighed({part.key: number for part, number in given if number is not None}))
    name = as_id(allocation.weights.text)
    if name in EQUAL:
        return Weighed({part.key: Fraction(1) for part in parts})
    return _by_indicator(name, parts, year)


def _share(shares: Mapping[str, Fraction], part: Participant) -> Fraction | None:
    """The number of a child, by its name or by its name with folders before it."""
    own = as_id(part.name)
    if own in shares:
        return shares[own]
    folder = f"/{normalize('NFC', part.key)}".rpartition("/")[0]
    return next((number for name, number in shares.items() if folder.endswith(f"/{name}")), None)


def _by_indicator(name: str, parts: Sequence[Participant], year: int) -> Weighed:
    levels = {part.key: _levels(part, name) for part in parts}
    asked = {key: _at(known, year, measured=False) for key, known in levels.items()}
    if parts and all(one is not None for one in asked.values()):
        measured = all(one is not None and one.measured for one in asked.values())
        return _converted(asked, Weighed({}, name, year, measured))
    years = {one.year for known in levels.values() for one in known if one.measured and one.year <= year}
    best, most = None, 0
    for candidate in sorted(years, reverse=True):
        have = sum(_at(known, candidate, measured=True) is not None for known in levels.values())
        if have > most:
            best, most = candidate, have
    if best is None:
        return Weighed({}, name)
    at_best = {key: _at(known, best, measured=True) for key, known in levels.items()}
    return _converted(at_best, Weighed({}, name, best, measured=True))


def _levels(part: Participant, name: str) -> list[HandedLevel]:
    return [] if part.handed is None else [one for one in part.handed.levels if one.indicator == name]


def _at(levels: Sequence[HandedLevel], year: int, *, measured: bool) -> HandedLevel | None:
    """The level of a year, what was measured before what is asked for."""
    found = [one for one in levels if one.year == year and (one.measured or not measured)]
    return min(found, key=lambda one: not one.measured, default=None)


def _converted(levels: Mapping[str, HandedLevel | None], weighed: Weighed) -> Weighed:
    """The levels as weights in the first one's unit; without what does not convert to it."""
    known = {key: one for key, one in levels.items() if one is not None}
    first = next((one.unit for one in known.values()), "")
    unit, found = parse_unit(first), {}
    for key, one in known.items():
        factor = convert_factor(parse_unit(one.unit), unit)
        if factor is not None:
            found[key] = Fraction(one.number) * factor
    return _useful(weighed._replace(weights=found, unit=first))


def _useful(weighed: Weighed) -> Weighed:
    """Weights, unless one is below zero or all are zero: then nothing can be weighed."""
    numbers = weighed.weights.values()
    if all(one >= 0 for one in numbers) and any(numbers):
        return weighed
    return weighed._replace(weights={}, unusable=bool(numbers))
