"""Values of targets and costs, read from the author's words in English and Chinese."""

from fractions import Fraction
from functools import lru_cache
from typing import Final

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.base_years import split_base_year
from carbonroad.base.values.amounts import Amounts, read_amounts
from carbonroad.base.values.multiples import as_multiple
from carbonroad.base.values.numbers import MAX_LENGTH, not_finite, plain_signs, to_float
from carbonroad.base.values.units import Unit, convert_factor, parse_unit
from carbonroad.base.values.value import Direction, Value
from carbonroad.base.values.value_units import TIMES, Measure, measure_in, written_unit
from carbonroad.base.values.value_words import BOUNDS, ValuePhrase, in_digits, read_value_phrase

_LEVEL: Final = lazy_pattern(r"(\D{0,16}?)([0-9]{1,15}(?:\.[0-9]{1,15})?)")
_AT_LEAST: Final = frozenset({"at-least", "more-than"})
_AT_MOST: Final = frozenset({"at-most", "less-than"})
_BOUNDS: Final = _AT_LEAST | _AT_MOST


def parse_value(words: str, unit: Unit | None, *, change: bool | None = None) -> Value | Refusal:
    """Read a target's value in the unit of its field.

    Args:
        words: What the author typed.
        unit: The field's unit; None accepts any and keeps the one written.
        change: True or False where the file says that the value is a change or a level; None lets a
            sign or a word of change decide.

    Returns:
        The value; one with `understood=False` where the words are no known form; or a Refusal with the
        reason `unit` (does not convert), `scale` (亿 before a field of 万千瓦), `which-way` (`≥-65%`),
        `change` (the words contradict `change`), `not-finite` (NaN, infinity) or
        `number` (too large). Never raises.
    """
    level = None if change else _level(words)
    if level is not None:
        return level
    if len(words) > MAX_LENGTH:
        return Value(words, understood=False)
    return _read(words, unit, change)


@lru_cache(maxsize=1 << 12)
def _read(words: str, unit: Unit | None, change: bool | None) -> Value | Refusal:  # noqa: FBT001
    """The value of any words that are not too long."""
    text, against = split_base_year(plain_signs(words))
    phrase = read_value_phrase(in_digits(text)) if text else None
    amounts = read_amounts(phrase.core, between=phrase.between) if phrase else None
    if phrase is None or amounts is None or _bounded_range(phrase, amounts):
        return not_finite(phrase.core if phrase else words) or Value(words, understood=False)
    if isinstance(amounts, Refusal):
        return amounts
    return _meant(words, *_of_each_year(phrase, amounts, unit), unit, against, change)


def _meant(  # what was read, what the field is
    words: str,
    phrase: ValuePhrase,
    amounts: Amounts,
    unit: Unit | None,
    against: int | None,
    change: bool | None,  # noqa: FBT001
) -> Value | Refusal:
    """The value of words that were read, as a level or as a change."""
    multiple = all(text.lower() in TIMES for text in amounts.units)
    changing = _is_change(phrase, amounts, change=change, multiple=multiple)
    if isinstance(changing, Refusal):
        return changing
    doubt = _which_way(phrase, amounts, changing=changing)
    if doubt:
        return doubt
    if multiple:
        plain = as_multiple(phrase, amounts)
        if plain is None:
            return Value(words, understood=False)
        phrase, amounts = plain
    elif against and not changing and not phrase.reaches:
        return Value(words, understood=False)
    value = _measured(words, phrase, amounts, unit, changing=changing)
    if isinstance(value, Refusal) or not value.change:
        return value
    return value._replace(yearly=phrase.yearly, against=against)


def _of_each_year(phrase: ValuePhrase, amounts: Amounts, field: Unit | None) -> tuple[ValuePhrase, Amounts]:
    """What is said of each year: part of the unit in a field that is per year, else a rate of change.

    A level cannot be of each year in a field that is not: its unit then does not convert.
    """
    if not phrase.yearly:
        return phrase, amounts
    units = tuple(f"{text} per year".strip() for text in amounts.units)
    fits = field is not None and field.per_year and all(_fits(text, field) for text in units)
    if fits and field is not None and "percent" in dict(field.dimension) and phrase.trend > 0:
        phrase = phrase._replace(trend=0)  # a growth of 5% a year is what a field of %/yr measures
    if not fits and (phrase.trend or any(amounts.signs)):
        return phrase, amounts
    if fits:
        units = tuple("" if text == "per year" else text for text in units)
    return phrase._replace(yearly=False), amounts._replace(units=units)


def _fits(text: str, field: Unit) -> bool:
    return text == "per year" or convert_factor(parse_unit(text), field) is not None


def _level(words: str) -> Value | None:
    """The value of most words, a bare number with at most a bound before it, without looking for more."""
    found = _LEVEL.fullmatch(words)
    bound = found[1].rstrip().lower() if found else ""
    if found is None or (bound and bound not in BOUNDS):
        return None
    kind, number = BOUNDS[bound] if bound else "exact", float(found[2])
    low = None if kind in _AT_MOST else number
    high = None if kind in _AT_LEAST else number
    return Value(words, kind, low, high)


