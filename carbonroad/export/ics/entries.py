"""What a calendar holds of a roadmap: an entry a deadline, without a word of the calendar's own format."""

import uuid
from collections.abc import Iterator
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.base.times.periods import Period
from carbonroad.compute.due import opens
from carbonroad.compute.item_state import finished_day
from carbonroad.export.format import Exported
from carbonroad.link.system import Item
from carbonroad.model.terms import Day, TermDays
from carbonroad.views.shared.words import Words

_NAMESPACE = uuid.UUID("0d9c4a52-6b1e-5f0e-9f51-9a3f1f3b7c11")
_OVER = frozenset(("done", "missed", "dropped", "superseded", "not-reached"))


class Entry(NamedTuple):
    """One deadline, or one of those that come again and again.

    Attributes:
        uid: The same in every export of a roadmap of this name, whatever its day or title.
        item: What is due.
        day: The day it stands under; None for what has none.
        role: What the day is: `due`, `expected` (a condition is not met yet), `planned` (the schedule's),
            `begins`; empty without a day.
        term: Of what recurs: the year, quarter or month.
        finished: The day it was finished.
        done: Whether it is done.
        void: Whether it no longer binds.
        closed: Whether nothing is to be done any more, so that nothing has to be called to mind.
    """

    uid: str
    item: Item
    day: date | None
    role: str
    term: Period | None
    finished: date | None
    done: bool
    void: bool
    closed: bool


def entries(exported: Exported) -> list[Entry]:
    """Return the entries of the items that the call leaves, in the roadmap's order."""
    words = Words(exported.system, exported.facts, exported.lang)
    items = (item for item in exported.system.items.values() if item.listed and exported.chosen(item))
    return [entry for item in items for entry in _entries(words, item)]


def without_day(found: list[Entry]) -> list[Entry]:
    """Return the entries that cannot stand in a calendar as events."""
    return [entry for entry in found if entry.day is None]


def stable_uid(*names: str) -> str:
    """Return a UUID made of names alone (RFC 9562, version 5), as RFC 7986 wants a UID to be."""
    return str(uuid.uuid5(_NAMESPACE, "\n".join(names)))


def _entries(words: Words, item: Item) -> Iterator[Entry]:
    standing = words.facts.standings[item.ref]
    state = standing.state
    name = words.system.name
    done, void = state == "done", state in ("dropped", "superseded")
    terms = item.deadline.instances if item.deadline is not None and item.deadline.kind == "each" else ()
    if not terms:
        day, role = _day(words, item)
        finished = finished_day(item)
        uid = stable_uid(name, item.ref)
        yield Entry(uid, item, day, role, None, finished, done, void, state in _OVER)
        return
    by_term = _finished_terms(item)
    for term in terms:
        finished = by_term.get(term)
        uid = stable_uid(name, item.ref, term.first.isoformat())
        over = void or done or finished is not None
        yield Entry(uid, item, term.last, "due", term, finished, done or finished is not None, void, over)


def _finished_terms(item: Item) -> dict[Period, date]:
    """Return the days on which single years, quarters or months of what recurs were finished."""
    from carbonroad.base.texts.refusal import Refusal
    from carbonroad.base.times.periods import parse_period

    finished = item.written.finished
    if not isinstance(finished, TermDays):
        return {}
    found = {}
    for words, day in finished.entries:
        period = parse_period(words.text)
        if not isinstance(period, Refusal):
            found[Period(period.first, period.last)] = day.day if isinstance(day, Day) else day
    return found


def _day(words: Words, item: Item) -> tuple[date | None, str]:
    """The day an item stands under and what it is."""
    due = words.facts.due[item.ref]
    if opens(item, due):
        return due.first, "begins"
    if due.latest is not None:
        return due.latest, "due"
    if due.expected is not None:
        return due.expected, "expected"
    activity = words.facts.schedule.activities.get(item.ref)
    if item.deadline is None and activity is not None and activity.early_finish is not None:
        return activity.early_finish, "planned"
    return (due.first, "begins") if due.first is not None else (None, "")
