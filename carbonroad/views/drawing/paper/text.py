"""Text on a sheet: measured, wrapped by the rules of its script, and backed by a rectangle of its width."""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import fsum

from carbonroad.base.texts.linebreaks import count_lines, wrap
from carbonroad.base.texts.textwidth import width
from carbonroad.scene.boxes import Box
from carbonroad.scene.shapes import Label, Rect, Shape

_WORD = re.compile(r"[^\s\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]+")
_BACK_UP, _BACK_DOWN = 0.86, 0.24
"""How far a label's backing reaches above and below its baseline, in font sizes."""

Runs = tuple[tuple[str, str], ...]


@lru_cache(maxsize=65536)
def measure(words: str, size: float, bold: bool = False) -> float:  # noqa: FBT001, FBT002
    """Return the width of a line of text in millimetres."""
    return width(words, size, bold=bold)


def measure_runs(runs: Runs, size: float) -> float:
    """Return the width of runs that follow each other; runs of the role `b` are bold."""
    return fsum([measure(words, size, _bold(role)) for words, role in runs])


@lru_cache(maxsize=1024)
def _bold(role: str, *also: str) -> bool:
    return not {"b", *also}.isdisjoint(role.split())


@lru_cache(maxsize=65536)
def break_lines(words: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:  # noqa: FBT001, FBT002
    """Wrap words into lines no wider than `room`; at least one line, an empty one for no words."""
    return tuple(wrap(words, room, size, bold=bold)) or ("",)


def lines_of(words: str, size: float, room: float, bold: bool = False) -> int:  # noqa: FBT001, FBT002
    """Return how many lines `break_lines` gives."""
    return count_lines(words, room, size, bold=bold) or 1


def longest_word(words: str, size: float, bold: bool = True) -> float:  # noqa: FBT001, FBT002
    """Return the width of the longest piece that stays whole."""
    return max((measure(token, size, bold) for token in _WORD.findall(words)), default=0.0)


@lru_cache(maxsize=65536)
def narrowest(words: str, size: float, lines: int, bold: bool = False) -> float:  # noqa: FBT001, FBT002
    """Return the least width, to half a millimetre, in which words take no more than so many lines."""
    low = longest_word(words, size, bold)
    high = max(low, measure(words, size, bold)) + 0.01
    low = min(low, high)
    if lines <= 1 or lines_of(words, size, low + 0.01, bold) <= lines:
        return high if lines <= 1 else low + 0.01
    while high - low > 0.5:
        middle = (low + high) / 2
        if lines_of(words, size, middle, bold) <= lines:
            high = middle
        else:
            low = middle
    return high


def backing(label: Label) -> Box:
    """Return the box that a label covers."""
    heavy = _bold(label.role, "ser")
    wide = fsum([measure(words, label.size, heavy or _bold(role)) for words, role in label.runs])
    left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return Box(left, label.y - _BACK_UP * label.size, left + wide, label.y + _BACK_DOWN * label.size)


def backed(labels: Sequence[Label], role: str) -> list[Shape]:
    """Return labels with a rectangle of the ground's colour behind each: a halo would not cover blanks."""
    shapes: list[Shape] = []
    for label in labels:
        x0, y0, x1, y1 = backing(label)
        shapes.append(Rect(x0 - 0.35, y0, x1 - x0 + 0.7, y1 - y0, role))
    return [*shapes, *labels]
