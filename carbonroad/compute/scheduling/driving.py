"""Why an item ends when it does: the chain of links that sets its early dates."""

from collections.abc import Callable, Iterable, Mapping

from carbonroad.base.graph import reached
from carbonroad.compute.due import Due
from carbonroad.compute.item_state import finished_day, is_void, recurs
from carbonroad.compute.scheduling.network import fixed_days
from carbonroad.compute.scheduling.schedule import Activity, Schedule
from carbonroad.link.system import Item, Link, System
from carbonroad.model.items import Work

_FINISH_TO = ("FS", "FF")
_TO_FINISH = ("FF", "SF")


def overlap(schedule: Schedule, index: int, link: Link) -> int | None:
    """Return by how many days a link's predecessor reaches past its successor's early date; 0: it sets it.

    Args:
        schedule: The network's dates.
        index: The link's place in `System.links`.
        link: A link of the network.

    Returns:
        Days, negative where some are left between the two; None for what is not dated.
    """
    before = schedule.activities.get(link.predecessor)
    after = schedule.activities.get(link.successor)
    lag = schedule.lag_days.get(index)
    if before is None or after is None or lag is None:
        return None
    begin = _finish(before) if link.type in _FINISH_TO else _start(before)
    bound = _finish(after) if link.type in _TO_FINISH else _start(after)
    return None if begin is None or bound is None else begin + lag - bound


def late_gap(schedule: Schedule, index: int, link: Link) -> int | None:
    """Return the days between a link's two late dates; 0: the successor's sets the predecessor's.

    Args:
        schedule: The network's dates.
        index: The link's place in `System.links`.
        link: A link of the network.

    Returns:
        Days; None for what has no late dates.
    """
    before = schedule.activities.get(link.predecessor)
    after = schedule.activities.get(link.successor)
    lag = schedule.lag_days.get(index)
    if before is None or after is None or lag is None:
        return None
    end = _late_finish(before) if link.type in _FINISH_TO else _late_start(before)
    bound = _late_finish(after) if link.type in _TO_FINISH else _late_start(after)
    return None if end is None or bound is None else bound - lag - end


def driving_links(system: System, due: Mapping[str, Due], schedule: Schedule) -> dict[str, list[int]]:
    """Return the links that set each waiting item's early dates, by their place in `System.links`."""
    timed = led_to(system, schedule)
    return links_that_drive(system, schedule, lambda ref: _stands(system, due, ref, timed))


def links_that_drive(
    system: System, schedule: Schedule, stands: Callable[[str], bool]
) -> dict[str, list[int]]:
    """Return the links that leave no day before what waits, by what waits; `stands`: what waits for none."""
    found: dict[str, list[int]] = {}
    for index in schedule.lag_days:
        link = system.links[index]
        days = overlap(schedule, index, link)
        if days is not None and days >= 0 and not stands(link.successor):
            found.setdefault(link.successor, []).append(index)
    return found


def led_to(system: System, schedule: Schedule) -> set[str]:
    """Return the timed works, and what waits for one directly or through others."""
    after: dict[str, list[str]] = {}
    for link in system.links:
        if link.type != "informs" and link.successor in schedule.activities:
            after.setdefault(link.predecessor, []).append(link.successor)
    timed = (ref for ref, activity in schedule.activities.items() if activity.kind == "timed")
    return reached(timed, after)


def is_fixed(item: Item) -> bool:
    """Whether an item is a work whose days are stated: it never moves."""
    return isinstance(item.written, Work) and fixed_days(item.written) is not None


def _stands(system: System, due: Mapping[str, Due], ref: str, timed: set[str]) -> bool:
    """Whether an item has its days of itself, whatever it waits for."""
    item = system.items[ref]
    if finished_day(item) is not None or is_fixed(item):
        return True
    return ref not in timed and due[ref].latest is not None and binds(system, ref)


def drivers(system: System, due: Mapping[str, Due], schedule: Schedule) -> dict[str, str]:
    """Return for each item that waits the predecessor that sets its early dates; ties by id."""
    return first_drivers(system, driving_links(system, due, schedule))


def first_drivers(system: System, driving: Mapping[str, list[int]]) -> dict[str, str]:
    """Return of several that drive an item the first by id."""
    return {ref: min(system.links[index].predecessor for index in found) for ref, found in driving.items()}


def driving_chain(driver: Mapping[str, str], ref: str) -> list[str]:
    """Return the chain of items that sets the early dates of `ref`, first to last."""
    chain = [ref]
    while (before := driver.get(chain[-1])) is not None:
        chain.append(before)
    return chain[::-1]


def days_short(system: System, due: Mapping[str, Due], schedule: Schedule) -> dict[str, int]:
    """Return by how many days each item of the network misses its latest day."""
    short = {}
    for ref, activity in schedule.activities.items():
        latest, early = due[ref].latest, activity.early_finish
        if latest is not None and early is not None and early > latest and binds(system, ref):
            short[ref] = (early - latest).days
    return short


def binds(system: System, ref: str) -> bool:
    """Whether an item's latest day is one to keep: it is open, stands, and comes once."""
    item = system.items[ref]
    return not is_void(item, system.as_of) and not recurs(item) and finished_day(item) is None


def worst_of_chains(driver: Mapping[str, str], short: Mapping[str, int]) -> dict[str, list[str]]:
    """Group what misses its day by the chain that makes it so.

    Args:
        driver: As `drivers` gives it.
        short: By how many days each item misses its latest day.

    Returns:
        The item of each chain that is most days short, of equals the last → the chain's others, which are
        short for the same reason: they lead to it, or it leads to them.
    """
    groups: dict[str, list[str]] = {}
    group_of: dict[str, str] = {}  # of what leads to the worst item, or waits for it
    below: set[str] = set()
    depth = _depths(driver, short)
    for ref in sorted(short, key=lambda one: (-short[one], -depth[one], one)):
        if ref in group_of:
            groups[group_of[ref]].append(ref)
            continue
        walked, here = [ref], driver.get(ref)
        while here is not None and here not in group_of:
            walked.append(here)
            here = driver.get(here)
        if here is not None and here in below:
            below.update(walked)
            groups[group_of[here]].append(ref)
            group_of.update(dict.fromkeys(walked, group_of[here]))
        else:
            below.add(ref)
            groups[ref] = []
            group_of.update(dict.fromkeys(walked, ref))
    return groups


def _depths(driver: Mapping[str, str], refs: Iterable[str]) -> dict[str, int]:
    """How many items lead to each."""
    depth: dict[str, int] = {}
    for ref in refs:
        walked, here = [], ref
        while here not in depth and here in driver:
            walked.append(here)
            here = driver[here]
        steps = depth.setdefault(here, 0)
        for one in reversed(walked):
            steps += 1
            depth[one] = steps
    return depth


def _start(activity: Activity) -> int | None:
    return None if activity.early_start is None else activity.early_start.toordinal()


def _late_start(activity: Activity) -> int | None:
    return None if activity.late_start is None else activity.late_start.toordinal()


def _late_finish(activity: Activity) -> int | None:
    return None if activity.late_finish is None else activity.late_finish.toordinal() + 1


def _finish(activity: Activity) -> int | None:
    return None if activity.early_finish is None else activity.early_finish.toordinal() + 1
