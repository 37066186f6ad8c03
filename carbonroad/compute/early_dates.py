"""The forward pass: early dates, and months turned into days once."""

from dataclasses import dataclass
from datetime import date

from carbonroad.compute.activities import ActivityNetwork, Kind, Link
from carbonroad.compute.month_steps import earliest_begin, month_end

# Sentinels keep None out of the inner loops; sums with them stay far outside the calendar.
NO_EARLY = -(10**12)
FIRST_MIDNIGHT, LAST_MIDNIGHT = 1, date.max.toordinal() + 1
_WORK, _MILESTONE = int(Kind.WORK), int(Kind.MILESTONE)


@dataclass(slots=True)
class EarlyDates:
    """Early dates by activity (`NO_EARLY` where there are none) and the links with their lags in days.

    `outside` holds the activities that would leave the calendar; they count as undated.
    """

    start: list[int]
    finish: list[int]
    links: list[list[Link]]
    outside: set[int]


def early_dates(network: ActivityNetwork, order: list[int]) -> EarlyDates:
    """Date each activity as soon as its predecessors and its own stated start allow, in topological order."""
    return _Forward(network).run(order)


class _Forward:
    def __init__(self, network: ActivityNetwork) -> None:
        size = len(network.kind)
        self.network = network
        self.start_bound = [NO_EARLY if day is None else day for day in network.not_before]
        self.finish_bound = [NO_EARLY] * size
        self.timed = list(network.timed)
        self.dates = EarlyDates([NO_EARLY] * size, [NO_EARLY] * size, list(network.links), set())

    def run(self, order: list[int]) -> EarlyDates:
        kinds, lengths, months = self.network.kind, self.network.length, self.network.months
        month_lags, links = self.network.month_lags, self.dates.links
        starts, finishes = self.dates.start, self.dates.finish
        start_bound, finish_bound = self.start_bound, self.finish_bound
        for number in order:
            if kinds[number] == _WORK and number not in months:
                start = start_bound[number]
                earlier = finish_bound[number] - lengths[number]
                if earlier > start:
                    start = earlier
                finish = start + lengths[number]
            else:
                start, finish = self._unusual(number)
            if start < FIRST_MIDNIGHT or finish > LAST_MIDNIGHT:
                if start > NO_EARLY // 2:
                    self.dates.outside.add(number)
                continue
            starts[number] = start
            finishes[number] = finish
            if number in month_lags:
                links[number] = self._links_in_days(number)
            for target, relation, lag in links[number]:
                bound = (start if relation & 1 else finish) + lag
                if relation & 2:
                    if bound > finish_bound[target]:
                        finish_bound[target] = bound
                elif bound > start_bound[target]:
                    start_bound[target] = bound
        return self.dates

    def _unusual(self, number: int) -> tuple[int, int]:
        """Date what is stated, a milestone, or a work that takes months."""
        if number in self.network.stated:
            return self.network.stated[number]
        if self.network.kind[number] == _MILESTONE:
            reached = self._reached(number)
            return reached, reached
        return self._months(number)

    def _reached(self, number: int) -> int:
        self.timed[number] = any(self.timed[before] for before in self.network.predecessors[number])
        latest = self.network.latest[number]
        if latest is not None and not self.timed[number]:
            return latest
        return max(self.start_bound[number], self.finish_bound[number])

    def _months(self, number: int) -> tuple[int, int]:
        length = self.network.months[number]
        start, bound = self.start_bound[number], self.finish_bound[number]
        if bound > NO_EARLY // 2:
            begin = earliest_begin(bound, length)
            start = max(start, LAST_MIDNIGHT + 1 if begin is None else begin)
        if start < FIRST_MIDNIGHT:
            return start, start
        finish = month_end(start, length)
        return start, LAST_MIDNIGHT + 1 if finish is None else finish

    def _links_in_days(self, number: int) -> list[Link]:
        """Count lags in months from the end they are measured from; past the calendar, to just outside it."""
        counted = list(self.network.links[number])
        for place, lag in self.network.month_lags[number].items():
            target, relation, _ = counted[place]
            begin = (self.dates.start if relation & 1 else self.dates.finish)[number]
            over = month_end(begin, lag)
            if over is None:
                over = LAST_MIDNIGHT + 1 if lag.count > 0 else FIRST_MIDNIGHT
            counted[place] = (target, relation, over - begin)
        return counted
