"""The one place that reads the clock."""

import os
from datetime import UTC, date, datetime
from functools import cache
from time import perf_counter

from typer import BadParameter

from carbonroad.base.texts.said import say

VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970: what builds that are to be repeated take for the time of day."""


@cache
def today() -> date:
    """Return the system's date, the same for a whole run: midnight does not divide it.

    Where SOURCE_DATE_EPOCH is set, its day in Greenwich is the date.
    """
    return present_day()


def present_day() -> date:
    """Return the system's date as it is now, for what goes on running beyond midnight; else as `today`."""
    fixed = os.environ.get(VARIABLE, "")
    if fixed:
        try:
            return datetime.fromtimestamp(int(fixed), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise BadParameter(
                say("{variable} is no number of seconds: {words}.", variable=VARIABLE, words=fixed)
            ) from None
    return date.today()  # noqa: DTZ011 - a policy writer's day is the local one


def time_of_day() -> str:
    """Return the local time as `09:30`, for what tells people when something was."""
    return datetime.now().astimezone().strftime("%H:%M")


def seconds() -> float:
    """Return a time to measure by: the difference of two is in seconds."""
    return perf_counter()
