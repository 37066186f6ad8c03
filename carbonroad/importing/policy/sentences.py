"""Sentences, their parts and segments, as places in a text whose titles and brackets are hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_ABBREVIATIONS = frozenset(
    (
        *(
            "e.g",
            "i.e",
            "etc",
            "no",
            "nos",
            "art",
            "arts",
            "para",
            "paras",
            "sec",
            "ch",
            "vol",
            "approx",
            "ca",
            "cf",
        ),
        *(
            "fig",
            "figs",
            "incl",
            "max",
            "min",
            "p.a",
            "u.s",
            "u.k",
            "vs",
            "dept",
            "gov",
            "govt",
            "ltd",
            "co",
            "inc",
        ),
        *("dr", "mr", "mrs", "ms", "st", "resp", "al"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    )
)
_ENGLISH_STOP = lazy_pattern(r"[.!?](?=[\s\"”’)]|\Z)")
_WORD_BEFORE = lazy_pattern(r"(?<![A-Za-z.])[A-Za-z.]++\Z")
_NEXT_WORD = lazy_pattern(r"[\s\"”’)]*([A-Za-z0-9(“\"])")

Range = tuple[int, int]


def chinese_sentences(masked: str, start: int, end: int) -> Iterator[Range]:
    """Split at 。！？."""
    return split(masked, start, end, "。！？!?")


def english_sentences(masked: str, start: int, end: int) -> Iterator[Range]:
    """Split at full stops that end a sentence: none of an abbreviation, none before a small letter."""
    begin = start
    for found in _ENGLISH_STOP.finditer(masked, start, end):
        if masked[found.start()] == "." and _is_abbreviation(masked, begin, found.start()):
            continue
        following = _NEXT_WORD.match(masked, found.end(), min(found.end() + 40, end))
        if following and following[1].islower():
            continue
        yield from _trimmed(masked, begin, found.end())
        begin = found.end()
    yield from _trimmed(masked, begin, end)


def _is_abbreviation(masked: str, begin: int, stop: int) -> bool:
    found = _WORD_BEFORE.search(masked[max(begin, stop - 12) : stop])
    word = found[0].lower().strip(".") if found else ""
    return word in _ABBREVIATIONS or (
        len(word) == 1 and masked[stop - 1].isupper() and word not in ("i", "a")
    )


def split(masked: str, start: int, end: int, signs: Collection[str]) -> Iterator[Range]:
    """Split at any of the signs; parts without a word are left out."""
    begin = start
    for place in range(start, end):
        if masked[place] in signs:
            yield from _trimmed(masked, begin, place)
            begin = place + 1
    yield from _trimmed(masked, begin, end)


def _trimmed(masked: str, start: int, end: int) -> Iterator[Range]:
    while start < end and masked[start] in " \t\n\r\u3000、，,；;:：":
        start += 1
    while end > start and masked[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
