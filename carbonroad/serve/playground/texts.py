"""A file's text as a text field of a browser holds it, and back: line ends, and UTF-16 for code points."""

import difflib
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.source.text import SourceText

_END = lazy_pattern(r"\r\n|\n|\r")
_WIDE = lazy_pattern(r"\r\n|[\U00010000-\U0010ffff]")
_MOST_COMPARED = 4000
"""Lines that are compared one by one where line ends are mixed."""


class Shown:
    """A text as the page shows it.

    Args:
        source: The file's text.

    Attributes:
        text: With a line feed for each line end.
    """

    __slots__ = ("_at", "_delta", "_length", "text")

    def __init__(self, source: SourceText) -> None:
        self.text = with_line_feeds(source.text)
        self._length = len(source.text)
        self._at: list[int] = []
        self._delta = [0]
        for match in _WIDE.finditer(source.text):
            self._at.append(match.start())
            self._delta.append(self._delta[-1] + (-1 if match[0] == "\r\n" else 1))

    def units(self, offset: int) -> int:
        """Return the UTF-16 units before an offset of the file's text."""
        return offset + self._delta[bisect_left(self._at, offset)]

    def offset(self, units: int) -> int:
        """Return the offset in the file's text that lies behind so many UTF-16 units; its end at most."""
        return min(bisect_left(range(self._length + 1), units, key=self.units), self._length)


def with_line_feeds(text: str) -> str:
    """Return a text as a text field holds it."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def typed(source: SourceText, text: str) -> SourceText:
    """Return a file's text after somebody typed in it: lines that stayed keep their ends.

    Args:
        source: The file as it was read.
        text: What the text field holds.
    """
    return SourceText(source.path, _with_ends(source.text, with_line_feeds(text)), bom=source.bom)


def _with_ends(old: str, new: str) -> str:
    ends = _END.findall(old)
    kinds = set(ends)
    if not kinds or kinds == {"\n"}:
        return new
    if len(kinds) == 1:
        return new.replace("\n", ends[0])
    usual = max(("\r\n", "\n", "\r"), key=ends.count)
    before, after = with_line_feeds(old).split("\n"), new.split("\n")
    kept = {now + n: then + n for then, now, size in matching(before, after) for n in range(size)}
    pieces: list[str] = []
    for number, line in enumerate(after[:-1]):
        was = kept.get(number, len(ends))
        end = ends[was] if was < len(ends) else usual
        joined = end == "\n" and not line and pieces[-1:] == ["\r"]  # the two would be one line end
        pieces += (line, "\r\n" if joined else end)
    return "".join((*pieces, after[-1]))


def alike(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """How many lines are the same at the beginning of two texts, and how many at their ends."""
    head = 0
    most = min(len(before), len(after))
    while head < most and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < most - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return head, tail


def matching(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Runs of lines that two texts share: where in the first, where in the second, how many; in order.

    Between what is alike at the beginning and at the end of long texts, none is looked for.
    """
    head, tail = alike(before, after)
    if head:
        yield 0, 0, head
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(old) + len(new) <= _MOST_COMPARED:
        for block in difflib.SequenceMatcher(None, old, new).get_matching_blocks():
            if block.size:
                yield head + block.a, head + block.b, block.size
    if tail:
        yield len(before) - tail, len(after) - tail, tail
