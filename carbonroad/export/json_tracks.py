"""The track of a target as JSON: its straight line, where it stands, what is left."""

from fractions import Fraction

from carbonroad.compute.tracks.track import Goal, Point, Track
from carbonroad.export.json_values import Json, number_json


def track_json(track: Track | None) -> Json | None:
    """Return how far a target has come; the numbers are what `counts` says."""
    if track is None:
        return None
    return {
        "state": track.state,
        "counts": track.counts,
        "start": _point(track.start),
        "latest": _point(track.latest),
        "goal": _goal(track.goal),
        "expected": _number(track.expected),
        "gap": _number(track.gap),
        "behind": _number(track.behind),
        "pace": _number(track.pace),
        "required_per_year": _number(track.required_per_year),
        "required_rate": None if track.required_rate is None else round(track.required_rate, 6),
        "first_met": track.first_met,
        "missing": None if track.missing is None else track.missing.text,
    }


def _point(point: Point | None) -> Json | None:
    if point is None:
        return None
    said = {"year": point.year, "value": _number(point.value), "estimate": point.estimate}
    return {**said, "elapsed": _number(point.elapsed)}


def _goal(goal: Goal | None) -> Json | None:
    if goal is None:
        return None
    ends = {"low": _number(goal.low), "high": _number(goal.high)}
    return {"year": goal.year, "value": _number(goal.value), **ends, "elapsed": _number(goal.elapsed)}


def _number(number: Fraction | None) -> int | float | None:
    return None if number is None else number_json(float(number))
