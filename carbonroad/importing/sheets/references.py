"""References of cells such as `D7`: the letters of a column, the number of a row."""

from __future__ import annotations

from functools import cache
from typing import Final

_DIGITS: Final = "0123456789"
_MOST_LETTERS: Final = 3


@cache
def letters(column: int) -> str:
    """The letters of a column: 1 is `A`, 27 is `AA`."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def column_number(word: str) -> int:
    """The number of a column's letters; 0 for other signs."""
    if not 0 < len(word) <= _MOST_LETTERS or not word.isascii() or not word.isalpha():
        return 0
    number = 0
    for letter in word.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_in(reference: str) -> str:
    """The letters of a reference's column: `D` of `D7`."""
    return reference.rstrip(_DIGITS)


def row_in(reference: str) -> str:
    """The number of a reference's row, as it stands there: `7` of `D7`."""
    return reference[len(column_in(reference)) :]
