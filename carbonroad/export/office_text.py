"""What office files can hold: words in a cell or a paragraph, the day on which they were made."""

from datetime import date

from carbonroad.export.csv_text import shown

EARLIEST = date(1980, 1, 1)
"""The first day on which a file of an office program may have been made."""

_LONGEST = 32_000
"""UTF-16 units of a cell; Excel takes 767 more, which leave room for the mark of what was cut."""


def fitting(text: str) -> str:
    """Return words with nothing that XML refuses, cut where Excel would refuse them."""
    text = shown(text.replace("\r\n", "\n").replace("\r", "\n"))
    units = text.encode("utf-16-le")
    if len(units) <= 2 * _LONGEST:
        return text
    kept = units[: 2 * _LONGEST].decode("utf-16-le", "ignore")
    return f"{kept}… [+{len(text) - len(kept)}]"
