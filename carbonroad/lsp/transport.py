"""Messages over standard input and output: nothing but the protocol may go there."""

import json
import os
import re
import sys
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any, BinaryIO

_LENGTH = re.compile(rb"content-length[ \t]*:[ \t]*([0-9]{1,18})[ \t]*\r?\n", re.IGNORECASE)
_CANCEL = "$/cancelRequest"
_MOST = 100_000_000
"""Bytes of one message at most; a longer one is passed over."""
_AT_ONCE = 1 << 16


class Unreadable:
    """A message that is no JSON object; `what` says why."""

    def __init__(self, what: str) -> None:
        self.what = what


class Ended:
    """Nothing comes any more: the editor has closed its end."""


ENDED = Ended()
Message = dict[str, Any] | Unreadable | Ended


class Inbox:
    """What an editor has sent, read ahead by a thread, so that what was cancelled is known before its turn.

    Args:
        stream: Where messages come from.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._waiting: SimpleQueue[Message] = SimpleQueue()
        self._cancelled: set[str | int] = set()
        self._lock = Lock()
        Thread(target=self._read_all, name="inbox", daemon=True).start()

    def take(self, seconds: float | None) -> Message | None:
        """Return the next message, or None where none comes within some seconds; None waits for ever."""
        try:
            return self._waiting.get(timeout=seconds)
        except Empty:
            return None

    @property
    def quiet(self) -> bool:
        """Whether no message is waiting."""
        return self._waiting.empty()

    def was_cancelled(self, number: object) -> bool:
        """Whether the request of an id was cancelled; what is asked for once is forgotten."""
        with self._lock:
            if number in self._cancelled:
                self._cancelled.discard(number)
                return True
        return False

    def forget(self, number: object) -> None:
        """Take note that a cancellation came after its request."""
        self.was_cancelled(number)

    def _read_all(self) -> None:
        try:
            while (body := _next_body(self._stream)) is not None:
                self._put(body)
        except (OSError, ValueError):
            pass  # a stream that breaks has ended
        self._waiting.put(ENDED)

    def _put(self, body: bytes) -> None:
        try:
            message = json.loads(body)
        except (ValueError, RecursionError) as error:
            self._waiting.put(Unreadable(" ".join(f"{type(error).__name__}: {error}".split())[:200]))
            return
        if not isinstance(message, dict):
            self._waiting.put(Unreadable("no object"))
            return
        if message.get("method") == _CANCEL:
            params = message.get("params")
            number = params.get("id") if isinstance(params, dict) else None
            if isinstance(number, str | int):
                with self._lock:
                    self._cancelled.add(number)
        self._waiting.put(message)


def _next_body(stream: BinaryIO) -> bytes | None:
    """The bytes of the next message; None at the end. Lines that are no header are passed over."""
    length = -1
    while True:
        line = stream.readline(_AT_ONCE)
        if not line:
            return None
        if not line.strip():
            if length >= 0:
                break
            continue
        match = _LENGTH.match(line)
        if match is not None:
            length = int(match[1])
    if length > _MOST:
        while length > 0 and (passed := stream.read(min(length, _AT_ONCE))):
            length -= len(passed)
        return b""
    body = stream.read(length)
    return body if len(body) == length else None


class Outlet:
    """Standard output as pygls writes to it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, data: bytes) -> None:
        """Send some bytes at once."""
        self._stream.write(data)
        self._stream.flush()

    def close(self) -> None:
        """Do nothing: the process that ends closes it."""


def take_streams() -> tuple[BinaryIO, BinaryIO]:
    """Take standard input and output for the protocol alone.

    Whatever else is printed from now on goes to standard error, and whatever reads finds nothing.
    """
    source, target = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    if os.name == "nt":
        import msvcrt

        for number in (source, target):
            msvcrt.setmode(number, os.O_BINARY)  # type: ignore[attr-defined]
    return os.fdopen(source, "rb"), os.fdopen(target, "wb")
