"""Number formats of spreadsheets: what a number looks like to whoever reads the sheet."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern

_SIGNIFICANT: Final = Context(prec=15)
_MOST_DIGITS: Final = 400
LONGEST: Final = 255
"""Characters of a number format: Excel allows no more."""

_TOKEN: Final = lazy_pattern(
    r'"(?P<quoted>[^"]*+)"?|\\(?P<escaped>.)|[_*](?P<space>.?)|\[\$(?P<currency>[^\]-]*+)[^\]]*+\]?'
    r"|\[(?P<bracket>[^\]]*+)\]?|(?P<general>General|G/通用格式)|(?P<exponent>E[+-]0++)"
    r"|(?P<meridian>AM/PM|A/P|上午/下午)|(?P<digits>[0#?]++)|(?P<letters>y++|m++|d++|h++|s++|a++|g++|e++)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)


class NumberFormat(NamedTuple):
    """What a number format does.

    Attributes:
        kind: `general`, `number`, `date`, `time` (of a day) or `duration` (of hours).
        shows: Of a date: `year`, `month` (with its year), `day` or `time`.
        before: Text before the number.
        after: Text after it.
        whole: Digits before the point at least.
        places: Digits after the point at most.
        kept: Of these, how many are shown even if they are 0.
        grouped: Whether thousands are marked.
        scale: By what power of ten the number is shown larger: 2 for percent, -3 for thousands.
        negative: Whether negative numbers have a format of their own that shows no minus.
    """

    kind: str
    shows: str = "day"
    before: str = ""
    after: str = ""
    whole: int = 1
    places: int = 0
    kept: int = 0
    grouped: bool = False
    scale: int = 0
    negative: bool = False


_GENERAL: Final = NumberFormat("general")


@lru_cache(maxsize=4096)
def parse_format(code: str) -> NumberFormat:
    """Read a number format; one that is too odd to be read shows numbers as they are."""
    if len(code) > LONGEST:
        return _GENERAL
    sections = _sections(code)
    tokens = sections[0]
    letters = "".join(text[0].lower() for kind, text in tokens if kind == "letters")
    bracketed = [text.lower() for kind, text in tokens if kind == "bracket"]
    if any(text in ("h", "hh", "m", "mm", "s", "ss") for text in bracketed):
        return NumberFormat("duration")
    digits = any(kind == "digits" for kind, _ in tokens)
    if letters and (not digits or letters.strip("s")):
        return _date(tokens)
    if any(kind == "bracket" and text[:1] in "<>=" for kind, text in tokens if text):
        return _GENERAL  # a section for some numbers alone
    return _number(tokens, sections[1] if len(sections) > 1 else None)


def _sections(code: str) -> list[list[tuple[str, str]]]:
    """The format's sections (positive, negative, zero, text), each as pieces with their kinds."""
    sections: list[list[tuple[str, str]]] = [[]]
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup or "other"
        if kind == "other" and match[0] == ";":
            sections.append([])
        else:
            sections[-1].append((kind, match[kind]))
    return sections


def _date(tokens: list[tuple[str, str]]) -> NumberFormat:
    letters = [text.lower() for kind, text in tokens if kind == "letters"]
    year = any(text[0] in "yeg" for text in letters)
    clock = any(text[0] in "hs" for text in letters)
    day = any(text[0] == "d" and len(text) <= 2 for text in letters)
    month = _has_month(letters)
    if clock and not (year or day or month):
        return NumberFormat("time")
    if clock:
        return NumberFormat("date", "time")
    if year and not day:
        return NumberFormat("date", "month" if month else "year")
    return NumberFormat("date", "day")


def _has_month(letters: list[str]) -> bool:
    """Whether an `m` means months: beside hours or seconds it means minutes."""
    for at, text in enumerate(letters):
        before = letters[at - 1][0] if at else ""
        after = letters[at + 1][0] if at + 1 < len(letters) else ""
        if text[0] == "m" and (len(text) > 2 or (before != "h" and after != "s")):
            return True
    return False


def _number(tokens: list[tuple[str, str]], below: list[tuple[str, str]] | None) -> NumberFormat:
    before: list[str] = []
    after: list[str] = []
    whole = places = kept = scale = commas = 0
    point = begun = False
    for kind, text in tokens:
        if kind in ("exponent", "general") or (kind == "other" and text in "/@"):
            return _GENERAL
        if kind == "digits":
            begun = True
            if point:
                places, kept = places + len(text), kept + text.count("0")
            else:
                whole += text.count("0")
        elif kind == "other" and text == "." and (begun or not point):
            point = begun = True
        elif kind == "other" and text == "," and begun:
            commas += 1
        elif kind == "other" and text == "%":
            scale += 2
            (after if begun else before).append("%")
        elif kind in ("quoted", "escaped", "currency", "other", "letters"):
            (after if begun else before).append(text)
    if not begun:
        return _GENERAL
    divided = _trailing_commas(tokens)
    negative = below is not None and not any(text == "-" for _, text in below)
    return NumberFormat(
        "number",
        before="".join(before),
        after="".join(after),
        whole=whole,
        places=min(places, 30),
        kept=min(kept, 30),
        grouped=commas > divided,
        scale=scale - 3 * divided,
        negative=negative,
    )


def _trailing_commas(tokens: list[tuple[str, str]]) -> int:
    """Commas behind the last digit: each divides by a thousand."""
    last = max((at for at, (kind, _) in enumerate(tokens) if kind == "digits"), default=-1)
    count = 0
    for kind, text in tokens[last + 1 :]:
        if kind != "other" or text != ",":
            break
        count += 1
    return count


def decimal_of(text: str) -> Decimal | None:
    """A number as spreadsheets know it, with 15 digits; None for text that is none."""
    try:
        number = Decimal(text)
    except ArithmeticError:
        return None
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        return None
    number = _SIGNIFICANT.plus(number)
    return number or Decimal(0)


def shown(number: Decimal, look: NumberFormat) -> str:
    """The number as its format shows it."""
    if look.kind == "duration":
        return _hours(number)
    if look.kind != "number":
        return plain(number)
    scaled = abs(number).scaleb(look.scale)
    if scaled.adjusted() > _MOST_DIGITS:
        return plain(number)
    rounded = _rounded(scaled, look.places)
    whole, _, fraction = f"{rounded:f}".partition(".")
    fraction = fraction[: look.kept] + fraction[look.kept :].rstrip("0")
    whole = whole.lstrip("0").rjust(look.whole, "0")
    if look.grouped:
        whole = f"{int(whole or '0'):,}".rjust(look.whole, "0") if whole.strip("0") else whole
    sign = "-" if number < 0 and rounded and not look.negative else ""
    opened = sign + look.before
    if number < 0 and look.negative and rounded and "(" not in opened:
        opened = f"-{opened}"  # red or in brackets there; a minus is what cannot be misread
    return (
        f"{opened}{whole or ('' if fraction else '0')}{'.' if fraction else ''}{fraction}{look.after}".strip()
    )


def _rounded(number: Decimal, places: int) -> Decimal:
    context = Context(prec=_MOST_DIGITS + 40)
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, context)


def plain(number: Decimal) -> str:
    """The number without a format: `0.15`, `2030`, `1E+30`."""
    if not -10 < number.adjusted() < 21:
        return f"{number.normalize():E}"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _hours(number: Decimal) -> str:
    minutes = int(_rounded(number * 1440, 0))
    sign = "-" if minutes < 0 else ""
    return f"{sign}{abs(minutes) // 60}:{abs(minutes) % 60:02}"
