"""The forecast: when things come from the data date on, beside the plan, which it does not change."""

from collections.abc import Mapping
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.compute.due import Due
from carbonroad.compute.forecasting.recorded import Recorded, State, finished_by, is_done, recorded
from carbonroad.compute.item_state import is_timed, is_void, recurs
from carbonroad.compute.scheduling.activities import ActivityNetwork, Kind
from carbonroad.compute.scheduling.driving import led_to
from carbonroad.compute.scheduling.early_dates import FIRST_MIDNIGHT, NO_EARLY, EarlyDates, early_dates
from carbonroad.compute.scheduling.network import Joined, add_gate, bind, fixed_days, join
from carbonroad.compute.scheduling.schedule import Activity, Schedule, days_of_lags
from carbonroad.compute.status.standing import Standing
from carbonroad.link.system import Item, System
from carbonroad.model.items import Work


class Forecast(NamedTuple):
    """One item's forecast.

    Attributes:
        ref: The item.
        state: What the records say on the data date; `reported-complete` is done on no recorded day,
            `unreported` a milestone that is due and of which nothing is recorded.
        start: Its actual or expected first day; None where nothing dated decides it.
        finish: Its actual or expected last day.
        remaining_days: What is left of a work under way.
        progress: In percent, as reported up to the data date.
        later_days: Days by which the finish is later than planned; negative: earlier.
        planned: The planned finish.
        latest: The latest day that binds; None where there is none to keep.
        missed_days: Days by which the forecast finish is past it, 0 if it is not.
    """

    ref: str
    state: State
    start: date | None
    finish: date | None
    remaining_days: int | None
    progress: float | None
    later_days: int | None
    planned: date | None
    latest: date | None
    missed_days: int


class Forecasts(NamedTuple):
    """The forecast of a network from a data date.

    Attributes:
        as_of: The data date.
        start: First day of the network as it went and will go.
        finish: Its last day.
        items: By qualified id, in the plan's order.
        network: The dates that the links join: of what is under way, what is left of it.
    """

    as_of: date
    start: date | None
    finish: date | None
    items: dict[str, Forecast]
    network: Schedule

    @property
    def missed(self) -> list[Forecast]:
        """The deadlines that the forecast misses, by most days."""
        return sorted(
            (one for one in self.items.values() if one.missed_days), key=lambda o: (-o.missed_days, o.ref)
        )


def forecast(
    system: System, due: Mapping[str, Due], standings: Mapping[str, Standing], schedule: Schedule
) -> Forecasts:
    """Date the network anew from the data date (docs/schedule.md).

    What is finished stands on its actual days. What is under way has its remaining duration left, from the
    data date on and not before what it still waits for allows (retained logic). What is not begun starts no
    earlier than the data date. What is dropped or superseded is left out.
    """
    joined = join(system)
    builder = _Builder(system, due, standings, schedule, joined)
    network, place = builder.network, builder.place
    early = early_dates(network)
    floor = system.as_of.toordinal()
    held_back = False
    for number, kind in enumerate(network.kind):
        start = early.start[number]
        if kind == Kind.WORK and NO_EARLY < start < floor:
            network.not_before[number] = floor
            held_back = True
    if held_back:
        early = early_dates(network)
    dates = builder.dates(early, joined)
    timed = led_to(system, dates)
    items = {
        ref: builder.written(ref, early, timed) if ref in place else builder.left_out(ref)
        for ref in joined.refs
        if ref in joined.members
    }
    starts = [one.start for one in items.values() if one.start is not None]
    finishes = [one.finish for one in items.values() if one.finish is not None]
    return Forecasts(system.as_of, min(starts, default=None), max(finishes, default=None), items, dates)


