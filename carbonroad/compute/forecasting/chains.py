"""Deadlines that the forecast misses, and the chains of its own that make it so."""

from carbonroad.base.record import NamedTuple
from carbonroad.compute.due import Due, opens
from carbonroad.compute.forecasting.forecast import Forecast, Forecasts
from carbonroad.compute.scheduling.chain import (
    first_drivers,
    is_fixed,
    led_to,
    links_that_drive,
    worst_of_chains,
)
from carbonroad.compute.scheduling.paths import Held, Path, Step
from carbonroad.link.system import Item, System
from carbonroad.model.items import Work

_DONE = ("finished", "reported-complete")


class MissedChain(NamedTuple):
    """What the forecast misses by one chain.

    Attributes:
        item: The item of the chain that is most days late.
        path: The chain; its steps have the forecast's days, of what is under way those that are left.
        others: What else is missed by the same chain, with days.
    """

    item: Forecast
    path: Path
    others: tuple[tuple[str, int], ...]


def missed_chains(system: System, due: dict[str, Due], found: Forecasts) -> list[MissedChain]:
    """Return what the forecast misses, one for each chain, by most days late."""
    short = {one.ref: one.missed_days for one in found.missed}
    if not short:
        return []
    timed = led_to(system, found.network)

    def stands(ref: str) -> bool:
        return found.items[ref].state in _DONE or (ref not in timed and due[ref].latest is not None)

    driving = links_that_drive(system, found.network, stands)
    driver = first_drivers(system, driving)
    made = []
    for ref, others in worst_of_chains(driver, short).items():
        path = _path(system, due, found, driving, ref)
        made.append(MissedChain(found.items[ref], path, tuple((other, short[other]) for other in others)))
    return made


def _path(
    system: System, due: dict[str, Due], found: Forecasts, driving: dict[str, list[int]], ref: str
) -> Path:
    """Follow the links that drive an item back; of several the first by id."""
    steps, equals, here = [], set[str](), ref
    while driving.get(here):
        index = min(driving[here], key=lambda one: (system.links[one].predecessor, one))
        steps.append(_step(system, found, here, index))
        before = system.links[index].predecessor
        equals |= {system.links[other].predecessor for other in driving[here]} - {before}
        here = before
    steps.append(_step(system, found, here, None))
    held = _held(system.items[here], due[here], found)
    return Path(ref, "driving", tuple(reversed(steps)), held, tuple(sorted(equals)))


def _step(system: System, found: Forecasts, ref: str, index: int | None) -> Step:
    one = found.network.activities[ref]
    link = None if index is None else system.links[index]
    lag = None if index is None else found.network.lag_days.get(index)
    return Step(
        ref, link, lag, one.early_start if one.duration_days else None, one.early_finish, one.duration_days
    )


def _held(item: Item, due: Due, found: Forecasts) -> Held:
    """Why the first step comes when it does."""
    state, work = found.items[item.ref].state, item.written
    if state in _DONE:
        return "finished"
    if not isinstance(work, Work):
        return "unreported" if state == "unreported" else "from" if opens(item, due) else "deadline"
    if found.network.activities[item.ref].early_start == found.as_of:
        return "data-date"
    return "fixed" if is_fixed(item) else "start" if work.start is not None else "nothing"
