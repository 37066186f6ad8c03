"""The columns of one table: what each means, once the user's own words and the other columns are known."""

from collections.abc import Iterator

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import fold
from carbonroad.importing.lists.headers import Meaning, combined, folded, mapped
from carbonroad.importing.lists.headers_find import Header
from carbonroad.importing.options import Options
from carbonroad.importing.sheets.references import letters
from carbonroad.importing.sheets.tables import Cell

_LONGEST = 20
"""Characters that a value has at most, most often; a plan for a year is longer."""
_VALUES = frozenset(("target", "actual", "baseline"))


class Column(NamedTuple):
    """One column of a table.

    Attributes:
        at: Its place, from 0.
        header: As shown in findings.
        meaning: What stands below; its key is empty where nobody knows.
        mapped: Whether the user said so.
    """

    at: int
    header: str
    meaning: Meaning
    mapped: bool = False

    @property
    def key(self) -> str:
        """The meaning's key."""
        return self.meaning.key


def columns_of(header: Header, options: Options) -> tuple[Column, ...]:
    """Return the columns of a table; of two with one meaning that only one can have, the first has it."""
    columns = [_column(index, path, options) for index, path in enumerate(header.paths)]
    return tuple(_settled(_with_years(columns, options.year)))


def is_called(name: str, index: int, path: tuple[str, ...]) -> bool:
    """Return whether `--map` means a column by a name: one of its headers, or its letter."""
    shown = " ".join(" > ".join(path).split())
    names = {folded(text) for text in (*path[-1:], shown, "".join(path))}
    return name.strip().upper() == letters(index + 1) or folded(name) in names


def _with_years(columns: list[Column], year: int) -> list[Column]:
    """Say of years that stand alone whether targets stand below them, by the years that say so."""
    periods = [
        column.meaning for column in columns if column.meaning.period.isdigit() and not column.meaning.bare
    ]
    targets = [int(one.period) for one in periods if one.key == "target"]
    actuals = [int(one.period) for one in periods if one.key == "actual" and not one.base]
    first = min(targets, default=max(actuals, default=(year or 1) - 1) + 1)
    made = []
    for column in columns:
        meaning = column.meaning
        if meaning.bare and not meaning.key:
            meaning = meaning._replace(key="actual" if int(meaning.period) < first else "target")
        made.append(column._replace(meaning=meaning))
    return made


def _column(index: int, path: tuple[str, ...], options: Options) -> Column:
    shown = " ".join(" > ".join(path).split())
    for left, right in options.maps:
        meaning = mapped(right)
        if meaning is not None and is_called(left, index, path):
            return Column(index, shown, meaning, mapped=True)
    return Column(index, shown, combined(path))


def _settled(columns: list[Column]) -> Iterator[Column]:
    """The columns with what depends on the others decided."""
    keys = {column.key for column in columns}
    measured_years = any(column.meaning.period for column in columns)
    measured = bool(keys & {"indicator", "unit"}) or measured_years
    holds_values = bool(keys & _VALUES and (keys & {"unit", "year"} or measured_years))
    taken: set[tuple[str, str]] = set()
    for column in columns:
        meaning = column.meaning
        if meaning.key == "unit-or-body":
            meaning = meaning._replace(key="unit" if measured or keys & _VALUES else "owner")
        elif (
            meaning.key in ("title2", "measure")
            and not keys & {"title", "indicator"}
            and (meaning.key == "title2" or "title2" not in keys)
        ):
            meaning = meaning._replace(key="title")
        elif meaning.key == "indicator" and (holds_values or "title" not in keys):
            meaning = meaning._replace(key="title") if measured or keys & _VALUES else meaning
        elif meaning.key == "title" and "indicator" in keys and holds_values:
            meaning = meaning._replace(key="title2")  # the task that an indicator belongs to
        once = (meaning.key, meaning.period)
        if once in taken and meaning.key not in ("note", "x") and not column.mapped:
            meaning = meaning._replace(key="title2") if meaning.key == "title" else Meaning()
        taken.add(once)
        yield column._replace(meaning=meaning)


def is_measured(columns: tuple[Column, ...], rows: list[tuple[Cell, ...]]) -> bool:
    """Whether the rows of a table are indicators: they have a unit, or years with values below them."""
    keys = {column.key for column in columns}
    years = [column.at for column in columns if column.meaning.period]
    texts = [text for row in rows for index in years if index < len(row) and (text := fold(row[index].text))]
    values = [text for text in texts if len(text) <= _LONGEST and any(sign.isdigit() for sign in text)]
    dated = bool(years) and len(values) * 2 >= len(texts)
    by_unit = "unit" in keys and bool(keys & {*_VALUES, "baseline_year"})
    by_year = "year" in keys and any(column.key in _VALUES and column.meaning.unit for column in columns)
    return "title" in keys and (dated or by_unit or by_year)


def filled(columns: tuple[Column, ...], rows: list[tuple[Cell, ...]]) -> frozenset[int]:
    """Return the columns below whose header anything stands."""
    return frozenset(
        column.at
        for column in columns
        if any(fold(row[column.at].text) for row in rows if column.at < len(row))
    )
