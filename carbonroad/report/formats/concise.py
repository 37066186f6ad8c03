"""One line a finding: `path:line:col: severity[CODE] message`."""

from collections.abc import Iterator

from carbonroad.report.colours import Paint
from carbonroad.report.one_line import finding_line, more, strongest
from carbonroad.report.results import Places, Results, Style
from carbonroad.report.summary import statistics, summary


def pieces(results: Results, style: Style) -> Iterator[str]:
    """Yield the findings, a line each, and the summary."""
    places, paint = Places(results.text), Paint(on=style.colour)
    if style.statistics:
        yield from (f"{text}\n" for text in statistics(results, style.words))
    else:
        shown = strongest(results.findings, style.most) if style.most else results.findings
        yield from (f"{finding_line(finding, places, paint, style.words)}\n" for finding in shown)
        left = max(0, results.total - style.most) if style.most else 0
        yield from (f"{text}\n" for text in more(left, style.words))
    if style.summary:
        yield f"{summary(results, style.words)}\n"
