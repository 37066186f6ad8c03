"""Findings as GitLab's code quality report."""

from collections.abc import Iterator
from typing import Any

from carbonroad.base.texts.visible import visible
from carbonroad.findings import Finding, Severity
from carbonroad.report.json_text import lines
from carbonroad.report.marked import marked
from carbonroad.report.repository import Repository
from carbonroad.report.results import Places, Results, Style
from carbonroad.report.told import told
from carbonroad.wording import Wording

_SEVERITIES = {Severity.error: "major", Severity.warning: "minor", Severity.info: "info"}


def pieces(results: Results, style: Style) -> Iterator[str]:
    """Yield a list with every finding that counts."""
    places, repository = Places(results.text), Repository(style.root)
    yield from lines(
        _issue(finding, fingerprint, places, repository, style.words)
        for finding, fingerprint in marked(results, places.text)
        if finding.suppressed is None
    )
    yield "\n"


def _issue(
    finding: Finding, fingerprint: str, places: Places, repository: Repository, words: Wording
) -> dict[str, Any]:
    path, start, end = finding.span
    (line, column), (last, after) = places.position(path, start), places.position(path, end)
    return {
        "description": told(finding, words),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": visible(repository.path(path)),
            "lines": {"begin": line, "end": last},
            "positions": {"begin": {"line": line, "column": column}, "end": {"line": last, "column": after}},
        },
    }
