"""How far along its row each gate's and window's dependencies run, so that the row is kept free for them."""

from collections.abc import Mapping, Sequence
from datetime import date

from carbonroad.views.drawing.dependencies.connectors import Connector
from carbonroad.views.drawing.dependencies.routes import Route
from carbonroad.views.drawing.dependencies.tracks import Tracks
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.network.axis import Axis
from carbonroad.views.drawing.paper.sheet import RIGHT

_MARGIN = 5.5


class Reach:
    """What items' dependencies need of their rows."""

    def __init__(
        self,
        axis: Axis,
        routes: Sequence[Route],
        tracks: Tracks,
        connectors: Mapping[str, Sequence[Connector]],
    ) -> None:
        self.axis, self.tracks, self.connectors = axis, tracks, connectors
        self.by_item: dict[str, list[Route]] = {}
        for route in routes:
            self.by_item.setdefault(route.relation.source, []).append(route)
            self.by_item.setdefault(route.relation.target, []).append(route)

    def right(self, entry: Entry) -> float:
        """Return the right end of what an item's dependencies need."""
        far = 0.0
        for route in self.by_item.get(entry.ref, ()):
            if route.form == "track":
                far = max(far, self._beside(self.tracks.day[route.relation.index]))
            elif route.form == "along" and route.relation.source == entry.ref:
                far = max(far, route.xb + _MARGIN)
        if entry.latest in self.tracks.by_day and self.connectors[entry.ref]:
            far = max(far, self._beside(entry.latest))
        return min(far, RIGHT - 0.5)

    def _beside(self, day: date) -> float:
        return self.axis.end(day) + 0.4 + self.tracks.room_at(day)

    def free(self, entry: Entry) -> bool:
        """Return whether no dependency runs far along an item's row."""
        for route in self.by_item.get(entry.ref, ()):
            if route.form == "track" and self.tracks.day[route.relation.index] != entry.latest:
                return False
            if route.form == "along" and route.relation.source == entry.ref:
                return False
        return True

    def order(self, entry: Entry) -> tuple[float, ...]:
        """Return a gate's packing order: by column, those with connectors first, linked ones together."""
        day = entry.latest or date.min
        column = {"early": 0.0, "phase": 1.0, "late": 2.0}[self.axis.column(self.axis.end(day)).name]
        group = min((route.relation.index for route in self.by_item.get(entry.ref, ())), default=10**9)
        return (column, 0.0 if self.connectors[entry.ref] else 1.0, float(group), float(day.toordinal()))
