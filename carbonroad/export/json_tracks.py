"""The track of a target as JSON: its straight line, where it stands, what is left."""

from carbonroad.compute.tracks.track import GoalPoint, Point, Track
from carbonroad.export.json_values import Json, fraction_json


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
        "expected": fraction_json(track.expected),
        "gap": fraction_json(track.gap),
        "behind": fraction_json(track.behind),
        "pace": fraction_json(track.pace),
        "required_per_year": fraction_json(track.required_per_year),
        "required_rate": None if track.required_rate is None else round(track.required_rate, 6),
        "first_met": track.first_met,
        "missing": None if track.missing is None else track.missing.text,
    }


def _point(point: Point | None) -> Json | None:
    if point is None:
        return None
    said = {"year": point.year, "value": fraction_json(point.value), "estimate": point.estimate}
    return {**said, "elapsed": fraction_json(point.elapsed)}


def _goal(goal: GoalPoint | None) -> Json | None:
    if goal is None:
        return None
    ends = {"low": fraction_json(goal.low), "high": fraction_json(goal.high)}
    return {
        "year": goal.year,
        "value": fraction_json(goal.value),
        **ends,
        "elapsed": fraction_json(goal.elapsed),
    }
