"""Excel workbooks: openpyxl reads a copy that holds nothing but sheets, texts and number formats."""

from __future__ import annotations

import warnings
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.importing.foreign.decoding import clean
from carbonroad.importing.foreign.faults import CannotRead, damaged, left_out
from carbonroad.importing.foreign.zipped import Package
from carbonroad.importing.sheets.cell_faults import Notes
from carbonroad.importing.sheets.grid import MAX_CELL, Budget, Grid, Raw, build, letters, too_long
from carbonroad.importing.sheets.number_formats import decimal_of, look_of, plain, shown
from carbonroad.importing.sheets.scan import Scan
from carbonroad.importing.sheets.workbook import read_workbook, reduced

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BytesIO

    from carbonroad.findings import Finding
    from carbonroad.importing.sheets.tables import Table

_ESCAPED = lazy_pattern(r"_x([0-9A-Fa-f]{4})_")
_FIRST_DAY = datetime(1900, 3, 1)  # noqa: DTZ001 - spreadsheets know no time zones
"""Before it, serial numbers and days disagree by one, for the sake of a 29 February 1900."""


_MID_1905 = (datetime(1905, 3, 1), datetime(1905, 10, 31))  # noqa: DTZ001
"""What the years 1900 to 2100 become in a cell that is formatted as a date."""


class _Read(NamedTuple):
    """A cell as the library gives it."""

    row: int
    column: int
    value: Any
    kind: str
    format: str


def read_xlsx(data: bytes, name: str) -> tuple[list[Table], list[Finding]]:
    """Read the sheets of a workbook; a sheet that is too large is left out and told of.

    Raises:
        CannotRead: It is damaged, protected or larger than what is read.
    """
    package = Package(data, name)
    workbook = read_workbook(package)
    findings = [left_out(name, workbook.left_out)] if workbook.left_out else []
    sheets, scans, scanned = [], [], Budget()
    for sheet in workbook.sheets:
        try:
            scans.append(Scan(package.chunks(sheet.part), name, f"{name}!{sheet.name}", scanned))
            sheets.append(sheet)
        except CannotRead as error:
            if error.finding.name != "import-limit":
                raise
            findings.append(error.finding)
    if not sheets:
        return [], findings
    workbook = workbook._replace(sheets=tuple(sheets))
    book = _open(reduced(package, workbook), name)
    tables, budget = [], Budget()
    for number, (sheet, scan) in enumerate(zip(sheets, scans, strict=True), 1):
        notes = Notes(f"{name}!{sheet.name}")
        rows = _within(_rows(book, number, scan, name), budget, notes.path)
        try:
            grid = Grid(
                sheet.name,
                notes.path,
                _cells(rows, scan, notes, date1904=workbook.date1904),
                scan.merges,
                sheet.hidden,
                frozenset(scan.hidden_rows),
                tuple(scan.hidden_columns),
            )
            tables.append(build(grid, budget))
        except CannotRead as error:
            if error.finding.name != "import-limit":
                raise
            findings.append(error.finding)
            continue
        findings += notes.findings(tables[-1])
    return tables, findings


