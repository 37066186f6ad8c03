"""Whether an industry's indicator asks for less than the top file's indicator that it belongs to."""

from collections.abc import Iterator
from fractions import Fraction

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import as_id
from carbonroad.base.values.numbers import from_float
from carbonroad.base.values.units import Unit, convert_factor
from carbonroad.compute.targets.consistency import better_side
from carbonroad.compute.targets.series import Entry, Series
from carbonroad.compute.targets.strength import AROUND, Good, asked_in, same_base
from carbonroad.link.names import without_top
from carbonroad.link.system import System
from carbonroad.model.roadmap import TOP

_SAME = Fraction(1, 100)


class WeakerTarget(NamedTuple):
    """A target that asks for less than its parent's of the same year."""

    child: Series
    entry: Entry
    parent: Series
    wanted: Entry


def weaker_targets(system: System, series: dict[str, Series]) -> Iterator[WeakerTarget]:
    """Yield each target that is weaker than all comparable targets of its parent for the same year.

    Shares, intensities and changes can be compared. Of a quantity that adds up, a part is naturally smaller
    than the whole; it is compared where what was measured shows that both count the same, and a part may
    never be allowed more than the whole.
    """
    above: dict[str, Series] | None = None
    for child in series.values():
        parent = parent_of(system, series, child)
        if parent is None and child.indicator.parent is not None and system.family.ancestors:
            above = _inherited(system) if above is None else above
            parent = above.get(_local(system, child.indicator.parent.text))
        factor = None if parent is None else unit_factor(child.indicator.unit, parent.indicator.unit)
        if parent is None or factor is None:
            continue
        good = better_side(child.indicator) or better_side(parent.indicator)
        by_year: dict[int, list[Entry]] = {}
        for wanted in parent.entries:
            if wanted.role == "target" and not wanted.value.strive:
                by_year.setdefault(wanted.year, []).append(wanted)
        for entry in child.entries if good is not None else ():
            if entry.role == "target" and good is not None:
                weak = _weaker_than_all(child, parent, entry, by_year.get(entry.year, []), factor, good)
                if weak is not None:
                    yield WeakerTarget(child, entry, parent, weak)


def _inherited(system: System) -> dict[str, Series]:
    """The numbers of inherited indicators but those divided, whose parts may ask for less than the whole."""
    from carbonroad.compute.targets.inherited import inherited_series

    return {ident: one for ident, one in inherited_series(system).items() if one.indicator.allocation is None}


def _local(system: System, text: str) -> str:
    """An inherited indicator's id, without the name of the roadmap it comes from."""
    name = as_id(text)
    homes = (f"{home}." for home in system.family.names)
    return next((name.removeprefix(home) for home in homes if name.startswith(home)), name)


def parent_of(system: System, series: dict[str, Series], child: Series) -> Series | None:
    """Return the top file's indicator that an indicator belongs to; None for one without."""
    written = child.indicator.parent
    if written is None:
        return None
    found = series.get(f"{TOP}.{without_top(written.text)}") if system.has_top else None
    return None if found is child else found


def unit_factor(unit: Unit | None, other: Unit | None) -> Fraction | None:
    """Return what a number of one unit is multiplied by to be in another; None where they do not convert."""
    return None if unit is None or other is None else convert_factor(unit, other)


def _weaker_than_all(
    child: Series, parent: Series, entry: Entry, wanted: list[Entry], factor: Fraction, good: Good
) -> Entry | None:
    alike = [
        one
        for one in wanted
        if one.measure == entry.measure
        and one.length == entry.length
        and (one.measure == "level" or same_base(one.baseline, entry.baseline))
    ]
    if not alike or not all(_asks_less(child, parent, entry, one, factor, good) for one in alike):
        return None
    return alike[0]


def _asks_less(
    child: Series, parent: Series, entry: Entry, wanted: Entry, factor: Fraction, good: Good
) -> bool:
    scale = factor if entry.measure in ("level", "units") else Fraction(1)
    mine, other = asked_in(entry.value, scale, good), asked_in(wanted.value, Fraction(1), good)
    if mine is None or other is None:
        return False
    summed = adds_up(child.indicator.unit, entry) and not within_whole(entry, good)
    if summed and not counts_the_same(child, parent, factor):
        return False
    room = AROUND * abs(other[0]) if "around" in (entry.value.kind, wanted.value.kind) else 0
    return mine[0] + room < other[0] and mine[1] <= other[1]


def adds_up(unit: Unit | None, entry: Entry) -> bool:
    """Whether parts of the quantity add up to the whole: no share, no ratio, no change in percent."""
    if entry.measure not in ("level", "units"):
        return False
    if unit is None or unit.is_percent or unit.is_points:
        return False
    below = [measure for measure, power in unit.dimension if power < 0 and measure != "year"]
    return bool(unit.dimension) and not below


def within_whole(entry: Entry, good: Good) -> bool:
    """Whether even a part must keep below what the whole is allowed: the level of what shall fall."""
    return good == "lower" and entry.measure == "level" and entry.number > 0


def counts_the_same(child: Series, parent: Series, factor: Fraction) -> bool:
    """Whether the two measured the same level in a year that both have."""
    levels = {one.period: one.value for one in parent.indicator.actuals if one.baseline is None}
    for one in child.indicator.actuals:
        whole = levels.get(one.period) if one.baseline is None else None
        mine, other = from_float(one.value), None if whole is None else from_float(whole)
        if mine is not None and other is not None:
            return abs(mine * factor - other) <= abs(other) * _SAME
    return False
