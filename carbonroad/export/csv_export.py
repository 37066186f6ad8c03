"""Tables as CSV that Excel opens: UTF-8 with a byte order mark, one file a table."""

from datetime import date

from carbonroad.base.values.numbers import number_text
from carbonroad.export.csv_text import Value, csv_bytes
from carbonroad.export.format import Exported
from carbonroad.export.tables.cells import Dated, Number
from carbonroad.export.tables.rows import Flat, Table, tables

_BOM = b"\xef\xbb\xbf"
_DIGITS = {"year": 4, "month": 7, "day": 10}


def write(exported: Exported) -> dict[str, bytes]:
    """Return a file for each table that has rows, or for each that is asked for."""
    return {f"{table.sheet.key}.csv": table_csv(table) for table in tables(exported)}


def table_csv(table: Table) -> bytes:
    """Return a table; days are ISO, numbers are plain, percentages are numbers with `%` as their unit."""
    rows = (tuple(_value(cell) for cell in row) for row in table.rows)
    return _BOM + csv_bytes([head.text for head in table.heads], rows)


def _value(cell: Flat) -> Value:
    if isinstance(cell, Number):
        return number_text(cell.value)
    if isinstance(cell, Dated):
        return cell.day.isoformat()[: _DIGITS[cell.size]]
    if cell is None or isinstance(cell, str | int | date):
        return cell
    raise TypeError(f"no cell: {cell!r}")
