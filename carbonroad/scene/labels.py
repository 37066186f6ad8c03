"""Lines of text in a scene: their widths, and runs of differing looks broken into lines."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import fsum

from carbonroad.base.texts.textwidth import width
from carbonroad.scene.shapes import Anchor, Label

Run = tuple[str, str]
BOLD = frozenset(("strong", "title"))
"""Roles whose text is bold, and so wider; a `title` is set in the serif face too."""

_CJK = "\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
_CLOSING = "，。、；：！？）》」』】〉”’…,.;:!?)\\]}%％‰"
_OPENING = "（《「『【〈“‘(\\[{"
_PIECE = re.compile(
    rf"[ \u3000\t\n]+|[{_OPENING}]*(?:[{_CJK}]|[^ \t\n\u3000{_CJK}{_OPENING}]+|[{_OPENING}])[{_CLOSING}]*"
)


@lru_cache(maxsize=1 << 14)
def run_width(words: str, size: float, *roles: str) -> float:
    """Return the width of words in the look of these roles."""
    looks = {one for role in roles for one in role.split()}
    return width(words, size, bold=not BOLD.isdisjoint(looks), serif="title" in looks)


def runs_width(runs: Iterable[Run], size: float, role: str = "") -> float:
    """Return the width of a line of runs."""
    return fsum(run_width(words, size, look, role) for words, look in runs)


def break_runs(runs: Sequence[Run], size: float, limit: float, role: str = "") -> list[tuple[Run, ...]]:
    """Break a line of runs into lines no wider than `limit`; nothing is left out.

    Lines break at blanks and between Chinese characters, never before a closing or after an opening
    mark; a run with the role `whole` only where it is wider than a line; a piece too wide for a line is
    broken anywhere.
    """
    lines: list[list[Run]] = [[]]
    used = 0.0
    for words, look in runs:
        for piece in _pieces(words, size, limit, look, role):
            wide = run_width(piece, size, look, role)
            visible = run_width(piece.rstrip(), size, look, role)
            if used and used + visible > limit:
                lines.append([])
                used = 0.0
            if not used and not piece.strip():
                continue
            lines[-1].append((piece, look))
            used += wide
    return [_joined(line) for line in lines if line]


def break_words(words: str, size: float, limit: float, role: str = "") -> list[str]:
    """Break words into lines no wider than `limit`."""
    return ["".join(text for text, _ in line) for line in break_runs([(words, "")], size, limit, role)]


def labels(  # the place, the look and the lines of a block of text
    x: float,
    y: float,
    lines: Iterable[Sequence[Run]],
    size: float,
    *,
    leading: float,
    role: str = "",
    anchor: Anchor = "start",
) -> list[Label]:
    """Return lines of text under one another; `y` is the first baseline."""
    return [Label(x, y + n * leading, tuple(line), size, role, anchor) for n, line in enumerate(lines)]


def _pieces(words: str, size: float, limit: float, look: str, role: str) -> list[str]:
    if "whole" in look.split() and run_width(words, size, look, role) <= limit:
        return [words]
    found: list[str] = []
    for piece in _PIECE.findall(words):
        if run_width(piece, size, look, role) <= limit:
            found.append(piece)
            continue
        part = ""
        for character in piece:
            if part and run_width(part + character, size, look, role) > limit:
                found.append(part)
                part = ""
            part += character
        found.append(part)
    return found


def _joined(line: list[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for words, look in line:
        if merged and merged[-1][1] == look:
            merged[-1] = (merged[-1][0] + words, look)
        else:
            merged.append((words, look))
    words, look = merged[-1]
    merged[-1] = (words.rstrip(), look)
    return tuple(run for run in merged if run[0])
