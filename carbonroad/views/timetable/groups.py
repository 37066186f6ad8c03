"""Which group of the timetable an item stands in, and its order there."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from carbonroad.base.dates import Refusal, add_months
from carbonroad.link.system import Item
from carbonroad.views.words import Words

_BAD = frozenset(("late", "missed"))


class Group(NamedTuple):
    """Rows of one group; `unreported` ones are folded away at the end."""

    key: str
    heading: str
    note: str
    items: tuple[Item, ...]


def key_day(words: Words, item: Item) -> date | None:
    """Return the day an item is sorted by: its latest day, else the one to expect, else its first."""
    due = words.facts.due[item.ref]
    deadline = item.deadline
    if deadline is not None and deadline.kind == "each":
        coming = [p.last for p in deadline.instances if p.last >= words.system.as_of]
        return coming[0] if coming else due.latest
    activity = words.facts.schedule.activities.get(item.ref)
    planned = activity.early_finish if activity is not None and deadline is None else None
    return due.latest or due.expected or planned or due.first


def grouped(words: Words, items: Iterable[Item]) -> list[Group]:
    """Return the groups that hold something, in the order in which they are shown."""
    found: dict[str, list[tuple[date, Item]]] = {}
    for item in items:
        day = key_day(words, item)
        found.setdefault(_group(words, item, day), []).append((day or date.max, item))
    groups = []
    for key, heading, note in _headings(words):
        rows = found.pop(key, None)
        if rows:
            rows.sort(key=lambda pair: pair[0])
            counted = words.w("{n} items", n=len(rows)) if len(rows) > 1 else words.w("1 item")
            groups.append(
                Group(key, heading, " · ".join(filter(None, (note, counted))), tuple(i for _, i in rows))
            )
    return groups


def next_twelve_months(as_of: date) -> date:
    """Return the last day of the twelve months from the data date."""
    later = add_months(as_of, 12)
    return date.max if isinstance(later, Refusal) else later


def _group(words: Words, item: Item, day: date | None) -> str:
    standing = words.facts.standings[item.ref]
    as_of = words.system.as_of
    if standing.superseded:
        return "undated" if day is None else "earlier" if day < as_of else _coming(words, day)
    if standing.status in _BAD or (standing.status == "at-risk" and standing.past_due):
        return "late"
    if standing.status == "unreported":
        return "unreported"
    if day is None:
        return "undated"
    return "earlier" if day < as_of else _coming(words, day)


def _coming(words: Words, day: date) -> str:
    if day <= next_twelve_months(words.system.as_of):
        return "soon"
    return phase_key(words, day)


def phase_key(words: Words, day: date | None) -> str:
    """Return the tag of the phase a day lies in; `p0` for one outside all of them."""
    for n, phase in enumerate(words.system.phases, 1):
        if day is not None and phase.years.first <= day <= phase.years.last:
            return f"p{n}"
    return "p0"


def _headings(words: Words) -> Iterable[tuple[str, str, str]]:
    w, as_of = words.w, words.system.as_of
    until = next_twelve_months(as_of)
    yield "late", w("Late or missed"), w("as of {day}", day=as_of.isoformat())
    yield "soon", w("Due in the next 12 months"), w("until {day}", day=until.isoformat())
    for n, phase in enumerate(words.system.phases, 1):
        if phase.years.last < as_of:
            continue
        years = f"{phase.years.first.year}–{phase.years.last.year}"
        current = phase.years.first <= until + timedelta(days=1) <= phase.years.last
        note = w("{years}, after {day}", years=years, day=until.isoformat()) if current else years
        yield f"p{n}", words.text(phase.title), note
    yield "p0", w("Later") if words.system.phases else w("After that"), ""
    yield "undated", w("Without a date"), ""
    yield "earlier", w("Earlier: done, dropped or replaced"), w("before {day}", day=as_of.isoformat())
    yield "unreported", w("Outcome not recorded"), ""
