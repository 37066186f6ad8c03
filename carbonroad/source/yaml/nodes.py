"""Located nodes: what YAML text says, with every scalar kept as it was typed."""

from __future__ import annotations

from typing import TypeAlias


class Scalar:
    """One value or key.

    Attributes:
        text: The text as typed, without quotes and with escapes resolved; never converted.
        start: Code points before it, its opening quote included.
        end: Code points before the first character after it.
        style: Empty for plain, else the sign that opens it: one of `'` `"` `|` `>`.
    """

    __slots__ = ("end", "start", "style", "text")

    def __init__(self, text: str, start: int, end: int, style: str = "") -> None:
        self.text = text
        self.start = start
        self.end = end
        self.style = style

    def __repr__(self) -> str:
        return f"Scalar({self.text!r}, {self.start}, {self.end}, {self.style!r})"


class Mapping:
    """Keys and values in the order written; a key that is given twice stands twice.

    `flow` is true for `{}`. `start` is the first key's, or the bracket's.
    """

    __slots__ = ("end", "flow", "pairs", "start")

    def __init__(self, pairs: list[tuple[Scalar, Node]], start: int, end: int, flow: bool) -> None:  # noqa: FBT001
        self.pairs = pairs
        self.start = start
        self.end = end
        self.flow = flow

    def __repr__(self) -> str:
        return f"Mapping({self.pairs!r}, {self.start}, {self.end}, flow={self.flow})"


class PartialMapping(Mapping):
    """A map of which something was not read, so that a key which seems to be missing may have been there."""

    __slots__ = ()


class Sequence:
    """Items in the order written; `flow` is true for `[]`."""

    __slots__ = ("end", "flow", "items", "start")

    def __init__(self, items: list[Node], start: int, end: int, flow: bool) -> None:  # noqa: FBT001
        self.items = items
        self.start = start
        self.end = end
        self.flow = flow

    def __repr__(self) -> str:
        return f"Sequence({self.items!r}, {self.start}, {self.end}, flow={self.flow})"


Node: TypeAlias = Scalar | Mapping | Sequence

MERGE = "<<"
"""The merge key, which is refused wherever it stands."""

NULLS = frozenset(("", "~", "null"))


def is_null(node: Node) -> bool:
    """Whether the writer left the value open: nothing, `~` or `null`, unquoted."""
    return node.__class__ is Scalar and not node.style and node.text in NULLS
