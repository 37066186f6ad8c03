"""A block a finding: the excerpt, marks under the exact characters, the other places, help."""

from collections.abc import Iterable, Iterator

from carbonroad.base.texts.said import say
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
    return "".join(pieces(results, style))


def pieces(results: Results, style: Style) -> Iterator[str]:
    """Yield the report, a block at a time."""
    between = ""
    for part in _parts(results, style):
        yield f"{between}{part}\n"
        between = "\n"


def _parts(results: Results, style: Style) -> Iterator[str]:
    """What has an empty line between; with `most` 0 every finding gets a block."""
    places, paint = Places(results.text), Paint(on=style.colour)
    if style.statistics:
        counted = "\n".join(statistics(results, style.words))
        if counted:
            yield counted
    else:
        wanted = results.findings if style.infos else _above_info(results.findings)
        shown = strongest(wanted, style.most) if style.most else wanted
        chosen = strongest(shown, BLOCKS) if isinstance(shown, tuple) else shown
        yield from ("\n".join(block(finding, places, paint, style)) for finding in chosen)
        rest: list[str] = []
        if isinstance(shown, tuple):
            in_full = set(map(id, chosen))
            rest += [line(one, places, paint, style.words) for one in shown if id(one) not in in_full]
            rest += more(_wanted(results, style) - len(shown), style.words)
        if rest:
            yield "\n".join(rest)
    if style.summary:
        yield summary(results, style.words, hidden=not (style.infos or style.statistics))


def _above_info(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Errors and warnings: what is only good to know must not drown them."""
    return (finding for finding in findings if finding.severity is not Severity.info)


def _wanted(results: Results, style: Style) -> int:
    """How many findings there are to show."""
    return results.total - (0 if style.infos else results.count(Severity.info))


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
