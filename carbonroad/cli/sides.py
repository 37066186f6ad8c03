"""What a roadmap is compared with: an earlier one, from a folder or a git revision."""

from datetime import date
from typing import TYPE_CHECKING

import typer

from carbonroad.base.texts.said import say
from carbonroad.cli.codes import FINDINGS
from carbonroad.cli.console import Console
from carbonroad.cli.rendering.ready import show_errors

if TYPE_CHECKING:
    from carbonroad.project import Project
    from carbonroad.source.git.side import Side


def side_named(console: Console, words: str, folder: str) -> "Side":
    """Return the one roadmap that words name; what they do not name ends the run with exit code 2.

    Args:
        console: Where to say so.
        words: A folder, a file, a git revision or `REVISION:PATH`.
        folder: The roadmap's folder now, for a revision without a path.
    """
    from carbonroad.source.git.refused import NoRevision
    from carbonroad.source.git.revision import side_of

    side = side_of(words, folder)
    if isinstance(side, NoRevision):
        console.refuse(side.message, side.help)
    if side.note:
        console.note(side.note)
    return side


def load_side(console: Console, side: "Side", as_of: date | None = None) -> "Project":
    """Load one side. If it cannot be read whole, its errors are shown and the run ends with exit code 1.

    Args:
        console: Where to say so.
        side: As named.
        as_of: Its data date; None for what it says itself, else the day of the commit, else today.
    """
    from carbonroad.batch.families import family_in_past
    from carbonroad.cli.clock import today
    from carbonroad.project import load

    console.progress(say("reading {name}", name=side.folder.path or "."))
    family = family_in_past(side)
    project = load(side.folder, as_of, side.day or today(), texts=side.texts, family=family)
    if not project.complete:  # what was not read would count as added or dropped
        show_errors(console, [project])
        raise typer.Exit(FINDINGS)
    return project
