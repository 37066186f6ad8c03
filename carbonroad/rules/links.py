"""What the rules about links share: the two ends, and the days they are compared by."""

from collections.abc import Iterator
from datetime import date

from carbonroad.base.dates import Duration, end_midnight
from carbonroad.base.refusal import Refusal
from carbonroad.compute.due import finished_day, is_void
from carbonroad.compute.facts import Facts
from carbonroad.link.system import Item, Link, System
from carbonroad.model.items import Work


def binding(system: System) -> Iterator[tuple[int, Link, Item, Item]]:
    """Yield each link that binds: its place in `System.links`, itself, its predecessor and successor."""
    for index, link in enumerate(system.links):
        before, after = system.items.get(link.predecessor), system.items.get(link.successor)
        if link.type == "informs" or before is None or after is None or before is after:
            continue
        if not is_void(before, system.as_of) and not is_void(after, system.as_of):
            yield index, link, before, after


def in_network(facts: Facts, link: Link) -> bool:
    """Whether both ends are in the schedule's network, so that dates and floats speak of the link."""
    known = facts.schedule.activities
    return link.predecessor in known and link.successor in known


def ends(item: Item, facts: Facts) -> date | None:
    """Return the day an item is over: finished, else scheduled, else its latest day."""
    activity = facts.schedule.activities.get(item.ref)
    scheduled = activity.early_finish if activity is not None else None
    return finished_day(item) or scheduled or facts.due[item.ref].latest


def begins(item: Item, facts: Facts) -> date | None:
    """Return the first day of an item: scheduled, else as stated."""
    activity = facts.schedule.activities.get(item.ref)
    if activity is not None and activity.early_start is not None:
        return activity.early_start
    written = item.written
    return written.start.day if isinstance(written, Work) and written.start is not None else item.earliest


def plus(day: date, lag: Duration | None) -> date | None:
    """Return the day that ends a lag after a day; None outside the calendar."""
    if lag is None:
        return day
    midnight = end_midnight(day.toordinal() + 1, lag)
    return None if isinstance(midnight, Refusal) or midnight < 2 else date.fromordinal(midnight - 1)


def stands_fixed(item: Item) -> bool:
    """Whether both days of a work are stated or counted back, so that nothing moves it."""
    work = item.written
    return (
        isinstance(work, Work)
        and work.finish is not None
        and (work.start is not None or work.takes is not None)
    )


def pointer(system: System, link: Link) -> str:
    """Return the place by ids where a link is written: the successor's `after` or the work's `for`."""
    return system.items[link.successor if link.by == "after" else link.predecessor].place.at(link.by)
