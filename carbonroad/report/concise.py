"""One line a finding: `path:line:col: severity[CODE] message`."""

from carbonroad.base.said import say
from carbonroad.base.visible import visible_blanks
from carbonroad.findings import Finding
from carbonroad.report.colours import Paint
from carbonroad.report.results import Places, Results, Style
from carbonroad.report.summary import severity_word, statistics, summary
from carbonroad.wording import Wording
from carbonroad.wording.saying import said_in

NAME = "concise"
_MOST = 1000
"""Characters of a message that are shown; a value in it may be as long as a file."""


def report(results: Results, style: Style) -> str:
    """Return the findings, a line each, and the summary."""
    places, paint = Places(results.text), Paint(on=style.colour)
    if style.statistics:
        lines = statistics(results, style.words)
    else:
        shown = strongest(results.findings, style.most)
        lines = [line(finding, places, paint, style.words) for finding in shown]
        lines += more(len(results.findings) - len(shown), style.words)
    if style.summary:
        lines.append(summary(results, style.words))
    return "".join(f"{text}\n" for text in lines)


def line(finding: Finding, places: Places, paint: Paint, words: Wording) -> str:
    """Return one finding on one line."""
    head = paint(finding.severity.value, f"{said_in(words, severity_word(finding.severity))}[{finding.code}]")
    return f"{place(finding, places)}: {head} {visible(finding.message)}"


def place(finding: Finding, places: Places) -> str:
    """Return where a finding is: `path:line:col`."""
    row, column = places.position(finding.span.path, finding.span.start)
    return f"{visible_blanks(finding.span.path)}:{row}:{column}"


def strongest(findings: tuple[Finding, ...], most: int) -> tuple[Finding, ...]:
    """Return at most so many findings (0: all) in their order; the less severe are left out first."""
    if not most or len(findings) <= most:
        return findings
    by_rank = sorted(range(len(findings)), key=lambda index: -findings[index].severity.rank)
    return tuple(findings[index] for index in sorted(by_rank[:most]))


def more(left: int, words: Wording) -> list[str]:
    """Return the line that says how many findings are not shown."""
    return [said_in(words, say("and {n:,} more (--max-findings 0 shows all)", n=left))] if left else []


def visible(text: str, most: int = _MOST) -> str:
    """Return a message as one line that is safe to show."""
    cut = text if len(text) <= most else text[:most] + "…"
    return visible_blanks(" ".join(cut.split("\n")))