def _open(copy: BytesIO, name: str) -> Any:
    """The workbook as the library reads it: values instead of formulas."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return load_workbook(copy, read_only=True, data_only=True, keep_links=False)
        except Exception as error:  # openpyxl raises anything on a damaged file
            raise CannotRead(damaged(name, say("its list of sheets or its texts cannot be read"))) from error


def _rows(book: Any, place: int, scan: Scan, name: str) -> Iterator[list[_Read]]:
    """The cells of a sheet that hold something, row by row, up to the last row with a value."""
    if not scan.height:
        return
    sheet = book[f"sheet{place}"]
    rows = sheet.iter_rows(min_row=1, max_row=scan.height, min_col=1, max_col=scan.width)
    for number in range(1, scan.height + 1):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                cells = next(rows)
                row = [
                    _Read(cell.row, cell.column, cell.value, cell.data_type, cell.number_format)
                    for cell in (cells if number in scan.filled else ())
                    if cell.value is not None
                ]
            except StopIteration:
                return
            except Exception as error:  # openpyxl raises anything on a damaged file
                raise CannotRead(damaged(name, say("cells of a sheet cannot be read"))) from error
        yield row


def _within(rows: Iterator[list[_Read]], budget: Budget, path: str) -> Iterator[list[_Read]]:
    """The same rows, as far as there is room for their texts: cells can share a long one."""
    characters = 0
    for row in rows:
        for one in row:
            if isinstance(one.value, str):
                if len(one.value) > MAX_CELL:
                    raise too_long(path, f"{letters(one.column)}{one.row}", len(one.value))
                characters += len(one.value)
        budget.fits(path, 0, characters, "")
        yield row


def _cells(
    rows: Iterator[list[_Read]], scan: Scan, notes: Notes, *, date1904: bool
) -> dict[int, dict[int, Raw]]:
    """The cells by row and column, and notes on those that cannot be used."""
    found: dict[int, dict[int, Raw]] = {}
    for row in rows:
        cells = {one.column: raw for one in row if (raw := _raw(one, scan, notes, date1904=date1904))}
        if cells:
            found[row[0].row] = cells
    for place in scan.unknown:
        notes.add("unknown", *place)
        found.setdefault(place[0], {})[place[1]] = Raw("", None, formula=True)
    return dict(sorted(found.items()))


def _raw(one: _Read, scan: Scan, notes: Notes, *, date1904: bool) -> Raw | None:
    """One cell, as a person sees it; None where nothing is seen."""
    formula = (one.row, one.column) in scan.formulas
    value, code = one.value, "" if one.format == "General" else one.format
    look = look_of(code)
    if one.kind == "e":
        wrong = look.kind == "date" and not formula
        notes.add("date" if wrong else "error", one.row, one.column, str(value))
        return Raw("", None, formula, code, instead=str(value)[:40])
    if isinstance(value, bool):
        return Raw("TRUE" if value else "FALSE", value, formula, code)
    if isinstance(value, int | float):
        number = decimal_of(repr(value))
        if number is None or look.kind != "date":
            text = repr(value) if number is None else shown(number, look)
            return Raw(text, text if number is None else number, formula, code)
        value = _from_serial(value, date1904=date1904)
    if isinstance(value, date | time | timedelta):
        return _moment(one, value, Raw("", None, formula, code), notes, date1904=date1904)
    if value is None:
        notes.add("date", one.row, one.column)
        return Raw("", None, formula, code, instead=f"{one.value:.15g}")
    return _words(one, Raw("", None, formula, code), notes)


def _words(one: _Read, raw: Raw, notes: Notes) -> Raw | None:
    """A cell of text; None where there is nothing to be seen."""
    text, bad = clean(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(one.value)))
    if bad:
        notes.add("characters", one.row, one.column)
    text = text.strip()
    return raw._replace(text=text, value=text) if text else None


def _from_serial(value: float, *, date1904: bool) -> Any:
    """The date of a number whose format the library does not take for a date's; None where there is none."""
    from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

    try:
        return from_excel(value, MAC_EPOCH if date1904 else WINDOWS_EPOCH)
    except (OverflowError, ValueError):
        return None


def _moment(one: _Read, value: date | time | timedelta, raw: Raw, notes: Notes, *, date1904: bool) -> Raw:
    """A date, a time of day or hours, as exact as its format shows it."""
    look = look_of(raw.format)
    if isinstance(value, timedelta):
        days = decimal_of(repr(value / timedelta(days=1))) or Decimal(0)
        hours = shown(days, look) if look.kind == "duration" else plain(days)
        return raw._replace(text=hours, value=days)
    if isinstance(value, time):
        if look.kind == "date":
            notes.add("date", one.row, one.column)
            return raw._replace(instead="1900-01-00")
        text = value.isoformat("minutes" if not value.second else "seconds")
        return raw._replace(text=text, value=text)
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)  # noqa: DTZ001
    moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0, tzinfo=None)
    if not date1904 and moment < _FIRST_DAY:
        notes.add("date", one.row, one.column)
        return raw._replace(instead=moment.date().isoformat())
    if not date1904 and _MID_1905[0] <= moment <= _MID_1905[1]:
        notes.add("year", one.row, one.column, str((moment - datetime(1899, 12, 30)).days))  # noqa: DTZ001
    clock = moment.time() != time() and look.shows == "time"
    day = moment.date()
    text = {"year": f"{day.year:04}", "month": f"{day:%Y-%m}"}.get(look.shows, day.isoformat())
    if clock:
        text += moment.strftime(" %H:%M" if not moment.second else " %H:%M:%S")
    return raw._replace(text=text, value=moment if clock else day)
