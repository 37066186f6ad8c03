"""A row of the timetable in a terminal: deadline, item, lead, status."""

from carbonroad.link.system import Item
from carbonroad.views.document import Cell, Column, Line, Row, Span
from carbonroad.views.selection import key_day
from carbonroad.views.status_marks import STATUS_WORDS, status_key, status_mark
from carbonroad.views.words import Words

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
    key = status_key(standing)
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
    parties = item.parties
    if parties.nobody or not parties.answering:
        return words.w("not named")
    names = words.listing(dict.fromkeys(words.short_body(one) for one in parties.answering))
    return f"{names}\u00a0†" if parties.inferred else names


def _days_left(words: Words, item: Item) -> str:
    """How far ahead or past the day is, of what is still open and near."""
    standing = words.facts.standings[item.ref]
    if standing.days is None or status_key(standing) in _CLOSED:
        return ""
    if standing.days < 0:
        return words.w.plural("{n} day past", "{n} days past", -standing.days) if standing.past_due else ""
    return words.in_days(standing.days)


_CLOSED = frozenset(("done", "dropped", "superseded", "missed", "reached-early"))
