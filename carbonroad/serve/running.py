"""Runs the server until it is stopped: one socket of this machine alone, and a watch beside it."""

import asyncio
import errno
import logging
import os
import socket
from collections.abc import Callable
from threading import Event, Thread

import uvicorn
from starlette.types import ASGIApp

from carbonroad.live.preview import Preview, State
from carbonroad.live.watching import Watch
from carbonroad.serve.connections import MOST, Connection
from carbonroad.serve.faults import kept_going
from carbonroad.serve.streams import Streams

HOST = "127.0.0.1"
USUAL_PORT = 8000
_TRIES = 100
_PATIENCE = 3
"""Seconds that answers under way have when the server is stopped."""
_TAKEN = (errno.EADDRINUSE, errno.EACCES)


def open_socket(port: int | None) -> socket.socket:
    """Open the socket to listen on; without a port it is the usual one, or the next that is free.

    Raises:
        OSError: If the port is taken, or none is free.
    """
    if port is not None:
        return _bound(port)
    for number in range(USUAL_PORT, USUAL_PORT + _TRIES):
        try:
            return _bound(number)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise
    return _bound(0)


def run(
    app: ASGIApp,
    opened: socket.socket,
    preview: Preview | None,
    streams: Streams,
    told: Callable[[Exception], None],
) -> None:
    """Serve until ctrl-C or a signal ends it; answers under way are finished.

    Args:
        app: What answers.
        opened: Where it listens.
        preview: What is watched; None for nothing.
        streams: Are told of changes.
        told: Called with a fault of the program that a look at the disk has run into.

    Raises:
        KeyboardInterrupt: By ctrl-C, once everything has ended.
    """
    logging.getLogger("uvicorn").setLevel(logging.CRITICAL)  # a request that makes no sense is no news
    config = uvicorn.Config(
        app,
        loop="asyncio",
        http=Connection,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        limit_concurrency=MOST,
        timeout_graceful_shutdown=_PATIENCE,
    )
    asyncio.run(_serve(_Server(config, streams), opened, preview, streams, told))


class _Server(uvicorn.Server):
    """Lets the streams of events end first, for they never would."""

    def __init__(self, config: uvicorn.Config, streams: Streams) -> None:
        super().__init__(config)
        self._streams = streams

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End what is under way."""
        self._streams.end()
        await super().shutdown(sockets)


async def _serve(
    server: uvicorn.Server,
    opened: socket.socket,
    preview: Preview | None,
    streams: Streams,
    told: Callable[[Exception], None],
) -> None:
    stop, loop = Event(), asyncio.get_running_loop()
    watching = None
    if preview is not None:

        def heard(state: State) -> None:
            loop.call_soon_threadsafe(streams.publish, state.number)

        preview.tell(heard)
        watch = Watch(preview.places, stop, preview.today)
        watching = Thread(target=_look, args=(preview, watch, told), name="watch", daemon=True)
        watching.start()
    try:
        await server.serve(sockets=[opened])
    finally:
        stop.set()
        if watching is not None:
            await asyncio.to_thread(watching.join, _PATIENCE)


def _look(preview: Preview, watch: Watch, told: Callable[[Exception], None]) -> None:
    """Look at the disk now, and whenever something changes there."""
    kept_going(preview.look, told)
    for _ in watch.changes():
        kept_going(preview.look, told)


def _bound(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it would let two servers have one port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((HOST, port))
        made.listen(128)  # not till now does the system say that another one listens
    except OSError:
        made.close()
        raise
    return made
