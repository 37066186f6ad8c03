"""What would only repeat another finding: something missing that is written, but was found wrong there."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping

from carbonroad.findings import Finding, Severity

_MISSES: Mapping[str, frozenset[str]] = {
    "done-without-finished": frozenset(("finished",)),
    "finished-before-start": frozenset(("started",)),
    "outcome-not-recorded": frozenset(("actual", "finished", "reports", "status", "superseded_by")),
    "progress-and-status-differ": frozenset(("finished", "reports", "status")),
    "progress-before-start": frozenset(("started",)),
    "stale-status": frozenset(("finished", "reports")),
    "takes-without-start": frozenset(("after", "finish", "start")),
    "target-year-without-actual": frozenset(("actual",)),
}
"""By rule: the keys of its item that it would miss."""
_OF_THE_ROADMAP: Mapping[str, str] = {
    "before-means-unstated": "before_means",
    "gap-between-phases": "phases",
    "outside-every-phase": "phases",
}
"""By rule: the key of the root that it would miss."""
_OF_NAMES = frozenset(("goal-not-served", "no-road-to-binding-milestone", "work-delivers-nothing"))
"""Rules that miss a name for an item, which a name that nothing has may have meant."""
_TOO_LONG = "text-too-long"
"""What is said of a value that was cut: what is left of it says nothing."""
_UNKNOWN = frozenset(("unknown-item", "unknown-indicator"))
_OF_SIGNS: Mapping[str, str] = {"names-in-one-string": "full-width-separator", "unknown-key": "odd-space"}
"""By rule: what is said of one sign in the words that it would speak of."""
_ITEM = re.compile(r"\w+\[[^\]]*\]")
_KEY = re.compile(r"[a-z_]+")


def without_echoes(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without those that speak of what an error stands for already."""
    found = list(findings)
    unknown = any(finding.name in _UNKNOWN for finding in found)
    too_long = {finding.span for finding in found if finding.name == _TOO_LONG}
    roots: set[str] = set()
    wrong: dict[tuple[str, str], set[str]] = {}
    signs: dict[tuple[str, str], list[int]] = {}
    for finding in found:
        if finding.name in _OF_SIGNS.values():
            signs.setdefault((finding.span.path, finding.name), []).append(finding.span.start)
        if finding.severity is not Severity.error:
            continue
        item = _ITEM.match(finding.pointer)
        keys = _KEY.findall(finding.pointer, item.end() if item is not None else 0)
        if item is not None:
            wrong.setdefault((finding.span.path, item[0]), set()).update(keys)
        roots.update(_KEY.findall(finding.pointer)[:1])
    for starts in signs.values():
        starts.sort()
    return [
        one
        for one in found
        if not (unknown and one.name in _OF_NAMES)
        and (one.name == _TOO_LONG or one.span not in too_long)
        and not _echoes(one, roots, wrong, signs)
    ]


def _echoes(
    finding: Finding,
    roots: set[str],
    wrong: Mapping[tuple[str, str], set[str]],
    signs: Mapping[tuple[str, str], list[int]],
) -> bool:
    span, name = finding.span, finding.name
    if name in _OF_THE_ROADMAP:
        return _OF_THE_ROADMAP[name] in roots
    if name in _MISSES:
        item = _ITEM.match(finding.pointer)
        return item is not None and not _MISSES[name].isdisjoint(wrong.get((span.path, item[0]), ()))
    if name in _OF_SIGNS:
        starts = signs.get((span.path, _OF_SIGNS[name]), [])
        place = bisect_left(starts, span.start)
        return place < len(starts) and starts[place] < span.end
    return False
