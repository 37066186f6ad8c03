"""Dependencies drawn as lines: along rows and straight up or down between events, on tracks beside gates."""

from collections.abc import Mapping, Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.scene.boxes import Box
from carbonroad.scene.shapes import Line, Polyline, Shape
from carbonroad.views.drawing.dependencies.connectors import link_terms
from carbonroad.views.drawing.dependencies.ports import Port, entered_event, event_key
from carbonroad.views.drawing.dependencies.routes import Route
from carbonroad.views.drawing.dependencies.tracks import Spots, TrackDrawer, place_labels
from carbonroad.views.drawing.paper.marks import NODE, head, wave
from carbonroad.wording import Wording

_SIDES = (0.0, -3.6, 3.6, -5.0, 5.0, -6.4, 6.4, -7.8, 7.8)


class Place(NamedTuple):
    """An item's port on the sheet."""

    port: Port
    y: float


class DrawnLinks(NamedTuple):
    """Dependencies drawn: lines below everything, days above, and which links they show."""

    lines: list[Shape]
    labels: list[Shape]
    shown: tuple[int, ...]


def draw_links(
    routes: Sequence[Route],
    places: Mapping[str, Place],
    controlling: frozenset[int],
    obstacles: Sequence[Box],
    w: Wording,
) -> DrawnLinks:
    """Draw dependencies.

    Args:
        routes: Their ways.
        places: By item.
        controlling: Links of the controlling order.
        obstacles: Boxes that no label may touch.
        w: Words.
    """
    ordered = sorted(routes, key=lambda r: _order(r, places))
    between = [route for route in ordered if route.form in ("level", "along", "across", "slant")]
    drawer = _Between(places)
    lines = drawer.draw(between)
    reach = drawer.reach
    tracks = TrackDrawer(controlling)
    wanted: list[tuple[str, Spots]] = []
    for route in ordered:
        if route.form == "track":
            relation = route.relation
            shapes, spots = tracks.draw(
                relation, places[relation.source], places[relation.target], reach.get(relation.source, 0.0)
            )
            lines += shapes
            words = " · ".join(link_terms(relation, w))
            if words:
                wanted.append((words, spots))
    return DrawnLinks(
        lines, place_labels(wanted, obstacles), tuple(route.relation.index for route in ordered)
    )


def _order(route: Route, places: Mapping[str, Place]) -> tuple[float, float, int]:
    a, b = places[route.relation.source].y, places[route.relation.target].y
    return abs(a - b), a, route.relation.index


class _Vertical(NamedTuple):
    """An upright piece: those of one event may lie over one another."""

    x: float
    low: float
    high: float
    event: str


