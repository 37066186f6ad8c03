"""A slow schedule to compare with: one definition a function, dates found by trying day after day."""

from calendar import monthrange
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

Length = int | tuple[int, Literal["month"]]


class Given(NamedTuple):
    """An activity as a test writes it."""

    kind: Literal["work", "milestone", "stated", "finished"] = "work"
    takes: Length = 0
    not_before: int | None = None
    latest: int | None = None
    dates: tuple[int, int] = (0, 0)
    timed: bool = True


class Bond(NamedTuple):
    """A link between two activities."""

    before: int
    after: int
    relation: str = "FS"
    lag: Length = 0


def over(begin: int, length: Length) -> int:
    """Return when a length that begins at a midnight is over."""
    if isinstance(length, int):
        return begin + length
    day = date.fromordinal(begin)
    months = day.year * 12 + day.month - 1 + length[0]
    year, month = divmod(months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last)).toordinal() + (day.day > last)


class Oracle:
    """The schedule of a small network."""

    def __init__(self, given: list[Given], bonds: list[Bond]) -> None:
        self.given, self.bonds = given, bonds
        self.early = cache(self._early)
        self.late = cache(self._late)
        self.bound = cache(self._bound)  # asked for every day that is tried
        self.lag_days = cache(self._lag_days)
        known = [early[1] for n in range(len(given)) if (early := self.early(n))]
        self.end = max(known, default=None)

    def timed(self, number: int) -> bool:
        item = self.given[number]
        if item.kind != "milestone":
            return item.timed or self.timed_before(number)
        return self.timed_before(number)

    def timed_before(self, number: int) -> bool:
        return any(self.timed(bond.before) for bond in self.bonds if bond.after == number)

    def _lag_days(self, bond: Bond) -> int | None:
        early = self.early(bond.before)
        if early is None:
            return None
        begin = early[0] if bond.relation[0] == "S" else early[1]
        return over(begin, bond.lag) - begin

    def _early(self, number: int) -> tuple[int, int] | None:
        item = self.given[number]
        if item.kind in ("stated", "finished"):
            return item.dates
        if item.kind == "milestone" and item.latest is not None and not self.timed_before(number):
            return item.latest, item.latest
        starts = [] if item.not_before is None else [item.not_before]
        finishes = []
        for bond in self.bonds:
            early = self.early(bond.before) if bond.after == number else None
            if early is not None:
                begin = early[0] if bond.relation[0] == "S" else early[1]
                (starts if bond.relation[1] == "S" else finishes).append(over(begin, bond.lag))
        if not starts and not finishes:
            return None
        start = max(starts, default=min(finishes, default=0) - 400)
        while any(over(start, item.takes) < finish for finish in finishes):
            start += 1
        return start, over(start, item.takes)

    def _late(self, number: int) -> tuple[int, int] | None:
        item, early = self.given[number], self.early(number)
        if item.kind == "finished":
            return None
        if item.kind == "stated":
            return item.dates
        bonds = [bond for bond in self.bonds if bond.before == number and self.late(bond.after) is not None]
        top = item.latest
        if top is None:
            top = max((day + 800 for bond in bonds for day in self.late(bond.after) or ()), default=self.end)
        if top is None:
            return None
        finish = top
        while not all(self._allows(bond, finish, early) for bond in bonds):
            finish -= 1
        if early is not None:
            return finish - (early[1] - early[0]), finish
        start = finish + 1
        while over(start, item.takes) > finish or not all(
            self._allows_start(bond, start) for bond in bonds if bond.relation[0] == "S"
        ):
            start -= 1
        return start, finish

    def _allows(self, bond: Bond, finish: int, early: tuple[int, int] | None) -> bool:
        bound, lag = self.bound(bond), self.lag_days(bond)
        if early is not None and lag is not None:
            anchor = finish - (early[1] - early[0]) if bond.relation[0] == "S" else finish
            return anchor + lag <= bound
        if bond.relation[0] == "F":
            return over(finish, bond.lag) <= bound
        start = finish + 400
        while not self._allows_start(bond, start):
            start -= 1
        return finish <= over(start, self.given[bond.before].takes)

    def _allows_start(self, bond: Bond, start: int) -> bool:
        return over(start, bond.lag) <= self.bound(bond)

    def _bound(self, bond: Bond) -> int:
        """Return the latest midnight that the successor of a link allows its predecessor."""
        late = self.late(bond.after)
        assert late is not None
        return late[0] if bond.relation[1] == "S" else late[1]

    def free_float(self, number: int) -> int | None:
        early, late = self.early(number), self.late(number)
        if early is None or late is None:
            return None
        gaps = []
        for bond in self.bonds:
            if bond.before != number or self.given[bond.after].kind == "finished":
                continue
            following, lag = self.early(bond.after), self.lag_days(bond)
            assert following is not None
            assert lag is not None
            begin = early[0] if bond.relation[0] == "S" else early[1]
            gaps.append((following[0] if bond.relation[1] == "S" else following[1]) - begin - lag)
        return max(0, min(gaps, default=late[1] - early[1]))


