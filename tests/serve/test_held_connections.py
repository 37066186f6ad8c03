"""Clients that hold a connection open and neither ask nor read are let go; those that wait are answered."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import suppress
from threading import Event, Thread
from typing import Any

import pytest
import uvicorn
from uvicorn.server import ServerState

from carbonroad.serve import connections
from carbonroad.serve.connections import Connection

_SOON = 0.05
_ENOUGH = 20


async def _app(scope: Any, receive: Any, send: Any) -> None:
    """Answers after a while, after reading the body, or with more than a line holds."""
    if scope["path"] == "/slow":
        await asyncio.sleep(_SOON * 8)
    if scope["path"] == "/body":
        while (await receive()).get("more_body"):
            pass
    await send({"type": "http.response.start", "status": 200, "headers": []})
    size = 50_000_000 if scope["path"] == "/much" else 1
    await send({"type": "http.response.body", "body": b"x" * size})


class Held:
    """A server of one test, in a thread of its own."""

    def __init__(self) -> None:
        self.state = ServerState()
        self.gone = Event()
        self._loop = asyncio.new_event_loop()
        self._opened: list[socket.socket] = []
        config, held = uvicorn.Config(_app, http=Connection, log_config=None), self
        config.load()

        class Watched(Connection):
            def connection_lost(self, exc: Exception | None) -> None:
                super().connection_lost(exc)
                held.gone.set()

        begun = self._loop.create_server(lambda: Watched(config, self.state, {}), "127.0.0.1", 0)
        self._server = self._loop.run_until_complete(begun)
        self._thread = Thread(target=self._loop.run_forever)
        self._thread.start()

    def ask(self, words: bytes) -> socket.socket:
        made = socket.create_connection(self._server.sockets[0].getsockname(), _ENOUGH)
        self._opened.append(made)
        made.sendall(words)
        return made

    def end(self) -> None:
        for one in self._opened:
            one.close()
        asyncio.run_coroutine_threadsafe(self._ended(), self._loop).result(_ENOUGH)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _ended(self) -> None:
        self._server.close()
        for one in list(self.state.connections):
            one.transport.abort()
        await asyncio.gather(*self.state.tasks)


@pytest.fixture(name="held")
def _held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    monkeypatch.setattr(connections, "_PATIENCE", _SOON)
    one = Held()
    yield one
    one.end()


@pytest.mark.parametrize(
    "begun",
    [
        b"",
        b"GET / HTTP/1.1\r\nHost",
        b"POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nx",
        b"POST /body HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n",
    ],
    ids=["nothing", "half a head", "half a body", "a body without end"],
)
def test_a_request_that_never_comes_whole_is_not_waited_for(held: Held, begun: bytes) -> None:
    assert held.ask(begun).recv(100) == b""
    assert held.gone.wait(_ENOUGH)


def test_an_answer_that_nobody_takes_is_not_kept(held: Held) -> None:
    held.ask(b"GET /much HTTP/1.1\r\nHost: x\r\n\r\n")
    assert held.gone.wait(_ENOUGH)


def test_who_waits_for_an_answer_gets_it(held: Held) -> None:
    assert held.ask(b"GET /slow HTTP/1.1\r\nHost: x\r\n\r\n").recv(100).startswith(b"HTTP/1.1 200")


def test_no_more_connections_are_held_than_there_may_be(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "_PATIENCE", _ENOUGH)
    monkeypatch.setattr(connections, "_AT_ALL", 3)
    several = [held.ask(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n") for _ in range(3)]
    assert all(one.recv(100).startswith(b"HTTP/1.1 200") for one in several)
    further = held.ask(b"")
    with suppress(ConnectionResetError):
        assert further.recv(100) == b""
    assert held.gone.wait(_ENOUGH)