class _Between:
    """Draws links between events."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self.places = places
        self.verticals: list[_Vertical] = []
        self.reach: dict[str, float] = {}
        self.glyphs = [(place.y, x, _size(place)) for place in places.values() for x in _marks(place.port)]

    def draw(self, routes: Sequence[Route]) -> list[Shape]:
        """Return rows' pieces first, then upright ones; critical ones last."""
        shapes: list[Shape] = []
        rows: dict[tuple[str, str], list[tuple[float, Route]]] = {}
        uprights: list[tuple[bool, list[Shape]]] = []
        for route in routes:
            if route.form == "slant":
                uprights.append((route.relation.critical, self._slant(route)))
                continue
            x, drawn = self._upright(route)
            uprights.append((route.relation.critical, drawn))
            if route.form == "along":
                rows.setdefault(("out", route.relation.source), []).append((x, route))
            elif route.form == "across":
                rows.setdefault(("in", route.relation.target), []).append((x, route))
        for (way, ref), taps in rows.items():
            shapes += self._along(ref, taps) if way == "out" else self._across(ref, taps)
        for wanted in (False, True):
            shapes += [shape for critical, drawn in uprights if critical == wanted for shape in drawn]
        return shapes

    def _along(self, ref: str, taps: list[tuple[float, Route]]) -> list[Shape]:
        """One line along the source's row, as far as the furthest link needs it."""
        place = self.places[ref]
        shapes: list[Shape] = []
        at = (
            place.port.end + NODE
            if place.port.node and place.port.right <= place.port.end + NODE + 0.01
            else place.port.right
        )
        taps = sorted(taps, key=lambda tap: tap[0])
        for n, (x, _) in enumerate(taps):
            if x > at + 0.05:
                shapes.append(_row_piece(at, x, place.y, [route for _, route in taps[n:]]))
                at = x
        self.reach[ref] = at
        return shapes

    def _across(self, ref: str, taps: list[tuple[float, Route]]) -> list[Shape]:
        """One line along the target's row, from the first link that comes down to it."""
        place = self.places[ref]
        taps = sorted(taps, key=lambda tap: tap[0])
        shapes: list[Shape] = []
        end = place.port.start - NODE
        for n, (x, _) in enumerate(taps):
            until = taps[n + 1][0] if n + 1 < len(taps) else end - 1.2
            if until > x + 0.05:
                shapes.append(_row_piece(x, until, place.y, [route for _, route in taps[: n + 1]]))
        critical = "crit" if any(route.relation.critical for _, route in taps) else ""
        return [*shapes, head(end, place.y, "right", critical, 1.6)]

    def _upright(self, route: Route) -> tuple[float, list[Shape]]:
        """The upright piece of a link, and where it meets the row."""
        a, b = self.places[route.relation.source], self.places[route.relation.target]
        way = 1 if b.y > a.y else -1
        role = _role(route)
        own = (
            event_key(route.relation.source, "out")
            if route.form == "across"
            else entered_event(route.relation)
        )
        x = route.xa if route.form == "across" else route.xb
        side = self._side(x, a.y, b.y, own)
        at = x + side
        start, end = a.y + way * _size(a), b.y - way * _size(b)
        if route.form == "across":
            points = [(x, start), *([(at, start + way * abs(side))] if side else []), (at, b.y)]
            return at, [Polyline(tuple(points), role)]
        points = [(at, end - way * abs(side)), (x, end)] if side else [(x, end)]
        if route.form == "along":
            points = [(at, a.y), *points]
        else:
            points = [(x, start), *([(at, start + way * abs(side))] if side else []), *points]
        tip = head(x, end, "down" if way > 0 else "up", _tip(route), 1.6)
        return at, [Polyline(tuple(points), role), tip]

    def _slant(self, route: Route) -> list[Shape]:
        """A straight line between two marks, where neither row is free."""
        a, b = self.places[route.relation.source], self.places[route.relation.target]
        xa, xb = route.xa, route.xb
        if not a.port.node and xb < xa:
            xa = a.port.end
        long = ((xb - xa) ** 2 + (b.y - a.y) ** 2) ** 0.5 or 1.0
        ux, uy = (xb - xa) / long, (b.y - a.y) / long
        start = (xa + ux * _size(a), a.y + uy * _size(a))
        end = (xb - ux * _size(b), b.y - uy * _size(b))
        back, half = (end[0] - ux * 1.6, end[1] - uy * 1.6), 0.75
        corners = (
            end,
            (back[0] - uy * half, back[1] + ux * half),
            (back[0] + uy * half, back[1] - ux * half),
        )
        return [
            Line(*start, *back, _role(route)),
            Polyline(corners, f"head {_tip(route)}".strip(), closed=True),
        ]

    def _side(self, x: float, y0: float, y1: float, event: str) -> float:
        """How far an upright piece steps aside so that it meets no mark and no other on its way."""
        low, high = min(y0, y1), max(y0, y1)
        inside = [(at, size) for y, at, size in self.glyphs if low + 0.5 < y < high - 0.5]
        near = [v for v in self.verticals if v.low < high and low < v.high and v.event != event]
        for side in _SIDES:
            at = x + side
            clear = all(abs(at - mark) >= size + 0.7 for mark, size in inside)
            if clear and all(abs(at - other.x) >= 0.6 for other in near):
                break
        else:
            side = 0.0
        self.verticals.append(_Vertical(x + side, low, high, event))
        return side


def _marks(port: Port) -> tuple[float, ...]:
    return (port.start, port.end) if port.node else (port.end,)


def _size(place: Place) -> float:
    """The radius of an item's marks."""
    port = place.port
    return NODE if port.node else min(max(port.end - port.start, 0.5), 2.6)


def _row_piece(x0: float, x1: float, y: float, routes: Sequence[Route]) -> Shape:
    """A piece along a row: wavy where every link on it has float, else a straight dashed line."""
    binding = [route for route in routes if not _floats(route)]
    if not binding:
        return wave(x0, x1, y)
    worst = next((route for route in binding if route.relation.critical), binding[0])
    return Line(x0, y, x1, y, _role(worst))


def _floats(route: Route) -> bool:
    """Whether a link has float; one to a gate has what is left until its latest day."""
    slack = route.relation.slack
    return route.to_gate or (slack is not None and slack > 0)


def _role(route: Route) -> str:
    if route.relation.critical:
        return "dummy crit"
    return "dummy" if route.relation.stated else "dummy implied"


def _tip(route: Route) -> str:
    return "crit" if route.relation.critical else ""
