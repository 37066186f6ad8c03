"""Target and measured values in the reader's form: at least 1.5%, 3–5%, 较2005年下降65%以上, 12亿千瓦."""

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.scripts import has_han
from carbonroad.base.times.base_years import split_base_year
from carbonroad.base.values.amounts import Amounts, read_amounts
from carbonroad.base.values.numbers import from_float, parse_number, plain_signs
from carbonroad.base.values.quantities import parse_value
from carbonroad.base.values.units import Unit, parse_unit
from carbonroad.base.values.value import Value
from carbonroad.base.values.value_words import read_value_phrase
from carbonroad.link.system import Item
from carbonroad.model.items import Actual, Indicator, Target
from carbonroad.model.terms import Baseline
from carbonroad.views.shared import units
from carbonroad.wording import Wording

_LETTER: Final = re.compile(r"[A-Za-z]")
_MINUS: Final = re.compile(r"(?<![\d\w])-(?=[\d.])")
_LEVELS: Final = {
    "at-least": "at least {n}",
    "more-than": "over {n}",
    "at-most": "at most {n}",
    "less-than": "below {n}",
    "around": "around {n}",
}
_CHANGES: Final = {
    "at-least": "at least {change}",
    "more-than": "over {change}",
    "at-most": "at most {change}",
    "less-than": "less than {change}",
    "around": "around {change}",
}
_COUNTS: Final = {
    "at-least": "at least {count}",
    "more-than": "over {count}",
    "at-most": "at most {count}",
    "less-than": "fewer than {count}",
    "around": "around {count}",
}


def target_value(item: Item, w: Wording, languages: tuple[str, ...] = ()) -> str:
    """Return what a target asks for with its unit and baseline; empty for what is no target.

    The author's words stand where they are of the page's language, else the value as understood.
    """
    target = item.written
    if not isinstance(target, Target) or item.indicator is None:
        return ""
    if target.value is None:
        return target.words.strip()
    baseline = target.baseline or item.indicator.baseline
    return value_words(
        target.value, target.words.strip(), item.indicator.unit, w, base_words(baseline, w, languages)
    )


def stretch_value(item: Item, w: Wording, languages: tuple[str, ...] = ()) -> str:
    """Return a target's second, striving value; empty where it has none."""
    target = item.written
    if not isinstance(target, Target) or target.stretch is None or item.indicator is None:
        return ""
    baseline = target.baseline or item.indicator.baseline
    stretch = target.stretch
    return value_words(
        stretch, stretch.words.strip(), item.indicator.unit, w, base_words(baseline, w, languages)
    )


def measured_value(indicator: Indicator, actual: Actual, w: Wording, languages: tuple[str, ...] = ()) -> str:
    """Return a measured value with its unit, its bound ("above 25%") and what it is measured against."""
    change = indicator.change if actual.baseline is not None or indicator.change else False
    value = parse_value(actual.words, indicator.unit, change=change)
    if not isinstance(value, Value) or not value.understood:
        return level_words(indicator.unit, actual.value, w)
    baseline = actual.baseline or (indicator.baseline if value.change else None)
    return value_words(value, actual.words, indicator.unit, w, base_words(baseline, w, languages))


def is_plain(actual: Actual) -> bool:
    """Whether a measured value is typed as a bare number, without words or a unit."""
    return not isinstance(parse_number(actual.words), Refusal)


def level_words(unit: Unit | None, value: float, w: Wording) -> str:
    """Return a plain number with its unit."""
    return _amount(Value("", low=value, high=value), (value,), unit, w)


def base_words(baseline: Baseline | None, w: Wording, languages: tuple[str, ...] = ()) -> str:
    """Return what a change is measured against: 2020, 2020年, or words in the page's language."""
    if baseline is None:
        return ""
    if baseline.texts:
        return baseline.texts.pick(w.tag, languages)
    return w("{year}", year=baseline.year) if baseline.year is not None else baseline.words


@lru_cache(maxsize=1 << 13)  # every document says the same values
def value_words(value: Value, typed: str, unit: Unit | None, w: Wording, baseline: str = "") -> str:
    """Return a value in the page's language; `baseline` is named where the value is a change."""
    if not value.understood:
        return typed
    core = core_of(typed)
    if value.multiple:
        rises = w.chinese and (phrase := read_value_phrase(plain_signs(typed))) is not None and phrase.chinese
        worded = _as_worded(value, typed, core, unit, w) if rises else ""  # 增长1倍 stays what it is
        if not worded:
            return _times(value, w, baseline)
    words = _as_worded(value, typed, core, unit, w)
    if words and value.against is not None:
        return words  # the base year is among them
    words = words or _each_year(value, _composed(value, core, unit, w), w)
    return w("{value} vs {baseline}", value=words, baseline=baseline) if value.change and baseline else words


def core_of(typed: str) -> tuple[str, Amounts | None]:
    """Return the numbers with their units between the words of a value: as text, and read."""
    phrase = read_value_phrase(split_base_year(plain_signs(typed)).text)
    amounts = read_amounts(phrase.core, between=phrase.between) if phrase is not None else None
    return (phrase.core, amounts) if phrase is not None and isinstance(amounts, Amounts) else ("", None)


def _each_year(value: Value, words: str, w: Wording) -> str:
    return w("{change} a year", change=words) if value.yearly else words


