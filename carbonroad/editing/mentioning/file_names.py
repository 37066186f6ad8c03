"""What a file declares and where it names something, as values: what is meant is not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import as_id
from carbonroad.model.text import EMPTY, Text
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, is_null

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carbonroad.editing.mentioning.roles import Role


DeclaredKind = Literal[
    "milestone", "work", "target", "indicator", "measure", "phase", "organisation", "source", "pathway"
]
_DETAILS = ("value", "deadline", "years", "unit", "number", "short")
"""What is said of something beside its title: the first of these that says anything."""
_OTHER_NAMES = ("short", "number")


class Declared(NamedTuple):
    """One thing that a file declares.

    Attributes:
        kind: What it is.
        id: In NFC; of a target its own, mostly empty.
        name: The scalar that holds the id; of a target without one, its key.
        start: Where it begins, its key included.
        end: Where it ends.
        title: What it is called.
        detail: Of a target its value; else its deadline as written, its years, its unit.
        also: Its short names and its number.
        goal: The goal it is, as written.
        key: Of a target: the scalar of its year or phase.
        of: Of a target: the number of its indicator among what the file declares.
    """

    kind: DeclaredKind
    id: str
    name: Scalar
    start: int
    end: int
    title: Text = EMPTY
    detail: str = ""
    also: tuple[str, ...] = ()
    goal: str = ""
    key: Scalar | None = None
    of: int = -1


class Naming(NamedTuple):
    """Words that name something, or several things.

    Attributes:
        role: What they may name.
        field: The English key that they stand under.
        scalar: Where.
        end: How many characters of the scalar's text belong to them; the rest is a clause.
    """

    role: Role
    field: str
    scalar: Scalar
    end: int


class FileNames(NamedTuple):
    """What one file says of names, in the order of its text.

    Attributes:
        declared: What it declares.
        namings: Where it names something.
        sections: The keys of its root, with what stands under each.
    """

    declared: tuple[Declared, ...]
    namings: tuple[Naming, ...]
    sections: tuple[tuple[Scalar, Node], ...]


NOTHING = FileNames((), (), ())


def declared_as(kind: DeclaredKind, name: Scalar, values: dict[str, Node], span: tuple[int, int]) -> Declared:
    """Return what is declared: its id, what it is called, and what else is said of it.

    Args:
        kind: What it is.
        name: The scalar that holds its id.
        values: What is said of it, by English key.
        span: Where it begins and ends.
    """
    goal = values.get("goal")
    return Declared(
        kind,
        as_id(name.text),
        name,
        *span,
        text_of(values.get("title")),
        _detail(values.get(one) for one in _DETAILS),
        tuple(words for one in _OTHER_NAMES if one in values for words in _texts(values[one])),
        goal.text if isinstance(goal, Scalar) else "",
    )


def _detail(nodes: Iterable[Node | None]) -> str:
    words = (text for node in nodes if node is not None for text in _texts(node) if text.strip())
    return " ".join(next(words, "").split())


def text_of(node: Node | None) -> Text:
    """Return a title as written, in one or several languages."""
    if isinstance(node, Scalar):
        return EMPTY if is_null(node) else Text((("", node.text),))
    if not isinstance(node, Mapping):
        return EMPTY
    return Text(tuple((key.text, value.text) for key, value in node.pairs if isinstance(value, Scalar)))


def _texts(node: Node) -> Iterator[str]:
    """All words of a text, or of a list of texts."""
    if isinstance(node, Scalar):
        yield "" if is_null(node) else node.text
    elif isinstance(node, Mapping):
        yield from (value.text for _, value in node.pairs if isinstance(value, Scalar))
    else:
        for item in node.items:
            yield from _texts(item)
