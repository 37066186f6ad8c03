"""The tables of a file: a spreadsheet's sheets, a CSV file, tables of a web page or of a text."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple

if TYPE_CHECKING:
    from carbonroad.findings import Finding, Span
    from carbonroad.importing.foreign.look import Kind
    from carbonroad.source.text import SourceText

Value = date | datetime | Decimal | bool | str | None
"""What a cell holds; None where it is empty."""


class Cell(NamedTuple):
    """One cell of a table.

    Attributes:
        text: What a person sees: 0.15 formatted `0%` is `15%`; a date is as exact as its format shows it
            (`2030`, `2030-06`, `2030-06-30`); "" for an empty cell, or an error. May hold line ends.
        value: What the file holds; CSV and texts hold nothing but words.
        span: The cell's text in the table's source, where line ends stand as blanks.
        reference: Such as `D7`.
        merged: The reference of the merged range's first cell, else ""; each cell of a range has its text.
        formula: Whether the value was computed by a formula.
        format: The number format as the file writes it, such as `yyyy"年"`; "" for none.
    """

    text: str
    value: Value
    span: Span
    reference: str
    merged: str = ""
    formula: bool = False
    format: str = ""


class Table(NamedTuple):
    """One table.

    Attributes:
        name: The sheet's name, or the table's caption or number.
        source: Line N is row N, cells joined by ` | ` (CSV: the file itself).
        rows: Row N at N - 1, each as long as the widest; without empty rows and columns at the ends.
        hidden: Whether the sheet is hidden.
        hidden_rows: Numbers of rows that are not shown, from 1.
        hidden_columns: Letters of columns that are not shown.
    """

    name: str
    source: SourceText
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[str] = frozenset()


class Tables(NamedTuple):
    """All tables of a file, and what was found on the way; an error and no table if it cannot be read."""

    tables: tuple[Table, ...]
    findings: tuple[Finding, ...] = ()


def read_tables(data: bytes, name: str, kind: Kind) -> Tables:
    """Read the tables of a file.

    Args:
        data: Its bytes.
        name: As the user named it.
        kind: What `look` said: xlsx, csv, tsv, or a txt of fields; docx, html, md: the tables in it.
    """
    from carbonroad.importing.foreign.faults import CannotRead
    from carbonroad.importing.foreign.look import Kind

    try:
        if kind is Kind.xlsx:
            from carbonroad.importing.sheets.xlsx import read_xlsx

            tables, findings = read_xlsx(data, name)
            return Tables(tuple(tables), tuple(findings))
        if kind in (Kind.csv, Kind.tsv, Kind.txt):
            from carbonroad.importing.sheets.csv_text import read_csv

            table, findings = read_csv(data, name)
            return Tables((table,) if table.rows else (), tuple(findings))
        from carbonroad.importing.sheets.tables_in_texts import tables_of
        from carbonroad.importing.texts.paragraphs import read_paragraphs

        text = read_paragraphs(data, name, kind)
        return Tables(tables_of(text, name), text.findings)
    except CannotRead as error:
        return Tables((), (error.finding,))
