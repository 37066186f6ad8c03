"""What YAML had read before it gave up: the last value, and what stands open."""

from __future__ import annotations

from typing import Any

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, ScalarEvent, StreamEndEvent

from carbonroad.source.doubtful.quoting import line_start
from carbonroad.source.yaml.build import events_of


class Trail:
    """The way to a syntax error.

    Attributes:
        last: Start, end and style of the last scalar; None if there was none.
        closed: Start and end of the last list or map in brackets that was closed.
        opened: Offsets at which the open maps and lists begin.
        ended: Where block maps and lists began that ended after the last value.
    """

    __slots__ = ("closed", "ended", "last", "opened")

    def __init__(self) -> None:
        self.last: tuple[int, int, str] | None = None
        self.closed: tuple[int, int] | None = None
        self.opened: list[tuple[int, bool]] = []
        self.ended: list[int] = []

    def columns(self, text: str) -> list[int]:
        """Blanks before the open block maps and lists, from the root inwards."""
        starts = [at for at, flow in self.opened if not flow] + self.ended
        return sorted({at - line_start(text, at) for at in starts})

    def maps(self) -> list[int]:
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
            trail.last = (start, end, event.style or "")
    elif isinstance(event, CollectionStartEvent):
        trail.ended.clear()
        trail.opened.append((start, bool(event.flow_style)))
    elif isinstance(event, CollectionEndEvent):
        opening, flow = trail.opened.pop()
        if flow:
            trail.closed = (opening, end)
        else:
            trail.ended.append(opening)
