"""What the rows of a table are: items, groups over them, subtotals, repeated headers, notes."""

import re
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import fold
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.lists.cells import is_empty, words_of
from carbonroad.importing.lists.columns import Column
from carbonroad.importing.sheets.references import row_in
from carbonroad.importing.sheets.tables import Cell

Kind = Literal["item", "group", "total", "note", "repeat"]
_TOTAL = lazy_pattern(
    r"(?:小计|合计|总计|共计|累计|平均)(?:[:：(（].*)?|(?:sub-?total|total|grand total|sum|average)\b.*",
    re.IGNORECASE,
)
_NOTE = lazy_pattern(
    r"(?:注|备注|说明|附注|填表说明|填报说明|数据来源|资料来源|注释|填报人|填表人|审核人|联系电话|单位负责人)\s*(?:\d+|[一二三四五])?[:：.、]"
    r"|(?:notes?|sources?|remarks?|prepared by|legend|explanation|date)\b\s*\d*[:.]|[*※★●◆]|\d+\. ?注[:：]",
    re.IGNORECASE,
)
_HEADS = (
    (1, re.compile(r"第[一二三四五六七八九十]+[章部分篇]{1,2}[、：: ]?")),
    (2, re.compile(r"[一二三四五六七八九十]{1,3}[、.．:： ]")),
    (3, re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]")),
    (2, re.compile(r"[IVX]{1,5}[.)、:] ?")),
    (2, re.compile(r"[A-Z][.)、:] ")),
    (4, re.compile(r"\d{1,2}(?:[.)、．](?!\d)|(?=[ \u3000]))")),
    (5, re.compile(r"\d{1,2}\.\d{1,2}(?![.\d])[.、 ]?")),
    (6, re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}(?![.\d])[.、 ]?")),
    (6, re.compile(r"[(（]\d{1,2}[)）]|[①-⑳]")),
)
_NUMERALS = lazy_pattern(
    r"[一二三四五六七八九十]{1,3}|[(（][一二三四五六七八九十]{1,3}[)）]|[IVX]{1,5}|[A-Z]"
)


_UNNUMBERED = 9
"""The level of a heading without a number."""


class Heading(NamedTuple):
    """A heading in its parts.

    Attributes:
        level: How deep one with such a number stands: a greater level below a smaller one.
        number: As written, without signs at its ends; empty where it has none.
        text: What follows the number.
    """

    level: int
    number: str
    text: str

    @property
    def numbered(self) -> bool:
        """Whether it begins with a number."""
        return self.level < _UNNUMBERED


class Row(NamedTuple):
    """One row of a table.

    Attributes:
        kind: What it is.
        cells: All of it.
        level: Of a group, how deep it stands: a greater number stands below a smaller one.
        text: Of a group, its title without its number.
        number: Of a group, its number as written.
    """

    kind: Kind
    cells: tuple[Cell, ...]
    level: int = 0
    text: str = ""
    number: str = ""


def rows_of(
    rows: tuple[tuple[Cell, ...], ...], columns: tuple[Column, ...], header: tuple[tuple[str, ...], ...]
) -> list[Row]:
    """Return the rows of a table that hold anything."""
    made: list[Row] = []
    for cells in rows:
        texts = _distinct(cells)
        if not texts:
            continue
        made.append(_row(cells, texts, columns, header))
    return _settled(made, columns)


def _distinct(cells: tuple[Cell, ...]) -> list[Cell]:
    """The cells that hold something, a merged range once."""
    seen: dict[str, Cell] = {}
    for cell in cells:
        if cell.text.strip():
            seen.setdefault(cell.merged or cell.reference, cell)
    return list(seen.values())


def _row(
    cells: tuple[Cell, ...],
    texts: list[Cell],
    columns: tuple[Column, ...],
    header: tuple[tuple[str, ...], ...],
) -> Row:
    first = words_of(texts[0])
    if _repeats(cells, header):
        return Row("repeat", cells)
    named = [
        words_of(cells[one.at])
        for one in columns
        if one.key in ("title", "industry", "measure", "number") and one.at < len(cells)
    ]
    if any(_TOTAL.fullmatch(text) for text in (first, *named)):
        return Row("total", cells)
    if _NOTE.match(first) and len(texts) == 1:
        return Row("note", cells)
    own = {column.at for column in columns if column.key in ("title", "number", "measure", "title2")}
    placed = {index for index, cell in enumerate(cells) if cell.text.strip() and not is_empty(cell)}
    flat = len(texts) == 1
    spread = flat and len(placed) > 1 and not _is_tall(texts[0], cells)
    if spread or (flat and placed <= own | {0}):
        heading = heading_of(first)
        return Row("group", cells, heading.level, heading.text, heading.number)
    if len(texts) == 2 and placed <= own and _NUMERALS.fullmatch(first):
        text = words_of(texts[1])
        return Row("group", cells, 3 if first[0] in "(（" else 2, text, first)
    return Row("item", cells)


