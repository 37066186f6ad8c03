"""Chinese sentences about a file with Chinese keys: keys and words of the format as that file spells them."""

import re
from collections.abc import Iterator
from functools import cache

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.scripts import has_han

_FIRST_KEY = lazy_pattern(r"(?m)^(?![ \t#%{-])([^\s:#][^:\n]{0,40})[:：]")
_GLOSSED = lazy_pattern(r"(?<![A-Za-z0-9_.-])([a-z_-]++)（([^（）：，]++)(?:，([^（）]++))?+）")
_BEFORE_COLON = lazy_pattern(r"(?<![A-Za-z0-9_.-])(?<!# )([a-z_]++)(?=: |:”)")


def has_chinese_keys(text: str) -> bool:
    """Whether the first key of a YAML text is Chinese."""
    first = _FIRST_KEY.search(text)
    return first is not None and has_han(first[1])


def with_chinese_keys(sentence: str) -> str:
    """Return `加上“完成日期”，如完成日期: 2025` for `加上finished（完成日期），如finished: 2025`."""
    return _BEFORE_COLON.sub(_before_colon, _GLOSSED.sub(_glossed, sentence))


def _glossed(found: re.Match[str]) -> str:
    name, chinese, more = found.groups()
    if not any(chinese in names for names in _names().get(name, ())):
        return found[0]
    start, end = found.span()
    is_value, is_key = found.string[:start].endswith(": "), found.string[end : end + 1] == ":"
    said = chinese if is_value or is_key else f"“{chinese}”"
    return f"{said}（{more}）" if more else str(said)


def _before_colon(found: re.Match[str]) -> str:
    """The preferred Chinese name, where all maps that have the key call it the same."""
    preferred = {names[0] for names in _names().get(found[1], ())}
    return preferred.pop() if len(preferred) == 1 else found[1]


@cache
def _names() -> dict[str, list[tuple[str, ...]]]:
    """The Chinese names of every key and fixed word of the format, once for each place where it occurs."""
    made: dict[str, list[tuple[str, ...]]] = {}
    for name, chinese in _vocabulary():
        if chinese:
            made.setdefault(name, []).append(chinese)
    return made


def _vocabulary() -> Iterator[tuple[str, tuple[str, ...]]]:
    from carbonroad.read.vocabulary.shapes import SHAPES
    from carbonroad.read.vocabulary.words import ENUMERATIONS

    for shape in SHAPES.values():
        yield from ((field.name, field.zh) for field in shape.fields)
    for words in ENUMERATIONS.values():
        yield from words.words.items()
