"""Tables that stand beside each other on a sheet, with an empty column between them."""

from collections.abc import Iterator

from carbonroad.importing.lists.headers_find import Header, Row, is_header, rescored
from carbonroad.importing.sheets.tables import Cell


def beside(header: Header, rows: tuple[Row, ...]) -> list[tuple[Header, tuple[Row, ...]]]:
    """Return the tables below one row of headers, each with its own header and rows.

    Args:
        header: What stands over all of them.
        rows: What stands below it.
    """
    parts = list(_parts(header, rows))
    heads = [rescored(header, columns) for columns in parts]
    if len(parts) < 2 or not all(is_header(head) for head in heads):
        return [(header, rows)]
    return [
        (head, tuple(tuple(_only(row, columns)) for row in rows))
        for head, columns in zip(heads, parts, strict=True)
    ]


def _parts(header: Header, rows: tuple[Row, ...]) -> Iterator[range]:
    """Columns that stand together: between them is one without a header and without words."""
    start = None
    for at in range(len(header.paths) + 1):
        filled = at < len(header.paths) and (
            bool(header.paths[at]) or any(at < len(row) and row[at].text.strip() for row in rows)
        )
        if filled and start is None:
            start = at
        elif not filled and start is not None:
            yield range(start, at)
            start = None


def _only(row: Row, columns: range) -> Iterator[Cell]:
    """A row with nothing but the cells of some columns."""
    for at, cell in enumerate(row):
        yield cell if at in columns else cell._replace(text="", value=None, merged="", formula=False)
