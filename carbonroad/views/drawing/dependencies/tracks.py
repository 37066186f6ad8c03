"""Dependencies beside gates: out to the right, along a track, and back in from the right, with their days."""

from collections.abc import Mapping, Sequence
from datetime import date

from carbonroad.scene.boxes import Box
from carbonroad.scene.shapes import Label, Polyline, Shape, text
from carbonroad.views.drawing.dependencies.connectors import link_terms
from carbonroad.views.drawing.dependencies.ports import Port
from carbonroad.views.drawing.dependencies.routes import on_track
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.items.relations import Relation
from carbonroad.views.drawing.paper.marks import head, wave
from carbonroad.views.drawing.paper.sheet import LEFT, RIGHT
from carbonroad.views.drawing.paper.text import backed, backing, measure
from carbonroad.wording import Wording

LABEL = 2.3
_BASE, _PITCH = 2.6, 2.4
_OFFSET = 1.15
_MOST_ROOM = 24.0
Spots = list[tuple[float, float]]


def track_room(relations: Sequence[Relation], w: Wording) -> float:
    """Return the millimetres that these dependencies need to the right of their common base."""
    if not relations:
        return 0.0
    widest = max(measure(" · ".join(link_terms(r, w)), LABEL) for r in relations)
    return min(_BASE + len(relations) * _PITCH + widest + 1.2, _MOST_ROOM)


class Tracks:
    """The dependencies that run beside gates, by the day beside which they run: the later of their two."""

    def __init__(self, shown: Mapping[str, Entry], lines: Sequence[Relation], w: Wording) -> None:
        self.by_day: dict[date, list[Relation]] = {}
        self.day: dict[int, date] = {}
        self.w = w
        self._room: dict[date, float] = {}
        for relation in lines:
            if on_track(relation, shown):
                a, b = shown[relation.source], shown[relation.target]
                day = max(a.latest or a.first or date.min, b.latest or b.first or date.min)
                self.by_day.setdefault(day, []).append(relation)
                self.day[relation.index] = day

    def room_at(self, day: date) -> float:
        """Return the millimetres they need to the right of a day."""
        if day not in self._room:
            self._room[day] = track_room(self.by_day.get(day, ()), self.w)
        return self._room[day]


class TrackDrawer:
    """Draws dependencies on tracks; two that overlap in height take two tracks."""

    def __init__(self, controlling: frozenset[int]) -> None:
        self._controlling = controlling
        self._used: dict[float, list[list[tuple[float, float]]]] = {}

    def draw(
        self, relation: Relation, a: tuple[Port, float], b: tuple[Port, float], drawn: float = 0.0
    ) -> tuple[list[Shape], Spots]:
        """Return the line between two ports with their heights, and where its days may stand.

        As far as `drawn`, the row of the first has the line of another dependency already.
        """
        (port_a, ya), (port_b, yb) = a, b
        down = 1 if yb >= ya else -1
        y0, y1 = ya + down * _OFFSET, yb - down * _OFFSET
        base = round(max(port_a.right, port_b.right), 1)
        number = self._track(base, min(y0, y1) - 0.6, max(y0, y1) + 0.6)
        x = min(base + _BASE + number * _PITCH, RIGHT - 0.8)
        role = link_role(relation, self._controlling)
        shapes: list[Shape] = []
        start = port_a.right
        if port_a.node and port_b.right - start > 4:
            start, y0 = port_b.right, ya
            if start > max(port_a.right, drawn) + 0.05:
                shapes.append(wave(max(port_a.right, drawn), start, ya))
        path = ((start, y0), (x, y0), (x, y1), (port_b.right + 0.2, y1))
        thin = "thin" if "implied" in role else ""
        shapes += [Polyline(path, role), head(port_b.right + 0.1, y1, "left", thin, 1.6)]
        return shapes, _spots(x, start, y0, y1)

    def _track(self, base: float, low: float, high: float) -> int:
        tracks = self._used.setdefault(base, [])
        number = next(
            (n for n, taken in enumerate(tracks) if all(high < c or d < low for c, d in taken)), len(tracks)
        )
        if number == len(tracks):
            tracks.append([])
        tracks[number].append((low, high))
        return number


def link_role(relation: Relation, controlling: frozenset[int]) -> str:
    """Return the look of a dependency beside gates."""
    if relation.index in controlling:
        return "link controlling"
    kind = "stated" if relation.stated else "implied"
    return f"link {kind}" + (" informs" if relation.link.type == "informs" else "")


def _spots(x: float, start: float, y0: float, y1: float) -> Spots:
    """Where days may stand: beside the middle of the track first, then along it, then on either row."""
    steps = int(abs(y1 - y0) / 2.9)
    return [
        (x + 0.7, (y0 + y1) / 2 + 0.8),
        *((x + 0.7, min(y0, y1) + 1.9 + n * 2.9) for n in range(steps)),
        *((x + 0.7 + dx, y + 0.8) for dx in (0.0, 2.4, 4.8) for y in (y1, y0)),
        *((start + dx, y0 + dy) for dx in (3.0, 8.0, 16.0, 30.0) for dy in (-0.5, 2.4)),
    ]


def place_labels(wanted: Sequence[tuple[str, Spots]], obstacles: Sequence[Box]) -> list[Shape]:
    """Return the days of dependencies, each at the first spot where it touches nothing.

    One that finds no free spot is not printed: it stands in the table of dependencies.
    """
    shapes: list[Shape] = []
    taken = list(obstacles)
    for words, spots in wanted:
        label = _free_spot(words, spots, taken)
        if label is not None:
            taken.append(backing(label))
            shapes += backed([label], "ground-link")
    return shapes


def _free_spot(words: str, spots: Spots, taken: Sequence[Box]) -> Label | None:
    labels = [text(x, y, words, LABEL, "b") for x, y in spots]
    labels.append(text(RIGHT - 1.0, spots[0][1], words, LABEL, "b", "end"))
    for label in labels:
        box = backing(label)
        inside = box.left > LEFT and box.right < RIGHT - 0.5
        if inside and not any(box.touches(other, -0.05) for other in taken):
            return label
    return None
