"""The tracks that count on the data date: of each indicator that of its next target."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from carbonroad.compute.due import Due
from carbonroad.compute.item_state import is_void
from carbonroad.compute.tracks.track import Track
from carbonroad.link.system import Item, System

if TYPE_CHECKING:
    from datetime import date


def next_tracks(system: System, due: Mapping[str, Due], tracks: Mapping[str, Track]) -> dict[str, Track]:
    """Return the track of each indicator's next target by its qualified id; of several of one day, all.

    A line to a far target says little while a nearer one stands: a roadmap may be meant to go faster later.
    """
    nearest: dict[str, tuple[date, list[str]]] = {}
    for ref in tracks:
        item, latest = system.items[ref], due[ref].latest
        if item.indicator is None or latest is None or latest < system.as_of or is_void(item, system.as_of):
            continue
        key = item.indicator_ref
        day, found = nearest.get(key, (latest, []))
        if latest < day:
            nearest[key] = (latest, [ref])
        elif latest == day:
            nearest[key] = (latest, [*found, ref])
    return {ref: tracks[ref] for _, found in nearest.values() for ref in found}


def tracks_by_item(system: System, tracks: Mapping[str, Track]) -> dict[str, tuple[Track, ...]]:
    """Return the tracks that speak of an item: a target's own, a milestone's of the targets it stands for."""
    stood_for: dict[tuple[str, int], list[Track]] = {}
    found: dict[str, tuple[Track, ...]] = {}
    for ref, track in tracks.items():
        item = system.items[ref]
        if item.listed:
            found[ref] = (track,)
        elif item.indicator is not None and item.latest is not None:
            key = (item.indicator_ref, item.latest.year)
            stood_for.setdefault(key, []).append(track)
    for item in system.items.values() if stood_for else ():
        own = _of_milestone(item, stood_for)
        if own:
            found[item.ref] = own
    return found


def _of_milestone(item: Item, stood_for: Mapping[tuple[str, int], list[Track]]) -> tuple[Track, ...]:
    if not item.indicators or item.latest is None:
        return ()
    year = item.latest.year
    return tuple(track for ref in item.indicators for track in stood_for.get((ref, year), ()))
