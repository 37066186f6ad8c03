"""Units in the words of the page's language: 吨标准煤, 亿千瓦, m² … and the numbers before them."""

import re
from fractions import Fraction
from functools import cache
from typing import Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.scripts import has_han
from carbonroad.base.values.units import Part, Unit, convert_factor, parse_unit, unit_parts
from carbonroad.wording import Wording, marked

_POWER: Final = re.compile(r"(?<=m)[23](?![\w])")
_SUPERSCRIPTS: Final = {"2": "²", "3": "³"}
_CHINESE_STEPS: Final = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))
_CHINESE_NUMBERS: Final = {
    10**12: "万亿", 10**9: "十亿", 10**8: "亿", 10**6: "百万", 10**4: "万", 1000: "千", 100: "百",
}  # fmt: skip
_STEPS: Final = ((10**12, "{n} trillion"), (10**9, "{n} billion"), (10**6, "{n} million"))
_ENGLISH_NUMBERS: Final = {10**12: "trillion", 10**9: "billion", 10**6: "million", 1000: "thousand"}
_PREFIXES: Final = (("", 1), ("k", 10**3), ("M", 10**6), ("G", 10**9), ("T", 10**12))
_SINGLE: Final = marked(
    (
        "kg",
        "g",
        "mu",
        "m",
        "km",
        "m2",
        "km2",
        "m3",
        "l",
        "Nm3",
        "s",
        "min",
        "h",
        "d",
        "yr",
        "month",
        "%",
        "‰",
        "pp",
        "°C",
        "toe",
        "CNY",
        "USD",
        "EUR",
        "GBP",
        "JPY",
        "vehicle",
        "person",
        "household",
        "unit",
        "item",
        "park",
        "plant",
        "site",
        "project",
        "product",
        "enterprise",
        "company",
        "city",
        "county",
        "province",
        "building",
        "station",
        "ship",
        "aircraft",
        "pile",
        "charger",
        "furnace",
        "kiln",
        "mill",
        "standard",
        "pilot",
        "base",
        "route",
        "action",
        "industry",
        "school",
        "hub",
        "gun",
    ),
    context="unit",
)
_PREFIXED: Final = marked(
    (
        "t",
        "W",
        "kW",
        "MW",
        "GW",
        "TW",
        "Wh",
        "kWh",
        "MWh",
        "GWh",
        "TWh",
        "J",
        "kJ",
        "MJ",
        "GJ",
        "TJ",
        "PJ",
        "EJ",
        "ha",
    ),
    context="unit",
)
_SUBSTANCES: Final = marked(
    ("CO2", "CO2e", "coal equivalent", "CH4", "N2O", "SF6", "NF3", "steel"),
    context="unit",
)


class Said(NamedTuple):
    """A unit as it follows a number.

    Attributes:
        factor: What the number is multiplied by: number words belong to it, not to the unit.
        name: The unit without them.
    """

    factor: Fraction
    name: str


@cache
def _symbols() -> dict[tuple[str, int, Fraction], tuple[str, int]]:
    """The symbol of a unit by what it measures, and how many of it that is: Mha is a million ha."""
    found: dict[tuple[str, int, Fraction], tuple[str, int]] = {}

    def add(text: str, symbol: str, times: int) -> None:
        atom = unit_parts(parse_unit(text))[0].atom
        if atom is not None:
            found.setdefault((atom.measure, atom.power, atom.factor), (symbol, times))

    for symbol in _SINGLE:
        add(symbol, symbol, 1)
    for prefix, times in _PREFIXES[:4]:
        add(f"{prefix}t", "t", times)
        if prefix != "G":
            add(f"{prefix}ha", "ha", times)
            add(f"{prefix}toe", "toe", times)
    for prefix, _ in _PREFIXES:
        for symbol in ("W", "Wh"):
            add(prefix + symbol, prefix + symbol, 1)
    for prefix in ("", "k", "M", "G", "T", "P", "E"):
        add(f"{prefix}J", f"{prefix}J", 1)
    add("bcm", "m3", 10**9)
    return found


def said(unit: Unit, w: Wording) -> Said:
    """Return a unit as it follows a number in the page's language."""
    other = _declared(unit, w)
    if other is not None:
        times = convert_factor(unit, other)
        here = _translated(other, w) if times is not None else None
        return (
            Said((times or Fraction(1)) * here.factor, here.name) if here else Said(Fraction(1), other.text)
        )
    return _translated(unit, w) or Said(Fraction(1), _typed(unit.text))


