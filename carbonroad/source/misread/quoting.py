"""Quotes round a value: the repair of most mistakes that YAML's signs cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.source.found import repair

if TYPE_CHECKING:
    from carbonroad.findings import Fix

_LINE_END = lazy_pattern(r"[\r\n]|$")
_STOPS = lazy_pattern(r"[ \t]#|[\r\n\x85\u2028\u2029]|$")
_FLOW_STOPS = lazy_pattern(r"[ \t]#|[,\]}\r\n\x85\u2028\u2029]|$")


def quoted(text: str) -> str:
    """A YAML scalar in quotes that reads as exactly this one line of text."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def line_start(text: str, offset: int) -> int:
    """Offset of the first character of the line that `offset` is in."""
    after = text.rfind("\n", 0, offset) + 1
    return text.rfind("\r", after, offset) + 1 or after


def line_end(text: str, offset: int) -> int:
    """Offset after the last character of the line that is no blank."""
    stop = _LINE_END.search(text, offset)
    return offset + len(text[offset : stop.start() if stop else len(text)].rstrip())


def value_end(text: str, start: int, after: int = -1) -> int:
    """Where the value that begins at `start` ends on its line, blanks and comment left out.

    Signs before the offset `after`, such as those inside quotes, do not end it.
    """
    before = text[line_start(text, start) : start]
    opened = sum(before.count(sign) for sign in "[{") - sum(before.count(sign) for sign in "]}")
    stop = (_FLOW_STOPS if opened > 0 else _STOPS).search(text, max(start + 1, after))
    end = stop.start() if stop else len(text)
    return start + len(text[start:end].rstrip())


def written(text: str, start: int, after: int = -1) -> str:
    """The value at `start` in quotes, for a help that shows how to write it."""
    return quoted(text[start : value_end(text, start, after)])


def quote_line(text: str, start: int, after: int = -1, *, safe: bool = True) -> Fix:
    """A fix that puts the value that begins at `start` in quotes."""
    end = value_end(text, start, after)
    return repair(say("put the value in quotes"), (start, end, quoted(text[start:end])), safe=safe)
