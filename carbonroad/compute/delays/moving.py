"""Moving an item's stated days by a delay, and why some cannot be moved."""

from collections.abc import Iterable, Mapping
from datetime import date

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.deadline_value import Deadline
from carbonroad.base.times.durations import Duration, end_midnight
from carbonroad.compute.due import Due
from carbonroad.compute.item_state import finished_day, is_void, recurs
from carbonroad.compute.scheduling.schedule import Schedule
from carbonroad.link.system import Item, System
from carbonroad.model.items import Work
from carbonroad.model.terms import Day

Lengths = tuple[Duration, ...]


def is_put_off(item: Item) -> bool:
    """Whether the schedule computes an item's days, so that a delay is put before it."""
    work = item.written
    return isinstance(work, Work) and work.takes is not None and work.finish is None


def refused(system: System, due: Mapping[str, Due], schedule: Schedule, item: Item) -> Refusal | None:
    """Return why an item cannot be delayed; None where it can."""
    ref = item.ref
    finished = finished_day(item)
    if finished is not None:
        return Refusal(
            "finished",
            say("{item} was finished on {day} and cannot be delayed.", item=ref, day=finished),
            say("delay what waits for it"),
        )
    if is_void(item, system.as_of):
        return Refusal(
            "void",
            say("{item} is dropped or superseded: there is nothing to delay.", item=ref),
            say("delay what stands in its place"),
        )
    if recurs(item):
        return Refusal(
            "recurs",
            say("{item} is due again and again: there is no one day to move.", item=ref),
            say("delay a milestone, a target or a work that comes once"),
        )
    if due[ref].waits_for is not None:
        return Refusal(
            "conditional",
            say("{item} has no day before {condition} is finished.", item=ref, condition=due[ref].waits_for),
            say("delay {condition} instead", condition=due[ref].waits_for),
        )
    return _without_days(due[ref], schedule, item)


def _without_days(due: Due, schedule: Schedule, item: Item) -> Refusal | None:
    ref = item.ref
    activity = schedule.activities.get(ref)
    if is_put_off(item) and (activity is None or activity.early_start is None):
        return Refusal(
            "undated",
            say("{item} has no dates to delay: it waits for nothing dated.", item=ref),
            say("give it a start, or let it wait for something that has one"),
        )
    if not is_put_off(item) and due.latest is None and due.first is None and not _has_start(item):
        return Refusal(
            "no-day",
            say("{item} has no day that could be moved.", item=ref),
            say("delay something with a deadline or a duration"),
        )
    return None


def outside_calendar(ref: str) -> Refusal:
    """Return the refusal of a delay that leaves the calendar."""
    return Refusal(
        "outside-calendar",
        say("{item} would come before the year 1 or after 9999.", item=ref),
        say("check the delay for a digit too many"),
    )


def _has_start(item: Item) -> bool:
    return isinstance(item.written, Work) and (
        item.written.start is not None or item.written.finish is not None
    )


def moved_item(item: Item, lengths: Lengths) -> Item | Refusal:
    """An item with its stated days moved."""
    deadline, work = item.deadline, item.written
    days: list[date | None] = [] if deadline is None else [deadline.earliest, deadline.latest]
    if isinstance(work, Work):
        days += [work.start.day if work.start else None, work.finish.day if work.finish else None]
    if any(day is not None and _later(day, lengths) is None for day in days):
        return outside_calendar(item.ref)
    if deadline is not None:
        item = item._replace(deadline=_moved_deadline(deadline, lengths))
    if isinstance(work, Work):
        item = item._replace(
            written=work._replace(
                start=_moved_day(work.start, lengths, first=True), finish=_moved_day(work.finish, lengths)
            )
        )
    return item


def moved_due(due: Mapping[str, Due], summed: Mapping[str, Lengths], moved: Iterable[str]) -> dict[str, Due]:
    """The days of moved items, whose deadlines may have been counted from something finished."""
    found = {}
    for ref in moved:
        first, latest = due[ref].first, due[ref].latest
        found[ref] = due[ref]._replace(
            first=None if first is None else _later(first, summed[ref], first=True),
            latest=None if latest is None else _later(latest, summed[ref]),
        )
    return found


def _moved_deadline(deadline: Deadline, lengths: Lengths) -> Deadline:
    first = None if deadline.earliest is None else _later(deadline.earliest, lengths, first=True)
    last = None if deadline.latest is None else _later(deadline.latest, lengths)
    return deadline._replace(earliest=first, latest=last)


def _moved_day(day: Day | None, lengths: Lengths, *, first: bool = False) -> Day | None:
    moved = None if day is None else _later(day.day, lengths, first=first)
    return None if day is None or moved is None else day._replace(day=moved)


def _later(day: date, lengths: Lengths, *, first: bool = False) -> date | None:
    """A day moved by the midnight that begins it, or of a last day by the one that ends it."""
    midnight = day.toordinal() + (not first)
    for by in lengths:
        moved = end_midnight(midnight, by)
        if isinstance(moved, Refusal):
            return None
        midnight = moved
    ordinal = midnight - (not first)
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
