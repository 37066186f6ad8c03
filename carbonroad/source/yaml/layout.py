"""Where each scalar stands: the answer to "is this sign text, and of which value?"."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.source.misread.quoting import line_start
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar

_DASHES = lazy_pattern(r"[ ]*(?:-[ ]+)*$")


Part = Literal["key", "value", "item", "flow-item", "root"]


class ScalarPlace(NamedTuple):
    """A scalar and what it is of the map or list around it."""

    scalar: Scalar
    part: Part


class Layout:
    """The scalars of a file by offset; built only once something in the text looks doubtful."""

    def __init__(self, text: str, root: Node) -> None:
        self.text = text
        self._root = root
        self._places: list[ScalarPlace] | None = None
        self._starts: list[int] = []

    def at(self, offset: int) -> ScalarPlace | None:
        """The scalar that the character at `offset` belongs to."""
        if self._places is None:
            self._places = sorted(_places(self._root), key=lambda place: place.scalar.start)
            self._starts = [place.scalar.start for place in self._places]
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._places[index].scalar.end:
            return None
        return self._places[index]

    def plain(self, offset: int) -> ScalarPlace | None:
        """The same, if the scalar is neither quoted nor a block."""
        place = self.at(offset)
        return None if place is None or place.scalar.style else place

    def in_comment(self, offset: int) -> bool:
        """Whether a comment began on the line before `offset`."""
        first = line_start(self.text, offset)
        sign = self.text.find("#", first, offset)
        while sign != -1:
            if (sign == first or self.text[sign - 1] in " \t") and self.at(sign) is None:
                return True
            sign = self.text.find("#", sign + 1, offset)
        return False

    def begins_line(self, scalar: Scalar) -> bool:
        """Whether only blanks and dashes stand before the scalar on its line."""
        before = self.text[line_start(self.text, scalar.start) : scalar.start]
        return _DASHES.match(before) is not None


def _places(root: Node) -> list[ScalarPlace]:
    """Every scalar once, also where aliases repeat it."""
    places: list[ScalarPlace] = []
    seen: set[int] = set()
    waiting: list[tuple[Node, Part]] = [(root, "root")]
    while waiting:
        node, part = waiting.pop()
        if isinstance(node, Scalar):
            if node.end > node.start and node.start not in seen:
                seen.add(node.start)
                places.append(ScalarPlace(node, part))
            continue
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Mapping):
            for key, value in node.pairs:
                waiting += ((key, "key"), (value, "value"))
        else:
            waiting.extend((item, "flow-item" if node.flow else "item") for item in node.items)
    return places
