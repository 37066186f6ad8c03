"""Numbers and target values in words."""

import re

from carbonroad.base.units import Unit
from carbonroad.base.values import Value
from carbonroad.link.system import Item
from carbonroad.model.items import Target
from carbonroad.wording import Wording

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_MINUS = re.compile(r"(?<![\d\w])-(?=[\d.])")
_BOUNDS = {
    "at-least": "at least {n}",
    "more-than": "over {n}",
    "at-most": "at most {n}",
    "less-than": "below {n}",
    "around": "around {n}",
}


def number(value: float) -> str:
    """Return a number as printed: thousands separated, a real minus sign."""
    return f"{value:,.10g}".replace("-", "−")


def target_value(item: Item, w: Wording) -> str:
    """Return what a target asks for with its unit and baseline; empty for what is no target.

    The author's words stand where they are of the page's language, else the value as understood.
    """
    target = item.written
    if not isinstance(target, Target) or item.indicator is None:
        return ""
    unit, value, typed = item.indicator.unit, target.value, target.words.strip()
    if value is None or not value.understood:
        return typed
    bare = typed.replace(unit.text, "") if unit is not None and unit.text else typed
    foreign = _LATIN.search(bare) if w.chinese else _HAN.search(typed)
    words = _composed(value, unit, w) if foreign else _with_unit(_MINUS.sub("−", typed), value, unit)
    baseline = target.baseline or item.indicator.baseline
    if value.change and baseline is not None and baseline.words:
        against = str(baseline.year) if baseline.year is not None else baseline.words
        return w("{value} vs {baseline}", value=words, baseline=against)
    return words


def _with_unit(words: str, value: Value, unit: Unit | None) -> str:
    if value.multiple or value.points or unit is None or not unit.text:
        return words
    mark = "%" if value.relative else unit.text
    return words.replace(" %", "%") if mark in words else _joined(words, mark)


def _joined(words: str, unit: str) -> str:
    """A percent sign follows at once, any other unit after a blank."""
    return f"{words}{unit}" if unit.startswith(("%", "‰", "％")) else f"{words} {unit}"


def _composed(value: Value, unit: Unit | None, w: Wording) -> str:
    """The value put into the page's language, from what was understood."""
    bounds = [bound for bound in (value.low, value.high) if bound is not None]
    sizes = sorted({abs(bound) if value.change else bound for bound in bounds})
    digits = "–".join(number(size) for size in sizes)
    if value.multiple:
        counted = w("{n} times", n=digits)
    elif value.points:
        counted = w("{n} percentage points", n=digits)
    elif value.relative:
        counted = f"{digits}%"
    else:
        counted = _joined(digits, unit.text) if unit is not None and unit.text else digits
    words = w(_BOUNDS.get(value.kind, "{n}"), n=counted)
    if value.change and not value.multiple:
        words = w("down {value}" if value.direction < 0 else "up {value}", value=words)
    return w("strive for {value}", value=words) if value.strive else words
