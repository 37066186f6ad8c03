"""Values of targets and costs, read from the author's words in English and Chinese."""

from fractions import Fraction
from typing import Final, NamedTuple

from carbonroad.base.amounts import Amounts, read_amounts
from carbonroad.base.compare import Verdict, compare, judge
from carbonroad.base.lazy_pattern import lazy_pattern
from carbonroad.base.money import Money, parse_money
from carbonroad.base.numbers import MAX_LENGTH, fold, not_finite, to_float
from carbonroad.base.refusal import Refusal
from carbonroad.base.said import say
from carbonroad.base.units import Unit, convert_factor, parse_unit
from carbonroad.base.value_words import BOUNDS, Phrase, read_phrase
from carbonroad.base.values import Direction, Value

__all__ = ["Money", "Value", "Verdict", "compare", "is_reversed", "judge", "parse_money", "parse_value"]

_LEVEL: Final = lazy_pattern(r"(\D{0,16}?)([0-9]{1,15}(?:\.[0-9]{1,15})?)")
_AT_LEAST: Final = frozenset({"at-least", "more-than"})
_AT_MOST: Final = frozenset({"at-most", "less-than"})
_BOUNDS: Final = _AT_LEAST | _AT_MOST
_TIMES: Final = frozenset({"x", "×", "times", "fold", "-fold", "倍"})
_UNIT_LIKE: Final = lazy_pattern(r"[^\s;,()（）、。:!?0-9]{1,24}(?: [^\s;,()（）、。:!?0-9]{1,24})?")
_CHINESE: Final = lazy_pattern(r"[\u3400-\u9fff]")
_LONGEST_CHINESE_UNIT: Final = 6


class _Measure(NamedTuple):
    """How one number counts: its factor to the field's unit, or what else it is."""

    factor: Fraction
    relative: bool = False
    points: bool = False
    multiple: bool = False


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
    return _read(words, unit, change=change) if level is None else level


def _read(words: str, unit: Unit | None, *, change: bool | None) -> Value | Refusal:
    """The value of any words."""
    text = fold(words) if len(words) <= MAX_LENGTH else ""
    phrase = read_phrase(text) if text else None
    amounts = read_amounts(phrase.core, between=phrase.between) if phrase else None
    if phrase is None or amounts is None or _bounded_range(phrase, amounts):
        return not_finite(phrase.core if phrase else words) or Value(words, understood=False)
    if isinstance(amounts, Refusal):
        return amounts
    multiple = all(text.lower() in _TIMES for text in amounts.units)
    changing = _is_change(phrase, amounts, change=change, multiple=multiple)
    if isinstance(changing, Refusal):
        return changing
    doubt = _which_way(phrase, amounts, changing=changing)
    if doubt:
        return doubt
    if multiple and phrase.trend:
        # "up 6 times" is 6 times the baseline to one reader and 7 times to another.
        return Value(words, understood=False)
    return _measured(words, phrase, amounts, unit, changing=changing)


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
    phrase = read_phrase(fold(words))
    amounts = read_amounts(phrase.core, between=phrase.between) if phrase else None
    if not isinstance(amounts, Amounts) or any(amounts.signs) or len(set(amounts.units)) > 1:
        return False
    return amounts.numbers[0] > amounts.numbers[-1]


def _bounded_range(phrase: Phrase, amounts: Amounts | Refusal) -> bool:
    """Whether a bound stands before a range, as in "at least 7 to 10"."""
    return isinstance(amounts, Amounts) and len(amounts.numbers) > 1 and phrase.kind in _BOUNDS


def _measured(
    words: str, phrase: Phrase, amounts: Amounts, unit: Unit | None, *, changing: bool
) -> Value | Refusal:
    """The value once every number counts in the same measure."""
    field = unit or _written_unit(amounts)
    scales: list[_Measure] = []
    for text in amounts.units:
        measure = _measure(text, field, changing=changing)
        if measure is None:
            return Value(words, understood=False)
        if isinstance(measure, Refusal):
            return measure
        scales.append(measure)
    if len({measure[1:] for measure in scales}) > 1:
        return Value(words, understood=False)
    return _value(words, phrase, amounts, scales, changing=changing)


