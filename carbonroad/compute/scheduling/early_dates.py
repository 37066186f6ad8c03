"""The forward pass: early dates, and months turned into days once."""

from collections.abc import Sequence
from datetime import date

from carbonroad.base.times.durations import Duration
from carbonroad.compute.scheduling.activities import ActivityNetwork, Kind, NumberedLink
from carbonroad.compute.scheduling.month_steps import earliest_begin, month_end

# Sentinels keep None out of the inner loops; sums with them stay far outside the calendar.
NO_EARLY = -(10**12)
FIRST_MIDNIGHT, LAST_MIDNIGHT = 1, date.max.toordinal() + 1
_WORK, _MILESTONE = int(Kind.WORK), int(Kind.MILESTONE)


class EarlyDates:
    """Early dates by activity, `NO_EARLY` where there are none.

    Attributes:
        links: The network's, with every lag in days.
        outside: The activities that would leave the calendar; they count as undated.
        order: The activities so that every link points forward, without those that wait for a cycle.
        whole: Whether every activity is dated.
        put_off: By how many days a what-if moves the start and the finish of an activity.
    """

    __slots__ = ("finish", "links", "order", "outside", "put_off", "start", "whole")

    def __init__(
        self,
        start: list[int],
        finish: list[int],
        links: dict[int, list[NumberedLink]],
        outside: set[int],
        order: Sequence[int],
    ) -> None:
        self.start = start
        self.finish = finish
        self.links = links
        self.outside = outside
        self.order = order
        self.whole = False
        self.put_off: dict[int, tuple[int, int]] = {}


def early_dates(network: ActivityNetwork) -> EarlyDates:
    """Date each activity as soon as its predecessors and its own stated start allow."""
    return _Forward(network).run()


def _order(network: ActivityNetwork) -> list[int]:
    """The activities so that every link points forward; without those that wait for a cycle."""
    waiting, successors = list(map(len, network.predecessors)), network.successors
    order = [number for number, count in enumerate(waiting) if not count]
    for number in order:  # grows while it is read
        for target in successors[number]:
            waiting[target] = count = waiting[target] - 1
            if not count:
                order.append(target)
    return order


