"""The paragraphs of a text: docx, html, md, txt."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.findings import Finding, Span
from carbonroad.source.text import SourceText

if TYPE_CHECKING:
    from carbonroad.importing.foreign.look import Kind


class Paragraph(NamedTuple):
    """One paragraph.

    Attributes:
        text: Without markup, blanks at its ends, line ends and its automatic number.
        span: Where it stands in the source.
        level: 0 for body text, from 1 on for a heading by style or markup.
        number: The automatic number of its list as printed: `（一）`, `3.2`, `•`; typed ones stay in `text`.
        kind: `heading`, `paragraph`, `item` (of a list), `cell` (of a table), `note` (at the foot).
        table: The number of its table in the file, from 1; None outside tables.
        row: The row of its table, from 1.
        column: The first column that its cell covers, from 1.
        rows: How many rows its cell covers.
        columns: How many columns its cell covers.
        pieces: Pairs of an offset in `text` and of the one in the source where the text goes on.
    """

    text: str
    span: Span
    level: int = 0
    number: str = ""
    kind: str = "paragraph"
    table: int | None = None
    row: int = 0
    column: int = 0
    rows: int = 1
    columns: int = 1
    pieces: tuple[tuple[int, int], ...] = ()

    def place(self, start: int, end: int) -> Span:
        """Where a part of the text stands in the source, by offsets in `text`."""
        if not self.pieces:
            last = min(self.span.start + end, self.span.end)
            return Span(self.span.path, min(self.span.start + start, last), last)
        last = min(self.in_source(max(start, end - 1)) + (end > start), self.span.end)
        return Span(self.span.path, min(self.in_source(start), last), last)

    def in_source(self, offset: int) -> int:
        """Where the character at an offset in `text` stands in the source."""
        at = bisect_right(self.pieces, (offset, 1 << 60)) - 1
        text, source = self.pieces[max(at, 0)]
        return source + offset - text


class Text(NamedTuple):
    """A text.

    Attributes:
        source: docx: a line a paragraph, with its number; html, md and txt: the file itself.
        paragraphs: In reading order, none of them empty.
        findings: What was found on the way; an error and no paragraph where the file could not be read.
    """

    source: SourceText
    paragraphs: tuple[Paragraph, ...]
    findings: tuple[Finding, ...] = ()


def read_paragraphs(data: bytes, name: str, kind: Kind) -> Text:
    """Read the paragraphs of a text.

    Args:
        data: Its bytes.
        name: As the user named it.
        kind: What `look` said: docx, html, md, txt.
    """
    from carbonroad.importing.foreign.faults import CannotRead
    from carbonroad.importing.foreign.look import Kind

    try:
        if kind is Kind.docx:
            from carbonroad.importing.texts.docx.document import read_docx

            return read_docx(data, name)
        if kind is Kind.html:
            from carbonroad.importing.texts.html_text import read_html

            return read_html(data, name)
        from carbonroad.importing.foreign.decoding import decode

        decoded = decode(data, name)
        source = SourceText(name, decoded.text)
        if kind is Kind.md:
            from carbonroad.importing.texts.markdown_text import read_markdown

            return Text(source, read_markdown(source), decoded.findings)
        from carbonroad.importing.texts.plain_text import read_plain

        return Text(source, read_plain(source), decoded.findings)
    except CannotRead as error:
        return Text(SourceText(name, ""), (), (error.finding,))
