"""How wide a text will be, and how many columns it fills in a terminal."""

import unicodedata

from carbonroad.base.texts.advances import hundredths, is_zero_width
from carbonroad.base.texts.linebreaks import wrap_by


def width(text: str, size: float, *, bold: bool = False, serif: bool = False) -> float:
    """Return the width of one line of text, in the unit of the font size; at least what a browser draws.

    It is the sum of each character's greatest advance over the fonts of the pages and DejaVu, which many
    machines fall back to. Kerning is not counted.
    """
    return hundredths(text, bold=bold, serif=serif) * size / 100


class _Columns(dict[str, int]):
    """The columns of a character, worked out when it is first met."""

    def __missing__(self, sign: str) -> int:
        wide = 0 if is_zero_width(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        self[sign] = wide
        return wide


_COLUMNS = _Columns()


def cells(text: str) -> int:
    """Return the columns that a text fills in a terminal: two for a wide one, none for a mark."""
    if text.isascii():
        return len(text)
    return sum(map(_COLUMNS.__getitem__, text))


def wrap_cells(text: str, columns: int) -> list[str]:
    """Break a text into lines of at most so many columns of a terminal; blanks at line ends are lost."""
    if len(text) <= columns and text.isascii() and text.isprintable():
        found = text.strip()
        return [found] if found else []
    return wrap_by(text, columns, cells)
