"""The formats of findings: which are wanted, and where they go."""

from typing import NamedTuple

from carbonroad.cli.console import Console
from carbonroad.report import ALL
from carbonroad.report.results import Report, Results, Style

_FORMATS = {report.NAME: report for report in ALL}


class Wanted(NamedTuple):
    """One format and its file; empty for standard output."""

    report: Report
    file: str


def read_formats(words: list[str]) -> list[Wanted] | str:
    """Return what `--format` asks for, or what is wrong with it."""
    wanted = []
    for word in words:
        name, equals, file = word.partition("=")
        if name not in _FORMATS:
            return f'"{name}" is not a format; there are {", ".join(_FORMATS)}.'
        if equals and not file:
            return f'"{word}" names no file after the equals sign.'
        wanted.append(Wanted(_FORMATS[name], file))
    if sum(not one.file for one in wanted) > 1:
        return (
            "Only one format can go to standard output; give the others a file, such as json=findings.json."
        )
    return wanted


def write_reports(
    console: Console, results: Results, wanted: list[Wanted], *, most: int, statistics: bool, infos: bool
) -> None:
    """Write each report where it is wanted; a file that cannot be written ends the run."""
    for report, file in wanted:
        style = Style(
            colour=console.colour and not file,
            width=console.width if not file else 100,
            most=most,
            statistics=statistics,
            summary=not console.quiet,
            infos=infos or console.verbose,
        )
        text = report.report(results, style)
        if not file:
            console.result(text)
            continue
        from carbonroad.output import write_file

        problem = write_file(file, text.encode("utf-8", "backslashreplace"))
        if problem is not None:
            console.refuse(problem.message, problem.help)
