"""Lines that git could not merge: two versions of them between `<<<<<<<` and `>>>>>>>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.source.found import found
from carbonroad.source.yaml.lines import end_of, indent_of, next_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.findings import Finding

_SIGN = lazy_pattern(r"^(<{7}|={7}|>{7})(?=[ \t\r\n]|\Z)", re.MULTILINE)


def find(path: str, text: str) -> Iterator[tuple[Finding, int, int]]:
    """Each conflict with the region from its first to its last line."""
    opening, middle = -1, -1
    for match in _SIGN.finditer(text) if "<<<<<<<" in text else ():
        sign, at = match[0][0], match.start()
        if sign == "<":
            opening, middle = at, -1
        elif sign == "=" and opening >= 0:
            middle = at
        elif sign == ">" and middle >= 0:
            related = (
                (middle, middle + 7, say("the second version begins here")),
                (at, at + 7, say("and ends here")),
            )
            finding = found(path, "merge-conflict", opening, opening + 7, related=related)
            yield finding, opening, end_of(text, at)
            opening, middle = -1, -1


def column(text: str, start: int, end: int) -> int:
    """How far in the lines of a conflict stand at least."""
    least, line = -1, start
    while line != -1 and line < end:
        blanks = indent_of(text, line)
        if blanks >= 0 and not _SIGN.match(text, line) and (least < 0 or blanks < least):
            least = blanks
        line = next_line(text, line)
    return max(least, 0)
