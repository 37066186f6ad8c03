"""A table as Markdown: one row a line, columns padded as long as padding helps the eye."""

from collections.abc import Sequence
from functools import lru_cache

from carbonroad.base.texts.textwidth import cells

_WIDEST = 48
_cells = lru_cache(maxsize=1 << 12)(cells)


def write_table(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> str:
    """Return a table.

    Columns stand below one another up to the first that has a long cell: behind it padding aligns nothing.

    Args:
        rows: Escaped cells; the first row is the heading.
        right: Whether a column is set to the right.
    """
    columns = []
    aligned = True
    for column, to_right in zip(zip(*rows, strict=True), right, strict=True):
        widths = _widths(column) if aligned else ()
        aligned = bool(widths)
        columns.append(_set(column, widths, to_right))
    return "\n".join([f"| {' | '.join(row)} |" for row in zip(*columns, strict=True)])


def _widths(column: Sequence[str]) -> Sequence[int]:
    """Return the width of each cell; nothing where one is long."""
    if max(map(len, column)) > _WIDEST:
        return ()
    widths = [_cells(text) for text in column]
    return widths if max(widths) <= _WIDEST else ()


def _set(column: Sequence[str], widths: Sequence[int], to_right: bool) -> list[str]:  # noqa: FBT001
    """Return a column with the rule below its heading, padded where widths are given."""
    full = max(max(widths, default=3), 3)
    rule = "-" * (full - 1) + (":" if to_right else "-")
    if not widths:
        head, *rest = (text or " " for text in column)
        return [head, rule, *rest]
    blanks = [" " * (full - wide) for wide in widths]
    padded = [
        f"{blank}{text}" if to_right else f"{text}{blank}" for text, blank in zip(column, blanks, strict=True)
    ]
    return [padded[0], rule, *padded[1:]]
