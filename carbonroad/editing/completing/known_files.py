"""What the files of a roadmap declare and how often each thing is named: read from their trees, and kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from unicodedata import normalize

from carbonroad.base.record import NamedTuple
from carbonroad.editing.cursors.levels import ID_KEYS
from carbonroad.editing.cursors.sections import children_of, entry_of, sections_of
from carbonroad.editing.spots import shape_of
from carbonroad.model.roadmap import TOP
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.source.folder import part_name
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, Sequence, is_null

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carbonroad.read.vocabulary.shape import Shape
    from carbonroad.workspace.roadmap import Roadmap

Titles = tuple[tuple[str, str], ...]

_SECTIONS = {
    "milestones": "milestone",
    "indicators": "indicator",
    "works": "work",
    "measures": "measure",
    "phases": "phase",
}
_MAPS = {"organisations": "organisation", "sources": "document"}
_TIMES = ("deadline", "finish", "years", "unit", "number")
"""Fields that tell a thing from others, beside its title."""
_NAMING = {
    key: "names" if field.kind == "names" else "citations" if field.kind == "citations" else "others"
    for shape in SHAPES.values()
    for field in shape.fields
    if field.kind in ("names", "ref", "refs", "afters", "citations") or field.name in ("unit", "gas")
    for key in (field.name, *field.zh)
}
"""The keys that name something, and of which kind that is."""


class KnownThing(NamedTuple):
    """Something that a file declares.

    Attributes:
        kind: `milestone`, `work`, `target`, `indicator`, `measure`, `phase`, `organisation` or `document`.
        id: Its id, without its file.
        titles: (language tag, words) as written.
        more: Its deadline, years, unit or number.
        shorts: Further names.
        at: Offset in its file.
    """

    kind: str
    id: str
    titles: Titles = ()
    more: str = ""
    shorts: tuple[str, ...] = ()
    at: int = 0


class KnownFile(NamedTuple):
    """What one file declares.

    Attributes:
        things: In the order of the file.
        named: How often each word stands where something is named: `names` for bodies, `citations` for
            documents, `others`.
        languages: As the file says.
        industries: Those that the roadmap has; None where it has all files.
        scalars: Its other single values, by key.
    """

    things: tuple[KnownThing, ...] = ()
    named: dict[str, Counter[str]] = {}  # noqa: RUF012 - never changed
    languages: tuple[str, ...] = ()
    industries: frozenset[str] | None = None
    scalars: dict[str, str] = {}  # noqa: RUF012 - never changed


_MOST_KEPT = 5000
_kept: dict[str, tuple[Node, str, KnownFile]] = {}
"""By path, for as long as a file's tree is the same."""


def known_file(roadmap: Roadmap, path: str, shape: Shape | None = None) -> KnownFile:
    """Return what a file declares, as far as it could be parsed."""
    root = roadmap.tree(path)
    if root is None:
        return KnownFile()
    shape = shape or shape_of(roadmap.folder, path)
    known = _kept.get(path)
    if known is not None and known[0] is root and known[1] == shape.name:
        return known[2]
    if len(_kept) >= _MOST_KEPT:
        _kept.clear()
    found = _read(root, shape)
    _kept[path] = root, shape.name, found
    return found


def parts_of(roadmap: Roadmap) -> Iterator[tuple[str, str]]:
    """Yield the name of each part with its file, the top first."""
    if roadmap.folder.top is not None:
        yield TOP, roadmap.folder.top
    yield from roadmap.folder.files.items()


def part_of(roadmap: Roadmap, path: str) -> str:
    """Return the part that a file is."""
    return next((part for part, one in parts_of(roadmap) if one == path), part_name(path.rpartition("/")[2]))


def outlined(text: str, known: Iterable[KnownThing], shape: Shape) -> list[KnownThing]:
    """Return what a text declares that could not be parsed, as its lines show it."""
    seen = {(thing.kind, thing.id) for thing in known}
    found = []
    for section in sections_of(text):
        name = shape.names.get(section.key, "")
        kind = _SECTIONS.get(name) or _MAPS.get(name)
        children = children_of(text, section) if kind is not None else None
        if kind is None or children is None or children.listed != (name in _SECTIONS):
            continue
        for start in children.starts:
            entry = entry_of(text, start, listed=children.listed)
            ident = entry.value or entry.key
            if ident and (kind, ident) not in seen:
                found.append(KnownThing(kind, ident, at=start))
    return found


