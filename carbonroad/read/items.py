"""Readers of whole items: from a map of the file to a milestone, a work, an indicator."""

from collections.abc import Callable
from typing import Any, TypeVar

from carbonroad.base.record import make_record
from carbonroad.base.texts.said import say
from carbonroad.model.items import Asked, Indicator, Measure, Milestone, Pathway, Revision, TitleBlock, Work
from carbonroad.model.place import Place, Where
from carbonroad.model.roadmap import Organisation, Phase, PolicyDocument
from carbonroad.model.text import Text
from carbonroad.read.allocation import read_allocation, read_weights
from carbonroad.read.checks import check_url, check_weight
from carbonroad.read.citations import id_or_number, read_afters, read_report, reader_of_cited
from carbonroad.read.fields import read_fields
from carbonroad.read.kinds import SCALAR_KINDS, Read
from carbonroad.read.listless import items_of
from carbonroad.read.numbers import Quantities
from carbonroad.read.reader import Opened, Reader
from carbonroad.read.records import Records
from carbonroad.read.series import read_series
from carbonroad.read.units import read_unit
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.source.yaml.nodes import MERGE, Mapping, Node, Scalar, Sequence, is_null

T = TypeVar("T", bound=tuple[Any, ...])
_ID, _TITLE = 1, 2
"""Where an item has its id and its title."""


def read_all(reader: Reader, opened: Opened, *, skip: tuple[str, ...] = ()) -> dict[str, Any]:
    """Read every given field of a map of any shape: values by attribute name."""
    return read_fields(reader, opened, _reader_of, skip=skip)


def _reader_of(kind: str) -> Read:
    """The reader of a kind of the vocabulary."""
    family, _, name = kind.partition(":")
    if family == "list":
        return lambda reader, node, pointer: _read_list(reader, node, name, pointer)
    if family == "map":
        return lambda reader, node, pointer: _read_map(reader, node, name, pointer)
    if family == "shape":
        return _READ_SHAPE[name]
    return _COMPOUND.get(kind) or reader_of_cited(kind)


def _read_list(reader: Reader, node: Node, shape: str, pointer: str) -> tuple[Any, ...] | None:
    if not isinstance(node, Sequence):
        node = items_of(reader, node, SHAPES[shape], pointer)
    read = _READ_SHAPE[shape]
    items = []
    for index, child in enumerate(node.items):
        item = read(reader, child, f"{pointer}[{id_or_number(child, index)}]")
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
        values = {} if opened is None else read_all(reader, opened)
        if opened is not None:
            check_url(reader, opened.values.get("url"), f"{inner}.url")
        values.setdefault("title", Text((("", key.text),)))
        fields: dict[str, Where] = {} if opened is None else opened.fields
        fields.setdefault("id", (key.start, key.end, key.start, key.end))
        place = Place(reader.path, inner, value.start, value.end, fields)
        items.append(_RECORDS[shape](place=place, id=ident, **values))
    return tuple(items)


def _read_item(model: type[T], shape: str) -> Callable[[Reader, Node, str], T | None]:
    """Build a reader of one map that has an id and a title."""
    records = Records(model, SHAPES[shape], _reader_of)

    def read(reader: Reader, node: Node, pointer: str) -> T | None:
        values = records.read(reader, node, pointer)
        if values is None or not _is_named(values):
            return None
        return make_record(model, values)

    return read


def _is_named(values: list[Any]) -> bool:
    """Whether an item has an id, which then is its title too where it has none."""
    if values[_ID] is None:
        return False
    if values[_TITLE] is None:
        values[_TITLE] = Text((("", values[_ID]),))
    return True


def _read_phase(reader: Reader, node: Node, pointer: str) -> Phase | None:
    opened = reader.open(node, SHAPES["phase"], pointer)
    values = read_all(reader, opened) if opened is not None else {}
    if opened is not None:
        check_weight(reader, opened, values.get("zoom"))
    if opened is None or "id" not in values or "years" not in values:
        return None
    values.setdefault("title", Text((("", values["id"]),)))
    return Phase(place=opened.place, **values)


_UNIT, _BASELINE, _CHANGE, _TARGETS, _ACTUALS = map(
    Indicator._fields.index, ("unit", "baseline", "change", "targets", "actuals")
)


def _read_indicator(reader: Reader, node: Node, pointer: str) -> Indicator | None:
    """Read an indicator: its unit first, because its values are read in it."""
    values = _INDICATOR.read(reader, node, pointer)
    if values is None:
        return None
    unit = values[_UNIT] = read_unit(reader, values[_UNIT], f"{pointer}.unit")
    quantities = Quantities(reader, unit, values[_CHANGE])
    values[_BASELINE] = quantities.baseline(values[_BASELINE], f"{pointer}.baseline")
    values[_TARGETS] = quantities.targets(values[_TARGETS], f"{pointer}.targets")
    values[_ACTUALS] = quantities.actuals(values[_ACTUALS], f"{pointer}.actual")
    return make_record(Indicator, values) if _is_named(values) else None


def _read_pathway(reader: Reader, node: Node, pointer: str) -> Pathway | None:
    opened = reader.open(node, SHAPES["pathway"], pointer)
    if opened is None:
        return None
    series = ("actual", "target", "reference")
    values = read_all(reader, opened, skip=("unit", *series))
    unit = read_unit(reader, opened.values.get("unit"), opened.place.at("unit"))
    asked: list[Asked] = []
    for name in series:
        if name in opened.values:
            read = read_series(reader, opened.values[name], unit, opened, name)
            values[name] = read.points
            asked += read.asked
    return Pathway(place=opened.place, unit=unit, asked=tuple(asked), **values)


def _read_bare(model: type[T], shape: str) -> Callable[[Reader, Node, str], T | None]:
    """Build a reader of one map without an id."""
    records = Records(model, SHAPES[shape], _reader_of)

    def read(reader: Reader, node: Node, pointer: str) -> T | None:
        values = records.read(reader, node, pointer)
        return None if values is None else make_record(model, values)

    return read


_INDICATOR = Records(
    Indicator, SHAPES["indicator"], _reader_of, kept=("unit", "baseline", "targets", "actuals")
)
_READ_SHAPE: dict[str, Read] = {
    "milestone": _read_item(Milestone, "milestone"),
    "work": _read_item(Work, "work"),
    "measure": _read_item(Measure, "measure"),
    "indicator": _read_indicator,
    "phase": _read_phase,
    "pathway": _read_pathway,
    "report": read_report,
    "revision": _read_bare(Revision, "revision"),
    "drawing": _read_bare(TitleBlock, "drawing"),
    "validate": lambda _reader, node, _pointer: node,  # read where findings are judged
}
_RECORDS: dict[str, Callable[..., Any]] = {"organisation": Organisation, "document": PolicyDocument}
_COMPOUND: dict[str, Read] = {
    "allocation": lambda reader, node, pointer: read_allocation(reader, node, pointer, _reader_of),
    "weights": read_weights,
    "afters": read_afters,
}
