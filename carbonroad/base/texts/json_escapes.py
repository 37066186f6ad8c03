"""JSON text that shows nothing a terminal must not see: JSON may write any character by its number."""

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.visible import UNSEEN

if TYPE_CHECKING:
    import re

_UNSEEN = lazy_pattern(f"[{UNSEEN}\ufffc\ufffd]")


def escaped(text: str) -> str:
    """Return JSON text of the same meaning in which every sign that cannot be seen stands by its number."""
    return text if text.isascii() and "\x7f" not in text else _UNSEEN.sub(_units, text)


def _units(found: "re.Match[str]") -> str:
    """A character by the numbers of its UTF-16 code units."""
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
