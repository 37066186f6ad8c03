"""The one seam of the command line, editors and tests: load a roadmap and everything computed from it."""

import os
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import NamedTuple

from carbonroad.compute.facts import Facts, compute_facts
from carbonroad.findings import Finding, Severity, Span, sort_key
from carbonroad.link.assemble import Gathered, link
from carbonroad.link.bench import Bench
from carbonroad.link.system import System
from carbonroad.model.roadmap import TOP, RoadmapFile
from carbonroad.read.core import Reader
from carbonroad.read.files import read_industry, read_top
from carbonroad.rules import ALL
from carbonroad.source.folder import Folder
from carbonroad.source.parse import parse
from carbonroad.source.text import SourceText, read, read_for_display


class _Read(NamedTuple):
    file: RoadmapFile | None
    digest: str
    findings: list[Finding]


class Project:
    """One roadmap, loaded: its system, what is computed from it, and every finding.

    Attributes:
        folder: Its files.
        system: Linked; without what could not be read.
        findings: Of reading, linking and the rules, in order of path and place.
    """

    def __init__(self, folder: Folder, system: System, findings: Iterable[Finding]) -> None:
        self.folder = folder
        self.system = system
        found = [*findings, *(f for rule in ALL for f in rule.check(system, self.facts))]
        self.findings = tuple(sorted(found, key=sort_key))

    @cached_property
    def facts(self) -> Facts:
        """Schedule, statuses and balance."""
        return compute_facts(self.system)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.severity is Severity.error for finding in self.findings)

    def limited(self) -> tuple[Finding, ...]:
        """The findings that concern what was asked for: all, or those of one file."""
        only = self.folder.only
        if only is None:
            return self.findings
        path = self.folder.top if only == TOP else self.folder.files.get(only)
        return tuple(finding for finding in self.findings if finding.span.path == path)

    def text(self, path: str) -> SourceText | None:
        """The text of one of its files, to show findings in; read anew."""
        return read_for_display(path)


def load(folder: Folder, as_of: date | None, today: date) -> Project:
    """Read, link and check one roadmap. Mistakes in its files are findings, never exceptions.

    Args:
        folder: What `find_roadmaps` gave.
        as_of: The data date asked for; overrides the roadmap's own.
        today: The data date where neither says one.
    """
    findings = _folder_findings(folder)
    alone = folder.top is None
    top = _read_file(folder.top, alone=False) if folder.top is not None else None
    read_files = {name: _read_file(path, alone=alone) for name, path in folder.files.items()}
    for one in ([top] if top is not None else []) + list(read_files.values()):
        findings.extend(one.findings)
    digests = {os.path.basename(folder.files[name]): one.digest for name, one in read_files.items()}
    if top is not None and folder.top is not None:
        digests[os.path.basename(folder.top)] = top.digest
    gathered = Gathered(
        name=folder.name,
        path=folder.path,
        top=top.file if top is not None else None,
        has_top=folder.top is not None,
        files={name: one.file for name, one in read_files.items() if one.file is not None},
        unread=frozenset(name for name, one in read_files.items() if one.file is None),
        digests=digests,
    )
    system, linked = link(gathered, as_of, today)
    return Project(folder, system, findings + linked)


def _read_file(path: str, *, alone: bool) -> _Read:
    source = read(path)
    if isinstance(source, Finding):
        return _Read(None, "", [source])
    parsed = parse(source)
    if parsed.root is None:
        return _Read(None, source.sha256, list(parsed.findings))
    reader = Reader(path)
    is_top = os.path.basename(path) == "carbonroad.yaml"
    file = read_top(reader, parsed.root) if is_top else read_industry(reader, parsed.root, alone=alone)
    return _Read(file, source.sha256, [*parsed.findings, *reader.findings])


def _folder_findings(folder: Folder) -> list[Finding]:
    bench = Bench()
    for name, first, second in folder.doubles:
        bench.report(
            "two-files-of-one-name",
            Span(second, 0, 0),
            f'{os.path.basename(first)} and {os.path.basename(second)} are both files of "{name}".',
            label="second file",
            help_="keep one of the two",
        )
    for file in folder.outside:
        bench.report(
            "file-leads-outside",
            Span(file, 0, 0),
            f"{os.path.basename(file)} is a link that leads out of the roadmap's folder; it was not read.",
            label="not read",
            help_="copy the file into the folder",
        )
    return bench.findings
