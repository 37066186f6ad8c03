"""Readers of whole items: from an opened map to a milestone, a work, an indicator."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from carbonroad.base.said import say
from carbonroad.model.items import Asked, Indicator, Measure, Milestone, Pathway, Revision, TitleBlock, Work
from carbonroad.model.place import Place
from carbonroad.model.roadmap import Organisation, Phase, PolicyDocument
from carbonroad.model.terms import After, Citation, Report, Words
from carbonroad.model.text import Text
from carbonroad.read.checks import check_url, check_weight
from carbonroad.read.core import Opened, Reader
from carbonroad.read.duties import DUTIES, read_duties
from carbonroad.read.kinds import SCALAR_KINDS, Read, read_ref
from carbonroad.read.listless import items_of
from carbonroad.read.numbers import Quantities
from carbonroad.read.series import read_series
from carbonroad.read.shapes import AFTER, CITATION, SHAPES
from carbonroad.read.units import read_unit
from carbonroad.read.vocabulary import Shape
from carbonroad.read.words import ENUMERATIONS
from carbonroad.source.nodes import MERGE, Mapping, Node, Scalar, Sequence, is_null

T = TypeVar("T")
_DUTIES = frozenset(DUTIES)
_IN_A_UNIT = frozenset(("actuals", "baseline", "ranges", "series", "targets"))


def read_fields(reader: Reader, opened: Opened, *, skip: tuple[str, ...] = ()) -> dict[str, Any]:
    """Read every given field of a map by its kind; what cannot be read is left out (and reported).

    Returns:
        Values by attribute name; the four keys of duties become one `duties`.
    """
    values: dict[str, Any] = {}
    given = opened.values
    for name, attribute, read in _readers(opened.shape):
        if name in given and name not in skip:
            value = read(reader, given[name], opened.place.at(name))
            if value is not None:
                values[attribute] = value
    if not _DUTIES.isdisjoint(given):
        values["duties"] = read_duties(reader, opened)
    return values


@cache
def _readers(shape: Shape) -> tuple[tuple[str, str, Read], ...]:
    """The name, attribute and reader of each field of a map but those that are read together."""
    return tuple(
        (field.name, field.attribute or field.name, _reader(field.kind))
        for field in shape.fields
        if field.name not in _DUTIES and field.kind not in _IN_A_UNIT
    )


def _reader(kind: str) -> Read:
    """The reader of a kind of the vocabulary."""
    family, _, name = kind.partition(":")
    if family == "word":
        words = ENUMERATIONS[name]
        return lambda reader, node, pointer: reader.word(node, words, pointer)
    if family == "list":
        return lambda reader, node, pointer: _read_list(reader, node, name, pointer)
    if family == "map":
        return lambda reader, node, pointer: _read_map(reader, node, name, pointer)
    if family == "shape":
        return _BUILD[name]
    return SCALAR_KINDS.get(kind) or _COMPOUND[kind]


def _read_list(reader: Reader, node: Node, shape: str, pointer: str) -> tuple[Any, ...] | None:
    if not isinstance(node, Sequence):
        node = items_of(reader, node, SHAPES[shape], pointer)
    build = _BUILD[shape]
    items = []
    for index, child in enumerate(node.items):
        item = build(reader, child, f"{pointer}[{_label(child, index)}]")
        if item is not None:
            items.append(item)
    return tuple(items)


def _read_map(reader: Reader, node: Node, shape: str, pointer: str) -> tuple[Any, ...] | None:
    """Read a map of ids to maps; each id becomes the item's `id`."""
    if not isinstance(node, Mapping):
        wanted = say("a map from short names to descriptions")
        reader.wrong_type(node, wanted, pointer, say("write `name:` before each, not `- `"))
        return None
    items = []
    seen: set[str] = set()
    for key, value in node.pairs:
        if key.text in seen or key.text == MERGE:
            continue  # the same key twice, or <<, was found with the syntax
        seen.add(key.text)
        inner = f"{pointer}[{key.text}]"
        if isinstance(value, Scalar) and not is_null(value):
            help_ = say("write {name}: {{title: {title}}}", name=key.text, title=value.text.strip())
            reader.wrong_type(value, say("a map of keys and values"), inner, help_)
            opened = None
        else:
            opened = reader.open(value, SHAPES[shape], inner)
        ident = SCALAR_KINDS["id"](reader, key, inner)
        if ident is None:
            continue
        # What is no map was reported, and is kept by its id: references to it are right.
        values = {} if opened is None else read_fields(reader, opened)
        if opened is not None:
            check_url(reader, opened)
        values.setdefault("title", Text((("", key.text),)))
        place = Place(reader.path, inner, value.start, value.end, {}) if opened is None else opened.place
        place.fields.setdefault("id", (key.start, key.end, key.start, key.end))
        items.append(_MODELS[shape](place=place, id=ident, **values))
    return tuple(items)


def _label(node: Node, index: int) -> str:
    """The id an item is pointed at by, else its number."""
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            if key.text in ("id", "编号") and isinstance(value, Scalar) and value.text:
                return value.text
    return str(index)


def _read_item(model: Callable[..., T], shape: Shape) -> Callable[[Reader, Node, str], T | None]:
    """Build a reader of one map that has an id and a title."""

    def read(reader: Reader, node: Node, pointer: str) -> T | None:
        opened = reader.open(node, shape, pointer)
        if opened is None:
            return None
        values = read_fields(reader, opened)
        if "id" not in values:
            return None
        values.setdefault("title", Text((("", values["id"]),)))
        if shape.name == "milestone":
            values.setdefault("deadline", None)
        return model(place=opened.place, **values)

    return read


