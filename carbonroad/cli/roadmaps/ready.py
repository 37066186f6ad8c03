"""Roadmaps without errors, for the commands that publish them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NoReturn, Protocol

import typer

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say, say_count
from carbonroad.cli.codes import FINDINGS
from carbonroad.cli.console import Console, write
from carbonroad.cli.language import words
from carbonroad.cli.roadmaps.choosing import STANDARD_INPUT, Chosen, roadmaps_named
from carbonroad.source.folder import Folder

if TYPE_CHECKING:
    from carbonroad.findings import Finding
    from carbonroad.project import Project
    from carbonroad.source.text import SourceText


FOLDER_TO_WRITE_TO = say("name one of them, or a folder to write to with -o")
"""The way out where each roadmap can have a file of its own."""


class Ready(NamedTuple):
    """A roadmap without errors.

    Attributes:
        project: As loaded.
        parts: What results are limited to, in the roadmap's order; empty for all.
    """

    project: "Project"
    parts: tuple[str, ...]


def load_ready(
    console: Console,
    paths: list[str],
    as_of: date | None,
    *,
    piped: bool = False,
    below: bool = True,
) -> list[Ready]:
    """Load what the paths name; where it may be `piped`, `-` alone is standard input.

    Errors are shown in full on standard error and end the run with exit code 1. Warnings are counted.

    Args:
        console: Where to say so.
        paths: As typed.
        as_of: The data date asked for.
        piped: Whether standard input may be meant.
        below: Whether the folder of a roadmap names those below it too.
    """
    from carbonroad.findings import Severity

    if piped and paths == [STANDARD_INPUT]:
        ready = [_piped(console, as_of)]
    else:
        ready = _load_chosen(console, roadmaps_named(console, paths, below=below), as_of)
    projects = [one.project for one in ready]
    if any(project.errors for project in projects):
        refuse_errors(console, projects)
    note_warnings(
        console, sum(f.severity is Severity.warning for project in projects for f in project.findings)
    )
    return ready


def _load_chosen(console: Console, chosen: list[Chosen], as_of: date | None) -> list[Ready]:
    """Load roadmaps, children before their parents; each gets what its relatives give it."""
    from carbonroad.batch.families import Tops, families_of
    from carbonroad.cli.clock import today
    from carbonroad.link.family import Handed
    from carbonroad.project import load

    families = families_of([one.folder for one in chosen])
    tops, handed = Tops(), dict[int, Handed]()
    found: dict[int, Project] = {}
    for place in (place for level in families.levels for place in level):
        folder = chosen[place].folder
        tell_reading(console, folder, len(found) + 1, len(chosen))
        found[place] = load(folder, as_of, today(), family=families.family(place, tops, handed))
        if families.parents[place] is not None:
            handed[place] = found[place].handed
    for place, one in enumerate(chosen):
        tell_read(console, one, found[place])
    return [Ready(found[place], parts_of(one)) for place, one in enumerate(chosen)]


class _Counted(Protocol):
    """What was found in a roadmap."""

    @property
    def items(self) -> int:
        """How many rows its timetable has."""

    @property
    def as_of(self) -> date:
        """The data date."""


def tell_reading(console: Console, folder: Folder, number: int, of: int) -> None:
    """Say which roadmap is read now."""
    console.progress(say("reading {name} ({number} of {all})", name=folder.name, number=number, all=of))


def tell_read(console: Console, chosen: Chosen, found: "_Counted") -> None:
    """Say what was read, to those who want more."""
    console.detail(
        say(
            "{folder}: {files} files, {items} items, as of {day}",
            folder=chosen.folder.path or ".",
            files=chosen.files,
            items=found.items,
            day=found.as_of,
        )
    )


def note_warnings(console: Console, warnings: int) -> None:
    """Say how many warnings there are, if any."""
    if warnings:
        console.note(
            say_count(
                "{n} warning; carbonroad validate shows what it is.",
                "{n} warnings; carbonroad validate shows what they are.",
                warnings,
            )
        )


def _piped(console: Console, as_of: date | None) -> Ready:
    """The file that standard input is."""
    from carbonroad.cli.clock import today
    from carbonroad.cli.roadmaps.piped import PIPED, read_piped
    from carbonroad.project import load_text

    return Ready(load_text(read_piped(console), PIPED, as_of, today()), ())


def one_named(console: Console, folders: Sequence[Folder], way_out: str) -> None:
    """Refuse several roadmaps where a command is about one; `way_out` says what to do."""
    if len(folders) > 1:
        names = ", ".join(folder.path for folder in folders)
        console.refuse(say("There are {n} roadmaps: {names}.", n=len(folders), names=names), way_out)


def parts_of(chosen: Chosen) -> tuple[str, ...]:
    """Return the parts whose files were named."""
    folder = chosen.folder
    named = tuple(name for name, path in folder.files.items() if path in chosen.only)
    return ("top", *named) if folder.top in chosen.only else named


def refuse_errors(console: Console, projects: "list[Project]") -> NoReturn:
    """Write every error as a block on standard error, and end the run with exit code 1."""
    texts = {path: project for project in projects for path in project.paths}
    write_errors(
        console,
        (finding for project in projects for finding in project.findings),
        tuple(path for project in projects for path in project.paths),
        lambda path: texts[path].text(path) if path in texts else None,
    )
    raise typer.Exit(FINDINGS)


def write_errors(
    console: Console,
    findings: "Iterable[Finding]",
    paths: tuple[str, ...],
    text: "Callable[[str], SourceText | None]",
) -> None:
    """Write those findings that are errors as blocks on standard error.

    Args:
        console: Says how wide it is, and whether in colour.
        findings: Of the roadmaps.
        paths: All files that were read.
        text: Gives the text of one of them.
    """
    import sys

    from carbonroad.cli.options.formats import in_language
    from carbonroad.findings import Severity
    from carbonroad.report import BY_NAME
    from carbonroad.report.results import Results, Style

    errors = tuple(finding for finding in findings if finding.severity is Severity.error)
    console.progress("")
    style = Style(colour=console.error_colour, width=console.width, words=words())
    found = in_language(Results(errors, paths, text), style.words)
    write(sys.stderr, BY_NAME["full"].text(found, style))
