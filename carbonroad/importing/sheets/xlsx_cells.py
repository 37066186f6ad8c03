"""Cells of a workbook as a person sees them: numbers by their formats, days as exact as they are shown."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.foreign.decoding import clean
from carbonroad.importing.sheets.grid import Raw
from carbonroad.importing.sheets.number_formats import decimal_of, parse_format, plain, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carbonroad.importing.sheets.cell_faults import CellFaults
    from carbonroad.importing.sheets.number_formats import NumberFormat
    from carbonroad.importing.sheets.scan import Scan

_ESCAPED = lazy_pattern(r"_x([0-9A-Fa-f]{4})_")
_FIRST_DAY = datetime(1900, 3, 1)  # noqa: DTZ001 - spreadsheets know no time zones
"""Before it, serial numbers and days disagree by one, for the sake of a 29 February 1900."""
_MID_1905 = (datetime(1905, 3, 1), datetime(1905, 10, 31))  # noqa: DTZ001
"""What the years 1900 to 2100 become in a cell that is formatted as a date."""
_DAY_NOUGHT = datetime(1899, 12, 30)  # noqa: DTZ001


class LibraryCell(NamedTuple):
    """A cell as the library gives it: its value, the kind of the value, and its number format."""

    row: int
    column: int
    value: Any
    kind: str
    format: str


class CellReader:
    """Reads the cells of one sheet.

    Args:
        scan: What the first look at the sheet has found.
        faults: Takes those that cannot be used.
        date1904: Whether days are counted from 1904.
    """

    def __init__(self, scan: Scan, faults: CellFaults, *, date1904: bool) -> None:
        self._scan = scan
        self._faults = faults
        self._date1904 = date1904

    def cells(self, rows: Iterable[list[LibraryCell]]) -> dict[int, dict[int, Raw]]:
        """Return the cells in which anything is seen, by row and column."""
        found: dict[int, dict[int, Raw]] = {}
        for row in rows:
            cells = {one.column: raw for one in row if (raw := self._raw(one))}
            if cells:
                found[row[0].row] = cells
        for place in self._scan.unknown:
            self._faults.add("unknown", *place)
            found.setdefault(place[0], {})[place[1]] = Raw("", None, formula=True)
        return dict(sorted(found.items()))

    def _raw(self, one: LibraryCell) -> Raw | None:
        """One cell; None where nothing is seen."""
        formula = (one.row, one.column) in self._scan.formulas
        value, code = one.value, "" if one.format == "General" else one.format
        kind = parse_format(code).kind
        if one.kind == "e":
            wrong = kind == "date" and not formula
            self._faults.add("date" if wrong else "error", one.row, one.column, str(value))
            return Raw("", None, formula, code, instead=str(value)[:40])
        if isinstance(value, bool):
            return Raw("TRUE" if value else "FALSE", value, formula, code)
        if isinstance(value, int | float):
            number = decimal_of(repr(value))
            if number is None or kind != "date":
                text = repr(value) if number is None else shown(number, parse_format(code))
                return Raw(text, text if number is None else number, formula, code)
            value = self._from_serial(value)
        if isinstance(value, date | time | timedelta):
            return self._moment(one, value, Raw("", None, formula, code))
        if value is None:
            self._faults.add("date", one.row, one.column)
            return Raw("", None, formula, code, instead=f"{one.value:.15g}")
        return self._words(one, Raw("", None, formula, code))

    def _words(self, one: LibraryCell, raw: Raw) -> Raw | None:
        """A cell of text; None where there is nothing to be seen."""
        text, bad = clean(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(one.value)))
        if bad:
            self._faults.add("characters", one.row, one.column)
        text = text.strip()
        return raw._replace(text=text, value=text) if text else None

    def _from_serial(self, value: float) -> Any:
        """The date of a number whose format the library does not take for a date's; None for none."""
        from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

        try:
            return from_excel(value, MAC_EPOCH if self._date1904 else WINDOWS_EPOCH)
        except (OverflowError, ValueError):
            return None

    def _moment(self, one: LibraryCell, value: date | time | timedelta, raw: Raw) -> Raw:
        """A date, a time of day or hours, as exact as its format shows it."""
        look = parse_format(raw.format)
        if isinstance(value, timedelta):
            days = decimal_of(repr(value / timedelta(days=1))) or Decimal(0)
            hours = shown(days, look) if look.kind == "duration" else plain(days)
            return raw._replace(text=hours, value=days)
        if isinstance(value, time):
            if look.kind == "date":
                self._faults.add("date", one.row, one.column)
                return raw._replace(instead="1900-01-00")
            text = value.isoformat("minutes" if not value.second else "seconds")
            return raw._replace(text=text, value=text)
        moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)  # noqa: DTZ001
        moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0, tzinfo=None)
        if not self._date1904 and moment < _FIRST_DAY:
            self._faults.add("date", one.row, one.column)
            return raw._replace(instead=moment.date().isoformat())
        if not self._date1904 and _MID_1905[0] <= moment <= _MID_1905[1]:
            self._faults.add("year", one.row, one.column, str((moment - _DAY_NOUGHT).days))
        return _shown_day(moment, look, raw)


def _shown_day(moment: datetime, look: NumberFormat, raw: Raw) -> Raw:
    """A day, its month or its year alone, or the day with a time."""
    clock = moment.time() != time() and look.shows == "time"
    day = moment.date()
    text = {"year": f"{day.year:04}", "month": f"{day:%Y-%m}"}.get(look.shows, day.isoformat())
    if clock:
        text += moment.strftime(" %H:%M" if not moment.second else " %H:%M:%S")
    return raw._replace(text=text, value=moment if clock else day)
