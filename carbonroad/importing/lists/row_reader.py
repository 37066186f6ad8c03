"""The cells of one row of a list, read into the entries of an item."""

from carbonroad.base.texts.free_names import free_name
from carbonroad.base.texts.said import say
from carbonroad.importing.draft import DUTIES, Entries, one_or_all
from carbonroad.importing.ids import slug
from carbonroad.importing.lists.calendars import Spans
from carbonroad.importing.lists.cells import is_empty, unreadable, words_of
from carbonroad.importing.lists.cells_dates import Dated, read_day, read_deadline
from carbonroad.importing.lists.cells_names import read_bodies
from carbonroad.importing.lists.cells_values import read_percent, read_word
from carbonroad.importing.lists.columns import Column
from carbonroad.importing.lists.context import Context, folded_words
from carbonroad.importing.sheets.references import column_in
from carbonroad.importing.sheets.tables import Cell

_SKIPPED = frozenset(("after", "ignore", "number", "title", "industry", "measure", "unit-or-body"))


class RowReader:
    """Reads the cells of one row into an item's entries.

    Attributes:
        context: What all rows share.
        cells: The cells by the keys of their columns, the first of each key.
        columns: The columns that are looked at.
        row: All cells of the row.
        calendar: Columns below which marks stand.
        item: The entries so far.
        notes: What goes into its note.
    """

    def __init__(
        self,
        context: Context,
        cells: dict[str, Cell],
        columns: tuple[Column, ...],
        row: tuple[Cell, ...],
        calendar: Spans,
    ) -> None:
        self.context = context
        self.cells = cells
        self.columns = columns
        self.row = row
        self.calendar = calendar
        self.item: Entries = {}
        self.notes: list[str] = []

    def cell(self, key: str) -> Cell | None:
        """Return the filled cell below a column of this key."""
        cell = self.cells.get(key)
        return cell if cell is not None and not is_empty(cell) else None

    def keep(self, cell: Cell, key: str, header: str = "") -> None:
        """Keep a cell's words in the note, under their header: that of the key, unless it is given."""
        self.notes.append(self.context.labelled(header or self.header(key), words_of(cell)))

    def header(self, key: str) -> str:
        """Return the header of a key's column."""
        return next((column.header for column in self.columns if column.key == key), "")

    def dated(self, key: str, into: str) -> bool:
        """Read a deadline or a day; whether the cell held one."""
        cell = self.cell(key)
        if cell is None:
            return False
        made: Dated = (
            read_deadline(cell, self.context.options.dates, self.context.periods)
            if into == "deadline"
            else read_day(cell, self.context.options.dates)
        )
        self.context.plans.update(made.plans)
        if made.problem is not None:
            self.context.report(cell, made.problem)
            self.keep(cell, key)
        if made.words == "none":
            self.keep(cell, key)
        if made.words:
            self.item[into] = (
                self.context.word(made.words) if made.words in ("none", "not stated") else made.words
            )
        return bool(made.words)

    def duties(self) -> None:
        """Read who owns, leads and supports."""
        found: dict[str, list[str]] = {}
        for role in DUTIES:
            cell = self.cell(role)
            if cell is None:
                continue
            bodies = read_bodies(cell.text)
            for own, names in bodies.names.items():
                for name in names:
                    place = found.setdefault(own or role, [])
                    place += [ident for ident in self.context.bodies.ids_of(name) if ident not in place]
            if bodies.others:
                self.notes.append(self.context.word("others").format(words_of(cell)))
        for role in DUTIES:
            names = found.get(role, [])
            if names:
                self.item[role] = one_or_all(names)

    def status(self) -> None:
        """Read the state, from a column for it or from one of progress in words."""
        for key in ("status", "advance", "progress"):
            cell = self.cell(key)
            if cell is None:
                continue
            word = read_word(words_of(cell), "status")
            percent = read_percent(cell) if key != "status" or "%" in folded_words(cell) else ""
            if word and "status" not in self.item:
                self.item["status"] = word
            elif percent and "progress" not in self.item:
                self.item["progress"] = percent
            else:
                self.keep(cell, key)

    def words(self, key: str, name: str) -> None:
        """Read a word of a fixed list."""
        cell = self.cell(key)
        if cell is None:
            return
        word = read_word(words_of(cell), name)
        if word:
            self.item[key] = word
        else:
            self.context.report(
                cell, unreadable(cell, say("a word of its list"), say("write the word into the draft"))
            )
            self.keep(cell, key)

    def rest(self, taken: frozenset[str]) -> None:
        """Keep what no key of the item holds: notes, sources, and columns that nobody knows."""
        source = self.cell("source")
        cited = self.context.cited(source) if source is not None else ""
        if cited:
            self.item["source"] = cited
        for column in self.columns:
            cell = self.row[column.at] if column.at < len(self.row) else None
            if cell is None or is_empty(cell) or column.key in taken | _SKIPPED:
                continue
            if column.key == "note":
                self.notes.insert(
                    0, "\n".join(" ".join(line.split()) for line in cell.text.strip().split("\n"))
                )
            elif column.key and not column.key.startswith("x-"):
                self.keep(cell, column.key, column.header)
            else:
                self.item[free_name(self.own_key(column, cell), self.item)] = words_of(cell)
        if self.notes:
            joined = self.context.word("join").join(dict.fromkeys(self.notes))
            self.item["note"] = "\n".join(line.strip() for line in joined.split("\n") if line.strip())

    @staticmethod
    def own_key(column: Column, cell: Cell) -> str:
        """Return the `x-` key of a column that nobody knows."""
        if column.key.startswith("x-"):
            return f"x-{slug(column.key[2:])}"
        name = slug(column.header.replace(" > ", "-"))
        return f"x-{name or column_in(cell.reference).lower() or column.at}"
