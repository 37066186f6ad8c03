"""Costs: an amount and a currency, such as 120亿 CNY or 180m EUR."""

import re
from typing import Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.values.currencies import CURRENCY_CODES, CURRENCY_WORDS
from carbonroad.base.values.numbers import (
    MAX_LENGTH,
    not_finite,
    plain_signs,
    scan_decimal,
    split_scale,
    to_float,
)

_ABOUT: Final = lazy_pattern(r"~|≈|大约|约|(?:about|around|approximately)(?![A-Za-z])", re.IGNORECASE)
_ABOUT_AFTER: Final = "左右"
_CODE_BEFORE: Final = lazy_pattern(r"([A-Z]{3})(?![A-Za-z]) ?")
_LETTER: Final = lazy_pattern(r"[kKmM](?![a-z])")
_LETTERS: Final = {"k": 10**3, "m": 10**6}
_HINT: Final = say("write an amount and an ISO 4217 code, such as 120亿 CNY or 180m EUR")


class Money(NamedTuple):
    """A cost.

    Attributes:
        words: As the author wrote it.
        amount: In whole units of the currency, never negative.
        currency: The ISO 4217 code.
        around: Whether the author says that the amount is approximate.
    """

    words: str
    amount: float
    currency: str
    around: bool = False


def parse_money(words: str) -> Money | Refusal:
    """Read `120亿 CNY`, `EUR 180m`, `about 1.2 bn USD`.

    Returns:
        The cost, or a Refusal with the reason `currency` (no ISO 4217 code) or `money`. Never raises.
    """
    text = plain_signs(words) if len(words) <= MAX_LENGTH else ""
    about = _ABOUT.match(text)
    after = text.endswith(_ABOUT_AFTER)
    text = text.removesuffix(_ABOUT_AFTER)[about.end() if about else 0 :].strip()
    before = _CODE_BEFORE.match(text)
    text = text[before.end() :] if before else text
    scanned = scan_decimal(text)
    if scanned is None:
        return not_finite(words) or Refusal("money", say("This is not one amount of money."), _HINT)
    scale, code = _split_letter(text[scanned[1] :].lstrip())
    if before:
        code = f"{before[1]} {code}".strip()
    if code not in CURRENCY_CODES:
        return _refuse(code)
    amount = to_float(scanned[0] * scale)
    if isinstance(amount, Refusal):
        return amount
    return Money(words, amount, code, around=after or about is not None)


def _split_letter(text: str) -> tuple[int, str]:
    """`split_scale`, and k and m, which only money takes for thousand and million."""
    letter = _LETTER.match(text)
    scale, rest = (_LETTERS[letter[0].lower()], text[letter.end() :]) if letter else split_scale(text)
    return scale, rest.strip()


def _refuse(code: str) -> Refusal:
    if any(sign.isdigit() for sign in code):
        return Refusal("money", say("This is not one amount of money."), _HINT)
    if not code:
        return Refusal("currency", say("The currency is missing."), _HINT)
    known = CURRENCY_WORDS.get(code.lower()) or code.upper()
    hint = say("write {code}", code=known) if known in CURRENCY_CODES else _HINT
    return Refusal("currency", say('"{code}" is not a currency code of ISO 4217.', code=code), hint)
