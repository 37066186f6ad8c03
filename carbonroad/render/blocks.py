"""The blocks of a document: all of them, and without those that show a picture."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from carbonroad.views.document import Block, Document, Figure, Folded, Table


def all_blocks(document: Document) -> Iterator[Block]:
    """Yield the blocks of a document in order, a folded one before what is folded away in it."""
    for section in document.sections:
        yield from _unfolded(section.blocks)


def _unfolded(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Folded):
            yield from _unfolded(block.blocks)


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
    return any(isinstance(block, Table) for block in _unfolded(blocks))
