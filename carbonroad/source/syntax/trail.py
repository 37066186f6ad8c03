"""What YAML had read before it gave up: the last value, and what stands open."""

from __future__ import annotations

from typing import Any

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, ScalarEvent, StreamEndEvent

from carbonroad.base.record import NamedTuple
from carbonroad.source.misread.quoting import line_start
from carbonroad.source.yaml.build import events_of


class LastScalar(NamedTuple):
    """The place of a value or key and its style, as `Scalar` has it."""

    start: int
    end: int
    style: str


class Brackets(NamedTuple):
    """The place of a list or map in brackets."""

    start: int
    end: int


class Opened(NamedTuple):
    """Where a map or list begins that is still open, and whether a bracket opens it."""

    start: int
    flow: bool


class Trail:
    """The way to a syntax error.

    Attributes:
        last: The last scalar; None if there was none.
        closed: The last list or map in brackets that was closed.
        opened: The maps and lists that are still open, the outermost first.
        ended: Where block maps and lists began that ended after the last value.
    """

    __slots__ = ("closed", "ended", "last", "opened")

    def __init__(self) -> None:
        self.last: LastScalar | None = None
        self.closed: Brackets | None = None
        self.opened: list[Opened] = []
        self.ended: list[int] = []

    def columns(self, text: str) -> list[int]:
        """Blanks before the open block maps and lists, from the root inwards."""
        return sorted({at - line_start(text, at) for at in self.starts()})

    def starts(self) -> list[int]:
        """Where the block maps and lists begin that are open or have just ended, from the root inwards."""
        return sorted([at for at, flow in self.opened if not flow] + self.ended)

    def lists(self, text: str) -> list[int]:
        """Blanks before the open block lists."""
        return [
            at - line_start(text, at) for at, flow in self.opened if not flow and text[at : at + 1] == "-"
        ]


def follow(text: str, *, fast: bool) -> Trail:
    """Read the text again up to its first error; only a file that has one pays for it."""
    trail = Trail()
    get = events_of(text, fast=fast)
    try:
        while True:
            event = get()
            _step(trail, event)
            if isinstance(event, StreamEndEvent):
                return trail
    except yaml.YAMLError:
        return trail


def _step(trail: Trail, event: Any) -> None:
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, ScalarEvent):
        trail.ended.clear()
        if end > start:
            trail.last = LastScalar(start, end, event.style or "")
    elif isinstance(event, CollectionStartEvent):
        trail.ended.clear()
        trail.opened.append(Opened(start, bool(event.flow_style)))
    elif isinstance(event, CollectionEndEvent):
        opening, flow = trail.opened.pop()
        if flow:
            trail.closed = Brackets(opening, end)
        else:
            trail.ended.append(opening)