def is_reversed(words: str) -> bool:
    """Whether a range, which `parse_value` reads either way, begins with its larger number: `10..7`."""
    phrase = read_value_phrase(plain_signs(words))
    amounts = read_amounts(phrase.core, between=phrase.between) if phrase else None
    if not isinstance(amounts, Amounts) or any(amounts.signs) or len(set(amounts.units)) > 1:
        return False
    return amounts.numbers[0] > amounts.numbers[-1]


def _bounded_range(phrase: ValuePhrase, amounts: Amounts | Refusal) -> bool:
    """Whether a bound stands before a range, as in "at least 7 to 10"."""
    return isinstance(amounts, Amounts) and len(amounts.numbers) > 1 and phrase.kind in _BOUNDS


def _measured(
    words: str, phrase: ValuePhrase, amounts: Amounts, unit: Unit | None, *, changing: bool
) -> Value | Refusal:
    """The value once every number counts in the same measure."""
    field = unit or written_unit(amounts)
    scales: list[Measure] = []
    for text in amounts.units:
        measure = measure_in(text, field, changing=changing)
        if measure is None:
            return Value(words, understood=False)
        if isinstance(measure, Refusal):
            return measure
        scales.append(measure)
    if len({measure[1:] for measure in scales}) > 1:
        return Value(words, understood=False)
    return _value(words, phrase, amounts, scales, changing=changing)


def _is_change(
    phrase: ValuePhrase, amounts: Amounts, *, change: bool | None, multiple: bool
) -> bool | Refusal:
    """Whether the value is a change: the words decide, then the file, then a sign."""
    says_change = multiple or (phrase.trend != 0 and not phrase.reaches)
    if says_change and change is False:
        return Refusal(
            "change",
            say("The words say a change, but the file says that values are levels."),
            say("remove the word of change, or `change: false`"),
        )
    if phrase.reaches and change and not multiple:
        return Refusal(
            "change",
            say("The words say the level that is reached, but the file says that values are changes."),
            say("write the change itself, or remove `change: true`"),
        )
    if says_change or phrase.reaches:
        return says_change
    return any(amounts.signs) if change is None else change


def _which_way(phrase: ValuePhrase, amounts: Amounts, *, changing: bool) -> Refusal | None:
    """What the words leave open about the direction."""
    if not amounts.doubtful and not (changing and any(amounts.signs)):
        return None
    sizes = [_plain(abs(number)) for number in amounts.numbers]
    number = "-".join(sizes) + _spaced(amounts.units[-1])
    if amounts.doubtful:
        return Refusal(
            "which-way",
            say("Whether the second number of the range is negative too is not clear."),
            say("write -{first}..-{last} or -{first}..{last}", first=sizes[0], last=sizes[1]),
        )
    if changing and phrase.trend and any(amounts.signs):
        return Refusal(
            "which-way",
            say("A word of change and a sign say the direction twice."),
            say("leave out the sign: down {number}", number=number)
            if phrase.trend < 0
            else say("leave out the sign: up {number}", number=number),
        )
    if changing and phrase.kind in _BOUNDS and "-" in amounts.signs:
        return Refusal(
            "which-way",
            say("A bound on a negative change can be read both ways."),
            say(
                "write at least {number} down (下降{number}以上) or at most {number} down"
                " (下降不超过{number}); if the number is a level below zero, say `change: false`",
                number=number,
            ),
        )
    return None


def _value(
    words: str, phrase: ValuePhrase, amounts: Amounts, scales: list[Measure], *, changing: bool
) -> Value | Refusal:
    """Signed bounds from numbers, factors and words."""
    sign = -1 if changing and phrase.trend < 0 else 1
    ends = sorted(sign * n * scale.factor for n, scale in zip(amounts.numbers, scales, strict=True))
    low, high = to_float(ends[0]), to_float(ends[-1])
    if isinstance(low, Refusal) or isinstance(high, Refusal):
        return Refusal("number", say("The number is too large."), say("write it in the field's unit"))
    kind = "range" if len(ends) > 1 else phrase.kind or "exact"
    direction = _direction(ends, 1 if scales[0].multiple else 0) if changing else 0
    swapped = changing and direction < 0 and not scales[0].multiple
    open_high = kind in (_AT_MOST if swapped else _AT_LEAST)
    open_low = kind in (_AT_LEAST if swapped else _AT_MOST)
    return Value(
        words,
        kind,
        None if open_low else low,
        None if open_high else high,
        phrase.strive,
        changing,
        direction,
        *scales[0][1:],
    )


def _direction(ends: list[Fraction], still: int) -> Direction:
    """Where both ends lie from the number that means no change."""
    if ends[0] >= still and ends[-1] > still:
        return 1
    return -1 if ends[-1] <= still and ends[0] < still else 0


def _plain(number: Fraction) -> str:
    """A number as a hint shows it."""
    return f"{float(number):,.10g}" if number < 10**15 else "N"


def _spaced(unit: str) -> str:
    return f" {unit}" if unit[:1].isascii() and unit[:1].isalpha() else unit
