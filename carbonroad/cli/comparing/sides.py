"""What a roadmap is compared with: an earlier one, from a folder or a git revision."""

from datetime import date
from typing import TYPE_CHECKING

from carbonroad.cli.console import Console

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


def load_side(side: "Side", as_of: date | None = None) -> "Project":
    """Load one side, with what the roadmaps above it gave it then.

    Args:
        side: As named.
        as_of: Its data date; None for what it says itself, else the day of the commit, else today.
    """
    from carbonroad.batch.families import family_in_past
    from carbonroad.cli.clock import today
    from carbonroad.project import load

    family = family_in_past(side)
    return load(side.folder, as_of, side.day or today(), texts=side.texts, family=family)
