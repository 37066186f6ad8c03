"""Several bodies in one string: where one name ends and the next begins, and words that only count bodies."""

import re
from collections.abc import Callable

from carbonroad.base.texts.lazy_pattern import lazy_pattern

_JOINT = lazy_pattern(r"(?<!\s)\s*[、，,;；]\s*(?:and\s+)?|(?<!\s)\s+and\s+", re.IGNORECASE)
_SIGN = lazy_pattern(r"[、，,;；]")
_NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|several|some|other|[一二三四五六七八九十两几多]+|其他|有关|相关)"
)
_BODIES = (
    r"(?:other|others|bodies|departments?|ministries|agencies|部门|部委|单位|机构|方面|地区)"
    r"(?:\s+(?:bodies|departments|ministries|agencies))?"
)
_COUNT = rf"(?:the\s+)?{_NUMBER}\s*(?:其他|有关)?\s*(?:个|家)?\s*{_BODIES}"
_COUNTED = lazy_pattern(rf"(?:(?:and|with|plus|等|及|和|以及)\s*)?{_COUNT}", re.IGNORECASE)
_TAIL = lazy_pattern(
    rf"(?P<head>.*?\S)\s*(?P<tail>(?:(?<=\s)(?:and|with|plus)\s+|等|以及|及|和){_COUNT})",
    re.IGNORECASE | re.DOTALL,
)
_BODY_WORDS = ("other", "bodies", "department", "ministries", "agencies")
_LONGEST = 500
"""Characters beyond which a string is no list of bodies but a paragraph, and is left whole."""
_WIDEST = 6
"""Pieces that one known name may be made of."""


def counted(name: str) -> bool:
    """Whether a name only counts bodies: "and 10 others", 等五部门."""
    return len(name) <= _LONGEST and _may_count(name) and _COUNTED.fullmatch(name.strip()) is not None


def _may_count(name: str) -> bool:
    """Whether the slow patterns are worth a try: most names are plain and hold no word for bodies."""
    lower = name.lower()
    return not name.isascii() or any(word in lower for word in _BODY_WORDS)


def split_names(text: str, known: Callable[[str], bool], *, at_and: bool) -> list[str]:
    """Return the names in one string, the longest known ones first; words that count bodies stay whole.

    Args:
        text: What was typed.
        known: Whether a piece is a known name; such a name may hold commas and "and" itself.
        at_and: Whether an unknown piece ends at "and". Free text does not: a ministry's name may hold it.
    """
    if len(text) > _LONGEST:
        return [text]
    tail = _TAIL.fullmatch(text) if _may_count(text) else None
    names = _pieces(tail["head"] if tail else text, known, at_and=at_and)
    return [*names, tail["tail"].strip()] if tail else names


def _pieces(text: str, known: Callable[[str], bool], *, at_and: bool) -> list[str]:
    if text.isascii() and not any(sign in text.lower() for sign in (",", ";", "and")):
        return [text.strip()] if text.strip() else []
    joints = [j for j in _JOINT.finditer(text) if at_and or _SIGN.search(j[0])]
    starts = [0, *(j.end() for j in joints)]
    ends = [*(j.start() for j in joints), len(text)]
    names: list[str] = []
    at = 0
    while at < len(starts):
        longest = next(
            (
                to
                for to in range(min(len(ends), at + _WIDEST) - 1, at, -1)
                if known(text[starts[at] : ends[to]].strip())
            ),
            at,
        )
        name = text[starts[at] : ends[longest]].strip()
        if name:
            names.append(name)
        at = longest + 1
    return names
