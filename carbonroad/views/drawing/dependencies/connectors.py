"""Connectors: pentagons that say where a dependency goes that leaves the sheet, or comes from.

A connector's place on another sheet is known only when all sheets are laid out. Until then room for it is
reserved; `settle` puts it in and makes the connector a link.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from carbonroad.base.record import NamedTuple
from carbonroad.link.system import System
from carbonroad.scene.shapes import Group, Label, Line, Polyline, Shape, text
from carbonroad.views.drawing.items.names import sheet_number
from carbonroad.views.drawing.items.relations import Relation
from carbonroad.views.drawing.paper.marks import head
from carbonroad.views.drawing.paper.text import Runs, measure, measure_runs
from carbonroad.wording import Wording

HEIGHT, PITCH = 5.5, 6.0
_TIP = 2.4
_PAD = 1.2
_MOST = 8
"""An item with more dependencies in one direction has one connector for each part or sheet."""
_UPPER, _LOWER = 2.4, 2.12
_WIDEST = "D8"
_LISTED = 18


class Elsewhere(NamedTuple):
    """What connectors must know of the part's other sheets.

    Attributes:
        sheet: The sheet they stand on.
        sheets: Where items stand; empty while there is one sheet.
        codes: The matching code of each dependency that is cut between sheets.
    """

    sheet: int = 1
    sheets: Mapping[str, int] = MappingProxyType({})
    codes: Mapping[int, str] = MappingProxyType({})


class OtherEnd(NamedTuple):
    """What a settled connector says of its other end, and where it leads."""

    words: str
    href: str


class Connector(NamedTuple):
    """A pentagon before it has a place. `own` is one within the part: ink instead of purple.

    `place` is as wide as what will be said of the other end's place; `refs` are the other ends.
    """

    number: int
    out: bool
    upper: str
    place: str
    lower: str
    stated: bool
    own: bool
    refs: tuple[str, ...]
    title: str

    @property
    def runs(self) -> tuple[tuple[str, str], ...]:
        """The lower line: the place, then the rest."""
        return ((self.place, "place"), (self.lower, ""))

    @property
    def width(self) -> float:
        """Its width in millimetres, the tip included."""
        return _width(self.upper, self.runs)


@lru_cache(maxsize=65536)
def _width(upper: str, runs: Runs) -> float:
    return max(measure(upper, _UPPER, True), measure_runs(runs, _LOWER)) + 2 * _PAD + _TIP


def make_connectors(
    system: System,
    part: str,
    relations: Sequence[Relation],
    elsewhere: Elsewhere,
    w: Wording,
    *,
    out: bool,
) -> tuple[Connector, ...]:
    """Return the connectors of one item's dependencies in one direction."""
    if len(relations) <= _MOST:
        return tuple(_connector(system, part, relation, elsewhere, w, out=out) for relation in relations)
    places: dict[str, list[Relation]] = {}
    for relation in relations:
        item = system.items[relation.target if out else relation.source]
        key = f"{item.part} {elsewhere.sheets.get(item.ref, '')}" if item.part == part else item.part
        places.setdefault(key, []).append(relation)
    return tuple(_joint(system, part, found, elsewhere, w, out=out) for found in places.values())


def _joint(
    system: System,
    part: str,
    relations: Sequence[Relation],
    elsewhere: Elsewhere,
    w: Wording,
    *,
    out: bool,
) -> Connector:
    """One connector for all dependencies between an item and a part or sheet."""
    one = _connector(system, part, relations[0], elsewhere, w, out=out)
    if len(relations) == 1:
        return one
    refs = tuple(relation.target if out else relation.source for relation in relations)
    stated = sum(relation.stated for relation in relations)
    upper = w("to {n} items" if out else "from {n} items", n=len(relations))
    item = system.items[refs[0]]
    if item.part != part:
        upper = w("{what} of {part}", what=upper, part=item.part)
    codes = [elsewhere.codes[r.index] for r in relations if r.index in elsewhere.codes]
    return one._replace(
        upper=_coded(_runs_of(codes), upper),
        place=one.place.removesuffix(f"/{_WIDEST}"),
        lower=w(" · {n} stated, {m} implied", n=stated, m=len(relations) - stated),
        stated=stated > 0,
        refs=refs,
        title=upper,
    )


def _runs_of(codes: Sequence[str]) -> str:
    """Codes in a row; the first and the last where they would not fit."""
    said = ", ".join(codes)
    return said if len(said) <= _LISTED else f"{codes[0]} … {codes[-1]}"


def _coded(code: str, words: str) -> str:
    return f"{code} · {words}" if code else words


