"""The track of a target as a value: the line it should follow, where it stands, what is left."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import sayable
from carbonroad.base.values.numbers import from_float
from carbonroad.compute.undecided import Undecided

State = Literal["met", "on-track", "off-track", "undecided"]
Counts = Literal["level", "percent", "points", "units", "total"]
NEAR = Undecided(sayable("the number is within 5 % of the one it is to be around"))


class Point(NamedTuple):
    """A level in a year.

    Attributes:
        year: The year.
        value: The level.
        estimate: Whether its author says that it is one.
        elapsed: How much of the year had passed: 1 for a whole year or its end, 1/2 for June.
    """

    year: int
    value: Fraction
    estimate: bool = False
    elapsed: Fraction = Fraction(1)

    @property
    def when(self) -> Fraction:
        """The time in years: 2024 is the end of 2024, and 2023.5 the end of June."""
        return self.year - 1 + self.elapsed


class GoalPoint(NamedTuple):
    """What a target asks for in its year: the end to be reached first, and its bounds where it has them."""

    year: int
    value: Fraction
    low: Fraction | None = None
    high: Fraction | None = None
    elapsed: Fraction = Fraction(1)

    @property
    def when(self) -> Fraction:
        """The time in years, as of a point."""
        return self.year - 1 + self.elapsed


def elapsed_by(day: date) -> Fraction:
    """Return how much of its year has passed by the end of a day; by the end of a month in twelfths."""
    if (day + timedelta(1)).month != day.month:
        return Fraction(day.month, 12)
    whole = date(day.year, 12, 31).timetuple().tm_yday
    return Fraction(day.timetuple().tm_yday, whole)


class Track(NamedTuple):
    """How far a target has come; information, it never changes a status.

    Attributes:
        ref: The target's qualified id.
        start: Where the straight line begins: the base year's level, else the first measured one.
        latest: The last measured level up to the data date.
        goal: The level asked for.
        expected: The straight line's level in the latest measured year.
        gap: What is still to go from the latest level to the goal: above zero while the number is not
            reached, whichever way is good and whatever the signs.
        behind: How far the latest level is behind the line; below zero if it is ahead of it.
        state: Met, on or off the line, or undecided.
        required_per_year: The change a year that leads from the latest level to the goal.
        required_rate: The same compounded, in percent a year; None across zero, and for totals.
        first_met: The first measured year that met the number.
        missing: What is missing where something could not be worked out.
        counts: What the numbers are: levels in the indicator's unit; changes against a base year whose level
            is not known, in percent, points or the unit; or the total of a period so far.
        growth: What the level is multiplied by each year where the target is a rate in percent: its line
            compounds. None where it is straight.
    """

    ref: str
    start: Point | None = None
    latest: Point | None = None
    goal: GoalPoint | None = None
    expected: Fraction | None = None
    gap: Fraction | None = None
    behind: Fraction | None = None
    state: State = "undecided"
    required_per_year: Fraction | None = None
    required_rate: float | None = None
    first_met: int | None = None
    missing: Undecided | None = None
    counts: Counts = "level"
    growth: Fraction | None = None

    def line_at(self, when: Fraction) -> Fraction | None:
        """Return the line's level at a time in years, as `Point.when`; None before it begins or without one.

        A rate compounds exactly over whole years; within one it is rounded as floats are.
        """
        start, goal = self.start, self.goal
        if start is None or goal is None or not start.when <= when or start.when >= goal.when:
            return None
        years = when - start.when
        if self.growth is None:
            return start.value + (goal.value - start.value) * years / (goal.when - start.when)
        whole = years.denominator == 1
        grown = self.growth ** int(years) if whole else from_float(float(self.growth) ** float(years))
        base = 100 if self.counts == "percent" else 0
        return None if grown is None else (base + start.value) * grown - base

    @property
    def pace(self) -> Fraction | None:
        """The change a year from the start of the line to the latest level; None without both."""
        if self.start is None or self.latest is None or self.latest.when <= self.start.when:
            return None
        return (self.latest.value - self.start.value) / (self.latest.when - self.start.when)
