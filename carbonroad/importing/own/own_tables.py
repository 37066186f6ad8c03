"""The tables that this program writes: known by their headers, their cells by column and language."""

from collections.abc import Iterator
from functools import cache

from carbonroad.base.record import NamedTuple
from carbonroad.importing.draft import Value
from carbonroad.importing.ids import slug
from carbonroad.importing.lists.cells import words_of
from carbonroad.importing.sheets.tables import Cell, Table, Tables
from carbonroad.read.columns.column import Column, Sheet
from carbonroad.read.columns.tables import TABLES
from carbonroad.read.columns.words import WORDS
from carbonroad.read.vocabulary.words import ENUMERATIONS

_FIRST = 12
"""Rows in which the header of an exported table may begin: prose stands above that of the first sheet."""
_FEWEST = 3
"""Columns that a table needs to be known by its headers; the first sheet has two, and words of its own."""


class OwnTable(NamedTuple):
    """A table of an export.

    Attributes:
        sheet: Which it is.
        rows: Its rows.
    """

    sheet: Sheet
    rows: "tuple[OwnRow, ...]"


class OwnRow(NamedTuple):
    """One row: its cells by column and language, and those of columns that someone added."""

    cells: dict[tuple[str, str], Cell]
    added: dict[str, Cell]
    chinese: bool

    def text(self, key: str, tag: str = "") -> str:
        """Return the words of a cell, line ends kept; empty where there is none."""
        cell = self.cells.get((key, tag))
        return "" if cell is None else cell.text.strip()

    def value(self, key: str) -> Value:
        """Return a text in all its languages: one string, or a map of tags."""
        main = self.text(key)
        tagged = {
            tag: words for (name, tag) in self.cells if name == key and tag and (words := self.text(key, tag))
        }
        if not tagged:
            return main
        if main in tagged.values():
            return dict[str, Value](tagged)
        return {"": main, **tagged} if main else dict[str, Value](tagged)

    def listed(self, key: str) -> list[str]:
        """Return the names or references in a cell."""
        return split(self.text(key), chinese=self.chinese)

    def word(self, key: str, name: str) -> str:
        """Return the program's word for the word of a fixed list."""
        return _words(name).get(self.text(key), "")


@cache
def _words(name: str) -> dict[str, str]:
    if name in WORDS:
        return {spelling: word for word, spellings in WORDS[name].items() for spelling in spellings}
    return ENUMERATIONS[name].by_word


def split(text: str, *, chinese: bool) -> list[str]:
    """Return the parts of a cell as an export joins them."""
    sign = ("；" if "；" in text else "、") if chinese else ";"
    return [part.strip() for part in text.split(sign) if part.strip()]


def own_tables(tables: Tables) -> dict[str, OwnTable]:
    """Return the exported tables of a file, by their keys."""
    found: dict[str, OwnTable] = {}
    for table in tables.tables:
        made = _own(table)
        if made is not None:
            found.setdefault(made.sheet.key, made)
    return found


def _own(table: Table) -> OwnTable | None:
    for at, row in enumerate(table.rows[:_FIRST]):
        texts = [words_of(cell) for cell in row]
        for chinese in (False, True):
            for sheet in TABLES:
                if _fits(sheet, texts, chinese=chinese):
                    heads = [_head(sheet, text, chinese=chinese) for text in texts]
                    return OwnTable(sheet, tuple(_rows(table.rows[at + 1 :], heads, texts, chinese=chinese)))
    return None


def _fits(sheet: Sheet, texts: list[str], *, chinese: bool) -> bool:
    needed = {column.header(chinese=chinese) for column in sheet.columns if not column.rare}
    there = {text for text in texts if text}
    return needed <= there and (
        len(needed) >= _FEWEST
        or there - needed <= {f"{one} [{tag}]" for one in needed for tag in _tags(there)}
    )


def _tags(texts: set[str]) -> set[str]:
    return {text.rpartition(" [")[2].removesuffix("]") for text in texts if text.endswith("]")}


def _head(sheet: Sheet, text: str, *, chinese: bool) -> tuple[Column, str] | None:
    name, bracket, tag = text.rpartition(" [")
    for column in sheet.columns:
        header = column.header(chinese=chinese)
        if header == text:
            return column, ""
        if bracket and tag.endswith("]") and header == name:
            return column, tag[:-1]
    return None


def _rows(
    rows: tuple[tuple[Cell, ...], ...],
    heads: list[tuple[Column, str] | None],
    texts: list[str],
    *,
    chinese: bool,
) -> Iterator[OwnRow]:
    for row in rows:
        if not any(cell.text.strip() for cell in row):
            if heads and heads[0] is not None and heads[0][0].key == "key":
                return  # below the first sheet's rows stands a list of the sheets
            continue
        cells = {
            (head[0].key, head[1]): cell for head, cell in zip(heads, row, strict=False) if head is not None
        }
        added = {
            f"x-{slug(text)}": cell
            for head, text, cell in zip(heads, texts, row, strict=False)
            if head is None and text and slug(text) and cell.text.strip()
        }
        yield OwnRow(cells, added, chinese)
