"""A block a finding: the excerpt, marks under the exact characters, the other places, help."""

from carbonroad.base.said import say
from carbonroad.findings import Finding, Severity
from carbonroad.report.colours import Paint
from carbonroad.report.concise import line, more, strongest
from carbonroad.report.concise import visible as one_line
from carbonroad.report.results import Places, Results, Style
from carbonroad.report.snippet import snippets
from carbonroad.report.summary import severity_word, statistics, summary
from carbonroad.wording import Wording
from carbonroad.wording.saying import said_in

NAME = "full"
BLOCKS = 50
"""How many findings get a block; the others get a line."""


def report(results: Results, style: Style) -> str:
    """Return the blocks of the most severe findings, a line for each other, and the summary.

    Infos are counted only, unless the style wants them.
    """
    places, paint = Places(results.text), Paint(on=style.colour)
    parts: list[str] = []
    if style.statistics:
        parts.append("\n".join(statistics(results, style.words)))
    else:
        wanted = results.findings if style.infos else _above_info(results.findings)
        shown = strongest(wanted, style.most)
        in_full = strongest(shown, BLOCKS if style.most else 0)
        chosen = set(map(id, in_full))
        parts += ["\n".join(block(finding, places, paint, style)) for finding in in_full]
        rest = [line(finding, places, paint, style.words) for finding in shown if id(finding) not in chosen]
        rest += more(len(wanted) - len(shown), style.words)
        parts.append("\n".join(rest))
    if style.summary:
        parts.append(summary(results, style.words, hidden=not (style.infos or style.statistics)))
    return "".join(f"{part}\n\n" for part in parts if part)[:-1]


def _above_info(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Errors and warnings: what is only good to know must not drown them."""
    return tuple(finding for finding in findings if finding.severity is not Severity.info)


def block(finding: Finding, places: Places, paint: Paint, style: Style) -> list[str]:
    """Return one finding's lines."""
    role, words = finding.severity.value, style.words
    files = snippets(finding, places, style.width)
    gutter = max(file.gutter for file in files)
    head = paint(role, f"{said_in(words, severity_word(finding.severity))}[{finding.code}]")
    lines = [f"{head} {paint('bold', one_line(finding.message))}  ({finding.name})"]
    for file in files:
        lines += file.lines(gutter, paint, role)
    pad = " " * (gutter + 1)
    for what, text in _below(finding, words):
        blank = "" if what.endswith("：") else " "
        lines.append(f"{pad}{paint('frame', '=')} {paint('bold', what)}{blank}{text}")
    return lines


def _below(finding: Finding, words: Wording) -> list[tuple[str, str]]:
    """What stands below the excerpt, each with the word that it begins with."""
    below = [(said_in(words, say("note:")), one_line(note)) for note in finding.notes]
    title = said_in(words, say("help:"))
    mark = _mark(finding, words)
    if finding.help:
        below.append((title, f"{one_line(finding.help)}{mark}"))
    elif finding.fix is not None:
        below.append((title, f"{one_line(finding.fix.title)}{mark}"))
    asked = "" if words.english else f" --lang {words.tag}"
    below.append((said_in(words, say("more:")), f"carbonroad explain {finding.code}{asked}"))
    return below


def _mark(finding: Finding, words: Wording) -> str:
    if finding.fix is None:
        return ""
    said = say("[fixable with --fix]") if finding.fix.safe else say("[fixable with --unsafe-fixes]")
    return f"  {said_in(words, said)}"
