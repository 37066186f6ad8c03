"""Deadlines that the forecast misses, and the chains of its own that make it so."""

from carbonroad.base.record import NamedTuple
from carbonroad.compute.due import Due, opens
from carbonroad.compute.forecasting.forecast import Forecast, Forecasts
from carbonroad.compute.scheduling.driving import (
    first_drivers,
    is_fixed,
    led_to,
    links_that_drive,
    worst_of_chains,
)
from carbonroad.compute.scheduling.paths import Held, Path, driving_steps
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
        steps, equals = driving_steps(system, found.network, driving, ref)
        first = steps[0].ref
        path = Path(ref, "driving", steps, _held(system.items[first], due[first], found), equals)
        made.append(MissedChain(found.items[ref], path, tuple((other, short[other]) for other in others)))
    return made


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
