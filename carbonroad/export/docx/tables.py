"""A table of a Word document: its header repeats on every page, its rows do not split.

Written as XML and read at once, because python-docx looks at the whole table for each cell: the thousand rows
of a country's roadmap would take a quarter of a minute.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from carbonroad.base.record import NamedTuple
from carbonroad.export.docx.styles import STRUCK, TABLE, TABLE_HEAD, TABLE_SMALL, TABLE_TEXT
from carbonroad.export.office_text import fitting

if TYPE_CHECKING:
    from docx.document import Document

_TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""


class Words(NamedTuple):
    """What a cell says: its words, and smaller ones in a paragraph of their own below."""

    text: str
    small: str = ""
    struck: bool = False


def add_table(
    document: "Document", heads: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[Words]]
) -> None:
    """Add a table with widths in millimetres at the end of a document."""
    names = (TABLE, TABLE_TEXT, TABLE_HEAD, TABLE_SMALL, STRUCK)
    ids = {name: str(document.styles[name].style_id) for name in names}
    sizes = [round(width * _TWIPS) for width in widths]
    parts = [
        f"<w:tbl {nsdecls('w')}><w:tblPr>",
        f'<w:tblStyle w:val="{ids[TABLE]}"/><w:tblW w:w="{sum(sizes)}" w:type="dxa"/>',
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0"',
        ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>',
        *(f'<w:gridCol w:w="{size}"/>' for size in sizes),
        "</w:tblGrid>",
        _row(sizes, [Words(head) for head in heads], ids, TABLE_HEAD),
        *(_row(sizes, row, ids, TABLE_TEXT) for row in rows),
        "</w:tbl>",
    ]
    body = document.element.body
    body.insert(len(body) - 1, parse_xml("".join(parts)))  # the last element is the page's set-up


def _row(sizes: Sequence[int], said: Sequence[Words], ids: dict[str, str], style: str) -> str:
    repeated = "<w:tblHeader/>" if style == TABLE_HEAD else ""
    cells = [
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr>'
        + _paragraph(words.text, ids[style], ids[STRUCK] if words.struck else "")
        + (_paragraph(words.small, ids[TABLE_SMALL]) if words.small else "")
        + "</w:tc>"
        for size, words in zip(sizes, said, strict=True)
    ]
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def _paragraph(text: str, style: str, character: str = "") -> str:
    form = f'<w:rPr><w:rStyle w:val="{character}"/></w:rPr>' if character else ""
    lines = escape(fitting(text).replace("\t", " ")).split("\n")
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    run = f"<w:r>{form}{words}</w:r>" if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'
