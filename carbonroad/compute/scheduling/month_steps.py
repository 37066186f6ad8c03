"""Months between midnights, in the directions that a schedule needs; None when the calendar is left."""

from carbonroad.base.times.durations import Duration, end_midnight, start_midnight


def month_end(begin: int, length: Duration) -> int | None:
    """Return the midnight at which a length, or a lag of either sign, from a midnight is over."""
    over = end_midnight(begin, length)
    return over if isinstance(over, int) else None


def latest_begin(limit: int, length: Duration) -> int | None:
    """Return the latest midnight from which a length or a lag is over by a limit."""
    guess = start_midnight(limit, length)
    if not isinstance(guess, int):
        return None
    while (over := month_end(guess, length)) is not None and over > limit:
        guess -= 1
    while (over := month_end(guess + 1, length)) is not None and over <= limit:
        guess += 1
    return guess


def earliest_begin(bound: int, length: Duration) -> int | None:
    """Return the earliest midnight from which a length is not over before a bound.

    Several starts may share a finish: a month from 29, 30 or 31 January or 1 February ends with February.
    """
    guess = start_midnight(bound, length)
    if not isinstance(guess, int):
        return None
    while (over := month_end(guess, length)) is not None and over < bound:
        guess += 1
    while (over := month_end(guess - 1, length)) is not None and over >= bound:
        guess -= 1
    return guess
