"""When each item comes if stated order is kept: as scheduled, else on its deadline, pushed by others."""

from collections.abc import Mapping
from datetime import date

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.durations import Duration, end_midnight
from carbonroad.compute.due import Due
from carbonroad.compute.item_state import binding_links, finished_day, is_void
from carbonroad.compute.scheduling.driving import led_to
from carbonroad.compute.scheduling.schedule import Schedule
from carbonroad.link.system import Item, System

_Pushes = dict[str, list[tuple[str, Duration | None]]]


def reached_days(system: System, due: Mapping[str, Due], schedule: Schedule) -> dict[str, date]:
    """Return the day on which each item comes, by qualified id; what nothing dates is left out.

    What timed works lead to comes as scheduled. Everything else comes on its latest day, or later if
    something that it waits for ends later (FS and FF links; items on cycles keep their own day).
    """
    timed = led_to(system, schedule)
    days: dict[str, date] = {}
    for ref, item in system.items.items():
        own = _own_day(item, due[ref], schedule, timed)
        if own is not None and not is_void(item, system.as_of):
            days[ref] = own
    waits, after = _pushed(system, timed)
    free = [ref for ref in system.items if not waits.get(ref)]
    for ref in free:  # grows while it is read
        for target, lag in after.get(ref, ()):
            day = plus(days[ref], lag) if ref in days else None
            if day is not None and (target not in days or day > days[target]):
                days[target] = day
            waits[target] -= 1
            if not waits[target]:
                free.append(target)
    return days


def _pushed(system: System, timed: set[str]) -> tuple[dict[str, int], _Pushes]:
    """How many predecessors push each item, and what each item pushes."""
    waits: dict[str, int] = {}
    after: _Pushes = {}
    for _, link, _, item in binding_links(system):
        if link.type in ("FS", "FF") and item.ref not in timed and finished_day(item) is None:
            waits[item.ref] = waits.get(item.ref, 0) + 1
            after.setdefault(link.predecessor, []).append((item.ref, link.lag))
    return waits, after


def _own_day(item: Item, due: Due, schedule: Schedule, timed: set[str]) -> date | None:
    finished = finished_day(item)
    if finished is not None:
        return finished
    activity = schedule.activities.get(item.ref)
    if activity is not None and item.ref in timed:
        return activity.early_finish
    return due.latest or due.expected or due.first


def plus(day: date, lag: Duration | None) -> date | None:
    """Return the day that ends a lag after a day; None outside the calendar."""
    if lag is None:
        return day
    midnight = end_midnight(day.toordinal() + 1, lag)
    return None if isinstance(midnight, Refusal) or midnight < 2 else date.fromordinal(midnight - 1)
