"""Findings as JSON, for programs; the schema is versioned."""

from carbonroad import __version__
from carbonroad.base.lazy_pattern import lazy_pattern
from carbonroad.findings import Finding, Fix, Severity, Span
from carbonroad.report.results import Places, Results, Style

NAME = "json"
FORMAT_VERSION = 1

# JSON may escape any character, so what a terminal must not see is written by its number.
_UNSEEN = lazy_pattern(
    "[\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
)


def report(results: Results, _style: Style) -> str:
    """Return one JSON document with every finding; `--max-findings` does not shorten it."""
    places = Places(results.text)
    document = {
        "format": FORMAT_VERSION,
        "tool": {"name": "carbonroad", "version": __version__},
        "summary": {
            "files": results.files,
            "errors": results.count(Severity.error),
            "warnings": results.count(Severity.warning),
            "infos": results.count(Severity.info),
            "suppressed": 0,
            "baselined": 0,
            "fixable": sum(finding.fix is not None for finding in results.findings),
        },
        "findings": [_finding(finding, places) for finding in results.findings],
    }
    import json  # only for who wants this format: it takes a while

    text = json.dumps(document, ensure_ascii=False, indent=1)
    return _UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], text) + "\n"


def _finding(finding: Finding, places: Places) -> dict[str, object]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": finding.span.path,
        "range": _range(finding.span, places),
        "pointer": finding.pointer,
        "label": finding.label,
        "related": [
            {"path": other.span.path, "range": _range(other.span, places), "message": other.message}
            for other in finding.related
        ],
        "notes": list(finding.notes),
        "help": finding.help,
        "fix": None if finding.fix is None else _fix(finding.fix, finding.span.path, places),
        "suppressed": None,
    }


def _range(span: Span, places: Places) -> dict[str, dict[str, int]]:
    start, end = places.position(span.path, span.start), places.position(span.path, span.end)
    return {"start": _position(start), "end": _position(end)}


def _position(place: tuple[int, int]) -> dict[str, int]:
    return {"line": place[0], "column": place[1]}


def _fix(fix: Fix, path: str, places: Places) -> dict[str, object]:
    return {
        "title": fix.title,
        "safe": fix.safe,
        "edits": [
            {"path": path, "range": _range(Span(path, edit.start, edit.end), places), "text": edit.text}
            for edit in fix.edits
        ],
    }
