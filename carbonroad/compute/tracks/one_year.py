"""The track of a target for one year: a straight line from where it began to what it asks for."""

import math
from fractions import Fraction

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import sayable
from carbonroad.base.values.compare import Better, Verdict, compare, judge, whole_change
from carbonroad.base.values.numbers import from_float
from carbonroad.base.values.value import Value
from carbonroad.compute.status.target_years import years_between
from carbonroad.compute.status.verdicts import base_value, good_side
from carbonroad.compute.targets.series import Entry
from carbonroad.compute.targets.strength import exact_bounds, level_of
from carbonroad.compute.tracks.measured_points import Measured, Readings
from carbonroad.compute.tracks.track import NEAR, Counts, GoalPoint, Point, State, Track, elapsed_by
from carbonroad.compute.undecided import Undecided
from carbonroad.model.items import Indicator, Target
from carbonroad.model.terms import Baseline

_ALL = 100
_NOT_MEASURED = Undecided(sayable("nothing was measured up to the data date"))
_NO_BASE = Undecided(sayable("the year that the change is measured against is not stated"))
_NO_LINE = Undecided(sayable("no earlier value is known from which a line could be drawn"))


class Aim(NamedTuple):
    """What is asked for and measured, in the same numbers.

    `base` is the level that changes are measured against where the numbers are levels.
    """

    measured: Measured
    entry: Entry
    counts: Counts
    low: Fraction | None
    high: Fraction | None
    start: Point | None
    found: Readings
    better: Better | None
    base: Fraction | None = None

    @property
    def value(self) -> Value:
        """The target's value."""
        return self.entry.value

    @property
    def is_over(self) -> bool:
        """Whether the day it is due has passed."""
        item = self.entry.item
        return item is not None and item.latest is not None and item.latest < self.measured.as_of

    def verdict(self, value: Fraction) -> Verdict:
        """Compare a measured number with what is asked for, as a status does."""
        years = years_between(self.entry.baseline, self.entry.year)
        if self.value.change and self.counts == "level":
            return compare(self.value, value, self.base, self.better, years)
        return judge(self.value, value, self.better, years)

    def is_met(self, value: Fraction) -> bool:
        """Whether a measured number reaches what is asked for."""
        return self.verdict(value) == "met"

    def decides(self, point: Point, goal: GoalPoint) -> bool:
        """Whether a number tells how the target ended: one from before its day only once that has passed."""
        return point.year >= goal.year and (point.when >= goal.when or self.is_over)


def line_track(measured: Measured, entry: Entry, ref: str) -> Track:
    """Return the track of a target for one year, in levels where they are known, else in changes."""
    aim = _levels(measured, entry) or _changes(measured, entry)
    if isinstance(aim, Undecided):
        return Track(ref, missing=aim)
    side = _side(aim)
    near = aim.low if side > 0 else aim.high
    if near is None:
        near = aim.high if side > 0 else aim.low
    due = Fraction(1) if entry.item is None or entry.item.latest is None else elapsed_by(entry.item.latest)
    goal = GoalPoint(entry.year, near or Fraction(0), aim.low, aim.high, due)
    track = Track(ref, start=aim.start, goal=goal, counts=aim.counts, growth=_growth(aim, side))
    if not aim.found.readings:
        return track._replace(missing=_NOT_MEASURED)
    return _judged(aim, _placed(track, aim, side))


def _growth(aim: Aim, side: int) -> Fraction | None:
    """What a rate in percent multiplies the base year's level by each year; None for any other target."""
    value, base = aim.value, aim.entry.baseline
    if not (value.yearly and value.relative) or aim.start is None or base is None:
        return None
    ends = (value.low, value.high) if side > 0 else (value.high, value.low)
    near = next((exact for end in ends if end is not None and (exact := from_float(end)) is not None), None)
    return None if near is None or aim.start.year != base.year else 1 + near / 100


def _levels(measured: Measured, entry: Entry) -> Aim | None:
    """The target as a level; None where it is a change whose base year's level is not known."""
    indicator = measured.indicator
    ends = level_of(indicator, entry)
    if ends is None:
        return None
    found = measured.levels
    target = entry.written
    stated = entry.baseline or (target.baseline if isinstance(target, Target) else None) or indicator.baseline
    start = _base_point(indicator, stated)
    base = start.value if start is not None and entry.baseline is not None else None
    if start is None or start.year >= entry.year:
        first = found.readings[0].point if found.readings else None
        start = first if first is not None and first.year < entry.year else None
    return Aim(measured, entry, "level", *ends, start, found, _better(measured, entry), base)


def _better(measured: Measured, entry: Entry) -> Better | None:
    return good_side(measured.indicator, entry.written) if isinstance(entry.written, Target) else None


def _base_point(indicator: Indicator, baseline: Baseline | None) -> Point | None:
    level = base_value(indicator, baseline)
    exact = None if level is None else from_float(level)
    return None if exact is None or baseline is None or baseline.year is None else Point(baseline.year, exact)


