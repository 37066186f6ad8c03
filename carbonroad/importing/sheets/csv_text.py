"""CSV and text with tabs as tables: encodings, separators, quotes; every cell keeps its place in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say, say_count
from carbonroad.findings import Span, found
from carbonroad.importing.codes import BY_NAME
from carbonroad.importing.foreign.decoding import clean, decode
from carbonroad.importing.sheets.cell_faults import CellFaults
from carbonroad.importing.sheets.grid import MAX_CELL, MAX_COLUMNS, Budget, too_long, too_many_cells
from carbonroad.importing.sheets.references import letters
from carbonroad.importing.sheets.tables import Cell, Table
from carbonroad.source.text import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.findings import Finding

_SEPARATORS: Final = (",", ";", "\t", "|")
_SAMPLE: Final = 20
"""Lines that the separator is judged by."""
_STATED: Final = lazy_pattern(r'"?sep=(.)"?(?:\r\n|\n|\r)', re.IGNORECASE)
_QUOTED: Final = lazy_pattern(r'"((?:[^"]|"")*+)"')
_LINE_END: Final = lazy_pattern(r"\r\n|\n|\r")
_NEUTRALISED: Final = lazy_pattern("''*+[ \xa0\u3000\u200b\u2060\ufeff]*+[=+\\-@\t\r\n＝＋－＠]")
"""An apostrophe that an export put before what a spreadsheet would take for a formula."""


class _Field(NamedTuple):
    """One field: its text, and where it stands in the file."""

    text: str
    start: int
    end: int


def read_csv(data: bytes, name: str) -> tuple[Table, list[Finding]]:
    """Read a file of separated values.

    Raises:
        CannotRead: It has more cells than are read.
    """
    decoded = decode(data, name)
    source = SourceText(name, decoded.text)
    findings = list(decoded.findings)
    stated = _STATED.match(decoded.text)
    start = stated.end() if stated else 0
    separator = stated[1] if stated else separator_of(decoded.text)
    reader = _Reader(decoded.text, separator, start)
    records = _records(reader, [[]] if stated else [], name)
    width = max((_filled(record) for record in records), default=0)
    _refuse_too_large(records, width, len(decoded.text), name)
    faults = CellFaults(name)
    rows = tuple(
        tuple(_cells(record, number, width, name, faults)) if _filled(record) else ()
        for number, record in enumerate(records, 1)
    )
    table = Table(name.rpartition("/")[2], source, rows)
    if reader.unclosed >= 0:
        findings.append(_unclosed(name, reader.unclosed))
    findings += [*faults.findings(table), *_uneven(records, name)]
    return table, findings


def _records(reader: _Reader, above: list[list[_Field]], name: str) -> list[list[_Field]]:
    """Those above (a line that states the separator), and all up to the last that holds something."""
    records = above
    budget = Budget()
    for record in reader.records():
        records.append(record)
        if len(records) & 0xFF == 0:  # so that a file of nothing but separators ends early
            budget.take(name, sum(map(len, records[-256:])), 0, f"{letters(len(record))}{len(records)}")
    while records and not _filled(records[-1]):
        records.pop()
    return records


def _refuse_too_large(records: list[list[_Field]], width: int, characters: int, name: str) -> None:
    """Refuse a table that is larger than what is read, and a cell that no spreadsheet could hold.

    Raises:
        CannotRead: There is such.
    """
    last = f"{letters(width)}{len(records)}"
    if width > MAX_COLUMNS:
        raise too_many_cells(name, last)
    Budget().take(name, sum(1 for one in records if one) * width, characters, last)
    for number, record in enumerate(records, 1):
        for column, field in enumerate(record, 1):
            if len(field.text) > MAX_CELL:
                raise too_long(name, f"{letters(column)}{number}", len(field.text))


def separator_of(text: str) -> str:
    """The sign that divides the fields of the first lines most evenly; a comma where none does."""
    best, most = ",", (0, 0)
    for sign in _SEPARATORS:
        counts = [max(len(one) - 1, 0) for one in _first_records(text, sign)]
        filled = [count for count in counts if count]
        if filled:
            common = max(set(filled), key=lambda count: (filled.count(count), count))
            weight = (filled.count(common) * 2 + (sign == "\t"), common)
            if weight > most:
                best, most = sign, weight
    return best


def _first_records(text: str, sign: str) -> list[list[_Field]]:
    found: list[list[_Field]] = []
    for record in _Reader(text[:100_000], sign, 0).records():
        found.append(record)
        if len(found) >= _SAMPLE:
            break
    return found


class _Reader:
    """Divides a text into records; `unclosed` is where a quotation mark never ends, or -1."""

    def __init__(self, text: str, separator: str, start: int) -> None:
        self.unclosed = -1
        self._text = text
        self._separator = separator
        self._start = start
        self._end_of_field = lazy_pattern(f"[{_escaped(separator)}\r\n]")

    def records(self) -> Iterator[list[_Field]]:
        """Each record's fields; an empty line is a record without any."""
        text, at = self._text, self._start
        record: list[_Field] = []
        while at < len(text):
            field, at = self._field(at)
            record.append(field)
            if text.startswith(self._separator, at):
                at += 1
                if at == len(text):
                    record.append(_Field("", at, at))
                continue
            line_end = _LINE_END.match(text, at)
            at = line_end.end() if line_end else len(text)
            yield record if len(record) > 1 or record[0].end > record[0].start else []
            record = []
        if record:
            yield record

    def _field(self, at: int) -> tuple[_Field, int]:
        text = self._text
        if text.startswith('"', at) and self.unclosed < 0:
            quoted = _QUOTED.match(text, at)
            if quoted is None:
                self.unclosed = at
            else:
                return self._after_quotes(quoted[1].replace('""', '"'), at, quoted.end())
        stop = self._end_of_field.search(text, at)
        end = stop.start() if stop else len(text)
        return _Field(text[at:end], at, end), end

    def _after_quotes(self, inner: str, start: int, end: int) -> tuple[_Field, int]:
        """A field in quotes, with what stands between its end and the separator."""
        stop = self._end_of_field.search(self._text, end)
        rest_end = stop.start() if stop else len(self._text)
        rest = self._text[end:rest_end]
        if rest.strip():
            return _Field(inner + rest, start, rest_end), rest_end
        return _Field(inner, start + 1, end - 1), rest_end


