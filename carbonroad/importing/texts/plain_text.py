"""Plain text as paragraphs: a line each, but for lines that were broken at a margin."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.advances import is_full_width
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.texts.pieces import Pieces, refuse_too_long

if TYPE_CHECKING:
    from carbonroad.importing.texts.paragraphs import Paragraph
    from carbonroad.source.text import SourceText

_NARROWEST, _WIDEST = 40, 130
"""Columns of a page between which lines may have been broken at its margin."""
_LINE: Final = lazy_pattern(r"[^\n\r\f]++")
_MARKED: Final = lazy_pattern(
    r"[-*•·–—●○■◆]|[(（]?[0-9]{1,3}(?:\.[0-9]{1,3})*+[.)）、．](?![0-9])|[(（]?[a-zA-Zivx]{1,4}[)）]"
    r"|[a-zA-Z]\. |[(（]?[一二三四五六七八九十百]{1,5}[)）、．.]"
    r"|第[一二三四五六七八九十百0-9]{1,5}[章节条部]|[①-⑳]"
)
_WORD: Final = lazy_pattern(r"\S++")
_ENDS: Final = frozenset(".。!！?？:：;；")
_HANGING: Final = 6
"""How much further in the second line of a list's item may stand."""
_FEW: Final = 3
"""So many lines must look broken at the same margin before any is joined without a telling sign."""


class _Line(NamedTuple):
    """A line: where its words begin and end, how wide it is, how far in it stands."""

    start: int
    end: int
    width: int
    indent: int


def read_plain(source: SourceText) -> tuple[Paragraph, ...]:
    """Read a plain text.

    Raises:
        CannotRead: It is longer than what is read.
    """
    text = source.text
    refuse_too_long(source.path, 0, len(text))
    lines = list(_lines(text))
    margin = _margin(text, lines)
    found: list[Paragraph] = []
    at = 0
    while at < len(lines):
        last = at
        while last + 1 < len(lines) and margin and _goes_on(text, lines[last], lines[last + 1], margin):
            last += 1
        pieces = Pieces()
        pieces.copied(text, lines[at].start, lines[last].end)
        if pieces:
            found.append(pieces.paragraph(source.path))
            refuse_too_long(source.path, len(found), 0)
        at = last + 1
    return tuple(found)


def _lines(text: str) -> list[_Line]:
    found = []
    for match in _LINE.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            before = text[match.start() : start]
            found.append(_Line(start, start + len(words), _width(match[0].rstrip()), _width(before)))
    return found


def _width(text: str) -> int:
    """Columns that a text takes: full-width characters take two."""
    return len(text) if text.isascii() else sum(2 if is_full_width(one) else 1 for one in text)


def _margin(text: str, lines: list[_Line]) -> int:
    """The column at which lines were broken; 0 where a line is a paragraph."""
    widest = max((line.width for line in lines), default=0)
    if not _NARROWEST <= widest <= _WIDEST:
        return 0
    broken = 0
    for before, after in pairwise(lines):
        if _goes_on(text, before, after, widest):
            small = text[after.start].islower() or is_full_width(text[before.end - 1])
            broken += small
    return widest if broken >= _FEW else 0


def _goes_on(text: str, before: _Line, after: _Line, margin: int) -> bool:
    """Whether a line goes on in the next: its first word would not have fitted, and nothing new begins."""
    between = text[before.end : after.start]
    if between.count("\n") + between.count("\r") - between.count("\r\n") != 1 or "\f" in between:
        return False
    hangs = after.indent - before.indent <= _HANGING and _MARKED.match(text, before.start, before.end)
    if (after.indent > before.indent and not hangs) or _MARKED.match(text, after.start, after.end):
        return False
    word = _WORD.match(text, after.start, after.end)
    first = text[after.start]
    if is_full_width(first):
        return before.width >= margin - 3 and text[before.end - 1] not in _ENDS
    needed = before.width + 1 + _width(word[0] if word else "")
    if first.islower():
        return needed > margin - 8
    return needed > margin
