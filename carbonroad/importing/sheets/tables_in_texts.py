"""Tables that stand in a text, such as a Word document or a web page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.importing.sheets.grid import Budget, Grid, Merge, Raw, build

if TYPE_CHECKING:
    from carbonroad.importing.sheets.tables import Table
    from carbonroad.importing.texts.paragraphs import Paragraph, Text


def tables_of(text: Text, name: str) -> tuple[Table, ...]:
    """The tables of a text; each has the heading above it as its name, else its number.

    Raises:
        CannotRead: They hold more cells than are read.
    """
    rows: dict[int, dict[int, dict[int, str]]] = {}
    merges: dict[int, list[Merge]] = {}
    names: dict[int, str] = {}
    heading = ""
    for one in text.paragraphs:
        if one.table is None:
            heading = one.text if one.level or one.text.startswith(("表", "Table ")) else heading
            continue
        names.setdefault(one.table, heading[:60])
        cells = rows.setdefault(one.table, {}).setdefault(one.row, {})
        cells[one.column] = f"{cells[one.column]}\n{_words(one)}" if one.column in cells else _words(one)
        if one.columns > 1 or one.rows > 1:
            merge = Merge(one.row, one.column, one.row + one.rows - 1, one.column + one.columns - 1)
            known = merges.setdefault(one.table, [])
            if merge not in known[-1:]:  # a cell's paragraphs stand one after another
                known.append(merge)
    budget = Budget()
    return tuple(
        build(
            Grid(
                names[number] or f"{number}",
                f"{name}!{number}",
                {
                    row: {column: Raw(words, words) for column, words in cells.items()}
                    for row, cells in sorted(grid.items())
                },
                merges.get(number, []),
            ),
            budget,
        )
        for number, grid in rows.items()
    )


def _words(one: Paragraph) -> str:
    return f"{one.number} {one.text}" if one.number and one.number != "•" else one.text
