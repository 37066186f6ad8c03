"""Numbers as people type them: full-width digits, thousands, 万 and million; exact inside."""

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import isfinite, prod
from typing import Final

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say

MAX_LENGTH: Final = 200
"""Longest text, in characters, that any reader of quantities looks at."""

_FOLDED: Final = str.maketrans(
    {
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2015\u2212\ufe58\ufe63", "-"),
        **dict.fromkeys("\u301c\u223c\u02dc", "~"),
    }
)
_GROUP_SPACE: Final = lazy_pattern(r"(?<=[0-9])[\u00a0\u2007\u2009\u202f](?=[0-9])")
_BLANKS: Final = lazy_pattern(r"\s+")
_LONG_DASH: Final = lazy_pattern("\u2014+")

# Possessive quantifiers keep the scan linear; the look-ahead refuses 1,2345 and 1.2.3 whole.
_DECIMAL: Final = lazy_pattern(
    r"(?:(?:[0-9]{1,3}(?:,[0-9]{3})++|[0-9]++)(?:\.[0-9]++)?|\.[0-9]++)(?![.,]?[0-9])"
)
_CHINESE_SCALE: Final = lazy_pattern(r"[十百千万亿]{1,4}")
_ENGLISH_SCALE: Final = lazy_pattern(
    r"(thousand|million|billion|trillion|hundred|mln|mn|bn|trn|tn)(?![A-Za-z0-9])\s?",
    re.IGNORECASE | re.ASCII,
)
_CHINESE: Final = {"十": 10, "百": 100, "千": 10**3, "万": 10**4, "亿": 10**8}
_ENGLISH: Final = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "mln": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "trn": 10**12,
    "tn": 10**12,
}
_LARGEST: Final = 10**300
_WHOLE: Final = 2.0**53
"""Below it every whole number is a float of its own."""
_NOT_FINITE: Final = frozenset(("nan", "inf", "infinity", "∞", "无穷", "无穷大"))
_DIGITS: Final = say("write digits, such as 1,200.5 or 1.8亿")


def number_text(number: float) -> str:
    """Return a number in digits: no exponent, no thousands separators, no more digits than it has."""
    text = format(Decimal(repr(number + 0)), "f")  # + 0 takes the sign off -0.0
    return text.rstrip("0").rstrip(".") if "." in text else text


def plain_signs(text: str) -> str:
    """Full-width signs to plain ones, every dash to `-`, blanks to single spaces, ends trimmed.

    A no-break or thin space between digits becomes `,`. Superscripts stay as they are: `5²` is not 52.
    """
    plain = _LONG_DASH.sub("-", _GROUP_SPACE.sub(",", text.translate(_FOLDED)))
    return _BLANKS.sub(" ", plain).strip()


def scan_decimal(text: str, start: int = 0) -> tuple[Fraction, int] | None:
    """Read the unsigned decimal that begins at `start` of a folded text.

    Returns:
        The number and the place after it, or None where no well-formed number begins.
    """
    found = _DECIMAL.match(text, start)
    return (Fraction(found[0].replace(",", "")), found.end()) if found else None


def split_scale(text: str) -> tuple[int, str]:
    """Take 万, 亿, million and the like off the front of a folded text: the factor and what is left."""
    if found := _CHINESE_SCALE.match(text):
        return prod(_CHINESE[sign] for sign in found[0]), text[found.end() :].lstrip()
    if found := _ENGLISH_SCALE.match(text):
        return _ENGLISH[found[1].lower()], text[found.end() :]
    return 1, text


def parse_number(text: str) -> Fraction | Refusal:
    """Read one number without a unit: `1,200`, `－25`, `1.8亿`, `1,200 million`, `017`.

    Returns:
        The exact number, or a Refusal with the reason `number`. Never raises.
    """
    if len(text) > MAX_LENGTH:
        return Refusal("number", say("A number has at most {n} characters.", n=MAX_LENGTH), _DIGITS)
    plain = plain_signs(text)
    negative = plain.startswith("-")
    scanned = scan_decimal(plain, 1 if negative or plain.startswith("+") else 0)
    if scanned is None:
        return not_finite(text) or Refusal(
            "number", say('"{text}" is not a number.', text=text), number_hint(plain)
        )
    number, end = scanned
    scale, rest = split_scale(plain[end:].lstrip())
    if rest:
        message = say('"{text}" is not a number: "{rest}" follows it.', text=text, rest=rest)
        return Refusal("number", message, number_hint(plain))
    return -number * scale if negative else number * scale


def to_float(number: Fraction) -> float | Refusal:
    """The nearest float, or a Refusal with the reason `number` where none is near."""
    if abs(number) > _LARGEST:
        return Refusal("number", say("The number is too large."), say("write it in a larger unit"))
    return float(number)


@lru_cache(maxsize=1024)
def from_float(number: float) -> Fraction | None:
    """The decimal that a float was written as (0.1 is one tenth); None for NaN and infinity."""
    plain = float(number)
    if not isfinite(plain):
        return None
    return (
        Fraction(int(plain))
        if -_WHOLE < plain < _WHOLE and plain.is_integer()
        else Fraction(Decimal(repr(plain)))
    )


def not_finite(text: str) -> Refusal | None:
    """Return the refusal of a text that means infinity or "not a number"; None for any other."""
    if len(text) > MAX_LENGTH or plain_signs(text).strip("+-. ").lower() not in _NOT_FINITE:
        return None
    message = say('"{text}" is no amount that anything could be compared with.', text=text.strip())
    return Refusal("not-finite", message, say("write the number, or leave the entry out where there is none"))


def number_hint(plain: str) -> str:
    """How to write a folded text that was meant as a number."""
    if re.fullmatch(r"[+-]?[0-9]++,[0-9]++", plain):
        return say("write a decimal point, or commas between groups of three digits: 1,200.5")
    if re.fullmatch(r"[+-]?[0-9]++(?: [0-9]{3})++", plain):
        return say("write thousands with commas: 1,200")
    if re.search(r"[0-9] ?%$", plain):
        return say("leave out the percent sign; the unit stands in the field `unit`")
    return _DIGITS