class _Builder:
    """The network as the data date finds it."""

    def __init__(
        self,
        system: System,
        due: Mapping[str, Due],
        standings: Mapping[str, Standing],
        schedule: Schedule,
        joined: Joined,
    ) -> None:
        self.system, self.due, self.standings, self.schedule = system, due, standings, schedule
        self.floor = system.as_of.toordinal()
        self.known: dict[str, Recorded] = {}
        self.network = ActivityNetwork()
        members = [ref for ref in joined.refs if ref in joined.members]
        out = {ref for ref in members if self._is_left_out(system.items[ref])}
        self.place = {ref: self._add(system.items[ref]) for ref in members if ref not in out}
        self.kept = bind(self.network, self.place, joined)
        for _, link in joined.links:
            number = self.place.get(link.successor)
            if link.predecessor in out and number is not None and self.network.kind[number] == Kind.WORK:
                self.network.not_before[number] = self.network.not_before[number] or self.floor

    def written(self, ref: str, early: EarlyDates, timed: set[str]) -> Forecast:
        """Write one item's forecast down beside its plan."""
        known, number = self.known[ref], self.place[ref]
        planned, ends = self.schedule.activities[ref].early_finish, _finish(early.finish[number])
        state = known.state
        if number in self.network.held and ref not in timed:
            state = "unreported"
        latest = self._latest(self.system.items[ref])
        missed = 0 if latest is None or ends is None else max(0, (ends - latest).days)
        return Forecast(
            ref,
            state,
            _start(early.start[number]),
            ends,
            known.left,
            known.progress,
            None if ends is None or planned is None else (ends - planned).days,
            planned,
            latest,
            missed,
        )

    def left_out(self, ref: str) -> Forecast:
        """Write down that an item is dropped or superseded: it does not come."""
        planned = self.schedule.activities[ref].early_finish
        return Forecast(ref, "dropped", None, None, None, None, None, planned, None, 0)

    def dates(self, early: EarlyDates, joined: Joined) -> Schedule:
        """Return the dates that the links join."""
        activities = {}
        for ref, number in self.place.items():
            finish, left = early.finish[number], self.known[ref].left
            start = early.start[number] if left is None else finish - left
            first, last = _start(start), _finish(finish)
            kind = "timed" if is_timed(self.system.items[ref]) else self.system.items[ref].kind
            days = None if first is None or last is None else finish - start
            activities[ref] = Activity(ref, kind, days, first, last, None, None, None, None, False)
        starts = [None if day < FIRST_MIDNIGHT else day for day in early.start]
        lags = days_of_lags(self.place, early.links, starts, self.kept)
        return Schedule(activities=activities, cycles=joined.cycles, lag_days=lags)

    def _is_left_out(self, item: Item) -> bool:
        return is_void(item, self.system.as_of) and finished_by(item, self.system.as_of) is None

    def _latest(self, item: Item) -> date | None:
        return None if self.known[item.ref].end is not None or recurs(item) else self.due[item.ref].latest

    def _add(self, item: Item) -> int:
        work = item.written
        planned = self.schedule.activities[item.ref]
        if not isinstance(work, Work):
            return self._add_gate(item, planned.early_finish)
        begins = None if planned.early_start is None else planned.early_start.toordinal()
        known = recorded(item, work, self.standings[item.ref], self.system.as_of, begins)
        self.known[item.ref] = known
        if known.begun is not None and known.end is not None:
            return self.network.add_finished(known.begun, known.end, timed=True)
        if known.begun is not None:
            return self.network.add_started(known.begun, known.left or 0, not_before=self.floor)
        fixed = fixed_days(work)
        if fixed is not None:
            return self.network.add_work(fixed[1] - fixed[0], not_before=fixed[0])
        start = None if work.start is None else work.start.day.toordinal()
        return self.network.add_work(work.takes or 0, not_before=start)

    def _add_gate(self, item: Item, planned: date | None) -> int:
        """Add a milestone or target: reached as recorded, else still to come."""
        end, latest = finished_by(item, self.system.as_of), self.due[item.ref].latest
        state: State = "finished"
        if end is None and is_done(item, self.standings[item.ref]):
            state = "reported-complete"
            end = self.floor if planned is None else min(planned.toordinal() + 1, self.floor)
        if end is not None:
            self.known[item.ref] = Recorded(state, end, end)
            return self.network.add_finished(end, end, timed=False)
        self.known[item.ref] = Recorded("not-started")
        number = add_gate(self.network, item, self.due[item.ref], void=False)
        if latest is not None and latest < self.system.as_of and not recurs(item):
            self.network.held[number] = self.floor + 1  # reached on the data date at the earliest
        return number


def _start(midnight: int) -> date | None:
    return date.fromordinal(midnight) if 1 <= midnight <= date.max.toordinal() else None


def _finish(midnight: int) -> date | None:
    return date.fromordinal(midnight - 1) if midnight > 1 else None
