"""What stands where a list belongs: one item without its dash, a map from ids to items, or a single value."""

from carbonroad.base.texts.said import say
from carbonroad.findings import Edit, Fix
from carbonroad.read.reader import Reader
from carbonroad.read.vocabulary.shape import Shape
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, Sequence


def items_of(reader: Reader, node: Node, shape: Shape, pointer: str) -> Sequence:
    """Report what stands where a list belongs; return the items it holds all the same.

    A single item without its dash, and a map from ids to items, are read, so that what refers to them is
    not reported too.
    """
    wanted = say("a list")
    items: list[Node] = []
    if not isinstance(node, Mapping):
        reader.wrong_type(
            node, wanted, pointer, say("every item of a list begins with a dash: write `- ` before it")
        )
    elif node.pairs and all(isinstance(value, Mapping) for _, value in node.pairs):
        help_ = say(
            "write each as an item: `- id: {id}`, with its other keys below", id=node.pairs[0][0].text
        )
        reader.wrong_type(node, wanted, pointer, help_)
        items += (_with_id(key, value) for key, value in node.pairs if isinstance(value, Mapping))
    else:
        help_ = say("every item of a list begins with a dash: write `- ` before its first key")
        reader.wrong_type(node, wanted, pointer, help_, _dash(node))
        if any(key.text in shape.by_key for key, _ in node.pairs):
            items.append(node)
    return Sequence(items, node.start, node.end, flow=True)


def _with_id(key: Scalar, item: Mapping) -> Mapping:
    """An item that has its id as a key above it."""
    name = Scalar("id", key.start, key.end, "")
    return Mapping([(name, key), *item.pairs], key.start, item.end, item.flow)


def _dash(node: Mapping) -> Fix | None:
    """The repair of an item that lacks its dash: it takes the place of the blanks before the first key."""
    if node.flow or not node.pairs:
        return None
    start = node.pairs[0][0].start
    return Fix(say("write `- ` before it"), False, (Edit(start - 2, start, "- "),))
