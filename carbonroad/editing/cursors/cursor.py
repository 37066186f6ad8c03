"""What stands at the cursor, from the text alone: it may be half typed and need not parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.editing.cursors.flow import piece_at
from carbonroad.editing.cursors.levels import ID_KEYS, Asked, Cursor, Level, Open
from carbonroad.editing.cursors.rows import (
    BLOCK_SIGN,
    OPENING,
    Row,
    closing_quote,
    comment_start,
    item_value,
    row_value,
    rows_of,
    width,
)
from carbonroad.editing.cursors.sections import around_of
from carbonroad.editing.text_lines import line_end, line_start

if TYPE_CHECKING:
    from collections.abc import Iterator

_ANCHOR = lazy_pattern(r"[&!][^\s\[\]{},]*[ \t]+")
_BEHIND = lazy_pattern(r"[\]}］｝][^\]}］｝#]*[ \t]#")


def cursors_at(text: str, at: int) -> list[Cursor]:
    """Return what is asked for at an offset, the likelier first; nothing where text goes on.

    Two are possible where a list stands as deep as the key above it.
    """
    return _Reader(text, at).read()


class _Reader:
    """Follows the lines down to the cursor, and on until what is open there has ended."""

    def __init__(self, text: str, at: int) -> None:
        self.text = text
        self.at = at
        self.start = line_start(text, at)
        self.end = line_end(text, at)
        self.open: list[Open] = []

    def read(self) -> list[Cursor]:
        """Return what is asked for."""
        line = self.text[self.start : self.end]
        if line.lstrip()[:1] == "#":
            sign = self.start + line.index("#")
            return [self.comment(sign)] if self.at > sign else []
        around = around_of(self.text, self.start, self.end)
        self.open = around.open
        found = self.found(rows_of(self.text, self.at, around.start, around.end))
        if around.open_list is not None:
            around.open_list.entries += around.later
        return found

    def found(self, rows: Iterator[Row]) -> list[Cursor]:
        """Read line by line; behind the cursor on, so that what follows in its maps and lists is known."""
        found: list[Cursor] | None = None
        for row in rows:
            if found is not None:
                self.take(row)
            elif row.start > self.at:
                found = self.on_blank()
                self.take(row)
            elif row.last < self.at:
                self.take(row)
            else:
                found = self.in_row(row) if row.start >= self.start else self.below(row)
        return self.on_blank() if found is None else found

    def take(self, row: Row) -> None:
        """Open and close levels as a line says."""
        self.dashes(row)
        if row.key is not None:
            self.key(row, row_value(self.text, row))
        elif row.dashes:
            self.open[-1].settle(item_value(self.text, row))

    def dashes(self, row: Row) -> None:
        """Begin the items of a line."""
        for dash in row.dashes:
            self.mark(dash, listed=True)
            self.open[-1].begin()

    def key(self, row: Row, value: str) -> None:
        """Come to a key; an item is known by its id."""
        self.mark(row.column, listed=False)
        level = self.open[-1]
        level.key = row.key or ""
        level.add(level.key, value)
        if level.key in ID_KEYS and len(self.open) > 1 and self.open[-2].listed:
            self.open[-2].settle(value)

    def mark(self, column: int, *, listed: bool) -> None:
        """Come to a dash or a key in a column: a list may stand as deep as the key above it."""
        self.close(column)
        if self.open and self.open[-1].column == column and self.open[-1].listed and not listed:
            self.open.pop()
        last = self.open[-1] if self.open else None
        if last is None or last.column != column or last.listed != listed:
            self.open.append(Open(listed=listed, column=column))

    def close(self, column: int) -> bool:
        """Close what is deeper than a column; tells whether anything was."""
        before = len(self.open)
        while self.open and self.open[-1].column > column:
            self.open.pop()
        return len(self.open) < before

    def levels(self) -> tuple[Level, ...]:
        """The open levels as they are now."""
        return tuple(one.frozen() for one in self.open)

    def on_blank(self) -> list[Cursor]:
        """On a line with nothing on it, the column decides."""
        if self.text[self.start : self.end].strip():
            return []
        return self.here(Cursor("value", (), self.at, self.at, self.at), self.margin(self.at))

    def in_row(self, row: Row) -> list[Cursor]:
        """On a line with something on it."""
        self.dashes(row)
        empty = row.key is None and not self.text[row.content : row.end].strip()
        if self.at < row.content and not (empty and row.dashes):
            return []
        if row.key is not None:
            return self.on_key(row) if self.at <= row.key_end else self.behind_key(row)
        if row.dashes:
            self.open[-1].settle(item_value(self.text, row))
            return self.on_value(row if not empty else row._replace(value=self.at), fresh=True)
        word = self.word(Cursor("value", (), row.content, row.content, self.at), row.content, row.end)
        if not word or word[0].asked == "comment":
            return word
        return self.here(word[0], row.column)

    def behind_key(self, row: Row) -> list[Cursor]:
        """Behind a key and its colon."""
        if {":", "："}.isdisjoint(self.text[row.key_end : self.at]):
            return []
        self.key(row, row_value(self.text, row))
        return self.on_value(row)

    def below(self, row: Row) -> list[Cursor]:
        """In a value that goes on below its line: only brackets have places for words."""
        if self.text[row.value : row.value + 1] not in OPENING:
            return []
        self.take(row)
        return self.on_value(row)

    def on_key(self, row: Row) -> list[Cursor]:
        """In a key that has its colon."""
        self.mark(row.column, listed=False)
        level = self.open[-1]
        level.key = ""
        quoted = self.text[row.content] in "\"'"
        start, end = row.content + quoted, row.key_end - quoted
        if not start <= self.at <= end:
            return []
        quote = self.text[row.content] if quoted else ""
        return [
            Cursor("key", self.levels(), start, end, self.at, quote, column=row.column, keyed=True)
        ]  # fmt: skip

    def on_value(self, row: Row, *, fresh: bool = False) -> list[Cursor]:
        """Behind a colon or a dash."""
        text, start, end = self.text, row.value, row.end
        if anchor := _ANCHOR.match(text, start, end):
            start = anchor.end()
        if start < end and BLOCK_SIGN.match(text, start, end):
            return []
        column = self.margin(min(start, self.at))
        column += fresh and self.text[min(self.at, start) - 1] == "-"  # the blank is still to come
        cursor = Cursor("value", self.levels(), start, start, self.at, fresh=fresh, column=column)
        if start < end and text[start] in OPENING and self.at > start:
            piece = piece_at(text, start, row.last, self.at)
            if piece is not None:
                levels = (*cursor.levels, *piece.levels)
                last = piece.levels[-1]
                asked: Asked = "value" if last.listed or last.key else "key"
                inside = cursor._replace(asked=asked, levels=levels, fresh=False, keyed=piece.keyed)
                return self.word(inside, piece.start, piece.end)
            behind = _BEHIND.search(text, start, self.at)
            return [self.comment(behind.end() - 1)] if behind else []
        return self.word(cursor, start, end)

    def word(self, cursor: Cursor, start: int, end: int) -> list[Cursor]:
        """The word of a value, which begins at `start` and ends before `end`."""
        text, at = self.text, self.at
        sign = text[start : min(start + 1, end)]
        behind = comment_start(text, start, end)
        if behind < end and at > behind:
            return [self.comment(behind)]
        if sign in ('"', "'") and at > start:
            closing = closing_quote(text, start, end)
            if closing and at >= closing:
                return []
            stop = closing - 1 if closing else start + len(text[start:end].rstrip())
            return [cursor._replace(start=start + 1, end=max(stop, at), quote=sign)]
        stop = start + len(text[start:behind].rstrip())
        if at <= start:  # nothing is typed yet of what stands there
            last = stop if stop > start else at
            return [cursor._replace(start=at, end=last, tight=self.tight(at))]
        return [cursor._replace(end=max(stop, at), start=start, tight=self.tight(start))]

    def tight(self, at: int) -> bool:
        """Whether a sign that needs a blank behind it stands directly before."""
        return at > self.start and self.text[at - 1] in ":-"

    def here(self, word: Cursor, column: int) -> list[Cursor]:
        """What may begin in a column, on a line without dash and colon."""
        word = word._replace(column=column)
        closed = self.close(column)
        last = self.open[-1] if self.open else None
        if last is None:
            return [] if closed else [word._replace(asked="key", levels=(Level(False, [], column=column),))]
        if last.column == column:
            return self.beside(word, last)
        if closed or not last.empty:
            return []
        return [word._replace(asked="value", levels=self.levels(), fresh=True)]

    def beside(self, word: Cursor, last: Open) -> list[Cursor]:
        """A key below the keys of a map, an item below the items of a list, or either."""
        levels = self.levels()
        if not last.listed:
            return [word._replace(asked="key", levels=(*levels[:-1], levels[-1]._replace(key="")))]
        item = word._replace(asked="item", levels=(*levels[:-1], last.frozen(number=-1)))
        if len(levels) > 1 and levels[-2].column == last.column:
            outer = (*levels[:-2], levels[-2]._replace(key=""))
            return [word._replace(asked="key", levels=outer), item]
        return [item]

    def margin(self, at: int) -> int:
        """The column of an offset."""
        return width(self.text[line_start(self.text, at) : at])

    def comment(self, start: int) -> Cursor:
        """In a comment that begins at `start`."""
        return Cursor("comment", (), start, self.end, self.at)
