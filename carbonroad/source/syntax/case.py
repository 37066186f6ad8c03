"""One error of the YAML parser, with all that helps to explain it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple

if TYPE_CHECKING:
    from carbonroad.source.syntax.trail import Trail


class Case(NamedTuple):
    """One YAML error.

    Attributes:
        path: The file.
        text: Its text.
        problem: What the parser says, with its context, in small letters.
        at: Offset of the problem.
        since: Offset where what the parser was reading began; -1 where it says none.
        trail: What had been read before.
    """

    path: str
    text: str
    problem: str
    at: int
    since: int
    trail: Trail
