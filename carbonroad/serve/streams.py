"""Events for the pages that are open: one short message when something has changed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from secrets import token_hex

MOST = 64
"""Pages that are told at a time."""
_BEAT = 15
"""Seconds after which something is sent in any case, so that a line that is cut off is noticed."""


class Streams:
    """Tells all who listen of each new state; in one event loop."""

    def __init__(self) -> None:
        self._run = token_hex(8)
        self._waiting: set[asyncio.Event] = set()
        self._latest = 0
        self._ended = False

    @property
    def full(self) -> bool:
        """Whether there is no room for one more."""
        return self._ended or len(self._waiting) >= MOST

    def name(self, number: int) -> str:
        """Return the name of a state by its number, unlike that of any state of another run."""
        return f"{self._run}-{number}"

    def publish(self, number: int) -> None:
        """Tell everyone of a state."""
        self._latest = max(number, self._latest)
        self._wake()

    def end(self) -> None:
        """Let everyone go: the server ends."""
        self._ended = True
        self._wake()

    async def events(self, number: int) -> AsyncIterator[bytes]:
        """Yield server-sent events: one now, for the present state, and one for each later state."""
        changed = asyncio.Event()
        self._waiting.add(changed)
        told = max(number, self._latest)
        try:
            yield b"retry: 1000\n" + self._message(told)
            while not self._ended:
                with suppress(TimeoutError):
                    await asyncio.wait_for(changed.wait(), _BEAT)
                changed.clear()
                latest = max(told, self._latest)
                yield b": still here\n\n" if latest == told else self._message(latest)
                told = latest
        finally:
            self._waiting.discard(changed)

    def _message(self, number: int) -> bytes:
        return f"event: state\ndata: {self.name(number)}\n\n".encode()

    def _wake(self) -> None:
        for one in self._waiting:
            one.set()
