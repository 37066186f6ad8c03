"""Breaking text into lines: English at blanks, Chinese at any character, no mark where it must not stand."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from carbonroad.base.record import NamedTuple, make_record
from carbonroad.base.texts.advances import advance, hundredths, is_zero_width

_CLOSING = frozenset("，。、；：！？）》〉」』】〕〗｝］”’…—～〜·・％‰℃々ー,.;:!?)]}%")
_OPENING = frozenset("（《〈「『【〔〖｛［“‘￥([{")
_ID_JOINTS = frozenset("@_-.")  # they hold an id of Chinese characters together
_AFTER_NUMBER = frozenset("万亿千百年月日时度")
_BEFORE_NUMBER = frozenset("第～〜－")
_NO_BREAK = frozenset("\u00a0\u2007\u202f")
_SOFT = frozenset("/.-")
_WORD = re.compile("(?<![^\\S\u00a0\u2007\u202f])([^\\S\u00a0\u2007\u202f]*)([\\S\u00a0\u2007\u202f]+)")
"""The blanks at which a line may end, and what they divide: no-break blanks belong to the words."""


class _Piece(NamedTuple):
    """Text that stays together, and the blanks before it, which a line break swallows."""

    blanks: str
    text: str


class _MeasuredPiece(NamedTuple):
    """A piece, and how much of a line its blanks and its text take."""

    blanks: str
    text: str
    between: int
    taken: int


def wrap(text: str, max_width: float, size: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines no wider than `max_width`, both in the unit of the font size.

    Ids, numbers and Latin words stay whole; one that is wider than a line is broken after `/`, `.` or
    `-` if it can be, else at a character. Line ends that the author typed are kept, empty lines are not.
    Nothing but blanks at line ends is lost.
    """
    limit = int(max_width * 100 / size + 1e-6)
    lines: list[str] = []
    for paragraph in text.splitlines():
        found = _measured(paragraph, bold)
        if found.pieces and found.length <= limit:
            lines.append(found.whole)
        else:
            lines += _fill(found.pieces, _room(limit, bold=bold))
    return lines


def count_lines(text: str, max_width: float, size: float, *, bold: bool = False) -> int:
    """Return how many lines `wrap` gives: a table is fitted by many trials, and only the last is written."""
    limit = int(max_width * 100 / size + 1e-6)
    return sum([_count(paragraph, limit, bold) for paragraph in text.splitlines()])


@lru_cache(maxsize=1 << 16)
def _count(paragraph: str, limit: int, bold: bool) -> int:  # noqa: FBT001
    found = _measured(paragraph, bold)
    if found.pieces and found.length <= limit:
        return 1
    lines = used = 0
    begun = False
    for _, text, between, taken in found.pieces:
        if begun and used + between + taken <= limit:
            used += between + taken
            continue
        lines += begun
        begun, used = True, taken
        if taken > limit:
            cut = list(_fill((_MeasuredPiece("", text, 0, taken),), _room(limit, bold=bold)))
            lines += len(cut) - 1
            used = hundredths(cut[-1], bold=bold)
    return lines + begun


def _room(limit: int, *, bold: bool) -> "_Room":
    return _Room(limit, lambda text: hundredths(text, bold=bold), advance(bold=bold))


