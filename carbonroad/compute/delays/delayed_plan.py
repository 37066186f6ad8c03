"""What a delay would do: the plan computed anew with some items moved, and every deadline that feels it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.durations import Duration
from carbonroad.compute.delays.deadline_effects import Effect, Plan, begun_ahead, effects_of, newly_critical
from carbonroad.compute.delays.moving import (
    Lengths,
    is_put_off,
    moved_due,
    moved_item,
    outside_calendar,
    refused,
)
from carbonroad.compute.due import Due, due_days
from carbonroad.compute.scheduling.driving import led_to
from carbonroad.compute.scheduling.network import WhatIf
from carbonroad.compute.scheduling.reached_days import reached_days
from carbonroad.compute.scheduling.schedule import Schedule, compute_schedule
from carbonroad.link.system import Item, System


class Delay(NamedTuple):
    """What is asked: an item, and by how much later it comes; negative: earlier."""

    ref: str
    by: Duration


class Delayed(NamedTuple):
    """The plan with delays.

    Attributes:
        delays: By item, what all that is asked of it adds up to; what adds up to nothing is left out.
        system: The system with the stated days of what was delayed moved.
        due: Its days due.
        schedule: Its network.
        effects: Every deadline with other days to spare than before: first what breaks, by most days.
        critical: What becomes critical.
        relieved: What no longer is.
        moved: How many scheduled items come on another day.
        ahead: Works that begin before what they wait for allows: the work, its predecessor, days.
    """

    delays: tuple[tuple[str, Lengths], ...]
    system: System
    due: Mapping[str, Due]
    schedule: Schedule
    effects: tuple[Effect, ...]
    critical: tuple[str, ...]
    relieved: tuple[str, ...]
    moved: int
    ahead: tuple[tuple[str, str, int], ...]

    def of(self, kind: str) -> list[Effect]:
        """The effects of one kind."""
        return [effect for effect in self.effects if effect.kind == kind]


def delayed(
    system: System, due: Mapping[str, Due], schedule: Schedule, delays: Sequence[Delay]
) -> Delayed | Refusal:
    """Compute the plan with delays, or say why one of them cannot be.

    A timed work is put off: it begins so much later than what it waits for and its own start allow. Of a
    milestone, a target, a window and a work with stated days the stated days are moved.
    """
    summed = {ref: lengths for ref, lengths in _summed(delays).items() if lengths}
    for ref in {one.ref: None for one in delays}:
        refusal = refused(system, due, schedule, system.items[ref])
        if refusal is not None:
            return refusal
    shifts = {ref: by for ref, by in summed.items() if is_put_off(system.items[ref])}
    moved: dict[str, Item] = {}
    for ref, lengths in summed.items():
        if ref not in shifts:
            item = moved_item(system.items[ref], lengths)
            if isinstance(item, Refusal):
                return item
            moved[ref] = item
    later = system._replace(items={**system.items, **moved}) if moved else system
    later_due = {**due_days(later), **moved_due(due, summed, moved)} if moved else dict(due)
    reached = reached_days(system, due, schedule)
    changed, reached_then = _settled(later, later_due, shifts, reached)
    beyond = sorted(set(changed.outside_calendar) - set(schedule.outside_calendar))
    if beyond:
        return outside_calendar(beyond[0])
    effects = effects_of(Plan(system, due, schedule, reached), Plan(later, later_due, changed, reached_then))
    return Delayed(
        tuple(summed.items()),
        later,
        later_due,
        changed,
        effects,
        newly_critical(schedule, changed),
        newly_critical(changed, schedule),
        sum(
            one.early_finish != schedule.activities[ref].early_finish
            for ref, one in changed.activities.items()
        ),
        begun_ahead(later, changed, shifts),
    )


def _settled(
    system: System, due: Mapping[str, Due], shifts: Mapping[str, Lengths], planned: Mapping[str, date]
) -> tuple[Schedule, dict[str, date]]:
    """The schedule, once what waits for a deadline that is pushed is pushed as well."""
    held: dict[str, int] = {}
    while True:
        schedule = compute_schedule(system, due, WhatIf(shifts, held))
        reached = reached_days(system, due, schedule)
        timed = led_to(system, schedule)
        pushed = {
            ref: day.toordinal() + 1
            for ref, day in reached.items()
            if ref in schedule.activities and ref not in timed and _is_later(ref, day, planned, due)
        }
        if pushed == held:
            return schedule, reached
        held = pushed


def _is_later(ref: str, day: date, planned: Mapping[str, date], due: Mapping[str, Due]) -> bool:
    """Whether delays push a deadline: not what the plan contradicts already."""
    latest, before = due[ref].latest, planned.get(ref)
    return latest is not None and day > latest and (before is None or day > before)


def _summed(delays: Iterable[Delay]) -> dict[str, Lengths]:
    """What is asked of each item together: months first, then days."""
    months: dict[str, int] = {}
    days: dict[str, int] = {}
    for ref, by in delays:
        months.setdefault(ref, 0)
        days.setdefault(ref, 0)
        if by.unit in ("month", "year"):
            months[ref] += by.count * (12 if by.unit == "year" else 1)
        else:
            days[ref] += by.count * (7 if by.unit == "week" else 1)
    return {
        ref: tuple(one for one in (Duration(months[ref], "month"), Duration(days[ref], "day")) if one.count)
        for ref in months
    }
