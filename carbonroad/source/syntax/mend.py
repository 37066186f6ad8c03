"""A syntax error mended in memory, with characters of the same number so that every offset stays true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.source.misread.lookalikes import is_row
from carbonroad.source.misread.quoting import line_start
from carbonroad.source.syntax.mend_signs import mend_sign
from carbonroad.source.syntax.mended import Mended
from carbonroad.source.yaml.holes import ANYWHERE, Loss
from carbonroad.source.yaml.lines import Shape, below, blanked, end_of, indent_of, next_line, shape_at

if TYPE_CHECKING:
    from carbonroad.findings import Finding

_WHOLE_LINES = frozenset(("bad-indentation",))
_HEADER = lazy_pattern(r"[ \t]+[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?")


def mend(text: str, finding: Finding, flow: int, count: int) -> Mended:
    """Mend what a finding reports: by the repair it names, where that keeps the length, else by blanks.

    Args:
        text: The text.
        finding: Of the error.
        flow: Where the outermost bracket opens that the error stands in; -1 if it stands in none.
        count: How many errors were mended before.
    """
    at = finding.span.start
    exact = mend_sign(text, finding.name, at, count)
    if exact is not None:
        return exact
    if finding.name == "tab":
        return _tabs(text, at)
    if finding.name == "pasted-table":
        return _table(text, at)
    if finding.name in _WHOLE_LINES:
        return _keys_at_dash(text, at) or _prose(text, at) or _pair_alone(text, at) or whole_line(text, at)
    return value_or_line(text, flow if flow >= 0 else at, flow=flow >= 0)


def _tabs(text: str, at: int) -> Mended:
    """All lines in a row that are indented by tabs: nobody knows how far in they were meant to stand."""
    start = line = line_start(text, at)
    end = start
    while line != -1:
        shape = shape_at(text, line)
        if "\t" not in text[line : shape.end] or text[line : shape.end].lstrip(" ")[:1] not in ("\t", ""):
            break
        end = shape.end
        line = next_line(text, line)
    return Mended(blanked(text, start, end), (Loss(start, end, "lines", ANYWHERE),), {}, end)


def _table(text: str, at: int) -> Mended:
    """All rows in a row."""
    start = line = line_start(text, at)
    column = max(indent_of(text, start), 0)
    end = start
    while line != -1 and is_row(text, line, end_of(text, line)):
        end = end_of(text, line)
        line = next_line(text, line)
    end = max(end, end_of(text, start))
    return Mended(blanked(text, start, end), (Loss(start, end, "lines", column),), {}, end)


def _prose(text: str, at: int) -> Mended | None:
    """A block of text that is not indented: all of it up to the next key, with the key that opens it."""
    start = line_start(text, at)
    before = text[:start].rstrip()
    above = shape_at(text, len(before))
    if above.value < 0 or not _HEADER.fullmatch(text[above.value : above.end]):
        return None
    end, line = start, start
    while (
        line != -1
        and shape_at(text, line).value < 0
        and not text.startswith("- ", shape_at(text, line).start)
    ):
        end = end_of(text, line)
        line = next_line(text, line)
    loss = Loss(above.value, end, "value", above.content)
    return Mended(blanked(text, above.value, end), (loss,), {}, end)


def _keys_at_dash(text: str, at: int) -> Mended | None:
    """Keys of items that stand as far left as the dashes: which of them belong to the file nobody knows."""
    start = line = line_start(text, at)
    column = indent_of(text, start)
    above = shape_at(text, max(start - 1, 0))
    if above.dash - above.start != column or shape_at(text, start).dash >= 0:
        return None
    losses: list[Loss] = []
    while line != -1:
        shape, blanks = shape_at(text, line), indent_of(text, line)
        if 0 <= blanks < column:
            break
        if blanks == column and shape.dash < 0:
            if shape.value < 0 or not text[shape.value : shape.end].strip():
                break
            end = below(text, line, column)
            losses.append(Loss(shape.content, end, "lines", ANYWHERE))
            text = blanked(text, shape.content, end)
        line = next_line(text, line)
    return Mended(text, tuple(losses), {}, losses[-1].end) if losses else None


def _pair_alone(text: str, at: int) -> Mended | None:
    """A key with its value that stands too far out: the lines below it may be its neighbours."""
    shape = shape_at(text, at)
    line = next_line(text, shape.start)
    if shape.value < 0 or not text[shape.value : shape.end].strip() or line == -1:
        return None
    following = shape_at(text, line)
    if _is_item_above(text, shape):
        return None
    if following.value < 0 and following.dash < 0:
        return None
    loss = Loss(shape.start + max(indent_of(text, shape.start), 0), shape.end, "lines", shape.column)
    return Mended(blanked(text, shape.start, shape.end), (loss,), {}, shape.end)


def _is_item_above(text: str, shape: Shape) -> bool:
    """Whether a line stands as far in as the dash of an item above it: what lies below it is its own."""
    line = shape.start
    while line > 0:
        line = line_start(text, line - 1)
        blanks = indent_of(text, line)
        if 0 <= blanks <= shape.column:
            return blanks == shape.column and text.startswith("-", line + blanks)
    return False


def value_or_line(text: str, at: int, *, flow: bool) -> Mended:
    """Blank out the value that an error stands in, else the item, else the line, with what lies below."""
    shape = shape_at(text, at)
    if shape.value >= 0 and (at >= shape.value or flow):
        end = below(text, shape.start, shape.column, closers=flow)
        loss = Loss(shape.value, end, "value", shape.content)
        return Mended(blanked(text, shape.value, end), (loss,), {}, end)
    if shape.dash >= 0 and at > shape.dash:
        line = next_line(text, shape.start)
        beside = line != -1 and indent_of(text, line) == shape.column and shape_at(text, line).value >= 0
        end = shape.end if beside else below(text, shape.start, shape.dash - shape.start, closers=flow)
        loss = Loss(shape.content, end, "item", shape.dash)
        return Mended(blanked(text, shape.content, end), (loss,), {}, end)
    return whole_line(text, at)


def whole_line(text: str, at: int) -> Mended:
    """Blank out a line and what lies below it."""
    start = line_start(text, at)
    column = max(indent_of(text, start), 0)
    end = below(text, start, column)
    loss = Loss(start + column, end, "lines", column)
    return Mended(blanked(text, start, end), (loss,), {}, end)


def block_above(text: str, at: int) -> Mended:
    """Blank out the whole block that a line stands in."""
    start = line_start(text, at)
    column = indent_of(text, start)
    line = start
    while line > 0:
        line = line_start(text, line - 1)
        blanks = indent_of(text, line)
        if blanks >= 0 and (column < 0 or blanks < column):
            return whole_line(text, line)
    return rest_of_file(text, at)


def rest_of_file(text: str, at: int) -> Mended:
    """Blank out everything from a line on."""
    start = line_start(text, at)
    return Mended(blanked(text, start, len(text)), (Loss(start, len(text), "lines", 0),), {}, len(text))
