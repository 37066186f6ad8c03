"""The headings of a document's Markdown page, and which of them a link to one of its places leads to."""

import unicodedata
from collections.abc import Iterable

from carbonroad.render.markdown.text import heading_text
from carbonroad.views.document import Block, Diagram, Document, Folded, Table

_LETTERS = frozenset(("Nd", "Pc", "Ll", "Lu", "Lt", "Lm", "Lo", "Mn", "Mc", "Me"))
_DISPUTED = frozenset(("Nl", "No"))


class Outline:
    """What a forge makes of a page's headings.

    Attributes:
        headings: (level, words) in order.
        anchors: Anchor of a document's section, row group or row → the address of the heading it stands
            under; empty where forges do not agree on that address.
    """

    def __init__(self, document: Document) -> None:
        self.headings: list[tuple[int, str]] = []
        self.anchors: dict[str, str] = {}
        self._slugs: list[str] = []
        self._seen: dict[str, int] = {}
        self._heading(1, document.title)
        for section in document.sections:
            before = len(self.headings)
            if section.heading:
                self._heading(2, section.heading)
            self._blocks(section.blocks, 3 if section.heading else 2)
            if section.anchor:
                self.anchors[section.anchor] = self._slugs[min(before, len(self._slugs) - 1)]

    def _heading(self, level: int, written: str) -> None:
        words = heading_text(written)
        self.headings.append((level, words))
        slug = slug_of(words)
        count = self._seen.get(slug, -1) + 1
        self._seen[slug] = count
        self._slugs.append("" if not portable(words) else f"{slug}-{count}" if count else slug)

    def _blocks(self, blocks: Iterable[Block], level: int) -> None:
        for block in blocks:
            if isinstance(block, Folded):
                self._heading(level, block.summary)
                self._blocks(block.blocks, level + 1)
            elif isinstance(block, Diagram):
                self._heading(level, block.caption)
            elif isinstance(block, Table):
                self._table(block, level)

    def _table(self, block: Table, level: int) -> None:
        for group in block.groups:
            if group.heading:
                self._heading(level, group.heading)
            for anchor in (group.anchor, *(row.anchor for row in group.rows)):
                if anchor:
                    self.anchors[anchor] = self._slugs[-1]


def slug_of(words: str) -> str:
    """Return the address that GitHub gives to a heading, before it counts equal ones."""
    return "".join(c for c in words.lower() if c in "- " or unicodedata.category(c) in _LETTERS).replace(
        " ", "-"
    )


def portable(words: str) -> bool:
    """Tell whether GitHub and GitLab give a heading one address: GitLab joins dashes and renames numbers."""
    slug = slug_of(words)
    if not slug.strip("-") or "--" in slug or slug.isdigit():
        return False
    return not any(unicodedata.category(c) in _DISPUTED for c in words)
