"""How the documents are drawn: what `render` is asked for, held against each roadmap."""

from typing import TYPE_CHECKING, Annotated

import typer

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console
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
    phase = owner = ""
    if asked.phase is not None:
        phase = asked.phase.strip()
        known = [one.id for one in system.phases]
        if not known:
            console.refuse(
                say("{roadmap} declares no phases.", roadmap=system.name), say("leave out --phase")
            )
        check_word(console, "--phase", phase, known)
    if asked.owner is not None:
        owner = body_called(console, asked.owner.strip(), system)
    return Options(phase, asked.axis, asked.frame, owner, asked.mermaid, asked.period)


def body_called(console: Console, name: str, system: "System") -> str:
    """Return the id of the body that `--owner` names, or its words; one that nothing names ends the run."""
    bodies = _bodies(system)
    if not bodies:
        console.refuse(say("{roadmap} names no bodies.", roadmap=system.name), say("leave out --owner"))
    if name not in bodies and name.casefold() not in bodies:
        _refuse_body(console, name, system, bodies)
    return bodies.get(name) or bodies[name.casefold()]


def known_body(name: str, system: "System") -> str:
    """Return the id of a body by any of its names, or its words; empty for one that nothing names."""
    bodies = _bodies(system)
    return bodies.get(name) or bodies.get(name.casefold()) or ""


def _bodies(system: "System") -> dict[str, str]:
    """What a body may be called → its id, or its words where it is not declared; small letters do as well."""
    found: dict[str, str] = {}
    for body in system.organisations.values():
        texts = (*body.short, body.title)
        for name in (body.id, *(words for text in texts for _, words in text.entries)):
            found.setdefault(name, body.id)
    for item in system.items.values():
        for party in (*item.parties.owner, *item.parties.lead, *item.parties.support):
            found.setdefault(party.words, party.id or party.words)
    for name in list(found):
        found.setdefault(name.casefold(), found[name])
    return found


def _refuse_body(console: Console, name: str, system: "System", bodies: dict[str, str]) -> None:
    from carbonroad.base.texts.nearest import nearest

    ids = list(dict.fromkeys(bodies.values()))
    close = nearest(name, bodies) or nearest(name, ids)  # a body's names may be too near to one another
    known = ", ".join(ids)
    console.refuse(
        say('{option} does not know "{word}".', option="--owner", word=name),
        say('did you mean "{close}"?', close=close)
        if close
        else say("{roadmap} knows: {names}", roadmap=system.name, names=known),
    )
