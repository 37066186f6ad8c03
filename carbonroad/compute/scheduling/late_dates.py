"""The backward pass: late dates and free float, with the days that the forward pass counted."""

from carbonroad.compute.scheduling.activities import ActivityNetwork, Kind, NumberedLink
from carbonroad.compute.scheduling.early_dates import NO_EARLY, EarlyDates, all_links
from carbonroad.compute.scheduling.month_steps import latest_begin, month_end

NO_LATE = 10**12
_UNBOUND = NO_LATE // 2
_FINISHED = int(Kind.FINISHED)


class LateDates:
    """Late dates by activity, and free float for the dated; `NO_LATE` where there are none."""

    __slots__ = ("finish", "free_float", "start")

    def __init__(self, start: list[int], finish: list[int], free_float: list[int]) -> None:
        self.start = start
        self.finish = finish
        self.free_float = free_float


def late_dates(network: ActivityNetwork, early: EarlyDates, end: int | None) -> LateDates:
    """Date each activity as late as its own latest day and its successors allow, else by the network's end.

    Finished activities have no late dates and bind nobody.
    """
    return _Backward(network, early, NO_LATE if end is None else end).run()


class _Backward:
    def __init__(self, network: ActivityNetwork, early: EarlyDates, end: int) -> None:
        size = len(network.kind)
        self.network = network
        self.early = early
        self.end = end
        self.latest = [NO_LATE if day is None else day for day in network.latest]
        self.dates = LateDates([NO_LATE] * size, [NO_LATE] * size, [NO_LATE] * size)
        # The early dates that a predecessor's slip could move: not those of finished activities.
        self.movable_start = list(early.start)
        self.movable_finish = list(early.finish)
        for number in network.stated:
            if network.kind[number] == _FINISHED:
                self.movable_start[number] = self.movable_finish[number] = NO_LATE

    def run(self) -> LateDates:
        late_start, movable_start, latest = self.dates.start, self.movable_start, self.latest
        late_finish, free_float = self.dates.finish, self.dates.free_float
        early_start, early_finish, successors = self.early.start, self.early.finish, self.network.successors
        unusual = self.early.links.keys() | self.network.stated.keys()
        unusual.update(*(self.network.predecessors[number] for number in self.early.put_off))
        for number in reversed(self.early.order):
            start, finish = early_start[number], early_finish[number]
            if start == NO_EARLY or number in unusual:
                self._settle(number)
                continue
            limit, slack = latest[number], NO_LATE
            for target in successors[number]:  # min() would double the time
                if late_start[target] < limit:  # noqa: PLR1730
                    limit = late_start[target]
                if movable_start[target] < slack:  # noqa: PLR1730
                    slack = movable_start[target]
            if limit > _UNBOUND:
                limit = self.end
            late_finish[number] = limit
            late_start[number] = limit - finish + start
            free = (limit if slack > _UNBOUND else slack) - finish
            free_float[number] = free if free > 0 else 0  # noqa: FURB136
        return self.dates

    def _limits(self, number: int) -> tuple[int, int]:
        """Return the latest finish that is allowed, and the latest that moves no early date."""
        days = self.early.finish[number] - self.early.start[number]
        limit, slack = self.latest[number], NO_LATE
        for target, relation, lag in all_links(self.network, self.early, number):
            late = self.dates.finish if relation & 2 else self.dates.start
            movable = self.movable_finish if relation & 2 else self.movable_start
            more = (days if relation & 1 else 0) - lag - self._put_off(target, relation)
            limit = min(limit, late[target] + more)
            slack = min(slack, movable[target] + more)
        return limit, slack

    def _put_off(self, target: int, relation: int) -> int:
        """Return the days that a what-if puts between what is waited for and an end of what waits."""
        return self.early.put_off[target][relation >> 1] if target in self.early.put_off else 0

    def _settle(self, number: int) -> None:
        """Do what the loop does for an activity that is stated, undated or has other links than plain FS."""
        start, finish = self.early.start[number], self.early.finish[number]
        if start == NO_EARLY:
            if number not in self.network.stated:
                self._undated(number)
            return
        if self.network.kind[number] == _FINISHED:
            return
        limit, slack = self._limits(number)
        if number in self.network.stated:
            limit = finish
        elif limit > _UNBOUND:
            limit = self.end
        self.dates.finish[number] = limit
        self.dates.start[number] = limit - finish + start
        self.dates.free_float[number] = max(0, (limit if slack > _UNBOUND else slack) - finish)

    def _undated(self, number: int) -> None:
        """Count back what has no early dates: its months were not turned into days, so they are here."""
        limit, start_limit = self.latest[number], NO_LATE
        for place, link in enumerate(all_links(self.network, self.early, number)):
            bound = self._anchor_limit(number, place, link)
            if link[1] & 1:
                start_limit = min(start_limit, bound)
            else:
                limit = min(limit, bound)
        months = self.network.months.get(number)
        length = self.network.length[number]
        if start_limit < _UNBOUND:
            over = start_limit + length if months is None else month_end(start_limit, months)
            limit = limit if over is None else min(limit, over)
        if limit > _UNBOUND:
            limit = self.end
        if limit > _UNBOUND:
            return
        begin = limit - length if months is None else latest_begin(limit, months)
        if begin is not None:
            self.dates.finish[number] = limit
            self.dates.start[number] = min(begin, start_limit)

    def _anchor_limit(self, number: int, place: int, link: NumberedLink) -> int:
        """Return the latest midnight at the predecessor's end of a link that its successor allows."""
        target, relation, lag = link
        bound = (self.dates.finish if relation & 2 else self.dates.start)[target]
        months = self.network.month_lags.get(number, {}).get(place)
        if bound > _UNBOUND:
            return NO_LATE
        bound -= self._put_off(target, relation)
        if months is None:
            return bound - lag
        begin = latest_begin(bound, months)
        return NO_LATE if begin is None else begin
