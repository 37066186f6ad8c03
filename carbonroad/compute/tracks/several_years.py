"""The track of a target for a run of years: the total so far, or the level of each year."""

from datetime import date
from fractions import Fraction

from carbonroad.base.texts.said import sayable
from carbonroad.base.values.compare import Better, judge
from carbonroad.compute.status.target_years import Years, counting
from carbonroad.compute.status.verdicts import good_side, total_verdict
from carbonroad.compute.targets.series import Entry
from carbonroad.compute.targets.strength import exact_bounds
from carbonroad.compute.tracks.measured_points import Measured, Reading, total_readings, year_readings
from carbonroad.compute.tracks.track import NEAR, GoalPoint, Point, Track
from carbonroad.compute.undecided import Undecided
from carbonroad.model.items import Indicator, Target

_NOT_BEGUN = Undecided(sayable("none of its years was measured up to the data date"))
_MEAN = sayable("the mean of the years meets it, but not {years}")


def total_track(measured: Measured, entry: Entry, ref: str) -> Track:
    """Return the track of a total: what the measured years add up to, against an even share a year."""
    indicator = measured.indicator
    years, side = entry.years or Years(entry.year, entry.year), _side(indicator, entry)
    goal, start = _goal(entry, side, years.last), Point(years.first - 1, Fraction(0))
    track = Track(ref, start=start, goal=goal, counts="total")
    readings = total_readings(measured, *years)
    found = _by_year(measured, years)
    missing = _missing(years, measured.as_of, set(found))
    if not readings:
        return track._replace(missing=missing)
    latest = readings[-1].point
    expected = goal.value * Fraction(latest.year - start.year, years.last - start.year)
    gap, ahead = side * (goal.value - latest.value), years.last - latest.year
    open_still = ahead > 0 and gap > 0 and years.last >= measured.as_of.year
    track = track._replace(
        latest=latest,
        expected=expected,
        gap=gap,
        behind=side * (expected - latest.value),
        required_per_year=(goal.value - latest.value) / ahead if open_still else None,
        first_met=_first_met(indicator, entry, readings) if side > 0 else None,
        missing=missing,
    )
    known = [point.value for point in found.values()]
    complete = latest.year == years.last
    said = total_verdict(entry.value, known, _better(indicator, entry), complete=complete)
    if said is not None and said != "undecided":
        return track._replace(state="met" if said == "met" else "off-track", missing=None)
    if missing is not None or said == "undecided":
        return track._replace(missing=missing or NEAR)
    on_line = side * (expected - latest.value) <= readings[-1].rounding
    return track._replace(state="on-track" if on_line else "off-track")


def each_year_track(measured: Measured, entry: Entry, ref: str) -> Track:
    """Return the track of a level for each year: whether every measured year has met it so far."""
    indicator = measured.indicator
    years, side = entry.years or Years(entry.year, entry.year), _side(indicator, entry)
    goal, found = _goal(entry, side, years.last), _by_year(measured, years)
    missing = _missing(years, measured.as_of, set(found))
    track = Track(ref, goal=goal, missing=missing)
    if not found:
        return track
    better = _better(indicator, entry)
    said = {year: judge(entry.value, point.value, better) for year, point in found.items()}
    latest = found[max(found)]
    gap = side * (goal.value - latest.value)
    first = next((year for year, verdict in said.items() if verdict == "met"), None)
    track = track._replace(latest=latest, gap=gap, expected=goal.value, behind=gap, first_met=first)
    complete = len(found) == years.length
    failed = [str(year) for year, verdict in said.items() if verdict == "not-met"]
    if failed and complete and counting(indicator.unit) == "budget":
        mean = sum((point.value for point in found.values()), Fraction(0)) / len(found)
        if judge(entry.value, mean, better) != "not-met":
            return track._replace(missing=Undecided(_MEAN, (("years", ", ".join(failed)),)))
    if failed:
        return track._replace(state="off-track", missing=None)
    if missing is not None:
        return track
    if "undecided" in said.values():
        return track._replace(missing=NEAR)
    return track._replace(state="met" if complete else "on-track")


def _by_year(measured: Measured, years: Years) -> dict[int, Point]:
    """What was measured for each whole year of a run."""
    return {
        year: readings[-1].point
        for year in range(years.first, years.last + 1)
        if (readings := year_readings(measured, year))
    }


def _missing(years: Years, as_of: date, counted: set[int]) -> Undecided | None:
    """Which of the years have no value though a later one has, or though all of them are over."""
    until = years.last if as_of.year > years.last else max(counted, default=0)
    without = [year for year in range(years.first, until + 1) if year not in counted]
    if without:
        return Undecided(sayable("not measured: {years}"), (("years", ", ".join(map(str, without))),))
    return None if counted else _NOT_BEGUN


def _side(indicator: Indicator, entry: Entry) -> int:
    """1 where more is better, -1 where less is: as a status sees it; where nothing is said, more."""
    low, high = entry.value.low, entry.value.high
    if low is None or high is None:
        return 1 if high is None else -1
    better = good_side(indicator, entry.written) if isinstance(entry.written, Target) else indicator.better
    return -1 if better == "lower" else 1


def _better(indicator: Indicator, entry: Entry) -> Better:
    return "higher" if _side(indicator, entry) > 0 else "lower"


def _goal(entry: Entry, side: int, year: int) -> GoalPoint:
    low, high = exact_bounds(entry.value)
    near = low if side > 0 or high is None else high
    return GoalPoint(year, near or Fraction(0), low, high)


def _first_met(indicator: Indicator, entry: Entry, readings: list[Reading]) -> int | None:
    better = _better(indicator, entry)
    return next((p.year for p, _ in readings if judge(entry.value, p.value, better) == "met"), None)
