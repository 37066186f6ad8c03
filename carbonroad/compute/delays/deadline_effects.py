"""What delays do to the days that are to be kept, and to the critical path."""

from collections.abc import Mapping
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.compute.delays.moving import Lengths
from carbonroad.compute.due import Due
from carbonroad.compute.scheduling.driving import binds, is_fixed, overlap
from carbonroad.compute.scheduling.schedule import Schedule
from carbonroad.link.system import System

_ORDER = ("broken", "worse", "tighter", "eased", "mended")
"""Kinds of effects, as they are shown."""


class Effect(NamedTuple):
    """What becomes of one deadline.

    Attributes:
        ref: The item.
        latest: Its latest day, moved if the item itself was.
        was: The day it comes by the plan.
        now: The day it comes with the delays.
        short_before: Days that the plan is past its latest day; negative: days left.
        short: The same with the delays.
        fixed: Whether the day is a stated start, not a deadline.
    """

    ref: str
    latest: date
    was: date
    now: date
    short_before: int
    short: int
    fixed: bool = False

    @property
    def kind(self) -> str:
        """`broken`, `worse`, `mended`, `tighter` or `eased`."""
        if self.short > 0:
            return (
                "broken" if self.short_before <= 0 else "worse" if self.short > self.short_before else "eased"
            )
        if self.short_before > 0:
            return "mended"
        return "tighter" if self.short > self.short_before else "eased"


class Plan(NamedTuple):
    """A plan: its system, the days due, the network's dates, and the day on which each item comes."""

    system: System
    due: Mapping[str, Due]
    schedule: Schedule
    reached: Mapping[str, date]


def effects_of(before: Plan, after: Plan) -> tuple[Effect, ...]:
    """Every day to be kept that has another number of days to spare than by the plan."""
    found = []
    for ref, one in after.due.items():
        first, was, now = before.due[ref].latest, before.reached.get(ref), after.reached.get(ref)
        if None in (one.latest, first, was, now) or not binds(before.system, ref):
            continue
        assert one.latest and first and was and now  # noqa: S101, PT018  # as just asked
        effect = Effect(ref, one.latest, was, now, (was - first).days, (now - one.latest).days)
        if effect.short != effect.short_before:
            found.append(effect)
    found += _fixed_effects(before, after)
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.kind), -one.short, one.ref)))


def _fixed_effects(before: Plan, after: Plan) -> list[Effect]:
    """Stated starts that what they wait for comes nearer to, or farther from."""
    margins = _margins(before.system, before.schedule)
    changed = _margins(after.system, after.schedule)
    found = []
    for ref, (start, late) in changed.items():
        old_start, old = margins[ref]
        if late != old:
            was, now = _day(old_start.toordinal() + old), _day(start.toordinal() + late)
            found.append(Effect(ref, start, was, now, old, late, fixed=True))
    return found


def _margins(system: System, schedule: Schedule) -> dict[str, tuple[date, int]]:
    """For each work with stated days, its start and by how many days what it waits for reaches past it."""
    found: dict[str, tuple[date, int]] = {}
    for index in schedule.lag_days:
        link = system.links[index]
        item = system.items[link.successor]
        if not is_fixed(item) or not binds(system, item.ref):
            continue
        start, late = schedule.activities[item.ref].early_start, overlap(schedule, index, link)
        if start is not None and late is not None:
            found[item.ref] = max(found.get(item.ref, (start, late)), (start, late))
    return found


def _day(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def newly_critical(before: Schedule, after: Schedule) -> tuple[str, ...]:
    """Return what is critical in one schedule and not in another."""
    return tuple(
        ref for ref, one in after.activities.items() if one.critical and not before.activities[ref].critical
    )


def begun_ahead(
    system: System, schedule: Schedule, shifts: Mapping[str, Lengths]
) -> tuple[tuple[str, str, int], ...]:
    """Return what was put off by less than nothing, so far that it overlaps with what it waits for."""
    found: dict[str, tuple[int, str]] = {}
    for index in schedule.lag_days if shifts else ():
        link = system.links[index]
        if link.successor in shifts:
            days = overlap(schedule, index, link)
            if days is not None and days > 0:
                found[link.successor] = max(found.get(link.successor, (0, "")), (days, link.predecessor))
    return tuple((ref, before, days) for ref, (days, before) in sorted(found.items()))
