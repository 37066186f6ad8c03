"""Web pages as paragraphs: headings, numbered lists, tables; no scripts, styles and navigation."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.foreign.decoding import decode
from carbonroad.importing.texts.html_tokens import tokens
from carbonroad.importing.texts.paragraphs import Text
from carbonroad.importing.texts.pieces import Pieces, refuse_too_long
from carbonroad.source.text import SourceText

if TYPE_CHECKING:
    from carbonroad.importing.texts.html_tokens import Token
    from carbonroad.importing.texts.paragraphs import Paragraph

_CHARSET: Final = lazy_pattern(
    r"<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_-]{2,20})", re.IGNORECASE
)
_ENTITY: Final = lazy_pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_HEADING: Final = lazy_pattern(r"h([1-6])")
_SILENT: Final = frozenset(("nav", "select", "button", "textarea", "canvas", "audio", "video", "footer"))
_BLOCKS: Final = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd",
        "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "form", "h1",
        "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "ol",
        "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "tr", "ul",
    )
)  # fmt: skip
_WIDEST: Final = 1000
"""Columns of a table, and rows that a cell may cover."""


def read_html(data: bytes, name: str) -> Text:
    """Read a web page.

    Raises:
        CannotRead: It is longer than what is read.
    """
    stated = _CHARSET.search(data[:8192].decode("latin-1"))
    decoded = decode(data, name, stated[1] if stated else "")
    refuse_too_long(name, 0, len(decoded.text))
    reader = _Reader(name, decoded.text)
    for token in tokens(decoded.text):
        reader.take(token)
    reader.close()
    return Text(SourceText(name, decoded.text), tuple(reader.paragraphs), decoded.findings)


class _List:
    """A list that is open: its next number, or bullets."""

    def __init__(self, *, ordered: bool, start: int) -> None:
        self.ordered = ordered
        self.next = start

    def number(self) -> str:
        """The number of the next item."""
        if not self.ordered:
            return "•"
        self.next += 1
        return f"{self.next - 1}."


class _Table:
    """A table that is open: where the next cell goes."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.row = self.column = 0
        self.rows = self.columns = 1
        self._below: dict[int, int] = {}

    def new_row(self) -> None:
        """Begin a row."""
        self.row += 1
        self.column, self.columns = 0, 1
        self._below = {column: left - 1 for column, left in self._below.items() if left > 1}

    def new_cell(self, attributes: dict[str, str]) -> None:
        """Begin a cell, right of those that reach down from above."""
        if not self.row:
            self.new_row()
        column = self.column + self.columns if self.column else 1
        while column in self._below and column < _WIDEST:
            column += 1
        self.column = min(column, _WIDEST)
        self.rows, self.columns = _count(attributes.get("rowspan")), _count(attributes.get("colspan"))
        if self.rows > 1:
            last = min(self.column + self.columns, _WIDEST + 1)
            self._below.update(dict.fromkeys(range(self.column, last), self.rows))


def _count(text: str | None) -> int:
    """A small whole number, 1 for anything else."""
    return (
        min(max(int(text), 1), _WIDEST)
        if text and text.isascii() and text.isdecimal() and len(text) < 6
        else 1
    )


class _Reader:
    """Grows paragraphs out of a page's tags and texts."""

    def __init__(self, path: str, source: str) -> None:
        self.paragraphs: list[Paragraph] = []
        self._path = path
        self._source = source
        self._pieces = Pieces()
        self._level = 0
        self._number = ""
        self._lists: list[_List] = []
        self._tables: list[_Table] = []
        self._count = 0
        self._silent = ""
        self._depth = 0

    def take(self, token: Token) -> None:
        """Take in the next piece of the page."""
        if self._silent:
            self._skip(token)
        elif token.kind == "text":
            self._words(token)
        elif token.name in _SILENT:
            if token.kind == "start" and not token.rest.endswith("/"):
                self.close()
                self._silent, self._depth = token.name, 1
        elif token.name in _BLOCKS:
            self.close()
            if token.kind == "start":
                self._open(token)
            else:
                self._end(token.name)

    def _skip(self, token: Token) -> None:
        if token.name == self._silent:
            self._depth += 1 if token.kind == "start" else -1
            if not self._depth:
                self._silent = ""

    def _words(self, token: Token) -> None:
        at = token.start
        for match in _ENTITY.finditer(self._source, token.start, token.end):
            self._pieces.copied(self._source, at, match.start())
            self._pieces.replaced(unescape(match[0]), match.start(), match.end())
            at = match.end()
        self._pieces.copied(self._source, at, token.end)

    def _open(self, token: Token) -> None:
        name = token.name
        if (heading := _HEADING.fullmatch(name)) is not None:
            self._level = int(heading[1])
        elif name in ("ol", "ul"):
            self._lists.append(_List(ordered=name == "ol", start=_count(token.attributes().get("start"))))
        elif name == "li":
            self._number = self._lists[-1].number() if self._lists else "•"
        elif name == "table":
            self._count += not self._tables
            self._tables.append(_Table(self._count))
        elif name == "tr" and len(self._tables) == 1:
            self._tables[0].new_row()
        elif name in ("td", "th") and len(self._tables) == 1:
            self._tables[0].new_cell(token.attributes())

    def _end(self, name: str) -> None:
        if _HEADING.fullmatch(name):
            self._level = 0
        elif name in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif name == "li":
            self._number = ""
        elif name == "table" and self._tables:
            self._tables.pop()

    def close(self) -> None:
        """End the paragraph that is open."""
        if not self._pieces:
            return
        one = self._pieces.paragraph(self._path)
        self._pieces = Pieces()
        number, self._number = self._number, ""
        if self._tables and self._tables[0].column:
            table = self._tables[0]
            one = one._replace(
                number=number,
                kind="cell",
                table=table.number,
                row=table.row,
                column=table.column,
                rows=table.rows,
                columns=table.columns,
            )
        elif self._level:
            one = one._replace(level=self._level, number=number, kind="heading")
        elif number:
            one = one._replace(number=number, kind="item")
        self.paragraphs.append(one)
        refuse_too_long(self._path, len(self.paragraphs), 0)
