"""What was not read of a file that has syntax errors: holes in the text, and the nodes they touch."""

from __future__ import annotations

from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.source.misread.quoting import line_start
from carbonroad.source.yaml.nodes import Mapping, Node, PartialMapping, Scalar, Sequence

LOST = "?"
"""Stands in a path for a key that nobody could read."""
ANYWHERE = 1_000_000
"""Further in than any line of a file may stand."""


class Hole(NamedTuple):
    """A region that was not read.

    Attributes:
        start: Its first character.
        end: After its last character.
        path: Keys, and numbers of items, from the root to what was lost; the last may be `LOST`.
        around: Where the item stands that it belongs to; the hole itself where it belongs to none.
    """

    start: int
    end: int
    path: tuple[str, ...]
    around: tuple[int, int]


class Loss(NamedTuple):
    """A region that was blanked out so that the rest can be read.

    Attributes:
        start: Its first character.
        end: After its last character.
        kind: `value` (the key is still there), `item` (the dash is still there), `node` (a placeholder
            stands there), `lines` (nothing is left).
        at: Offset of the key, the dash or the placeholder; for `lines` how far they were indented, and
            `ANYWHERE` if nobody knows.
    """

    start: int
    end: int
    kind: Literal["value", "item", "node", "lines"]
    at: int


def cut_out(text: str, root: Mapping, losses: list[Loss]) -> tuple[Hole, ...]:
    """Take out of the tree what stands for a loss, and mark the maps that something was lost from."""
    walk = _Walk(text, root)
    holes = []
    for loss in losses:
        path = walk.lose(loss)
        first, last = walk.item or (loss.start, loss.end)
        holes.append(Hole(loss.start, loss.end, path, (min(first, loss.start), max(last, loss.end))))
    return tuple(holes)


def part_items(root: Mapping, merged: list[Mapping]) -> tuple[Hole, ...]:
    """Make an item again of each run of keys that begins with the first key of its list's items.

    What the writer meant is not sure, so the items count as not read whole.
    """
    several = {id(node) for node in merged}
    holes: list[Hole] = []
    waiting: list[tuple[Node, tuple[str, ...]]] = [(root, ())]
    while waiting:
        node, path = waiting.pop()
        if isinstance(node, Mapping):
            waiting += ((value, (*path, key.text)) for key, value in node.pairs)
        elif isinstance(node, Sequence):
            waiting += ((item, (*path, str(n))) for n, item in enumerate(node.items))
            if any(id(item) in several for item in node.items):
                node.items[:] = [part for item in node.items for part in _parts(item, several, path, holes)]
    return tuple(holes)


def _parts(item: Node, several: set[int], path: tuple[str, ...], holes: list[Hole]) -> list[Node]:
    if not isinstance(item, Mapping) or id(item) not in several:
        return [item]
    opening = item.pairs[0][0].text
    runs: list[list[tuple[Scalar, Node]]] = []
    for pair in item.pairs:
        if pair[0].text == opening:
            runs.append([])
        runs[-1].append(pair)
    around = item.start, item.end
    holes.append(Hole(*around, (*path, LOST), around))
    return [PartialMapping(run, run[0][0].start, run[-1][1].end, item.flow) for run in runs]


def _drop_empty(chain: list[Node]) -> None:
    """A map of which nothing is left says nothing: it goes too, up to one that still holds something."""
    for above, node in zip(chain[-2::-1], chain[:0:-1], strict=False):
        if not isinstance(node, Mapping) or node.pairs:
            return
        if isinstance(above, Mapping):
            above.pairs[:] = [pair for pair in above.pairs if pair[1] is not node]
            above.__class__ = PartialMapping
        elif isinstance(above, Sequence):
            above.items[:] = [item for item in above.items if item is not node]