def _read(root: Node, shape: Shape) -> KnownFile:
    if not isinstance(root, Mapping):
        return KnownFile()
    things: list[KnownThing] = []
    scalars: dict[str, str] = {}
    languages: tuple[str, ...] = ()
    industries: frozenset[str] | None = None
    for key, value in root.pairs:
        name = shape.names.get(key.text, "")
        if name in _SECTIONS and isinstance(value, Sequence):
            for item in value.items:
                things += _item(item, _SECTIONS[name])
        elif name in _MAPS and isinstance(value, Mapping):
            things += [
                one
                for ident, inner in value.pairs
                if (one := _thing(ident.text, inner, _MAPS[name], ident.start))
            ]
        elif name == "languages":
            languages = tuple(_texts(value))
        elif name == "industries":
            industries = frozenset(normalize("NFC", one) for one in _texts(value))
        elif isinstance(value, Scalar):
            scalars[name] = value.text
    return KnownFile(tuple(things), _named(root), languages, industries, scalars)


def _item(node: Node, kind: str) -> Iterator[KnownThing]:
    if not isinstance(node, Mapping):
        return
    names = SHAPES[kind].names
    ident = next((v for k, v in node.pairs if names.get(k.text) == "id" and isinstance(v, Scalar)), None)
    if ident is None or is_null(ident):
        return
    thing = _thing(ident.text.strip(), node, kind, node.start)
    if thing is None:
        return
    yield thing
    if kind == "indicator":
        for key, value in node.pairs:
            if names.get(key.text) == "targets" and isinstance(value, Mapping):
                yield from _targets(thing, value)


def _thing(ident: str, node: Node, kind: str, at: int) -> KnownThing | None:
    if not isinstance(node, Mapping):
        return KnownThing(kind, ident, at=at)
    names = SHAPES[kind].names
    titles: Titles = ()
    more = ""
    shorts: tuple[str, ...] = ()
    for key, value in node.pairs:
        name = names.get(key.text)
        if name == "title":
            titles = _titles(value)
        elif name == "short":
            shorts = tuple(_texts(value))
        elif name in _TIMES and not more:
            more = " / ".join(dict.fromkeys(text for _, text in _titles(value)))
    return KnownThing(kind, ident, titles, more, shorts, at)


def _targets(indicator: KnownThing, node: Mapping) -> Iterator[KnownThing]:
    """The rows that an indicator's targets are: `eaf@2030`, `eaf@2030.draft`."""
    for key, value in node.pairs:
        for one in value.items if isinstance(value, Sequence) else (value,):
            ident, words = "", one.text if isinstance(one, Scalar) else ""
            if isinstance(one, Mapping):
                names = SHAPES["target"].names
                given = {names.get(k.text): v.text for k, v in one.pairs if isinstance(v, Scalar)}
                ident, words = given.get("id", ""), given.get("value", "")
            ref = f"{indicator.id}@{key.text.strip()}{'.' * bool(ident)}{ident}"
            yield KnownThing("target", ref, indicator.titles, words, (), key.start)


def _titles(node: Node) -> Titles:
    if isinstance(node, Scalar):
        return () if is_null(node) else (("", node.text.strip()),)
    if isinstance(node, Mapping):
        return tuple((key.text, value.text.strip()) for key, value in node.pairs if isinstance(value, Scalar))
    return ()


def _texts(node: Node) -> Iterator[str]:
    for one in node.items if isinstance(node, Sequence) else (node,):
        yield from (text for _, text in _titles(one))


def _named(root: Mapping) -> dict[str, Counter[str]]:
    """Count what stands under the keys that name things."""
    found: dict[str, Counter[str]] = {kind: Counter() for kind in ("names", "citations", "others")}
    waiting: list[Node] = [root]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar) or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Sequence):
            waiting += node.items
            continue
        for key, value in node.pairs:
            kind = _NAMING.get(key.text)
            if kind is not None:
                found[kind].update(_names(value))
            if not isinstance(value, Scalar):
                waiting.append(value)
    return found


def _names(node: Node) -> Iterator[str]:
    for one in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(one, Scalar):
            yield one.text.strip()
        elif isinstance(one, Mapping):
            yield from (v.text.strip() for k, v in one.pairs if k.text in ID_KEYS and isinstance(v, Scalar))
