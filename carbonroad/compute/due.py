"""When an item is due, once conditions are taken into account."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.dates import end_midnight
from carbonroad.base.times.deadlines import Deadline
from carbonroad.link.system import Item, Link, System
from carbonroad.model.items import Target, Work
from carbonroad.model.terms import Day, Report

UNDATED = frozenset(("none", "not-stated"))


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


def finished_day(item: Item) -> date | None:
    """Return the day an item was finished; None for what is not, or recurs."""
    finished = item.written.finished
    return finished.day if isinstance(finished, Day) else None


def latest_report(item: Item, as_of: date) -> Report | None:
    """Return the latest monitoring report up to the data date; of several of one day the last written."""
    reports = () if isinstance(item.written, Target) else item.written.reports
    if not reports:
        return None
    found: Report | None = None
    for report in reports:
        if report.date <= as_of and (found is None or report.date >= found.date):
            found = report
    return found


def stated_status(item: Item, as_of: date) -> str | None:
    """Return the status in the author's words: the latest report's, else the item's own."""
    if isinstance(item.written, Target) or not item.written.reports:
        return item.status
    report = latest_report(item, as_of)
    return report.status if report is not None and report.status is not None else item.status


def progress_of(item: Item, as_of: date) -> float | None:
    """Return an item's progress in percent: the latest report's, else a work's own; None if not reported."""
    report = latest_report(item, as_of)
    if report is not None and report.progress is not None:
        return report.progress
    return item.written.progress if isinstance(item.written, Work) else None


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


def recurs(item: Item) -> bool:
    """Whether an item is due again and again."""
    return item.deadline is not None and item.deadline.kind == "each"


def opens(item: Item, due: Due) -> bool:
    """Whether an item has a first day and no last: from 2031, or after what is finished by now."""
    if item.deadline is None or due.first is None or due.latest is not None:
        return False
    return item.deadline.kind == "from" or (
        item.deadline.kind == "conditional" and item.deadline.base_kind in (None, "from")
    )


def is_void(item: Item, as_of: date = date.max) -> bool:
    """Whether an item no longer binds: dropped (also by a report up to the data date) or superseded."""
    return item.superseded_by is not None or stated_status(item, as_of) == "dropped"


def void_items(system: System) -> frozenset[str]:
    """Return the items that no longer bind on the data date."""
    return frozenset(ref for ref, item in system.items.items() if is_void(item, system.as_of))


def binding_links(
    system: System, void: AbstractSet[str] | None = None
) -> Iterator[tuple[int, Link, Item, Item]]:
    """Yield each link that binds: its place in `System.links`, itself, its predecessor and successor.

    Args:
        system: The roadmap.
        void: Its items that no longer bind, where they are known.
    """
    void = void_items(system) if void is None else void
    for index, link in enumerate(system.links):
        before, after = system.items.get(link.predecessor), system.items.get(link.successor)
        if link.type == "informs" or before is None or after is None or before is after:
            continue
        if before.ref not in void and after.ref not in void:
            yield index, link, before, after


def is_timed(item: Item) -> bool:
    """Whether an item is a work with a duration."""
    return isinstance(item.written, Work) and item.written.kind == "timed"


def is_gate(item: Item) -> bool:
    """Whether an item is reached at one moment: a milestone or a target."""
    return not isinstance(item.written, Work)
