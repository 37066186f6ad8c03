"""Makes base/texts/widths_table.py from the fonts of this machine: python tests/tools/make_widths.py.

Needs the Debian packages fonts-noto-cjk, fonts-dejavu-core, fonts-dejavu-extra and fonts-liberation.
"""

import math
import sys
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from font_advances import advances, find

from carbonroad.base.texts.advances import base_character, is_full_width, is_zero_width

FACES = {
    "SANS": ("NotoSansCJK-Regular.ttc", "DejaVuSans.ttf", "LiberationSans-Regular.ttf"),
    "SANS_BOLD": ("NotoSansCJK-Bold.ttc", "DejaVuSans-Bold.ttf", "LiberationSans-Bold.ttf"),
    "SERIF": ("NotoSerifCJK-Regular.ttc", "DejaVuSerif.ttf", "LiberationSerif-Regular.ttf"),
    "SERIF_BOLD": ("NotoSerifCJK-Bold.ttc", "DejaVuSerif-Bold.ttf", "LiberationSerif-Bold.ttf"),
}
# Latin, Greek, Cyrillic, Vietnamese, punctuation, currency, arrows, operators, enclosed, boxes, shapes.
RANGES = ((0x20, 0x250), (0x2B0, 0x300), (0x370, 0x530), (0x1E00, 0x1F00), (0x2000, 0x2400), (0x2460, 0x2600))
SIMPLIFIED_CHINESE = 2  # the font of that language in a Noto collection
TARGET = Path(__file__).resolve().parents[2] / "carbonroad" / "base" / "texts" / "widths_table.py"
HEAD = '''"""Advances of characters in hundredths of an em: the widest of several fonts, rounded up.

Made by tests/tools/make_widths.py from Noto Sans CJK SC, Noto Serif CJK SC, DejaVu and Liberation. A
character that is missing here is as wide as the letter it is composed of, full-width, or unknown.
"""

# One piece: a table that is made by tests/tools/make_widths.py; nobody reads or edits its lines.
# ruff: noqa: E501
'''


def measured(face: str) -> dict[int, float]:
    """Return the greatest advance in em of every character, over those fonts of a face that are found."""
    widest: dict[int, float] = {}
    for name in FACES[face]:
        path = find(name)
        if path is not None:
            for code, advance in advances(path, SIMPLIFIED_CHINESE if path.suffix == ".ttc" else 0).items():
                widest[code] = max(advance, widest.get(code, 0))
    return widest


def missing_fonts() -> list[str]:
    """Return the fonts that this machine lacks."""
    return [name for names in FACES.values() for name in names if find(name) is None]


def table(face: str) -> dict[int, str]:
    """Return the characters of a face by advance, without those that a rule gives."""
    advance = {code: math.ceil(width * 100 - 1e-6) for code, width in measured(face).items()}
    groups: dict[int, list[str]] = {}
    for code in (code for first, last in RANGES for code in range(first, last)):
        character = chr(code)
        if code not in advance or is_zero_width(character) or is_full_width(character):
            continue
        if unicodedata.category(character) in ("Cc", "Zl", "Zp"):
            continue
        base = base_character(character)
        # A font without the accented letter is none to go by, so it is at least as wide as the plain one.
        if base == character or advance.get(ord(base), 0) < advance[code]:
            groups.setdefault(advance[code], []).append(character)
    return {width: "".join(characters) for width, characters in sorted(groups.items())}


def source() -> str:
    """Return the module as Python source."""
    parts = [HEAD]
    for face in FACES:
        parts.append(f"{face} = {{\n")
        for width, characters in table(face).items():
            body = "".join(_written(character) for character in characters)
            quote = "'" if '"' in body else '"'
            parts.append(f"    {width}: {quote}{body}{quote},\n")
        parts.append("}\n")
    return "".join(parts)


def _written(character: str) -> str:
    if character == "\\":
        return "\\" + character
    if character == " " or (character.isprintable() and unicodedata.category(character) != "Cf"):
        return character
    return f"\\u{ord(character):04x}"


if __name__ == "__main__":
    if missing_fonts():
        sys.exit(f"missing fonts: {', '.join(missing_fonts())}")
    TARGET.write_text(source(), encoding="utf-8")
