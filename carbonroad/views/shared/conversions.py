"""The same amount in the unit that the page's reader knows: 18,000万千瓦 = 180 GW, 1,200 GW = 12亿千瓦."""

from fractions import Fraction
from functools import lru_cache

from carbonroad.base.texts.scripts import has_han
from carbonroad.base.values.amounts import Amounts
from carbonroad.base.values.ladders import Sized, in_chinese, in_si
from carbonroad.base.values.numbers import from_float
from carbonroad.base.values.units import Unit, convert_factor, parse_unit
from carbonroad.base.values.value import Value
from carbonroad.link.system import Item
from carbonroad.model.items import Target
from carbonroad.views.shared import units
from carbonroad.views.shared.values import core_of
from carbonroad.views.shared.words import Words
from carbonroad.wording import Wording


def conversion(words: Words, item: Item) -> str:
    """Return a target's amount as typed and converted; empty where the reader knows the unit already."""
    target, indicator = item.written, item.indicator
    if not isinstance(target, Target) or target.value is None or indicator is None or indicator.unit is None:
        return ""
    return converted(target.value, target.words.strip(), indicator.unit, words.w)


@lru_cache(maxsize=1 << 12)
def converted(value: Value, typed: str, unit: Unit, w: Wording) -> str:
    """Return `18,000万千瓦 = 180 GW`; empty where no other unit helps the page's reader."""
    numbers = tuple(
        dict.fromkeys(
            exact for end in (value.low, value.high) if end is not None and (exact := from_float(end))
        )
    )
    if not numbers or not value.understood or value.relative or value.points or value.multiple:
        return ""
    core, amounts = core_of(typed)
    if amounts is None or len({one for one in amounts.units if one}) > 1:
        return ""
    written = _written(amounts)
    if written is not None and convert_factor(written, unit) is None:
        return ""
    left = core if written is not None else _with_unit(core, unit.text, w)
    right = _right(numbers, written, unit, w)
    if right is None:
        return ""
    said, about = _said(right, w)
    same = _plain(said) == _plain(left)
    return "" if same else w("{typed} ≈ {same}" if about else "{typed} = {same}", typed=left, same=said)


def _with_unit(number: str, unit: str, w: Wording) -> str:
    """A number as typed with the unit of its field."""
    return f"{number}{unit}" if has_han(unit[:1]) else units.joined(number, unit, w)


def _written(amounts: Amounts) -> Unit | None:
    """The unit that was typed behind the number."""
    unit = parse_unit(amounts.units[-1])
    return unit if amounts.units[-1] and not unit.is_scale else None


def _right(numbers: tuple[Fraction, ...], written: Unit | None, unit: Unit, w: Wording) -> Sized | None:
    """The amounts in the unit that suits the page: the field's, else in the size that a reader expects."""
    other = written is not None and convert_factor(written, unit) != 1
    shown, field = has_han((written or unit).text), has_han(unit.text)
    if written is None and _is_named(unit, w):
        return None
    if w.chinese:
        if shown:
            return Sized(numbers, unit.text) if other and field else None
        watts = any(measure in ("power", "energy") for measure, _ in unit.dimension)
        return in_chinese(numbers, unit) if watts else None
    if not shown and not other:
        return None
    return in_si(numbers, unit) if field else Sized(numbers, unit.text)


def _is_named(unit: Unit, w: Wording) -> bool:
    """Whether the file itself names the unit in the page's language."""
    base = w.tag.lower().split("-")[0]
    return any(tag.lower().split("-")[0] == base for tag, _ in unit.names[1:])


def _said(sized: Sized, w: Wording) -> tuple[str, bool]:
    """The amounts in words, and whether they had to be rounded."""
    here = units.said(parse_unit(sized.unit), w)
    numbers = [number * here.factor for number in sized.numbers]
    few = [_rounded(number) for number in numbers]
    shown = [units.spoken(number, w, counted=w.chinese) for number in few]
    words = shown[0] if len(shown) == 1 else w("{low}–{high}", low=shown[0], high=shown[-1])
    return units.joined(words, here.name, w), few != numbers


def _rounded(number: Fraction) -> Fraction:
    """The number itself, or four digits of it where nobody could read all of them."""
    exact = from_float(float(f"{float(number):.10g}"))
    if exact == number:
        return number
    return from_float(float(f"{float(number):.4g}")) or Fraction(0)


def _plain(text: str) -> str:
    return text.replace(",", "").replace(" ", "")
