"""One editor's server: its documents, its roadmaps, and the loop that answers and checks by turns."""

import sys
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter

from carbonroad import __version__
from carbonroad.base.texts.said import say
from carbonroad.base.texts.visible import visible
from carbonroad.lsp.addresses import path_of
from carbonroad.lsp.capabilities import capabilities, registrations
from carbonroad.lsp.client import Client, client_of
from carbonroad.lsp.documents import Document, Documents
from carbonroad.lsp.holding import PAUSE
from carbonroad.lsp.locations import Locations
from carbonroad.lsp.open_folders import OpenFolders
from carbonroad.lsp.protocol import Protocol
from carbonroad.lsp.publishing import Publisher
from carbonroad.lsp.settings import SECTION, Start, Wanted, language, wanted_of
from carbonroad.lsp.transport import Ended, Inbox
from carbonroad.wording import Wording, wording
from carbonroad.wording.saying import said_in, sentences
from carbonroad.workspace.roadmap import Roadmap
from carbonroad.workspace.workspace import Workspace

_QUIET = 0.01
"""Seconds without a message after which what was typed is checked: what is asked meanwhile comes first."""
_PATIENCE = 200
"""Messages after which it is checked even so."""
_Given = TypeVar("_Given")


class Server(LanguageServer):
    """The server for one editor.

    Attributes:
        inbox: What the editor sends.
        client: What it can do; known from `initialize` on.
        documents: What it has open.
        publisher: What it shows.
        locations: Where things are for it.
        words: The sentences of its language.
        lang: That language.
        fresh: Paths of documents whose version it has not been told findings of.
    """

    protocol: Protocol
    client: Client

    def __init__(self, start: Start, inbox: Inbox) -> None:
        super().__init__(
            "carbonroad", __version__, protocol_cls=Protocol, converter_factory=default_converter
        )
        self.inbox = inbox
        self.documents = Documents()
        self.publisher = Publisher(self)
        self.open_folders = OpenFolders(self)
        self.fresh: set[str] = set()
        self.lang = ""
        self.words: Wording = wording("en")
        self._start = start
        self._locale = ""
        self._settings = Wanted()
        self._space = Workspace(start.today, start.as_of)
        self._unput: dict[str, Document] = {}
        self.locations = Locations(self)

    # The loop.

    def run(self) -> int:
        """Answer and check until the editor ends it, and return the exit code."""
        since_checked = 0
        while self.protocol.ended is None:
            busy = self.publisher.busy or self.open_folders.busy
            message = None
            if not busy:
                message = self.inbox.take(PAUSE if self.publisher.holding else None)
            elif since_checked <= _PATIENCE:
                message = self.inbox.take(_QUIET if since_checked else 0)
            if isinstance(message, Ended):
                return 0 if self.protocol.shut_down else 1
            if message is None:
                since_checked = 0
                self.attempt("check", self._work)
            else:
                since_checked += 1
                self.attempt("message", partial(self.protocol.receive, message))
        return self.protocol.ended

    def _work(self) -> None:
        if self.publisher.busy:
            self.publisher.step()
        elif self.open_folders.busy:
            self.open_folders.step()
        else:
            self.publisher.release()

    def attempt(self, what: str, work: Callable[[], _Given]) -> _Given | Exception:
        """Do something. A fault of the program is one line of the editor's log, and never the end."""
        try:
            return work()
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001 - the one place where a fault of the server is caught
            self._confess(what, error)
            return error

    def _confess(self, what: str, error: Exception) -> None:
        if self._start.debug:
            import traceback

            traceback.print_exception(error, file=sys.stderr)
        fault = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        self.log(say("internal error in {what}: {fault}", what=what, fault=fault), lsp.MessageType.Error)

    def log(self, sentence: str, kind: lsp.MessageType = lsp.MessageType.Warning) -> None:
        """Write a line into the editor's log."""
        line = visible(said_in(self.words, sentence))
        self.window_log_message(lsp.LogMessageParams(type=kind, message=line))

    def report_server_error(self, error: Exception, source: object) -> None:
        """Say nothing twice: what goes wrong in a handler is told by `attempt`."""

    # What the editor says of itself.

    def begin(self, params: lsp.InitializeParams) -> lsp.ServerCapabilities:
        """Learn what the editor can do and has open."""
        self.client = client_of(params)
        self.documents.encoding = self.client.encoding
        self._locale = params.locale or ""
        self._take_settings(wanted_of(params.initialization_options, self._start.today))
        folders = [folder.uri for folder in params.workspace_folders or ()]
        if not folders and params.root_uri:
            folders = [params.root_uri]
        self.open_folders.add(path for uri in folders if (path := path_of(uri)) is not None)
        if not folders and params.root_path:
            self.open_folders.add([params.root_path])
        return capabilities(self.client)

    def begun(self) -> None:
        """Ask for what has to be asked for, and begin to read."""
        wanted = registrations(self.client)
        if wanted:
            self.client_register_capability(lsp.RegistrationParams(registrations=wanted))
        for fault in self._settings.faults:
            self.log(fault)
        self.ask_for_settings()
        self.open_folders.begin()

    def ask_for_settings(self, told: object = None) -> None:
        """Ask for the editor's settings, or take those that were told where it cannot be asked."""
        if self.client.configuration:
            item = lsp.ConfigurationItem(section=SECTION)
            params = lsp.ConfigurationParams(items=[item])
            self.workspace_configuration(
                params, callback=lambda said: self._configured(next(iter(said), None))
            )
        elif told is not None:
            self._configured(told)

    def _configured(self, settings: object) -> None:
        wanted = wanted_of(settings, self._start.today)
        for fault in wanted.faults:
            self.log(fault)
        if wanted.lang or wanted.as_of:
            self._take_settings(wanted)

    def _take_settings(self, wanted: Wanted) -> None:
        """Speak another language and look from another day, where these are asked for."""
        wanted = Wanted(
            wanted.lang or self._settings.lang, wanted.as_of or self._settings.as_of, wanted.faults
        )
        self.lang = language(self._start, wanted, self._locale)
        self.words = sentences(self.lang)
        before, self._settings = self._settings, wanted
        if wanted.as_of != before.as_of and self._start.as_of is None:
            self._space = Workspace(self._start.today, wanted.as_of)
            self._unput = {document.path: document for document in self.documents}
        self.publisher.touch_all()

    # Documents and files.

    @property
    def space(self) -> Workspace:
        """The roadmaps, with the newest text of every open document."""
        for path, document in self._unput.items():
            self._space.put(path, document.text)
        self._unput.clear()
        return self._space

    def opened(self, params: lsp.DidOpenTextDocumentParams) -> None:
        """Take a document's text in place of the file's."""
        self._edited(self.documents.open(params.text_document))

    def changed(self, params: lsp.DidChangeTextDocumentParams) -> None:
        """Take what was typed; it is looked at when it is its turn."""
        document = self.documents.change(params)
        if document is not None:
            self.publisher.typing = document.path if document.caret is not None else ""
        self._edited(document)

    def _edited(self, document: Document | None) -> None:
        if document is not None:
            self._unput[document.path] = document
            self.fresh.add(document.path)
            self.publisher.touch(document.path)

    def closed(self, params: lsp.DidCloseTextDocumentParams) -> None:
        """Let the disk count again for a document."""
        document = self.documents.close(params.text_document.uri)
        if document is not None:
            self._unput.pop(document.path, None)
            self.fresh.discard(document.path)
            self._space.drop(document.path)
            self.publisher.forget()
            self.publisher.touch_known(document.path)

    def stale(self, uris: list[str]) -> None:
        """Take note of files that changed on disk."""
        paths = [path for uri in uris if (path := path_of(uri)) is not None]
        self._space.refresh(paths)
        self.publisher.release()
        for path in paths:
            if self.concerns(path):
                self.publisher.touch(path)
            else:
                self.publisher.touch_known(path)

    def folders_changed(self, params: lsp.DidChangeWorkspaceFoldersParams) -> None:
        """Read the folders that came, and take back what is shown of those that went."""
        gone = [path for one in params.event.removed if (path := path_of(one.uri)) is not None]
        self.open_folders.remove(gone)
        self.publisher.forget()
        self.open_folders.add(path for one in params.event.added if (path := path_of(one.uri)) is not None)
        self.open_folders.begin()

    def concerns(self, path: str) -> bool:
        """Whether findings of a file are shown: it is open, or in one of the open folders."""
        return self.documents.get(path) is not None or self.open_folders.covers(path)

    def every_roadmap(self) -> list[Roadmap]:
        """The roadmaps of all open folders and documents."""
        found = {roadmap.folder.path: roadmap for roadmap in self.space.roadmaps(self.open_folders.folders)}
        for document in self.documents:
            roadmap = self.space.roadmap(document.path)
            if roadmap is not None:
                found.setdefault(roadmap.folder.path, roadmap)
        return list(found.values())
