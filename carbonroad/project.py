"""The one seam of the command line, editors and tests: load a roadmap and everything computed from it."""

import os
from collections.abc import Mapping
from copy import copy
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from carbonroad.base.collector import collector_paused
from carbonroad.base.record import NamedTuple
from carbonroad.checking.baseline import Entry, baseline_of, entries_of, is_lone, leads_outside
from carbonroad.checking.bounding import bounded, told_of
from carbonroad.checking.echoes import without_echoes
from carbonroad.checking.files import (
    Loaded,
    folder_findings,
    holes_of,
    read_file,
    read_source,
    together,
)
from carbonroad.checking.judging import Subject, judge
from carbonroad.checking.settings import Settings
from carbonroad.compute.facts import Facts, compute_facts
from carbonroad.findings import Finding, Severity, sort_key
from carbonroad.link.assemble import link
from carbonroad.link.family import NO_FAMILY, Family, Handed
from carbonroad.link.gathered import Gathered
from carbonroad.link.system import System
from carbonroad.link.unsure import sound
from carbonroad.model.roadmap import TOP, RoadmapFile
from carbonroad.read.files import RESERVED
from carbonroad.rules import checks_for
from carbonroad.source.folder import Folder
from carbonroad.source.text import SourceText, from_bytes, from_string, read_for_display

if TYPE_CHECKING:
    from carbonroad.checking.files import Reading
    from carbonroad.checking.remembered import Memory


class Checks(NamedTuple):
    """What a call says of the checks, over what the roadmap says.

    Attributes:
        settings: As under `validate`.
        baseline: Its file; None for the one beside the roadmap, empty for none.
    """

    settings: Settings = Settings()
    baseline: str | None = None


USUAL = Checks()


class Checked:
    """What was found in one roadmap.

    Attributes:
        folder: Its files.
        items: How many rows its timetable has.
        as_of: The data date.
        languages: Those of its documents.
        found: Every finding of reading, linking and the rules, in order of path and place.
        findings: Those that count once settings, suppressions and the baseline are applied.
        suppressed: Those that do not, each with the reason.
        settings: The roadmap's own settings of its checks.
        baseline: The baseline; None where there is none.
        stale: Its entries that nothing is found of any more.
        checks: Whether a rule is checked in a file, by its code and the file's path.
        complete: Whether every file could be read.
        handed: What it hands to its parent.
    """

    def __init__(
        self,
        folder: Folder,
        system: System,
        facts: Facts,
        loaded: Loaded,
        checks: Checks,
        memory: "Memory | None" = None,
    ) -> None:
        self.folder = folder
        self.items = len(system.items)
        self.as_of = system.as_of
        self.languages = system.languages
        self.complete = loaded.complete
        self._sources = loaded.sources
        above = system.family.ancestors
        self._above = tuple(file.path for file in above)
        self.handed = _handed(system, facts, complete=loaded.complete)
        ruled = bounded(
            (finding for rule in checks_for(system) for finding in rule.check(system, facts))
            if memory is None
            else memory.rules.findings(system, facts)
        )
        found = [*loaded.findings, *(sound(ruled, loaded.holes, folder.top) if loaded.holes else ruled)]
        if above:  # what is wrong with what is inherited is said where it is declared
            found = [finding for finding in found if finding.span.path not in self._above]
        self.found = tuple(told_of(sorted(without_echoes(found), key=sort_key)))
        self.baseline = baseline_of(folder, checks.baseline, loaded.sources)
        verdict = judge(
            Subject(
                found=self.found,
                settings=loaded.settings,
                top=folder.top,
                comments=loaded.comments,
                paths=self.paths,
                as_of=system.as_of,
                complete=loaded.complete,
                baseline=self.baseline,
                whole=not self.lone,
                text=self.text,
            ),
            checks.settings,
        )
        self.findings = verdict.findings
        self.suppressed = verdict.suppressed
        self.settings = verdict.settings
        self.stale = verdict.stale
        self.checks = verdict.checks

    @property
    def errors(self) -> int:
        """How many findings that count are errors."""
        return sum(finding.severity is Severity.error for finding in self.findings)

    @property
    def paths(self) -> tuple[str, ...]:
        """Its files as findings name them, the top file first."""
        return (*((self.folder.top,) if self.folder.top is not None else ()), *self.folder.files.values())

    @property
    def beside(self) -> tuple[str, ...]:
        """Further files that findings may be about: the baseline, and what is inherited from."""
        shown = self.baseline is not None and not leads_outside(self.baseline.path)
        return (*((self.baseline.path,) if self.baseline is not None and shown else ()), *self._above)

    @property
    def lone(self) -> bool:
        """Whether it is one file without a folder of its own."""
        return is_lone(self.folder)

    def limited(self) -> tuple[Finding, ...]:
        """The findings that concern what was asked for: all, or those of one file."""
        only = self.folder.only
        if only is None:
            return self.findings
        path = self.folder.top if only == TOP else self.folder.files.get(only)
        return tuple(finding for finding in self.findings if finding.span.path == path)

    def text(self, path: str) -> SourceText | None:
        """The text of one of its files, to show findings in; read anew, unless it never was a file."""
        known = self._sources.get(path)
        if known is not None:
            return known
        if self.baseline is not None and path == self.baseline.path:
            return self.baseline.source
        return read_for_display(path)

    def baseline_entries(self) -> list[Entry]:
        """What a baseline would hold that is written now."""
        return entries_of(self.found, self.findings + self.suppressed, self.text)


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
        self.facts = compute_facts(system)
        super().__init__(folder, system, self.facts, loaded, checks, memory)

    def checked(self) -> Checked:
        """Return what was found alone, so that the rest can be forgotten: the next roadmap needs its room."""
        kept = copy(self)
        del kept.system, kept.facts
        kept.__class__ = Checked  # type: ignore[assignment]
        return kept


def _handed(system: System, facts: Facts, *, complete: bool) -> Handed:
    """What it hands up; a roadmap without a parent hands on nothing."""
    if system.parent is None:
        return Handed(system.name)
    from carbonroad.compute.division.handed import hand_up

    return hand_up(system, facts.series_of, complete=complete)


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
        return _handed(system, compute_facts(system), complete=loaded.complete)


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
