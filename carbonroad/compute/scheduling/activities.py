"""The input of the schedule's arithmetic: activities and links as plain integers.

Times are midnights (`date.toordinal()` of the day that begins then): a work from midnight s to midnight f
starts on day s and finishes on day f - 1; a latest day d is the midnight d + 1.
"""

from enum import IntEnum, IntFlag
from typing import Literal

from carbonroad.base.times.durations import Duration


class Kind(IntEnum):
    """How an activity gets its dates."""

    WORK = 0  # duration known, dates computed
    MILESTONE = 1  # one midnight
    STATED = 2  # a work with stated start and finish, which never move
    FINISHED = 3  # on its actual dates
    STARTED = 4  # began on its actual day; what is left of it has a length


class Relation(IntFlag):
    """Which ends a link joins; the flags tell the two ends apart."""

    FS = 0
    SS = 1  # counted from the predecessor's start
    FF = 2  # binds the successor's finish
    SF = 3


RelationName = Literal["FS", "SS", "FF", "SF"]
Days = int | Duration
"""A length or a lag: days, or calendar months and years that become days in the forward pass."""
NumberedLink = tuple[int, int, int]
"""The successor, the relation as a plain integer, the lag in days."""


class ActivityNetwork:
    """Activities, numbered as they are added, and the links between them.

    Ties are resolved by number, so add the activities in the order of their ids. The caller leaves out
    what is not in the network, and links that lie on cycles.

    Attributes:
        length: Durations in days; 0 where `months` holds the duration.
        latest: The end of each one's own latest day.
        stated: The start and finish of what does not move.
        begun: The actual starts of what is under way; its `length` is what is left.
        shifts: What is put before a work in a what-if, negative to begin it earlier than it otherwise could.
        held: Midnights on which milestones that nothing timed leads to are reached instead of their latest.
        links: For a predecessor with any link that is not a plain FS without lag, all its links; the
            others' are in `successors` alone, which keeps large networks fast.
        month_lags: By predecessor, the places in its `links` whose lag of 0 stands for calendar months.
        ascending: Whether every link leads to a higher number, so that the numbers are an order already.
    """

    __slots__ = (
        "ascending",
        "begun",
        "held",
        "kind",
        "latest",
        "length",
        "links",
        "month_lags",
        "months",
        "not_before",
        "predecessors",
        "shifts",
        "stated",
        "successors",
        "timed",
    )

    def __init__(self) -> None:
        self.kind: list[int] = []
        self.length: list[int] = []
        self.months: dict[int, Duration] = {}
        self.not_before: list[int | None] = []
        self.latest: list[int | None] = []
        self.stated: dict[int, tuple[int, int]] = {}
        self.begun: dict[int, int] = {}
        self.shifts: dict[int, tuple[Duration, ...]] = {}
        self.held: dict[int, int] = {}
        self.timed: list[bool] = []
        self.successors: list[list[int]] = []
        self.predecessors: list[list[int]] = []
        self.links: dict[int, list[NumberedLink]] = {}
        self.month_lags: dict[int, dict[int, Duration]] = {}
        self.ascending = True

    def add_work(self, takes: Days, *, not_before: int | None = None, latest: int | None = None) -> int:
        """Add a work with a duration and return its number."""
        takes = _plain(takes)
        number = self._add(Kind.WORK, takes if isinstance(takes, int) else 0, not_before, latest)
        if isinstance(takes, Duration):
            self.months[number] = takes
        return number

    def add_stated(self, start: int, finish: int) -> int:
        """Add a work whose start and finish are stated (or the start counted back from the finish)."""
        number = self._add(Kind.STATED, finish - start)
        self.stated[number] = (start, finish)
        return number

    def add_milestone(self, *, not_before: int | None = None, latest: int | None = None) -> int:
        """Add a milestone: `latest` ends its latest day, `not_before` begins the first day of a `from`."""
        return self._add(Kind.MILESTONE, 0, not_before, latest)

    def add_finished(self, start: int, finish: int, *, timed: bool) -> int:
        """Add what is finished, on its actual dates; `timed` tells a work from a milestone."""
        number = self._add(Kind.FINISHED, finish - start)
        self.stated[number] = (start, finish)
        self.timed[number] = timed
        return number

    def add_started(self, begun: int, left: int, *, not_before: int) -> int:
        """Add a work under way: `left` days of it are still to do, from the midnight `not_before` on."""
        number = self._add(Kind.STARTED, left, not_before)
        self.begun[number] = begun
        return number

    def link(self, before: int, after: int, relation: RelationName = "FS", lag: Days = 0) -> None:
        """Make one activity wait for another; the lag may be negative."""
        if lag != 0:
            lag = _plain(lag)
        if (relation != "FS" or lag != 0) and before not in self.links:
            self.links[before] = [(target, 0, 0) for target in self.successors[before]]
        if isinstance(lag, Duration):
            self.month_lags.setdefault(before, {})[len(self.links[before])] = lag
            lag = 0
        self.ascending = self.ascending and before < after
        self.successors[before].append(after)
        self.predecessors[after].append(before)
        if before in self.links:
            self.links[before].append((after, int(Relation[relation]), lag))

    def _add(self, kind: Kind, length: int, not_before: int | None = None, latest: int | None = None) -> int:
        self.kind.append(int(kind))
        self.length.append(length)
        self.not_before.append(not_before)
        self.latest.append(latest)
        self.timed.append(kind is not Kind.MILESTONE)
        self.successors.append([])
        self.predecessors.append([])
        return len(self.kind) - 1


def _plain(length: Days) -> Days:
    """Write days and weeks as a number of days; months and years depend on where they begin."""
    if isinstance(length, Duration) and length.unit in ("day", "week"):
        return length.count * (7 if length.unit == "week" else 1)
    return length
