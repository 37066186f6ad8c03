"""No more findings of a file than anybody can read: a file of 20 MB may have millions."""

from collections.abc import Iterable, Iterator

from carbonroad.findings import Finding, Severity, sort_key
from carbonroad.source.found import found
from carbonroad.source.limits import MAX_FINDINGS

_Key = tuple[str, Severity]


def bounded(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings as they come, at most one more than 10,000 of one severity in one file.

    Those of one severity never take the place of another's, so what a run ends with stays the same.
    """
    counts: dict[_Key, int] = {}
    for finding in findings:
        key = finding.span.path, finding.severity
        number = counts[key] = counts.get(key, 0) + 1
        if number <= MAX_FINDINGS + 1:
            yield finding


def told_of(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings that are in order, at most 10,000 of one severity in one file, and say what was cut."""
    counts: dict[_Key, int] = {}
    kept: list[Finding] = []
    for finding in findings:
        key = path, severity = finding.span.path, finding.severity
        number = counts[key] = counts.get(key, 0) + 1
        if number <= MAX_FINDINGS:
            kept.append(finding)
        elif number == MAX_FINDINGS + 1:
            cut = found(path, "too-many-findings", *finding.span[1:], limit=MAX_FINDINGS)
            kept.append(cut._replace(severity=severity))
    kept.sort(key=sort_key)
    return kept
