"""A finding as a block: the excerpt, marks under the exact characters, the other places, help."""

from carbonroad.base.texts.said import say
from carbonroad.findings import Finding
from carbonroad.report.colours import Paint
from carbonroad.report.one_line import one_line, severity_head
from carbonroad.report.results import Places, Style
from carbonroad.report.snippet import snippets
from carbonroad.wording import Wording
from carbonroad.wording.saying import said_in


def block(finding: Finding, places: Places, paint: Paint, style: Style) -> list[str]:
    """Return one finding's lines."""
    role, words = finding.severity.value, style.words
    files = snippets(finding, places, style.width)
    gutter = max(file.gutter for file in files)
    head = severity_head(finding, paint, words)
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
    mark = _fixable(finding, words)
    if finding.help:
        below.append((title, f"{one_line(finding.help)}{mark}"))
    elif finding.fix is not None:
        below.append((title, f"{one_line(finding.fix.title)}{mark}"))
    asked = "" if words.english else f" --lang {words.tag}"
    below.append((said_in(words, say("more:")), f"carbonroad explain {finding.code}{asked}"))
    return below


def _fixable(finding: Finding, words: Wording) -> str:
    """Which option carries the repair out; empty without one."""
    if finding.fix is None:
        return ""
    said = say("[fixable with --fix]") if finding.fix.safe else say("[fixable with --unsafe-fixes]")
    return f"  {said_in(words, said)}"
