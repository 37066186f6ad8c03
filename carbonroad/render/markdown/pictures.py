"""A document for a place that shows no pictures."""

from collections.abc import Iterable
from dataclasses import replace

from carbonroad.views.document import Block, Document, Figure, Folded, Table


def without_pictures(document: Document) -> Document:
    """Return a document without the figures that a table after them repeats; the others have no file."""
    sections = (replace(one, blocks=_left(one.blocks)) for one in document.sections)
    return replace(document, sections=tuple(sections))


def _left(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    found: list[Block] = []
    for n, block in enumerate(blocks):
        if isinstance(block, Folded):
            found.append(replace(block, blocks=_left(block.blocks)))
        elif not isinstance(block, Figure):
            found.append(block)
        elif not _has_table(blocks[n + 1 :]):
            found.append(replace(block, file="", pages=()))
    return tuple(found)


def _has_table(blocks: Iterable[Block]) -> bool:
    return any(isinstance(b, Table) or (isinstance(b, Folded) and _has_table(b.blocks)) for b in blocks)
