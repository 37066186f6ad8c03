"""An answer of `explain` as text for a terminal."""

import re
from collections.abc import Iterator

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.visible import columns, visible
from carbonroad.report.colours import Paint
from carbonroad.report.explaining.page import Block, Example, Heading, Page, Paragraph, Rows

_PIECE = lazy_pattern(
    "(?<![ ])[ ]*+(?:[^\\s\u2e80-\u9fff\uff00-\uffef“”‘’]+|[“‘（《]*[^\\s](?:[，。；：、？！）》”’·]*))"
)
_ARROW = lazy_pattern(r"# <- [^\n]*$", re.MULTILINE)
_GAP = 2
_BETWEEN = " · "
_MOST = 34
"""Columns that a column of names may take before its sentence goes below it."""


def text_page(page: Page, paint: Paint, width: int) -> str:
    """Return a page as text, in lines of at most `width` columns where words allow it."""
    parts = [_title(page, paint)]
    for block in page.blocks:
        lines = list(_lines(block, paint, width))
        # A heading stands right above what it heads, everything else apart.
        parts.append("\n".join(lines) + ("" if isinstance(block, Heading) else "\n"))
    return "\n".join(parts).rstrip("\n") + "\n"


def _title(page: Page, paint: Paint) -> str:
    first, _, rest = page.title.partition(" ")
    return f"{paint(page.role, first)} {paint('bold', rest)}".rstrip() + "\n"


def _lines(block: Block, paint: Paint, width: int) -> Iterator[str]:
    match block:
        case Heading(words):
            yield paint("bold", words)
        case Paragraph(words):
            yield from wrapped(words, width)
        case Example(text):
            for line in text.rstrip("\n").split("\n"):
                arrow = _ARROW.search(line)
                code, mark = (line[: arrow.start()], arrow[0]) if arrow else (line, "")
                yield f"    {paint('frame', visible(code))}{paint('error', mark)}".rstrip()
        case Rows():
            yield from _table(block, paint, width)


def _table(table: Rows, paint: Paint, width: int) -> Iterator[str]:
    """Columns under one another; where the names are long, each sentence stands below its names."""
    rows = [tuple(visible(cell) for cell in row) for row in table.rows]
    last = len(table.head) - 1
    sizes = [
        max(columns(cell) for cell in column) for column in zip(*(row[:last] for row in rows), strict=True)
    ]
    taken = sum(sizes) + _GAP * len(sizes)
    if taken > max(_MOST, width // 2 + _GAP):
        for row in rows:
            typed = [
                paint("frame", line) for line in _together("  ".join(filter(None, row[:last])), width - 6)
            ]
            said = wrapped(row[-1], width - 6)
            # Several names begin an entry of a list; one alone, such as examples, follows what it shows.
            first, then = (typed, said) if table.names > 1 else (said, typed)
            yield from (f"  {line}" for line in first)
            yield from (f"      {line}" for line in then)
        return
    for row in rows:
        names = "".join(
            paint("info" if number < table.names else "frame", cell) + " " * (size - columns(cell) + _GAP)
            for number, (cell, size) in enumerate(zip(row[:last], sizes, strict=True))
        )
        for number, line in enumerate(wrapped(row[-1], width - taken - 2)):
            yield f"  {names if number == 0 else ' ' * taken}{line}".rstrip()


def _together(text: str, width: int) -> list[str]:
    """Break a list of examples into lines between two of them."""
    lines: list[str] = []
    for one in text.split(_BETWEEN):
        if lines and columns(lines[-1]) + columns(one) + len(_BETWEEN) <= width:
            lines[-1] += _BETWEEN + one
        else:
            lines.append(one)
    return lines


def wrapped(text: str, width: int) -> list[str]:
    """Break sentences into lines; Chinese may break anywhere but before its punctuation."""
    lines, line = [], ""
    for piece in _PIECE.findall(text):
        if line and columns(line) + columns(piece.rstrip()) > width:
            lines.append(line)
            piece = piece.lstrip()  # noqa: PLW2901 - no blank begins a line
        elif not line and lines:
            piece = piece.lstrip()  # noqa: PLW2901 - as above
        else:
            line += piece
            continue
        line = piece
    return [*lines, line] if line else lines