def _times(value: Value, w: Wording, baseline: str) -> str:
    sizes = [bound for bound in (value.low, value.high) if bound is not None]
    many = "–".join(dict.fromkeys(units.digits(size) for size in sizes))
    counted = (
        w("{n} times that of {baseline}", n=many, baseline=baseline) if baseline else w("{n} times", n=many)
    )
    words = w(_LEVELS[value.kind], n=counted) if value.kind in _LEVELS else counted
    return w("strive for {value}", value=words) if value.strive else words


def _as_worded(
    value: Value, typed: str, core: tuple[str, Amounts | None], unit: Unit | None, w: Wording
) -> str:
    """The author's words with the unit put in; empty where they are not of this language or no good prose."""
    text, amounts = core
    plain = plain_signs(typed)
    before, found, after = plain.partition(text) if text else ("", "", "")
    if not found or amounts is None:
        return ""
    has_unit = any(one and not parse_unit(one).is_scale for one in amounts.units)
    if w.chinese:
        worded = has_han(before + after) and not _LETTER.search(plain)
        if has_unit:
            return _MINUS.sub("−", typed.replace(" %", "%")) if worded else ""
        return f"{before}{units.joined(text, _mark(value, unit, w), w)}{after}" if worded else ""
    prose = w.english and _LETTER.search(before) and not after and not has_han(plain)
    if not prose or len(amounts.numbers) > 1:
        return ""
    if has_unit and not (value.points or _is_percent(amounts)):
        return _MINUS.sub("−", typed)
    return before + _amount(value, _signed(value, amounts), unit, w, typed=text)


def _is_percent(amounts: Amounts) -> bool:
    return all(parse_unit(one).is_percent for one in amounts.units if one)


def _mark(value: Value, unit: Unit | None, w: Wording) -> str:
    """What follows the number in the author's own words: the unit as it is called, never of another size."""
    if value.points or value.multiple or unit is None:
        return ""
    return "%" if value.relative else units.unit_name(unit, w, stated=True)


def _signed(value: Value, amounts: Amounts) -> tuple[float, ...]:
    """The bounds, with their signs where signs were typed and not words."""
    bounds = tuple(bound for bound in (value.low, value.high) if bound is not None)
    bare = value.change and not any(amounts.signs)
    return tuple(abs(bound) for bound in bounds) if bare else bounds


def _composed(value: Value, core: tuple[str, Amounts | None], unit: Unit | None, w: Wording) -> str:
    """The value put into the page's language, from what was understood."""
    text, amounts = core
    bounds = tuple(bound for bound in (value.low, value.high) if bound is not None)
    with_sign = value.change and not w.chinese and amounts is not None and any(amounts.signs)
    sizes = bounds if with_sign or not value.change else tuple(abs(bound) for bound in bounds)
    words = _bounded(value, _amount(value, sizes, unit, w, typed=text, plus=with_sign), unit, w)
    if value.change and not with_sign and value.direction:
        words = _directed(value, words, w)
    if not value.strive:
        return words
    return w("strive: {words}", words=words) if value.change else w("strive for {value}", value=words)


def _bounded(value: Value, amount: str, unit: Unit | None, w: Wording) -> str:
    if value.kind not in _LEVELS:
        return amount
    if value.change or value.strive:
        return w(_CHANGES[value.kind], change=amount)
    if unit is not None and unit.is_count:
        return w(_COUNTS[value.kind], count=amount)
    return w(_LEVELS[value.kind], n=amount)


def _directed(value: Value, words: str, w: Wording) -> str:
    """The direction of a change; Chinese has a word of its own for shares, points and amounts."""
    down = value.direction < 0
    if value.relative:
        return w("down {value}" if down else "up {value}", value=words)
    if value.points:
        return w("down {points}" if down else "up {points}", points=words)
    return w("down {amount}" if down else "up {amount}", amount=words)


def _amount(
    value: Value,
    bounds: tuple[float, ...],
    unit: Unit | None,
    w: Wording,
    *,
    typed: str = "",
    plus: bool = False,
) -> str:
    """One or two numbers with what they count."""
    here = units.Said(Fraction(1), "")
    if not (value.points or value.relative) and unit is not None:
        here = units.said(unit, w)
    exact = [(from_float(bound) or Fraction(0)) * here.factor for bound in bounds]
    exact = list(dict.fromkeys(sorted(exact, key=abs)))
    counted = unit is not None and unit.is_count
    shown = [units.spoken(one, w, counted=counted) for one in exact]
    if len(exact) == 1 and here.factor == 1:
        shown = [_as_precise(shown[0], exact[0], typed)]
    if plus:
        shown = [f"+{one}" if number > 0 else one for one, number in zip(shown, exact, strict=True)]
    name = "%" if value.relative else here.name
    if len(shown) > 1:
        if name == "%":
            return w("{low}–{high}%", low=shown[0], high=shown[1])
        words = w("{low}–{high}", low=shown[0], high=shown[1])
    else:
        words = shown[0] if shown else ""
    if value.points:
        return w("1 percentage point") if words == "1" else w("{n} percentage points", n=words)
    return units.joined(words, name, w)


def _as_precise(shown: str, exact: Fraction, typed: str) -> str:
    """The number with the zeros its author typed behind the point: 24.0 is not 24."""
    found = re.search(r"\d\.(\d*0)(?!\d)", typed)
    if found is None or not re.fullmatch(r"[−\d.,]+", shown):
        return shown
    return f"{float(exact):,.{len(found[1])}f}".replace("-", "−")
