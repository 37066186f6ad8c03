"""What an editor asks about a place of a document."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lsprotocol import types as lsp

from carbonroad.base.record import NamedTuple
from carbonroad.findings import Edit, Span
from carbonroad.lsp.addresses import path_of
from carbonroad.lsp.converting import workspace_edit
from carbonroad.lsp.positions import Lines
from carbonroad.workspace.roadmap import Roadmap

if TYPE_CHECKING:
    from carbonroad.lsp.server import Server


class Asked(NamedTuple):
    """A document that is asked about.

    Attributes:
        server: Who is asked.
        roadmap: The roadmap that the document belongs to, as it is now.
        path: The document's.
        lines: Its lines.
    """

    server: "Server"
    roadmap: Roadmap
    path: str
    lines: Lines

    @property
    def lang(self) -> str:
        """The language to answer in."""
        return self.server.lang

    def offset(self, position: lsp.Position) -> int:
        """The offset of a position in the document."""
        return self.lines.offset(position)

    def between(self, range_: lsp.Range) -> tuple[int, int]:
        """The offsets of a range in the document, the smaller one first."""
        start, end = self.lines.offset(range_.start), self.lines.offset(range_.end)
        return min(start, end), max(start, end)

    def location(self, span: Span) -> lsp.Location:
        """Where a span is, in any file."""
        return self.server.locations.placing(self.roadmap)(span)

    def edit(self, changes: Mapping[str, Sequence[Edit]]) -> lsp.WorkspaceEdit:
        """Changes of several files."""
        return workspace_edit(
            changes,
            self.server.client,
            lambda path: self.server.locations.lines(path, self.roadmap),
            self.server.locations.named,
        )


def asked(server: "Server", document: lsp.TextDocumentIdentifier) -> Asked | None:
    """Return the document that is asked about; None where it belongs to no roadmap."""
    path = path_of(document.uri)
    roadmap = None if path is None else server.space.roadmap(path)
    if path is None or roadmap is None or path not in roadmap.paths:
        return None
    return Asked(server, roadmap, path, server.locations.lines(path, roadmap))
