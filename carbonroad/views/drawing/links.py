"""Dependencies drawn as lines: straight between events, on tracks beside gates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from carbonroad.scene.shapes import Label, Line, Polyline, Shape
from carbonroad.views.drawing.blocks import Box, Port
from carbonroad.views.drawing.connectors import link_terms
from carbonroad.views.drawing.marks import NODE, head
from carbonroad.views.drawing.network import wave
from carbonroad.views.drawing.relations import Relation
from carbonroad.views.drawing.sheet import LEFT, RIGHT
from carbonroad.views.drawing.text import backed, backing, measure, text
from carbonroad.wording import Wording

_BASE, _PITCH = 2.6, 2.4
_OFFSET = 1.15
LABEL = 2.3
_TRACKS = (0.0, -3.6, 3.6, -5.0, 5.0, -6.4, 6.4, -7.8, 7.8)


class Place(NamedTuple):
    """An item's port on the sheet."""

    port: Port
    y: float


@dataclass(frozen=True, slots=True)
class Track:
    """How a dependency runs beside gates: the place its base is counted from, and how wide its days are."""

    base: float
    label: float


def track_room(relations: Sequence[Relation], w: Wording) -> float:
    """Return the millimetres that these dependencies need to the right of their common base."""
    if not relations:
        return 0.0
    widest = max(measure(" · ".join(link_terms(r, w)), LABEL) for r in relations)
    return min(_BASE + len(relations) * _PITCH + widest + 1.2, 24.0)


def is_track(relation: Relation, places: Mapping[str, Port]) -> bool:
    """Whether a dependency comes back into its target from the right."""
    return not places[relation.target].node


def draw_links(
    relations: Sequence[Relation],
    places: Mapping[str, Place],
    chained: Mapping[str, str],
    critical: frozenset[str],
    controlling: frozenset[int],
    obstacles: Sequence[Box],
    w: Wording,
) -> tuple[list[Shape], list[Shape], tuple[int, ...]]:
    """Draw dependencies.

    Args:
        relations: With both ends on the sheet.
        places: By item.
        chained: Item → the item that follows it in its chain: that dependency is the shared event itself.
        critical: Critical items.
        controlling: Links of the controlling order.
        obstacles: Boxes that no label may touch.
        w: Words.

    Returns:
        The lines, which go below everything; the labels, which go above; the links that are shown.
    """
    lines: list[Shape] = []
    wanted: list[tuple[str, list[tuple[float, float]]]] = []
    used: dict[float, list[list[tuple[float, float]]]] = {}
    drawn: list[int] = []
    verticals: list[tuple[float, float, float]] = []
    for relation in _in_order(relations, places):
        a, b = places[relation.source], places[relation.target]
        drawn.append(relation.index)
        if chained.get(relation.source) == relation.target and relation.link.type == "FS":
            continue
        if b.port.node:
            shapes, spots = _to_event(
                relation, a, b, places, verticals, critical, follows=relation.source in chained
            )
            terms = [
                t for t in link_terms(relation, w) if a.port.node is False or not t.endswith(w("{n} d", n=""))
            ]
            words = " · ".join(link_terms(relation, w)[:-1] if a.port.node else terms)
        else:
            shapes, spots = _on_track(relation, a, b, used, controlling)
            words = " · ".join(link_terms(relation, w))
        lines += shapes
        if words:
            wanted.append((words, spots))
    labels: list[Shape] = []
    taken = list(obstacles)
    for words, spots in wanted:
        label = _free_spot(words, spots, taken)
        taken.append(backing(label))
        labels += backed([label], "ground-link")
    return lines, labels, tuple(drawn)


def _in_order(relations: Sequence[Relation], places: Mapping[str, Place]) -> list[Relation]:
    return sorted(
        relations, key=lambda r: (abs(places[r.source].y - places[r.target].y), places[r.source].y, r.index)
    )


def _free_spot(words: str, spots: list[tuple[float, float]], taken: Sequence[Box]) -> Label:
    """The first spot where a label touches nothing; the first of all if there is none."""
    labels = [text(x, y, words, LABEL, "b") for x, y in spots]
    inside = [label for label in labels if backing(label)[0] > LEFT and backing(label)[2] < RIGHT - 0.5]
    labels = inside or [text(RIGHT - 1.0, spots[0][1], words, LABEL, "b", "end")]
    for label in labels:
        box = backing(label)
        if not any(_touch(box, other) for other in taken):
            return label
    return labels[0]


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] - 0.05 and b[0] < a[2] - 0.05 and a[1] < b[3] - 0.05 and b[1] < a[3] - 0.05


