"""What `render` is asked for, held against the roadmaps before any page is made."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import typer

from carbonroad.base.record import NamedTuple
from carbonroad.cli.codes import FINDINGS
from carbonroad.cli.console import Console
from carbonroad.cli.options.drawing import Asked
from carbonroad.cli.options.lists import check_word
from carbonroad.cli.roadmaps.ready import write_errors

if TYPE_CHECKING:
    from carbonroad.cli.roadmaps.choosing import Chosen
    from carbonroad.findings import Finding
    from carbonroad.project import Project
    from carbonroad.render.site.choice import Choice


class Wanted(NamedTuple):
    """What `render` is asked for.

    Attributes:
        paths: The roadmaps, as typed.
        as_of: The data date; None for each one's own.
        choice: What of them.
        asked: How they are drawn.
        languages: Tags; empty for each one's own.
        output: The folder to write to.
        keep_going: Whether to render roadmaps with errors.
        jobs: How many processes; None for as many as are worth it.
        cached: Whether earlier runs may be remembered.
    """

    paths: list[str]
    as_of: date | None
    choice: "Choice"
    asked: Asked
    languages: tuple[str, ...]
    output: str
    keep_going: bool
    jobs: int | None
    cached: bool


class Head(NamedTuple):
    """What must be known of a roadmap before any pages are made: its languages, and whether it has errors."""

    languages: tuple[str, ...]
    errors: bool
    warnings: int


def check_parts(console: Console, names: Sequence[str], chosen: "Sequence[Chosen]") -> None:
    """Refuse names of `--industry` that none of the roadmaps has; `top` is the whole."""
    known: dict[str, None] = {}
    for one in chosen:
        known |= dict.fromkeys((*(("top",) if one.folder.top is not None else ()), *one.folder.files))
    for name in names:
        check_word(console, "--industry", name, list(known))


def refuse_errors(
    console: Console, wanted: Wanted, findings: "Sequence[Finding]", paths: tuple[str, ...]
) -> None:
    """Show errors, which end the run unless it is to keep going."""
    from carbonroad.source.text import read_for_display

    write_errors(console, findings, paths, read_for_display)
    if not wanted.keep_going:
        raise typer.Exit(FINDINGS)


def head_of(project: "Project", languages: tuple[str, ...]) -> Head:
    """Return what must be known of a loaded roadmap."""
    from carbonroad.findings import Severity

    warnings = sum(finding.severity is Severity.warning for finding in project.findings)
    return Head(languages or project.languages, bool(project.errors), warnings)
