"""Which items a document is about, and the day by which each is put in order."""

from collections.abc import Iterable
from datetime import date, timedelta

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.durations import add_months
from carbonroad.base.times.periods import Period
from carbonroad.link.system import Item, Parties, System
from carbonroad.model.roadmap import Part
from carbonroad.views.shared.words import Words


def concerns(duties: Parties, owner: str) -> bool:
    """Return whether a body owns, leads or supports what these are the duties of; empty for any body."""
    return not owner or any(party.key == owner for party in (*duties.owner, *duties.lead, *duties.support))


def chosen_items(words: Words, part: Part | None) -> list[Item]:
    """Return the listed items of a part, or of all, that the option `owner` leaves."""
    system: System = words.system
    found = system.items.values() if part is None else system.items_of(part.id)
    return [item for item in found if item.listed and concerns(item.parties, words.options.owner)]


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


def by_day(words: Words, items: Iterable[Item]) -> list[Item]:
    """Return items in order of time; what has no day stands last."""
    return sorted(items, key=lambda item: key_day(words, item) or date.max)


def phase_key(words: Words, day: date | None) -> str:
    """Return the tag of the phase a day lies in; `p0` for one outside all of them."""
    phase = None if day is None else words.system.phase_at(day)
    return "p0" if phase is None else f"p{words.system.phases.index(phase) + 1}"


def says_years(title: str, years: Period) -> bool:
    """Return whether a phase's title names its first and last year itself: they are not said twice."""
    return str(years.first.year) in title and str(years.last.year) in title


def next_twelve_months(as_of: date) -> date:
    """Return the last day of the twelve months from the data date."""
    later = add_months(as_of, 12)
    return date.max - timedelta(days=1) if isinstance(later, Refusal) else later
