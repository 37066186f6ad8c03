"""One side of a comparison: a roadmap, on disk or in a revision."""

import os
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.findings import Finding
from carbonroad.source.folder import Folder
from carbonroad.source.git.refused import NoRevision
from carbonroad.source.text import SourceText


class RoadmapAbove(NamedTuple):
    """A roadmap that another one has as its parent, and its top file, as a path to show."""

    name: str
    top: str


class Side(NamedTuple):
    """A roadmap to compare: what `project.load` takes, and where it comes from.

    Attributes:
        folder: Its files. Those of a revision are called such as `HEAD~3:roadmaps/china/steel.yaml`.
        texts: Texts that stand for files on disk, by path as shown; a finding where there is no text.
        label: What the side is called: the revision, or the folder as given.
        commit: Full id of the commit; empty for a folder on disk.
        day: When the commit was made; None for a folder on disk.
        note: A sentence for the user on how the words were understood; empty where they were clear.
        above: In a revision, the roadmaps above, the nearest first.
        parted: Whether one above is missing there.
    """

    folder: Folder
    texts: Mapping[str, SourceText | Finding] = MappingProxyType({})
    label: str = ""
    commit: str = ""
    day: date | None = None
    note: str = ""
    above: tuple[RoadmapAbove, ...] = ()
    parted: bool = False


def one_of(roadmaps: list[Folder], name: str, where: str) -> Folder | NoRevision:
    """Return the only roadmap, or the one of a name."""
    if len(roadmaps) == 1:
        return roadmaps[0]
    named = [one for one in roadmaps if one.name == name]
    if named:
        return named[0]
    return NoRevision(
        say(
            "{where} holds {n} roadmaps: {names}.",
            where=where,
            n=len(roadmaps),
            names=", ".join(one.name for one in roadmaps),
        ),
        say("name one of them, such as {example}", example=roadmaps[0].path),
    )


def name_of(folder: str) -> str:
    """Return the name of a roadmap in a folder."""
    return os.path.basename(os.path.abspath(folder or "."))
