"""The one seam of the command line, editors and tests: load a roadmap and everything computed from it."""

import os
from collections.abc import Mapping
from copy import copy
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from carbonroad.base.collector import collector_paused
from carbonroad.checking.checked import USUAL, Checked, Checks, handed_of
from carbonroad.checking.files import (
    Loaded,
    folder_findings,
    holes_of,
    read_file,
    read_source,
    together,
)
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding
from carbonroad.link.assemble import link
from carbonroad.link.family import NO_FAMILY, Family, Handed
from carbonroad.link.gathered import Gathered
from carbonroad.link.system import System
from carbonroad.model.roadmap import RoadmapFile
from carbonroad.read.files import RESERVED
from carbonroad.source.folder import Folder
from carbonroad.source.text import SourceText, from_bytes, from_string

if TYPE_CHECKING:
    from carbonroad.checking.files import Reading
    from carbonroad.checking.remembered import Memory


class Project(Checked):
    """One roadmap, loaded: what was found, its system and what is computed from it.

    Attributes:
        system: Linked; without what could not be read.
        facts: Schedule, statuses and balance, each computed when it is first asked for.
    """

    def __init__(
        self,
        folder: Folder,
        system: System,
        loaded: Loaded,
        checks: Checks,
        memory: "Memory | None" = None,
    ) -> None:
        self.system = system
        self.facts = Facts(system)
        super().__init__(folder, system, self.facts, loaded, checks, memory)

    def checked(self) -> Checked:
        """Return what was found alone, so that the rest can be forgotten: the next roadmap needs its room."""
        kept = copy(self)
        del kept.system, kept.facts
        kept.__class__ = Checked  # type: ignore[assignment]
        return kept


def load(
    folder: Folder,
    as_of: date | None,
    today: date,
    checks: Checks = USUAL,
    texts: Mapping[str, SourceText | Finding] = MappingProxyType({}),
    family: Family = NO_FAMILY,
    memory: "Memory | None" = None,
) -> Project:
    """Read, link and check one roadmap. Mistakes in its files are findings, never exceptions.

    Args:
        folder: What `find_roadmaps` gave.
        as_of: The data date asked for; overrides the roadmap's own.
        today: The data date where neither says one.
        checks: What the call says of the checks.
        texts: What stands for what is on disk, by path as shown: a text, or why there is none.
        family: The roadmaps above and below, as `batch.families` finds them.
        memory: What is remembered of an earlier state of the same roadmap, and will be of this one.
    """
    with collector_paused():
        reading = read_file if memory is None else memory.reading
        system, loaded = _linked(folder, as_of, today, texts, family, reading, memory)
        return Project(folder, system, loaded, checks, memory)


def hand_up(
    folder: Folder,
    as_of: date | None,
    today: date,
    texts: Mapping[str, SourceText | Finding],
    family: Family,
    reading: "Reading" = read_file,
) -> Handed:
    """Return what a roadmap hands to its parent, without checking it; for the arguments see `load`."""
    with collector_paused():
        system, loaded = _linked(folder, as_of, today, texts, family, reading)
        return handed_of(system, Facts(system), complete=loaded.complete)


def _linked(
    folder: Folder,
    as_of: date | None,
    today: date,
    texts: Mapping[str, SourceText | Finding],
    family: Family,
    reading: "Reading",
    memory: "Memory | None" = None,
) -> tuple[System, Loaded]:
    alone = folder.top is None
    top = reading(folder.top, texts, alone=False) if folder.top is not None else None
    read_files = {name: reading(path, texts, alone=alone) for name, path in folder.files.items()}
    texts_of = {os.path.basename(folder.files[name]): one.text for name, one in read_files.items()}
    if top is not None and folder.top is not None:
        texts_of[os.path.basename(folder.top)] = top.text
    gathered = Gathered(
        name=folder.name,
        path=folder.path,
        top=top.file if top is not None else None,
        has_top=folder.top is not None,
        files={
            name: one.file
            for name, one in read_files.items()
            # A file with a name of the program's own is reported, and would take the place of its pages.
            if one.file is not None and name.lower() not in RESERVED
        },
        unread=frozenset(name for name, one in read_files.items() if one.file is None),
        texts=texts_of,
        holes=holes_of(top, read_files),
        family=family,
    )
    system, linked = link(gathered, as_of, today, None if memory is None else memory.links)
    every = [*([top] if top is not None else []), *read_files.values()]
    return system, together(every, [*folder_findings(folder), *family.problems, *linked], texts)


def load_text(data: bytes, shown: str, as_of: date | None, today: date, checks: Checks = USUAL) -> Project:
    """Read, link and check one file that stands alone and is not on disk, such as standard input.

    Args:
        data: Its bytes.
        shown: What findings call it.
        as_of: As for `load`.
        today: As for `load`.
        checks: As for `load`.
    """
    source = from_bytes(data, shown)
    one = read_source(source, alone=True)
    file, name = one.file, "text"
    if file is not None:
        written = file.part.place.fields.get("industry")
        if written is not None and isinstance(source, SourceText):
            name = source.text[written[2] : written[3]].strip("\"' ") or name
        file = RoadmapFile(file.path, file.part._replace(id=name), file.declarations)
    gathered = Gathered(
        name=name,
        path=shown,
        top=None,
        has_top=False,
        files={} if file is None else {name: file},
        unread=frozenset() if file is not None else frozenset((name,)),
        texts={shown: one.text},
        holes={name: one.holes} if one.holes else {},
    )
    system, linked = link(gathered, as_of, today)
    # It has no file name that could be wrong, or that `industry` could differ from.
    unnamed = {("file-name-differs", "industry"), ("invalid-id", "industry")}
    findings = [finding for finding in one.findings if (finding.name, finding.pointer) not in unnamed]
    kept = source if isinstance(source, SourceText) else from_string(data.decode("utf-8", "replace"), shown)
    loaded = together([one._replace(findings=findings)], linked, {shown: kept})
    return Project(Folder(name, shown, None, {name: shown}), system, loaded, checks)
