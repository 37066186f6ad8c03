"""The start of the server: its handlers, and the two streams that it talks over."""

from collections.abc import Callable
from logging import NullHandler, getLogger
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException, JsonRpcInternalError

from carbonroad.lsp.requests import REQUESTS, Answer
from carbonroad.lsp.server import Server
from carbonroad.lsp.settings import Start
from carbonroad.lsp.transport import Inbox, Outlet, take_streams


def serve(start: Start) -> int:
    """Serve one editor over standard input and output until it ends, and return the exit code."""
    for name in ("pygls", "concurrent.futures"):
        log = getLogger(name)  # what they would print, the editor is told
        log.addHandler(NullHandler())
        log.propagate = False
    source, target = take_streams()
    server = Server(start, Inbox(source))
    server.protocol.set_writer(Outlet(target))
    for method, answer in {**REQUESTS, **_NOTICES}.items():
        server.feature(method)(_handler(server, method, answer))
    try:
        return server.run()
    except BrokenPipeError:
        return 1


def _handler(server: Server, method: str, answer: Answer) -> Callable[[Any], Any]:
    """Make of an answer what pygls calls. A fault becomes an error that the editor is told of in one line."""

    def handle(params: Any) -> Any:
        result = server.attempt(method, lambda: _answered(answer, server, params))
        if isinstance(result, JsonRpcException):
            raise result
        if isinstance(result, Exception):
            raise JsonRpcInternalError(message=f"internal error in {method}")
        return result

    return handle


def _answered(answer: Answer, server: Server, params: Any) -> Any:
    """The answer, or the refusal that it is: a refusal is no fault."""
    try:
        return answer(server, params)
    except JsonRpcException as refusal:
        return refusal


def _begun(server: Server, params: lsp.InitializedParams) -> None:
    del params
    server.begun()


def _saved(server: Server, params: lsp.DidSaveTextDocumentParams) -> None:
    server.stale([params.text_document.uri])


def _watched(server: Server, params: lsp.DidChangeWatchedFilesParams) -> None:
    server.stale([change.uri for change in params.changes])


def _configured(server: Server, params: lsp.DidChangeConfigurationParams) -> None:
    server.ask_for_settings(params.settings)


_NOTICES: dict[str, Answer] = {
    lsp.INITIALIZED: _begun,
    lsp.TEXT_DOCUMENT_DID_SAVE: _saved,
    lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: _watched,
    lsp.WORKSPACE_DID_CHANGE_CONFIGURATION: _configured,
}
