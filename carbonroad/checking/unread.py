"""Findings of the rules that what was not read of a file, because of syntax errors, cannot make wrong."""

from collections.abc import Iterable, Iterator

from carbonroad.findings import Finding, Severity
from carbonroad.link.unsure import Holes, lost_ids, root_key
from carbonroad.rules import scope_of
from carbonroad.source.yaml.holes import LOST, Hole

_FRAME = frozenset((LOST, "as_of", "before_means", "languages", "phases"))
"""What all dates of a roadmap depend on."""


def sound(findings: Iterable[Finding], holes: Holes, top: str | None) -> Iterator[Finding]:
    """Yield those findings of the rules that what was not read cannot make wrong.

    Args:
        findings: Of the rules over the linked system.
        holes: By the path of the file.
        top: The top file's path.
    """
    frames = holes if top is None else {top: holes.get(top, ())}
    if any(root_key(hole) in _FRAME for found in frames.values() for hole in found):
        return
    series = any(root_key(hole) == "pathway" for found in holes.values() for hole in found)
    unnamed = lost_ids(holes)
    for finding in findings:
        if finding.severity is Severity.info or _reports_an_absence(finding):
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


def _reports_an_absence(finding: Finding) -> bool:
    scope = scope_of(finding.name)
    return scope is not None and scope.absence != "none"


def _touches(hole: Hole, start: int, end: int) -> bool:
    if hole.path[0] == LOST:
        return True
    first, last = hole.around
    return start <= last and end >= first