def _connector(
    system: System, part: str, relation: Relation, elsewhere: Elsewhere, w: Wording, *, out: bool
) -> Connector:
    ref = relation.target if out else relation.source
    item = system.items[ref]
    own = item.part == part
    name = item.id if own else ref
    if not own:
        place = f"{number_of(system, item.part, 88)}/{_WIDEST}"
    elif elsewhere.sheets.get(ref, elsewhere.sheet) != elsewhere.sheet:
        place = w("sheet {place}", place=f"{_digits(len(elsewhere.sheets))}/{_WIDEST}")
    else:
        place = w("zone {zone}", zone=_WIDEST)
    said = ["", w("stated") if relation.stated else w("implied"), *_terms(relation, w)]
    upper = w("to {item}", item=name) if out else w("from {item}", item=name)
    return Connector(
        relation.index,
        out,
        _coded(elsewhere.codes.get(relation.index, ""), upper),
        place,
        " · ".join(said),
        relation.stated,
        own,
        (ref,),
        f"{upper}: {item.title.pick(w.tag, system.languages)}",
    )


def _digits(items: int) -> str:
    """A number as wide as that of any sheet: few sheets hold less than four items."""
    return "8" * (1 if items <= 90 else len(str(items // 4)))


def number_of(system: System, part: str, sheet: int) -> str:
    """Return the number of a sheet of a part."""
    found = next((one for one in system.parts if one.id == part), None)
    return part if found is None else sheet_number(system, found, sheet)


def codes_of(relations: Iterable[Relation], sheets: Mapping[str, int]) -> dict[int, str]:
    """Return a code for each dependency whose ends stand on two sheets: A, B … Z, AA …, without I and O."""
    cut = [
        (sheets[r.source], sheets[r.target], r.source, r.index)
        for r in relations
        if r.source in sheets and r.target in sheets and sheets[r.source] != sheets[r.target]
    ]
    return {index: _letters(n) for n, (*_, index) in enumerate(sorted(cut))}


def _letters(number: int) -> str:
    alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    said = alphabet[number % 24]
    while number >= 24:
        number = number // 24 - 1
        said = alphabet[number % 24] + said
    return said


def refs_of(item: str) -> tuple[str, ...]:
    """Return the items at the other end of a connector: JSON in its group, for ids may hold any sign."""
    return tuple(json.loads(item))


def settle(shapes: Iterable[Shape], find: Callable[[tuple[str, ...]], OtherEnd]) -> list[Shape]:
    """Return shapes whose connectors say where their other ends stand, and lead there."""
    settled: list[Shape] = []
    for shape in shapes:
        if not isinstance(shape, Group):
            settled.append(shape)
        elif shape.role == "connector" and shape.item:
            words, href = find(refs_of(shape.item))
            inner = tuple(_said(one, words) for one in shape.shapes)
            settled.append(replace(shape, shapes=inner, item="", href=href))
        else:
            settled.append(replace(shape, shapes=tuple(settle(shape.shapes, find))))
    return settled


def _said(shape: Shape, words: str) -> Shape:
    if not isinstance(shape, Label) or not any(role == "place" for _, role in shape.runs):
        return shape
    runs = tuple((words, "") if role == "place" else (said, role) for said, role in shape.runs)
    return replace(shape, runs=(("".join(said for said, _ in runs), ""),))


def link_terms(relation: Relation, w: Wording) -> list[str]:
    """Return what a dependency says beyond finish-to-start: its type, its lag, the days between."""
    terms = type_and_lag(relation, w)
    if relation.days is not None:
        terms.append(w("{n} d", n=signed(relation.days)))
    return terms


def _terms(relation: Relation, w: Wording) -> list[str]:
    """The same in a connector: the float where there is one, and what less than no days means."""
    if relation.spare is not None:
        return [*type_and_lag(relation, w), w("float {n} d", n=signed(relation.spare))]
    if relation.days is None or relation.days >= 0:
        return link_terms(relation, w)
    return [*type_and_lag(relation, w), w("needed {n} d earlier", n=signed(-relation.days))]


def type_and_lag(relation: Relation, w: Wording) -> list[str]:
    """Return what a dependency says beyond finish-to-start, but for its days."""
    link = relation.link
    terms = [w("informs")] if link.type == "informs" else [] if link.type == "FS" else [link.type]
    return [*terms, lag_words(relation, w)] if link.lag is not None else terms


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
    drawn = (
        Polyline(corners, role, closed=True),
        text(left, y - 0.35, connector.upper, _UPPER, "b"),
        Label(left, y + 2.1, connector.runs, _LOWER),
    )
    return [Group(drawn, "connector", json.dumps(connector.refs), connector.title)]


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
