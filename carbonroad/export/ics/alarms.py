"""When a calendar calls a deadline to mind: at nine in the morning, days or months before."""

from datetime import date, timedelta

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.durations import Duration, parse_duration, start_midnight

USUAL = (Duration(30, "day"),)
"""A month to act, as reminders of offices have it."""
MOST = 10
_HOUR = timedelta(hours=9)
_NONE = ("none", "无")
_HINT = say("write such as 30d,7d or 3mo, or none")


def read_alarms(text: str) -> tuple[Duration, ...] | Refusal:
    """Read how long before its day a deadline is called to mind: `30d,7d`, `3mo`, `none`."""
    typed = text.strip()
    if typed.casefold() in _NONE:
        return ()
    found: dict[Duration, None] = {}
    for one in typed.replace("，", ",").replace("、", ",").split(","):
        length = parse_duration(one, signed=True)
        if isinstance(length, Refusal):
            return Refusal(
                "unreadable", say('"{text}" is no time before a deadline.', text=one.strip()), _HINT
            )
        if length.count < 0:
            message = say('"{text}" would be after the deadline.', text=one.strip())
            return Refusal("after", message, _HINT)
        found[length] = None
    if len(found) > MOST:
        return Refusal("too-many", say("These are more than {n} alarms.", n=MOST), _HINT)
    return tuple(found)


def triggers(day: date, alarms: tuple[Duration, ...], after: date) -> list[timedelta]:
    """Return the times before the midnight that begins a day, without those that are over.

    Args:
        day: The day of the deadline.
        alarms: How long before it.
        after: Alarms on this day and before it are left out: a program would raise them all at once.
    """
    found: dict[timedelta, None] = {}
    for alarm in alarms:
        midnight = start_midnight(day.toordinal(), alarm)
        if not isinstance(midnight, Refusal) and midnight > after.toordinal():
            found[timedelta(days=midnight - day.toordinal()) + _HOUR] = None
    return sorted(found)
