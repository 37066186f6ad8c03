"""From the paths of a call to the roadmaps to read."""

import os

from carbonroad.base.os_reasons import reason_of
from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console
from carbonroad.source.folder import BEGIN, Folder, NoRoadmap, find_roadmaps, search_upwards

STANDARD_INPUT = "-"


class Chosen(NamedTuple):
    """One roadmap to read.

    Attributes:
        folder: Its files.
        only: The files that findings and pages are limited to, empty for all.
        listed: Whether it was found in a folder of roadmaps, so that its pages stand below its name.
    """

    folder: Folder
    only: tuple[str, ...] = ()
    listed: bool = False

    @property
    def files(self) -> int:
        """How many files are looked at."""
        return len(self.only) or len(self.folder.files) + (self.folder.top is not None)


def choose(paths: list[str], *, below: bool = True) -> list[Chosen] | NoRoadmap:
    """Return the roadmaps that paths name, each once; without paths the nearest from here upwards.

    Args:
        paths: As typed.
        below: Whether the folder of a roadmap names those below it too.
    """
    if not paths:
        nearest = search_upwards(".")
        if nearest is None:
            return NoRoadmap(
                say("There is no roadmap here or in a folder above."),
                say("name a folder; {begin}", begin=BEGIN),
            )
        paths = [nearest]
    chosen: dict[str, Chosen] = {}
    for path in paths:
        found = _find(path)
        if isinstance(found, NoRoadmap):
            return found
        if not below and found[0].path == path:
            found = found[:1]
        for folder in found:
            key = os.path.realpath(folder.path or ".")
            one = Chosen(
                folder._replace(only=None),
                () if folder.only is None else (path,),
                folder.top is not None and folder.only is None and (len(found) > 1 or folder.path != path),
            )
            chosen[key] = _joined(chosen[key], one) if key in chosen else one
    return list(chosen.values())


def roadmaps_named(console: Console, paths: list[str], *, below: bool = True) -> list[Chosen]:
    """Return the roadmaps that paths name, as `choose` does; paths that name none end the run."""
    chosen = choose(paths, below=below)
    if isinstance(chosen, NoRoadmap):
        console.refuse(chosen.message, chosen.help)
    return chosen


def _find(path: str) -> list[Folder] | NoRoadmap:
    if not path:
        return NoRoadmap(say("An empty path names no roadmap."), say("name a folder or a file"))
    try:
        return find_roadmaps(path)
    except OSError as error:
        return NoRoadmap(
            say("{path} cannot be read: {reason}.", path=error.filename or path, reason=reason_of(error)),
            say("check the path and its permissions"),
        )


def _joined(first: Chosen, second: Chosen) -> Chosen:
    """Two choices of one roadmap: all of it if either asks for all."""
    if not first.only or not second.only:
        return first._replace(only=())
    return first._replace(only=tuple(dict.fromkeys((*first.only, *second.only))))
