"""The formats of findings: which are wanted, and where they go."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.nearest import nearest
from carbonroad.base.texts.said import Said, say
from carbonroad.cli.console import Console
from carbonroad.cli.results.kept_files import kept_from
from carbonroad.findings import Finding, Severity
from carbonroad.report import BY_NAME
from carbonroad.report.format import Format
from carbonroad.report.results import Places, Results, Style
from carbonroad.wording import Wording

_AT_ONCE = 200_000
"""Characters."""


class Wanted(NamedTuple):
    """One format and its file; empty for standard output."""

    name: str
    file: str


class Look(NamedTuple):
    """What reports are to look like.

    Attributes:
        most: How many findings to show at most; 0 for all.
        statistics: Whether to count by rule.
        fail_on: From which severity on a finding makes the run fail.
        words: The language of the reports.
    """

    most: int
    statistics: bool
    fail_on: Severity
    words: Wording


def read_formats(words: list[str]) -> list[Wanted] | tuple[Said, Said]:
    """Return what `--format` asks for, or what is wrong with it and the way out."""
    wanted: list[Wanted] = []
    for word in words:
        name, equals, file = word.partition("=")
        if name not in BY_NAME:
            return _unknown(name)
        if equals and not file:
            return (
                say('"{word}" names no file after the equals sign.', word=word),
                say("write such as {example}", example=f"{name}=findings.{BY_NAME[name].ending}"),
            )
        kept = kept_from(file) if file else None
        if kept is not None:
            return kept
        wanted.append(Wanted(name, file))
    if sum(not one.file for one in wanted) > 1:
        return (
            say("Only one format can go to standard output."),
            say("give the others a file, such as {example}", example="json=findings.json"),
        )
    files = [os.path.realpath(one.file) for one in wanted if one.file]
    for one in wanted:
        if one.file and files.count(os.path.realpath(one.file)) > 1:
            return (
                say("Two formats would be written to {file}.", file=one.file),
                say("give each format a file of its own"),
            )
    return wanted


def _unknown(name: str) -> tuple[Said, Said]:
    close = nearest(name, BY_NAME)
    names = ", ".join(BY_NAME)
    help_ = (
        say('did you mean "{close}"? The formats are {names}.', close=close, names=names)
        if close
        else say("the formats are {names}", names=names)
    )
    return say('"{name}" is not a format.', name=name), help_


def write_reports(console: Console, results: Results, wanted: list[Wanted], look: Look) -> None:
    """Write each report where it is wanted; a file that cannot be written ends the run.

    Files come first: what stands on standard output may be read by a program that ends early.
    """
    root = _repository(results.paths)
    results = in_language(results, look.words)
    for name, file in sorted(wanted, key=lambda one: not one.file):
        style = Style(
            colour=console.colour and not file,
            width=console.width if not file else 100,
            most=look.most,
            statistics=look.statistics,
            summary=not console.quiet,
            infos=look.fail_on is Severity.info or console.verbose,
            words=look.words,
            fail_on=look.fail_on,
            root=root,
        )
        form = BY_NAME[name]
        _write(console, form.pieces(results, style), file, prose=form.syntax == "prose")
        if form.summarises:
            _summarise(console, form, results, style)


def in_language(results: Results, words: Wording) -> Results:
    """Return results whose sentences are in the language of the wording."""
    if words.english:
        return results
    from carbonroad.wording.saying import finding_in

    places = Places(results.text)

    def said(finding: Finding) -> Finding:
        source = places.text(finding.span.path)
        return finding_in(words, finding, None if source is None else source.text)

    return results.with_each(said)


def encoded(text: str) -> bytes:
    """Return the bytes of a report."""
    return text.encode("utf-8", "backslashreplace")


def _write(console: Console, parts: Iterable[str], file: str, *, prose: bool) -> None:
    """Write a report where it is wanted, never more of it at once than `_AT_ONCE`; a file as a whole."""
    if not file:
        console.progress("")
        for text in _joined(parts):
            if not console.result(text if prose else encoded(text)):
                return  # nobody reads any more
        return
    from carbonroad.output import write_file

    problem = write_file(file, b"".join(encoded(text) for text in _joined(parts)))
    if problem is not None:
        console.refuse(problem.message, problem.help)


def _joined(parts: Iterable[str]) -> Iterator[str]:
    """Pieces of a report, joined to larger ones."""
    some: list[str] = []
    size = 0
    for part in parts:
        some.append(part)
        size += len(part)
        if size > _AT_ONCE:
            yield "".join(some)
            some, size = [], 0
    if some:
        yield "".join(some)


def _summarise(console: Console, form: Format, results: Results, style: Style) -> None:
    """Add a table to the summary of a GitHub run, where this is one."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    from carbonroad.output import append_file

    problem = append_file(file, encoded(form.step_summary(results, style)))
    if problem is not None:
        console.note(problem.message)


def _repository(paths: tuple[str, ...]) -> str:
    """The root of the repository that the run stands in, or else of the one that holds the files.

    The working folder where there is neither.
    """
    here = Path.cwd()
    first = Path(paths[0]).absolute().parent if paths else here
    mine, theirs = _root_above(here), _root_above(first)
    if mine is not None and (theirs is None or first.is_relative_to(mine)):
        return str(mine)
    return str(theirs or here)


def _root_above(folder: Path) -> Path | None:
    return next((above for above in (folder, *folder.parents) if (above / ".git").exists()), None)
