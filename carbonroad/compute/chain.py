"""Why an item ends when it does: the chain of links that sets its early dates."""

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


def driving_chain(system: System, schedule: Schedule, ref: str) -> list[str]:
    """Return the chain of items that sets the early dates of `ref`, first to last; ties by id."""
    into: dict[str, list[tuple[int, Link]]] = {}
    for index, link in enumerate(system.links):
        if index in schedule.lag_days:
            into.setdefault(link.successor, []).append((index, link))
    chain = [ref]
    while True:
        before = [
            link.predecessor
            for index, link in into.get(chain[-1], ())
            if link.predecessor not in chain and _sets(overlap(schedule, index, link))
        ]
        if not before:
            return chain[::-1]
        chain.append(min(before))


def _sets(days: int | None) -> bool:
    return days is not None and days >= 0


def _start(activity: Activity) -> int | None:
    return None if activity.early_start is None else activity.early_start.toordinal()


def _finish(activity: Activity) -> int | None:
    return None if activity.early_finish is None else activity.early_finish.toordinal() + 1
