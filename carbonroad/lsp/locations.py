"""Where things are, as an editor writes it: addresses, versions, lines and characters."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from lsprotocol import types as lsp

from carbonroad.findings import Span
from carbonroad.lsp.addresses import uri_of
from carbonroad.lsp.positions import Lines
from carbonroad.workspace.roadmap import Roadmap

if TYPE_CHECKING:
    from carbonroad.lsp.server import Server


class Locations:
    """Locations of the files of one editor.

    Args:
        server: Whose.
    """

    def __init__(self, server: "Server") -> None:
        self._server = server
        self._lines: dict[str, tuple[str, Lines]] = {}

    def named(self, path: str) -> tuple[str, int | None]:
        """Return the address of a file and, where it is open, its version."""
        document = self._server.documents.get(path)
        return (uri_of(path), None) if document is None else (document.uri, document.version)

    def uri(self, path: str) -> str:
        """Return the address of a file, as the editor itself writes it where it has it open."""
        document = self._server.documents.get(path)
        return uri_of(path) if document is None else document.uri

    def lines(self, path: str, roadmap: Roadmap | None) -> Lines:
        """Return the lines of a file, for positions; of no text where there is none.

        Args:
            path: The file.
            roadmap: The roadmap it is probably of.
        """
        document = self._server.documents.get(path)
        if document is not None:
            return document.lines
        source = None if roadmap is None else roadmap.source(path)
        if source is None and (roadmap is None or path not in roadmap.paths):
            other = self._server.space.roadmap(path)
            source = None if other is None else other.source(path)
        text = "" if source is None else source.text
        known = self._lines.get(path)
        if known is None or known[0] != text:
            known = self._lines[path] = (text, Lines(text, self._server.client.encoding))
        return known[1]

    def placing(self, roadmap: Roadmap | None) -> Callable[[Span], lsp.Location]:
        """Return where a span is for the editor, of a file of some roadmap or of any."""

        def place(span: Span) -> lsp.Location:
            return lsp.Location(
                self.uri(span.path), self.lines(span.path, roadmap).range(span.start, span.end)
            )

        return place
