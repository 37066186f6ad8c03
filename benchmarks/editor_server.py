"""An editor's keystrokes through the real server: from telling of one to the findings after it."""

import itertools
import json
import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import Any, BinaryIO, Self, cast

from sheet import Goal, Sheet, time_of

_KEYS = 12
_FIRST = 3
"""Keystrokes that are not counted: the server is still reading then."""


class _Server:
    """The server, and an editor that has one folder open."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "carbonroad", "lsp", "--lang", "en", "--as-of", "2026-11-22"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._in, self._out = cast("BinaryIO", self._process.stdin), cast("BinaryIO", self._process.stdout)
        self._versions = itertools.count(1)
        named = {"uri": folder.as_uri(), "name": folder.name}
        asked = {"processId": None, "rootUri": None, "workspaceFolders": [named], "capabilities": {}}
        self._send({"id": 0, "method": "initialize", "params": asked})
        self._tell("initialized", {})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._send({"id": 1, "method": "shutdown"})
        self._tell("exit", None)
        self._process.communicate()

    def open(self, file: Path, text: str) -> None:
        """Open a file and wait for its findings."""
        version = next(self._versions)
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": version, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        self._wait(file.as_uri(), version)

    def key(self, file: Path, line: int, character: int, sign: str) -> float:
        """Type a sign, and return the seconds until the findings of that text are told."""
        version = next(self._versions)
        place = {"line": line, "character": character}
        change = {"range": {"start": place, "end": place}, "text": sign}
        document = {"uri": file.as_uri(), "version": version}
        began = perf_counter()
        self._tell("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
        self._wait(file.as_uri(), version)
        return perf_counter() - began

    def _tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._in.flush()

    def _wait(self, uri: str, version: int) -> None:
        while True:
            params = self._next().get("params") or {}
            if params.get("uri") == uri and params.get("version") == version:
                return

    def _next(self) -> dict[str, Any]:
        length = 0
        while line := self._out.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name == b"Content-Length" else length
        return json.loads(self._out.read(length))  # type: ignore[no-any-return]


def through_the_server(sheet: Sheet, what: str, file: Path, words: str, goal: Goal, folder: Path) -> None:
    """Type behind some words of a file, of which the editor has a folder open.

    Args:
        sheet: Where the figure goes.
        what: What is typed into.
        file: The file.
        words: Where to type in it.
        goal: In milliseconds.
        folder: What the editor has open.
    """
    text = file.read_text(encoding="utf-8")
    at = text.index(words) + len(words)
    line, character = text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1
    with _Server(folder) as server:
        server.open(file, text)
        took = [server.key(file, line, character, "e") for _ in range(_KEYS)][_FIRST:]
    middle = statistics.median(took)
    sheet.add(
        f"{what}: from a keystroke to findings in the editor (slowest of {len(took)}: {time_of(max(took))})",
        time_of(middle),
        value=middle * 1000,
        goal=goal,
    )
