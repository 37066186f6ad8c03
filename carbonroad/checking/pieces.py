"""A linked roadmap in its parts: what each of them holds, and what can be seen from some of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from carbonroad.base.record import NamedTuple
from carbonroad.link.fingerprints import named_by, part_of
from carbonroad.link.names import qualified
from carbonroad.link.system import Item, Link, System
from carbonroad.model.items import Indicator, Measure
from carbonroad.model.roadmap import Part

_OF_PARTS = frozenset(
    (
        "codes",
        "duties",
        "files",
        "fingerprints",
        "indicators",
        "items",
        "links",
        "meant",
        "measures",
        "parts",
        "title",
    )
)
"""The fields of a system that a change of one part changes."""


class Content(NamedTuple):
    """What a linked part holds, with the links that are written in it."""

    part: Part
    items: tuple[Item, ...]
    links: tuple[Link, ...]


class Piece(NamedTuple):
    """A part's number and content, the places of its links in `System.links`, and the parts that it names.

    Those that it `joins` are named by its links.
    """

    number: int
    content: Content
    places: tuple[int, ...]
    joins: frozenset[str]
    names: frozenset[str]
    indicators: Mapping[str, Indicator]
    measures: Mapping[str, Measure]


def pieces(system: System, before: Mapping[str, Piece]) -> dict[str, Piece]:
    """Return the parts by name, in the order of the files.

    Args:
        system: Linked.
        before: Those of an earlier state: what is equal is taken from there.
    """
    items: dict[str, list[Item]] = {part.id: [] for part in system.parts}
    for item in system.items.values():
        items[item.part].append(item)
    places: dict[str, list[int]] = {part.id: [] for part in system.parts}
    written_in = {part.place.path: places[part.id] for part in system.parts}
    for place, link in enumerate(system.links):
        written_in[link.span.path].append(place)
    found = {}
    for number, part in enumerate(system.parts):
        links = tuple([system.links[place] for place in places[part.id]])
        content = Content(part, tuple(items[part.id]), links)
        known = before.get(part.id)
        found[part.id] = (
            known._replace(number=number, places=tuple(places[part.id]))
            if known is not None and known.content == content
            else _piece(system, number, content, places[part.id])
        )
    return found


def _piece(system: System, number: int, content: Content, places: Iterable[int]) -> Piece:
    part = content.part
    names = {name for item in content.items for name in named_by(item)}
    joins = {part_of(ref) for link in content.links for ref in (link.predecessor, link.successor)}
    return Piece(
        number,
        content,
        tuple(places),
        frozenset(joins - {part.id}),
        frozenset((names | joins) - {part.id}),
        {ref: system.indicators[ref] for ref in (qualified(part.id, one.id) for one in part.indicators)},
        {ref: system.measures[ref] for ref in (qualified(part.id, one.id) for one in part.measures)},
    )


def declared(system: System) -> tuple[object, ...]:
    """Return what holds for all parts, and their names in their order."""
    kept = [getattr(system, name) for name in System._fields if name not in _OF_PARTS]
    return (*kept, tuple(part.id for part in system.parts))


def joined(parts: Mapping[str, Piece]) -> list[tuple[str, ...]]:
    """Return the parts in groups that no link leaves or enters."""
    near: dict[str, set[str]] = {name: set() for name in parts}
    for name, piece in parts.items():
        for other in piece.joins:
            near[name].add(other)
            near[other].add(name)
    groups, seen = [], set[str]()
    for name in parts:
        if name not in seen:
            group = _reached({name}, near.__getitem__)
            seen |= group
            groups.append(in_order(parts, group))
    return groups


def seen_from(parts: Mapping[str, Piece], unit: Iterable[str]) -> set[str]:
    """Return the parts that can be seen from some: themselves, what they name, what that names, and so on."""
    return _reached(set(unit), lambda name: parts[name].names)


def in_order(parts: Mapping[str, Piece], some: Iterable[str]) -> tuple[str, ...]:
    """Return parts in the order of the files."""
    return tuple(sorted(some, key=lambda name: parts[name].number))


def cut_out(system: System, some: Sequence[Piece]) -> System:
    """Return a system that holds some of its parts alone, in the order of the files."""
    places = sorted(place for piece in some for place in piece.places)
    return system._replace(
        parts=tuple(piece.content.part for piece in some),
        items={item.ref: item for piece in some for item in piece.content.items},
        indicators={ref: one for piece in some for ref, one in piece.indicators.items()},
        measures={ref: one for piece in some for ref, one in piece.measures.items()},
        links=tuple(system.links[place] for place in places),
        duties={},
        codes={},
        meant=frozenset(),
    )


def _reached(first: set[str], near: Callable[[str], AbstractSet[str]]) -> set[str]:
    found = set(first)
    stack = list(first)
    while stack:
        new = near(stack.pop()) - found
        found |= new
        stack.extend(new)
    return found
