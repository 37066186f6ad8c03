"""How far along its row each item's dependencies run, so that the row is kept free for them."""

from collections.abc import Mapping, Sequence
from datetime import date

from carbonroad.views.drawing.axis import RIGHT, Axis
from carbonroad.views.drawing.chains import Timed
from carbonroad.views.drawing.connectors import Connector
from carbonroad.views.drawing.entries import Entry
from carbonroad.views.drawing.links import track_room
from carbonroad.views.drawing.marks import NODE
from carbonroad.views.drawing.relations import Relation
from carbonroad.wording import Wording


class Tracks:
    """The dependencies that run beside gates, by the day beside which they run: the later of their two."""

    def __init__(self, entries: Sequence[Entry], lines: Sequence[Relation], w: Wording) -> None:
        shown = {e.ref: e for e in entries}
        self.by_day: dict[date, list[Relation]] = {}
        self.day: dict[int, date] = {}
        self.w = w
        for relation in lines:
            a, b = shown[relation.source], shown[relation.target]
            if b.kind == "timed":
                continue
            day = max(a.latest or a.first or date.min, b.latest or b.first or date.min)
            self.by_day.setdefault(day, []).append(relation)
            self.day[relation.index] = day

    def room_at(self, day: date) -> float:
        """Return the millimetres they need to the right of a day."""
        return track_room(self.by_day.get(day, ()), self.w)


class Reach:
    """What items' dependencies need of their rows. `spans` are the ends of timed works."""

    def __init__(
        self,
        axis: Axis,
        lines: Sequence[Relation],
        tracks: Tracks,
        connectors: Mapping[str, Sequence[Connector]],
        spans: Mapping[str, tuple[float, float]],
    ) -> None:
        self.axis, self.lines, self.tracks = axis, lines, tracks
        self.connectors, self.spans = connectors, spans
        self.by_item: dict[str, list[Relation]] = {}
        for relation in lines:
            self.by_item.setdefault(relation.source, []).append(relation)
            self.by_item.setdefault(relation.target, []).append(relation)

    def right(self, entry: Entry) -> float:
        """Return the right end of what an item's dependencies need."""
        far = 0.0
        for relation in self.by_item.get(entry.ref, ()):
            far = max(far, self._end_of(relation))
        if entry.latest in self.tracks.by_day and self.connectors[entry.ref]:
            far = max(far, self._beside(entry.latest))
        return min(far, RIGHT - 0.5)

    def _beside(self, day: date) -> float:
        return self.axis.end(day) + 0.4 + self.tracks.room_at(day)

    def _end_of(self, relation: Relation) -> float:
        day = self.tracks.day.get(relation.index)
        return self._beside(day) if day is not None else self.spans[relation.target][0] + NODE + 1

    def free(self, entry: Entry) -> bool:
        """Return whether no dependency runs far along an item's row."""
        days = [self.tracks.day.get(relation.index) for relation in self.by_item.get(entry.ref, ())]
        return all(day == entry.latest for day in days)

    def order(self, entry: Entry) -> tuple[float, ...]:
        """Return a gate's packing order: by column, those with connectors first, linked ones together."""
        day = entry.latest or date.min
        column = {"early": 0.0, "phase": 1.0, "late": 2.0}[self.axis.column(self.axis.end(day)).name]
        group = min((relation.index for relation in self.by_item.get(entry.ref, ())), default=10**6)
        return (column, 0.0 if self.connectors[entry.ref] else 1.0, float(group), float(day.toordinal()))

    def of_chain(self, chain: Sequence[Timed]) -> tuple[float, float]:
        """Return how far left and right of a chain dependencies run along its row."""
        refs = {work.entry.ref for work in chain}
        left, right = chain[0].x0, chain[-1].x1
        for relation in self.lines:
            inside = relation.source in refs
            if inside and relation.target not in refs:
                right = max(right, self._end_of(relation))
            elif not inside and relation.target == chain[0].entry.ref and relation.source in self.spans:
                left = min(left, *self.spans[relation.source])
        return left - NODE, right + NODE
