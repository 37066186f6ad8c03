"""What stands within one paragraph of a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.advances import is_full_width
from carbonroad.importing.foreign.decoding import clean

if TYPE_CHECKING:
    from carbonroad.importing.texts.docx.styles import Styles
    from carbonroad.importing.texts.docx.tree import Tree

_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_INTO: Final = frozenset(
    ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "rubyBase")
)
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_NOTES: Final = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_ENDS: Final = frozenset("。；！？：;:!?.")


class Content(NamedTuple):
    """What a paragraph holds.

    Attributes:
        texts: Its text; more than one where line ends divide whole sentences.
        boxes: Text boxes that are anchored in it.
        notes: Kind and id of the notes it refers to.
        gone: Whether something of it was deleted, as a tracked change.
    """

    texts: list[str]
    boxes: list[Tree]
    notes: list[tuple[str, str]]
    gone: bool


class Inline:
    """Reads paragraphs; keeps in mind whether one had tracked changes or hidden text."""

    def __init__(self, styles: Styles) -> None:
        self.changed = self.hidden = False
        self._styles = styles
        self._parts: list[str] = []
        self._boxes: list[Tree] = []
        self._notes: list[tuple[str, str]] = []
        self._gone = False

    def read(self, paragraph: Tree) -> Content:
        """Read one paragraph."""
        self._parts, self._boxes, self._notes, self._gone = [], [], [], False
        self._walk(paragraph)
        text, _ = clean("".join(self._parts))
        return Content(_divided(text), self._boxes, self._notes, self._gone)

    def chosen(self, alternatives: Tree) -> Tree:
        """Of several ways to say the same, the first; it is the newest."""
        ways = list(alternatives)
        return next((one for one in ways if one.name == "Choice"), ways[0] if ways else alternatives)

    def _walk(self, tree: Tree) -> None:
        for one in tree:
            if one.name == "AlternateContent":
                self._object(self.chosen(one))
            elif one.name in ("oMath", "oMathPara"):
                self._parts += (text.text for text in one.within("t", _MATH))
            elif not one.word:
                continue
            elif one.name == "r":
                self._run(one)
            elif one.name in ("ins", "moveTo"):
                self.changed = True
                self._walk(one)
            elif one.name in ("del", "moveFrom"):
                self.changed = self._gone = True
            elif one.name in _INTO:
                self._walk(one)

    def _run(self, run: Tree) -> None:
        properties = run.child("rPr")
        if properties is not None and self._is_hidden(properties):
            self.hidden = self.hidden or any(one.text.strip() for one in run.children("t"))
            return
        for one in run:
            if one.name == "AlternateContent":
                self._object(self.chosen(one))
            elif one.word:
                self._piece(one)

    def _piece(self, one: Tree) -> None:
        """A piece of a run: text, a sign, a note's mark, a drawing."""
        if one.name == "t":
            self._parts.append(one.text)
        elif one.name in _SIGNS:
            self._parts.append(_SIGNS[one.name])
        elif one.name == "br":
            self._parts.append("" if one.get("type") in ("page", "column") else "\n")
        elif one.name in _NOTES:
            self._notes.append((_NOTES[one.name], one.get("id")))
        elif one.name in ("drawing", "pict", "object"):
            self._object(one)
        elif one.name == "ruby":
            for base in one.children("rubyBase"):
                self._walk(base)

    def _is_hidden(self, properties: Tree) -> bool:
        if properties.child("vanish") is not None:
            return properties.on("vanish")
        style = properties.value("rStyle")
        return style is not None and self._styles.of(style).hidden

    def _object(self, tree: Tree) -> None:
        """Text boxes of a drawing; of those within each other the outer one holds the inner."""
        for one in tree:
            if one.word and one.name == "txbxContent":
                self._boxes.append(one)
            elif one.name == "AlternateContent":
                self._object(self.chosen(one))
            else:
                self._object(one)


def _divided(text: str) -> list[str]:
    """The text's paragraphs: a line end after a whole sentence divides, any other does not."""
    found: list[str] = []
    for line in text.split("\n"):
        words = " ".join(line.split())
        if not words:
            continue
        if not found or found[-1][-1] in _ENDS:
            found.append(words)
        else:
            close = is_full_width(found[-1][-1]) and is_full_width(words[0])
            found[-1] += words if close else f" {words}"
    return found
