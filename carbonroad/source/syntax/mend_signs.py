"""One wrong sign mended in memory so that nothing is lost, though the length stays the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.source.misread.lookalikes import DASHES
from carbonroad.source.misread.quoting import line_start
from carbonroad.source.syntax.mended import Mended, Patch
from carbonroad.source.yaml.holes import Loss
from carbonroad.source.yaml.lines import blanked, indent_of, next_line, put, shape_at

if TYPE_CHECKING:
    from collections.abc import Callable

_PLAIN_SIGNS = {"，": ",", "［": "[", "］": "]", "｛": "{", "｝": "}"}
_COLONS = frozenset(":：﹕∶︓")
_COLON = lazy_pattern(r"([^\s:：﹕∶︓꞉;；=＝]+)([:：﹕∶︓꞉;；=＝])[ ]*")
_WORD = lazy_pattern(r"[^\s:：]{2,40}[ ]*(?:#.*)?$")
_ITEM = lazy_pattern(r"([^\s:]{1,40}):[ ]([\w.-]+)[ ]*$")
_PLACEHOLDERS, _FIRST_PLACEHOLDER = 6_000, 0xE000


def mend_sign(text: str, name: str, at: int, count: int) -> Mended | None:
    """Mend one sign so that nothing is lost; None where that is not known to be possible.

    Args:
        text: The text.
        name: Of the rule that found the error.
        at: Where it points.
        count: How many errors were mended before.
    """
    mender = _MENDERS.get(name)
    return mender(text, at, count) if mender else None


def _sign(text: str, at: int, count: int) -> Mended | None:
    sign = text[at : at + 1]
    if sign in _COLONS:
        return _colon(text, at, count)
    if sign in DASHES or sign == "*":
        return Mended(put(text, at, "-"), (), {}, at + 1) if text[at + 1 : at + 2] == " " else None
    return Mended(put(text, at, _PLAIN_SIGNS[sign]), (), {}, at + 1) if sign in _PLAIN_SIGNS else None


def _space(text: str, at: int, _count: int) -> Mended | None:
    """An odd space, or a tab that does not indent."""
    if text.startswith("\t", at) and not text[line_start(text, at) : at].strip(" "):
        return None
    end = at
    while end < len(text) and text[end].isspace() and text[end] not in "\r\n":
        end += 1
    return Mended(put(text, at, " " * (end - at)), (), {}, end) if end > at else None


def _comment(text: str, at: int, _count: int) -> Mended:
    """A comment that begins with another sign than #: nothing of the roadmap is lost with it."""
    end = shape_at(text, at).end
    return Mended(blanked(text, at, end), (), {}, end)


def _colon(text: str, at: int, count: int) -> Mended | None:
    """A colon that is full-width or has no blank behind it: the key gives up a letter for the blank."""
    if text[at + 1 : at + 2] in ("", " ", "\n", "\r"):
        return Mended(put(text, at, ":"), (), {}, at + 1)
    start = shape_at(text, at).content
    key = text[start:at]
    match = _COLON.match(text, start)
    if len(key) < 2 or match is None or match.end(1) != at:
        return None
    instead = _placeholder(count, len(key) - 1) + ": "
    return Mended(put(text, start, instead), (), {start: Patch(key, start, at)}, at + 1)


def _not_a_colon(text: str, at: int, count: int) -> Mended | None:
    """Another sign in place of the colon."""
    end = at + (2 if text[at : at + 2] in ("->", "=>") else 1)
    if end - at == 2:
        return Mended(put(text, at, ": "), (), {}, end)
    if text[end : end + 1] == " ":
        return Mended(put(text, at, ":"), (), {}, end)
    if text[at - 1] == " ":
        return Mended(put(text, at - 1, ": "), (), {}, end)
    return _colon(text, at, count)


def _numbered(text: str, at: int, _count: int) -> Mended | None:
    """A number in place of the dash of an item."""
    end = at
    while text[end : end + 1] not in ("", " ", "\n", "\r"):
        end += 1
    if end - at < 1 or text[end : end + 1] != " ":
        return None
    return Mended(put(text, at, "-" + " " * (end - at - 1)), (), {}, end)


def _key_alone(text: str, at: int, count: int) -> Mended | None:
    """A key without its colon, above lines that belong to it: its last letter gives way to the colon."""
    shape = shape_at(text, at)
    if not _WORD.match(text, shape.content, shape.end):
        return None
    line = next_line(text, shape.start)
    while line != -1 and indent_of(text, line) == -1:
        line = next_line(text, line)
    if line == -1:
        return None
    blanks = indent_of(text, line)
    if blanks < shape.column or (blanks == shape.column and not text.startswith("- ", line + blanks)):
        return None
    word = text[shape.content : shape.end].split(maxsplit=1)[0]
    end = shape.content + len(word)
    instead = _placeholder(count, len(word) - 1) + ":"
    return Mended(
        put(text, shape.content, instead), (), {shape.content: Patch(word, shape.content, end)}, end
    )


def _dash(text: str, at: int, count: int) -> Mended:
    """An item without its dash: the dash is put where the key begins, and the key gives way."""
    shape = shape_at(text, at)
    line = next_line(text, shape.start)
    pair = _ITEM.match(text, at, shape.end)
    loss = Loss(at, shape.end, "item", at)
    if text[at - 2 : at] == "  " and line != -1 and indent_of(text, line) == at - shape.start:
        return Mended(put(text, at - 2, "- "), (), {}, shape.end)
    if pair is None or line == -1 or indent_of(text, line) != at - shape.start + 2:
        return Mended(put(blanked(text, at, shape.end), at, "-"), (loss,), {}, shape.end)
    key, value = pair[1], pair[2]
    room = len(key) + len(value) - 2
    if room < 2:
        return Mended(put(blanked(text, at, shape.end), at, "-"), (loss,), {}, shape.end)
    first = min(len(key), room - 1)
    instead = f"- {_placeholder(count, first)}: {_placeholder(count, room - first)}"
    patches = {
        at + 2: Patch(key, at, at + len(key)),
        at + 4 + first: Patch(value, pair.start(2), pair.end(2)),
    }
    return Mended(put(text, at, instead), (), patches, shape.end)


def _placeholder(count: int, length: int) -> str:
    """Letters that no file has: two keys cut short may not become one."""
    return chr(_FIRST_PLACEHOLDER + count % _PLACEHOLDERS) * length


_MENDERS: dict[str, Callable[[str, int, int], Mended | None]] = {
    "full-width-sign": _sign,
    "missing-space": _sign,
    "odd-space": _space,
    "tab": _space,
    "syntax-error": _key_alone,
    "wrong-comment-sign": _comment,
    "not-a-colon": _not_a_colon,
    "numbered-item": _numbered,
    "missing-dash": _dash,
}