class _Walk:
    """Finds the nodes that a loss touches."""

    def __init__(self, text: str, root: Mapping) -> None:
        self.text = text
        self.root = root
        self.item: tuple[int, int] | None = None

    def lose(self, loss: Loss) -> tuple[str, ...]:
        """Take one loss out of the tree; return the path to it."""
        node: Node = self.root
        path: tuple[str, ...] = ()
        self.item = None
        chain: list[Node] = []
        while True:
            chain.append(node)
            if len(path) == 2:
                self.item = node.start, node.end
            if isinstance(node, Mapping):
                child, path = self._in_mapping(node, path, loss)
            elif isinstance(node, Sequence):
                child, path = self._in_sequence(node, path, loss)
            else:
                return path
            if child is None:
                _drop_empty(chain)
                return path
            node = child

    def _in_mapping(
        self, node: Mapping, path: tuple[str, ...], loss: Loss
    ) -> tuple[Node | None, tuple[str, ...]]:
        place = loss.start if loss.kind == "lines" else loss.at
        index = max((n for n, (key, _) in enumerate(node.pairs) if key.start <= place), default=-1)
        if index >= 0 and self._lies_deeper(node, index, loss):
            key, value = node.pairs[index]
            if not isinstance(value, Scalar):
                if loss.at == ANYWHERE:
                    node.__class__ = PartialMapping
                return value, (*path, key.text)
        node.__class__ = PartialMapping
        if index < 0 or loss.kind == "lines":
            self._mark_below(node, index)
            return None, (*path, LOST)
        key, value = node.pairs[index]
        if loss.kind == "value" and key.start != loss.at:
            return None, (*path, LOST)
        if loss.kind in ("value", "node"):
            del node.pairs[index]
        return None, (*path, key.text)

    def _lies_deeper(self, node: Mapping, index: int, loss: Loss) -> bool:
        key, value = node.pairs[index]
        if isinstance(value, Scalar):
            return False
        if loss.kind == "lines":
            return not value.flow and self._column(value) <= loss.at and self._is_deeper(node, value, loss)
        if loss.kind == "value" and key.start == loss.at:
            return False
        return value.start <= loss.at or loss.kind == "item"

    def _is_deeper(self, node: Mapping, value: Node, loss: Loss) -> bool:
        """Lines as far in as the keys belong to the map, unless they are items of a list just below it."""
        if self._column(node) < loss.at:
            return True
        return isinstance(value, Sequence) and self.text.startswith("-", loss.start)

    def _mark_below(self, node: Mapping, index: int) -> None:
        """Lines that fit no map may have belonged to the one above them."""
        while index >= 0:
            below: Node | None = node.pairs[index][1]
            if isinstance(below, Sequence):
                below = below.items[-1] if below.items else None
            if not isinstance(below, Mapping) or below.flow:
                return
            below.__class__ = PartialMapping
            node, index = below, len(below.pairs) - 1

    def _in_sequence(
        self, node: Sequence, path: tuple[str, ...], loss: Loss
    ) -> tuple[Node | None, tuple[str, ...]]:
        items = node.items
        if loss.kind == "item" and (self._column(node) == self._indent(loss.at) or not items):
            return self._lose_item(node, path, loss)
        place = loss.start if loss.kind == "lines" else loss.at
        index = max((n for n, item in enumerate(items) if item.start <= place), default=-1)
        if index < 0 or (loss.kind == "lines" and self._column(node) >= loss.at):
            return None, (*path, LOST)
        item, path = items[index], (*path, str(index))
        if isinstance(item, Scalar):
            if loss.kind == "node" and item.start == loss.at:
                del items[index]
            return None, path
        return item, path

    def _lose_item(self, node: Sequence, path: tuple[str, ...], loss: Loss) -> tuple[None, tuple[str, ...]]:
        index = next((n for n, item in enumerate(node.items) if item.start > loss.at), -1)
        if index < 0:
            return None, (*path, LOST)
        item = node.items[index]
        if isinstance(item, Mapping):
            item.__class__ = PartialMapping
            if len(path) == 1:
                self.item = item.start, item.end
            return None, (*path, str(index), LOST)
        del node.items[index]
        return None, (*path, str(index))

    def _column(self, node: Node) -> int:
        return self._indent(node.start)

    def _indent(self, offset: int) -> int:
        return offset - line_start(self.text, offset)
