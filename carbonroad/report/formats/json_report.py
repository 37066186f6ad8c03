"""Findings as one JSON document, for programs; docs/schemas/findings.schema.json is its schema."""

from collections.abc import Iterator

from carbonroad.report.json_text import encode, lines
from carbonroad.report.record import FORMAT_VERSION, TOOL, finding_records, summary_record
from carbonroad.report.results import Results, Style
from carbonroad.report.summary import RuleCount, counts_by_rule


def pieces(results: Results, style: Style) -> Iterator[str]:
    """Yield one document with every finding; `--max-findings` does not shorten it."""
    members = {
        "format": encode(FORMAT_VERSION),
        "tool": encode(TOOL),
        "summary": encode(summary_record(results)),
    }
    if style.statistics:
        members["statistics"] = "".join(lines(map(_count, counts_by_rule(results))))
    yield "{" + "".join(f'"{name}": {text},\n' for name, text in members.items()) + '"findings": '
    yield from lines(finding_records(results))
    yield "}\n"


def _count(rule: RuleCount) -> dict[str, str | int]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "count": rule.times,
        "fixable": rule.fixable,
    }
