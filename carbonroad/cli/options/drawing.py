"""How the documents are drawn: what `render` is asked for, held against each roadmap."""

from typing import TYPE_CHECKING, Annotated

import typer

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console
from carbonroad.cli.options.bodies import body_named
from carbonroad.cli.options.lists import check_word

if TYPE_CHECKING:
    from carbonroad.link.system import System
    from carbonroad.views.options import Options

Against = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar="REV|FOLDER",
        help="Draw where everything stood in a git revision, such as HEAD~3, or in another folder.",
    ),
]


class Asked(NamedTuple):
    """The options as typed."""

    phase: str | None
    axis: str
    frame: str
    owner: str | None
    mermaid: bool
    period: str = "quarter"
    against: str | None = None


def options_for(console: Console, asked: Asked, system: "System") -> "Options":
    """Return the options of one roadmap; a phase or body that it does not have ends the run."""
    from carbonroad.compute.reviews.period_review import PERIODS
    from carbonroad.views.options import AXES, FRAMES, Options

    check_word(console, "--axis", asked.axis, AXES)
    check_word(console, "--frame", asked.frame, FRAMES)
    check_word(console, "--period", asked.period, tuple(PERIODS))
    phase = ""
    if asked.phase is not None:
        phase = asked.phase.strip()
        known = [one.id for one in system.phases]
        if not known:
            console.refuse(
                say("{roadmap} declares no phases.", roadmap=system.name), say("leave out --phase")
            )
        check_word(console, "--phase", phase, known)
    owner = body_named(console, asked.owner, system)
    return Options(phase, asked.axis, asked.frame, owner, asked.mermaid, asked.period)
