"""When an item is due, once conditions are taken into account."""

from datetime import date, timedelta
from typing import NamedTuple

from carbonroad.base.dates import end_midnight
from carbonroad.base.deadlines import Deadline
from carbonroad.base.refusal import Refusal
from carbonroad.link.system import Item, System
from carbonroad.model.items import Work
from carbonroad.model.terms import Day

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
    return {item.ref: _due(system, item) for item in system.items.values()}


def finished_day(item: Item) -> date | None:
    """Return the day an item was finished; None for what is not, or recurs."""
    finished = item.written.finished
    return finished.day if isinstance(finished, Day) else None


def _due(system: System, item: Item) -> Due:
    deadline = item.deadline
    if deadline is None or deadline.kind != "conditional":
        return Due(item.earliest, item.latest)
    condition = system.items.get(item.condition or "")
    met = None if condition is None else finished_day(condition)
    if met is not None:
        return _counted_from(deadline, met)
    expected = None
    if condition is not None and condition.latest is not None:
        counted = _counted_from(deadline, condition.latest)
        expected = counted.latest or counted.first
    later = max(filter(None, (expected, deadline.latest)), default=None)
    return Due(None, None, later, item.condition or deadline.condition or "")


def _counted_from(deadline: Deadline, met: date) -> Due:
    """The days once the condition is met on a day."""
    if deadline.condition_lag is not None:
        midnight = end_midnight(met.toordinal() + 1, deadline.condition_lag)
        latest = None if isinstance(midnight, Refusal) else date.fromordinal(midnight - 1)
        return Due(None, latest)
    if deadline.base_kind in (None, "from"):
        return Due(met + timedelta(days=1) if met < date.max else met, deadline.latest)
    return Due(deadline.earliest, deadline.latest)


def recurs(item: Item) -> bool:
    """Whether an item is due again and again."""
    return item.deadline is not None and item.deadline.kind == "each"


def is_void(item: Item) -> bool:
    """Whether an item no longer binds: dropped or superseded."""
    return item.status == "dropped" or item.superseded_by is not None


def is_timed(item: Item) -> bool:
    """Whether an item is a work with a duration."""
    return isinstance(item.written, Work) and item.written.kind == "timed"


def is_gate(item: Item) -> bool:
    """Whether an item is reached at one moment: a milestone or a target."""
    return not isinstance(item.written, Work)

