"""What stands at a place of a file that could be read: a key or a value, in which map, of which kind."""

from collections.abc import Iterable, Iterator

from carbonroad.base.record import NamedTuple
from carbonroad.formatting.forms import PLAIN, Form, below
from carbonroad.formatting.keys import known
from carbonroad.read.vocabulary.shape import Field, Shape
from carbonroad.read.vocabulary.shapes import INDUSTRY_FILE, LONE_FILE, TOP_FILE
from carbonroad.schema.forms import kind_name
from carbonroad.source.folder import Folder
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, Sequence


class Step(NamedTuple):
    """A key on the way to a place.

    Attributes:
        shape: The map of the format that it stands in; None for one whose keys are the writer's own.
        key: The key as written.
        field: What the format knows of it.
        value: What stands behind it.
        around: The map itself.
    """

    shape: Shape | None
    key: Scalar
    field: Field | None
    value: Node
    around: Mapping


class Spot(NamedTuple):
    """A key or a value of a file.

    Attributes:
        scalar: What stands there.
        is_key: Whether it is a key.
        steps: The keys on the way, the file's own first; of a key, it is the last.
    """

    scalar: Scalar
    is_key: bool
    steps: tuple[Step, ...]

    @property
    def last(self) -> Step:
        """The nearest key."""
        return self.steps[-1]

    @property
    def known(self) -> Step | None:
        """The nearest key that the format knows."""
        return next((step for step in reversed(self.steps) if step.field is not None), None)

    @property
    def kind(self) -> str:
        """How a value is read: the kind of its field where that is its own, else empty."""
        step = self.last
        return "" if step.field is None or step.shape is None else kind_name(step.shape, step.field)

    def within(self, kind: str) -> Step | None:
        """Return the nearest key whose value is of a kind, such as `deadline`."""
        return next(
            (step for step in reversed(self.steps) if step.field is not None and step.field.kind == kind),
            None,
        )


def shape_of(folder: Folder, path: str) -> Shape:
    """Return the map at the root of a file."""
    if path == folder.top:
        return TOP_FILE
    return LONE_FILE if folder.top is None else INDUSTRY_FILE


def spot_at(root: Node | None, shape: Shape, offset: int) -> Spot | None:
    """Return what stands at an offset, or ends there; None between keys and values."""
    if root is None:
        return None
    steps: list[Step] = []
    node, form = root, Form(shape)
    while not isinstance(node, Scalar):
        found = _inside(node, form, offset)
        if found is None:
            return None
        node, form, step = found
        if step is not None:
            steps.append(step)
            if node is step.key:
                return Spot(step.key, True, tuple(steps))
    holds = node.start <= offset <= node.end and node.end > node.start
    return Spot(node, False, tuple(steps)) if steps and holds else None


def _inside(node: Mapping | Sequence, form: Form, offset: int) -> tuple[Node, Form, Step | None] | None:
    """The key or value of a map, or the item of a list, that an offset is in."""
    if isinstance(node, Sequence):
        for item in _near(node.items, offset):
            return item, form.item or PLAIN, None
        return None
    for key, value in node.pairs:
        for one in _near((key, value), offset):
            step = Step(form.shape, key, known(form.shape, key.text), value, node)
            return (key, PLAIN, step) if one is key else (value, below(form, key.text), step)
    return None


def _near(nodes: Iterable[Node], offset: int) -> Iterator[Node]:
    """The node that holds an offset, before one that ends there."""
    ending = None
    for node in nodes:
        if node.start <= offset < node.end:
            yield node
            return
        if node.end == offset > node.start:
            ending = node
    if ending is not None:
        yield ending


def walk(root: Node | None, shape: Shape) -> Iterator[Step]:
    """Yield every key of a file with what the format knows of it, in the order of the text."""
    waiting: list[tuple[Step | None, Node, Form]] = [] if root is None else [(None, root, Form(shape))]
    seen: set[int] = set()
    while waiting:
        step, node, form = waiting.pop()
        if step is not None:
            yield step
        if isinstance(node, Scalar) or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Sequence):
            waiting += [(None, item, form.item or PLAIN) for item in reversed(node.items)]
            continue
        for key, value in reversed(node.pairs):
            found = Step(form.shape, key, known(form.shape, key.text), value, node)
            waiting.append((found, value, below(form, key.text)))


def ids_in(root: Node | None, shape: Shape) -> set[str]:
    """Return the ids that a file gives as values; bodies and sources have theirs as keys."""
    return {
        step.value.text
        for step in walk(root, shape)
        if step.field is not None and step.field.kind == "id" and isinstance(step.value, Scalar)
    }
