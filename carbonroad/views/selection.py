"""Which items a document is about, and the day by which each is put in order."""

from datetime import date, timedelta

from carbonroad.base.times.dates import Refusal, add_months
from carbonroad.base.times.periods import Period
from carbonroad.link.system import Item, Party, System
from carbonroad.model.roadmap import Part
from carbonroad.views.words import Words


def concerns(item: Item, owner: str) -> bool:
    """Return whether a body owns, leads or supports an item; empty for any body."""
    duties = item.parties
    return not owner or any(
        party_key(party) == owner for party in (*duties.owner, *duties.lead, *duties.support)
    )


def party_key(party: Party) -> str:
    """Return what tells bodies apart: the declared one's id, else the words."""
    return party.key


def chosen_items(words: Words, part: Part | None) -> list[Item]:
    """Return the listed items of a part, or of all, that the option `owner` leaves."""
    system: System = words.system
    found = system.items.values() if part is None else system.items_of(part.id)
    return [item for item in found if item.listed and concerns(item, words.options.owner)]


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


def phase_key(words: Words, day: date | None) -> str:
    """Return the tag of the phase a day lies in; `p0` for one outside all of them."""
    for n, phase in enumerate(words.system.phases, 1):
        if day is not None and phase.years.first <= day <= phase.years.last:
            return f"p{n}"
    return "p0"


def says_years(title: str, years: Period) -> bool:
    """Return whether a phase's title names its first and last year itself: they are not said twice."""
    return str(years.first.year) in title and str(years.last.year) in title


def next_twelve_months(as_of: date) -> date:
    """Return the last day of the twelve months from the data date."""
    later = add_months(as_of, 12)
    return date.max - timedelta(days=1) if isinstance(later, Refusal) else later
