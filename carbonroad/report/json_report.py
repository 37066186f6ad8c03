"""Findings as one JSON document, for programs; docs/schemas/findings.schema.json is its schema."""

from collections.abc import Iterator

from carbonroad.report.json_text import encode, lines
from carbonroad.report.record import FORMAT_VERSION, TOOL, finding_records, summary_record
from carbonroad.report.results import Results, Style
from carbonroad.report.summary import RuleCount, counts_by_rule

NAME = "json"


def report(results: Results, style: Style) -> str:
    """Return one document with every finding; `--max-findings` does not shorten it."""
    return "".join(pieces(results, style))


def pieces(results: Results, style: Style) -> Iterator[str]:
    """Yield the report, a finding at a time."""
    members = {
        "format": encode(FORMAT_VERSION),
        "tool": encode(TOOL),
        "summary": encode(summary_record(results)),
    }
    if style.statistics:
        members["statistics"] = lines(map(_count, counts_by_rule(results)))
    yield "{" + "".join(f'"{name}": {text},\n' for name, text in members.items()) + '"findings": ['
    before, end = "\n", "]}\n"
    for record in finding_records(results):
        yield f"{before}{encode(record)}"
        before, end = ",\n", "\n]}\n"
    yield end


def _count(rule: RuleCount) -> dict[str, str | int]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "count": rule.times,
        "fixable": rule.fixable,
    }
