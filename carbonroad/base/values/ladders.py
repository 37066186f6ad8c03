"""The size of unit that a reader expects: GW for 18,000万千瓦, 亿千瓦 for 180 GW; exact."""

from fractions import Fraction
from functools import cache, lru_cache
from typing import Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.values.units import Unit, convert_factor, parse_unit, unit_parts

_SI: Final = {
    "power": "W|kW|MW|GW|TW",
    "energy": "kWh|MWh|GWh|TWh",
    "joules": "J|kJ|MJ|GJ|TJ|PJ|EJ",
    "mass": "g|kg|t|kt|Mt|Gt",
    "mass:coal equivalent": "kgce|tce|ktce|Mtce|Gtce",
    "oil-equivalent": "toe|ktoe|Mtoe|Gtoe",
    "area": "ha|Mha",
    "volume": "m3|million m3|bn m3",
}
_CHINESE: Final = {
    "power": "千瓦",
    "energy": "千瓦时",
    "mass": "吨",
    "mass:coal equivalent": "吨标准煤",
    "area": "公顷",
    "volume": "立方米",
}
_WATT_HOUR: Final = 3600


class Sized(NamedTuple):
    """Amounts in another unit, exactly; `unit` as it is written."""

    numbers: tuple[Fraction, ...]
    unit: str


def in_si(numbers: tuple[Fraction, ...], unit: Unit) -> Sized | None:
    """Return amounts in the SI unit in which the largest has one to three digits before the point.

    None where the unit is a ratio, a count, money, or not known.
    """
    family = _family(unit)
    if family is None:
        return None
    name, year = family
    steps = _SI[name if name in _SI else "mass"].split("|")
    if name not in _SI:
        steps = [f"{step} {name.partition(':')[2]}" for step in steps]
    return _sized(numbers, unit, [f"{step}{'/yr' if year else ''}" for step in steps])


def in_chinese(numbers: tuple[Fraction, ...], unit: Unit) -> Sized | None:
    """Return amounts in the unit that Chinese documents count in, before 万 or 亿 is taken off."""
    family = _family(unit)
    name = None if family is None else _CHINESE.get(family[0])
    return (
        None
        if family is None or name is None
        else _sized(numbers, unit, [name + ("/年" if family[1] else "")])
    )


def _sized(numbers: tuple[Fraction, ...], unit: Unit, steps: list[str]) -> Sized | None:
    """The amounts in the largest of these units in which the greatest is at least one."""
    found: Sized | None = None
    for step in steps:
        times = convert_factor(unit, parse_unit(step))
        if times is None:
            continue
        sized = Sized(tuple(number * times for number in numbers), step)
        if found is None or max(abs(number) for number in sized.numbers) >= 1:
            found = sized
    return found


@lru_cache(maxsize=1024)
def _family(unit: Unit) -> tuple[str, bool] | None:
    """Which ladder of sizes a unit is on, and whether it is per year."""
    parts = unit_parts(unit)
    if not parts or parts[0].atom is None or len(parts) > 2:
        return None
    year = len(parts) == 2
    if year and (parts[1].scale != 1 or parts[1].atom is None or parts[1].atom != _year()):
        return None
    measure, power, factor = parts[0].atom
    if measure == "length":
        is_land = power == 2 and factor != 1  # floors are counted in m2 whatever their size
        return ("area", year) if is_land else ("volume", year) if power == 3 else None
    if measure == "energy" and (factor / _WATT_HOUR).denominator != 1:
        return "joules", year
    is_known = measure in _SI or measure.startswith("mass:")
    return (measure, year) if is_known else None


@cache
def _year() -> object:
    """The atom of a year."""
    return unit_parts(parse_unit("t/yr"))[1].atom
