"""When an item is due, once conditions are taken into account."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from carbonroad.base.dates import end_midnight
from carbonroad.base.deadlines import Deadline
from carbonroad.base.refusal import Refusal
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


def due_days(system: System) -> dict[str, Due]:
    """Return each item's days by its qualified id."""
    return {item.ref: _due(system, item, frozenset()) for item in system.items.values()}


def finished_day(item: Item) -> date | None:
    """Return the day an item was finished; None for what is not, or recurs."""
    finished = item.written.finished
    return finished.day if isinstance(finished, Day) else None


def latest_report(item: Item, as_of: date) -> Report | None:
    """Return the latest monitoring report up to the data date; of several of one day the last written."""
    reports = () if isinstance(item.written, Target) else item.written.reports
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


def _due(system: System, item: Item, waiting: frozenset[str]) -> Due:
    deadline = item.deadline
    if deadline is None or deadline.kind != "conditional":
        return Due(item.earliest, item.latest)
    condition = system.items.get(item.condition or "")
    met = None if condition is None else finished_day(condition)
    if met is not None:
        return _counted_from(deadline, met)
    waits_for = item.condition or deadline.condition or ""
    return Due(None, None, _expected(system, deadline, condition, waiting | {item.ref}), waits_for)


def _expected(
    system: System, deadline: Deadline, condition: Item | None, waiting: frozenset[str]
) -> date | None:
    """The latest day to expect: counted from the condition's own, which may be expected itself."""
    if condition is None or condition.ref in waiting:
        return deadline.latest
    due = _due(system, condition, waiting)
    met = due.latest or due.expected
    if met is None:
        return deadline.latest
    counted = _counted_from(deadline, met)
    return max(day for day in (met, counted.latest, counted.first) if day is not None)


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


def binding_links(system: System) -> Iterator[tuple[int, Link, Item, Item]]:
    """Yield each link that binds: its place in `System.links`, itself, its predecessor and successor."""
    void = {ref for ref, item in system.items.items() if is_void(item, system.as_of)}
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
