"""An editor that talks to the real server over standard input and output."""

import asyncio
import os
import sys
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pytest_lsp import LanguageClient, client_capabilities

PATIENCE = 60
"""Seconds for one answer; far more than it takes, so that only a server that says nothing fails."""
DAY = "1795305600"  # 22 November 2026
CODE = "visual-studio-code"


def capable(name: str = CODE, *encodings: str) -> lsp.ClientCapabilities:
    """What an editor says that it can do, of those that are known; with all that VS Code learnt since."""
    said = client_capabilities(name)
    if name == CODE:
        said.text_document.inlay_hint = lsp.InlayHintClientCapabilities()
    if encodings:
        said.general.position_encodings = [lsp.PositionEncodingKind(one) for one in encodings]
    return said


class Editor:
    """One editor: what it sends, and what it was told."""

    def __init__(self, client: LanguageClient) -> None:
        self.client = client
        self.told: dict[str, list[lsp.PublishDiagnosticsParams]] = defaultdict(list)
        self.log: list[str] = []
        self.progress: list[str] = []
        self.registered: list[lsp.Registration] = []
        self.offered = lsp.ServerCapabilities()
        self._texts: dict[str, str] = {}
        self._versions: dict[str, int] = {}
        self._count = 0
        self._news = asyncio.Event()
        for method, told in (
            (lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, self._published),
            (lsp.WINDOW_LOG_MESSAGE, self._logged),
            (lsp.CLIENT_REGISTER_CAPABILITY, self._registers),
            (lsp.WORKSPACE_CONFIGURATION, self._configures),
            (lsp.WINDOW_WORK_DONE_PROGRESS_CREATE, self._creates),
            (lsp.PROGRESS, self._progresses),
        ):
            client.feature(method)(partial(told))

    def _published(self, params: lsp.PublishDiagnosticsParams) -> None:
        self.told[params.uri].append(params)
        self._news.set()

    def _logged(self, params: lsp.LogMessageParams) -> None:
        self.log.append(params.message)
        self._news.set()

    def _registers(self, params: lsp.RegistrationParams) -> None:
        self.registered += params.registrations

    def _configures(self, params: lsp.ConfigurationParams) -> list[Any]:
        return [self.client.get_configuration(section=item.section) for item in params.items]

    def _creates(self, _: lsp.WorkDoneProgressCreateParams) -> None:
        self.progress.append("create")

    def _progresses(self, params: lsp.ProgressParams) -> None:
        self.progress.append(params.value["kind"])
        self._news.set()

    @property
    def pid(self) -> int:
        """The server's process."""
        return self.client._server.pid

    def uri(self, path: Path | str) -> str:
        """The address of a file; an address stays as it is."""
        return path if isinstance(path, str) else path.as_uri()

    def version(self, path: Path | str) -> int:
        """How often documents had been changed when this one last was."""
        return self._versions[self.uri(path)]

    def open(self, path: Path | str, text: str | None = None) -> str:
        """Open a document with its file's text, or another."""
        uri = self.uri(path)
        self._texts[uri] = path.read_text("utf-8") if text is None and isinstance(path, Path) else text or ""
        self._count += 1
        self._versions[uri] = self._count
        item = lsp.TextDocumentItem(uri, language_id="yaml", version=self._count, text=self._texts[uri])
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(text_document=item))
        return uri

    def type(self, path: Path | str, start: tuple[int, int], text: str, end: tuple[int, int] | None = None):
        """Write text in place of a range: lines and characters as the editor counts them, from 0."""
        place = lsp.Range(lsp.Position(*start), lsp.Position(*(end or start)))
        self.send(path, lsp.TextDocumentContentChangePartial(range=place, text=text))

    def write(self, path: Path | str, text: str) -> None:
        """Put another text in place of all of a document's."""
        self._texts[self.uri(path)] = text
        self.send(path, lsp.TextDocumentContentChangeWholeDocument(text=text))

    def replace(self, path: Path | str, old: str, new: str) -> None:
        """Write `new` in place of `old` in a document that was opened or written as a whole."""
        before = self._texts[self.uri(path)]
        assert before.count(old) == 1, old
        self.write(path, before.replace(old, new))

    def send(self, path: Path | str, *changes: lsp.TextDocumentContentChangeEvent) -> None:
        """Tell of changes."""
        uri = self.uri(path)
        self._count += 1
        self._versions[uri] = self._count
        document = lsp.VersionedTextDocumentIdentifier(version=self._versions[uri], uri=uri)
        params = lsp.DidChangeTextDocumentParams(text_document=document, content_changes=changes)
        self.client.text_document_did_change(params)

    def close(self, path: Path | str) -> None:
        """Close a document."""
        document = lsp.TextDocumentIdentifier(uri=self.uri(path))
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(text_document=document))

    def changed_on_disk(self, *paths: Path) -> None:
        """Tell of files that changed."""
        kind = lsp.FileChangeType.Changed
        changes = [lsp.FileEvent(uri=path.as_uri(), type=kind) for path in paths]
        self.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams(changes=changes))

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something the server tells of is so."""

        async def wait() -> None:
            while not true():
                self._news.clear()
                await self._news.wait()

        await asyncio.wait_for(wait(), PATIENCE)

    async def findings(self, path: Path | str) -> list[lsp.Diagnostic]:
        """What is found in a document as it stands now; of one that is not open, what was said last."""
        uri = self.uri(path)
        version = self._versions.get(uri)
        await self.until(lambda: bool(self.told[uri]) and version in {None, self.told[uri][-1].version})
        return list(self.told[uri][-1].diagnostics)

    async def settled(self, path: Path | str, true: Callable[[list[lsp.Diagnostic]], bool]) -> None:
        """Wait until what was said last of a file is as it should be."""
        uri = self.uri(path)
        await self.until(lambda: bool(self.told[uri]) and true(list(self.told[uri][-1].diagnostics)))

    async def ask(self, method: str, path: Path | str, **parts: Any) -> Any:
        """Ask something about a document and return the answer."""
        kind = lsp.METHOD_TO_TYPES[method][2]
        params = kind(text_document=lsp.TextDocumentIdentifier(uri=self.uri(path)), **parts)
        asked = self.client.protocol.send_request_async(method, params)
        return await asyncio.wait_for(asked, PATIENCE)

    async def at(self, method: str, path: Path | str, line: int, character: int, **parts: Any) -> Any:
        """Ask something about a place of a document."""
        return await self.ask(method, path, position=lsp.Position(line, character), **parts)

    async def labels(self, path: Path | str, line: int, character: int) -> list[str]:
        """What may be typed at a place."""
        found = await self.at(lsp.TEXT_DOCUMENT_COMPLETION, path, line, character)
        return [item.label for item in found.items]


@asynccontextmanager
async def editor(
    *folders: Path,
    arguments: tuple[str, ...] = (),
    capabilities: lsp.ClientCapabilities | None = None,
    environment: dict[str, str] | None = None,
    settings: dict[str, Any] | None = None,
    begin: bool = True,
    **said: Any,
) -> AsyncIterator[Editor]:
    """Start the server for an editor that has folders open, and end it as the protocol says."""
    client = LanguageClient(configuration={"": settings or {}})
    one = Editor(client)
    known = {**os.environ, "SOURCE_DATE_EPOCH": DAY, **(environment or {})}
    await client.start_io(sys.executable, "-m", "carbonroad", "lsp", *arguments, env=known)
    try:
        if begin:
            params = lsp.InitializeParams(
                capabilities=capabilities or capable(),
                client_info=lsp.ClientInfo(name="Visual Studio Code"),
                workspace_folders=[lsp.WorkspaceFolder(uri=one.as_uri(), name=one.name) for one in folders],
                **said,
            )
            result = await asyncio.wait_for(client.initialize_session(params), PATIENCE)
            one.offered = result.capabilities
        yield one
        if client._server.returncode is None:
            await asyncio.wait_for(client.shutdown_session(), PATIENCE)
            assert client._server.returncode == 0
    finally:
        if client._server.returncode is None:
            client._server.kill()
        await client.stop()


def codes(found: list[lsp.Diagnostic]) -> list[str]:
    """The codes of findings."""
    return [str(one.code) for one in found]


def names(found: list[lsp.Diagnostic]) -> list[str]:
    """The names of the rules of findings."""
    return [one.data["name"] for one in found]


def marked(text: str, place: lsp.Range) -> str:
    """The text of a range, characters counted in UTF-16."""
    lines = text.split("\n")
    row = lines[place.start.line].encode("utf-16-le")
    assert place.start.line == place.end.line
    return row[2 * place.start.character : 2 * place.end.character].decode("utf-16-le")


def utf16(text: str, word: str, *, after: str = "") -> tuple[int, int]:
    """Line and UTF-16 character of the begin of a word, the first one after some others."""
    offset = text.index(word, text.index(after) if after else 0)
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset), len(text[start:offset].encode("utf-16-le")) // 2
