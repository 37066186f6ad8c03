"""The cursor inside brackets: which of them are open, and what they hold."""

from __future__ import annotations

from carbonroad.base.record import NamedTuple
from carbonroad.editing.cursors.levels import Entry, Level, Open
from carbonroad.editing.cursors.rows import CLOSING, OPENING, closing_quote, known_keys, unquoted
from carbonroad.editing.text_lines import line_end

_MAPS = "{｛"


class Piece(NamedTuple):
    """What stands between two signs of a flow collection, with the cursor in it.

    Attributes:
        levels: The open brackets, outermost first.
        start: Offset of its first character that is no blank, or of the cursor.
        end: Offset after its last.
        keyed: Whether a colon follows it: it is a key.
    """

    levels: tuple[Level, ...]
    start: int
    end: int
    keyed: bool


def piece_at(text: str, start: int, stop: int, at: int) -> Piece | None:
    """Return what is at the cursor in the brackets that begin at `start`; None where it is not in them."""
    return _Flow(text, stop, at).read(start)


class _Flow:
    def __init__(self, text: str, stop: int, at: int) -> None:
        self.text = text
        self.stop = stop
        self.at = at
        self.open: list[Open] = []
        self.found: Piece | None = None
        self.begin = 0
        """Where the piece that is read began."""

    def read(self, start: int) -> Piece | None:
        """Read to the closing bracket, or as far as the value may go."""
        text, at = self.text, start
        while at < self.stop:
            sign = text[at]
            if (sign in OPENING and not text[self.begin : at].strip()) or not self.open:
                self.push(listed=sign not in _MAPS, at=at)
            elif sign in CLOSING:
                self.piece(at)
                self.pop()
                self.begin = at + 1
                if not self.open:
                    return self.found
            elif sign in ",，":
                self.piece(at)
                self.next(at)
            elif sign in ":：" and self.is_colon(at):
                self.key(at)
            elif sign in "\"'" and not text[self.begin : at].strip():
                at = self.quote(at)
                continue
            elif sign == "#" and text[at - 1] in " \t\r\n":
                at = self.comment(at)
                continue
            at += 1
        self.piece(self.stop)
        return self.found

    def push(self, *, listed: bool, at: int) -> None:
        """A bracket opens."""
        if self.open and self.open[-1].listed:
            self.open[-1].begin()
        self.open.append(Open(listed=listed, column=-1))
        self.begin = at + 1

    def pop(self) -> None:
        """A bracket closes; an item with an id is known by it."""
        closed = self.open.pop()
        if self.open and self.open[-1].listed and closed.ident:
            self.open[-1].settle(closed.ident)

    def piece(self, end: int, *, keyed: bool = False) -> None:
        """A piece ends: it is noted in the map or list, and is what is asked for if the cursor is in it."""
        raw = self.text[self.begin : end]
        words = raw.strip()
        if self.found is None and self.begin <= self.at <= end:
            self.take(raw, keyed=keyed)
        level = self.open[-1]
        if level.listed:
            if words:
                level.entries.append(Entry("", words))
        elif not keyed and (level.key or words):
            here = self.begin <= self.at <= end and not level.key
            if not here:
                level.add(level.key or words, words if level.key else "")

    def take(self, raw: str, *, keyed: bool) -> None:
        """Keep what is at the cursor."""
        start = self.begin + len(raw) - len(raw.lstrip())
        end = start + len(raw.strip())
        if not raw.strip() or self.at < start:
            start, end = self.at, max(self.at, end if raw.strip() else self.at)
        end = max(end, self.at)
        here = self.open[-1]
        number = len(here.entries) if here.listed and raw.strip() else -1
        levels = (*(one.frozen() for one in self.open[:-1]), here.frozen(number=number))
        self.found = Piece(levels, start, end, keyed)

    def next(self, at: int) -> None:
        """Behind a comma something new begins."""
        self.open[-1].key = ""
        self.begin = at + 1

    def is_colon(self, at: int) -> bool:
        """Whether a colon ends a key."""
        level = self.open[-1]
        name = self.text[self.begin : at].strip()
        if level.listed or level.key or not name:
            return False
        follows = self.text[at + 1 : at + 2]
        return (
            self.text[at] == ":" and (follows in " \t\r\n,]}" or name[0] in "\"'")
        ) or name in known_keys()

    def key(self, at: int) -> None:
        """A key is complete."""
        level = self.open[-1]
        name = self.text[self.begin : at].strip()
        self.piece(at, keyed=True)
        level.key = unquoted(name)
        self.begin = at + 1

    def quote(self, at: int) -> int:
        """Return the offset after some text in quotes; on a line without the second, the line's end."""
        stop = min(line_end(self.text, at), self.stop)
        return closing_quote(self.text, at, stop) or stop

    def comment(self, at: int) -> int:
        """Return the offset after a comment, which is no part of what stands before it."""
        end = min(line_end(self.text, at), self.stop)
        if not self.text[self.begin : at].strip():
            self.begin = end
        return end
