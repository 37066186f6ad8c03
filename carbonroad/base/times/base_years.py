"""The base year that an author's words name: 55% below 1990 levels, 较2005年下降65%以上."""

import re
from typing import Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern

_NAMED: Final = lazy_pattern(r"(?:19|20)[0-9]{2}")
_AFTER: Final = lazy_pattern(
    r"(?P<value>(?>.*?(?:[0-9]|double|triple|treble|quadruple|halve))(?:.*?[^ ,])??)"
    r"[ ,]*+(?P<open>\(?)(?<![A-Za-z])"
    r"(?P<word>vs\.?|versus|against|compared (?:with|to)|relative to"
    r"|from|over|on|(?:more|higher|greater|above) than|(?:less|lower|fewer) than|above|below|than)"
    r" (?:in |the )?(?P<year>(?:19|20)[0-9]{2})(?: levels?)?(?P<close>\)?)",
    re.IGNORECASE | re.ASCII,
)
_BEFORE: Final = lazy_pattern(
    r"(?:(?:相比于|相较于|相对于|相比|相较|比|较)(?P<plain>(?:19|20)[0-9]{2})年?(?:水平)?"
    r"|[与同](?P<both>(?:19|20)[0-9]{2})年?(?:水平)?相比"
    r"|以(?P<base>(?:19|20)[0-9]{2})年为(?:基期|基准|基数|基年))[, ]*"
)
_MULTIPLE: Final = lazy_pattern(
    r"(?P<before>[^0-9]*)(?P<year>(?:19|20)[0-9]{2})年?(?:水平)?的(?=[0-9.一二两三四五六七八九十]{1,9}倍)"
    r"|(?P<value>.*?[0-9] ?(?:x|times|-?fold)) (?:of )?(?:the )?(?P<level>(?:19|20)[0-9]{2}) levels?\Z",
    re.IGNORECASE | re.ASCII,
)
_UP: Final = ("more", "higher", "greater", "above")
_DOWN: Final = ("less", "lower", "fewer", "below")


class BaseYear(NamedTuple):
    """A value's words without the base year, and the year; None where the words name none."""

    text: str
    year: int | None


def split_base_year(text: str) -> BaseYear:
    """Take the base year off a folded text; of `below 1990 levels` the word of change stays: `down`."""
    if _NAMED.search(text) is None:
        return BaseYear(text, None)
    before = _BEFORE.match(text)
    if before is not None:
        return BaseYear(text[before.end() :], int(next(year for year in before.groups() if year)))
    multiple = _MULTIPLE.match(text)
    if multiple is not None:
        rest = (multiple["before"] or "") + text[multiple.end() :]
        return BaseYear(multiple["value"] or rest, int(multiple["year"] or multiple["level"]))
    after = _AFTER.fullmatch(text)
    if after is None or bool(after["open"]) != bool(after["close"]):
        return BaseYear(text, None)
    word = after["word"].lower()
    trend = " up" if word.startswith(_UP) else " down" if word.startswith(_DOWN) else ""
    return BaseYear(after["value"] + trend, int(after["year"]))
