"""How far the first reading of many roadmaps is, where an editor shows it."""

from typing import TYPE_CHECKING

from lsprotocol import types as lsp

if TYPE_CHECKING:
    from carbonroad.lsp.server import Server

_TOKEN = "carbonroad-reading"  # noqa: S105 - the protocol calls it a token
_WORTH = 8
"""Roadmaps from which on it takes long enough to be told."""


class Progress:
    """One line of progress; says nothing where the editor shows none.

    Args:
        server: Whose.
        title: What is being done.
    """

    def __init__(self, server: "Server", title: str) -> None:
        self._server = server
        self._title = title
        self._all = 0
        self._shown = False

    def begin(self, count: int) -> None:
        """Ask the editor for a line, if there is enough to do."""
        self._all = count
        if count >= _WORTH and self._server.client.progress:
            params = lsp.WorkDoneProgressCreateParams(token=_TOKEN)
            self._server.window_work_done_progress_create(params, callback=self._created)

    def left(self, count: int) -> None:
        """Say how many are left; with none, end."""
        if not self._shown:
            self._all = self._all if count else 0
            return
        if count:
            done = self._all - count
            self._send(
                lsp.WorkDoneProgressReport(
                    message=f"{done}/{self._all}", percentage=100 * done // max(1, self._all)
                )
            )
        else:
            self._send(lsp.WorkDoneProgressEnd())
            self._shown = False

    def _created(self, _: None) -> None:
        if self._all:
            self._shown = True
            self._send(lsp.WorkDoneProgressBegin(title=self._title, percentage=0, cancellable=False))

    def _send(
        self, value: lsp.WorkDoneProgressBegin | lsp.WorkDoneProgressReport | lsp.WorkDoneProgressEnd
    ) -> None:
        self._server.progress(lsp.ProgressParams(token=_TOKEN, value=value))
