"""Reader of maps into records of one class: most maps in one pass, any other one with care."""

from struct import pack
from typing import Any, Final

from carbonroad.base.record import NamedTuple, make_record
from carbonroad.model.place import Fields, Place
from carbonroad.read.duties import DUTIES, read_duties
from carbonroad.read.fields import ReaderOf, Simple, simple_reader
from carbonroad.read.kinds import Read
from carbonroad.read.lengths import LONGEST
from carbonroad.read.reader import Reader
from carbonroad.read.vocabulary.shape import Field, Shape
from carbonroad.source.yaml.nodes import NULLS, Mapping, Node, Scalar

Pair = tuple[Scalar, Node]
Values = list[Any]
_MOST_FORMS: Final = 1 << 10
_MOST_KEYS: Final = 32
"""The choices of keys that are kept of each shape, and the longest kept: every item may have another."""


class _Step(NamedTuple):
    """How one field is read: the number of its pair, of its value in the record, and its readers."""

    pair: int
    value: int
    name: str
    read: Read
    simple: Simple | None


class _Form(NamedTuple):
    """What is known of all maps that have the same keys in the same order.

    Attributes:
        steps: The fields in the order of the shape.
        duties: Pair and place among `DUTIES` of each of them that is written.
        numbers: The fields' numbers by name, as `Fields` asks for them.
        plain: Whether the keys are all known and none is missing, given twice.
        layout: How the fields' offsets are packed.
    """

    steps: tuple[_Step, ...]
    duties: tuple[tuple[int, int], ...]
    numbers: dict[str, int]
    plain: bool
    layout: str


def keep(_reader: Reader, node: Node, _pointer: str) -> Node:
    """Leave a value as it stands; it is read when the others are known."""
    return node


class Records:
    """Reads maps of a shape into the values of a record.

    Args:
        model: The record's class.
        shape: The maps' keys.
        reader_of: Gives the readers of kinds.
        kept: Attributes whose values are left as nodes, None where nothing is written.
        beside: Fields whose values follow those of the record.
    """

    __slots__ = (
        "_beside",
        "_blank",
        "_duties",
        "_forms",
        "_kept",
        "_place",
        "_reader_of",
        "_values",
        "shape",
    )

    def __init__(
        self,
        model: Any,
        shape: Shape,
        reader_of: ReaderOf,
        *,
        kept: tuple[str, ...] = (),
        beside: tuple[str, ...] = (),
    ) -> None:
        names: tuple[str, ...] = (*model._fields, *beside)
        defaults = model._field_defaults
        self.shape = shape
        self._reader_of = reader_of
        self._kept = kept
        self._values = {name: number for number, name in enumerate(names)}
        self._blank = [None if name in kept else defaults.get(name) for name in names]
        self._place = self._values.get("place")
        self._duties = self._values.get("duties", 0)
        self._forms: dict[tuple[str, ...], _Form] = {}

    def read(self, reader: Reader, node: Node, pointer: str) -> Values | None:
        """Return the values of a record in the order of its fields, defaults where none is given.

        None, with a finding, if the node is no map; what cannot be read is reported and stays at its default.
        """
        if node.__class__ is not Mapping:
            return self._with_care(reader, node, pointer)
        pairs = node.pairs
        keys: list[str] = []
        offsets: list[int] = []
        for key, value in pairs:
            keys.append(key.text)
            offsets += (key.start, key.end, value.start, value.end)
            if value.__class__ is Scalar:
                text = value.text
                if not text or text.isspace() or (text in NULLS and not value.style):
                    return self._with_care(reader, node, pointer)  # says nothing
        form = self._form(tuple(keys))
        if not form.plain or (node.end - node.start > LONGEST and _is_long(pairs)):
            return self._with_care(reader, node, pointer)
        values = self._read(reader, form, pairs, f"{pointer}." if pointer else "")
        if self._place is not None:
            fields = Fields(form.numbers, pack(form.layout, *offsets))
            values[self._place] = make_record(Place, (reader.path, pointer, node.start, node.end, fields))
        return values

    def _with_care(self, reader: Reader, node: Node, pointer: str) -> Values | None:
        """Read a map of which something may have to be reported."""
        opened = reader.open(node, self.shape, pointer)
        if opened is None:
            return None
        form = self._form(tuple(opened.values))
        key = Scalar("", 0, 0)
        pairs = [(key, value) for value in opened.values.values()]
        values = self._read(reader, form, pairs, f"{pointer}." if pointer else "")
        if self._place is not None:
            values[self._place] = opened.place
        return values

    def _read(self, reader: Reader, form: _Form, pairs: list[Pair], before: str) -> Values:
        """Read the fields one after the other, the duties last."""
        values = self._blank.copy()
        path = reader.path
        for pair, number, name, read, simple in form.steps:
            node = pairs[pair][1]
            value = simple(path, node) if simple is not None and node.__class__ is Scalar else None
            if value is None:
                value = read(reader, node, before + name)
            if value is not None:
                values[number] = value
        if form.duties:
            given: list[Node | None] = [None, None, None, None]
            for pair, number in form.duties:
                given[number] = pairs[pair][1]
            values[self._duties] = read_duties(reader, given, before)
        return values

    def _form(self, keys: tuple[str, ...]) -> _Form:
        """What is known of maps with these keys."""
        form = self._forms.get(keys)
        if form is None:
            form = self._new_form(keys)
            if len(self._forms) < _MOST_FORMS and len(keys) <= _MOST_KEYS:
                self._forms[keys] = form
        return form

    def _new_form(self, keys: tuple[str, ...]) -> _Form:
        known = self.shape.names
        numbers = {known[key]: pair for pair, key in enumerate(keys) if key in known}
        passed_over = sum(key.startswith("x-") and key not in known for key in keys)
        fields = [field for field in self.shape.fields if field.name in numbers]
        return _Form(
            steps=tuple(
                self._step(field, numbers[field.name]) for field in fields if field.name not in DUTIES
            ),
            duties=tuple((numbers[name], number) for number, name in enumerate(DUTIES) if name in numbers),
            numbers=numbers,
            plain=len(numbers) + passed_over == len(keys) and self.shape.needed <= numbers.keys(),
            layout=f"={4 * len(keys)}I",
        )

    def _step(self, field: Field, pair: int) -> _Step:
        attribute = field.attribute or field.name
        number = self._values[attribute]
        if attribute in self._kept:
            return _Step(pair, number, field.name, keep, None)
        return _Step(pair, number, field.name, self._reader_of(field.kind), simple_reader(field.kind))


def _is_long(pairs: list[Pair]) -> bool:
    """Whether a value may be too long to be read."""
    return any(value.end - value.start > LONGEST for _, value in pairs)
