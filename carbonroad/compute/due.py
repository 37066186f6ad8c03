"""When an item is due, once conditions are taken into account."""

from collections.abc import Iterable
from datetime import date, timedelta

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.deadline_value import Deadline
from carbonroad.base.times.durations import end_midnight
from carbonroad.compute.item_state import finished_day
from carbonroad.link.system import Item, System
from carbonroad.model.items import Work


class Due(NamedTuple):
    """An item's days.

    Attributes:
        first: First day, None where open.
        latest: Latest day that binds; None where open, or while a condition is not met.
        expected: While a condition is not met: the latest day to expect, from the condition's own.
        waits_for: The condition that is not met yet, qualified.
    """

    first: date | None = None
    latest: date | None = None
    expected: date | None = None
    waits_for: str | None = None


NO_DAYS = Due()


def due_days(system: System, some: Iterable[Item] | None = None) -> dict[str, Due]:
    """Return each item's days by its qualified id, or those of some items."""
    followed: dict[str, Due] = {}
    found = {}
    for item in system.items.values() if some is None else some:
        ref, deadline = item.ref, item.deadline
        if deadline is not None and deadline.kind != "conditional" and deadline.earliest is not None:
            found[ref] = Due(deadline.earliest, deadline.latest)
        else:
            found[ref] = _due(system, item, followed)
    return found


def _due(system: System, item: Item, followed: dict[str, Due]) -> Due:
    """An item's days; a chain of conditions, however long, is followed once.

    Args:
        system: The roadmap.
        item: One of it.
        followed: Days known by now, added to.
    """
    waiting: dict[str, Item] = {}
    at: Item | None = item
    while at is not None and at.ref not in followed and at.ref not in waiting:
        settled = _settled(system, at)
        if settled is not None:
            followed[at.ref] = settled
        else:
            waiting[at.ref] = at
            at = system.items.get(at.condition or "")
    if at is not None and at.ref in waiting:  # a circle: each has its own words alone
        refs = list(waiting)
        for ref in refs[refs.index(at.ref) :]:
            followed[ref] = _expected(waiting.pop(ref), None)
    for ref, one in reversed(waiting.items()):
        followed[ref] = _expected(one, followed.get(at.ref) if at is not None else None)
        at = one
    return followed[item.ref]


def _settled(system: System, item: Item) -> Due | None:
    """The days of an item that waits for nothing, or for nothing any more."""
    deadline = item.deadline
    if deadline is None:
        return Due(item.earliest, item.latest) if isinstance(item.written, Work) else NO_DAYS
    if deadline.kind != "conditional":
        return Due(deadline.earliest or item.earliest, deadline.latest)
    condition = system.items.get(item.condition or "")
    met = None if condition is None else finished_day(condition)
    return None if met is None else _counted_from(deadline, met)


def _expected(item: Item, condition: Due | None) -> Due:
    """The days of an item that waits: counted from the condition's own, which may be expected itself."""
    deadline = item.deadline
    if deadline is None:
        return NO_DAYS
    waits_for = item.condition or deadline.condition or ""
    met = None if condition is None else condition.latest or condition.expected
    if met is None:
        return Due(None, None, deadline.latest, waits_for)
    counted = _counted_from(deadline, met)
    days = (met, counted.latest, counted.first)
    return Due(None, None, max(day for day in days if day is not None), waits_for)


def _counted_from(deadline: Deadline, met: date) -> Due:
    """The days once the condition is met on a day."""
    if deadline.condition_lag is not None:
        midnight = end_midnight(met.toordinal() + 1, deadline.condition_lag)
        latest = None if isinstance(midnight, Refusal) else date.fromordinal(midnight - 1)
        return Due(None, latest)
    if deadline.base_kind in (None, "from"):
        first = met + timedelta(days=1) if met < date.max else met
        return Due(max(first, deadline.earliest or first), deadline.latest)
    return Due(deadline.earliest, deadline.latest)


def opens(item: Item, due: Due) -> bool:
    """Whether an item has a first day and no last: from 2031, or after what is finished by now."""
    if item.deadline is None or due.first is None or due.latest is not None:
        return False
    return item.deadline.kind == "from" or (
        item.deadline.kind == "conditional" and item.deadline.base_kind in (None, "from")
    )
