"""Units as people write them, in English and Chinese, with exact conversion."""

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache
from typing import Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.values.numbers import MAX_LENGTH, plain_signs, scan_decimal, split_scale
from carbonroad.base.values.unit_table import SUBSTANCES, SYMBOLS, WORDS, Atom

Dimension = tuple[tuple[str, int], ...]


class Unit(NamedTuple):
    """A unit of measurement.

    Attributes:
        text: As the author wrote it.
        dimension: What it measures: sorted pairs of measure and exponent. Equal dimensions convert.
        factor: How many base units of the dimension it is, exactly.
        scale: The part of the factor that is written as a number or a number word: 10000 in 万吨.
        known: Whether every part of it is in the table; an unknown word is a dimension of its own.
        names: What other languages call it: (BCP 47 tag, words) as written, empty where none are given.
    """

    text: str
    dimension: Dimension
    factor: Fraction
    scale: Fraction
    known: bool
    names: tuple[tuple[str, str], ...] = ()

    @property
    def is_percent(self) -> bool:
        """Whether it is a percentage (or per mille), and not one per year."""
        return self.dimension == (("percent", 1),)

    @property
    def is_points(self) -> bool:
        """Whether it is percentage points."""
        return self.dimension == (("points", 1),)

    @property
    def per_year(self) -> bool:
        """Whether it is a rate per year."""
        return ("year", -1) in self.dimension

    @property
    def is_count(self) -> bool:
        """Whether it counts things: parks, vehicles, 个."""
        return len(self.dimension) == 1 and self.dimension[0][0].startswith("count:")

    @property
    def is_scale(self) -> bool:
        """Whether it is only a number word, such as 亿 or million, and measures nothing."""
        return not self.dimension and bool(self.text.strip())


class Part(NamedTuple):
    """One side of a slash: what it measures, and the number or number word before it."""

    atom: Atom | None
    scale: Fraction
    known: bool


_MAX_PARTS: Final = 4
_CJK: Final = r"\u3400-\u9fff"
_CJK_BLANK: Final = lazy_pattern(rf"(?<=[{_CJK}]) | (?=[{_CJK}])")
_EACH_YEAR_BEFORE: Final = lazy_pattern(r"^(?:每年|年均)(?=.)")
_EACH_YEAR_AFTER: Final = lazy_pattern(
    r" (?:p\.?a\.?|annually|yearly|a year|each year|every year)$", re.IGNORECASE
)
_POWER: Final = lazy_pattern("[0-9][\u00b2\u00b3\u00b9\u2070-\u2079]")
_PER: Final = lazy_pattern(r" ?(?:/|(?<![A-Za-z])per(?![A-Za-z])(?! ?cent)|每) ?", re.IGNORECASE)
_MASS: Final = lazy_pattern(
    r"(?:(?P<symbol>[kMGTP]?g|[kMG]?t)(?![a-z]|\Z)|(?P<coal>[kMGTP]?g|[kMG]?t)(?=ce\Z)"
    r"|(?P<word>(?:kilo|mega|giga)?ton(?:ne)?s?|kilograms?|grams?)(?= )|(?P<chinese>千克|公斤|千吨|克|吨))"
    r"[ -]?(?:of )?"
)
_HEAD: Final = lazy_pattern(r"(\S{1,12}) (?:of )?([^\W\d_][\w -]*)")


def parse_unit(text: str) -> Unit:
    """Read a unit: `万吨标准煤/年`, `bn m3`, `kWh/100 km`, `Mt CO2e per year`, or any other word.

    Never fails: what is not in the table measures itself, and `known` is False.
    """
    return _parse_unit(text[: MAX_LENGTH + 1])


def convert_factor(source: Unit, target: Unit) -> Fraction | None:
    """The exact number of `target` units in one `source` unit, or None where they do not convert.

    What a field counts may have a name in each language: 家 and companies are then the same.
    """
    if source.dimension == target.dimension:
        return source.factor / target.factor
    others = (parse_unit(name) for _, name in target.names)
    return next((source.factor / one.factor for one in others if one.dimension == source.dimension), None)


def unit_parts(unit: Unit) -> tuple[Part, ...]:
    """Return what stands on each side of the slashes of a unit that is known; () for any other."""
    return tuple(_part(piece) for piece in _pieces(plain_signs(unit.text))) if unit.known else ()


