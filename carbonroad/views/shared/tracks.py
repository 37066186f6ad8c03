"""What a target's track says: what is to go, what is needed a year, whether the straight line is kept."""

import math
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from carbonroad.base.times.periods import Period
from carbonroad.compute.tracks.track import GoalPoint, Point, Track
from carbonroad.link.system import Item
from carbonroad.model.items import Target
from carbonroad.views.shared.units import digits
from carbonroad.views.shared.words import Words

_STATES: Final = {
    "met": "met",
    "on-track": "on the straight line",
    "off-track": "behind the straight line",
    "undecided": "undecided",
}
"""English words of a track's state; `off-track` of a year that is over is "not met"."""
_EXACT: Final = 4
"""So many decimals of a difference are printed; what needs more is rounded."""
_LARGE: Final = 1000


def track_of(words: Words, item: Item | None) -> Track | None:
    """Return a target's track, if something was measured for it."""
    track = None if item is None else words.facts.tracks.get(item.ref)
    return track if track is not None and track.latest is not None and track.goal is not None else None


def state_words(words: Words, track: Track) -> str:
    """Return whether the straight line is kept; of a year that is over, whether the number was met."""
    late = track.latest is not None and track.goal is not None and track.latest.year >= track.goal.year
    ended = late and track.required_per_year is None
    if track.state == "off-track" and (ended or track.start is None):
        return words.w("not met")
    return words.w(_STATES[track.state])


def to_go(words: Words, item: Item, track: Track) -> str:
    """Return how far the latest level is from the goal; empty once it is reached."""
    if track.gap is None or track.gap <= 0 or track.state == "met":
        return ""
    return difference(words, item, track, track.gap)


def needed(words: Words, item: Item, track: Track) -> str:
    """Return the change a year that leads from the latest level to the goal, and from when to when.

    Empty where none is needed.
    """
    if track.required_per_year is None:
        return ""
    amount = yearly(words, item, track, track.required_per_year)
    return words.w("{amount} a year needed, {years}", amount=amount, years=years_ahead(words, track))


def years_ahead(words: Words, track: Track) -> str:
    """Return from when to when a needed change is counted: from the latest value to the goal."""
    return _years(words, track, track.latest, track.goal)


def years_so_far(words: Words, track: Track) -> str:
    """Return from when to when the change so far is counted: the line's begin and the latest value."""
    return _years(words, track, track.start, track.latest)


def _years(words: Words, track: Track, first: Point | None, last: Point | GoalPoint | None) -> str:
    """Between two moments; of a total in which years, the one after the first value and the last."""
    if first is None or last is None:
        return ""
    one, two = moment(words, first), moment(words, last)
    if track.counts == "total":
        one = words.w("{year}", year=first.year + 1)
    return two if one == two else words.w("{first} to {last}", first=one, last=two)


def moment(words: Words, point: Point | GoalPoint) -> str:
    """Return the year, or the month of what is from within it."""
    if point.elapsed == 1:
        return words.w("{year}", year=point.year)
    first = date(point.year, math.ceil(point.elapsed * 12), 1)
    return words.period(Period(first, (first + timedelta(31)).replace(day=1) - timedelta(1)))


def yearly(words: Words, item: Item, track: Track, change: Fraction) -> str:
    """Return a change a year with its sign, rounded to three digits, and what it counts."""
    number = _few(change, rounded=True)
    sign = _plus(number)
    if in_points(item, track):
        return words.w("{n} percentage points", n=f"{sign}{digits(number)}")
    said = words.level(item.indicator, number) if item.indicator is not None else digits(number)
    return f"{sign}{said}"


def rate(item: Item, track: Track) -> str:
    """Return the compound change in percent a year with one decimal; empty where it would say little.

    That is so for a share, and for a sink: its growth is a fall of the number.
    """
    below = track.latest is not None and track.latest.value < 0 and track.counts == "level"
    if track.required_rate is None or below or in_points(item, track):
        return ""
    number = round(track.required_rate, 1)
    return f"{_plus(number)}{digits(number)}%"


def difference(words: Words, item: Item, track: Track, value: Fraction, *, decimals: int = _EXACT) -> str:
    """Return a difference of two levels with what it counts: of percentages it is in points.

    What has more decimals, or comes from a change, is rounded to three digits, and says so.
    """
    number = _few(value, rounded=_is_worked_out(item, track) or (value * 10**decimals).denominator != 1)
    about = "" if Fraction(repr(number)) == value else words.w("≈ ")
    if in_points(item, track):
        return about + words.w("{n} percentage points", n=digits(number))
    return about + (words.level(item.indicator, number) if item.indicator is not None else digits(number))


def distance(words: Words, item: Item, track: Track) -> str:
    """Return how far the last measured level is from the line."""
    return difference(words, item, track, abs(track.behind or Fraction(0)), decimals=2)


def level_of(words: Words, item: Item, track: Track, value: float) -> str:
    """Return a level with its unit, or a change where the indicator's levels are not known."""
    if track.counts == "percent":
        return f"{digits(value)}%"
    if track.counts == "points":
        return words.w("{n} percentage points", n=digits(value))
    return digits(value) if item.indicator is None else words.level(item.indicator, value)


def _plus(number: float) -> str:
    return "+" if number > 0 else ""


def in_points(item: Item, track: Track) -> bool:
    """Whether differences are of percentages, and so counted in points."""
    unit = item.indicator.unit if item.indicator is not None else None
    return track.counts in ("percent", "points") or (unit is not None and unit.is_percent)


def _is_worked_out(item: Item, track: Track) -> bool:
    """Whether a level comes from a change, so that it has more digits than anybody stated."""
    value = item.written.value if isinstance(item.written, Target) else None
    return track.counts == "level" and value is not None and value.change


def _few(value: Fraction, *, rounded: bool) -> float:
    """A number as it is, or rounded to three digits, a large one to four."""
    if not rounded:
        return float(value)
    return float(f"{float(value):.4g}" if abs(value) >= _LARGE else f"{float(value):.3g}")


def goal_level(words: Words, item: Item, track: Track) -> str:
    """Return the level that a change comes to: `= 164 Mt`, rounded `≈ 3,210 GW`; empty for a level itself."""
    if track.goal is None or item.indicator is None or not _is_worked_out(item, track):
        return ""
    ends = [end for end in dict.fromkeys((track.goal.low, track.goal.high)) if end is not None]
    few = [float(f"{float(end):.4g}") for end in ends]
    said = [words.level(item.indicator, number) for number in few]
    level = words.w("{low}–{high}", low=said[0], high=said[-1]) if len(said) > 1 else said[0]
    exact = all(Fraction(repr(number)) == end for number, end in zip(few, ends, strict=True))
    return words.w("= {level}" if exact else "≈ {level}", level=level)
