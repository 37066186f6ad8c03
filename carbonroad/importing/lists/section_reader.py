"""The rows of one table, read one after the other into the parts of a draft."""

from carbonroad.base.texts.said import say
from carbonroad.importing.draft import DUTIES, Entries
from carbonroad.importing.ids import cleaned, slug
from carbonroad.importing.lists.assumptions import (
    about_calendar,
    about_number,
    about_years,
    read_decimal_commas,
)
from carbonroad.importing.lists.by_year import put_together, sort_of_value
from carbonroad.importing.lists.cells import Problem, cut, finding_at, is_empty, words_of
from carbonroad.importing.lists.columns import filled
from carbonroad.importing.lists.context import Context
from carbonroad.importing.lists.indicators import indicator
from carbonroad.importing.lists.part import Part
from carbonroad.importing.lists.row_kinds import Row, heading_of
from carbonroad.importing.lists.row_reader import RowReader
from carbonroad.importing.lists.sections import Section
from carbonroad.importing.lists.tasks import task
from carbonroad.importing.lists.times import latest_year
from carbonroad.importing.lists.unknown_columns import about_columns
from carbonroad.importing.sheets.references import row_in
from carbonroad.importing.sheets.tables import Cell
from carbonroad.read.files import RESERVED


class SectionReader:
    """Reads one table, row by row."""

    def __init__(self, section: Section, context: Context, parts: dict[str, Part]) -> None:
        self.section = section
        self.context = context
        self.parts = parts
        self.columns = section.columns
        self.index = {column.key: column.at for column in reversed(section.columns) if column.key}
        self.groups: list[Row] = []
        self.industry = ""
        self.last: tuple[str, Entries] | None = None
        self.split = self._has_lanes()
        self.all_numbered = self._all_numbered()

    def _has_lanes(self) -> bool:
        """Whether the title goes down over rows that a second text tells apart: then it is a lane."""
        first, second = self.index.get("title"), self.index.get("title2")
        if first is None or second is None:
            return False
        items = [row.cells for row in self.section.rows if row.kind == "item"]
        below = [cells for cells in items if not cells[first].text.strip() and cells[second].text.strip()]
        tall = [
            cells
            for cells in items
            if cells[first].merged and cells[second].text.strip() and not cells[second].merged
        ]
        heads = {cells[first].merged for cells in tall}
        return len(tall) > len(heads) or bool(below)

    def _all_numbered(self) -> bool:
        titles = [self._text(row.cells, "title") for row in self.section.rows if row.kind == "item"]
        return all(heading_of(title).numbered for title in titles)

    def read(self) -> None:
        """Read all rows."""
        section = self.section
        top = self.parts[""]
        top.above += section.above
        items = [row.cells for row in section.rows if row.kind == "item"]
        used = filled(self.columns, items)
        self.context.findings += about_columns(section, used)
        about_years(section, used, self.context)
        about_calendar(section, self.context)
        read_decimal_commas(section, self.context)
        for row in section.rows:
            self._row(row)

    def _row(self, row: Row) -> None:
        if row.kind == "group":
            while self.groups and self.groups[-1].level >= row.level:
                self.groups.pop()
            self.groups.append(row)
        elif row.kind == "total":
            first = next(cell for cell in row.cells if cell.text.strip())
            message = say(
                'Row {row}, "{words}", adds up other rows and was left out.',
                row=row_in(first.reference),
                words=cut(first.text),
            )
            help_ = say("nothing is to be done, unless it is an item of its own: then give it another name")
            self.context.report(first, Problem("left-out", message, help_))
        elif row.kind == "note":
            self._part(self.industry).notes.append(
                "  ".join(dict.fromkeys(words_of(cell) for cell in row.cells if cell.text.strip()))
            )
        elif row.kind == "item":
            self._item(row.cells)

    def _item(self, cells: tuple[Cell, ...]) -> None:
        self._industry(cells)
        title, lane = self._titles(cells)
        if not title:
            self._untitled(cells)
            return
        reader = self._reader(cells)
        number, title = self._numbered(cells, title)
        part = self._part(self.industry)
        if lane and self.groups:  # the groups are the lanes; the text over several rows goes with each
            reader.notes.append(self.context.labelled(reader.header("title"), lane))
            lane = ""
        lane_id = self._lane(part, cells, lane)
        family, item = self._family(reader, title)
        if self._continues(cells, family, item):
            return
        title = str(item.pop("title", title))
        entries: Entries = {"title": title, **({"measure": lane_id} if lane_id else {}), **item}
        if (
            self.section.measured
            and "year" in self.index
            and put_together(part.lists["indicators"], entries, self.context.word("join"))
        ):
            return
        made = part.add(family, entries, number, self.groups[-1].number if self.groups else "")
        about_number(self.context, cells, number, (part.numbers.get(number, ""), str(made["id"])))
        after = reader.cell("after")
        if after is not None:
            part.waiting.append((made, after, reader.header("after")))
        self.last = (cells[self.index["title"]].merged if "title" in self.index else "", made)

    def _titles(self, cells: tuple[Cell, ...]) -> tuple[str, str]:
        """The title of a row, and of its lane where titles go down over rows."""
        first, second = self._text(cells, "title"), self._text(cells, "title2")
        if self.split and second:
            return second, first
        return first or second, ""

    def _reader(self, cells: tuple[Cell, ...]) -> RowReader:
        """What reads a row; a second title that became its title is no longer to be kept."""
        is_title = self.split or not self._text(cells, "title")
        return RowReader(
            self.context,
            {key: cells[at] for key, at in self.index.items() if at < len(cells)},
            tuple(column for column in self.columns if not (column.key == "title2" and is_title)),
            cells,
            self.section.calendar,
        )

    def _numbered(self, cells: tuple[Cell, ...], title: str) -> tuple[str, str]:
        """The number of a row and its title; "20 buses" begins with a number only where all titles do."""
        own = self._text(cells, "number")
        heading = heading_of(title)
        loose = title[len(heading.number) :][:1].isspace() and not self.all_numbered
        if own or not heading.numbered or loose:
            return own, title
        return heading.number, heading.text

    def _family(self, reader: RowReader, title: str) -> tuple[str, Entries]:
        """The list that a row belongs to, and its entries; an indicator's title may lose its unit."""
        if self.section.measured or self._has_target(reader):
            title, item = indicator(reader, title)
            return "indicators", {"title": title, **item}
        return task(reader)

    def _has_target(self, reader: RowReader) -> bool:
        """Whether a row of tasks is a target: a value with a unit, until a year."""
        value, unit, deadline = reader.cell("target"), reader.cell("unit"), reader.cell("deadline")
        return (
            value is not None
            and unit is not None
            and deadline is not None
            and bool(latest_year(words_of(deadline), self.context))
        )

    def _continues(self, cells: tuple[Cell, ...], family: str, item: Entries) -> bool:
        """Whether a row only says more bodies of the item above, whose merged title goes down over it."""
        at = self.index.get("title")
        if (
            self.split
            or at is None
            or not cells[at].merged
            or self.last is None
            or self.last[0] != cells[at].merged
        ):
            return False
        above = self.last[1]
        rest = {key for key in item if key not in DUTIES and above.get(key) != item[key]}
        if rest or family == "indicators" or "title2" in self.index:
            return False
        for role in (one for one in DUTIES if one in item):
            names = [*_listed(above.get(role)), *_listed(item[role])]
            above[role] = [str(name) for name in dict.fromkeys(map(str, names))]
        return True

    def _text(self, cells: tuple[Cell, ...], key: str) -> str:
        at = self.index.get(key)
        return "" if at is None or at >= len(cells) or is_empty(cells[at]) else words_of(cells[at])

    def _industry(self, cells: tuple[Cell, ...]) -> None:
        """The industry of a row: its own, else that of the row above, as lists leave it out."""
        own = self._text(cells, "industry")
        if own:
            self.industry = heading_of(own).text
        elif "industry" not in self.index:
            self.industry = self.section.field

    def _part(self, industry: str) -> Part:
        options = self.context.options
        name = options.industry or ("" if options.single else industry)
        if not name or options.single:
            return self.parts[""]
        ident = slug(name)
        if not ident or ident.lower() in {*RESERVED, "carbonroad"}:
            ident = f"industry-{ident or len(self.parts)}"
        if ident not in self.parts:
            self.parts[ident] = Part(name)
        return self.parts[ident]

    def _lane(self, part: Part, cells: tuple[Cell, ...], lane: str) -> str:
        own = self._text(cells, "measure") if "title" in self.index else ""
        if self.section.measured and sort_of_value(own):
            own = ""
        titles = [group.text for group in self.groups] + [
            heading_of(text).text for text in (own, lane) if text
        ]
        if self.context.options.single and self.industry:
            titles.insert(0, self.industry)
        titles = list(dict.fromkeys(titles))
        if not titles:
            return ""
        number = (
            self.groups[-1].number
            if self.groups and not (own or lane) and not self.context.options.single
            else ""
        )
        return part.lane(
            tuple(titles), f"m{cleaned(number)}" if cleaned(number) else "", self.context.word("colon")
        )

    def _untitled(self, cells: tuple[Cell, ...]) -> None:
        first = next(cell for cell in cells if cell.text.strip())
        words = " | ".join(dict.fromkeys(words_of(cell) for cell in cells if not is_empty(cell)))
        if not words:
            return
        message = say('Row {row} has no title: "{words}".', row=row_in(first.reference), words=cut(words))
        help_ = say("give it a title in the list; its words are kept in the note")
        self.context.findings.append(finding_at(first, Problem("row-without-title", message, help_)))
        self._part(self.industry).notes.append(words)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value] if value else []
