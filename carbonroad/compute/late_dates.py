"""The backward pass: late dates and free float, with the days that the forward pass counted."""

from dataclasses import dataclass

from carbonroad.compute.activities import ActivityNetwork, Kind, Link
from carbonroad.compute.early_dates import NO_EARLY, EarlyDates
from carbonroad.compute.month_steps import latest_begin, month_end

NO_LATE = 10**12
_UNBOUND = NO_LATE // 2


@dataclass(slots=True)
class LateDates:
    """Late dates by activity (`NO_LATE` where there are none) and free float (`NO_LATE` without early dates)."""

    start: list[int]
    finish: list[int]
    free_float: list[int]


def late_dates(network: ActivityNetwork, early: EarlyDates, order: list[int], end: int | None) -> LateDates:
    """Date each activity as late as its own latest day and its successors allow, else by the network's end.

    Finished activities have no late dates and bind nobody.
    """
    return _Backward(network, early, NO_LATE if end is None else end).run(order)


class _Backward:
    def __init__(self, network: ActivityNetwork, early: EarlyDates, end: int) -> None:
        size = len(network.kind)
        self.network = network
        self.early = early
        self.end = end
        self.latest = [NO_LATE if day is None else day for day in network.latest]
        self.dates = LateDates([NO_LATE] * size, [NO_LATE] * size, [NO_LATE] * size)

    def run(self, order: list[int]) -> LateDates:
        early_start, early_finish = self.early.start, self.early.finish
        late_start, late_finish = self.dates.start, self.dates.finish
        stated, links, latest = self.network.stated, self.early.links, self.latest
        for number in reversed(order):
            start, finish = early_start[number], early_finish[number]
            if start == NO_EARLY:
                if number not in stated:
                    self._undated(number)
                continue
            days = finish - start
            limit = latest[number]
            slack = NO_LATE
            for target, relation, lag in links[number]:
                if relation & 2:
                    bound, gap = late_finish[target] - lag, early_finish[target] - lag
                else:
                    bound, gap = late_start[target] - lag, early_start[target] - lag
                if bound > _UNBOUND:
                    continue
                if relation & 1:
                    bound += days
                    gap += days
                if bound < limit:
                    limit = bound
                if gap < slack:
                    slack = gap
            self._settle(number, limit, slack)
        return self.dates

    def _settle(self, number: int, limit: int, slack: int) -> None:
        """Set the late dates of a dated activity; `slack` is the finish up to which no successor moves."""
        start, finish = self.early.start[number], self.early.finish[number]
        if number in self.network.stated:
            if self.network.kind[number] == int(Kind.FINISHED):
                return
            limit = finish
        elif limit > _UNBOUND:
            limit = self.end
        self.dates.finish[number] = limit
        self.dates.start[number] = limit - (finish - start)
        self.dates.free_float[number] = max(0, (limit if slack == NO_LATE else slack) - finish)

    def _undated(self, number: int) -> None:
        """Count back what has no early dates: its months were not turned into days, so they are here."""
        limit, start_limit = self.latest[number], NO_LATE
        for place, link in enumerate(self.early.links[number]):
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

    def _anchor_limit(self, number: int, place: int, link: Link) -> int:
        """Return the latest midnight at the predecessor's end of a link that its successor allows."""
        target, relation, lag = link
        bound = (self.dates.finish if relation & 2 else self.dates.start)[target]
        months = self.network.month_lags.get(number, {}).get(place)
        if bound > _UNBOUND:
            return NO_LATE
        if months is None:
            return bound - lag
        begin = latest_begin(bound, months)
        return NO_LATE if begin is None else begin
