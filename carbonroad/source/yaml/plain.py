"""Plain YAML, read line by line: the same nodes as libyaml's in a third of the time, or none at all.

Most files hold nothing but `key: value`, items that begin with a dash, brackets that close on their line,
quotes without escapes, folded texts of one paragraph, and comments. Whatever else YAML knows, and whatever
looks wrong, is left to YAML's own parser, for the whole file: it gives the nodes, and the finding. So this
reader refuses wherever it is not sure.
"""

from __future__ import annotations

from sys import intern  # the same few keys stand in every map: each is kept once
from typing import TYPE_CHECKING, Any, TypeAlias

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.source import limits
from carbonroad.source.misread.remarks import Remarks
from carbonroad.source.yaml.nodes import Mapping, Scalar, Sequence
from carbonroad.source.yaml.plain_flow import KEY, PLAIN_FIRST, QUOTED, read_flow

if TYPE_CHECKING:
    from carbonroad.source.yaml.nodes import Node

# One line: indentation, dash, key, colon; then its value (plain text, quotes, brackets, or a block of lines
# below, with how far in that stands); the rest. All is possessive: each sign is looked at once.
_LINE = lazy_pattern(
    rf"([ ]*+)(-[ ]++)?+{KEY}("
    rf"{PLAIN_FIRST}[^\n:#]*+(?:(?::(?=\S)|(?<![ ])#)[^\n:#]*+)*+"
    rf"|{QUOTED}"
    r"|[\[{][^\n#]*+(?:(?<![ ])#[^\n#]*+)*+"
    r"|[|>]-?+\n(?=([ ]++))(?:\6[^ \n][^\n]*+\n)++\n*+(?!\6|[ ]*+\n)"
    r")?+((?(6)|[ ]*+(?:(?<![^ \n])#[^\n]*+)?+\n))|([\s\S]++)"
)
_NO_PLAIN = frozenset("\"'[{|>")  # what else a value may begin with
_DEEPEST = 24
_PIECE = 1 << 17
"""Characters whose lines are matched at once, so that a large file needs little memory."""


# A map or a list that may go on below: how far in it stands, itself, the pairs of a map, the items of a list,
# and the keys of a map (None for a list). A bare tuple, because there are as many as maps.
_Open: TypeAlias = tuple[int, Any, list[tuple[Scalar, "Node"]], list["Node"], set[str] | None]


def read_plain(text: str) -> tuple[Mapping, Remarks] | None:
    """Read a text that holds nothing but plain lines; None for any other.

    Args:
        text: Without characters that no text should hold (`characters.check` finds none).
    """
    if not text.endswith("\n") or "\t" in text or "\r" in text:
        return None
    if 2 * text.count(":") + text.count(",") + text.count("-") + text.count("[") > limits.MAX_NODES:
        return None
    reader = _Reader()
    start = 0
    while start < len(text):
        end = _end_of_piece(text, start + _PIECE)
        if not reader.take(_LINE.findall(text, start, end), start):
            return None
        start = end
    return reader.finish()


def _end_of_piece(text: str, after: int) -> int:
    """Where a line begins that is not indented, so that no block of text is cut."""
    end = text.find("\n", after)
    while end != -1 and text[end + 1 : end + 2] in (" ", "\n"):
        end = text.find("\n", end + 1)
    return end + 1 or len(text)