def unit_name(unit: Unit | None, w: Wording, *, stated: bool = False) -> str:
    """Return a unit as the head of a column names it.

    Args:
        unit: The unit, or None.
        w: The words of the page's language.
        stated: True where bare numbers stand below it: a name of another size is then not used.
    """
    if unit is None:
        return ""
    other = _declared(unit, w)
    if other is not None and (not stated or convert_factor(unit, other) in (1, None)):
        return _typed(other.text)
    if not _is_foreign(unit.text, w):
        return _typed(unit.text)
    sides = [_side(part, w) for part in unit_parts(unit)]
    named = [_with_number(*side, w) for side in sides if side is not None]
    return "/".join(named) if named and len(named) == len(sides) else _typed(unit.text)


def spoken(value: float | Fraction, w: Wording, *, counted: bool = False) -> str:
    """Return a number as a sentence says it: 12亿, 1,200, 20 million; exact, never rounded further.

    Args:
        value: The number.
        w: The words of the page's language.
        counted: Whether it counts things: Chinese says 1.4万个, but 13,000千瓦时.
    """
    exact = Fraction(value) if isinstance(value, Fraction) else Fraction(repr(value))
    if w.chinese:
        for step, word in _CHINESE_STEPS:
            # 13,000 is not said 1.3万, but 1.2345亿 is said 12345万.
            whole = counted or abs(exact) >= 10**6 or (exact / step).denominator == 1
            if whole and _is_short(exact / step):
                return f"{digits(float(exact / step)).replace(',', '')}{word}"
        return digits(float(exact))
    for step, words in _STEPS:
        if _is_short(exact / step):
            return w(words, n=digits(float(exact / step)))
    return digits(float(exact))


def digits(value: float) -> str:
    """Return a number in digits: thousands separated, a real minus sign."""
    return f"{value:,.10g}".replace("-", "−")


def joined(words: str, unit: str, w: Wording) -> str:
    """Return words with a unit: a percent sign follows at once, any other unit as the language has it."""
    if not unit:
        return words
    if unit.startswith(("%", "‰", "％")):
        return f"{words}{unit}"
    return f"{words} {unit}" if unit[0].isascii() else w("{number} {unit}", number=words, unit=unit)


def _is_short(number: Fraction) -> bool:
    """Whether a number of millions is better said than written out: 1.6 is, 0.0001 and 1.234567 are not."""
    return abs(number) >= 1 and (number * 100).denominator == 1


def _declared(unit: Unit, w: Wording) -> Unit | None:
    """What the file calls the unit in the page's language, unless it is the unit's own first name."""
    base = w.tag.lower().split("-")[0]
    names = [text for tag, text in unit.names if tag.lower().split("-")[0] == base]
    return parse_unit(names[0]) if names and names[0] != unit.text else None


def _is_foreign(text: str, w: Wording) -> bool:
    """Whether a unit is written in another language than the page's."""
    if has_han(text):
        return not w.chinese
    return not w.english


def _translated(unit: Unit, w: Wording) -> Said | None:
    """The unit from the catalogue; None where it stands as typed."""
    if not _is_foreign(unit.text, w) and not (w.chinese and has_han(unit.text)):
        return None
    sides = [_side(part, w) for part in unit_parts(unit)]
    if not sides or None in sides:
        return None
    (factor, name), *below = [side for side in sides if side is not None]
    return Said(factor, "/".join([name, *(_with_number(*side, w) for side in below)]))


def _side(part: Part, w: Wording) -> tuple[Fraction, str] | None:
    """One side of a slash: its number words and the name of what follows them."""
    if part.atom is None:
        return part.scale, ""
    measure, substance = part.atom.measure, ""
    if measure.startswith("mass:"):
        measure, substance = "mass", measure.removeprefix("mass:")
    symbol, times = _symbols().get((measure, part.atom.power, part.atom.factor), ("", 1))
    name = _called(symbol, w) if symbol else None
    if name is None:
        return None
    if substance:
        named = _called(substance, w)
        if named is None:
            return None
        name = w("{number} {unit}", number=name, unit=named)
    return part.scale * times, name


def _called(symbol: str, w: Wording) -> str | None:
    """A symbol's name: from the catalogue, in English the symbol itself."""
    found = w.unit(symbol)
    return _typed(symbol) if found is None and w.english else found


def _with_number(times: Fraction, name: str, w: Wording) -> str:
    """A unit with the number words before it: 百万吨, 百公里, 10,000 m²."""
    if times == 1:
        return name
    words = (_CHINESE_NUMBERS if w.chinese else _ENGLISH_NUMBERS).get(int(times)) if times >= 1 else None
    return w("{number} {unit}", number=words or digits(float(times)), unit=name)


def _typed(text: str) -> str:
    """A unit as typed, with its powers raised."""
    return _POWER.sub(lambda found: _SUPERSCRIPTS[found[0]], text)
