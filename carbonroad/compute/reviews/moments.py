"""The days on which items fall due, and the days on which they were done."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.times.periods import Period
from carbonroad.compute.due import opens
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import finished_day, recurs
from carbonroad.compute.status.standing import Standing, open_terms
from carbonroad.link.system import Item
from carbonroad.model.terms import TermDays

How = Literal["due", "begins", "expected", "planned"]
"""A latest day; the first day of what has no last; the day to expect while a condition is not met; the
planned finish of a work without a deadline."""


class Moment(NamedTuple):
    """A day on which an item falls due.

    Attributes:
        day: The day.
        how: What kind of day it is.
        term: The year, quarter or month of what recurs.
        settled: Whether an outcome of the term is recorded; False for what does not recur.
    """

    day: date
    how: How = "due"
    term: Period | None = None
    settled: bool = False

    def passed(self, as_of: date) -> bool:
        """Whether the day is over; what has a first day and no last is due from that day on."""
        return self.day <= as_of if self.how == "begins" else self.day < as_of


def moments(facts: Facts, item: Item) -> list[Moment]:
    """Return the days on which an item falls due, in order; empty where it has none."""
    due = facts.due[item.ref]
    if recurs(item) and item.deadline is not None:
        left = set(open_terms(item))
        return [Moment(term.last, "due", term, term not in left) for term in item.deadline.instances]
    if due.latest is not None:
        return [Moment(due.latest)]
    if due.expected is not None:
        return [Moment(due.expected, "expected")]
    if opens(item, due) and due.first is not None:
        return [Moment(due.first, "begins")]
    activity = facts.schedule.activities.get(item.ref) if item.deadline is None else None
    if activity is not None and activity.early_finish is not None and finished_day(item) is None:
        return [Moment(activity.early_finish, "planned")]
    return []


def done_day(item: Item, standing: Standing) -> date | None:
    """Return the day an item was done: as recorded, else the last of the period whose value met it.

    None for what is not done, or where no day is known.
    """
    if standing.state == "reached-early" and standing.reached_early is not None:
        return standing.reached_early.period.last
    if standing.state != "done":
        return None
    finished = item.written.finished
    if isinstance(finished, TermDays):
        return max((day.day for _, day in finished.entries), default=None)
    if finished is not None:
        return finished.day
    if standing.decided_by is not None:
        return standing.decided_by.period.last
    report = standing.report
    return report.date if report is not None and report.status == "done" else None


def within(found: Sequence[Moment], first: date, last: date) -> list[Moment]:
    """Return the moments from a day to a day, both included."""
    return [moment for moment in found if first <= moment.day <= last]
