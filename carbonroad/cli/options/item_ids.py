"""The items that a call names by their ids, as the format looks ids up."""

import unicodedata
from typing import TYPE_CHECKING, NoReturn

from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console

if TYPE_CHECKING:
    from carbonroad.link.system import System

_TOP_NAMES = ("top", "总体")


def find_item(console: Console, option: str, text: str, system: "System", home: str = "") -> str:
    """Return the qualified id of an item; one that is not known ends the run with what was perhaps meant.

    Args:
        console: Where a refusal is said.
        option: The option that names it.
        text: The id as typed: qualified, or bare for one of the home's or of the top file.
        system: The roadmap.
        home: The part in which bare ids are looked up first; empty for none.
    """
    typed = unicodedata.normalize("NFC", text.strip())
    head, dot, rest = typed.partition(".")
    if dot and head in _TOP_NAMES:
        typed = f"top.{rest}"
    only = system.parts[0].id if len(system.parts) == 1 else ""
    tried = (typed, *(f"{part}.{typed}" for part in (home, only, "top") if part))
    found = next((ref for ref in tried if ref in system.items), None)
    if found is None:
        _refuse(console, option, typed, system)
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
