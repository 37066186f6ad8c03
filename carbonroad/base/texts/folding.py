"""Folding of typed text: full-width signs, blanks and Chinese numerals to the plain ones."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re

MAX_LENGTH = 200
"""Longest text, in characters, that is read as a date, a duration or a deadline."""

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_NUMERAL = "[零〇○一二两三四五六七八九]"
_HAN_YEAR = lazy_pattern(rf"{_NUMERAL}{{4}}(?=年)")
_HAN_SMALL = lazy_pattern(
    rf"(?<![0-9零〇○一二两三四五六七八九十])({_NUMERAL}?)(十?)({_NUMERAL}?)(?=个月|[月日号年天周])"
)


def fold(text: str) -> str:
    """Return the text after NFKC, each run of blanks as one blank, none at the ends."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.split())


def as_id(text: str) -> str:
    """Return a typed name in the form in which ids are kept: NFC, without blanks at its ends."""
    text = text.strip()
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def plain_numerals(text: str) -> str:
    """Return the text with the Chinese numerals of dates (二〇三〇年十二月) as digits."""
    text = _HAN_YEAR.sub(lambda found: "".join(str(_DIGITS[sign]) for sign in found[0]), text)
    return _HAN_SMALL.sub(_small_number, text)


def _small_number(found: re.Match[str]) -> str:
    tens, ten, units = found.groups()
    if not ten:
        return found[0] if tens and units else "".join(str(_DIGITS[sign]) for sign in found[0])
    return str((_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[units] if units else 0))
