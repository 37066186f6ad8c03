"""The cursor, and the maps and lists round it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from carbonroad.base.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Asked = Literal["key", "value", "item", "comment"]

ID_KEYS = ("id", "编号")


class Entry(NamedTuple):
    """A key of a map with its value, or an item of a list: its value, or its id. As far as one line says."""

    key: str
    value: str


class Level(NamedTuple):
    """A map or a list that the cursor stands in.

    Attributes:
        listed: Whether it is a list.
        entries: What it holds, in the order of the text; the key that is being typed is not among them.
        key: Under which of a map's keys the next level or the cursor is; empty where the key is asked for.
        number: In which of a list's entries the cursor is; -1 where it is in a new one.
        column: Where its keys or dashes stand; -1 inside brackets.
    """

    listed: bool
    entries: list[Entry]
    key: str = ""
    number: int = -1
    column: int = -1

    @property
    def flow(self) -> bool:
        """Whether it stands in brackets."""
        return self.column < 0

    def value(self, *keys: str) -> str:
        """Return the value of the first of some keys that is there."""
        return next((entry.value for entry in self.entries if entry.key in keys), "")

    def others(self) -> list[str]:
        """The items of a list but the one with the cursor."""
        return [entry.value for place, entry in enumerate(self.entries) if place != self.number]


class Cursor(NamedTuple):
    """What is asked for at the cursor.

    Attributes:
        asked: A `key` of the last level; the `value` of its key, or an item of it behind the dash; an `item`
            with its dash; or words of a `comment`.
        levels: The maps and lists that it is in, outermost first.
        start: Offset of the word that it is in or behind.
        end: Offset after that word.
        at: Offset of the cursor.
        quote: The quotation mark that opens the word; empty for a plain one.
        fresh: Whether a map may begin here that goes on in the lines below.
        column: Where the word begins on its line.
        keyed: Whether a colon follows the word already.
        tight: Whether a colon or a dash stands directly before it, so that a blank is needed.
    """

    asked: Asked
    levels: tuple[Level, ...]
    start: int
    end: int
    at: int
    quote: str = ""
    fresh: bool = False
    column: int = 0
    keyed: bool = False
    tight: bool = False

    @property
    def flow(self) -> bool:
        """Whether it is in brackets."""
        return bool(self.levels) and self.levels[-1].flow


class Open:
    """A level while lines are read."""

    __slots__ = ("column", "empty", "entries", "ident", "key", "listed")

    def __init__(self, *, listed: bool, column: int, entries: Iterable[Entry] = (), key: str = "") -> None:
        self.listed = listed
        self.column = column
        self.entries: list[Entry] = list(entries)
        self.key = key
        self.ident = ""
        self.empty = True
        """Whether nothing stands behind the last key or dash on its line."""

    def add(self, key: str, value: str) -> None:
        """Take a key with its value."""
        self.entries.append(Entry(key, value))
        self.empty = not value
        if key in ID_KEYS:
            self.ident = value

    def begin(self) -> None:
        """Come to a new item of a list."""
        self.entries.append(Entry("", ""))
        self.empty = True

    def settle(self, value: str) -> None:
        """Give the last item its value, or its id."""
        self.entries[-1] = Entry("", value)
        self.empty = not value

    def frozen(self, number: int | None = None) -> Level:
        """The level as the cursor finds it; what follows below still comes into `entries`."""
        last = len(self.entries) - 1 if number is None else number
        return Level(self.listed, self.entries, self.key, last if self.listed else -1, self.column)
