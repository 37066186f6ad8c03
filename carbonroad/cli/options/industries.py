"""What `--industry` names: parts of roadmaps, by id or by title."""

from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console
from carbonroad.cli.options.lists import Lists, check_word, read_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carbonroad.cli.roadmaps.ready import Ready
    from carbonroad.link.system import System


def limited_to(console: Console, asked: Lists, ready: "Sequence[Ready]") -> "list[Ready]":
    """Return the roadmaps limited to the industries named, else to those of the files that the call names.

    A roadmap that has none of them is left out; a name that no roadmap has ends the run.
    """
    wanted = parts_named(console, asked, [one.project.system for one in ready])
    if not wanted:
        return list(ready)
    found = []
    for one in ready:
        system = one.project.system
        parts = tuple(part.id for part in system.parts if part.id in wanted)
        if parts:
            found.append(one._replace(parts=parts))
        else:
            console.note(say("{roadmap} has none of these industries and is left out.", roadmap=system.name))
    return found


def parts_named(console: Console, asked: Lists, systems: "Iterable[System]") -> frozenset[str]:
    """Return the ids of the parts named, none where nothing is; a name that no part has ends the run."""
    ids: dict[str, str] = {}
    titled: dict[str, set[str]] = {}
    for system in systems:
        for part in system.parts:
            ids.setdefault(part.id.casefold(), part.id)
            for _, title in part.title.entries:
                titled.setdefault(title.casefold(), set()).add(part.id)
    found: set[str] = set()
    for name in read_list(console, "--industry", asked):
        word = name.casefold()
        if word not in ids and word not in titled:
            check_word(console, "--industry", name, list(ids.values()))
        found |= {ids[word]} if word in ids else titled[word]
    return frozenset(found)
