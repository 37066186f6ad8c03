"""What of a top file the roadmaps below it may inherit: as long as it stays, so does what they hand up."""

from carbonroad.batch.families import INHERITED
from carbonroad.link.unsure import is_lost
from carbonroad.model.items import Indicator
from carbonroad.model.roadmap import RoadmapFile
from carbonroad.read.vocabulary.shapes import TOP_FILE
from carbonroad.source.text import SourceText
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar
from carbonroad.source.yaml.parse import parse

_OWN = frozenset(
    (
        "as_of",
        "drawing",
        "indicators",
        "industries",
        "measures",
        "milestones",
        "note",
        "pathway",
        "region",
        "revisions",
        "title",
        "validate",
        "works",
    )
)
"""The keys of which nothing is inherited, and that of indicators, of which little counts."""


def heirlooms(source: SourceText, file: RoadmapFile | None) -> object:
    """Return something that is equal for two texts only if the roadmaps below hand up the same.

    It has no offsets, so that it does not change with what only moves.

    Args:
        source: The text of a top file.
        file: What it says.
    """
    parsed = parse(source)
    if file is None or not isinstance(parsed.root, Mapping):
        return source.text
    kept = [
        (key.text, key.style, _plain(value))
        for key, value in parsed.root.pairs
        if (field := TOP_FILE.by_key.get(key.text)) is None or field.name not in _OWN
    ]
    torn = tuple(is_lost(parsed.holes, name) for name in INHERITED)
    return torn, tuple(kept), tuple(map(_indicator, file.part.indicators))


def _indicator(one: Indicator) -> tuple[str, ...]:
    """What counts of an inherited indicator: its id and how it is divided, not its numbers."""
    if one.allocation is None:
        return (one.id,)
    return one.id, "divided", "" if one.allocation.weights is None else one.allocation.weights.text


def _plain(node: Node) -> object:
    """A node without its place."""
    if isinstance(node, Scalar):
        return node.text, node.style
    if isinstance(node, Mapping):
        return type(node).__name__, tuple((key.text, key.style, _plain(value)) for key, value in node.pairs)
    return "[", tuple(_plain(one) for one in node.items)
