"""One line a finding: `path:line:col: severity[CODE] message`."""

from collections.abc import Iterable, Iterator
from itertools import islice

from carbonroad.base.texts.said import say
from carbonroad.base.texts.visible import visible_blanks
from carbonroad.findings import Finding, Severity
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
    return "".join(pieces(results, style))


def pieces(results: Results, style: Style) -> Iterator[str]:
    """Yield the report, a line at a time."""
    places, paint = Places(results.text), Paint(on=style.colour)
    if style.statistics:
        yield from (f"{text}\n" for text in statistics(results, style.words))
    else:
        shown = strongest(results.findings, style.most) if style.most else results.findings
        yield from (f"{line(finding, places, paint, style.words)}\n" for finding in shown)
        left = max(0, results.total - style.most) if style.most else 0
        yield from (f"{text}\n" for text in more(left, style.words))
    if style.summary:
        yield f"{summary(results, style.words)}\n"


def line(finding: Finding, places: Places, paint: Paint, words: Wording) -> str:
    """Return one finding on one line."""
    head = paint(finding.severity.value, f"{said_in(words, severity_word(finding.severity))}[{finding.code}]")
    return f"{place(finding, places)}: {head} {visible(finding.message)}"


def place(finding: Finding, places: Places) -> str:
    """Return where a finding is: `path:line:col`."""
    row, column = places.position(finding.span.path, finding.span.start)
    return f"{visible_blanks(finding.span.path)}:{row}:{column}"


def strongest(findings: Iterable[Finding], most: int) -> tuple[Finding, ...]:
    """Return at most so many findings (0: all) in their order; the less severe are left out first.

    However many there are, no more than so many of each severity are kept meanwhile.
    """
    if not most:
        return tuple(findings)
    kept: dict[Severity, list[tuple[int, Finding]]] = {severity: [] for severity in Severity}
    for number, finding in enumerate(findings):
        if len(kept[finding.severity]) < most:
            kept[finding.severity].append((number, finding))
    by_rank = (one for severity in sorted(Severity, reverse=True) for one in kept[severity])
    return tuple(finding for _, finding in sorted(islice(by_rank, most), key=lambda one: one[0]))


def more(left: int, words: Wording) -> list[str]:
    """Return the line that says how many findings are not shown."""
    return [said_in(words, say("and {n:,} more (--max-findings 0 shows all)", n=left))] if left else []


def visible(text: str, most: int = _MOST) -> str:
    """Return a message as one line that is safe to show."""
    cut = text if len(text) <= most else text[:most] + "…"
    return visible_blanks(" ".join(cut.split("\n")))
