"""One line a finding: `path:line:col: severity[CODE] message`."""

from carbonroad.findings import Finding
from carbonroad.report.colours import Paint
from carbonroad.report.results import Places, Results, Style
from carbonroad.report.summary import statistics, summary
from carbonroad.report.visible import visible_blanks

NAME = "concise"
_MOST = 1000
"""Characters of a message that are shown; a value in it may be as long as a file."""


def report(results: Results, style: Style) -> str:
    """Return the findings, a line each, and the summary."""
    places, paint = Places(results.text), Paint(on=style.colour)
    if style.statistics:
        lines = statistics(results)
    else:
        shown = strongest(results.findings, style.most)
        lines = [line(finding, places, paint) for finding in shown]
        lines += more(len(results.findings) - len(shown))
    if style.summary:
        lines.append(summary(results))
    return "".join(f"{text}\n" for text in lines)


def line(finding: Finding, places: Places, paint: Paint) -> str:
    """Return one finding on one line."""
    row, column = places.position(finding.span.path, finding.span.start)
    head = paint(finding.severity.value, f"{finding.severity.value}[{finding.code}]")
    return f"{visible_blanks(finding.span.path)}:{row}:{column}: {head} {visible(finding.message)}"


def strongest(findings: tuple[Finding, ...], most: int) -> tuple[Finding, ...]:
    """Return at most so many findings (0: all) in their order; the less severe are left out first."""
    if not most or len(findings) <= most:
        return findings
    by_rank = sorted(range(len(findings)), key=lambda index: -findings[index].severity.rank)
    return tuple(findings[index] for index in sorted(by_rank[:most]))


def more(left: int) -> list[str]:
    """Return the line that says how many findings are not shown."""
    return [f"and {left:,} more (--max-findings 0 shows all)"] if left else []


def visible(text: str) -> str:
    """Return a message as one line that is safe to show."""
    cut = text if len(text) <= _MOST else text[:_MOST] + "…"
    return visible_blanks(" ".join(cut.split("\n")))