def _on_track(
    relation: Relation,
    a: Place,
    b: Place,
    used: dict[float, list[list[tuple[float, float]]]],
    controlling: frozenset[int],
) -> tuple[list[Shape], list[tuple[float, float]]]:
    """Out to the right, along a track beside the later of the two, and back in from the right."""
    base = round(max(a.port.right, b.port.right), 1)
    down = 1 if b.y >= a.y else -1
    y0, y1 = a.y + down * _OFFSET, b.y - down * _OFFSET
    low, high = min(y0, y1) - 0.6, max(y0, y1) + 0.6
    tracks = used.setdefault(base, [])
    number = next(
        (n for n, taken in enumerate(tracks) if all(high < c or d < low for c, d in taken)), len(tracks)
    )
    if number == len(tracks):
        tracks.append([])
    tracks[number].append((low, high))
    x = base + _BASE + number * _PITCH
    role = _role(relation, controlling)
    shapes: list[Shape] = []
    start = a.port.right
    if a.port.node and b.port.right - start > 4:
        shapes.append(wave(start, b.port.right, a.y))
        start, y0 = b.port.right, a.y
    path = ((start, y0), (x, y0), (x, y1), (b.port.right + 0.2, y1))
    shapes += [Polyline(path, role), head(b.port.right + 0.1, y1, "left", _head(role), 1.6)]
    spots = [(x + 0.7, (y0 + y1) / 2 + 0.8)]
    steps = int(abs(y1 - y0) / 2.9)
    spots += [(x + 0.7, min(y0, y1) + 1.9 + n * 2.9) for n in range(steps)]
    wide = 0.7
    spots += [(x + wide + dx, y + 0.8) for dx in (0.0, 2.4, 4.8) for y in (y1, y0)]
    spots += [(start + dx, y0 + dy) for dx in (3.0, 8.0, 16.0, 30.0) for dy in (-0.5, 2.4)]
    return shapes, spots


def _role(relation: Relation, controlling: frozenset[int]) -> str:
    if relation.index in controlling:
        return "link controlling"
    kind = "stated" if relation.stated else "implied"
    return f"link {kind}" + (" informs" if relation.link.type == "informs" else "")


def _head(role: str) -> str:
    return "thin" if "implied" in role else ""


def _to_event(
    relation: Relation,
    a: Place,
    b: Place,
    places: Mapping[str, Place],
    verticals: list[tuple[float, float, float]],
    critical: frozenset[str],
    *,
    follows: bool,
) -> tuple[list[Shape], list[tuple[float, float]]]:
    """Between events: along the source's row, then down or up; the other way round where its row goes on."""
    at_start, to_end = relation.link.type in ("SS", "SF"), relation.link.type in ("FF", "SF")
    xa = a.port.start if at_start else a.port.end
    xb = b.port.end if to_end else b.port.start
    red = relation.source in critical and relation.target in critical and abs(xa - xb) < 0.1
    role = "dummy crit" if red else "dummy" if relation.stated else "dummy implied"
    if abs(a.y - b.y) < 0.01:
        line: list[Shape] = [wave(xa + NODE, xb - NODE, a.y), head(xb - NODE, a.y, "right", "", 1.6)]
        return line, [(xa + NODE + 1, a.y + 3.4)]
    source_first = not (follows or at_start) or not a.port.node
    x = xb if source_first else xa
    way = 1 if b.y > a.y else -1
    track = _track(x, a.y, b.y, places, verticals)
    x_track = x + track
    ya = a.y if source_first and abs(xa - xb) > NODE else a.y + way * NODE
    yb = b.y - way * NODE
    shapes: list[Shape] = []
    if source_first:
        if abs(xa - xb) > NODE + 1:
            out = xa + NODE if a.port.node else a.port.right
            shapes.append(
                wave(out, x_track, a.y)
                if a.port.node and x_track > out
                else Line(out, a.y, x_track, a.y, role)
            )
        points = [(x_track, ya), (x_track, yb - way * abs(track)), (xb, yb)] if track else [(x, ya), (x, yb)]
        if track and abs(xa - xb) <= NODE:
            points = [(x, ya), (x_track, ya + way * abs(track)), *points[1:]]
        shapes += [
            Polyline(tuple(points), role),
            head(xb, yb, "down" if way > 0 else "up", "crit" if red else "", 1.6),
        ]
    else:
        corner = [(x_track, a.y + way * (NODE + abs(track))), (x_track, b.y)]
        shapes.append(Polyline(((x, a.y + way * NODE), *corner), role))
        end = xb - NODE
        if end > x_track:
            shapes += [wave(x_track, end, b.y), head(end, b.y, "right", "", 1.6)]
        else:
            shapes += [Line(x_track, b.y, xb + NODE, b.y, role), head(xb + NODE, b.y, "left", "", 1.6)]
    near, beside = yb - way * 2.6 + 0.8, x_track + 0.9
    spots = [
        (beside, near),
        (beside, near - way * 3),
        (xa + NODE + 1.0, a.y + 3.4),
        (beside, (ya + yb) / 2 + 0.8),
    ]
    return shapes, [
        *spots,
        (xa + NODE + 1.0, a.y - 1.6),
        *((x + 0.9, near - way * n * 3) for n in range(2, 12) for x in (x_track, x_track - 12)),
    ]


def _track(
    x: float, y0: float, y1: float, places: Mapping[str, Place], verticals: list[tuple[float, float, float]]
) -> float:
    """How far a vertical steps aside so that it meets no glyph and no other vertical on its way."""
    low, high = min(y0, y1), max(y0, y1)
    for offset in _TRACKS:
        at = x + offset
        blocked = any(
            low + 0.5 < place.y < high - 0.5
            and any(abs(at - edge) < NODE + 0.7 for edge in _glyphs(place.port))
            for place in places.values()
        )
        crossed = any(abs(at - other) < 0.6 and a < high and low < b for other, a, b in verticals)
        if not blocked and not crossed:
            verticals.append((at, low, high))
            return offset
    verticals.append((x, low, high))
    return 0.0


def _glyphs(port: Port) -> tuple[float, ...]:
    return (port.start, port.end) if port.node else (port.end,)
