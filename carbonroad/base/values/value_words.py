"""The words around a number: at least, 以上, about, strive for, down, 下降."""

import re
from functools import cache
from typing import Final, Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern

ValueKind = Literal["at-least", "more-than", "at-most", "less-than", "around", "exact", "range"]
Sense = ValueKind | Literal["strive", "down", "up", "to", "between", "filler", "level", "yearly"]

# `|` separates spellings. Those that carry no Latin letter need no blank around them.
_BEFORE: Final[dict[Sense, str]] = {
    "at-least": "≥|>=|≧|at least|not less than|no less than|no fewer than|no lower than|not lower than"
    "|not below|minimum|min.|min|不低于|不少于|不小于|至少|最低",
    "more-than": ">|more than|above|over|greater than|higher than|exceeding|exceed|exceeds"
    "|超过|大于|高于|多于|突破|超",
    "at-most": "≤|<=|≦|at most|not more than|no more than|no higher than|not above|not exceeding|not exceed"
    "|within|up to|maximum|max.|max|不超过|不高于|不大于|不多于|至多|最多|最高",
    "less-than": "<|less than|fewer than|lower than|below|under|低于|小于|少于|不足",
    "around": "~|≈|around|about|approximately|approx.|approx|roughly|circa|ca.|大约|约为|约|大致",
    "strive": "strive for|striving for|strive to|striving to|strive|力争|争取",
    "down": "down|cut|cuts|fall|falls|drop|drops|reduce|reduced|reduces|reduction|decrease|decreased"
    "|decreases|decline|declines|lower|lowered|下降|降低|减少|下调|削减|压减|缩减|降幅",
    "up": "up|rise|rises|increase|increased|increases|growth|grow|grows|raise|raised|gain"
    "|增长率|增长|增速|提升|提高|增加|上升|上调|扩大|增幅",
    "to": "to|到|至|为",
    "level": "降至|降到|增至|增到|升至|升到",
    "between": "between|介于",
    "filler": "by|of|reach|reaching|a|an|the|rate|average|on average|cumulative|cumulatively|in total"
    "|是|相当于|达到|达|实现|控制在|保持在|稳定在|幅度|率|了|累计|平均",
    "yearly": "annual|annually|yearly|a year|per year|each year|every year|年均|年平均|每年",
}
_AFTER: Final[dict[Sense, str]] = {
    "at-least": "+|or more|or above|or higher|or greater|or over|and above|and over|and more|at least"
    "|及以上|或以上|以上",
    "at-most": "or less|or below|or lower|or fewer|and below|and under|at most|及以下|或以下|以下|以内|之内",
    "around": "左右|上下",
    "down": "down|fall|drop|cut|reduction|decrease|decline|lower",
    "up": "up|rise|increase|growth|higher",
    "between": "之间",
    "filler": "on average|in total|cumulatively",
    "yearly": "a year|per year|each year|every year|per annum|annually|yearly|annual|p.a."
    "|/year|/yr|/a|/y|/年|每年",
}


class ValuePhrase(NamedTuple):
    """What the words around the numbers say.

    Attributes:
        core: What is left: numbers with their units.
        kind: The bound, or None where the words name none.
        strive: Whether it is an effort.
        trend: -1 for a word of fall, +1 for one of rise, 0 for none.
        reaches: Whether the word of change leads to a level (`down to 15`, 提高到25%).
        between: Whether `and` may join two numbers.
        yearly: Whether they speak of each year.
        chinese: Whether a word of rise is Chinese.
    """

    core: str
    kind: ValueKind | None = None
    strive: bool = False
    trend: Literal[-1, 0, 1] = 0
    reaches: bool = False
    between: bool = False
    yearly: bool = False
    chinese: bool = False


def _spelled(table: dict[Sense, str]) -> list[tuple[str, Sense]]:
    """Spellings with their senses, the longest first."""
    pairs = [(spelling, sense) for sense, line in table.items() for spelling in line.split("|")]
    return sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0]))


def _pattern(spelling: str) -> str:
    escaped = re.escape(spelling)
    return rf"{escaped}(?![A-Za-z])" if spelling[-1].isascii() and spelling[-1].isalpha() else escaped


_AFTER_SPELLED: Final = _spelled(_AFTER)
_BEFORE_SPELLED: Final = _spelled(_BEFORE)
_BEFORE_SENSES: Final = dict(_BEFORE_SPELLED)
_AFTER_ENDS: Final = tuple(spelling for spelling, _ in _AFTER_SPELLED)
BOUNDS: Final[dict[str, ValueKind]] = {
    spelling: sense
    for sense in ("at-least", "more-than", "at-most", "less-than", "around")
    for spelling in _BEFORE[sense].split("|")
}
"""What the words for a bound before a number mean."""


