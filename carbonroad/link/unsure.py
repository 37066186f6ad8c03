"""What cannot be said of a roadmap whose files were not read whole, because of syntax errors in them."""

from collections.abc import Iterable, Mapping

from carbonroad.read.vocabulary.shapes import INDUSTRY_FILE, LONE_FILE, TOP_FILE
from carbonroad.source.yaml.holes import LOST, Hole

Holes = Mapping[str, tuple[Hole, ...]]

_CONTENT = frozenset(("indicators", "measures", "milestones", "works"))
_KEEP_IDS = 3
"""A path this long leads into an item: only its own value was lost, unless that names other things."""
_NAMING = frozenset((LOST, "id", "编号", "targets", "目标"))


def is_lost(holes: Iterable[Hole], field: str) -> bool:
    """Whether something may be missing of what stands under a key of the root."""
    return any(root_key(hole) in (LOST, field) for hole in holes)


def lost_ids(holes: Holes) -> frozenset[str]:
    """Return the parts in which an item, an indicator or a measure may have been lost with its id."""
    return frozenset(name for name, found in holes.items() if any(_loses_ids(hole) for hole in found))


def root_key(hole: Hole) -> str:
    """Return the key of the root that a hole lies under, in English; `LOST` where it may be any."""
    written = hole.path[0]
    for shape in (TOP_FILE, INDUSTRY_FILE, LONE_FILE):
        known = shape.by_key.get(written)
        if known is not None:
            return known.name
    return LOST


def _loses_ids(hole: Hole) -> bool:
    field = root_key(hole)
    if field == LOST:
        return True
    return field in _CONTENT and (len(hole.path) < _KEEP_IDS or not _NAMING.isdisjoint(hole.path))
