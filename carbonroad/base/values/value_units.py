"""How a number with its unit counts in a field: converted, as a change, or as a multiple."""

import re
from fractions import Fraction
from typing import Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.values.amounts import Amounts
from carbonroad.base.values.units import Unit, convert_factor, parse_unit

TIMES: Final = frozenset({"x", "×", "times", "fold", "-fold", "倍"})
_UNIT_LIKE: Final = lazy_pattern(r"[^\s;,()（）、。:!?0-9]{1,24}(?: [^\s;,()（）、。:!?0-9]{1,24})?")
_ENDS_THERE: Final = lazy_pattern(r"(?:[%‰]|per ?cent|百分比)(?: of .+)?", re.IGNORECASE)
_CHINESE: Final = lazy_pattern(r"[\u3400-\u9fff]")
_LONGEST_CHINESE_UNIT: Final = 6


class Measure(NamedTuple):
    """How one number counts: its factor to the field's unit, or what else it is."""

    factor: Fraction
    relative: bool = False
    points: bool = False
    multiple: bool = False


def measure_in(text: str, field: Unit | None, *, changing: bool) -> Measure | Refusal | None:
    """How a number with this unit text counts in the field; None where the text is no unit."""
    if not text:
        return _bare(field, changing=changing)
    written = parse_unit(text)
    if written.is_scale:
        return _scaled(written, field, changing=changing)
    counted = _as_change(text, written, field) if changing else None
    factor = convert_factor(written, field) if field else None
    if written.is_percent and not _ENDS_THERE.fullmatch(text):
        return None  # "% or so" says more than a percentage
    if counted or factor is not None:
        return counted or Measure(factor or Fraction(1))
    if field is None or not (written.known or _looks_like_unit(text)):
        return None
    return _refuse_unit(text, written, field)


def _as_change(text: str, written: Unit, field: Unit | None) -> Measure | None:
    """The units that only a change can have, whatever the field's unit: times, percent, points."""
    if text.lower() in TIMES:
        return Measure(Fraction(1), multiple=True)
    if written.is_percent and _ENDS_THERE.fullmatch(text):
        return Measure(written.factor, relative=True)
    if written.is_points and (field is None or field.is_percent or field.is_points):
        return Measure(Fraction(1), points=True)
    return None


def _bare(field: Unit | None, *, changing: bool) -> Measure:
    """A number without a unit has the field's."""
    if changing and field and field.is_percent:
        return Measure(field.factor, relative=True)
    return Measure(Fraction(1), points=bool(changing and field and field.is_points))


def _scaled(written: Unit, field: Unit | None, *, changing: bool) -> Measure | Refusal:
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


def written_unit(amounts: Amounts) -> Unit | None:
    """The unit that the author wrote, where the field has none."""
    written = parse_unit(amounts.units[0])
    fits = written.known or _looks_like_unit(written.text)
    return written if fits and not written.is_scale else None


def _looks_like_unit(text: str) -> bool:
    """Whether an unknown text after a number is short enough to be meant as a unit."""
    return len(_CHINESE.findall(text)) <= _LONGEST_CHINESE_UNIT and bool(_UNIT_LIKE.fullmatch(text))
