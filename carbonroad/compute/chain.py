"""Why an item ends when it does: the chain of links that sets its early dates."""

from collections.abc import Iterable, Mapping

from carbonroad.compute.schedule import Activity, Schedule
from carbonroad.link.system import Link, System

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


def drivers(system: System, schedule: Schedule) -> dict[str, str]:
    """Return for each item that waits the predecessor that sets its early dates; ties by id."""
    found: dict[str, str] = {}
    for index, link in enumerate(system.links):
        if index in schedule.lag_days and _sets(overlap(schedule, index, link)):
            known = found.get(link.successor)
            found[link.successor] = link.predecessor if known is None else min(known, link.predecessor)
    return found


def driving_chain(driver: Mapping[str, str], ref: str) -> list[str]:
    """Return the chain of items that sets the early dates of `ref`, first to last."""
    chain = [ref]
    while (before := driver.get(chain[-1])) is not None:
        chain.append(before)
    return chain[::-1]


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


def _sets(days: int | None) -> bool:
    return days is not None and days >= 0


def _start(activity: Activity) -> int | None:
    return None if activity.early_start is None else activity.early_start.toordinal()


def _finish(activity: Activity) -> int | None:
    return None if activity.early_finish is None else activity.early_finish.toordinal() + 1
