"""Word documents as paragraphs: headings, numbered lists, tables, notes; no deletions, no hidden text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.findings import Finding, Span, found
from carbonroad.importing.codes import BY_NAME
from carbonroad.importing.foreign.faults import left_out
from carbonroad.importing.texts.docx.inline import Inline
from carbonroad.importing.texts.docx.list_numbers import Numbering, whole
from carbonroad.importing.texts.docx.package import Parts, read_parts
from carbonroad.importing.texts.docx.styles import Styles
from carbonroad.importing.texts.docx.tables import Spot, laid_out
from carbonroad.importing.texts.paragraphs import Paragraph, Text
from carbonroad.importing.texts.pieces import refuse_too_long
from carbonroad.source.text import SourceText

if TYPE_CHECKING:
    from carbonroad.importing.texts.docx.tree import Tree

_WRAPPERS: Final = frozenset(("customXml", "smartTag", "sdtContent"))
_CHANGED: Final = frozenset(("ins", "moveTo"))
_GONE: Final = frozenset(("del", "moveFrom"))
_CONTENTS: Final = lazy_pattern(r"(?:toc|目录|目次) ?(?:[1-9]|heading)", re.IGNORECASE)


def read_docx(data: bytes, name: str) -> Text:
    """Read a Word document.

    Raises:
        CannotRead: It is damaged, protected or larger than what is read.
    """
    parts = read_parts(data, name)
    reader = _Reader(parts, name)
    body = parts.body.child("body")
    if body is not None:
        reader.blocks(body)
    source = SourceText(name, "\n".join(reader.lines))
    return Text(source, tuple(reader.paragraphs), tuple(reader.findings()))


class _Reader:
    """Walks through a document and writes a line for every paragraph."""

    def __init__(self, parts: Parts, name: str) -> None:
        self.name = name
        self.lines: list[str] = []
        self.paragraphs: list[Paragraph] = []
        self._styles = Styles(parts.styles)
        self._numbering = Numbering(parts.numbering)
        self._inline = Inline(self._styles)
        self._left_out = parts.left_out
        self._notes = {
            (kind, one.get("id")): one
            for kind, tree in (("footnote", parts.footnotes), ("endnote", parts.endnotes))
            if tree is not None
            for one in tree.children(kind)
        }
        self._offset = 0
        self._tables = 0

    def blocks(self, tree: Tree, spot: Spot | None = None, kind: str = "") -> None:
        """Read paragraphs and tables that stand one after another."""
        for one in tree:
            if one.name == "AlternateContent":
                self.blocks(self._inline.chosen(one), spot, kind)
            elif one.word:
                self._block(one, spot, kind)

    def _block(self, one: Tree, spot: Spot | None, kind: str) -> None:
        if one.name == "p":
            self._paragraph(one, spot, kind)
        elif one.name == "tbl":
            self._table(one, spot, kind)
        elif one.name in _WRAPPERS or (one.name == "sdt" and not _is_contents(one)):
            self.blocks(one, spot, kind)
        elif one.name in _CHANGED:
            self._inline.changed = True
            self.blocks(one, spot, kind)
        elif one.name in _GONE:
            self._inline.changed = True
        elif one.name == "altChunk":
            self._left_out.append(say("inserted files of other kinds"))

    def _paragraph(self, tree: Tree, spot: Spot | None, kind: str) -> None:
        properties = tree.child("pPr")
        key = (properties.value("pStyle") if properties is not None else None) or self._styles.default
        if _CONTENTS.match(self._styles.name(key)):
            return
        inline = self._inline.read(tree)
        if inline.gone and not inline.texts:
            return
        level, number = self._rank(properties, key)
        for place, text in enumerate(inline.texts):
            self._put(text, number if not place else "", level, spot, kind)
        for box in inline.boxes:
            self.blocks(box, spot, kind)
        for note in inline.notes:
            if (found_ := self._notes.pop(note, None)) is not None:
                self.blocks(found_, None, "note")

    def _rank(self, properties: Tree | None, key: str) -> tuple[int, str]:
        """The heading level and the automatic number of a paragraph."""
        style = self._styles.of(key)
        level, num, depth = style.level, style.num, style.depth
        if properties is not None:
            outline = properties.value("outlineLvl")
            if outline is not None:
                level = whole(outline) + 1 if whole(outline) < 9 else 0
            if (listed := properties.child("numPr")) is not None:
                num = listed.value("numId") or num
                if (at := listed.value("ilvl")) is not None:
                    depth = whole(at)
        if not num or num == "0":
            return level, ""
        if depth < 0:
            depth = self._numbering.level_of_style(num, key)
        return level, self._numbering.next(num, depth)

    def _put(self, text: str, number: str, level: int, spot: Spot | None, kind: str) -> None:
        line = f"{number} {text}" if number else text
        start = self._offset + len(line) - len(text)
        span = Span(self.name, start, start + len(text))
        self.lines.append(line)
        self._offset += len(line) + 1
        refuse_too_long(self.name, len(self.lines), self._offset)
        if spot is not None:
            one = Paragraph(text, span, 0, number, "cell", *spot)
        else:
            own = kind or ("heading" if level else "item" if number else "paragraph")
            one = Paragraph(text, span, 0 if kind else level, number, own)
        self.paragraphs.append(one)

    def _table(self, tree: Tree, outer: Spot | None, kind: str) -> None:
        """Read a table; one within a cell is read as part of that cell."""
        if outer is None:
            self._tables += 1
        number = self._tables
        changed, cells = laid_out(tree, number)
        self._inline.changed |= changed
        for cell, spot in cells:
            self.blocks(cell, outer or spot, kind)

    def findings(self) -> list[Finding]:
        """What was not read, and what was read although few see it."""
        said: list[Finding] = []
        span = Span(self.name, 0, 0)
        if self._inline.changed:
            said.append(
                found(
                    BY_NAME["tracked-changes"],
                    span,
                    say("The text has tracked changes; insertions were read and deletions were not."),
                    help_=say("accept or reject the changes in the document, then import it again"),
                )
            )
        if self._inline.hidden:
            said.append(
                found(
                    BY_NAME["hidden-content"], span, say("The text has hidden passages, which were not read.")
                )
            )
        if self._left_out:
            said.append(left_out(self.name, self._left_out))
        return said


def _is_contents(tree: Tree) -> bool:
    """Whether a block is a table of contents."""
    return any(one.get("val") == "Table of Contents" for one in tree.within("docPartGallery"))
