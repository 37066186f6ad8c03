"""Tables as CSV (RFC 4180) that a spreadsheet may open: no cell is taken for a formula."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re

Value = str | int | bool | date | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BLANKS = " \xa0\u3000\u200b\u2060\ufeff"
"""What some programs drop at the beginning of a cell before they look at it."""
_NUMBER = lazy_pattern(r"[-+]?[0-9]+(?:[.,][0-9]+)* ?%?")
_ACTING = lazy_pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
"""Control and direction characters: a viewer or a terminal would act on them."""
_QUOTED = frozenset(',"\r\n')


def csv_bytes(headers: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Return a table as UTF-8 with a header line and CRLF line ends.

    Words that a spreadsheet would read as a formula get an apostrophe before them, and so do those that begin
    with one before such a sign, so that taking one off gives the words again; numbers stay numbers.
    """
    lines = [",".join(headers), *(",".join(map(_field, row)) for row in rows)]
    return "".join(f"{line}\r\n" for line in lines).encode()


def shown(text: str) -> str:
    """Return a text in which control and direction characters are visible as their numbers."""
    return text if text.isprintable() else _ACTING.sub(_number, text)


def _number(found: "re.Match[str]") -> str:
    return f"\\u{ord(found[0]):04x}"


def _field(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    text = shown(value)
    if text.lstrip("'").lstrip(_BLANKS).startswith(_FORMULA) and not _NUMBER.fullmatch(text):
        text = f"'{text}"
    if _QUOTED.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'
