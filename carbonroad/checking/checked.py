"""What was found in one roadmap: the rules over what was linked, and what decides which findings count."""

from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.checking.baseline import Entry, baseline_of, entries_of, is_lone, leads_outside
from carbonroad.checking.bounding import bounded, told_of
from carbonroad.checking.echoes import without_echoes
from carbonroad.checking.files import Loaded
from carbonroad.checking.judging import Subject, judge
from carbonroad.checking.settings import Settings
from carbonroad.checking.unread import sound
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Severity, sort_key
from carbonroad.link.family import Handed
from carbonroad.link.system import System
from carbonroad.model.roadmap import TOP
from carbonroad.rules import checks_for
from carbonroad.source.folder import Folder
from carbonroad.source.text import SourceText, read_for_display

if TYPE_CHECKING:
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
        self.handed = handed_of(system, facts, complete=loaded.complete)
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


def handed_of(system: System, facts: Facts, *, complete: bool) -> Handed:
    """Return what a roadmap hands to its parent; one without a parent hands on nothing."""
    if system.parent is None:
        return Handed(system.name)
    from carbonroad.compute.allocation.handed import hand_up

    return hand_up(system, facts.series_of, complete=complete)
