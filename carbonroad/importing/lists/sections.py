"""The tables of a file as sections: which sheets are read, what stands above and below each table."""

import re
from collections.abc import Iterator

from carbonroad.base.folding import fold
from carbonroad.base.lazy_pattern import lazy_pattern
from carbonroad.base.record import NamedTuple
from carbonroad.base.said import say
from carbonroad.findings import Finding, Span, found
from carbonroad.importing.codes import BY_NAME
from carbonroad.importing.lists.cells import Problem, finding_at, words_of
from carbonroad.importing.lists.columns import Column, columns_of, is_measured
from carbonroad.importing.lists.headers import recognise
from carbonroad.importing.lists.headers_find import Header, find_headers
from carbonroad.importing.lists.rows import Row, rows_of, split_number
from carbonroad.importing.options import Options
from carbonroad.importing.sheets.reading import Cell, Table

_ANNEX = lazy_pattern(
    r"附[件表录]\s*\d*(?:[-—]\d+)?[:：]?|(?:annex|appendix|table) ?[\w.]{0,4}:?|表\s*[\d-]+", re.IGNORECASE
)
_ABOUT = lazy_pattern(r"[^:：]{1,12}[:：].*", re.DOTALL)
_GENERIC = lazy_pattern(
    r"sheet|工作表|表\d|任务|指标|项目|工程|目标|汇总|总表|清单|里程碑|台账|分工|举措|计划|方案|task|indicator|target|milestone|work|project"
    r"|summary|plan|list|data|table|overview|action|measure|kpi|附件|附表",
    re.IGNORECASE,
)


_BARE = 9
"""The level of a heading without a number."""


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
        field: The industry that the sheet's name says; empty where it says none.
    """

    table: Table
    header: Header
    columns: tuple[Column, ...]
    rows: list[Row]
    title: str
    above: tuple[str, ...]
    measured: bool
    field: str = ""


class Sections(NamedTuple):
    """The tables of a file, and what was found about those that are not read."""

    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]


def sections_of(tables: tuple[Table, ...], options: Options) -> Sections:
    """Return every table of the sheets that are read."""
    sections: list[Section] = []
    findings: list[Finding] = []
    for number, table in enumerate(tables, 1):
        if options.sheets and not _is_chosen(table, number, options.sheets):
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


def _is_chosen(table: Table, number: int, sheets: tuple[str, ...]) -> bool:
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
        columns = columns_of(header, options)
        rows = rows_of(table.rows[header.end : end], columns, header.paths)
        lines = _lines(table.rows[start : header.start]) if not number else []
        title = next(
            (line for line in lines if not _ANNEX.fullmatch(line) and not _ABOUT.fullmatch(line)), ""
        )
        title = title or next((line for line in lines if "：" not in line and not _ANNEX.fullmatch(line)), "")
        above = tuple(line for line in lines if line != title and not _ANNEX.fullmatch(line))
        last = rows[-1] if rows and end < len(table.rows) else None
        if (
            last is not None
            and last.kind in ("note", "group")
            and split_number(_lines((last.cells,))[0])[0] < _BARE
        ):
            rows.pop()  # the title of the table below
        measured = is_measured(columns, [row.cells for row in rows if row.kind == "item"])
        yield Section(table, header, columns, rows, title, above, measured)
        start = end


def _lines(rows: tuple[tuple[Cell, ...], ...]) -> list[str]:
    """The lines above a table: what each row says, a merged range once."""
    lines = []
    for row in rows:
        texts = {cell.merged or cell.reference: words_of(cell) for cell in row if cell.text.strip()}
        if texts:
            lines.append("  ".join(texts.values()))
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


def about_columns(section: Section, used: frozenset[int]) -> Iterator[Finding]:
    """Return a finding for each column with words below a header that nobody knows."""
    from carbonroad.importing.lists.headers import similar

    rows = section.table.rows
    known = {column.key for column in section.columns}
    for column in section.columns:
        if column.key or column.meaning.period or column.at not in used or column.mapped:
            continue
        block = [
            row[column.at] for row in rows[section.header.start : section.header.end] if column.at < len(row)
        ]
        at = next((cell for cell in reversed(block) if cell.text.strip()), block[-1] if block else rows[0][0])
        name = column.header or at.reference.rstrip("0123456789")
        near = similar(column.header) if column.header else ""
        if near in known:
            near = ""  # there is such a column already
        message = (
            say(
                'The column "{name}" ({cell}) is not known; what stands in it is kept as x-….',
                name=name,
                cell=at.reference,
            )
            if column.header
            else say("The column {name} has no header; what stands in it is kept as x-….", name=name)
        )
        help_ = say(
            'say what it is: --map "{name}={key}", or --map "{name}=ignore" to leave it out',
            name=name, key=offered(near),
        )  # fmt: skip
        yield finding_at(at, Problem("unknown-column", message, help_))


_OFFERED = {
    "title2": "note",
    "number": "id",
    "person": "note",
    "advance": "status",
    "period": "deadline",
    "unit-or-body": "owner",
    "": "note",
}


def offered(key: str) -> str:
    """Return the key as one writes it in `--map`."""
    return _OFFERED.get(key, key)
