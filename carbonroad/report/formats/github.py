"""Findings as workflow commands, which GitHub shows beside the lines; and a table for the run's summary."""

from collections.abc import Iterator

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.base.texts.visible import visible
from carbonroad.findings import Finding, Severity
from carbonroad.report.one_line import one_line, strongest
from carbonroad.report.repository import Repository
from carbonroad.report.results import Places, Results, Style
from carbonroad.report.summary import severity_word, verdict
from carbonroad.report.told import told
from carbonroad.wording.saying import said_in

_COMMANDS = {Severity.error: "error", Severity.warning: "warning", Severity.info: "notice"}
_MOST = {Severity.error: 10, Severity.warning: 10, Severity.info: 9}
"""GitHub shows ten of each kind and drops the rest; the tenth notice says how many were left out."""
# GitHub refuses a summary above a megabyte.
_ROWS = 200
_CELL = 300
"""Characters of a message."""
_HELP = 150
"""Characters of what to do about it."""
_MARKUP = lazy_pattern(r"[&<>|\\`*_\[\]~#@:$!(){}^]")


def pieces(results: Results, style: Style) -> Iterator[str]:
    """Yield one command for each finding that GitHub will show, and a notice that counts the others."""
    places, repository = Places(results.text), Repository(style.root)
    left = dict(_MOST)
    rest = 0
    for finding in results.wanted(style):
        if left[finding.severity]:
            left[finding.severity] -= 1
            yield f"{_command(finding, places, repository, style)}\n"
        else:
            rest += 1
    if rest:
        said = say("and {n:,} more; carbonroad validate shows all", n=rest)
        yield f"::notice title=carbonroad::{_data(said_in(style.words, said))}\n"


def _command(finding: Finding, places: Places, repository: Repository, style: Style) -> str:
    path = visible(repository.path(finding.span.path))
    line, column = places.position(finding.span.path, finding.span.start)
    last, after = places.position(finding.span.path, finding.span.end)
    values = {"file": path, "line": str(line), "endLine": str(last)}
    if line == last:  # GitHub takes columns of a single line only
        values |= {"col": str(column), "endColumn": str(max(after, column))}
    values["title"] = f"{finding.code} {finding.name}"
    properties = ",".join(f"{name}={_property(value)}" for name, value in values.items())
    message = f"{path}:{line}:{column}: {told(finding, style.words)}"
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def step_summary(results: Results, style: Style) -> str:
    """Return the findings as Markdown, for the file that GITHUB_STEP_SUMMARY names."""
    places, repository, words = Places(results.text), Repository(style.root), style.words
    parts = [f"### {_cell(verdict(results, words, infos=style.infos))}"]
    rows = strongest(results.wanted(style), _ROWS)
    if rows:
        heads = (say("Severity"), say("Place"), say("Rule"), say("Message"))
        table = [tuple(said_in(words, head) for head in heads), ("---",) * len(heads)]
        for finding in rows:
            line, column = places.position(finding.span.path, finding.span.start)
            table.append((
                _cell(said_in(words, severity_word(finding.severity))),
                _cell(f"{repository.path(finding.span.path)}:{line}:{column}"),
                _cell(f"{finding.code} {finding.name}"),
                _told(finding, style),
            ))  # fmt: skip
        parts.append("\n".join(f"| {' | '.join(row)} |" for row in table))
    rest = results.count_wanted(style) - len(rows)
    if rest:
        parts.append(said_in(words, say("and {n:,} more", n=rest)))
    return "\n\n".join(parts) + "\n\n"


def _told(finding: Finding, style: Style) -> str:
    """The message, and below it what to do: who reads the summary has no list of rules at hand."""
    if not finding.help:
        return _cell(finding.message)
    help_ = said_in(style.words, say("Help: {help}", help=one_line(finding.help, _HELP)))
    return f"{_cell(finding.message)}<br>{_cell(help_)}"


def _cell(text: str) -> str:
    """A text in which nothing is markup."""
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", one_line(text, _CELL))
