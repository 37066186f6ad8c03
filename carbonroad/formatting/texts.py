"""Texts over several lines: folded ones and block texts, moved to their new column and nothing else."""

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.formatting.cursor import Cursor, StopFormatting
from carbonroad.formatting.lines import Kept, Line, remarked
from carbonroad.source.yaml.nodes import Scalar

_HEADER = lazy_pattern(r"[|>]([-+0-9]*)[ \t]*(#[^\n]*)?")
_STEP = 2


def folded(cursor: Cursor, node: Scalar, column: int) -> list[Line]:
    """Return the lines of a plain or quoted text; those after the first begin at a column."""
    text = cursor.written(node)
    if "\n" not in text:
        return [text]
    first, *rest = text.split("\n")
    *inner, last = (line.lstrip(" \t") for line in rest)
    lines = [trimmed(first), *(" " * column + trimmed(line) if line else "" for line in inner)]
    return [*lines, " " * column + last]


def trimmed(line: str) -> str:
    """Return a line without the blanks at its end; behind a backslash they say something."""
    short = line.rstrip(" \t")
    return line if short.endswith("\\") else short


def block(cursor: Cursor, old: int, new: int, start: str) -> list[Line]:
    """Return the lines of a block text (`|` or `>`), what stands before its sign included.

    Args:
        cursor: Stands at the sign; afterwards at the line end behind the last line.
        old: Column of the map or list around it.
        new: Its new column.
        start: What is written before the sign.
    """
    text = cursor.text
    header = _HEADER.match(text, cursor.at)
    if header is None or text[header.end() : header.end() + 1] not in ("", "\n"):
        raise StopFormatting(cursor.at)
    signs = header[1]
    digit = next((int(sign) for sign in signs if sign.isdigit()), 0)
    inner, lines, end = _content(text, header.end(), old, old + digit if digit else 0, keep="+" in signs)
    cursor.at = end
    if end >= len(text) and lines and lines[-1]:
        signs = signs.replace("+", "") + ("" if "-" in signs else "-")  # the file ends without a line end
    column = new + (digit or _STEP)
    written: list[Line] = [" " * column + line[inner:] if line else "" for line in lines]
    first: Line = start + text[header.start()] + signs
    if header[2]:
        from carbonroad.base.texts.textwidth import cells

        begin = text.rfind("\n", 0, header.start()) + 1
        first = remarked(first, header[2].rstrip(), cells(text[begin : header.start(2)]))
    if "+" in signs:
        if written:
            written[-1] = Kept(written[-1])
        elif not header[2]:
            first = Kept(first)
    return [first, *written]


def _content(text: str, end: int, old: int, inner: int, *, keep: bool) -> tuple[int, list[str], int]:
    """Its own column, its lines, and the offset of the line end after the last of them.

    Args:
        text: The whole text.
        end: Offset of the line end after the header.
        old: Column of the map or list around it.
        inner: Its column where the header says it, else 0: the first line's.
        keep: Whether empty lines at the end belong to it.
    """
    lines: list[str] = []
    ends = [end]
    longest = 0
    while end < len(text):
        stop = text.find("\n", end + 1)
        stop = len(text) if stop == -1 else stop
        line = text[end + 1 : stop]
        blanks = len(line) - len(line.lstrip(" "))
        if blanks < len(line):
            if not inner:
                if blanks <= old:
                    break
                inner = blanks
                if longest > inner:
                    raise StopFormatting(end + 1)
            if blanks < inner:
                break
        elif not inner:
            longest = max(longest, blanks)
        if stop == len(text) and blanks == len(line) and blanks <= (inner or longest):
            break  # what follows the last line end of the file is no empty line
        lines.append(line)
        ends.append(stop)
        end = stop
    inner = inner or longest
    while lines and not keep and not lines[-1].strip(" ") and len(lines[-1]) <= inner:
        lines.pop()
        ends.pop()
    return inner, [line if line.strip(" ") or len(line) > inner else "" for line in lines], ends[-1]
