"""The advance of a character: the greatest over the fonts that a reader may have."""

import unicodedata
from collections.abc import Callable, Mapping

from carbonroad.base.texts import widths_table

_FULL = 100
_UNKNOWN = 110  # scripts that no table covers, and emoji
_HALF_WIDTH_FORM = 50
# Scripts that are drawn on the square; emoji are wide too but wider than the square.
_SQUARE = (
    (0x1100, 0x115F),
    (0x2E80, 0xA4CF),
    (0xA960, 0xA97F),
    (0xAC00, 0xD7FF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE6F),
    (0xFF01, 0xFF60),
    (0xFFE0, 0xFFE6),
    (0x20000, 0x3FFFD),
)


def hundredths(text: str, *, bold: bool = False, serif: bool = False) -> int:
    """Return the width of one line of text in hundredths of an em, without kerning."""
    return sum(map(_FACES[bold, serif].__getitem__, text))


def advance(*, bold: bool) -> Callable[[str], int]:
    """Return what gives the width of a single character of the sans face in hundredths of an em."""
    return _FACES[bold, False].__getitem__


def is_zero_width(character: str) -> bool:
    """Tell whether a character is drawn over its neighbour or not at all: marks, joiners, directions."""
    return character != "\u00ad" and unicodedata.category(character) in ("Mn", "Me", "Cf")


def is_full_width(character: str) -> bool:
    """Tell whether a character is drawn on the square: Chinese, kana, Hangul and their punctuation."""
    code = ord(character)
    return code >= _SQUARE[0][0] and any(first <= code <= last for first, last in _SQUARE)


def base_character(character: str) -> str:
    """Return the letter that an accented one is composed of, else the character itself."""
    return unicodedata.normalize("NFD", character)[0]


class _Face(dict[str, int]):
    """Hundredths of an em by character; what was not tabled is found by rule when first asked for."""

    def __init__(self, table: Mapping[int, str]) -> None:
        super().__init__({character: advance for advance, group in table.items() for character in group})

    def __missing__(self, character: str) -> int:
        advance = self[character] = self._by_rule(character)
        return advance

    def _by_rule(self, character: str) -> int:
        if is_full_width(character):
            return _FULL
        if is_zero_width(character):
            return 0
        if "\uff61" <= character <= "\uffdc":
            return _HALF_WIDTH_FORM
        if character in "\t\n\r":
            return self[" "]
        base = base_character(character)
        return _UNKNOWN if base == character or base not in self else self[base]


_FACES = {
    (False, False): _Face(widths_table.SANS),
    (True, False): _Face(widths_table.SANS_BOLD),
    (False, True): _Face(widths_table.SERIF),
    (True, True): _Face(widths_table.SERIF_BOLD),
}
