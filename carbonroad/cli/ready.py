"""Roadmaps without errors, for the commands that publish them."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import typer

from carbonroad.base.said import say, say_count
from carbonroad.cli.choosing import STANDARD_INPUT, Chosen, choose
from carbonroad.cli.codes import FINDINGS
from carbonroad.cli.console import Console, write
from carbonroad.cli.language import words
from carbonroad.cli.lists import check_word
from carbonroad.source.folder import Folder, NoRoadmap

if TYPE_CHECKING:
    from carbonroad.project import Project


FOLDER_TO_WRITE_TO = say("name one of them, or a folder to write to with -o")
"""The way out where each roadmap can have a file of its own."""


class Ready(NamedTuple):
    """A roadmap to publish.

    Attributes:
        project: As loaded.
        parts: What pages are limited to, in the roadmap's order; empty for all.
        listed: Whether its pages stand below its name.
    """

    project: "Project"
    parts: tuple[str, ...]
    listed: bool


def load_ready(
    console: Console, paths: list[str], as_of: date | None, *, keep_going: bool = False, piped: bool = False
) -> list[Ready]:
    """Load what the paths name; where it may be `piped`, `-` alone is standard input.

    Errors are shown in full on standard error and end the run with exit code 1, unless `keep_going`.
    Warnings are counted.
    """
    from carbonroad.cli.clock import today
    from carbonroad.findings import Severity
    from carbonroad.project import load

    from_input = piped and paths == [STANDARD_INPUT]
    chosen = [] if from_input else choose(paths)
    if isinstance(chosen, NoRoadmap):
        console.refuse(chosen.message, chosen.help)
    ready = []
    for number, one in enumerate(chosen, 1):
        console.progress(
            say("reading {name} ({number} of {all})", name=one.folder.name, number=number, all=len(chosen))
        )
        project = load(one.folder, as_of, today())
        system = project.system
        console.detail(
            say(
                "{folder}: {files} files, {items} items, as of {day}",
                folder=one.folder.path or ".",
                files=one.files,
                items=len(system.items),
                day=system.as_of,
            )
        )
        ready.append(Ready(project, _parts(one), one.listed))
    if from_input:
        ready.append(_piped(console, as_of))
    projects = [one.project for one in ready]
    if any(project.errors for project in projects):
        show_errors(console, projects)
        if not keep_going:
            raise typer.Exit(FINDINGS)
    warnings = sum(f.severity is Severity.warning for project in projects for f in project.findings)
    if warnings:
        console.note(
            say_count(
                "{n} warning; carbonroad validate shows what it is.",
                "{n} warnings; carbonroad validate shows what they are.",
                warnings,
            )
        )
    return ready


def _piped(console: Console, as_of: date | None) -> Ready:
    """The file that standard input is."""
    from carbonroad.cli.clock import today
    from carbonroad.cli.piped import PIPED, read_piped
    from carbonroad.project import load_text

    return Ready(load_text(read_piped(console), PIPED, as_of, today()), (), listed=False)


def check_industries(console: Console, ready: Sequence[Ready], names: Sequence[str]) -> None:
    """Refuse names of `--industry` that none of the roadmaps has."""
    known = {part.id: None for one in ready for part in one.project.system.industries}
    for name in names:
        check_word(console, "--industry", name, list(known))


def one_named(console: Console, folders: Sequence[Folder], way_out: str) -> None:
    """Refuse several roadmaps where a command is about one; `way_out` says what to do."""
    if len(folders) > 1:
        names = ", ".join(folder.path for folder in folders)
        console.refuse(say("There are {n} roadmaps: {names}.", n=len(folders), names=names), way_out)


def _parts(chosen: Chosen) -> tuple[str, ...]:
    """The parts whose files were named."""
    folder = chosen.folder
    named = tuple(name for name, path in folder.files.items() if path in chosen.only)
    return ("top", *named) if folder.top in chosen.only else named


def show_errors(console: Console, projects: "list[Project]") -> None:
    """Write every error as a block on standard error: what is published would be wrong."""
    import sys

    from carbonroad.cli.formats import in_language
    from carbonroad.findings import Severity
    from carbonroad.report import full
    from carbonroad.report.results import Results, Style

    errors = tuple(f for project in projects for f in project.findings if f.severity is Severity.error)
    texts = {path: project for project in projects for path in project.paths}
    paths = tuple(path for project in projects for path in project.paths)
    results = Results(errors, paths, lambda path: texts[path].text(path) if path in texts else None)
    console.progress("")
    style = Style(colour=console.error_colour, width=console.width, words=words())
    write(sys.stderr, full.report(in_language(results, style.words), style))
