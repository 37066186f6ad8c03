"""What Word's styles say of a paragraph: heading or not, its list, hidden text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.texts.docx.list_numbers import whole

if TYPE_CHECKING:
    from carbonroad.importing.texts.docx.tree import Tree

_HEADING: Final = lazy_pattern(r"(?:heading|标题|überschrift|titre|título) ?([1-9])", re.IGNORECASE)
_TITLE: Final = frozenset(("title", "标题", "titel", "titre", "文档标题"))
_DEEPEST: Final = 20
_BODY: Final = 9
"""The outline level of body text."""


class Style(NamedTuple):
    """A paragraph's or a run's style, with what it takes from those that it is based on.

    Attributes:
        level: 0 for body text, from 1 on for headings.
        num: The list that it belongs to; "" for none.
        depth: The level in the list; -1 where the style does not say.
        hidden: Whether its text is not shown.
    """

    level: int = 0
    num: str = ""
    depth: int = -1
    hidden: bool = False


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, tree: Tree | None) -> None:
        self._trees: dict[str, Tree] = {}
        self._known: dict[str, Style] = {}
        self.default = ""
        for one in tree.children("style") if tree is not None else ():
            self._trees.setdefault(one.get("styleId"), one)
            if one.get("default") in ("1", "true") and one.get("type") == "paragraph":
                self.default = one.get("styleId")

    def of(self, key: str) -> Style:
        """The style of an id; that of nothing for an unknown one."""
        if key not in self._known:
            self._known[key] = self._style(key)
        return self._known[key]

    def name(self, key: str) -> str:
        """A style's name, in small letters; "" for an unknown one."""
        tree = self._trees.get(key)
        return (tree.value("name") or "").casefold() if tree is not None else ""

    def _style(self, key: str) -> Style:
        level, num, depth, hidden = -1, "", -1, None
        for _ in range(_DEEPEST):
            tree = self._trees.get(key)
            if tree is None:
                break
            name = (tree.value("name") or "").casefold()
            paragraph, run = tree.child("pPr"), tree.child("rPr")
            if level < 0:
                level = _level(name, paragraph)
            if paragraph is not None and (list_ := paragraph.child("numPr")) is not None:
                num = num or list_.value("numId") or ""
                if depth < 0 and (at := list_.value("ilvl")) is not None:
                    depth = whole(at)
            if hidden is None and run is not None and run.child("vanish") is not None:
                hidden = run.on("vanish")
            key = tree.value("basedOn") or ""
        return Style(max(level, 0), num, depth, bool(hidden))


def _level(name: str, paragraph: Tree | None) -> int:
    """The heading level that a style states; -1 where it leaves that to the one it is based on."""
    heading = _HEADING.fullmatch(name)
    if heading:
        return int(heading[1])
    if name in _TITLE:
        return 1
    outline = paragraph.value("outlineLvl") if paragraph is not None else None
    if outline is None:
        return -1
    return whole(outline) + 1 if whole(outline) < _BODY else 0