def wrap_by(text: str, limit: int, taken: Callable[[str], int]) -> list[str]:
    """Break a text into lines as `wrap` does, of at most `limit` of what `taken` measures."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        pieces = [
            _MeasuredPiece(blanks, word, taken(blanks), taken(word)) for blanks, word in _pieces(paragraph)
        ]
        lines += _fill(pieces, _Room(limit, taken, taken))
    return lines


class _Measured(NamedTuple):
    """A paragraph without the blanks around it, its width, and its pieces."""

    whole: str
    length: int
    pieces: tuple[_MeasuredPiece, ...]


class _Room(NamedTuple):
    """The width of a line, and what measures how much of it a text takes: hundredths of an em, or columns.

    `one` measures a single character.
    """

    limit: int
    taken: Callable[[str], int]
    one: Callable[[str], int]


def _fill(pieces: Iterable[_MeasuredPiece], room: _Room) -> Iterator[str]:
    line, used = "", 0
    for blanks, text, between, taken in pieces:
        if line and used + between + taken <= room.limit:
            line += blanks + text
            used += between + taken
            continue
        if line:
            yield line
        line, used = text, taken
        while used > room.limit and (cut := _cut(line, room)) < len(line):
            yield line[:cut].rstrip()
            line = line[cut:].lstrip()
            used = room.taken(line)
    if line:
        yield line


@lru_cache(maxsize=1 << 12)
def _measured(paragraph: str, bold: bool) -> _Measured:  # noqa: FBT001
    """Measure a paragraph once: a text is fitted into many widths."""

    def taken(text: str) -> int:
        return hundredths(text, bold=bold)

    pieces = tuple(
        make_record(_MeasuredPiece, (blanks, text, taken(blanks), taken(text)))
        for blanks, text in _pieces(paragraph)
    )
    whole = "".join(blanks + text for blanks, text, _, _ in pieces)
    length = sum(between + wide for _, _, between, wide in pieces)
    if pieces and (blanks := pieces[0].blanks):
        whole, length = whole[len(blanks) :], length - pieces[0].between
    return _Measured(whole, length, pieces)


def _pieces(paragraph: str) -> Iterator[_Piece]:
    """Split at the places where a line may end."""
    blanks, text = "", ""
    for before, word in _WORD.findall(paragraph):
        if text and (word[0] in _CLOSING or text[-1] in _OPENING):
            text += before
        else:
            if text:
                yield _Piece(blanks, text)
            blanks, text = before, ""
        if word.isascii():
            text += word  # nothing in it is wide
            continue
        text += word[0]
        for last, following in pairwise(word):
            if _may_break(last, following):
                yield _Piece(blanks, text)
                blanks, text = "", following
            else:
                text += following
    if text:
        yield _Piece(blanks, text)


@lru_cache(maxsize=1 << 14)
def _may_break(last: str, following: str) -> bool:
    """Tell whether a line may end between two characters that no blank divides."""
    if following in _CLOSING or last in _OPENING or last in _NO_BREAK or following in _NO_BREAK:
        return False
    if not (_is_wide(last) or _is_wide(following)) or last in _ID_JOINTS or following in _ID_JOINTS:
        return False
    if (last.isdigit() and following in _AFTER_NUMBER) or (last in _BEFORE_NUMBER and following.isdigit()):
        return False
    return not _clings(last, following)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _clings(last: str, following: str) -> bool:
    """Tell whether two characters make one sign: marks, joined emoji, skin tones."""
    return is_zero_width(following) or last == "\u200d" or "\U0001f3fb" <= following <= "\U0001f3ff"


def _cut(text: str, room: _Room) -> int:
    """Return where to break a text that is wider than a line: at least one sign stands before it."""
    fits = used = 0
    for character in text:
        used += room.one(character)
        if used > room.limit:
            break
        fits += 1
    for place in range(fits, 0, -1):
        if _is_soft(text, place):
            return place
    place = max(fits, 1)
    while place > 1 and not _is_tidy(text, place):
        place -= 1
    while place < len(text) and _clings(text[place - 1], text[place]):
        place += 1  # a letter and its marks are one sign, whatever the width
    return place


def _is_tidy(text: str, place: int) -> bool:
    last, following = text[place - 1], text[place]
    return following not in _CLOSING and last not in _OPENING and not _clings(last, following)


def _is_soft(text: str, place: int) -> bool:
    last, following = text[place - 1], text[place]
    if following in _CLOSING or following.isspace():
        return False
    in_number = place > 1 and text[place - 2].isdigit() and following.isdigit()
    return (last in _SOFT and not in_number) or last.isspace() or _may_break(last, following)