def _is_change(phrase: Phrase, amounts: Amounts, *, change: bool | None, multiple: bool) -> bool | Refusal:
    """Whether the value is a change: the words decide, then the file, then a sign."""
    says_change = multiple or (phrase.trend != 0 and not phrase.reaches)
    if says_change and change is False:
        return Refusal(
            "change",
            say("The words say a change, but the file says that values are levels."),
            say("remove the word of change, or `change: false`"),
        )
    if phrase.reaches and change:
        return Refusal(
            "change",
            say("The words say the level that is reached, but the file says that values are changes."),
            say("write the change itself, or remove `change: true`"),
        )
    if says_change or phrase.reaches:
        return says_change
    return any(amounts.signs) if change is None else change


def _which_way(phrase: Phrase, amounts: Amounts, *, changing: bool) -> Refusal | None:
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


def _measure(text: str, field: Unit | None, *, changing: bool) -> _Measure | Refusal | None:
    """How a number with this unit text counts in the field; None where the text is no unit."""
    if not text:
        return _bare(field, changing=changing)
    written = parse_unit(text)
    if written.is_scale:
        return _scaled(written, field, changing=changing)
    counted = _as_change(text, written, field) if changing else None
    factor = convert_factor(written, field) if field else None
    if counted or factor is not None:
        return counted or _Measure(factor or Fraction(1))
    if field is None or not (written.known or _looks_like_unit(text)):
        return None
    return _refuse_unit(text, written, field)


def _as_change(text: str, written: Unit, field: Unit | None) -> _Measure | None:
    """The units that only a change can have, whatever the field's unit: times, percent, points."""
    if text.lower() in _TIMES:
        return _Measure(Fraction(1), multiple=True)
    if written.is_percent:
        return _Measure(written.factor, relative=True)
    if written.is_points and (field is None or field.is_percent or field.is_points):
        return _Measure(Fraction(1), points=True)
    return None


def _bare(field: Unit | None, *, changing: bool) -> _Measure:
    """A number without a unit has the field's."""
    if changing and field and field.is_percent:
        return _Measure(field.factor, relative=True)
    return _Measure(Fraction(1), points=bool(changing and field and field.is_points))


def _scaled(written: Unit, field: Unit | None, *, changing: bool) -> _Measure | Refusal:
    """A number word alone: clear only where the field's unit has none of its own."""
    if field and field.scale != 1:
        return Refusal(
            "scale",
            say(
                '"{word}" and the unit "{unit}" both carry a number word.', word=written.text, unit=field.text
            ),
            say("write the unit after the number, or the number without the word"),
        )
    bare = _bare(field, changing=changing)
    return bare._replace(factor=bare.factor * written.factor)


def _refuse_unit(text: str, written: Unit, field: Unit) -> Refusal:
    name = field.text
    if written.is_points and not (field.is_percent or field.is_points):
        hint = say(
            "points change only what is measured in %; write the change in % or in {unit}, with down or up",
            unit=name,
        )
    elif written.is_percent or written.is_points:
        hint = say("for a change write a sign, down or up; for a level use {unit}", unit=name)
    else:
        hint = say("write the number in {unit}, or correct the unit", unit=name)
    return Refusal("unit", say('"{text}" does not convert to the unit "{unit}".', text=text, unit=name), hint)


def _written_unit(amounts: Amounts) -> Unit | None:
    """The unit that the author wrote, where the field has none."""
    written = parse_unit(amounts.units[0])
    fits = written.known or _looks_like_unit(written.text)
    return written if fits and not written.is_scale else None


def _looks_like_unit(text: str) -> bool:
    """Whether an unknown text after a number is short enough to be meant as a unit."""
    return len(_CHINESE.findall(text)) <= _LONGEST_CHINESE_UNIT and bool(_UNIT_LIKE.fullmatch(text))


def _value(
    words: str, phrase: Phrase, amounts: Amounts, scales: list[_Measure], *, changing: bool
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
