"""Findings as JSON lines: a finding a line, and last the counts, so that a cut file is known as such."""

from carbonroad.report.json_text import encode
from carbonroad.report.record import FORMAT_VERSION, TOOL, finding_records, summary_record
from carbonroad.report.results import Results, Style

NAME = "jsonl"


def report(results: Results, _style: Style) -> str:
    """Return a line for each finding and one for the summary."""
    written = [encode({"type": "finding", **record}) for record in finding_records(results)]
    end = {"type": "summary", "format": FORMAT_VERSION, "tool": TOOL, "summary": summary_record(results)}
    return "".join(f"{line}\n" for line in (*written, encode(end)))
