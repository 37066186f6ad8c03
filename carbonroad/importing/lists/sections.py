"""The tables of a file as sections: which sheets are read, what stands above and below each table."""

import re
from collections.abc import Iterator

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import fold
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.findings import Finding, Span, found
from carbonroad.importing.codes import BY_NAME
from carbonroad.importing.lists.calendars import Spans, calendar_of, marked
from carbonroad.importing.lists.cells import words_of
from carbonroad.importing.lists.columns import Column, columns_of, is_measured
from carbonroad.importing.lists.headers import recognise
from carbonroad.importing.lists.headers_find import Header, find_headers
from carbonroad.importing.lists.row_kinds import Row, heading_of, rows_of
from carbonroad.importing.lists.side_by_side import beside
from carbonroad.importing.options import Options
from carbonroad.importing.sheets.tables import Cell, Table

_ANNEX = lazy_pattern(
    r"附[件表录]\s*\d*(?:[-—]\d+)?[:：]?|(?:annex|appendix|table) ?[\w.]{0,4}:?|表\s*[\d-]+", re.IGNORECASE
)
_ABOUT = lazy_pattern(r"[^:：]{1,12}[:：].*", re.DOTALL)
_GENERIC = lazy_pattern(
    r"sheet|工作表|表\d|任务|指标|项目|工程|目标|汇总|总表|清单|里程碑|台账|分工|举措|计划|方案|task|indicator|target|milestone|work|project"
    r"|summary|plan|list|data|table|overview|action|measure|kpi|附件|附表",
    re.IGNORECASE,
)


_STATED = lazy_pattern(r"[^:：]{1,12}[:：]\s*+\S.*", re.DOTALL)
"""One cell that says a thing of the whole table, such as 单位：亿元."""
_CURRENCY = lazy_pattern(r"单位[:：]\s*+([百千万亿]{0,2}元)")
_ONE_YEAR = lazy_pattern(r"[^\d]*+((?:19|20)\d\d)(?:[^\d].*)?", re.DOTALL)


class Section(NamedTuple):
    """A table with its header.

    Attributes:
        table: The sheet it stands on.
        header: Its header rows.
        columns: Its columns.
        rows: Its rows, data and others.
        title: What stands above it as its title.
        above: Other lines above it.
        measured: Whether its rows are indicators.
        calendar: Columns that are months, quarters or years and hold marks, or nothing but perhaps colours.
        field: The industry that the sheet's name says; empty where it says none.
    """

    table: Table
    header: Header
    columns: tuple[Column, ...]
    rows: list[Row]
    title: str
    above: tuple[str, ...]
    measured: bool = False
    field: str = ""
    calendar: Spans = {}  # noqa: RUF012 - never changed


class Sections(NamedTuple):
    """The tables of a file, and what was found about those that are not read."""

    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]


def sections_of(tables: tuple[Table, ...], options: Options) -> Sections:
    """Return every table of the sheets that are read."""
    sections: list[Section] = []
    findings: list[Finding] = []
    for number, table in enumerate(tables, 1):
        if options.sheets and not is_chosen(table, number, options.sheets):
            continue
        if table.hidden and not options.sheets:
            findings.append(_about(table, "left-out", *_hidden(table)))
            continue
        if not table.rows:
            continue
        headers = find_headers(table.rows, options.header_row) or _by_letters(table, options)
        if not headers:
            findings.append(_about(table, "no-header", *_NO_HEADER))
        sections += _of_table(table, headers, options)
    return Sections(tuple(_with_fields(sections)), tuple(findings))


_NO_HEADER = (
    say("No row of this sheet looks like the headers of a list, so nothing of it was read."),
    say("name the row with --header-row 3, and columns with --map, such as --map B=title --map D=deadline"),
)


def is_chosen(table: Table, number: int, sheets: tuple[str, ...]) -> bool:
    """Return whether a sheet is among those that the user named, by name or number."""
    return any(fold(name).lower() == fold(table.name).lower() or name == str(number) for name in sheets)


def _hidden(table: Table) -> tuple[str, str]:
    return (
        say('The sheet "{name}" is hidden and was not read.', name=table.name),
        say('read it with --sheet "{name}"', name=table.name),
    )


