"""Findings as JSON lines: a finding a line, and last the counts, so that a cut file is known as such."""

from collections.abc import Iterator

from carbonroad.report.json_text import encode
from carbonroad.report.record import FORMAT_VERSION, TOOL, finding_records, summary_record
from carbonroad.report.results import Results, Style


def pieces(results: Results, _style: Style) -> Iterator[str]:
    """Yield a line for each finding and one for the summary."""
    for record in finding_records(results):
        yield f"{encode({'type': 'finding', **record})}\n"
    end = {"type": "summary", "format": FORMAT_VERSION, "tool": TOOL, "summary": summary_record(results)}
    yield f"{encode(end)}\n"
