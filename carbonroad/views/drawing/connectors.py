"""Connectors: pentagons that say where a dependency goes that leaves the sheet, or comes from."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from carbonroad.link.system import System
from carbonroad.scene.shapes import Line, Polyline, Shape
from carbonroad.views.drawing.marks import head
from carbonroad.views.drawing.relations import Relation
from carbonroad.views.drawing.text import measure, text
from carbonroad.wording import Wording

HEIGHT, PITCH = 5.5, 6.0
_TIP = 2.4
_PAD = 1.2
_MOST = 8
"""An item with more dependencies in one direction has one connector for each part or sheet."""
_UPPER, _LOWER = 2.4, 2.12


class Connector(NamedTuple):
    """A pentagon before it has a place. `own` is one within the part: ink instead of purple."""

    number: int
    out: bool
    upper: str
    lower: str
    stated: bool
    own: bool

    @property
    def width(self) -> float:
        """Its width in millimetres, the tip included."""
        return max(measure(self.upper, _UPPER, True), measure(self.lower, _LOWER)) + 2 * _PAD + _TIP


def make_connectors(
    system: System,
    part: str,
    relations: Sequence[Relation],
    sheets: Mapping[str, int],
    w: Wording,
    *,
    out: bool,
) -> tuple[Connector, ...]:
    """Return the connectors of one item's dependencies in one direction; `sheets` tells where items stand."""
    if len(relations) <= _MOST:
        return tuple(_connector(system, part, relation, sheets, w, out=out) for relation in relations)
    places: dict[str, list[Relation]] = {}
    for relation in relations:
        item = system.items[relation.target if out else relation.source]
        key = f"{item.part} {sheets.get(item.ref, '')}" if item.part == part else item.part
        places.setdefault(key, []).append(relation)
    return tuple(_joint(system, part, found, sheets, w, out=out) for found in places.values())


def _joint(
    system: System,
    part: str,
    relations: Sequence[Relation],
    sheets: Mapping[str, int],
    w: Wording,
    *,
    out: bool,
) -> Connector:
    """One connector for all dependencies between an item and a part or sheet."""
    one = _connector(system, part, relations[0], sheets, w, out=out)
    if len(relations) == 1:
        return one
    item = system.items[relations[0].target if out else relations[0].source]
    stated = sum(relation.stated for relation in relations)
    upper = w("to {n} items" if out else "from {n} items", n=len(relations))
    if item.part != part:
        upper = w("{what} of {part}", what=upper, part=item.part)
    place = one.lower.split(" · ")[0]
    return one._replace(
        upper=upper,
        lower=w("{place} · {n} stated, {m} implied", place=place, n=stated, m=len(relations) - stated),
        stated=stated > 0,
    )


def _connector(
    system: System, part: str, relation: Relation, sheets: Mapping[str, int], w: Wording, *, out: bool
) -> Connector:
    ref = relation.target if out else relation.source
    item = system.items[ref]
    own = item.part == part
    name = item.id if own else ref
    if own:
        place = w("sheet {n}", n=sheets[ref]) if ref in sheets else w("no date")
    else:
        place = f"CR-{system.codes.get(item.part, '')}-CD"
    said = [place, w("stated") if relation.stated else w("implied"), *link_terms(relation, w)]
    upper = w("to {item}", item=name) if out else w("from {item}", item=name)
    return Connector(relation.index, out, upper, " · ".join(said), relation.stated, own)


def link_terms(relation: Relation, w: Wording) -> list[str]:
    """Return what a dependency says beyond finish-to-start: its type, its lag, the days between."""
    link = relation.link
    terms = [w("informs")] if link.type == "informs" else [] if link.type == "FS" else [link.type]
    if link.lag is not None:
        terms.append(lag_words(relation, w))
    if relation.days is not None:
        terms.append(w("{n} d", n=signed(relation.days)))
    return terms


def lag_words(relation: Relation, w: Wording) -> str:
    """Return the lag with its sign and unit."""
    lag = relation.link.lag
    if lag is None:
        return ""
    unit = {"day": "{n} d", "week": "{n} wk", "month": "{n} mo", "year": "{n} yr"}[lag.unit]
    return ("+" if lag.count >= 0 else "") + w(unit, n=signed(lag.count))


def signed(number: int) -> str:
    """Return a number with thousands and a real minus sign."""
    return f"{number:,}".replace("-", "\u2212")


def pentagon(x0: float, y: float, connector: Connector, *, points: str) -> list[Shape]:
    """Return a pentagon with its two lines; `points` is right or left, `x0` its left end."""
    x1, up, down = x0 + connector.width, y - HEIGHT / 2, y + HEIGHT / 2
    if points == "right":
        corners = ((x0, up), (x1 - _TIP, up), (x1, y), (x1 - _TIP, down), (x0, down))
        left = x0 + _PAD
    else:
        corners = ((x1, up), (x0 + _TIP, up), (x0, y), (x0 + _TIP, down), (x1, down))
        left = x0 + _TIP + _PAD * 0.6
    role = "flag" + ("" if connector.stated else " dashed") + (" own" if connector.own else "")
    return [
        Polyline(corners, role, closed=True),
        text(left, y - 0.35, connector.upper, _UPPER, "b"),
        text(left, y + 2.1, connector.lower, _LOWER),
    ]


def leader(points: tuple[tuple[float, float], ...], connector: Connector, way: str) -> list[Shape]:
    """Return the line between an item and its connector; an incoming one has its head at the item."""
    dashed = ("" if connector.stated else " dashed") + (" own" if connector.own else "")
    (x0, y0), (x1, y1) = points[0], points[-1]
    line: Shape = (
        Line(x0, y0, x1, y1, "leader" + dashed) if len(points) == 2 else Polyline(points, "leader" + dashed)
    )
    if connector.out:
        return [line]
    return [line, head(points[-1][0], points[-1][1], way, "own" if connector.own else "foreign", 1.5)]
