"""Multiples of the base year's level: 6x, 6倍, 增长1倍, and what is left open by "up 6 times"."""

from carbonroad.base.times.base_years import split_base_year
from carbonroad.base.values.amounts import Amounts, read_amounts
from carbonroad.base.values.numbers import MAX_LENGTH, plain_signs
from carbonroad.base.values.value_units import TIMES
from carbonroad.base.values.value_words import ValuePhrase, in_digits, read_value_phrase


def as_multiple(phrase: ValuePhrase, amounts: Amounts) -> tuple[ValuePhrase, Amounts] | None:
    """Return a multiple of the base year's level; None where the words leave open of what.

    增长1倍 is twice the level, as Chinese statistics count, and 增长到2倍 too. "Up 6 times" is 6 times the
    level to one reader and 7 times to another; no level falls by a multiple of itself.
    """
    if phrase.yearly or any(amounts.signs):
        return None
    if phrase.reaches:
        return phrase._replace(trend=0), amounts
    if not phrase.trend:
        return phrase, amounts
    if phrase.trend < 0 or not phrase.chinese or set(amounts.units) != {"倍"}:
        return None
    return phrase._replace(trend=0), amounts._replace(numbers=tuple(n + 1 for n in amounts.numbers))


def is_doubtful_multiple(words: str) -> bool:
    """Return whether words not understood say a multiple and a change at once: `up 6 times`, 下降2倍."""
    if len(words) > MAX_LENGTH:
        return False
    phrase = read_value_phrase(in_digits(split_base_year(plain_signs(words)).text))
    amounts = read_amounts(phrase.core, between=phrase.between) if phrase else None
    return isinstance(amounts, Amounts) and all(text.lower() in TIMES for text in amounts.units)
