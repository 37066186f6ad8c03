"""What cannot be said of a roadmap whose files were not read whole, because of syntax errors in them."""

from collections.abc import Iterable, Iterator, Mapping

from carbonroad.findings import Finding, Severity
from carbonroad.read.shapes import INDUSTRY_FILE, LONE_FILE, TOP_FILE
from carbonroad.source.yaml.holes import LOST, Hole

Holes = Mapping[str, tuple[Hole, ...]]

_CONTENT = frozenset(("indicators", "measures", "milestones", "works"))
_KEEP_IDS = 3
"""A path this long leads into an item: only its own value was lost, unless that names other things."""
_NAMING = frozenset((LOST, "id", "编号", "targets", "目标"))
_FRAME = frozenset((LOST, "as_of", "before_means", "languages", "phases"))
"""What all dates of a roadmap depend on."""
_ABSENCES = frozenset(("takes-without-start",))
"""Rules, beside the family CR5 and what is said for information, that miss something."""


def is_lost(holes: Iterable[Hole], field: str) -> bool:
    """Whether something may be missing of what stands under a key of the root."""
    return any(_field(hole) in (LOST, field) for hole in holes)


def lost_ids(holes: Holes) -> frozenset[str]:
    """Return the parts in which an item, an indicator or a measure may have been lost with its id."""
    return frozenset(name for name, found in holes.items() if any(_loses_ids(hole) for hole in found))


def sound(findings: Iterable[Finding], holes: Holes, top: str | None) -> Iterator[Finding]:
    """Yield those findings of the rules that what was not read cannot make wrong.

    Args:
        findings: Of the rules over the linked system.
        holes: By the path of the file.
        top: The top file's path.
    """
    frames = holes if top is None else {top: holes.get(top, ())}
    if any(_field(hole) in _FRAME for found in frames.values() for hole in found):
        return
    series = any(_field(hole) == "pathway" for found in holes.values() for hole in found)
    unnamed = lost_ids(holes)
    for finding in findings:
        if finding.severity is Severity.info or finding.code.startswith("CR5") or finding.name in _ABSENCES:
            continue
        if series and finding.code.startswith("CR4"):
            continue
        spans = (finding.span, *(other.span for other in finding.related))
        if finding.code.startswith("CR3") and any(span.path in unnamed for span in spans):
            continue  # a name may now mean another item
        if not any(
            _touches(hole, span.start, span.end) for span in spans for hole in holes.get(span.path, ())
        ):
            yield finding


def _touches(hole: Hole, start: int, end: int) -> bool:
    if hole.path[0] == LOST:
        return True
    first, last = hole.around
    return start <= last and end >= first


def _field(hole: Hole) -> str:
    """The key of the root that a hole lies under, in English."""
    written = hole.path[0]
    for shape in (TOP_FILE, INDUSTRY_FILE, LONE_FILE):
        known = shape.by_key.get(written)
        if known is not None:
            return known.name
    return LOST


def _loses_ids(hole: Hole) -> bool:
    field = _field(hole)
    if field == LOST:
        return True
    return field in _CONTENT and (len(hole.path) < _KEEP_IDS or not _NAMING.isdisjoint(hole.path))
