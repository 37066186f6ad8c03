"""Which map of the format stands where: what a key's value is, by the kind of its field."""

from functools import cache

from carbonroad.base.record import NamedTuple
from carbonroad.read.vocabulary.shape import Shape
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.source.yaml.nodes import Node, Scalar, Sequence


class Form(NamedTuple):
    """What a node is.

    Attributes:
        shape: The map of the format it is, if it is a map; None for one whose keys are the writer's own.
        item: What each item is, if it is a list.
        each: What each value is, if it is a map without a shape.
        years: Whether it is a series, whose years may be put in order.
    """

    shape: Shape | None = None
    item: "Form | None" = None
    each: "Form | None" = None
    years: bool = False


PLAIN = Form()
"""Text, numbers and whatever the format does not know."""

_ONE_OR_SEVERAL = {
    "afters": "after",
    "citations": "citation",
    "deadline": "deadline",
    "baseline": "baseline",
    "allocation": "allocation",
}


@cache
def form_of(kind: str) -> Form:
    """Return what a value of a kind of the vocabulary is."""
    how, _, name = kind.partition(":")
    one = Form(SHAPES.get(name or _ONE_OR_SEVERAL.get(kind, "")))
    if how == "list":
        return Form(item=one)
    if how == "map":
        return Form(each=one)
    if kind == "targets":
        target = Form(SHAPES["target"])
        return Form(each=target._replace(item=target))
    if kind == "actuals":
        return Form(each=Form(SHAPES["actual"]), years=True)
    if kind in ("series", "ranges"):
        return Form(years=True)
    return one._replace(item=one) if one.shape is not None else PLAIN


def below(form: Form, key: str) -> Form:
    """Return what the value of a key is."""
    if form.shape is None:
        return form.each or PLAIN
    field = form.shape.by_key.get(key)
    return PLAIN if field is None else form_of(field.kind)


def ambiguous(root: Node, form: Form) -> frozenset[int]:
    """Return the identities of the maps that aliases make to be several things: they stay as they are."""
    forms: dict[int, set[Form]] = {}
    waiting: list[tuple[Node, Form]] = [(root, form)]
    while waiting:
        node, what = waiting.pop()
        if isinstance(node, Scalar) or what in forms.setdefault(id(node), set()):
            continue
        forms[id(node)].add(what)
        if isinstance(node, Sequence):
            waiting += [(item, what.item or PLAIN) for item in node.items]
        else:
            waiting += [(value, below(what, key.text)) for key, value in node.pairs]
    return frozenset(one for one, several in forms.items() if len(several) > 1)