class _Reader:
    """Makes nodes of lines.

    Attributes:
        open: What may go on below, the outermost first.
        pending: The key whose value begins on a line below, and the offset behind its colon.
        remarks: What is noticed.
    """

    def __init__(self) -> None:
        self.open: list[_Open] = []
        self.pending: tuple[Scalar, int] | None = None
        self.remarks = Remarks()
        self.remarks.plain = True

    def take(self, lines: list[tuple[str, ...]], at: int) -> bool:  # noqa: C901, PLR0912 - for speed
        """Add lines, the first of which begins at an offset; False where one of them is not plain."""
        # One piece: every line of every file passes through this loop; a call for each would double its time.
        here = column = -1  # how far in stand the map that a key alone belongs to, and the last map or list
        goes_on = -1  # where a line would begin that goes on with the text above it
        names: set[str] | None = None
        pairs: list[tuple[Scalar, Node]] = []
        items: list[Node] = []
        value: Node | None
        for indent, dash, word, colon, written, margin, rest, other in lines:
            inner, line = len(indent), at
            first = line + inner + len(dash)
            key_end = first + len(word)
            begin = key_end + len(colon)
            at = begin + len(written) + len(rest)
            if not word and not dash:
                if not written and not other:
                    continue  # blank, or a comment
                if line != goes_on or inner <= column or not written or written[0] in _NO_PLAIN:
                    return False
                _go_on(items if names is None else pairs, written, begin)
                goes_on = at if rest == "\n" else -1
                continue
            if inner < here and not dash:  # back to a map that is still open, most often
                while self.open[-1][0] > inner:
                    self._close()
                column, _, pairs, items, names = self.open[-1]
                here = -1 if names is None else column
            if dash or inner != here:
                if not self._place(inner, line + inner, first, dash=bool(dash), key=bool(word)):
                    return False
                column, _, pairs, items, names = self.open[-1]
                here = -1 if names is None else column
            if not written:
                if names is None or not word:
                    return False
                names.add(word)
                self.pending = Scalar(intern(word), first, key_end), key_end + 1
                here = -1
                continue
            if written[0] not in _NO_PLAIN:
                if rest == "\n":
                    goes_on = at
                text = written if written[-1] != " " else written.rstrip(" ")
                value = Scalar(text, begin, begin + len(text))
            else:
                value = self._value(written, begin, column, len(margin), word)
                if value is None:
                    return False
            if names is None:
                items.append(value)
            else:
                names.add(word)
                pairs.append((Scalar(intern(word), first, key_end), value))
        return True

    def _value(self, written: str, begin: int, column: int, margin: int, word: str) -> Node | None:
        """What is in quotes or brackets, or a block of lines; None where it is not plain."""
        sign = written[0]
        if sign in "[{":
            return read_flow(written, begin, self.remarks, item=not word)
        if margin:
            text = _block_text(written, margin)
            return Scalar(text, begin, begin + len(written), sign) if margin > column else None
        if len(written) == 2 and word:
            self.remarks.empties.append((self.open[-1][1], len(self.open[-1][2])))
        return Scalar(written[1:-1], begin, begin + len(written), sign)

    def _place(self, column: int, start: int, first: int, *, dash: bool, key: bool) -> bool:
        """Open and close maps and lists, so that the last open one is what a line belongs to."""
        opened = self.open
        if self.pending is not None and not self._begin_value(
            *self.pending, column, start, dash=dash, key=key
        ):
            return False
        if not opened and not dash and column == 0:
            self._push(0, Mapping([], start, start, flow=False))
        while opened and opened[-1][0] > column:
            self._close()
        if opened and not dash and opened[-1][4] is None:
            self._close()  # a list as far in as the key above it
        if not opened or opened[-1][0] != column or (opened[-1][4] is None) != dash:
            return False
        if dash and key:
            node = Mapping([], first, first, flow=False)
            opened[-1][3].append(node)
            self._push(column + first - start, node)
        return len(opened) <= _DEEPEST

    def _begin_value(  # the key and the offset behind its colon; the line
        self, word: Scalar, colon_end: int, column: int, start: int, *, dash: bool, key: bool
    ) -> bool:
        """Begin the value of a key on a line below it; it is empty where the line is not its own."""
        self.pending = None
        node: Node
        outer, owner, pairs, _, _ = self.open[-1]
        if dash and column >= outer:
            node = Sequence([], start, start, flow=False)
            self._push(column, node)
        elif column > outer:
            if not key:
                return False
            node = Mapping([], start, start, flow=False)
            self._push(column, node)
        else:
            node = Scalar("", colon_end, colon_end)
            self.remarks.empties.append((owner, len(pairs)))
        pairs.append((word, node))
        return True

    def _push(self, column: int, node: Mapping | Sequence) -> None:
        if isinstance(node, Mapping):
            self.open.append((column, node, node.pairs, [], set()))
        else:
            self.open.append((column, node, [], node.items, None))

    def _close(self) -> None:
        _, node, pairs, items, names = self.open.pop()
        if names is None:
            node.end = items[-1].end
            return
        node.end = pairs[-1][1].end
        if len(names) != len(pairs):
            self.remarks.doubled.append((node, bool(self.open) and self.open[-1][4] is None))

    def finish(self) -> tuple[Mapping, Remarks] | None:
        """Close what is open; None where there was nothing."""
        if not self.open:
            return None
        if self.pending is not None:
            self._begin_value(*self.pending, -1, 0, dash=False, key=False)
        root = self.open[0][1]
        while self.open:
            self._close()
        return (root, self.remarks) if isinstance(root, Mapping) else None


def _go_on(entries: list[Any], plain: str, begin: int) -> None:
    """Add a line to the plain text that is the last value of a map or a list."""
    last = entries[-1]
    scalar = last[1] if isinstance(last, tuple) else last
    plain = plain.rstrip(" ")
    scalar.text = f"{scalar.text} {plain}"
    scalar.end = begin + len(plain)


def _block_text(block: str, margin: int) -> str:
    """The text of a block, its sign and lines, folded for `>`."""
    sign, *lines = block.rstrip("\n").split("\n")
    text = (" " if sign[0] == ">" else "\n").join([line[margin:] for line in lines])
    return text if sign[-1] == "-" else text + "\n"
