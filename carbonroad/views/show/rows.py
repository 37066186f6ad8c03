"""A row of the timetable in a terminal: deadline, item, lead, status."""

from carbonroad.link.system import Item
from carbonroad.views.document import Cell, Column, Line, Row, Span
from carbonroad.views.shared.selection import key_day
from carbonroad.views.shared.status_marks import CLOSED, STATUS_WORDS, status_mark
from carbonroad.views.shared.words import Words

_SPREAD = 160
"""From so many columns on, and in a pipe, a row is one line: every detail has a column."""


def columns_of(words: Words, columns: int | None) -> tuple[Column, ...]:
    """Return the columns for a terminal so wide; None for a pipe."""
    w = words.w
    deadline, item, lead = Column(w("Deadline")), Column(w("Item"), "head"), Column(w("Lead"))
    status = Column(w("Status"))
    if columns is not None and columns < _SPREAD:
        return (deadline, item, lead, status)
    return (Column(w("Date")), deadline, status, Column(w("Days"), "num"), Column(w("Id")), lead, item)


def make_row(words: Words, item: Item, columns: int | None) -> Row:
    """Return an item's row, in as many cells as `columns_of` has columns."""
    standing = words.facts.standings[item.ref]
    key = standing.state
    day = key_day(words, item)
    gone = standing.superseded
    iso = Span("" if day is None else day.isoformat(), "iso")
    deadline = Span(words.deadline(item), "struck" if gone else "")
    name = Span(words.name(item), "struck" if gone else "strong")
    status: Line = (status_mark(key), Span(" "), Span(words.w(STATUS_WORDS[key]), f"st st-{key}"))
    lead, ref = (Span(_lead(words, item)),), Span(item.ref, "id")
    if columns is not None and columns < _SPREAD:
        left = _days_left(words, item)
        lines = (
            ((deadline,), (iso,)),
            ((name,), (ref,)),
            (lead,),
            (status, (Span(left, "note"),)),
        )
        return Row(tuple(Cell(found) for found in lines), item.ref)
    days = Span("" if day is None else f"{(day - words.system.as_of).days}")
    flat: tuple[Line, ...] = ((iso,), (deadline,), status, (days,), (ref,), lead, (name,))
    return Row(tuple(Cell((line,)) for line in flat), item.ref)


def _lead(words: Words, item: Item) -> str:
    names = words.answering(item.parties) or words.w("not named")
    return f"{names}\u00a0†" if item.parties.answering and item.parties.inferred else names


def _days_left(words: Words, item: Item) -> str:
    """How far ahead or past the day is, of what is still open and near."""
    standing = words.facts.standings[item.ref]
    if standing.days is None or standing.state in CLOSED:
        return ""
    if standing.days < 0:
        return words.w.plural("{n} day past", "{n} days past", -standing.days) if standing.past_due else ""
    return words.in_days(standing.days)
