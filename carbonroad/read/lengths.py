"""How long a value may be: what is read as a date, a number or a name is short; prose is not a book."""

from carbonroad.base.texts.said import say
from carbonroad.read.vocabulary.shape import Shape
from carbonroad.source.yaml.nodes import Node, Scalar, Sequence

LONGEST = 1_000
"""Characters of a value that is read: a date, a number, a name or an address."""
LONGEST_PROSE = 100_000
"""Characters of a text that is only shown."""
TOO_LONG = say("too long")
_PROSE = frozenset(("text", "short-text", "texts", "raw", "shape:validate"))
_MAPS_OF_THEIR_OWN = ("list:", "map:", "shape:")


def cut_long_values(shape: Shape, values: dict[str, Node]) -> list[tuple[str, Scalar, int]]:
    """Shorten the values of a map that are too long, so that nothing reads more of them.

    Returns:
        Of each its key, itself as written, and how many characters it may have.
    """
    cut: list[tuple[str, Scalar, int]] = []
    for name, node in values.items():
        kind = shape.by_key[name].kind
        most = LONGEST_PROSE if kind in _PROSE else LONGEST
        if node.end - node.start > most:
            long: list[Scalar] = []
            values[name] = _cut(node, most, long, below=not kind.startswith(_MAPS_OF_THEIR_OWN))
            cut += ((name, scalar, most) for scalar in long)
    return cut


def _cut(node: Node, most: int, long: list[Scalar], *, below: bool) -> Node:
    """A value with its scalars cut; `below`: also those of maps in it, which nobody opens otherwise."""
    if isinstance(node, Scalar):
        return _cut_scalar(node, most, long)
    if isinstance(node, Sequence):
        node.items[:] = [
            _cut(item, most, long, below=below) if below or isinstance(item, Scalar) else item
            for item in node.items
        ]
    else:
        node.pairs[:] = [
            (
                _cut_scalar(key, most, long),
                _cut(value, most, long, below=below) if below or isinstance(value, Scalar) else value,
            )
            for key, value in node.pairs
        ]
    return node


def _cut_scalar(scalar: Scalar, most: int, long: list[Scalar]) -> Scalar:
    if len(scalar.text) <= most:
        return scalar
    long.append(scalar)
    return Scalar(f"{scalar.text[:most]}…", scalar.start, scalar.end, scalar.style)