@cache
def _before_pattern() -> re.Pattern[str]:
    """Compiled when first needed: it takes longer than importing the rest of the package's words."""
    return re.compile("|".join(_pattern(s) for s, _ in _BEFORE_SPELLED), re.IGNORECASE | re.ASCII)


_NUMERALS: Final = "一二三四五六七八九十"
_IN_WORDS: Final = lazy_pattern(
    r"(?<![A-Za-z])(?:(?P<twice>double)|(?P<thrice>triple|treble)|(?P<four>quadruple)|(?P<half>halve)"
    r"|(?P<zero>(?:net[ -]?)?zero))(?![A-Za-z])"
    rf"|翻(?P<doublings>[一两二三四1-4]?)番|(?P<halved>减半)|(?P<none>净零|(?<![0-9])零)"
    rf"|(?<![{_NUMERALS}两半])(?P<times>[{_NUMERALS}两])(?=倍(?!半))",
    re.IGNORECASE | re.ASCII,
)
_DIGITS: Final = {
    "twice": "2x",
    "thrice": "3x",
    "four": "4x",
    "half": "0.5x",
    "zero": "0",
    "halved": "0.5x",
    "none": "0",
}


def in_digits(text: str) -> str:
    """Write the numbers that are words in digits: `double` is `2x`, 翻两番 is `4x`, 一倍 is `1倍`."""
    found = _IN_WORDS.search(text)
    if found is None:
        return text
    before, after = text[: found.start()], text[found.end() :]
    if any(sign.isdigit() for sign in before + after):
        return text
    numeral = found["doublings"] or found["times"] or "一"
    number = int(numeral) if numeral.isdecimal() else _NUMERALS.find(numeral.replace("两", "二")) + 1
    if found["doublings"] is not None:
        return f"{before}{2**number}x{after}"  # no rise by so many times: 增长翻一番 is no 增长2倍
    digits = str(number) if found["times"] else _DIGITS[found.lastgroup or ""]
    return f"{before}{digits}{after}"


def read_value_phrase(text: str) -> ValuePhrase | None:
    """Take the words off a folded text; None where they contradict each other.

    Both loops shorten the text at each step, so the cost is linear in a bounded text.
    """
    phrase: ValuePhrase | None = ValuePhrase(text)
    while phrase and (found := _before_pattern().match(phrase.core)):
        rest = phrase.core[found.end() :].lstrip()
        chinese = phrase.chinese or (_BEFORE_SENSES[found[0].lower()] == "up" and not found[0].isascii())
        phrase = _add(phrase._replace(core=rest, chinese=chinese), _BEFORE_SENSES[found[0].lower()])
    while phrase and (after := _suffix(phrase.core)):
        spelling, sense = after
        phrase = _add(phrase._replace(core=phrase.core[: -len(spelling)].rstrip()), sense)
    return phrase


def _suffix(core: str) -> tuple[str, Sense] | None:
    lower = core.lower()
    if not lower.endswith(_AFTER_ENDS):
        return None
    for spelling, sense in _AFTER_SPELLED:
        if lower.endswith(spelling):
            before = lower[: -len(spelling)]
            if (
                spelling[0].isascii()
                and spelling[0].isalpha()
                and before[-1:].isalpha()
                and before[-1:].isascii()
            ):
                continue
            return spelling, sense
    return None


def _add(phrase: ValuePhrase, sense: Sense) -> ValuePhrase | None:
    """The phrase with one more word; None for a second, different bound or trend."""
    if sense == "strive":
        return phrase._replace(strive=True)
    if sense == "between":
        return phrase._replace(between=True)
    if sense == "yearly":
        return phrase._replace(yearly=True)
    if sense in {"down", "up"}:
        trend: Literal[-1, 1] = -1 if sense == "down" else 1
        return phrase._replace(trend=trend) if phrase.trend in {0, trend} else None
    if sense == "filler":
        return phrase
    return _bound_or_level(phrase, sense)


def _bound_or_level(phrase: ValuePhrase, sense: Sense) -> ValuePhrase | None:
    match sense:
        case "to":
            return phrase._replace(reaches=phrase.reaches or phrase.trend != 0)
        case "level":
            return phrase._replace(reaches=True)
        case "at-least" | "more-than" | "at-most" | "less-than" | "around":
            return phrase._replace(kind=sense) if phrase.kind in {None, sense} else None
        case _:
            return phrase
