"""How `export` asks for a calendar: events or to-dos, when they are called to mind, one for each owner."""

import enum
from typing import TYPE_CHECKING, Annotated

import typer

from carbonroad.base.texts.refusal import Refusal
from carbonroad.cli.console import Console

if TYPE_CHECKING:
    from carbonroad.base.times.durations import Duration


class Entries(enum.Enum):
    """What deadlines are in a calendar."""

    event = "event"
    todo = "todo"


class Per(enum.Enum):
    """What each file of several is for."""

    owner = "owner"


AsOption = Annotated[
    Entries | None,
    typer.Option("--as", help="In a calendar: all-day events, or to-dos. Default: event."),
]
AlarmOption = Annotated[
    str | None,
    typer.Option(
        "--alarm",
        metavar="TIMES",
        help="In a calendar: how long before each deadline to call it to mind, such as 30d,7d or 3mo; none. "
        "Default: 30d.",
    ),
]
PerOption = Annotated[
    Per | None,
    typer.Option("--per", help="A calendar for each body that owns or leads something; needs a folder."),
]


def alarms_of(console: Console, typed: str | None) -> "tuple[Duration, ...] | None":
    """Return the times that `--alarm` asks for, None for the usual; what cannot be read ends the run."""
    if typed is None:
        return None
    from carbonroad.export.ics.alarms import read_alarms

    found = read_alarms(typed)
    if isinstance(found, Refusal):
        console.refuse(found.message, found.hint)
    return found