def _escaped(sign: str) -> str:
    return sign if sign.isalnum() else f"\\{sign}"


def _filled(record: list[_Field]) -> int:
    """How many fields there are up to the last that holds something."""
    last = len(record)
    while last and not record[last - 1].text.strip():
        last -= 1
    return last


def _cells(record: list[_Field], number: int, width: int, name: str, faults: CellFaults) -> Iterator[Cell]:
    """The cells of a row, as many as the table has columns."""
    end = record[-1].end if record else 0
    for column in range(1, width + 1):
        reference = f"{letters(column)}{number}"
        if column > len(record):
            yield Cell("", None, Span(name, end, end), reference)
            continue
        field = record[column - 1]
        text, bad = clean(field.text)
        if bad:
            faults.add("characters", number, column)
        text = text.strip()
        if text.startswith("'") and _NEUTRALISED.match(text):
            text = text[1:].strip()
        yield Cell(text, text or None, Span(name, field.start, field.end), reference)


def _uneven(records: list[list[_Field]], name: str) -> Iterator[Finding]:
    """Rows with more cells than most rows have, and than any row before the second full one."""
    lengths = [length for one in records if (length := _filled(one)) > 1]
    if len(lengths) < 3:
        return
    common = max(set(lengths), key=lambda length: (lengths.count(length), length))
    usual = max(common, *lengths[:2])
    odd = [(number, one) for number, one in enumerate(records, 1) if _filled(one) > usual]
    if not odd or len(odd) * 4 > len(lengths):
        return
    number, record = odd[0]
    message = say_count(
        "Row {row} has {cells} cells, more than the others.",
        "{n} rows have more cells than the others; the first is row {row}, with {cells}.",
        len(odd),
        row=number,
        cells=_filled(record),
    )
    help_ = say("put a text that holds the separator in double quotes")
    span = Span(name, record[0].start, record[-1].end)
    yield found(BY_NAME["uneven-row"], span, message, pointer=f"A{number}", help_=help_)


def _unclosed(name: str, at: int) -> Finding:
    return found(
        BY_NAME["quote-not-closed"],
        Span(name, at, at + 1),
        say("The cell that begins here with a quotation mark does not end."),
        help_=say("write a quotation mark at its end, or take this one away"),
    )
