"""The one seam of the command line, editors and tests: load a roadmap and everything computed from it."""

import gc
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from typing import NamedTuple

from carbonroad.compute.facts import Facts, compute_facts
from carbonroad.findings import Finding, Severity, Span, sort_key
from carbonroad.link.assemble import link
from carbonroad.link.bench import Bench
from carbonroad.link.gathered import Gathered
from carbonroad.link.system import System
from carbonroad.model.roadmap import TOP, RoadmapFile
from carbonroad.read.core import Reader
from carbonroad.read.files import RESERVED, read_industry, read_top
from carbonroad.rules import ALL
from carbonroad.source.folder import Folder
from carbonroad.source.parse import parse
from carbonroad.source.text import SourceText, from_bytes, from_string, read, read_for_display


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

    def __init__(
        self, folder: Folder, system: System, findings: Iterable[Finding], source: SourceText | None = None
    ) -> None:
        self.folder = folder
        self.system = system
        self._source = source
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

    @property
    def paths(self) -> tuple[str, ...]:
        """Its files as findings name them, the top file first."""
        return (*((self.folder.top,) if self.folder.top is not None else ()), *self.folder.files.values())

    def limited(self) -> tuple[Finding, ...]:
        """The findings that concern what was asked for: all, or those of one file."""
        only = self.folder.only
        if only is None:
            return self.findings
        path = self.folder.top if only == TOP else self.folder.files.get(only)
        return tuple(finding for finding in self.findings if finding.span.path == path)

    def text(self, path: str) -> SourceText | None:
        """The text of one of its files, to show findings in; read anew, unless it never was a file."""
        return self._source or read_for_display(path)


def load(folder: Folder, as_of: date | None, today: date) -> Project:
    """Read, link and check one roadmap. Mistakes in its files are findings, never exceptions.

    Args:
        folder: What `find_roadmaps` gave.
        as_of: The data date asked for; overrides the roadmap's own.
        today: The data date where neither says one.
    """
    with _collector_paused():
        return _load(folder, as_of, today)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the cycle collector out of a load: all that is built stays, so its passes are for nothing."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _load(folder: Folder, as_of: date | None, today: date) -> Project:
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
        files={
            name: one.file
            for name, one in read_files.items()
            # A file with a name of the program's own is reported, and would take the place of its pages.
            if one.file is not None and name.lower() not in RESERVED
        },
        unread=frozenset(name for name, one in read_files.items() if one.file is None),
        digests=digests,
    )
    system, linked = link(gathered, as_of, today)
    return Project(folder, system, findings + linked)


def load_text(data: bytes, shown: str, as_of: date | None, today: date) -> Project:
    """Read, link and check one file that stands alone and is not on disk, such as standard input.

    Args:
        data: Its bytes.
        shown: What findings call it.
        as_of: As for `load`.
        today: As for `load`.
    """
    source = from_bytes(data, shown)
    one = _read_source(source, alone=True)
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
        digests={shown: one.digest},
    )
    system, linked = link(gathered, as_of, today)
    # It has no file name that could be wrong, or that `industry` could differ from.
    unnamed = {("file-name-differs", "industry"), ("invalid-id", "industry")}
    findings = [finding for finding in one.findings if (finding.name, finding.pointer) not in unnamed]
    kept = source if isinstance(source, SourceText) else from_string(data.decode("utf-8", "replace"), shown)
    return Project(Folder(name, shown, None, {name: shown}), system, findings + linked, kept)


def _read_file(path: str, *, alone: bool) -> _Read:
    return _read_source(read(path), alone=alone)


def _read_source(source: SourceText | Finding, *, alone: bool) -> _Read:
    if isinstance(source, Finding):
        return _Read(None, "", [source])
    parsed = parse(source)
    if parsed.root is None:
        return _Read(None, source.sha256, list(parsed.findings))
    path = source.path
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
