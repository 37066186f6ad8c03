"""Where the days can be found that a deadline is short of, and what would still be short then."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal, cast

from carbonroad.base.record import NamedTuple
from carbonroad.compute.due import Due
from carbonroad.compute.item_state import progress_of
from carbonroad.compute.scheduling.activities import Relation, RelationName
from carbonroad.compute.scheduling.driving import binds, is_fixed
from carbonroad.compute.scheduling.early_dates import EarlyDates, all_links, early_dates
from carbonroad.compute.scheduling.network import Built, build, join
from carbonroad.compute.scheduling.paths import Path
from carbonroad.compute.scheduling.schedule import Schedule
from carbonroad.compute.shortfalls.trying import with_earlier_begin, with_shorter_lag, with_shorter_work
from carbonroad.link.system import System
from carbonroad.model.items import Work

_WORKS, _LAGS = 3, 3
"""How many places are named where days can be found: the longest first."""
_TRIED = 5000
"""Activities up to which every remedy is tried out."""
Where = Literal["deadline", "fixed", "work", "lag", "start"]


class Remedy(NamedTuple):
    """A place where days can be found.

    Attributes:
        where: A later deadline or stated start, a shorter work or lag, an earlier start of the first work.
        ref: The item; of a lag the one that waits.
        days: How many days stand there: a work's duration, a lag; what is short where nothing limits it.
        left: Days still short if what is short, or all there is, is taken there; None if not tried.
        other: Of a lag, the item that is waited for.
        day: The day that a deadline or start would have to be.
    """

    where: Where
    ref: str
    days: int
    left: int | None = None
    other: str = ""
    day: date | None = None


class RemedyFinder:
    """Tries remedies out on the network of a plan."""

    def __init__(self, system: System, due: Mapping[str, Due], schedule: Schedule) -> None:
        self.system, self.due, self.schedule = system, due, schedule
        self._built: Built | None = None

    def of(self, path: Path, days: int) -> list[Remedy]:
        """Return the longest works and lags of a chain, and its first start if that can come earlier.

        Args:
            path: The chain to an item with a latest day, or to a work whose stated start cannot be kept.
            days: How many days are short.
        """
        steps = [step for step in path.steps if self._can_change(step.ref)]
        works = sorted(
            (one for one in steps if one.duration_days and self._can_end_sooner(one.ref, path)),
            key=lambda one: (-(one.duration_days or 0), one.ref),
        )
        lags = sorted(
            (one for one in steps if one.link is not None and (one.lag_days or 0) > 0),
            key=lambda one: (-(one.lag_days or 0), one.ref),
        )
        found = [Remedy("work", one.ref, one.duration_days or 0) for one in works[:_WORKS]]
        found += [
            Remedy("lag", one.ref, one.lag_days or 0, other=one.link.predecessor if one.link else "")
            for one in lags[:_LAGS]
        ]
        start = self._earlier(path, days)
        if start is not None:
            found.append(Remedy("start", path.steps[0].ref, days, day=start))
        if len(self.schedule.activities) > _TRIED:
            return found
        return [one._replace(left=self._left(one, path, days)) for one in found]

    def _can_change(self, ref: str) -> bool:
        """Whether an item stands and is still to do."""
        item = self.system.items[ref]
        return binds(self.system, ref) and (progress_of(item, self.system.as_of) or 0) < 100

    def _can_end_sooner(self, ref: str, path: Path) -> bool:
        """Whether a work ends sooner if it takes less: not what is counted back from its finish."""
        item = self.system.items[ref]
        if not is_fixed(item):
            return True
        pressed = ref == path.ref and len(path.steps) > 1  # its own start is what cannot be kept
        return not pressed and isinstance(item.written, Work) and item.written.start is not None

    def _earlier(self, path: Path, days: int) -> date | None:
        """The day the first step would have to begin, if it has not begun and that day is still to come."""
        first = path.steps[0]
        item = self.system.items[first.ref]
        begun = isinstance(item.written, Work) and item.written.started is not None
        start = self.schedule.activities[first.ref].early_start
        if begun or progress_of(item, self.system.as_of) or start is None:
            return None
        if path.held not in ("start", "deadline", "from") or not self._can_change(first.ref):
            return None
        if path.held == "deadline":
            start -= timedelta(days=1)  # the day it is reached, not the one after
        return start - timedelta(days=days) if (start - self.system.as_of).days >= days else None

    def _left(self, remedy: Remedy, path: Path, days: int) -> int:
        """Try one remedy: by how many days the end of the chain is still late."""
        if self._built is None:
            self._built = build(self.system, self.due, join(self.system))
        network, place = self._built.network, self._built.place
        number, rest = place[remedy.ref], remedy.days - min(days, remedy.days)
        if remedy.where == "work":
            network = with_shorter_work(network, number, rest)
        elif remedy.where == "lag":
            link = next(step.link for step in path.steps if step.ref == remedy.ref)
            assert link is not None  # noqa: S101  # as found in `of`
            relation = Relation[cast("RelationName", link.type)]
            network = with_shorter_lag(network, place[remedy.other], number, relation, (remedy.days, rest))
        elif remedy.day is not None:
            network = with_earlier_begin(network, number, remedy.day.toordinal())
        return self._late(early_dates(network), path)

    def _late(self, early: EarlyDates, path: Path) -> int:
        """By how many days the end of a chain is late, or what it waits for ends too late for its start."""
        assert self._built is not None  # noqa: S101  # as made by the caller
        network, place = self._built.network, self._built.place
        number, latest = place[path.ref], self.due[path.ref].latest
        if len(path.steps) == 1 or not is_fixed(self.system.items[path.ref]):
            return 0 if latest is None else max(0, early.finish[number] - 1 - latest.toordinal())
        refs = list(place)
        late = (
            lag
            + (early.start if relation & 1 else early.finish)[before]
            - (early.finish if relation & 2 else early.start)[number]
            for before in {*network.predecessors[number]}
            if binds(self.system, refs[before])
            for target, relation, lag in all_links(network, early, before)
            if target == number
        )
        return max(0, *late)
