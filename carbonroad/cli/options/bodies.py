"""What `--owner` names: a body, by its id, by any of its names, or by the words that a file has for it."""

from typing import TYPE_CHECKING, NoReturn

from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console

if TYPE_CHECKING:
    from carbonroad.link.system import System


def body_named(console: Console, asked: str | None, system: "System") -> str:
    """Return the id of the body named, or its words; empty where none is asked for.

    A body that the roadmap does not name ends the run.
    """
    if asked is None:
        return ""
    name = asked.strip()
    found = known_body(name, system)
    if not found:
        _refuse(console, name, system)
    return found


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


def _refuse(console: Console, name: str, system: "System") -> NoReturn:
    from carbonroad.base.texts.nearest import nearest

    bodies = _bodies(system)
    if not bodies:
        console.refuse(say("{roadmap} names no bodies.", roadmap=system.name), say("leave out --owner"))
    ids = list(dict.fromkeys(bodies.values()))
    close = nearest(name, bodies) or nearest(name, ids)  # a body's names may be too near to one another
    console.refuse(
        say('{option} does not know "{word}".', option="--owner", word=name),
        say('did you mean "{close}"?', close=close)
        if close
        else say("{roadmap} knows: {names}", roadmap=system.name, names=", ".join(ids)),
    )
