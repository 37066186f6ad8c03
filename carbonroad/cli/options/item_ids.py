"""The items that a call names by their ids, as the format looks ids up."""

from typing import TYPE_CHECKING, NoReturn

from carbonroad.base.texts.folding import as_id
from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console

if TYPE_CHECKING:
    from carbonroad.link.system import System


def find_item(console: Console, option: str, text: str, system: "System", home: str = "") -> str:
    """Return the qualified id of an item; one that is not known ends the run with what was perhaps meant.

    Args:
        console: Where a refusal is said.
        option: The option that names it.
        text: The id as typed: qualified, or bare for one of the home's or of the top file.
        system: The roadmap.
        home: The part in which bare ids are looked up first; empty for none.
    """
    from carbonroad.link.names import meant_by

    only = system.parts[0].id if len(system.parts) == 1 else ""
    tried = (meant_by(text, part, system.items) for part in (home, only))
    found = next(filter(None, tried), None)
    if found is None:
        _refuse(console, option, as_id(text), system)
    return found


def _refuse(console: Console, option: str, typed: str, system: "System") -> NoReturn:
    from carbonroad.base.texts.nearest import Spelling
    from carbonroad.read.phrases import did_you_mean

    local = typed.partition(".")[2] or typed
    near = list(Spelling(system.items).near(typed).words) if local != typed else []
    near = near or [ref for ref in system.items if ref.partition(".")[2] == local][:5]
    if not near:
        bare = Spelling(ref.partition(".")[2] for ref in system.items).near(local).words
        near = [ref for ref in system.items if ref.partition(".")[2] in bare][:5]
    known = [part.id for part in system.parts]
    console.refuse(
        say('{option}: there is no milestone, work or target "{id}".', option=option, id=typed),
        did_you_mean(near)
        if near
        else say(
            "write its id with its file's name, such as {example}; there are {names}",
            example=next(iter(system.items), "steel.M1"),
            names=", ".join(known),
        ),
    )
