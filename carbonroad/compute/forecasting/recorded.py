"""What is recorded of a work on the data date, and what is left of it."""

from datetime import date
from fractions import Fraction
from math import ceil
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.times.durations import end_midnight
from carbonroad.base.values.numbers import from_float
from carbonroad.compute.item_state import finished_day, latest_report
from carbonroad.compute.scheduling.network import actual_start, fixed_days
from carbonroad.compute.status.standing import Standing
from carbonroad.link.system import Item
from carbonroad.model.items import Work

State = Literal["finished", "reported-complete", "started", "not-started", "unreported", "dropped"]


class Recorded(NamedTuple):
    """What is recorded of a work up to the data date.

    Attributes:
        state: What the records say; `reported-complete` is done, but on no recorded day.
        begun: The midnight on which it began; None for what has not begun.
        end: The midnight on which it ended; None for what has not.
        left: The whole days that are left of what is under way.
        progress: In percent, as reported.
    """

    state: State
    begun: int | None = None
    end: int | None = None
    left: int | None = None
    progress: float | None = None


def finished_by(item: Item, as_of: date) -> int | None:
    """Return the midnight on which an item ended that was finished up to the data date."""
    finished = finished_day(item)
    return None if finished is None or finished > as_of else finished.toordinal() + 1


def is_done(item: Item, standing: Standing) -> bool:
    """Whether an item is done on the data date though no day is recorded: stated, or measured."""
    return finished_day(item) is None and standing.status == "done"


def recorded(item: Item, work: Work, standing: Standing, as_of: date, planned: int | None) -> Recorded:
    """Return what is recorded of a work.

    Args:
        item: The item.
        work: The same as it is written.
        standing: Where it stands on the data date.
        as_of: The data date.
        planned: The midnight on which it begins by the plan; None where nothing dates it.
    """
    floor, end = as_of.toordinal(), finished_by(item, as_of)
    if end is not None:
        return Recorded("finished", actual_start(work, end), end)
    progress = _progress(item, work, as_of)
    done = is_done(item, standing) or (progress is not None and progress >= 100)
    begun = _begun(item, work, as_of, planned, done=done or bool(progress))
    if begun is None:
        return Recorded("not-started")
    planned_end = _over(begun, work)
    if done:
        return Recorded("reported-complete", min(begun, floor), min(planned_end, floor), None, progress)
    left = max(1, planned_end - floor) if progress is None else _left(planned_end - begun, progress)
    return Recorded("started", begun, None, left, progress)


def _progress(item: Item, work: Work, as_of: date) -> float | None:
    """In percent; records of a later day say nothing of this one, nor does an undated figure beside them."""
    report = latest_report(item, as_of)
    if report is not None and report.progress is not None:
        return report.progress
    later = finished_day(item) is not None or (work.started is not None and work.started.day > as_of)
    return None if later else work.progress


def _begun(item: Item, work: Work, as_of: date, planned: int | None, *, done: bool) -> int | None:
    """The midnight on which a work began: as recorded, else as planned if any of it is done."""
    if work.started is not None and work.started.day <= as_of:
        return work.started.day.toordinal()
    if not done:
        return None
    if finished_day(item) is not None and work.start is not None:
        planned = work.start.day.toordinal()
    return as_of.toordinal() if planned is None else min(planned, as_of.toordinal())


def _over(start: int, work: Work) -> int:
    """The midnight on which a work's duration from a midnight is over."""
    fixed = fixed_days(work)
    if fixed is not None:
        return start + fixed[1] - fixed[0]
    end = None if work.takes is None else end_midnight(start, work.takes)
    return end if isinstance(end, int) else start


def _left(days: int, progress: float) -> int:
    """Whole days that are left of a duration: part of a day is a day."""
    done = from_float(progress) or Fraction(0)
    return max(1, ceil(days * (100 - min(max(done, Fraction(0)), Fraction(100))) / 100))