@lru_cache(maxsize=1024)
def _parse_unit(text: str) -> Unit:
    folded = plain_signs(text)
    pieces = _pieces(folded)
    plain = "/".join(pieces)
    refused = len(text) > MAX_LENGTH or len(pieces) > _MAX_PARTS or _POWER.search(folded)
    if refused or not plain or "" in pieces[1:]:
        return Unit(text, ((_opaque(plain), 1),) if plain else (), Fraction(1), Fraction(1), known=False)
    return _join(text, [_part(piece) for piece in pieces])


def _pieces(folded: str) -> list[str]:
    """The sides of the slashes, with `每年`, `p.a.` and `per` written as one."""
    plain = _CJK_BLANK.sub("", unicodedata.normalize("NFKC", folded))
    plain = _EACH_YEAR_AFTER.sub("/yr", plain)
    if before := _EACH_YEAR_BEFORE.match(plain):
        plain = f"{plain[before.end() :]}/yr"
    return _PER.split(plain)


def _join(text: str, parts: list[Part]) -> Unit:
    """Numerator first, all others below it."""
    powers: dict[str, int] = {}
    factor = Fraction(1)
    for place, part in enumerate(parts):
        sign = -1 if place else 1
        value = part.scale
        if part.atom:
            powers[part.atom.measure] = powers.get(part.atom.measure, 0) + sign * part.atom.power
            value *= part.atom.factor
        factor *= value**sign
    dimension = tuple(sorted((measure, power) for measure, power in powers.items() if power))
    return Unit(text, dimension, factor, parts[0].scale, known=all(part.known for part in parts))


def _part(piece: str) -> Part:
    """Number, number words, then one unit: `10,000 m2`, `亿千瓦时`, `million t`."""
    scale = Fraction(1)
    rest = piece
    if (number := scan_decimal(rest)) and number[0] > 0:
        scale, rest = number[0], rest[number[1] :].lstrip()
    atom = _atom(rest)
    while rest and atom is None:
        times, shorter = _peel(rest)
        if times == 1:
            break
        scale, rest = scale * times, shorter.removeprefix("of ")
        atom = _atom(rest)
    if atom is None and rest:
        return Part(Atom(_opaque(rest), 1, Fraction(1)), scale, known=False)
    return Part(atom, scale, known=True)


def _peel(text: str) -> tuple[int, str]:
    """One number word off the front; sign by sign in Chinese, for 亿千瓦 is 亿 of 千瓦."""
    times, _ = split_scale(text[:1])
    return (times, text[1:].lstrip()) if times > 1 else split_scale(text)


def _atom(text: str) -> Atom | None:
    exact = SYMBOLS.get(text) or WORDS.get(text.casefold())
    return exact or _mass_of(text) or _qualified(text)


def _mass_of(text: str) -> Atom | None:
    """A mass of something: `tCO2e`, `Mt CO2`, `吨标准煤`, `t steel`, `吨钢`."""
    found = _MASS.match(text)
    substance = text[found.end() :].casefold() if found else ""
    if not found or not substance:
        return None
    gas = SUBSTANCES.get(substance)
    attached = found["symbol"] and found.end() == found.end("symbol")
    if gas is None and (attached or not re.fullmatch(r"[^\W\d_][\w -]*", substance)):
        return None
    head = found["symbol"] or found["coal"] or found["word"] or found["chinese"]
    mass = SYMBOLS.get(head) or WORDS[head]
    return Atom(f"mass:{gas or substance}", 1, mass.factor)


def _qualified(text: str) -> Atom | None:
    """A known unit of something: `kWh electricity`, `m2 floor area`. `% of output` is a percentage."""
    found = _HEAD.fullmatch(text)
    head = SYMBOLS.get(found[1]) if found else None
    if not found or head is None or head.measure == "percent":
        return head
    return Atom(f"{head.measure}{head.power}:{found[2].casefold()}", 1, head.factor)


def _opaque(text: str) -> str:
    """The measure of an unknown word; one and many are the same."""
    word = text.casefold()
    return f"other:{word[:-1] if len(word) > 3 and word.endswith('s') else word}"
