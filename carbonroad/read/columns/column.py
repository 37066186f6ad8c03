"""What a column and a table are."""

from typing import Literal

from carbonroad.base.record import NamedTuple

Kind = Literal[
    "id",  # a qualified id
    "text",  # words in the roadmap's languages
    "line",  # words in no particular language
    "words",  # a deadline, value, duration or baseline in the author's own words
    "names",  # bodies
    "refs",  # ids, qualified
    "date",
    "dates",  # a date; of what recurs, such as 2026: 2026-12-20; 2027: 2027-12-18
    "number",
    "percent",  # 40 for 40 %
    "whole",
    "word",  # of a fixed list, see `Column.words`
    "url",
    "fields",  # names of other columns of the row
]


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        key: Its name in the program: where it is not computed, the format's own key.
        english: Its English header.
        chinese: Its Chinese header.
        kind: What its cells hold.
        computed: Whether it only repeats or follows from other cells: `import` leaves it aside.
        words: Of a fixed list, its name in `read/vocabulary/words.py` or `read/columns/words.py`.
        rare: Left out of a table where no row has a value.
    """

    key: str
    english: str
    chinese: str
    kind: Kind = "line"
    computed: bool = False
    words: str = ""
    rare: bool = False

    def header(self, *, chinese: bool, tag: str = "") -> str:
        """Return the header; with a tag, that of the column for a further language."""
        name = self.chinese if chinese else self.english
        return f"{name} [{tag}]" if tag else name


class Sheet(NamedTuple):
    """A table: a sheet of a workbook, a CSV file.

    Attributes:
        key: As `export --table` names it, and the name of its CSV file.
        english: The English name of its sheet.
        chinese: The Chinese one.
        columns: Left to right.
        computed: Whether all of it follows from other tables.
    """

    key: str
    english: str
    chinese: str
    columns: tuple[Column, ...]
    computed: bool = False

    def name(self, *, chinese: bool) -> str:
        """Return the name of the sheet."""
        return self.chinese if chinese else self.english