def _read_phase(reader: Reader, node: Node, pointer: str) -> Phase | None:
    opened = reader.open(node, SHAPES["phase"], pointer)
    values = read_fields(reader, opened) if opened is not None else {}
    if opened is not None:
        check_weight(reader, opened, values.get("zoom"))
    if opened is None or "id" not in values or "years" not in values:
        return None
    values.setdefault("title", Text((("", values["id"]),)))
    return Phase(place=opened.place, **values)


def _read_indicator(reader: Reader, node: Node, pointer: str) -> Indicator | None:
    """Read an indicator: its unit first, because its values are read in it."""
    opened = reader.open(node, SHAPES["indicator"], pointer)
    if opened is None:
        return None
    values = read_fields(reader, opened, skip=("unit", "actual", "targets", "baseline"))
    unit = read_unit(reader, opened)
    quantities = Quantities(reader, unit, read_fields)
    quantities.change = values.get("change")
    values["baseline"] = quantities.baseline(opened)
    values["targets"] = quantities.targets(opened)
    values["actuals"] = quantities.actuals(opened)
    if "id" not in values:
        return None
    values.setdefault("title", Text((("", values["id"]),)))
    return Indicator(place=opened.place, unit=unit, **values)


def _read_pathway(reader: Reader, node: Node, pointer: str) -> Pathway | None:
    opened = reader.open(node, SHAPES["pathway"], pointer)
    if opened is None:
        return None
    series = ("actual", "target", "reference")
    values = read_fields(reader, opened, skip=("unit", *series))
    unit = read_unit(reader, opened)
    asked: list[Asked] = []
    for name in series:
        if name in opened.values:
            read = read_series(reader, opened.values[name], unit, opened.place, name)
            values[name] = read.points
            asked += read.asked
    return Pathway(place=opened.place, unit=unit, asked=tuple(asked), **values)


def _read_report(reader: Reader, node: Node, pointer: str) -> Report | None:
    opened = reader.open(node, SHAPES["report"], pointer)
    values = read_fields(reader, opened) if opened is not None else {}
    if opened is None or "date" not in values:
        return None
    return Report(place=opened.place, **{**values, "date": values["date"].day})


def _read_bare(model: Callable[..., T], shape: str) -> Callable[[Reader, Node, str], T | None]:
    """Build a reader of one map without an id."""

    def read(reader: Reader, node: Node, pointer: str) -> T | None:
        opened = reader.open(node, SHAPES[shape], pointer)
        return None if opened is None else model(place=opened.place, **read_fields(reader, opened))

    return read


def _read_several(
    single: Callable[[Reader, Node, str], T | None],
) -> Callable[[Reader, Node, str], tuple[T, ...]]:
    """Build a reader of one entry or a list of entries."""

    def read(reader: Reader, node: Node, pointer: str) -> tuple[T, ...]:
        if isinstance(node, Scalar):
            entry = single(reader, node, f"{pointer}[0]")
            return () if entry is None else (entry,)
        nodes = node.items if isinstance(node, Sequence) else [node]
        found = [single(reader, n, f"{pointer}[{_label(n, i)}]") for i, n in enumerate(nodes)]
        return tuple(entry for entry in found if entry is not None)

    return read


def _read_after(reader: Reader, node: Node, pointer: str) -> After | None:
    if isinstance(node, Scalar):
        ref = read_ref(reader, node, pointer)
        return After(ref) if ref is not None and not is_null(node) else None
    opened = reader.open(node, AFTER, pointer)
    values = read_fields(reader, opened) if opened is not None else {}
    return After(**values) if "ref" in values else None


def _read_citation(reader: Reader, node: Node, pointer: str) -> Citation | None:
    if isinstance(node, Scalar):
        if is_null(node):
            return None
        words = reader.words(node)
        if "#" not in words.text:
            return Citation(words if words.text == words.text.strip() else _stripped(words, len(words.text)))
        end = words.text.index("#")
        return Citation(_stripped(words, end), words.text[end + 1 :].strip())
    opened = reader.open(node, CITATION, pointer)
    values = read_fields(reader, opened) if opened is not None else {}
    if opened is not None:
        check_url(reader, opened)
    return Citation(place=opened.place, **values) if opened is not None and "ref" in values else None


def _stripped(words: Words, end: int) -> Words:
    """The words up to a character, without the blanks around them."""
    text = words.text[:end]
    start = len(text) - len(text.lstrip())
    return words.part(start, max(start, len(text.rstrip())))


_BUILD: dict[str, Callable[[Reader, Node, str], Any]] = {
    "milestone": _read_item(Milestone, SHAPES["milestone"]),
    "work": _read_item(Work, SHAPES["work"]),
    "measure": _read_item(Measure, SHAPES["measure"]),
    "indicator": _read_indicator,
    "phase": _read_phase,
    "pathway": _read_pathway,
    "report": _read_report,
    "revision": _read_bare(Revision, "revision"),
    "drawing": _read_bare(TitleBlock, "drawing"),
    "validate": lambda _reader, node, _pointer: node,  # read where findings are judged
}
_MODELS: dict[str, Callable[..., Any]] = {"organisation": Organisation, "document": PolicyDocument}
_COMPOUND: dict[str, Callable[[Reader, Node, str], Any]] = {
    "afters": _read_several(_read_after),
    "citations": _read_several(_read_citation),
}
