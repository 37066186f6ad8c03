"""Lines to write: comments behind values, which keep their alignment, and lines alone."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from carbonroad.formatting.cursor import Note


class Remarked(str):
    """A line with a comment at its end; the text is the line without it.

    Attributes:
        comment: From its `#` on.
        column: Where the comment stood, in columns of a terminal: equal ones were aligned.
    """

    __slots__ = ("column", "comment")

    comment: str
    column: int


class Kept(str):
    """The last line of a block text that keeps its last line ends: a blank line below would belong to it."""

    __slots__ = ()


Line: TypeAlias = str


def remarked(line: str, comment: str, column: int) -> Remarked:
    """Return a line with a comment at its end."""
    made = Remarked(line)
    made.comment, made.column = comment, column
    return made


def moved(line: Line, old: int, start: str) -> Line:
    """Return a line with another beginning in place of its first `old` characters."""
    text = start + line[old:]
    if isinstance(line, Remarked):
        return remarked(text, line.comment, line.column)
    return Kept(text) if isinstance(line, Kept) else text


def alone(notes: Iterable[Note], column: int) -> list[Line]:
    """Return the lines of comments and blank lines at a column."""
    blanks = " " * column
    return [blanks + note.text if note.text else "" for note in notes]


def joined(lines: Sequence[Line]) -> str:
    """Return the text of all lines, aligned comments aligned and others two blanks behind their line."""
    written: list[str] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        if not isinstance(line, Remarked):
            written.append(line)
            index += 1
            continue
        end = index + 1
        while end < len(lines) and _column(lines[end]) == line.column:
            end += 1
        written += _aligned([one for one in lines[index:end] if isinstance(one, Remarked)])
        index = end
    return "\n".join(written)


def _column(line: Line) -> int:
    return line.column if isinstance(line, Remarked) else -1


def _aligned(lines: Sequence[Remarked]) -> list[str]:
    from carbonroad.base.texts.textwidth import cells

    widths = [cells(line) for line in lines]
    most = max(widths)
    return [
        f"{line}{' ' * (most - width + 2)}{line.comment}" for line, width in zip(lines, widths, strict=True)
    ]
