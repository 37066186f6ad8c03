"""How wide a text will be, where it breaks into lines, and how many columns it fills in a terminal."""

import unicodedata

from carbonroad.base.advances import hundredths, is_zero_width
from carbonroad.base.linebreaks import wrap

__all__ = ["cells", "width", "wrap"]


def width(text: str, size: float, *, bold: bool = False, serif: bool = False) -> float:
    """Return the width of one line of text, in the unit of the font size; at least what a browser draws.

    It is the sum of each character's greatest advance over the fonts of the pages and DejaVu, which many
    machines fall back to. Kerning is not counted.
    """
    return hundredths(text, bold=bold, serif=serif) * size / 100


def cells(text: str) -> int:
    """Return the columns that a text fills in a terminal: two for a wide one, none for a mark."""
    if text.isascii():
        return len(text)
    return sum(0 if is_zero_width(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
