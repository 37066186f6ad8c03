"""A deadline as a value: the author's words and the days they stand for."""

from datetime import date
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.times.durations import Duration
from carbonroad.base.times.periods import Period

DeadlineKind = Literal[
    "by", "before", "around", "during", "from", "each", "conditional", "none", "not-stated"
]
Every = Literal["year", "quarter", "month"]


class Deadline(NamedTuple):
    """What was written and what it means; a day that is open or not known yet is None.

    Attributes:
        words: The author's words.
        kind: Which kind of deadline it is.
        base_kind: Of a conditional one: the kind it has once its condition is met.
        earliest: First day; None for by and before.
        latest: Last day; None for from.
        centre: The day around which it lies, of around only.
        strive: True if the words begin with "strive" or 力争.
        condition: What it waits for, as typed.
        condition_lag: How long after the condition it ends.
        every: Of each: how often.
        instances: Of each: one period a year, quarter or month.
        periods: Ids of the named periods in the words.
        span: The days that the words name, before "by", "before" or "around" is applied.
    """

    words: str
    kind: DeadlineKind
    base_kind: DeadlineKind | None = None
    earliest: date | None = None
    latest: date | None = None
    centre: date | None = None
    strive: bool = False
    condition: str | None = None
    condition_lag: Duration | None = None
    every: Every | None = None
    instances: tuple[Period, ...] = ()
    periods: tuple[str, ...] = ()
    span: Period | None = None
