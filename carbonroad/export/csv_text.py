"""Tables as CSV (RFC 4180) that a spreadsheet may open: no cell is taken for a formula."""

from collections.abc import Iterable, Sequence
from datetime import date

Value = str | int | bool | date | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_QUOTED = frozenset(',"\r\n')


def csv_bytes(headers: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Return a table as UTF-8 with a header line and CRLF line ends.

    Words that a spreadsheet would read as a formula get an apostrophe before them; numbers stay numbers.
    """
    lines = [",".join(headers), *(",".join(map(_field, row)) for row in rows)]
    return "".join(f"{line}\r\n" for line in lines).encode()


def _field(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    text = f"'{value}" if value.startswith(_FORMULA) else value
    if _QUOTED.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'
