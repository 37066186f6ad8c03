"""The one place that reads the clock."""

import os
from datetime import UTC, date, datetime
from functools import cache

from typer import BadParameter

from carbonroad.base.said import say

VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970: what builds that are to be repeated take for the time of day."""


@cache
def today() -> date:
    """Return the system's date, the same for a whole run: midnight does not divide it.

    Where SOURCE_DATE_EPOCH is set, its day in Greenwich is the date.
    """
    fixed = os.environ.get(VARIABLE, "")
    if fixed:
        try:
            return datetime.fromtimestamp(int(fixed), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise BadParameter(
                say("{variable} is no number of seconds: {words}.", variable=VARIABLE, words=fixed)
            ) from None
    return date.today()  # noqa: DTZ011 - a policy writer's day is the local one
