"""How a roadmap stands on its data date: counts by status, and lists of what asks for attention."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.base.times.periods import Period
from carbonroad.compute.facts import Facts
from carbonroad.compute.reviews.moments import How, Moment, done_day, moments
from carbonroad.compute.reviews.tallies import BodyTally, Tally, answering, body_tallies, tally
from carbonroad.compute.tracks.track import Track
from carbonroad.link.system import Item, System

PAST = ("late", "missed", "not-reached", "unreported")
"""The states of what is past due, or can no longer be met, and not done."""
CLOSED = frozenset(("done", "missed", "dropped", "superseded"))
LISTS = (
    *PAST,
    "due",
    "coming",
    "at-risk",
    "off-track",
    "cannot-be-met",
    "forecast-late",
    "behind-plan",
    "recently-done",
)
"""The lists of a review (docs/progress.md says what stands on each)."""


class Entry(NamedTuple):
    """An item on a list, with the day that put it there.

    Attributes:
        item: The item.
        state: One of `STATES`.
        day: The day it is about; of several terms the earliest; None where the item has no day.
        days: From the data date to that day, negative once past.
        how: What kind of day it is.
        terms: The years, quarters or months it is about, of what recurs.
    """

    item: Item
    state: str
    day: date | None = None
    days: int | None = None
    how: How = "due"
    terms: tuple[Period, ...] = ()

    @property
    def binding(self) -> bool:
        """Whether the day is a deadline, and not one to expect or of the plan alone."""
        return self.how in ("due", "begins")


class Review(NamedTuple):
    """A roadmap on its data date.

    Attributes:
        as_of: The data date.
        until: Last day of the horizon within which things are due.
        items: What counts, in the order of the files: listed, neither dropped nor superseded.
        left_out: How many are dropped or superseded.
        tally: Counts of all.
        parts: Counts by part, in the roadmap's order; parts without items are missing.
        bodies: Counts by body, the largest first; last those without an owner.
        joint: How many items have more than one owner or lead, and so count more than once in `bodies`.
        lists: The entries of each of `LISTS`, by day.
    """

    as_of: date
    until: date
    items: tuple[Item, ...]
    left_out: int
    tally: Tally
    parts: Mapping[str, Tally]
    bodies: tuple[BodyTally, ...]
    joint: int
    lists: Mapping[str, tuple[Entry, ...]]


def review(system: System, facts: Facts, items: Iterable[Item], until: date) -> Review:
    """Review items on the roadmap's data date.

    Args:
        system: The roadmap.
        facts: What is computed from it.
        items: What is asked about; targets that a milestone stands for are left out here.
        until: Last day of the horizon.
    """
    listed = [item for item in items if item.listed]
    live = [item for item in listed if counts(facts, item)]
    lists = _lists(system, facts, live, until)
    soon = {entry.item.ref for entry in lists["due"]}
    parts: dict[str, list[Item]] = {}
    for item in live:  # a system keeps its items in the order of its parts
        parts.setdefault(item.part, []).append(item)
    return Review(
        system.as_of,
        until,
        tuple(live),
        len(listed) - len(live),
        tally(facts, live, soon),
        {part: tally(facts, own, soon) for part, own in parts.items()},
        body_tallies(facts, live, soon),
        sum(len(answering(item)) > 1 for item in live),
        lists,
    )


def counts(facts: Facts, item: Item) -> bool:
    """Whether an item counts: it is neither dropped nor superseded."""
    standing = facts.standings[item.ref]
    return not standing.superseded and standing.status != "dropped"


def _lists(
    system: System, facts: Facts, items: Sequence[Item], until: date
) -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {name: [] for name in LISTS}
    tracks = facts.item_tracks
    as_of = system.as_of
    since = date.fromordinal(max(1, 2 * as_of.toordinal() - until.toordinal()))
    for item in items:
        standing = facts.standings[item.ref]
        state = standing.state
        days = moments(facts, item)
        if state in (*PAST, "at-risk"):
            found[state].append(past_entry(item, state, days, as_of))
        ended = done_day(item, standing)
        if ended is not None and since <= ended <= as_of:
            found["recently-done"].append(Entry(item, state, ended, (ended - as_of).days))
        if state in CLOSED:
            continue
        ahead = _ahead(days, as_of, until)
        for name, binding in (("due", True), ("coming", False)):
            chosen = [one for one in ahead if (one.how == "due") is binding]
            if chosen:
                found[name].append(entry(item, state, chosen, as_of))
        for name in () if state in PAST else _doubts(facts, item, days, tracks):
            found[name].append(past_entry(item, state, days, as_of))
    return {name: tuple(sorted(entries, key=by_day)) for name, entries in found.items()}


def due_entries(facts: Facts, items: Iterable[Item], as_of: date, until: date) -> list[Entry]:
    """Return what is open and binding and due from the data date to a day."""
    found = []
    for item in items:
        state = facts.standings[item.ref].state
        if state not in CLOSED:
            chosen = [one for one in _ahead(moments(facts, item), as_of, until) if one.how == "due"]
            found += [entry(item, state, chosen, as_of)] if chosen else []
    return found


def _ahead(days: Sequence[Moment], as_of: date, until: date) -> list[Moment]:
    """The days from the data date to the horizon of which no outcome is recorded."""
    return [one for one in days if not one.settled and not one.passed(as_of) and one.day <= until]


def _doubts(
    facts: Facts, item: Item, days: Sequence[Moment], tracks: Mapping[str, tuple[Track, ...]]
) -> list[str]:
    """What the numbers say against an item that is not past due; the stated word stays what it is."""
    found = []
    if any(track.state == "off-track" for track in tracks.get(item.ref, ())):
        found.append("off-track")
    activity = facts.schedule.activities.get(item.ref)
    if activity is not None and activity.total_float_days is not None and activity.total_float_days < 0:
        found.append("cannot-be-met")
    expected = None if activity is None else facts.forecast.items.get(item.ref)
    if expected is not None and expected.missed_days:
        found.append("forecast-late")
    complete = (facts.standings[item.ref].progress or 0) >= 100
    if not complete and any(one.how == "planned" and one.passed(facts.system.as_of) for one in days):
        found.append("behind-plan")
    return found


def past_entry(item: Item, state: str, days: Sequence[Moment], as_of: date) -> Entry:
    """Return an entry about what is past of an item; where nothing is, about what comes next."""
    left = [one for one in days if not one.settled]
    past = [one for one in left if one.passed(as_of)]
    return entry(item, state, past or left[:1], as_of)


def entry(item: Item, state: str, chosen: Sequence[Moment], as_of: date) -> Entry:
    """Return an entry about some of an item's days."""
    if not chosen:
        return Entry(item, state)
    first = chosen[0]
    terms = tuple(one.term for one in chosen if one.term is not None)
    return Entry(item, state, first.day, (first.day - as_of).days, first.how, terms)


def by_day(one: Entry) -> date:
    """Return what entries are sorted by: what has no day stands last."""
    return one.day or date.max
