"""Excel workbooks: openpyxl reads a copy that holds nothing but sheets, texts and number formats."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from carbonroad.base.texts.said import say
from carbonroad.importing.foreign.faults import CannotRead, damaged, left_out
from carbonroad.importing.foreign.zipped import Package
from carbonroad.importing.sheets.cell_faults import CellFaults
from carbonroad.importing.sheets.grid import MAX_CELL, Budget, Grid, build, too_long
from carbonroad.importing.sheets.references import letters
from carbonroad.importing.sheets.scan import Scan
from carbonroad.importing.sheets.workbook import read_workbook, reduced
from carbonroad.importing.sheets.xlsx_cells import CellReader, LibraryCell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BytesIO

    from carbonroad.findings import Finding
    from carbonroad.importing.sheets.tables import Table
    from carbonroad.importing.sheets.workbook import Sheet, Workbook


def read_xlsx(data: bytes, name: str) -> tuple[list[Table], list[Finding]]:
    """Read the sheets of a workbook; a sheet that is too large is left out and told of.

    Raises:
        CannotRead: It is damaged, protected or larger than what is read.
    """
    package = Package(data, name)
    workbook = read_workbook(package)
    findings = [left_out(name, workbook.left_out)] if workbook.left_out else []
    scanned = _scanned(package, workbook, findings)
    if not scanned:
        return [], findings
    workbook = workbook._replace(sheets=tuple(sheet for sheet, _ in scanned))
    book = _open(reduced(package, workbook), name)
    tables: list[Table] = []
    budget = Budget()
    for number, (sheet, scan) in enumerate(scanned, 1):
        path = f"{name}!{sheet.name}"
        faults = CellFaults(path)
        rows = _within(_rows(book, number, scan, name), budget, path)
        with _unless_too_large(findings):
            cells = CellReader(scan, faults, date1904=workbook.date1904).cells(rows)
            hidden_columns = tuple(scan.hidden_columns)
            grid = Grid(
                sheet.name,
                path,
                cells,
                scan.merges,
                sheet.hidden,
                frozenset(scan.hidden_rows),
                hidden_columns,
            )
            tables.append(build(grid, budget))
            findings += faults.findings(tables[-1])
    return tables, findings


def _scanned(package: Package, workbook: Workbook, findings: list[Finding]) -> list[tuple[Sheet, Scan]]:
    """The sheets that are small enough, each with what one look at it has found."""
    found: list[tuple[Sheet, Scan]] = []
    budget = Budget()
    for sheet in workbook.sheets:
        with _unless_too_large(findings):
            path = f"{package.name}!{sheet.name}"
            found.append((sheet, Scan(package.chunks(sheet.part), package.name, path, budget)))
    return found


@contextmanager
def _unless_too_large(findings: list[Finding]) -> Iterator[None]:
    """Tell of a sheet that is larger than what is read; the others are read all the same."""
    try:
        yield
    except CannotRead as error:
        if error.finding.name != "import-limit":
            raise
        findings.append(error.finding)


def _open(copy: BytesIO, name: str) -> Any:
    """The workbook as the library reads it: values instead of formulas."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return load_workbook(copy, read_only=True, data_only=True, keep_links=False)
        except Exception as error:  # openpyxl raises anything on a damaged file
            raise CannotRead(damaged(name, say("its list of sheets or its texts cannot be read"))) from error


def _rows(book: Any, place: int, scan: Scan, name: str) -> Iterator[list[LibraryCell]]:
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
                    LibraryCell(cell.row, cell.column, cell.value, cell.data_type, cell.number_format)
                    for cell in (cells if number in scan.filled else ())
                    if cell.value is not None
                ]
            except StopIteration:
                return
            except Exception as error:  # openpyxl raises anything on a damaged file
                raise CannotRead(damaged(name, say("cells of a sheet cannot be read"))) from error
        yield row


def _within(rows: Iterator[list[LibraryCell]], budget: Budget, path: str) -> Iterator[list[LibraryCell]]:
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
