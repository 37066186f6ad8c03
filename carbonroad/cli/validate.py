"""`carbonroad validate`: the findings."""

import sys
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from carbonroad.cli.choosing import STANDARD_INPUT, choose
from carbonroad.cli.codes import CLEAN, FINDINGS
from carbonroad.cli.console import Console
from carbonroad.cli.formats import read_formats, write_reports
from carbonroad.cli.options import AsOf, Colour, ColourOption, Debug, Language, Quiet, Verbose, data_date
from carbonroad.source.folder import NoRoadmap

if TYPE_CHECKING:
    from carbonroad.report.results import Results


class Level(StrEnum):
    """From which severity on a finding makes the run fail."""

    error = "error"
    warning = "warning"
    info = "info"


def validate(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Roadmap folders, folders of roadmaps, YAML files, or - for standard input. "
            "Default: the nearest roadmap from here upwards.",
        ),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="NAME[=FILE]",
            help="full, concise or json; to FILE, else to standard output. Repeatable. Default: full.",
        ),
    ] = None,
    fail_on: Annotated[
        Level, typer.Option("--fail-on", help="Severity from which the exit code is 1.")
    ] = Level.error,
    most: Annotated[
        int,
        typer.Option(
            "--max-findings", metavar="N", min=0, help="How many findings to show; 0 shows all, in full."
        ),
    ] = 200,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count findings by rule.")] = False,
    as_of: AsOf = None,
    lang: Language = None,
    color: ColourOption = Colour.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    """Check roadmaps and say what is wrong, where, and what to write instead.

    \b
    Examples:
      carbonroad validate
      carbonroad validate roadmaps/china/steel.yaml
      carbonroad validate --format concise --format json=findings.json
      carbonroad validate --fail-on warning --as-of 2026-11-22

    \b
    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong call or no roadmap, 3 internal error.
    """  # noqa: D301 - click keeps the lines after this mark as they are
    del debug  # is seen to where errors end up
    console = Console(color.value, quiet=quiet, verbose=verbose)
    wanted = read_formats(formats or ["full"])
    if isinstance(wanted, str):
        console.refuse(wanted, "carbonroad validate --format full|concise|json[=FILE]")
    results = in_language(check(console, list(paths or []), data_date(as_of)), lang)
    write_reports(console, results, wanted, most=most, statistics=statistics, infos=fail_on is Level.info)
    from carbonroad.findings import Severity

    failing = any(finding.severity >= Severity[fail_on.value] for finding in results.findings)
    raise typer.Exit(FINDINGS if failing else CLEAN)


def in_language(results: "Results", lang: str | None) -> "Results":
    """Return results whose sentences are in the language asked for."""
    if lang is None or lang.lower().split("-")[0] == "en":
        return results
    from carbonroad.wording import wording
    from carbonroad.wording.saying import finding_in

    words = wording(lang, catalogue="findings")
    return results._replace(findings=tuple(finding_in(words, finding) for finding in results.findings))


def check(console: Console, paths: list[str], as_of: date | None) -> "Results":
    """Load what the paths name and return the findings about it."""
    from carbonroad.cli.clock import today
    from carbonroad.project import Project, load, load_text
    from carbonroad.report.results import Results

    piped = STANDARD_INPUT in paths
    rest = [path for path in paths if path != STANDARD_INPUT]
    chosen = [] if piped and not rest else choose(rest)
    if isinstance(chosen, NoRoadmap):
        console.refuse(chosen.message, chosen.help)
    projects: list[tuple[Project, tuple[str, ...]]] = []
    for number, one in enumerate(chosen, 1):
        console.progress(f"reading {one.folder.name} ({number} of {len(chosen)})")
        projects.append((load(one.folder, as_of, today()), one.only))
        system = projects[-1][0].system
        console.detail(
            f"{one.folder.path or '.'}: {one.files} files, {len(system.items)} items, as of {system.as_of}"
        )
    if piped:
        projects.append((load_text(_piped(console), "<stdin>", as_of, today()), ()))
    findings = tuple(
        f for project, only in projects for f in project.findings if not only or f.span.path in only
    )
    texts = {path: project for project, _ in projects for path in project.paths}
    read = tuple(path for project, only in projects for path in only or project.paths)
    return Results(findings, read, lambda path: texts[path].text(path) if path in texts else None)


def _piped(console: Console) -> bytes:
    """Standard input, as far as a file may be long."""
    from carbonroad.source.text import MAX_BYTES

    try:
        return b"" if sys.stdin is None else sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        console.refuse(f"Standard input cannot be read: {error.strerror or error}.", "name a file instead")
