"""What is noticed while nodes are made, for the checks that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carbonroad.findings import Finding
    from carbonroad.source.yaml.nodes import Mapping


class Remarks:
    """What is noticed on the way.

    Attributes:
        findings: Tags, anchors, keys that are no text.
        empties: Pairs whose value is empty: the map and the pair's place in it.
        cut: Where keys and values begin that are not what was written: a comma has cut them.
        merged: Maps of several items, because the dash of all but the first was forgotten.
        goes_on: Whether a second document follows.
        doubled: Maps in which a key stands twice, and whether the map is an item of a list.
        plain: Whether the text was read line by line, so that no quotes and no items are hidden in a text.
    """

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.empties: list[tuple[Mapping, int]] = []
        self.doubled: list[tuple[Mapping, bool]] = []
        self.cut: list[int] = []
        self.merged: list[Mapping] = []
        self.goes_on = False
        self.plain = False
