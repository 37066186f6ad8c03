"""Steps through a text beside its nodes, and what stands between them: comments, blank lines, anchors."""

import re

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.source.yaml.nodes import Node, Scalar

_NEXT_LINE = lazy_pattern(r"[ ]*\n[ ]*(?=[^\s#])")
_REST = lazy_pattern(r"[ \t]*(#[^\n]*)?")
_NAME = lazy_pattern(r"[&*][^\s,\[\]{}]+")
_SUPPRESSION = lazy_pattern(r"#+[ \t\u3000]*carbon[-_ ]?road", re.IGNORECASE)


class StopFormatting(Exception):  # noqa: N818 - control flow inside this folder, never seen outside
    """A way of writing that is valid and that this folder does not know how to lay out."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class Note(NamedTuple):
    """A comment on a line of its own; with no text, blank lines.

    Attributes:
        text: From its `#` on.
        column: Blanks before it.
    """

    text: str
    column: int

    @property
    def suppresses(self) -> bool:
        """Whether it is for the line that follows, and so may not part from it."""
        return is_suppression(self.text)


BLANK = Note("", 0)


class Gap(NamedTuple):
    """What stands between two parts of the text.

    Attributes:
        after: The comment at the end of the line that the gap begins on.
        notes: What stands on lines of its own; runs of blank lines count as one.
        broken: Whether a line ends in it.
    """

    after: str
    notes: list[Note]
    broken: bool


class Cursor:
    """A place in the text.

    Attributes:
        text: With `\\n` as its only line end.
        keys: The language that keys are to be written in; empty for as they are.
        fixed: The maps whose keys stay as they are.
        at: The place.
        gap: What the last value was followed by, as far as nobody has taken it.
        names: How many anchors and aliases were passed.
    """  # noqa: D301 - the sign, not the line end

    __slots__ = ("at", "fixed", "gap", "keys", "names", "text")

    def __init__(self, text: str, keys: str = "", fixed: frozenset[int] = frozenset()) -> None:
        self.text = text
        self.keys = keys
        self.fixed = fixed
        self.at = 0
        self.gap = Gap("", [], broken=False)
        self.names = 0

    @property
    def sign(self) -> str:
        """The character here; empty at the end."""
        return self.text[self.at : self.at + 1]

    @property
    def column(self) -> int:
        """Characters before this place on its line; -1 at the end of the text."""
        if self.at >= len(self.text):
            return -1
        return self.at - self.text.rfind("\n", 0, self.at) - 1

    def scan(self) -> Gap:
        """Step over blanks and comments to what follows."""
        text = self.text
        quick = _NEXT_LINE.match(text, self.at)
        if quick is not None:
            self.at = quick.end()
            return Gap("", [], broken=True)
        rest = _REST.match(text, self.at)
        assert rest is not None  # noqa: S101 - it matches nothing, too
        self.at = rest.end()
        after = (rest[1] or "").rstrip()
        notes: list[Note] = []
        broken = False
        while text.startswith("\n", self.at):
            broken = True
            first = self.at + 1
            rest = _REST.match(text, first)
            assert rest is not None  # noqa: S101 - as above
            self.at = rest.end()
            if rest[1]:
                notes.append(Note(rest[1].rstrip(), rest.start(1) - first))
            elif text.startswith("\n", self.at) and not (notes and notes[-1] is BLANK):
                notes.append(BLANK)
        return Gap(after, notes, broken)

    def line_of(self, key: Scalar, value: Node, names: dict[str, str]) -> str:
        """Step over a key with a value on one line and to the next; empty where it is not so plain.

        Most lines are. It does at once what the other steps do one by one.
        """
        text = self.text
        if value.__class__ is not Scalar or key.style or text[key.end : value.start] != ": ":
            return ""
        written = text[value.start : value.end]
        behind = _NEXT_LINE.match(text, value.end)
        if self.at != key.start or behind is None or not written or written[0] in "&*|>" or "\n" in written:
            return ""
        self.at = behind.end()
        self.gap = Gap("", [], broken=True)
        return f"{names.get(key.text) or text[key.start : key.end]}: {written}"

    def expect(self, sign: str) -> None:
        """Step over one sign.

        Raises:
            StopFormatting: Something else stands here.
        """
        if not self.text.startswith(sign, self.at):
            raise StopFormatting(self.at)
        self.at += len(sign)

    def name(self) -> str:
        """Step over an anchor or alias and return it."""
        match = _NAME.match(self.text, self.at)
        if match is None:
            raise StopFormatting(self.at)
        self.at = match.end()
        self.names += 1
        return match[0]

    def written(self, node: Scalar) -> str:
        """Step over a plain or quoted text and return it as written."""
        start = self.at
        if not start <= node.end or not (node.style or node.end > start):
            raise StopFormatting(start)
        self.at = node.end
        return self.text[start : node.end]


def is_empty(node: Node) -> bool:
    """Whether nothing is written."""
    return isinstance(node, Scalar) and not node.text and not node.style


def is_suppression(text: str) -> bool:
    """Whether a comment seems to be one that the checks obey."""
    return _SUPPRESSION.match(text) is not None
