"""JSON pointers (RFC 6901) of places in a file."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from carbonroad.source.yaml.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from carbonroad.source.yaml.nodes import Node


def json_pointer(root: Node, start: int, end: int) -> str:
    """Return the pointer of the innermost key or item that holds a range; empty for the whole file.

    Args:
        root: The file's nodes.
        start: Offset of the range's first character.
        end: Offset after its last one.
    """
    steps: list[str] = []
    node: Node | None = None if start == end == 0 else root
    while node is not None:
        step = None
        if isinstance(node, Mapping):
            step, node = _in_mapping(node, start, end)
        elif isinstance(node, Sequence):
            step, node = _in_sequence(node, start, end)
        else:
            break
        if step is not None:
            steps.append(step.replace("~", "~0").replace("/", "~1"))
    return "".join(f"/{step}" for step in steps)


def _in_mapping(node: Mapping, start: int, end: int) -> tuple[str | None, Node | None]:
    index = bisect_right(node.pairs, start, key=_key_start) - 1
    if index < 0:
        return None, None
    key, value = node.pairs[index]
    if end > max(key.end, value.end):
        return None, None
    return key.text, value if value.start <= start else None


def _in_sequence(node: Sequence, start: int, end: int) -> tuple[str | None, Node | None]:
    index = bisect_right(node.items, start, key=_start) - 1
    if index < 0 or end > node.items[index].end:
        return None, None
    return str(index), node.items[index]


def _key_start(pair: tuple[Scalar, Node]) -> int:
    return pair[0].start


def _start(node: Node) -> int:
    return node.start
