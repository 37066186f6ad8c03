"""A finding on one line: `path:line:col: severity[CODE] message`, safe to show and never too long."""

from collections.abc import Iterable
from itertools import islice

from carbonroad.base.texts.said import say
from carbonroad.base.texts.visible import visible_blanks
from carbonroad.findings import Finding, Severity
from carbonroad.report.colours import Paint
from carbonroad.report.results import Places
from carbonroad.report.summary import severity_word
from carbonroad.wording import Wording
from carbonroad.wording.saying import said_in

_MOST = 1000
"""Characters of a message that are shown; a value in it may be as long as a file."""


def finding_line(finding: Finding, places: Places, paint: Paint, words: Wording) -> str:
    """Return one finding on one line."""
    return f"{place(finding, places)}: {severity_head(finding, paint, words)} {one_line(finding.message)}"


def place(finding: Finding, places: Places) -> str:
    """Return where a finding is: `path:line:col`."""
    row, column = places.position(finding.span.path, finding.span.start)
    return f"{visible_blanks(finding.span.path)}:{row}:{column}"


def severity_head(finding: Finding, paint: Paint, words: Wording) -> str:
    """Return what a finding begins with: `severity[CODE]`."""
    return paint(finding.severity.value, f"{said_in(words, severity_word(finding.severity))}[{finding.code}]")


def strongest(findings: Iterable[Finding], most: int) -> tuple[Finding, ...]:
    """Return at most so many findings in their order; the less severe are left out first.

    However many there are, no more than so many of each severity are kept meanwhile.
    """
    kept: dict[Severity, list[tuple[int, Finding]]] = {severity: [] for severity in Severity}
    for number, finding in enumerate(findings):
        if len(kept[finding.severity]) < most:
            kept[finding.severity].append((number, finding))
    by_rank = (one for severity in sorted(Severity, reverse=True) for one in kept[severity])
    return tuple(finding for _, finding in sorted(islice(by_rank, most), key=lambda one: one[0]))


def more(left: int, words: Wording) -> list[str]:
    """Return the line that says how many findings are not shown."""
    return [said_in(words, say("and {n:,} more (--max-findings 0 shows all)", n=left))] if left else []


def one_line(text: str, most: int = _MOST) -> str:
    """Return a message as one line that is safe to show."""
    cut = text if len(text) <= most else text[:most] + "…"
    return visible_blanks(" ".join(cut.split("\n")))
