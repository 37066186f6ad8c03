"""Readers of how a target is divided among the roadmaps below."""

from fractions import Fraction

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.values.numbers import parse_number
from carbonroad.model.items import Allocation
from carbonroad.model.place import Place
from carbonroad.model.terms import Words
from carbonroad.read.fields import ReaderOf, read_fields
from carbonroad.read.reader import Reader
from carbonroad.read.vocabulary.item_shapes import ALLOCATION
from carbonroad.read.vocabulary.words import ENUMERATIONS
from carbonroad.source.yaml.nodes import MERGE, Mapping, Node, Scalar, is_null

Weights = Words | tuple[tuple[Words, Fraction], ...]
_METHODS = ENUMERATIONS["allocation"]


def read_allocation(reader: Reader, node: Node, pointer: str, reader_of: ReaderOf) -> Allocation | None:
    """Read one word, or a map of the method, the weights and the children that take part."""
    if isinstance(node, Scalar):
        method = None if is_null(node) else reader.word(node, _METHODS, pointer)
        fields = {"method": (node.start, node.end, node.start, node.end)}
        place = Place(reader.path, pointer, node.start, node.end, fields)
        allocation = None if method is None else Allocation(place, method)
        return _weighed(reader, allocation, pointer)
    opened = reader.open(node, ALLOCATION, pointer)
    values = read_fields(reader, opened, reader_of) if opened is not None else {}
    if opened is None or "method" not in values:
        return None
    weights = values.pop("weights", None)
    named = {"weights": weights} if isinstance(weights, Words) else {"shares": weights or ()}
    return _weighed(reader, Allocation(place=opened.place, **values, **named), pointer)


def _weighed(reader: Reader, allocation: Allocation | None, pointer: str) -> Allocation | None:
    """Report a mean that nothing weighs."""
    if allocation is None or allocation.method != "mean":
        return allocation
    if allocation.weights is None and not allocation.shares and "weights" not in allocation.place.fields:
        reader.report(
            "missing-key",
            allocation.place.value("method"),
            say('A mean lacks "weights".'),
            pointer=pointer,
            label=say("weights missing"),
            help_=say(
                "write {example}, with the id of an indicator that weighs; or weights: equal",
                example="{method: mean, weights: output}",
            ),
        )
    return allocation


def read_weights(reader: Reader, node: Node, pointer: str) -> Weights | None:
    """Read an indicator's id, a word for equal weights, or a number for each child."""
    if isinstance(node, Scalar):
        return None if is_null(node) else reader.words(node)
    if not isinstance(node, Mapping):
        reader.wrong_type(node, say("an indicator's id, or a map from children to numbers"), pointer, _HINT)
        return None
    shares = (_share(reader, key, value, f"{pointer}[{key.text}]") for key, value in node.pairs)
    return tuple(one for one in shares if one is not None)


_HINT = say(
    "write weights: output, or each child with its number: weights: {example}", example="{north: 3, south: 1}"
)


def _share(reader: Reader, key: Scalar, value: Node, pointer: str) -> tuple[Words, Fraction] | None:
    scalar = reader.scalar(value, pointer)
    if scalar is None or key.text == MERGE or is_null(scalar):
        return None
    number = parse_number(scalar.text)
    if isinstance(number, Refusal) or number < 0:
        reader.report(
            "not-a-number",
            reader.span(scalar),
            say('"{text}" is no weight.', text=scalar.text),
            pointer=pointer,
            label=say("a number from zero up"),
            help_=say("write a number such as 3 or 0.25"),
        )
        return None
    return reader.words(key), number
