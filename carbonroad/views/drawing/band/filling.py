"""Bills filled into columns: whole rows as long as they fit, a row taller than a page in pieces."""

from collections.abc import Sequence
from dataclasses import replace

from carbonroad.views.drawing.band.bill import Bill, Field
from carbonroad.views.drawing.band.tables import Fitted, fit
from carbonroad.wording import Wording

GAP = 0.6
_REMARK_ROOM = 3.0
Type = tuple[float, float]
"""Type size, and the height added to each row's lines."""


def fill(
    bills: Sequence[Bill], width: float, height: float, form: Type, w: Wording, remark: str, least: int = 2
) -> tuple[list[Fitted], list[Bill]]:
    """Fill a column of a width and height; return its tables and what found no room.

    Args:
        bills: In order.
        width: Of the column.
        height: Of the column.
        form: Type size and padding.
        w: The interface words.
        remark: English words said over a table that goes on elsewhere, with {n} and {m}.
        least: How many rows a table has at least that goes on elsewhere.
    """
    tables: list[Fitted] = []
    waiting = [bill for bill in bills if bill.refs]
    while waiting:
        table, rest = take_rows(waiting[0], width, height, form, w, remark, least)
        if table is None:
            break
        tables.append(table)
        height -= table.height + GAP
        if rest is not None:
            waiting[0] = rest
            break
        waiting.pop(0)
    return tables, waiting


def take_rows(
    bill: Bill, width: float, height: float, form: Type, w: Wording, remark: str, least: int = 2
) -> tuple[Fitted | None, Bill | None]:
    """Return as much of a bill as fits into a height, and the rest; nothing if `least` rows do not fit."""
    fitted = fit(bill, width, *form)
    if fitted.height + GAP <= height:
        return fitted, None
    used, count = fitted.head + _REMARK_ROOM + GAP, 0
    for tall in fitted.heights:
        if used + tall > height:
            break
        used += tall
        count += 1
    while count >= least:
        first = bill.rows(0, count)
        said = w(remark, n=count, m=len(bill.refs)) if remark else ""
        first = replace(first, remark=" · ".join(filter(None, (bill.remark, said))))
        fitted = fit(first, width, *form)
        if fitted.height + GAP <= height:
            following = bill.rows(count, len(bill.refs))
            return fitted, replace(following, title=continued(bill.title, w), remark="")
        count -= 1
    return None, bill


def continued(title: str, w: Wording) -> str:
    """Return the title of a table's continuation."""
    ending = w(" (continued)")
    return title if title.endswith(ending) else title + ending


def cut_row(bill: Bill, width: float, height: float, form: Type, w: Wording) -> tuple[Fitted, Bill]:
    """Return a page with the beginning of a first row that is taller than the page, and what is left."""
    one = bill.rows(0, 1)
    fitted = fit(one, width, *form)
    size, padding = form
    lines = max(1, int((height - fitted.head - GAP - _REMARK_ROOM - padding) / (1.2 * size)))
    heads, tails = [], []
    for column, field in enumerate(one.fields):
        head, tail = _cut_words(field.cells[0], fitted.cells[0][column][:lines])
        heads.append(replace(field, cells=(head,)))
        tails.append(tail)
    page = fit(replace(one, fields=tuple(heads), open=True), width, *form)
    fields = tuple(_with_first(field, tail) for field, tail in zip(bill.fields, tails, strict=True))
    return page, replace(bill, fields=fields, title=continued(bill.title, w), remark="", begun=True)


def _with_first(field: Field, tail: str) -> Field:
    kept = field.key in ("zone", "no")
    return replace(field, cells=(field.cells[0] if kept else tail, *field.cells[1:]))


def _cut_words(words: str, lines: Sequence[str]) -> tuple[str, str]:
    """The words of some lines, and what follows them."""
    at = 0
    for line in lines:
        found = words.find(line, at) if line else at
        at = (found if found >= 0 else at) + len(line)
    return words[:at], words[at:].strip()
