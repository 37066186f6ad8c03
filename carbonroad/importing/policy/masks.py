"""Words that are not looked at: titles of documents, what stands in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

HIDDEN = "\ue000"
"""Stands for a character that is not looked at; no text has it with a meaning."""
_PAIRS = {"《": "》", "（": "）", "(": ")", "〔": "〕", "[": "]", "【": "】"}
_ENDS = frozenset(_PAIRS.values())


def mask(text: str, keep: Callable[[str], bool]) -> str:
    """Hide titles and brackets, at equal length.

    Args:
        text: The text.
        keep: Whether what a pair of brackets holds is to be seen; never asked of a title.
    """
    signs = list(text.replace(HIDDEN, " "))
    for start, end in _outermost(text):
        if text[start] == "《" or not keep(text[start + 1 : end]):
            signs[start : end + 1] = HIDDEN * (end + 1 - start)
    return "".join(signs)


def brackets(text: str) -> list[tuple[int, int]]:
    """Return where the outermost round brackets begin and end (the places of both signs)."""
    return [(start, end) for start, end in _outermost(text) if text[start] in "（("]


def _outermost(text: str) -> list[tuple[int, int]]:
    found = []
    open_signs: list[tuple[str, int]] = []
    for place, sign in enumerate(text):
        if sign in _PAIRS:
            open_signs.append((_PAIRS[sign], place))
        elif sign in _ENDS and any(end == sign for end, _ in open_signs[-4:]):
            while open_signs[-1][0] != sign:
                open_signs.pop()
            start = open_signs.pop()[1]
            if not open_signs:
                found.append((start, place))
    return found
