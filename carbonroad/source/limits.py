"""What a file may hold at most, besides its bytes: depth, nodes, lines, findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carbonroad.findings import Finding
    from carbonroad.source.text import SourceText

MAX_LINE = 100_000
"""Characters of a line: each line that something is wrong with is looked at several times."""
MAX_DEPTH = 64
MAX_NODES = 5_000_000
MAX_ALIASED = 1_000_000
"""Of a file: how deep its nodes are, how many, and how many of them stand for others."""
MAX_FINDINGS = 10_000
"""Findings of one severity in one file: more help nobody, and a file of 20 MB may have millions."""


def long_line(source: SourceText) -> Finding | None:
    """Return what is wrong with a file that has a line of more than 100,000 characters."""
    text = source.text
    step = MAX_LINE // 2  # a longer line fills at least one whole step
    for at in range(0, len(text) - step, step):
        if text.find("\n", at, at + step) < 0 and text.find("\r", at, at + step) < 0:
            start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
            ends = [end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0]
            end = min(ends, default=len(text))
            if end - start > MAX_LINE:
                from carbonroad.source.found import found

                return found(source.path, "line-too-long", start, end, length=end - start, limit=MAX_LINE)
    return None
