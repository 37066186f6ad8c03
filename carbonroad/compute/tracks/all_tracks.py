"""Whether a target is being met: the straight line to it, what is still to go, what is needed a year."""

from collections.abc import Mapping

from carbonroad.base.texts.said import sayable
from carbonroad.compute.item_state import is_void
from carbonroad.compute.status.target_years import counting
from carbonroad.compute.targets.series import ONE, Entry, Series
from carbonroad.compute.tracks.measured_points import Measured
from carbonroad.compute.tracks.one_year import line_track
from carbonroad.compute.tracks.several_years import each_year_track, total_track
from carbonroad.compute.tracks.track import Track
from carbonroad.compute.undecided import Undecided
from carbonroad.link.system import Item, System
from carbonroad.model.items import Target

_GONE = Undecided(sayable("the target was replaced or dropped"))
_NO_DATE = Undecided(sayable("the target has no date"))
_NOT_UNDERSTOOD = Undecided(sayable("the value is words that no rule reads"))


def all_tracks(system: System, series: Mapping[str, Series]) -> dict[str, Track]:
    """Return the track of each target by its qualified id."""
    found = {
        ref: Track(ref, missing=_reason(item))
        for ref, item in system.items.items()
        if isinstance(item.written, Target)
    }
    for one in series.values():
        measured = Measured(one.indicator, system.as_of)
        for entry in one.entries:
            if entry.role == "target" and entry.item is not None:
                found[entry.item.ref] = track_of(measured, entry, entry.item.ref)
    return found


def track_of(measured: Measured, entry: Entry, ref: str) -> Track:
    """Return the track of one target."""
    if entry.length != ONE and entry.measure == "level":
        total = counting(measured.indicator.unit) == "total"
        return (total_track if total else each_year_track)(measured, entry, ref)
    return line_track(measured, entry, ref)


def _reason(item: Item) -> Undecided:
    """Why a target has no number to be held against."""
    if is_void(item):
        return _GONE
    return _NO_DATE if item.latest is None else _NOT_UNDERSTOOD
