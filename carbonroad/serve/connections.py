"""Connections that others hold open for nothing are closed, so that there is room for our own pages."""

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

MOST = 256
"""Connections; a request on a further one is told to come again."""
_AT_ALL = 2 * MOST
"""Connections; a further one is closed unheard, for each takes one of the files that may be open."""
_PATIENCE = 15
"""Seconds in which a request must have come whole, and something of an answer must have been taken."""


class Connection(H11Protocol):
    """A connection of a client that asks and reads; one that does neither is closed."""

    _look: asyncio.TimerHandle | None = None
    _before: tuple[object, int] = (None, 0)

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # uvicorn's own
        """Begin, and look now and then whether the client is alive."""
        super().connection_made(transport)
        if len(self.connections) > _AT_ALL:
            transport.abort()
        else:
            self._look_later()

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        if self._look is not None:
            self._look.cancel()
        super().connection_lost(exc)

    def _look_later(self) -> None:
        self._look = self.loop.call_later(_PATIENCE, self._look_again)

    def _look_again(self) -> None:
        """Close the connection if it stands as it stood at the last look."""
        request, unread = self._state()
        before, unread_before = self._before
        if (request is not None and request is before) or 0 < unread_before <= unread:
            self.transport.abort()
            return
        self._before = request, unread
        self._look_later()

    def _state(self) -> tuple[Any, int]:
        """The request that has not come whole, None for none, and the bytes of answers that wait."""
        coming = self.conn.their_state in (h11.IDLE, h11.SEND_BODY)
        return (self.cycle or self) if coming else None, self.transport.get_write_buffer_size()
