"""Every kind of file that becomes a draft, and what reads it; a reader is imported when it is used."""

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.findings import Finding
from carbonroad.importing.draft import Draft
from carbonroad.importing.foreign.faults import over_limit
from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.options import PLAIN, Options
from carbonroad.importing.safe_draft import safe
from carbonroad.importing.unheeded import HEEDED_IN_TEXTS, with_unheeded

_TABLES = frozenset((Kind.xlsx, Kind.csv, Kind.tsv))
_TEXTS = frozenset((Kind.docx, Kind.html, Kind.txt, Kind.md))
EXTRAS = {
    Kind.xlsx: ("xlsx", ("openpyxl", "defusedxml")),
    Kind.docx: ("docx", ("docx",)),
    Kind.ics: ("ics", ("icalendar",)),
}
"""The extra that a kind needs, and the modules of it."""
MAX_FILLED = 20_000
"""Rows of tables that hold something, in all files together: each may become an item of the draft."""


class Foreign(NamedTuple):
    """A file that was not written for this program.

    Attributes:
        data: Its bytes.
        name: As the user named it.
        kind: What it is.
        table: Whether the tables of a text are wanted, and not its sentences.
    """

    data: bytes
    name: str
    kind: Kind
    table: bool = False


def draft_of(files: tuple[Foreign, ...], stem: str, options: Options = PLAIN) -> Draft:
    """Return the draft of a file, or of the CSV files of one folder.

    Args:
        files: One file, or several of tables.
        stem: What the file or folder is called, for want of a title.
        options: What the user said.
    """
    return safe(_read(files, stem, options))


def _read(files: tuple[Foreign, ...], stem: str, options: Options) -> Draft:
    """The draft as the reader of its kind makes it."""
    first = files[0]
    if first.kind in _TABLES or (first.kind in _TEXTS and first.table):
        return _of_tables(files, stem, options)
    if first.kind in _TEXTS:
        from carbonroad.importing.policy.to_draft import draft_of_policy

        draft = draft_of_policy(first.data, first.name, first.kind, options)
        return with_unheeded(draft, first.name, options, HEEDED_IN_TEXTS)
    return with_unheeded(_of_export(first), first.name, options)


def _of_export(file: Foreign) -> Draft:
    """The draft of a file that says itself what it holds."""
    if file.kind is Kind.mspdi:
        from carbonroad.importing.mspdi.to_draft import read_mspdi

        return read_mspdi(file.data, file.name)
    if file.kind is Kind.ics:
        from carbonroad.importing.own.ics_reading import read_own_ics

        return read_own_ics(file.data, file.name)
    from carbonroad.importing.own.json_reading import read_own_json

    return read_own_json(file.data, file.name)


def _of_tables(files: tuple[Foreign, ...], stem: str, options: Options) -> Draft:
    """The draft of tables: our own, those of scenarios, or a list of any office."""
    from carbonroad.importing.lists.to_draft import draft_of_tables
    from carbonroad.importing.own.iamc import iamc_draft, is_iamc
    from carbonroad.importing.own.tables_reading import is_own, own_draft
    from carbonroad.importing.sheets.tables import Tables, read_tables

    read: list[Tables] = []
    filled = 0
    for one in files:
        read.append(read_tables(one.data, one.name, one.kind))
        filled += sum(1 for table in read[-1].tables for row in table.rows if row)
        if filled > MAX_FILLED:
            return Draft({}, {}, (_too_many_rows(one.name),))
    tables = Tables(
        tuple(table for one in read for table in one.tables),
        tuple(found for one in read for found in one.findings),
    )
    if is_own(tables):
        return with_unheeded(own_draft(tables), files[0].name, options)
    first = tables.tables[0].rows[0] if tables.tables and tables.tables[0].rows else ()
    if len(files) == 1 and is_iamc([cell.text for cell in first]):
        return with_unheeded(iamc_draft(tables), files[0].name, options)
    return draft_of_tables(tables, stem, options)


def _too_many_rows(name: str) -> Finding:
    message = say("With {name} there are more than {limit:,} rows, the limit.", name=name, limit=MAX_FILLED)
    return over_limit(name, message, say("copy the list alone into a new file, or split it"))
