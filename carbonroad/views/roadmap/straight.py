"""The straight line to an indicator's next target, as it is drawn in its strip."""

import math
from fractions import Fraction

from carbonroad.base.record import NamedTuple
from carbonroad.views.roadmap.frame import year_end
from carbonroad.views.roadmap.series import Series, chosen_target
from carbonroad.views.roadmap.subject import Subject

_DAYS = 365
"""Of a year: within one a day more or less is not seen."""


class Straight(NamedTuple):
    """The line at its ends and at the end of each year between, by midnights; `compound` of a yearly rate."""

    midnights: tuple[int, ...]
    values: tuple[float, ...]
    compound: bool = False


def straight_line(subject: Subject, series: Series) -> Straight | None:
    """Return the line from where it begins to the next target; None where its levels are not known.

    It is drawn from the first year that is measured or aimed at; its base year may lie long before the page.
    """
    item = chosen_target(subject, series)
    track = None if item is None else subject.facts.tracks.get(item.ref)
    if track is None or track.start is None or track.goal is None or track.counts != "level":
        return None
    start, goal = track.start, track.goal
    seen = [level.day.year for level in (*series.actuals, *series.targets)]
    if start.year >= goal.year or not series.actuals or not seen:
        return None
    ends = [start.when, *map(Fraction, range(start.year, goal.year)), goal.when]
    times = [
        when for when in dict.fromkeys(ends) if start.when <= when <= goal.when and when >= min(seen) - 1
    ]
    levels = [(when, level) for when in times if (level := track.line_at(when)) is not None]
    return Straight(
        tuple(_midnight(when) for when, _ in levels),
        tuple(float(level) for _, level in levels),
        compound=track.growth is not None,
    )


def _midnight(when: Fraction) -> int:
    """The midnight of a time in years: 2024 is the end of that year."""
    year = math.floor(when)
    return year_end(year) + round((when - year) * _DAYS)
