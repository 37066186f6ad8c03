"""One or two numbers with their units, as they stand between the words of a value."""

import re
from fractions import Fraction
from typing import Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.values.numbers import number_hint, scan_decimal

_JOIN: Final = lazy_pattern(
    r" ?(?P<sign>\.{2,3}|…|~|-|(?<![A-Za-z])(?:to|and)(?![A-Za-z])|至|到|和|与) ?(?=[+-]? ?\.?[0-9])",
    re.IGNORECASE,
)
_NUMBERLIKE: Final = lazy_pattern(r"[+-]? ?\.?[0-9][\d.,²³¹⁰-⁹]*+(?: [0-9][\d.,]*+)*+")
_AND: Final = frozenset({"and", "和", "与"})
_MARK: Final = frozenset("~-")


class Amounts(NamedTuple):
    """Signed numbers (one, or the two ends of a range in the order written) and their units' texts.

    Attributes:
        numbers: One or two exact numbers with their signs.
        signs: The sign typed before each: "", "+" or "-".
        units: The unit after each; an end without one has the other's.
        doubtful: Whether `-7-10` leaves open if the second number is negative too.
    """

    numbers: tuple[Fraction, ...]
    signs: tuple[str, ...]
    units: tuple[str, ...]
    doubtful: bool = False


def read_amounts(core: str, *, between: bool) -> Amounts | Refusal | None:
    """Read `15`, `-18 %`, `7..10`, `7 % to 10 %`, `1.2-1.5亿千瓦`.

    Args:
        core: A folded text without the words around it.
        between: Whether `and` joins two numbers.

    Returns:
        The amounts, None for any other text, or a Refusal with the reason `number` where a number is
        malformed (`1,2345`, `1 200`).
    """
    first = _signed(core)
    if first is None:
        return _malformed(core)
    number, sign, rest = first
    join = _JOIN.search(rest)
    if join and (between or join["sign"].lower() not in _AND):
        return _range(first, join)
    if between:
        return None
    return _malformed(core) if rest[:1].isdigit() else Amounts((number,), (sign,), (rest,))


def _range(first: tuple[Fraction, str, str], join: re.Match[str]) -> Amounts | Refusal | None:
    number, sign, rest = first
    tail = rest[join.end() :]
    second = _signed(tail)
    if second is None or second[2][:1].isdigit() or rest[:1].isdigit():
        return _malformed(tail)
    other, other_sign, other_unit = second
    unit = rest[: join.start()].strip()
    if unit.endswith("/"):
        return None
    doubtful = join["sign"] in _MARK and sign == "-" and not other_sign
    units = (unit or other_unit, other_unit or unit)
    return Amounts((number, other), (sign, other_sign), units, doubtful)


def _malformed(core: str) -> Refusal | None:
    """A text that begins as a number and is not one; `²` counts as a digit."""
    found = _NUMBERLIKE.match(core)
    if found is None:
        return None
    return Refusal("number", say('"{text}" is not a number.', text=found[0]), number_hint(found[0]))


def _signed(text: str) -> tuple[Fraction, str, str] | None:
    """The number that begins a text, its sign and the trimmed rest."""
    sign = text[:1] if text[:1] in {"+", "-"} else ""
    start = len(sign) + (1 if sign and text[1:2] == " " else 0)
    scanned = scan_decimal(text, start)
    if scanned is None:
        return None
    number, end = scanned
    return (-number if sign == "-" else number), sign, text[end:].strip()
