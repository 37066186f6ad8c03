"""What can be folded: maps, lists, texts of several lines and blocks of comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.editing.answers import Folding
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.source.text import SourceText
    from carbonroad.workspace.roadmap import Roadmap

_Lines = dict[int, int]
"""The last line of what is folded, by its first; both counted from 0."""


def folds(roadmap: Roadmap, path: str) -> tuple[Folding, ...]:
    """Return what can be folded in a file, in the order of its lines; one for each line that begins one.

    What could not be read is folded by how far in its lines stand.
    """
    source = roadmap.source(path)
    if source is None:
        return ()
    lines = [source.line(number) for number in range(1, len(source.line_starts) + 1)]
    blocks: _Lines = {}
    texts: set[int] = set()
    root = roadmap.tree(path)
    for start, end, is_text in [] if root is None else _nodes(root):
        first, last = _lines_of(source, start, end)
        if last > first:
            blocks[first] = max(last, blocks.get(first, 0))
        if is_text:
            texts.update(range(first + 1, last + 1))
    for first, last in _indented(lines):
        if first not in texts:
            blocks.setdefault(first, last)
    comments = {first: last for first, last in _comments(lines) if first not in texts}
    starts = source.line_starts
    found = [Folding(starts[first], starts[last]) for first, last in blocks.items()]
    found += [Folding(starts[first], starts[last], "comment") for first, last in comments.items()]
    return tuple(sorted(found))


def _nodes(root: Node) -> Iterator[tuple[int, int, bool]]:
    """Where each map, list or text begins and ends, its key included, and whether it is a text.

    An aliased one counts where its anchor stands.
    """
    waiting: list[tuple[int, Node]] = [(root.end, root)]
    seen: set[int] = set()
    while waiting:
        start, node = waiting.pop()
        if start <= node.start and id(node) not in seen:
            yield start, node.end, isinstance(node, Scalar)
        if isinstance(node, Scalar) or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Mapping):
            waiting += [(key.start, value) for key, value in node.pairs]
        else:
            waiting += [(item.start, item) for item in node.items]


def _lines_of(source: SourceText, start: int, end: int) -> tuple[int, int]:
    """The first and the last line of a range, blank lines at its end left out."""
    end = start + len(source.text[start:end].rstrip())
    return source.position(start)[0] - 1, source.position(max(start, end - 1))[0] - 1


def _indented(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Each line with the last one below it that stands further in; items may stand as far in as their key."""
    opened: list[tuple[int, int, bool]] = []
    last = 0
    for number, line in enumerate(lines):
        words = line.lstrip(" ")
        if not words.strip() or words.startswith("#"):
            continue
        column, item = len(line) - len(words), words.startswith(("- ", "-\t")) or words.rstrip() == "-"
        while opened and not _goes_on(opened[-1], column, item=item):
            first = opened.pop()[0]
            if last > first:
                yield first, last
        opened.append((number, column, item))
        last = number
    for first, _, _ in opened:
        if last > first:
            yield first, last


def _goes_on(above: tuple[int, int, bool], column: int, *, item: bool) -> bool:
    _, outer, is_item = above
    return column > outer or (column == outer and item and not is_item)


def _comments(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Runs of two or more lines of comment."""
    first = None
    for number, line in enumerate([*lines, ""]):
        if line.lstrip().startswith("#"):
            first = number if first is None else first
        elif first is not None:
            if number - first > 1:
                yield first, number - 1
            first = None
