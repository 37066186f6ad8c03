"""Dates for everyone else: units of time, and arithmetic with months and midnights."""

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.durations import (
    Duration,
    DurationUnit,
    add_months,
    end_midnight,
    parse_duration,
    start_midnight,
)
from carbonroad.base.times.periods import Period, Size, Unit, month_end, parse_period, read_unit, size_of

__all__ = [
    "Duration",
    "DurationUnit",
    "Period",
    "Refusal",
    "Size",
    "Unit",
    "add_months",
    "end_midnight",
    "month_end",
    "parse_duration",
    "parse_period",
    "read_unit",
    "size_of",
    "start_midnight",
]