class _Forward:
    def __init__(self, network: ActivityNetwork) -> None:
        size = len(network.kind)
        self.network = network
        self.start_bound = [NO_EARLY if day is None else day for day in network.not_before]
        self.finish_bound = [NO_EARLY] * size
        self.timed = list(network.timed)
        order = range(size) if network.ascending else _order(network)
        self.dates = EarlyDates([NO_EARLY] * size, [NO_EARLY] * size, dict(network.links), set(), order)

    def run(self) -> EarlyDates:
        """Date the activities one after the other."""
        starts, finishes, start_bound = self.dates.start, self.dates.finish, self.start_bound
        lengths, in_loop, predecessors = self.network.length, self._dated_in_loop(), self.network.predecessors
        ends = self.finish_bound if self.network.links else None
        plain = [NO_EARLY] * len(lengths)  # the finishes that bind successors by plain links
        for number in self.dates.order:
            start = start_bound[number]
            for before in predecessors[number]:  # max() would double the time
                if plain[before] > start:  # noqa: PLR1730
                    start = plain[before]
            if not in_loop[number]:
                start_bound[number] = start
                self._unusual(number)
                continue
            length = lengths[number]
            if ends is not None and ends[number] - length > start:
                start = ends[number] - length
            if FIRST_MIDNIGHT <= start <= LAST_MIDNIGHT - length:
                starts[number] = start
                finishes[number] = plain[number] = start + length
            elif start > NO_EARLY // 2:
                self.dates.outside.add(number)
        self.dates.whole = NO_EARLY not in starts
        return self.dates

    def _dated_in_loop(self) -> list[bool]:
        """Mark the usual case: a work that takes days, with plain links to its successors."""
        usual = [kind == _WORK for kind in self.network.kind]
        for number in (*self.network.months, *self.network.links, *self.network.shifts):
            usual[number] = False
        return usual

    def _unusual(self, number: int) -> None:
        """Do for any activity what the loop does for the usual ones."""
        start, finish = self._dated(number)
        if start < FIRST_MIDNIGHT or finish > LAST_MIDNIGHT:
            if start > NO_EARLY // 2:
                self.dates.outside.add(number)
            return
        self.dates.start[number] = start
        self.dates.finish[number] = finish
        if number in self.network.month_lags:
            self.dates.links[number] = self._links_in_days(number)
        if number not in self.dates.links:
            bounds = self.start_bound
            for target in self.network.successors[number]:
                bounds[target] = max(bounds[target], finish)
            return
        for target, relation, lag in self.dates.links[number]:
            bound = (start if relation & 1 else finish) + lag
            bounds = self.finish_bound if relation & 2 else self.start_bound
            bounds[target] = max(bounds[target], bound)

    def _dated(self, number: int) -> tuple[int, int]:
        if not self.timed[number]:  # a milestone passes on that a work came before it, reached or not
            self.timed[number] = any(self.timed[before] for before in self.network.predecessors[number])
        if number in self.network.stated:
            return self.network.stated[number]
        if self.network.kind[number] == _MILESTONE:
            reached = self._reached(number)
            return reached, reached
        months = self.network.months.get(number)
        start = self._begin(number, months)
        if start < FIRST_MIDNIGHT:
            return start, start
        if number in self.network.shifts:
            return self._put_off(number, start, months)
        return self._over(number, start, months)

    def _over(self, number: int, start: int, months: Duration | None) -> tuple[int, int]:
        length = self.network.length[number]
        if number in self.network.begun:
            return self.network.begun[number], start + length
        return start, start + length if months is None else _past(month_end(start, months), months)

    def _put_off(self, number: int, begin: int, months: Duration | None) -> tuple[int, int]:
        start = begin
        for by in self.network.shifts[number]:
            start = _past(month_end(start, by), by)
            if start <= FIRST_MIDNIGHT and by.count < 0:
                return FIRST_MIDNIGHT - 1, start
        moved, planned = self._over(number, start, months), self._over(number, begin, months)
        self.dates.put_off[number] = (moved[0] - planned[0], moved[1] - planned[1])
        return moved

    def _reached(self, number: int) -> int:
        latest = self.network.latest[number]
        if latest is not None and not self.timed[number]:
            return self.network.held.get(number, latest)
        return max(self.start_bound[number], self.finish_bound[number])

    def _begin(self, number: int, months: Duration | None) -> int:
        """Return the midnight from which the predecessors and its own start allow a work."""
        start, bound = self.start_bound[number], self.finish_bound[number]
        if months is None:
            return max(start, bound - self.network.length[number])
        if bound > NO_EARLY // 2:
            begin = earliest_begin(bound, months)
            start = max(start, LAST_MIDNIGHT + 1 if begin is None else begin)
        return start

    def _links_in_days(self, number: int) -> list[NumberedLink]:
        """Count lags in months from the end they are measured from; past the calendar, to just outside it."""
        counted = list(self.network.links[number])
        for place, lag in self.network.month_lags[number].items():
            target, relation, _ = counted[place]
            begin = (self.dates.start if relation & 1 else self.dates.finish)[number]
            counted[place] = (target, relation, _past(month_end(begin, lag), lag) - begin)
        return counted


def _past(midnight: int | None, length: Duration) -> int:
    """A midnight; past the calendar, that just outside it."""
    if midnight is not None:
        return midnight
    return LAST_MIDNIGHT + 1 if length.count > 0 else FIRST_MIDNIGHT


def all_links(network: ActivityNetwork, early: EarlyDates, number: int) -> list[NumberedLink]:
    """Return an activity's links to its successors, the plain ones too."""
    return early.links.get(number) or [(target, 0, 0) for target in network.successors[number]]