def _about(table: Table, rule: str, message: str, help_: str) -> Finding:
    return found(BY_NAME[rule], Span(table.source.path, 0, 0), message, help_=help_)


def _by_letters(table: Table, options: Options) -> list[Header]:
    """The header of a table that nobody would know for one, where the user named columns by their letters."""
    if not any(re.fullmatch("[A-Za-z]{1,2}", left.strip()) for left, _ in options.maps):
        return []
    at = next((at for at, row in enumerate(table.rows) if sum(bool(c.text.strip()) for c in row) > 1), 0)
    paths = tuple((text,) if (text := cell.text.strip()) else () for cell in table.rows[at])
    return [Header(at, at + 1, paths, 0)]


def _of_table(table: Table, headers: list[Header], options: Options) -> Iterator[Section]:
    start = 0
    for number, header in enumerate(headers):
        end = headers[number + 1].start if number + 1 < len(headers) else len(table.rows)
        lines = _lines(table.rows[start : header.start]) if not number else []
        title = next(
            (line for line in lines if not _ANNEX.fullmatch(line) and not _ABOUT.fullmatch(line)), ""
        )
        title = title or next((line for line in lines if "：" not in line and not _ANNEX.fullmatch(line)), "")
        above = tuple(line for line in lines if line != title and not _ANNEX.fullmatch(line))
        for own, cells in beside(header, table.rows[header.end : end]):
            yield _section(
                Section(table, own, (), [], title, above), cells, options, last=end == len(table.rows)
            )
            title, above = "", ()
        start = end


def _section(
    section: Section, cells: tuple[tuple[Cell, ...], ...], options: Options, *, last: bool
) -> Section:
    """A table with its columns and rows.

    Args:
        section: What is known of it so far.
        cells: What stands below its header.
        options: What the user said.
        last: Whether no other table follows on the sheet.
    """
    columns = _with_currency(columns_of(section.header, options), (section.title, *section.above))
    rows = rows_of(cells, columns, section.header.paths)
    below = rows[-1] if rows and not last else None
    if (
        below is not None
        and below.kind in ("note", "group")
        and heading_of(_lines((below.cells,))[0]).numbered
    ):
        rows.pop()  # the title of the table below
    items = [row.cells for row in rows if row.kind == "item"]
    year = _ONE_YEAR.fullmatch(section.title)
    calendar = {
        at: span
        for at, span in calendar_of(section.header.paths, year[1] if year else "").items()
        if not columns[at].mapped
    }
    drawn = marked(calendar, items)
    if drawn:
        columns = tuple(column for column in columns if column.at not in calendar)
    return section._replace(
        columns=columns,
        rows=rows,
        measured=is_measured(columns, items),
        calendar={} if drawn is False else calendar,
    )


def _with_currency(columns: tuple[Column, ...], lines: tuple[str, ...]) -> tuple[Column, ...]:
    """Costs without a unit are in what stands above the table, such as 单位：亿元."""
    found = next((one for line in lines if (one := _CURRENCY.search(line))), None)
    if found is None:
        return columns
    return tuple(
        one._replace(meaning=one.meaning._replace(unit=found[1]))
        if one.key == "cost" and not one.meaning.unit
        else one
        for one in columns
    )


def _lines(rows: tuple[tuple[Cell, ...], ...]) -> list[str]:
    """The lines above a table: what each row says, a merged range once."""
    lines = []
    for row in rows:
        texts = {cell.merged or cell.reference: words_of(cell) for cell in row if cell.text.strip()}
        if texts:
            said = [text for text in texts.values() if not _STATED.fullmatch(text)]
            lines += ["  ".join(said)] if said else []
            lines += [text for text in texts.values() if text not in said]
    return lines


def _with_fields(sections: list[Section]) -> list[Section]:
    """Sheets of one kind that are called after industries: their names say the industry."""
    names = list(dict.fromkeys(section.table.name for section in sections))
    keys = {frozenset(c.key for c in section.columns if c.key) for section in sections}
    said = any(column.key == "industry" for section in sections for column in section.columns)
    own = [name for name in names if not _GENERIC.search(name) and not recognise(name).key]
    if said or len(own) < 2 or len(own) < len(names) - 2 or len(keys) > len(names):
        return sections
    return [s._replace(field=s.table.name) if s.table.name in own else s for s in sections]
