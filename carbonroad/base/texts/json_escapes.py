"""JSON text that shows nothing a terminal must not see: JSON may write any character by its number."""

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re

_UNSEEN = lazy_pattern(
    "[\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
)


def escaped(text: str) -> str:
    """Return JSON text of the same meaning in which every sign that cannot be seen stands by its number."""
    return text if text.isascii() and "\x7f" not in text else _UNSEEN.sub(_units, text)


def _units(found: "re.Match[str]") -> str:
    """A character by the numbers of its UTF-16 code units."""
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
