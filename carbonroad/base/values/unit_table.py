"""The units that are known: symbol or word, what it measures, and its exact factor."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.values.currencies import CURRENCY_CODES, CURRENCY_WORDS


class Atom(NamedTuple):
    """One unit without scale, prefix or denominator left to read.

    Attributes:
        measure: What it measures, such as `mass` or `money:CNY`.
        power: The exponent of the measure: 2 for an area in lengths.
        factor: How many base units it is (g, J, W, m, s, year, %, one).
    """

    measure: str
    power: int
    factor: Fraction


_PREFIXES: Final = {"": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18}
_CHINESE_PREFIXES: Final = {"": 0, "千": 3, "兆": 6, "吉": 9, "太": 12}

# Power is not energy per time here: nobody who writes GW wants it read as TWh a year.
# Coal equivalent (tce) is not energy either: sources differ on its heat value.
_PREFIXED: Final = (
    # symbol, prefixes, measure, power, factor of the bare symbol
    ("g", "kMGTP", "mass", 1, 1),
    ("t", "kMG", "mass", 1, 10**6),
    ("W", "kMGT", "power", 1, 1),
    ("Wh", "kMGTP", "energy", 1, 3600),
    ("J", "kMGTPE", "energy", 1, 1),
    ("m", "k", "length", 1, 1),
    ("ha", "kM", "length", 2, 10**4),
    ("toe", "kMG", "oil-equivalent", 1, 1),
)
_CHINESE_PREFIXED: Final = (
    ("瓦", "千兆吉太", "power", 1, 1),
    ("瓦时", "千兆吉太", "energy", 1, 3600),
    ("焦", "千兆吉太", "energy", 1, 1),
    ("焦耳", "千兆吉太", "energy", 1, 1),
    ("克", "千", "mass", 1, 1),
    ("吨", "千", "mass", 1, 10**6),
    ("米", "千", "length", 1, 1),
)
_SYMBOLS: Final = (
    # several spellings, measure, power, factor
    ("公斤", "mass", 1, 10**3),
    ("度", "energy", 1, 3_600_000),
    ("公里", "length", 1, 1000),
    ("m2 平方米 平米", "length", 2, 1),
    ("km2 平方公里 平方千米", "length", 2, 10**6),
    ("公顷", "length", 2, 10**4),
    ("亩 市亩", "length", 2, Fraction(10**4, 15)),
    ("m3 立方米 立方", "length", 3, 1),
    ("km3 立方公里", "length", 3, 10**9),
    ("bcm", "length", 3, 10**9),
    ("l L 升", "length", 3, Fraction(1, 1000)),
    ("Nm3 标准立方米 标方", "normal-volume", 1, 1),
    ("s 秒", "time", 1, 1),
    ("min 分钟", "time", 1, 60),
    ("h 小时 时", "time", 1, 3600),
    ("d 天 日", "time", 1, 86400),
    ("a y yr 年", "year", 1, 1),
    ("月", "year", 1, Fraction(1, 12)),
    ("% 百分比", "percent", 1, 1),
    ("‰", "percent", 1, Fraction(1, 10)),
    ("pp 百分点 个百分点", "points", 1, 1),
    ("°C", "temperature", 1, 1),
    ("kwh Kwh KWh KWH", "energy", 1, 3_600_000),
    ("kw Kw KW", "power", 1, 1000),
    ("Km KM", "length", 1, 1000),
    ("辆", "count:vehicle", 1, 1),
    ("人", "count:person", 1, 1),
    ("户", "count:household", 1, 1),
)
_WORDS: Final = (
    # read in any case; several words are separated by `|`
    ("gram|grams|gramme|grammes", "mass", 1, 1),
    ("kilogram|kilograms|kilo|kilos", "mass", 1, 10**3),
    ("tonne|tonnes|ton|tons|metric ton|metric tons", "mass", 1, 10**6),
    ("kilotonne|kilotonnes|kiloton|kilotons", "mass", 1, 10**9),
    ("megatonne|megatonnes|megaton|megatons", "mass", 1, 10**12),
    ("gigatonne|gigatonnes|gigaton|gigatons", "mass", 1, 10**15),
    ("watt|watts", "power", 1, 1),
    ("kilowatt|kilowatts", "power", 1, 10**3),
    ("megawatt|megawatts", "power", 1, 10**6),
    ("gigawatt|gigawatts", "power", 1, 10**9),
    ("terawatt|terawatts", "power", 1, 10**12),
    ("kilowatt-hour|kilowatt-hours|kilowatt hour|kilowatt hours", "energy", 1, 3600 * 10**3),
    ("megawatt-hour|megawatt-hours|megawatt hour|megawatt hours", "energy", 1, 3600 * 10**6),
    ("gigawatt-hour|gigawatt-hours|gigawatt hour|gigawatt hours", "energy", 1, 3600 * 10**9),
    ("terawatt-hour|terawatt-hours|terawatt hour|terawatt hours", "energy", 1, 3600 * 10**12),
    ("joule|joules", "energy", 1, 1),
    ("metre|metres|meter|meters", "length", 1, 1),
    ("kilometre|kilometres|kilometer|kilometers", "length", 1, 1000),
    ("square metre|square metres|square meter|square meters|sq m|sqm", "length", 2, 1),
    ("square kilometre|square kilometres|square kilometer|square kilometers", "length", 2, 10**6),
    ("hectare|hectares", "length", 2, 10**4),
    ("mu", "length", 2, Fraction(10**4, 15)),
    ("cubic metre|cubic metres|cubic meter|cubic meters|cu m", "length", 3, 1),
    ("litre|litres|liter|liters", "length", 3, Fraction(1, 1000)),
    ("minute|minutes", "time", 1, 60),
    ("hour|hours|hr|hrs", "time", 1, 3600),
    ("day|days", "time", 1, 86400),
    ("year|years|yrs|annum", "year", 1, 1),
    ("month|months", "year", 1, Fraction(1, 12)),
    ("percent|per cent", "percent", 1, 1),
    ("percentage point|percentage points|percent point|percent points|%-points|% points", "points", 1, 1),
    ("pue", "ratio:pue", 1, 1),
    ("vehicle|vehicles", "count:vehicle", 1, 1),
    ("person|persons|people|capita|head", "count:person", 1, 1),
    ("household|households", "count:household", 1, 1),
)
_COUNTS: Final = "个 台 套 座 处 项 件 条 家 次 只 艘 架 批 种 类 所 栋 株 棵 例 组 份 名 头"
_COUNT_WORDS: Final = (
    "unit item park plant site project product enterprise company city county province building station"
    " ship aircraft pile charger furnace kiln mill standard pilot base route action industry school hub gun"
)


def _symbols() -> Iterator[tuple[str, Atom]]:
    for symbol, prefixes, measure, power, factor in _PREFIXED:
        for prefix in ("", *prefixes):
            yield prefix + symbol, Atom(measure, power, Fraction(factor * 10 ** _PREFIXES[prefix]))
    for symbol, prefixes, measure, power, factor in _CHINESE_PREFIXED:
        for prefix in ("", *prefixes):
            yield prefix + symbol, Atom(measure, power, Fraction(factor * 10 ** _CHINESE_PREFIXES[prefix]))
    for spellings, measure, power, ratio in _SYMBOLS:
        for spelling in spellings.split():
            yield spelling, Atom(measure, power, Fraction(ratio))
    for code in CURRENCY_CODES:
        yield code, Atom(f"money:{code}", 1, Fraction(1))
    for count in _COUNTS.split():
        yield count, Atom(f"count:{count}", 1, Fraction(1))


def _words() -> Iterator[tuple[str, Atom]]:
    for spellings, measure, power, factor in _WORDS:
        for spelling in spellings.split("|"):
            yield spelling, Atom(measure, power, Fraction(factor))
    for word, code in CURRENCY_WORDS.items():
        yield word, Atom(f"money:{code}", 1, Fraction(1))
    for word in _COUNT_WORDS.split():
        for spelling in (word, f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"):
            yield spelling, Atom(f"count:{word}", 1, Fraction(1))


SYMBOLS: Final = dict(_symbols())
"""Units whose case matters: `Mt` is not `mt`."""

WORDS: Final = dict(_words())
"""Units spelled in words, in lower case; read in any case."""

SUBSTANCES: Final = {
    "co2": "CO2",
    "carbon dioxide": "CO2",
    "二氧化碳": "CO2",
    "co2e": "CO2e",
    "co2eq": "CO2e",
    "co2-e": "CO2e",
    "co2-eq": "CO2e",
    "co2 eq": "CO2e",
    "co2 equivalent": "CO2e",
    "co2-equivalent": "CO2e",
    "co2当量": "CO2e",
    "二氧化碳当量": "CO2e",
    "ce": "coal equivalent",
    "coal equivalent": "coal equivalent",
    "standard coal": "coal equivalent",
    "standard coal equivalent": "coal equivalent",
    "标准煤": "coal equivalent",
    "标煤": "coal equivalent",
    "ch4": "CH4",
    "methane": "CH4",
    "甲烷": "CH4",
    "n2o": "N2O",
    "氧化亚氮": "N2O",
    "sf6": "SF6",
    "nf3": "NF3",
}
"""What a mass may be a mass of, in lower case: a mass of CO2 and one of CO2e do not convert."""