class Recorded(NamedTuple):
    """What the records say of a work: days as midnights, progress in whole percent."""

    begun: int | None = None
    finished: int | None = None
    progress: int | None = None


class DelayOracle(Oracle):
    """The schedule with works put off, each by a length of either sign."""

    def __init__(self, given: list[Given], bonds: list[Bond], shifts: dict[int, Length]) -> None:
        self.shifts = shifts
        super().__init__(given, bonds)

    def _early(self, number: int) -> tuple[int, int] | None:
        early = super()._early(number)
        if early is None or number not in self.shifts:
            return early
        start = over(early[0], self.shifts[number])
        return start, over(start, self.given[number].takes)

    def _bound(self, bond: Bond) -> int:
        """Leave room for the days by which the successor is put off once it could begin."""
        free, put_off = super()._early(bond.after), self.early(bond.after)
        end = 0 if bond.relation[1] == "S" else 1
        return super()._bound(bond) - (0 if free is None or put_off is None else put_off[end] - free[end])


class ForecastOracle(Oracle):
    """When works come from a data date on; the days of the plan are another oracle's."""

    def __init__(
        self, given: list[Given], bonds: list[Bond], recorded: dict[int, Recorded], as_of: int, plan: Oracle
    ) -> None:
        self.recorded, self.as_of, self.plan = recorded, as_of, plan
        super().__init__(given, bonds)

    def _early(self, number: int) -> tuple[int, int] | None:
        known, takes = self.recorded.get(number, Recorded()), self.given[number].takes
        if known.finished is not None and known.begun is not None:
            return known.begun, known.finished
        if known.begun is None and not known.progress:
            early = super()._early(number)
            if early is None or early[0] >= self.as_of:
                return early
            return self.as_of, over(self.as_of, takes)
        begun = known.begun
        if begun is None:
            planned = self.plan.early(number)
            begun = self.as_of if planned is None else min(planned[0], self.as_of)
        end = over(begun, takes)
        if known.progress == 100:
            return begun, min(end, self.as_of)
        left = 1
        while known.progress is None and self.as_of + left < end:
            left += 1
        while known.progress is not None and left * 100 < (end - begun) * (100 - known.progress):
            left += 1
        again = self.as_of
        while not self._may_go_on(number, again, again + left):
            again += 1
        return begun, again + left

    def _may_go_on(self, number: int, start: int, finish: int) -> bool:
        for bond in self.bonds:
            early = self.early(bond.before) if bond.after == number else None
            if early is not None:
                begin = early[0] if bond.relation[0] == "S" else early[1]
                if over(begin, bond.lag) > (start if bond.relation[1] == "S" else finish):
                    return False
        return True
