"""The documents that an editor has open, each as it was last told."""

from collections.abc import Iterator

from lsprotocol import types as lsp

from carbonroad.lsp.addresses import path_of
from carbonroad.lsp.positions import BOM, Lines


class Document:
    """One open document.

    Attributes:
        uri: As the editor writes it.
        path: Where it is, or would be.
        version: As the editor counts.
        text: All of it, a byte order mark included.
        caret: Behind what was typed last, as an offset; None where no single place was typed at.
    """

    __slots__ = ("_encoding", "_lines", "caret", "path", "text", "uri", "version")

    def __init__(self, item: lsp.TextDocumentItem, path: str, encoding: str) -> None:
        self.uri = item.uri
        self.path = path
        self.version = item.version
        self.text = item.text
        self._encoding = encoding
        self.caret: int | None = None
        self._lines: Lines | None = None

    @property
    def lines(self) -> Lines:
        """Its lines, for positions."""
        if self._lines is None:
            self._lines = Lines(self.text, self._encoding)
        return self._lines

    def change(self, change: lsp.TextDocumentContentChangeEvent) -> None:
        """Put another text in place of a range, or of all."""
        if isinstance(change, lsp.TextDocumentContentChangePartial):
            start = self.lines.raw_offset(change.range.start)
            end = max(start, self.lines.raw_offset(change.range.end))
            typed = change.range.start.line == change.range.end.line
            self.caret = start + len(change.text) - self.text.startswith(BOM) if typed else None
            self.text = f"{self.text[:start]}{change.text}{self.text[end:]}"
        else:
            self.text, self.caret = change.text, None
        self._lines = None


class Documents:
    """All open documents, by path."""

    def __init__(self) -> None:
        self._open: dict[str, Document] = {}
        self.encoding = lsp.PositionEncodingKind.Utf16.value

    def __iter__(self) -> Iterator[Document]:
        return iter(list(self._open.values()))

    def get(self, path: str) -> Document | None:
        """Return the document of a path, if it is open."""
        return self._open.get(path)

    def open(self, item: lsp.TextDocumentItem) -> Document | None:
        """Take a document that was opened; None where it is nothing for this program."""
        path = path_of(item.uri)
        if path is None:
            return None
        document = self._open[path] = Document(item, path, self.encoding)
        return document

    def change(self, params: lsp.DidChangeTextDocumentParams) -> Document | None:
        """Change a document; None where it is not open."""
        path = path_of(params.text_document.uri)
        document = None if path is None else self._open.get(path)
        if document is not None:
            for change in params.content_changes:
                document.change(change)
            if len(params.content_changes) != 1:
                document.caret = None
            document.version = params.text_document.version
        return document

    def close(self, uri: str) -> Document | None:
        """Forget a document; None where it was not open."""
        path = path_of(uri)
        return None if path is None else self._open.pop(path, None)
