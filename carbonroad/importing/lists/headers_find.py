"""Where a table begins: its header rows among titles, notes and data."""

from carbonroad.base.record import NamedTuple
from carbonroad.importing.lists.calendars import calendar_of
from carbonroad.importing.lists.headers import LONGEST, combined, recognise
from carbonroad.importing.sheets.references import row_in
from carbonroad.importing.sheets.tables import Cell

_DEEPEST = 3
_NAMING = frozenset(("title", "title2", "indicator", "measure"))
_ENOUGH = 2
"""Columns that must be recognised in a header."""
_FURTHER = 3
"""The same for a second table on a sheet."""
Row = tuple[Cell, ...]


class Header(NamedTuple):
    """The header of a table.

    Attributes:
        start: Index of its first row.
        end: Index behind its last row.
        paths: For each column the texts that stand over it, the group's first.
        score: How many columns are recognised.
    """

    start: int
    end: int
    paths: tuple[tuple[str, ...], ...]
    score: int


def find_headers(rows: tuple[Row, ...], header_row: int = 0) -> list[Header]:
    """Return the headers on a sheet, from the top down.

    Args:
        rows: All rows.
        header_row: The number of the first header row, where the user said it; else 0.
    """
    if header_row:
        best = _best_at(rows, header_row - 1)
        return [best] if best is not None else []
    found: list[Header] = []
    start = 0
    for header in _without_parts(_candidates(rows)):
        if header.start < start or (found and not _is_further(header, found[0])):
            continue
        found.append(header)
        start = header.end
    return found


def _candidates(rows: tuple[Row, ...]) -> list[Header]:
    """The best header of each row that could begin one: near it stands a cell that can name rows."""
    naming = [any(recognise(cell.text.strip()).key in _NAMING for cell in row) for row in rows]
    near = (at for at in range(len(rows)) if any(naming[at : at + _DEEPEST]))
    return [header for at in near if (header := _best_at(rows, at)) and is_header(header)]


def _without_parts(headers: list[Header]) -> list[Header]:
    """Of headers that overlap, the one that recognises most."""
    kept: list[Header] = []
    for header in headers:
        if kept and header.start < kept[-1].end:
            if header.score > kept[-1].score or (
                header.score == kept[-1].score and header.end == kept[-1].end
            ):
                kept[-1] = header
            continue
        if kept and header.start == kept[-1].end and header.score > kept[-1].score and not _ended(kept[-1]):
            kept[-1] = header
            continue
        kept.append(header)
    return kept


def _ended(header: Header) -> bool:
    """Whether a header is one beyond doubt, so that what follows is data."""
    return header.score >= _FURTHER


def is_header(header: Header) -> bool:
    """Return whether enough columns are recognised, among them one that names its rows."""
    keys = [combined(path) for path in header.paths]
    return header.score >= _ENOUGH and any(one.key in _NAMING for one in keys)


def _is_further(header: Header, first: Header) -> bool:
    """Whether a second header on a sheet begins a table of its own: not data that look like one."""
    filled = sum(1 for path in header.paths if path)
    return header.paths != first.paths and header.score >= _FURTHER and header.score * 3 >= filled * 2


def _best_at(rows: tuple[Row, ...], at: int) -> Header | None:
    """The best header that begins in a row, of one to three rows."""
    if not 0 <= at < len(rows):
        return None
    texts = [cell.text.strip() for cell in rows[at]]
    if not any(texts) or _one_text(rows[at]) or _begins_above(rows[at]):
        return None
    depths = [depth for depth in range(1, _DEEPEST + 1) if at + depth <= len(rows)]
    whole = [depth for depth in depths if at + depth == len(rows) or not _begins_above(rows[at + depth])]
    made = [_made(rows, at, depth) for depth in whole or depths]
    return max(made, key=lambda header: (header.score, -_bare(header), header.start - header.end))


def _bare(header: Header) -> int:
    """How many years stand alone, so that a row of 现状值 and 目标值 below them says more."""
    return sum(1 for path in header.paths if combined(path).bare)


def _one_text(row: Row) -> bool:
    """Whether a row holds one text alone, as a title line does."""
    return len({cell.merged or cell.reference for cell in row if cell.text.strip()}) < 2


def _begins_above(row: Row) -> bool:
    """Whether merged cells go down into a row from the one above, so that no header begins in it."""
    return any(cell.merged and row_in(cell.merged) != row_in(cell.reference) for cell in row)


def _made(rows: tuple[Row, ...], at: int, depth: int) -> Header:
    block = [_filled(rows[at + row], rows[at + row + 1] if row + 1 < depth else ()) for row in range(depth)]
    width = max(len(row) for row in block)
    paths = tuple(
        _path([row[column] if column < len(row) else "" for row in block]) for column in range(width)
    )
    return Header(at, at + depth, paths, _score(paths))


def rescored(header: Header, columns: range) -> Header:
    """Return a header of some of the columns alone."""
    paths = tuple(path if at in columns else () for at, path in enumerate(header.paths))
    return header._replace(paths=paths, score=_score(paths))


def _score(paths: tuple[tuple[str, ...], ...]) -> int:
    """How many columns are recognised, less those that speak against a header."""
    keys = [combined(path) for path in paths]
    calendar = calendar_of(paths)
    known = {(one.key, one.period) for one in keys if one.key or one.period}
    odd = sum(
        1
        for at, (path, one) in enumerate(zip(paths, keys, strict=True))
        if len(path) > 1 and not (one.key or one.period or at in calendar)
    )
    long = sum(1 for path in paths if any(len(text) > LONGEST for text in path))
    return 0 if _is_data_over_header(paths) else len(known) + len(calendar) - odd - 2 * long


def _is_data_over_header(paths: tuple[tuple[str, ...], ...]) -> bool:
    """Whether what stands over most headers is no group's name: over a single column, and not known."""
    groups = [path[0] if len(path) > 1 else "" for path in paths]
    lonely = [
        text
        for text in groups
        if text and groups.count(text) == 1 and not (combined((text,)).key or combined((text,)).period)
    ]
    return len(lonely) * 2 > sum(1 for path in paths if path)


def _filled(row: Row, below: Row) -> list[str]:
    """The texts of a header row; a group's name stands over all its columns, merged or not."""
    texts = [cell.text.strip() for cell in row]
    last = ""
    for column, cell in enumerate(row):
        under = below[column].text.strip() if column < len(below) else ""
        if texts[column]:
            last = texts[column] if under and not cell.merged and under != texts[column] else ""
        elif last and under and not cell.merged:
            texts[column] = last
        else:
            last = ""
    return texts


def _path(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
