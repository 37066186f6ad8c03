"""What one file says of names: a walk through its nodes by the vocabulary."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple, make_record
from carbonroad.editing.mentioning.file_names import (
    NOTHING,
    Declared,
    DeclaredKind,
    FileNames,
    Naming,
    declared_as,
)
from carbonroad.editing.mentioning.roles import HOLDING_KINDS, Role, role_of
from carbonroad.read.listless import items_of
from carbonroad.read.reader import Reader
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.source.yaml.nodes import NULLS, Mapping, Node, Scalar, Sequence, is_null

if TYPE_CHECKING:
    from carbonroad.read.vocabulary.shape import Field, Shape

_WITH_IDS: dict[str, DeclaredKind] = {
    "milestone": "milestone",
    "work": "work",
    "indicator": "indicator",
    "measure": "measure",
    "phase": "phase",
}
_BY_KEY: dict[str, DeclaredKind] = {"organisation": "organisation", "document": "source"}
_ONE_OR_SEVERAL = {"afters": "after", "citations": "citation", "deadline": "deadline"}


def names_in_file(path: str, root: Node | None, shape: Shape) -> FileNames:
    """Return what a file says of names.

    Args:
        path: The file.
        root: Its nodes, as far as they could be read.
        shape: The map at its root.
    """
    if not isinstance(root, Mapping):
        return NOTHING
    walk = _Walk(path)
    walk.map(root, shape)
    return FileNames(tuple(walk.declared), tuple(walk.namings), tuple(root.pairs))


class _Step(NamedTuple):
    """What is done about a field: the first part of its kind, the rest of it, and what its words name."""

    field: Field
    family: str
    inner: str
    role: Role | None


@cache
def _steps(shape: Shape) -> dict[str, tuple[str, _Step | None]]:
    """The name of each key of a shape, and what is done about it; None where it names nothing."""
    steps: dict[str, tuple[str, _Step | None]] = {}
    for key, field in shape.by_key.items():
        family, _, inner = field.kind.partition(":")
        role = role_of(shape, field)
        silent = role is None and family not in HOLDING_KINDS
        steps[key] = field.name, None if silent else _Step(field, family, inner, role)
    return steps


class _Walk:
    """Goes through a file by the vocabulary."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.declared: list[Declared] = []
        self.namings: list[Naming] = []

    def map(self, node: Mapping, shape: Shape) -> None:
        """Take what a map declares and what its values name."""
        steps = _steps(shape)
        values: dict[str, Node] = {}
        active: list[tuple[_Step, Scalar | None, Node]] = []
        for key, value in node.pairs:
            known = steps.get(key.text)
            if known is None:
                if key.text.startswith("x-"):
                    continue
                values, active = self.mended(node, shape)
                break
            name, step = known
            values[name] = value
            if step is not None:
                active.append((step, key, value))
        number, kind = -1, _WITH_IDS.get(shape.name)
        ident = values.get("id")
        if kind is not None and isinstance(ident, Scalar) and not is_null(ident):
            number = len(self.declared)
            self.declared.append(declared_as(kind, ident, values, (node.start, node.end)))
        for step, found, value in active:
            if step.family == "targets":
                self.targets(value, number)
            else:
                self.value(step, found, value)

    def mended(
        self, node: Mapping, shape: Shape
    ) -> tuple[dict[str, Node], list[tuple[_Step, Scalar | None, Node]]]:
        """The fields of a map with mistyped keys, as they are read."""
        opened = Reader(self.path).open(node, shape, "")
        values = {} if opened is None else opened.values
        keys = {id(value): key for key, value in node.pairs}
        steps = _steps(shape)
        found = ((steps[name][1], keys.get(id(value)), value) for name, value in values.items())
        return values, [(step, key, value) for step, key, value in found if step is not None]

    def value(self, step: _Step, key: Scalar | None, node: Node) -> None:
        """Take what one value names."""
        family, role = step.family, step.role
        if family == "list":
            self.items(node, step.inner)
        elif family in ("map", "actuals"):
            self.entries(node, step.inner or "actual")
        elif role == "file" or family == "weights":
            self.keys(node, "file" if role == "file" else "child", step.field)
            if family == "weights" and isinstance(node, Scalar):
                self.name("weighing-indicator", step.field, node)
        elif family in HOLDING_KINDS:
            self.shape(node, step.inner or family, key)
        elif role is not None:
            self.names(role, step.field, node)

    def names(self, role: Role, field: Field, node: Node) -> None:
        """Take one name or a list of them; a map among them has keys of its own."""
        if node.__class__ is Scalar:
            self.name(role, field, node)
            return
        for one in node.items if isinstance(node, Sequence) else (node,):
            if isinstance(one, Scalar):
                self.name(role, field, one)
            elif isinstance(one, Mapping) and field.kind in _ONE_OR_SEVERAL:
                before = len(self.namings)
                self.map(one, SHAPES[_ONE_OR_SEVERAL[field.kind]])
                if role == "period":  # of a citation's own deadline
                    self.namings[before:] = [n._replace(role=role) for n in self.namings[before:]]

    def name(self, role: Role, field: Field, scalar: Scalar) -> None:
        """Take one scalar, a source without its clause."""
        text = scalar.text
        if scalar.style or text not in NULLS:
            end = len(text.partition("#")[0]) if role == "source" else len(text)
            self.namings.append(make_record(Naming, (role, field.name, scalar, end)))

    def keys(self, node: Node, role: Role, field: Field) -> None:
        """Take the keys of a map that are names."""
        if isinstance(node, Mapping):
            self.namings += (Naming(role, field.name, key, len(key.text)) for key, _ in node.pairs)

    def shape(self, node: Node, name: str, key: Scalar | None) -> None:
        """Take a map of its own."""
        if isinstance(node, Mapping):
            if name == "pathway" and key is not None:
                self.declared.append(Declared("pathway", name, key, key.start, node.end))
            self.map(node, SHAPES[name])

    def items(self, node: Node, name: str) -> None:
        """Take a list of maps, or what was written in its place."""
        listed = node if isinstance(node, Sequence) else items_of(Reader(self.path), node, SHAPES[name], "")
        for one in listed.items:
            if isinstance(one, Mapping):
                self.map(one, SHAPES[name])

    def entries(self, node: Node, name: str) -> None:
        """Take a map from ids, or from years, to maps."""
        kind, shape = _BY_KEY.get(name), SHAPES[name]
        for key, value in node.pairs if isinstance(node, Mapping) else ():
            inner = value if isinstance(value, Mapping) else None
            if kind is not None:
                span = key.start, max(key.end, value.end)
                self.declared.append(declared_as(kind, key, _values(inner, shape), span))
            if inner is not None:
                self.map(inner, shape)

    def targets(self, node: Node, indicator: int) -> None:
        """Take the targets of an indicator: their keys are periods, and parts of their ids."""
        shape = SHAPES["target"]
        for key, value in node.pairs if isinstance(node, Mapping) else ():
            self.namings.append(Naming("period", "targets", key, len(key.text)))
            for one in value.items if isinstance(value, Sequence) else (value,):
                span = (one.start if one is not value else key.start), one.end
                if isinstance(one, Mapping):
                    values = _values(one, shape)
                    ident = values.get("id")
                    own = ident if isinstance(ident, Scalar) and not is_null(ident) else None
                    made = declared_as("target", own or key, values, span)
                    made = made._replace(id=made.id if own else "", key=key, of=indicator)
                    self.declared.append(made)
                    self.map(one, shape)
                elif isinstance(one, Scalar) and not is_null(one):
                    self.declared.append(
                        Declared("target", "", key, *span, detail=one.text, key=key, of=indicator)
                    )


def _values(node: Mapping | None, shape: Shape) -> dict[str, Node]:
    """The values of a map by their English keys."""
    names = shape.names
    pairs = () if node is None else node.pairs
    return {names[key.text]: value for key, value in pairs if key.text in names}