def _changes(measured: Measured, entry: Entry) -> "Aim | Undecided":
    """The target as a change, from nothing in its base year."""
    value, baseline, measure = entry.value, entry.baseline, entry.measure
    if baseline is None:
        return _NO_BASE
    if measure == "multiple" or measure == "level":  # noqa: PLR1714 - so that the type is narrowed
        return _no_level(baseline)
    years = years_between(baseline, entry.year)
    low, high = exact_bounds(value)
    ends = [None if end is None else whole_change(value, end, years) for end in (low, high)]
    if ends == [None, None]:
        return _NO_BASE if baseline.year is None else _no_level(baseline)
    found = measured.changes(measure, baseline)
    if not found.readings and measured.levels.readings:
        return _no_level(baseline)
    start = None if baseline.year is None else Point(baseline.year, Fraction(0))
    return Aim(measured, entry, measure, ends[0], ends[1], start, found, _better(measured, entry))


def _no_level(baseline: Baseline) -> Undecided:
    return Undecided(sayable("the level of {base} is not known"), (("base", baseline.words),))


def _side(aim: Aim) -> int:
    """1 where more is better, -1 where less is: by the bounds, as stated, else by where the line leads."""
    low, high = aim.low, aim.high
    if low is None or high is None:
        return 1 if high is None else -1
    if aim.better is not None:
        return 1 if aim.better == "higher" else -1
    if aim.value.direction:
        return aim.value.direction
    first = aim.found.readings[0].point if aim.found.readings else None
    begin = aim.start or first
    known = None if begin is None else begin.value
    if known is None or low <= known <= high:
        return 1 if low >= 0 else -1
    return 1 if known < low else -1


def _placed(track: Track, aim: Aim, side: int) -> Track:
    """The track with where it stands: the gap, the line's level, what is needed a year."""
    goal, latest = track.goal, aim.found.readings[-1].point
    if goal is None:
        return track
    gap = side * (goal.value - latest.value)
    line = track.start is not None and track.start.when < latest.when
    expected = goal.value if aim.decides(latest, goal) else track.line_at(latest.when) if line else None
    behind = None if expected is None else side * (expected - latest.value)
    first = _first_met(aim, side)
    first_met = None if first is None else first.year
    track = track._replace(latest=latest, gap=gap, expected=expected, behind=behind, first_met=first_met)
    ahead = goal.when - latest.when
    if ahead <= 0 or aim.is_over or gap <= 0:  # nothing is needed any more of what is past
        return track
    needed = (goal.value - latest.value) / ahead
    return track._replace(required_per_year=needed, required_rate=_rate(aim, latest.value, goal.value, ahead))


def _first_met(aim: Aim, side: int) -> Point | None:
    """The first point that meets the number: a range without a good side is met only within it."""
    low, high = aim.low, aim.high
    if low is None or high is None or aim.better is not None or aim.value.direction:
        return aim.found.first(aim.is_met, side)
    inside = (one.point for one in aim.found.readings if low <= one.point.value <= high)
    return next((point for point in inside if aim.is_met(point.value)), None)


def _rate(aim: Aim, here: Fraction, there: Fraction, years: Fraction) -> float | None:
    """The compound change in percent a year; of a percentage of a base year, of the level behind it."""
    if aim.counts in ("points", "units"):
        return None
    if aim.counts == "percent":
        here, there = _ALL + here, _ALL + there
    if here == 0 or there / here <= 0:
        return None
    return math.expm1(math.log(there / here) / float(years)) * 100


def _judged(aim: Aim, track: Track) -> Track:
    """The track with its state."""
    goal, latest = track.goal, track.latest
    if goal is None or latest is None:
        return track
    said = aim.verdict(latest.value)
    if latest.year > goal.year:
        said = _looking_back(aim, goal.year, said)
        if said == "undecided":
            words = sayable("{year} was not measured, and a later value does not tell")
            return track._replace(missing=Undecided(words, (("year", str(goal.year)),)))
    if said == "met":
        return track._replace(state="met")
    if aim.decides(latest, goal):
        return track._replace(state="off-track") if said == "not-met" else track._replace(missing=NEAR)
    if track.behind is None:
        return track._replace(missing=_NO_LINE)
    state: State = "on-track" if track.behind <= aim.found.readings[-1].rounding else "off-track"
    return track._replace(state=state)


def _looking_back(aim: Aim, year: int, later: Verdict) -> Verdict:
    """What a target's own year says; without it, a later value where the last before says the same.

    The base year's level is a value before, too.
    """
    before = aim.found.until(year)
    if before is not None and before.year == year:
        return aim.verdict(before.value)
    if aim.start is not None and (before is None or before.year < aim.start.year < year):
        before = aim.start
    return later if before is not None and later == aim.verdict(before.value) else "undecided"
