"""Plain lists and maps in brackets, on one line."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, Any, TypeAlias

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.source.yaml.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from carbonroad.source.misread.remarks import Remarks
    from carbonroad.source.yaml.nodes import Node

KEY = r"(?:(\w[\w./-]{0,79}+)(:[ ]++|:(?=\n)))?+"
PLAIN_FIRST = r"(?:[^\s?:,\[\]{}#&*!|>'\"%@`-]|-(?=[0-9]))"
QUOTED = r"\"[^\"\\\n]*+\"|'[^'\n]*+'(?!')"

# One entry: blanks, key, colon; then plain text, quotes, or a bracket that opens; what closes and divides.
_ENTRY = lazy_pattern(
    rf"([ ]*+){KEY}(?:"
    rf"({PLAIN_FIRST}[^\n:#,?\[\]{{}}]*+(?:(?::(?=[^\s,?\[\]{{}}])|(?<![ ])#)[^\n:#,?\[\]{{}}]*+)*+)"
    rf"|({QUOTED})|([\[{{]))"
    r"([\]} ]*+,?+)|([\s\S]++)"
)
_DEEPEST = 16

# A map or a list that is not closed: itself, the pairs of a map, the items of a list, the keys of a map (None
# for a list).
_Open: TypeAlias = tuple[Any, list[tuple[Scalar, "Node"]], list["Node"], set[str] | None]


def read_flow(  # noqa: C901, PLR0912 - one loop for speed
    text: str, at: int, remarks: Remarks, *, item: bool
) -> Node | None:
    """Read what begins with a bracket; None where it is not plain.

    Args:
        text: To the end of its line, or to its comment.
        at: Its offset in the file.
        remarks: What is noticed is added to these.
        item: Whether it is an item of a list.
    """
    # One piece: every entry of every bracket passes through this loop; a call for each would double its time.
    root, pairs, items, names = here = _opened(text[0], at)
    opened: list[_Open] = [here]
    at += 1
    value: Node
    goes_on = True
    for blanks, word, colon, plain, quoted, bracket, after, other in _ENTRY.findall(text, 1):
        if other or not goes_on or (names is None) != (not word):
            return None
        first = at + len(blanks)
        begin = first + len(word) + len(colon)
        at = begin + len(plain or quoted or bracket)
        if plain:
            if plain[-1] == " ":
                plain = plain.rstrip(" ")  # noqa: PLW2901
            value = Scalar(plain, begin, begin + len(plain))
        elif quoted:
            value = Scalar(quoted[1:-1], begin, at, quoted[0])
            if len(quoted) == 2 and names is not None:
                remarks.empties.append((opened[-1][0], len(pairs)))
        else:
            inner = _opened(bracket, begin)
            value = inner[0]
        if names is None:
            items.append(value)
        else:
            names.add(word)
            pairs.append((Scalar(intern(word), first, first + len(word)), value))
        if after == "," and not bracket:
            at += 1
            continue
        if bracket:
            opened.append(inner)
        if after != ",":
            closing = after.rstrip(", ")
            if closing and not _close(closing, at, opened, remarks, item=item):
                return None
            goes_on = after[-1:] == "," or bool(bracket and not closing)
            if goes_on and (not opened or len(opened) > _DEEPEST):
                return None
            if opened:
                _, pairs, items, names = opened[-1]
        else:
            return None
        at += len(after)
    return None if opened else root


def _opened(sign: str, at: int) -> _Open:
    if sign == "{":
        node = Mapping([], at, at, flow=True)
        return node, node.pairs, [], set()
    items: list[Node] = []
    return Sequence(items, at, at, flow=True), [], items, None


def _close(signs: str, at: int, opened: list[_Open], remarks: Remarks, *, item: bool) -> bool:
    """Close what the signs behind an entry close; False where they do not fit."""
    for offset, sign in enumerate(signs, at + 1):
        if sign == " ":
            continue
        if not opened or (opened[-1][3] is None) != (sign == "]"):
            return False
        node, pairs, _, names = opened.pop()
        node.end = offset
        if names is not None and len(names) != len(pairs):
            remarks.doubled.append((node, opened[-1][3] is None if opened else item))
    return True