def _is_tall(cell: Cell, cells: tuple[Cell, ...]) -> bool:
    """Whether a merged cell begins in another row, so that it heads this row and is not its own."""
    return bool(cell.merged) and row_in(cell.merged) != row_in(cells[0].reference)


def _repeats(cells: tuple[Cell, ...], header: tuple[tuple[str, ...], ...]) -> bool:
    pairs = [
        (cell.text.strip(), path)
        for cell, path in zip(cells, header, strict=False)
        if cell.text.strip() and not _is_tall(cell, cells)
    ]
    return len(pairs) > 1 and all(text in path for text, path in pairs)


def heading_of(text: str) -> Heading:
    """Return a text as a heading, its number apart."""
    for level, pattern in reversed(_HEADS):
        found = pattern.match(text)
        if found is not None and text[found.end() :].strip():
            return Heading(level, found[0].strip(" 、.．:：)"), text[found.end() :].strip())
    return Heading(_UNNUMBERED, "", text)


def _settled(rows: list[Row], columns: tuple[Column, ...]) -> list[Row]:
    """Groups over nothing are items or notes; a numbered row over its own sub-numbers is a group."""
    numbers = next((column.at for column in columns if column.key == "number"), None)
    title = next((column.at for column in columns if column.key == "title"), None)
    made = list(rows)
    for at in range(len(made) - 1, -1, -1):
        row = made[at]
        below = made[at + 1] if at + 1 < len(made) else None
        if row.kind == "group" and (below is None or (below.kind == "note" and not row.number)):
            alone = _in_own_cell(row, title)
            made[at] = row._replace(kind="item" if alone and row.number else "note")
        elif row.kind == "group" and below is not None and _is_item(row, below, title):
            made[at] = row._replace(kind="item")
        elif (
            row.kind == "item"
            and below is not None
            and numbers is not None
            and _heads(row, below, numbers, columns)
        ):
            level = 3 + words_of(row.cells[numbers]).count(".")
            made[at] = row._replace(
                kind="group",
                level=level,
                text=words_of(row.cells[title or 0]),
                number=words_of(row.cells[numbers]),
            )
    return made


def _in_own_cell(row: Row, title: int | None) -> bool:
    return (
        title is not None
        and title < len(row.cells)
        and bool(row.cells[title].text.strip())
        and not row.cells[title].merged
    )


def _is_item(row: Row, below: Row, title: int | None) -> bool:
    """Whether what looks like a group is an item of which only the title is given."""
    if below.kind == "group" and row.level < below.level:
        return False
    plain = row.level == _UNNUMBERED and _in_own_cell(row, title) and (title != 0)
    if below.kind == "group" and row.level == below.level and _in_own_cell(row, title):
        return True
    return (
        plain
        and below.kind == "item"
        and below.cells[title or 0].text.strip() != ""
        and _begins_with_title(below, title)
    )


def _begins_with_title(row: Row, title: int | None) -> bool:
    """Whether nothing stands before a row's title either, so that the row above it does not head it."""
    return not any(cell.text.strip() for cell in row.cells[: title or 0])


def _heads(row: Row, below: Row, numbers: int, columns: tuple[Column, ...]) -> bool:
    """Whether a row's number is the beginning of the next one's, and it says nothing but a title."""
    own = {column.at for column in columns if column.key in ("title", "number", "measure", "industry")}
    placed = {index for index, cell in enumerate(row.cells) if cell.text.strip() and not is_empty(cell)}
    if not placed <= own or below.kind not in ("item", "group") or numbers >= len(below.cells):
        return False
    mine, next_ = fold(row.cells[numbers].text), fold(below.cells[numbers].text)
    return bool(mine) and next_.startswith((f"{mine.rstrip('.')}.", f"{mine}-"))
