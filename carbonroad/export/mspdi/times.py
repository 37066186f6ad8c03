"""Moments, lengths and progress as a plan writes them."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Final

from carbonroad.base.record import NamedTuple
from carbonroad.export.mspdi.plan import Plan, day_before
from carbonroad.importing.mspdi.fields import FINISH_FROM, MINUTES_PER_DAY, MUST_FINISH

if TYPE_CHECKING:
    from carbonroad.export.format import Exported
    from carbonroad.export.mspdi.rows import Row

BEGINS, ENDS = time(8), time(17)
WHOLE: Final = 100


class Numbered(NamedTuple):
    """A row with its numbers.

    Attributes:
        uid: Its number, from 1 down the plan.
        outline: Such as 2.1.3.
        row: What it is.
        plan: When it is; of a summary, from the first day to the last of what is below.
        summary: Whether there is anything below it.
    """

    uid: int
    outline: str
    row: Row
    plan: Plan
    summary: bool


def percent_of(exported: Exported, one: Numbered) -> int | None:
    """Return the progress of what is scheduled: a milestone is reached or not.

    What is not recorded as finished stays below the whole, else Project would record the planned finish.
    """
    if one.row.item is None or not one.plan.scheduled:
        return None
    if one.plan.ended is not None:
        return WHOLE
    progress = progress_of(exported, one.row)
    return min(progress, WHOLE - 1) if one.row.kind == "work" and progress else 0


def progress_of(exported: Exported, row: Row) -> int | None:
    """Return an item's progress in whole percent; None if not reported."""
    progress = exported.facts.standings[row.ref].progress
    return None if progress is None else max(0, min(WHOLE, int(progress)))


def is_gate(row: Row) -> bool:
    """Return whether a row is reached at one moment."""
    return row.item is not None and row.kind != "work"


def moment(midnight: int, *, begins: bool) -> str:
    """Return a midnight: the morning of the day that begins then, else the evening of the day before."""
    return at(date.fromordinal(midnight), BEGINS) if begins else at(day_before(midnight), ENDS)


def span(days: int) -> str:
    """Return days as a duration."""
    return minutes(days * MINUTES_PER_DAY)


def minutes(count: int) -> str:
    """Return minutes as a duration."""
    return f"PT{count // 60}H{count % 60}M0S"


def at(day: date, hour: time) -> str:
    """Return an hour of a day."""
    return f"{day.isoformat()}T{hour.isoformat()}"


def bound_moment(plan: Plan) -> str:
    """Return the constraint's moment."""
    return moment(plan.bound or 1, begins=plan.constraint not in (FINISH_FROM, MUST_FINISH))
