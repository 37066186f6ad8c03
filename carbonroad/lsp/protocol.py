"""The protocol's order: what may be said when, and documents kept as the editor tells of them."""

from collections.abc import Generator
from typing import TYPE_CHECKING, Any

from lsprotocol import types as lsp
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInternalError,
    JsonRpcInvalidRequest,
    JsonRpcParseError,
    JsonRpcRequestCancelled,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol, lsp_method

from carbonroad.lsp.transport import Unreadable

if TYPE_CHECKING:
    from carbonroad.lsp.server import Server

_CANCELLED = "The editor does not want this answer any more."
_TOO_EARLY = "The first message is initialize."
_TOO_LATE = "After shutdown, exit alone is answered."
_TWICE = "The server is initialized already."


class Protocol(LanguageServerProtocol):
    """pygls's protocol, but for the order of messages, and with documents of our own.

    pygls ends lines at more characters than the protocol does, so that positions would be wrong.
    """

    _server: "Server"

    def __init__(self, server: "Server", converter: Any) -> None:
        super().__init__(server, converter)
        self.ended: int | None = None
        self._begun = False

    @property
    def shut_down(self) -> bool:
        """Whether the editor has said that nothing is asked any more."""
        return self._shutdown

    def receive(self, message: dict[str, Any] | Unreadable) -> None:
        """Answer one message; one that cannot be understood with an error, if it asks for an answer."""
        if isinstance(message, Unreadable):
            return self._refuse(None, JsonRpcParseError(message=f"No JSON object: {message.what}"))
        number = message.get("id")
        asks = "method" in message and isinstance(number, str | int)
        error = self._out_of_order(message) if "method" in message else None
        if error is None and asks and self._server.inbox.was_cancelled(number):
            error = JsonRpcRequestCancelled(message=_CANCELLED)
        if error is None:
            try:
                known = self.structure_message(message)
                if isinstance(known, dict):
                    raise JsonRpcInvalidRequest(message='"jsonrpc": "2.0" is missing.')
                self.handle_message(known)
            except JsonRpcException as broken:
                error = broken
                if isinstance(broken, JsonRpcInternalError):
                    error = JsonRpcInvalidRequest(message="This is no message of the protocol.")
        if error is not None and asks:
            self._refuse(number, error)
        return None

    def _out_of_order(self, message: dict[str, Any]) -> JsonRpcException | None:
        """What is wrong with a message at this time; for a notification, that it is passed over."""
        method = message["method"]
        if self._shutdown and method != lsp.EXIT:
            return JsonRpcInvalidRequest(message=_TOO_LATE)
        if method == lsp.INITIALIZE:
            return JsonRpcInvalidRequest(message=_TWICE) if self._begun else None
        if not self._begun and method != lsp.EXIT:
            return JsonRpcServerNotInitialized(message=_TOO_EARLY)
        return None

    def _refuse(self, number: str | int | None, error: JsonRpcException) -> None:
        told = {"code": error.code, "message": error.message}
        self._send_data({"jsonrpc": self.VERSION, "id": number, "error": told})

    @lsp_method(lsp.INITIALIZE)
    def lsp_initialize(self, params: lsp.InitializeParams) -> Generator[Any, Any, lsp.InitializeResult]:
        """Begin: learn what the editor can do, and say what is offered."""
        self.client_capabilities = params.capabilities
        self._begun = True
        self._server.process_id = params.process_id
        offered = yield self._server.begin, (params,), None
        self.server_capabilities = offered
        return lsp.InitializeResult(capabilities=offered, server_info=self.server_info)

    @lsp_method(lsp.EXIT)
    def lsp_exit(self, *_: object) -> None:  # type: ignore[override] # pygls takes functions too
        """End: 0 after shutdown, else 1."""
        self.ended = 0 if self._shutdown else 1

    @lsp_method(lsp.SHUTDOWN)
    def lsp_shutdown(self, *_: object) -> None:  # type: ignore[override] # as above
        """Take note that nothing is asked any more."""
        self._shutdown = True

    @lsp_method(lsp.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: lsp.DidOpenTextDocumentParams) -> None:
        """Take a document."""
        self._server.opened(params)

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: lsp.DidChangeTextDocumentParams) -> None:
        """Change a document."""
        self._server.changed(params)

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: lsp.DidCloseTextDocumentParams) -> None:
        """Let the disk count again."""
        self._server.closed(params)

    @lsp_method(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def lsp_workspace__did_change_workspace_folders(
        self, params: lsp.DidChangeWorkspaceFoldersParams
    ) -> None:
        """Add and remove folders."""
        self._server.folders_changed(params)

    def _handle_cancel_notification(self, msg_id: str | int) -> None:
        """Forget a cancellation: what it was about has been answered, in whatever way."""
        self._server.inbox.forget(msg_id)

    def _register_builtin_features(self) -> None:
        """Take what pygls brings, but for notebooks and commands, which there are none of."""
        super()._register_builtin_features()  # type: ignore[no-untyped-call]
        for name in list(self.fm.builtin_features):
            if name.startswith("notebookDocument/") or name == lsp.WORKSPACE_EXECUTE_COMMAND:
                del self.fm.builtin_features[name]
