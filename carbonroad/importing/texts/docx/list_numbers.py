"""Automatic numbers of Word's lists as they are printed: `1.`, `（一）`, `3.2`, `a)`, `•`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from carbonroad.importing.texts.docx.tree import Tree

_LEVELS: Final = 9
_PLACE: Final = lazy_pattern(r"%([1-9])")
_LARGEST: Final = 32_767
_DIGITS: Final = "〇一二三四五六七八九"
_LEGAL: Final = "零壹贰叁肆伍陆柒捌玖"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_CHINESE: Final = frozenset(
    (
        "chineseCounting",
        "chineseCountingThousand",
        "ideographTraditionalCounting",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "koreanCounting",
    )
)


class Level(NamedTuple):
    """One level of a list.

    Attributes:
        form: How its numbers are written, in Word's words: `decimal`, `chineseCounting`, `bullet`.
        text: What is printed, `%1` for the number of the first level.
        start: The first number.
        restart: The level after whose items it begins anew; 0 for never, -1 for any higher one.
        legal: Whether the numbers of other levels in it are written in digits.
    """

    form: str
    text: str
    start: int
    restart: int = -1
    legal: bool = False


class Numbering:
    """Counts the items of all lists of a document, in order."""

    def __init__(self, tree: Tree | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._own: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self.style_levels: dict[tuple[str, str], int] = {}
        if tree is not None:
            self._read(tree)

    def _read(self, tree: Tree) -> None:
        links: dict[str, str] = {}
        styles: dict[str, str] = {}
        for abstract in tree.children("abstractNum"):
            key = abstract.get("abstractNumId")
            self._levels[key] = {}
            for number, level, style in _levels(abstract):
                self._levels[key][number] = level
                if style:
                    self.style_levels[key, style] = number
            if (defined := abstract.value("styleLink")) is not None:
                styles[defined] = key
            if (link := abstract.value("numStyleLink")) is not None:
                links[key] = link
        for key, link in links.items():
            self._levels[key] = self._levels.get(styles.get(link, ""), {})
        for num in tree.children("num"):
            self._read_list(num)

    def _read_list(self, num: Tree) -> None:
        """Keep what a list changes of the definition that it uses."""
        key = num.get("numId")
        self._abstract[key] = num.value("abstractNumId") or ""
        for override in num.children("lvlOverride"):
            number = whole(override.get("ilvl"))
            if (start := override.value("startOverride")) is not None:
                self._starts.setdefault(key, {})[number] = whole(start)
            for _, level, _ in _levels(override):
                self._own.setdefault(key, {})[number] = level

    def level_of_style(self, num: str, style: str) -> int:
        """The level that a style stands for in a list."""
        return self.style_levels.get((self._abstract.get(num, ""), style), 0)

    def next(self, num: str, level: int) -> str:
        """Count one item of a list and return its number; "" where it has none."""
        abstract = self._abstract.get(num)
        if abstract is None or not 0 <= level < _LEVELS:
            return ""
        levels = {**self._levels.get(abstract, {}), **self._own.get(num, {})}
        own = levels.get(level)
        if own is None:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        start = self._starts.get(num, {}).get(level)
        if start is not None and (num, level) not in self._begun:
            self._begun.add((num, level))
            counts[level] = start
        else:
            before = counts[level]
            counts[level] = own.start if before is None else min(before + 1, _LARGEST)
        for lower in range(level + 1, _LEVELS):
            rule = levels[lower].restart if lower in levels else -1
            if rule < 0 or (rule and level < rule):
                counts[lower] = None
        return _printed(own, levels, counts)


def _levels(tree: Tree) -> list[tuple[int, Level, str]]:
    """The levels that stand in a definition: number, level, the style that stands for it."""
    found = []
    for one in tree.children("lvl"):
        level = Level(
            one.value("numFmt") or "decimal",
            (one.value("lvlText") or "")[:100],
            whole(one.value("start") or "1"),
            whole(one.value("lvlRestart") or "") if one.value("lvlRestart") else -1,
            one.child("isLgl") is not None,
        )
        found.append((whole(one.get("ilvl")), level, one.value("pStyle") or ""))
    return found


def whole(text: str) -> int:
    """A whole number as Word writes it; 0 for anything else."""
    return min(int(text[:6]), _LARGEST) if text[:6].isascii() and text[:6].isdecimal() else 0


def _printed(own: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
    if own.form == "none":
        return ""
    if own.form == "bullet":
        return "•"
    text = own.text

    def number(place: str) -> str:
        level = int(place) - 1
        other = levels.get(level, own)
        count = counts[level]
        form = "decimal" if own.legal else other.form
        return written(other.start if count is None else count, form)

    return _PLACE.sub(lambda match: number(match[1]), text).strip()


def written(number: int, form: str) -> str:
    """A number in one of Word's forms; in digits where the form is of another script."""
    if form in _CHINESE:
        return chinese(number)
    listed = _LISTED.get(form)
    if listed is not None:
        first, last, shape = listed
        return chr(first + number - 1) if 1 <= number <= last else shape.format(number)
    make = _MADE.get(form)
    return make(number) if make is not None else str(number)


def _letter(number: int) -> str:
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 % 10 + 1) if number else "0"


def _one_of(signs: str, number: int) -> str:
    return signs[number - 1] if 1 <= number <= len(signs) else str(number)


def chinese(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """A number below ten thousand in Chinese, such as 一百零五; larger ones in digits."""
    if not 0 < number < 10_000:
        return str(number) if number else "零" if digits is _LEGAL else "〇"
    text, gap = "", False
    figures = str(number)
    for place, figure in enumerate(figures):
        power = len(figures) - place - 1
        if figure == "0":
            gap = bool(text)
            continue
        text += ("零" if gap else "") + digits[int(figure)] + (units[power - 1] if power else "")
        gap = False
    return text[1:] if digits is _DIGITS and 10 <= number < 20 else text


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        while number >= value and len(text) < 40:
            text, number = text + sign, number - value
    return text


_LISTED: Final = {
    "decimalEnclosedCircle": (0x2460, 20, "{}"),
    "decimalEnclosedCircleChinese": (0x2460, 20, "{}"),
    "decimalEnclosedParen": (0x2474, 20, "({})"),
    "decimalEnclosedFullstop": (0x2488, 20, "{}."),
    "ideographEnclosedCircle": (0x3280, 10, "{}"),
}
"""Forms that have signs of their own: the first, how many there are, how larger numbers are written."""
_MADE: Final[dict[str, Callable[[int], str]]] = {
    "chineseLegalSimplified": lambda number: chinese(number, _LEGAL, "拾佰仟"),
    "ideographLegalTraditional": lambda number: chinese(number, _LEGAL, "拾佰仟"),
    "ideographDigital": lambda number: "".join(_DIGITS[int(one)] for one in str(number)),
    "taiwaneseDigital": lambda number: "".join(_DIGITS[int(one)] for one in str(number)),
    "ideographTraditional": lambda number: _one_of(_STEMS, number),
    "ideographZodiac": lambda number: _one_of(_BRANCHES, number),
    "decimalFullWidth": lambda number: "".join(chr(0xFF10 + int(one)) for one in str(number)),
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
