"""A finding as JSON has it; docs/schemas/findings.schema.json says what each member means."""

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from carbonroad import __version__
from carbonroad.findings import Finding, Fix, Severity, Span
from carbonroad.report.json_text import Json
from carbonroad.report.marked import marked
from carbonroad.report.results import Places, Results, forget_oldest
from carbonroad.source.yaml.parse import parse
from carbonroad.source.yaml.pointers import json_pointer

if TYPE_CHECKING:
    from carbonroad.source.yaml.nodes import Mapping

FORMAT_VERSION = 1
TOOL = {"name": "carbonroad", "version": __version__}


def summary_record(results: Results) -> Json:
    """Return the counts."""
    return {
        "files": results.files,
        "errors": results.count(Severity.error),
        "warnings": results.count(Severity.warning),
        "infos": results.count(Severity.info),
        "suppressed": results.tally.suppressed - results.tally.baselined,
        "baselined": results.tally.baselined,
        "fixable": results.tally.safe,
        "unsafelyFixable": results.tally.unsafe,
    }


def finding_records(results: Results) -> Iterator[Json]:
    """Yield every finding in the order of its place, also those that do not count."""
    writer = _Writer(Places(results.text))
    for finding, fingerprint in marked(results, writer.places.text):
        yield writer.finding(finding, fingerprint)


class _Writer:
    """Writes findings; each file is read once."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self._roots: dict[str, Mapping | None] = {}

    def finding(self, finding: Finding, fingerprint: str) -> Json:
        path = finding.span.path
        suppressed = finding.suppressed
        return {
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity.value,
            "message": finding.message,
            "path": path,
            "pathInRoadmap": posixpath.basename(path.replace("\\", "/")),
            "range": self.range(finding.span),
            "pointer": finding.pointer,
            "jsonPointer": self.pointer(finding.span),
            "label": finding.label,
            "related": [
                {"path": other.span.path, "range": self.range(other.span), "message": other.message}
                for other in finding.related
            ],
            "notes": list(finding.notes),
            "help": finding.help,
            "fix": None if finding.fix is None else self.fix(finding.fix, path),
            "fingerprint": fingerprint,
            "suppressed": None
            if suppressed is None
            else {"how": suppressed.how, "reason": suppressed.reason},
        }

    def range(self, span: Span) -> Json:
        return {"start": self.position(span.path, span.start), "end": self.position(span.path, span.end)}

    def position(self, path: str, offset: int) -> Json:
        line, column = self.places.position(path, offset)
        return {"line": line, "column": column, "offset": offset}

    def pointer(self, span: Span) -> str | None:
        """The place in the file as a JSON pointer; None in a file that cannot be read."""
        if span.path not in self._roots:
            text = self.places.text(span.path)
            forget_oldest(self._roots)
            self._roots[span.path] = None if text is None else parse(text).root
        root = self._roots[span.path]
        return None if root is None else json_pointer(root, span.start, span.end)

    def fix(self, fix: Fix, path: str) -> Json:
        return {
            "title": fix.title,
            "safe": fix.safe,
            "edits": [
                {"path": path, "range": self.range(Span(path, edit.start, edit.end)), "text": edit.text}
                for edit in fix.edits
            ],
        }
