"""JSON text that shows nothing a terminal must not see."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

from carbonroad.base.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re

# JSON may escape any character, so what a terminal must not see is written by its number.
_UNSEEN = lazy_pattern(
    "[\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
)


def encode(value: object) -> str:
    """Return a value on one line."""
    text = _encoder()(value)
    return text if text.isascii() else _UNSEEN.sub(_escape, text)


@cache
def _encoder() -> Callable[[object], str]:
    import json  # only for who wants such a format: it takes a while

    return json.JSONEncoder(ensure_ascii=False).encode


def _escape(found: "re.Match[str]") -> str:
    """A character by the numbers of its UTF-16 code units."""
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def lines(items: Iterable[object]) -> str:
    """Return a list with an item on each line."""
    written = ",\n".join(encode(item) for item in items)
    return f"[\n{written}\n]" if written else "[]"
