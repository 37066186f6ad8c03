"""A roadmap's files, from disk to the model, with what the checks need of them."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.checking.comments import Comment, find_comments
from carbonroad.findings import Finding, Span
from carbonroad.link.bench import Bench
from carbonroad.model.roadmap import TOP, RoadmapFile
from carbonroad.read.files import read_industry, read_top
from carbonroad.read.reader import Reader
from carbonroad.source.folder import Folder
from carbonroad.source.text import SourceText, read
from carbonroad.source.yaml.holes import Hole
from carbonroad.source.yaml.nodes import Mapping as MappingNode
from carbonroad.source.yaml.nodes import Node, Scalar
from carbonroad.source.yaml.nodes import Sequence as SequenceNode
from carbonroad.source.yaml.parse import parse

if TYPE_CHECKING:
    from typing import Protocol

    class Reading(Protocol):
        """Reads one file, as `read_file` does, or knows what it says."""

        def __call__(
            self, path: str, texts: Mapping[str, SourceText | Finding], *, alone: bool
        ) -> "ReadFile":
            """Return what a file says."""
            ...  # pragma: no cover


class ReadFile(NamedTuple):
    """One file as read.

    Attributes:
        file: What it says; None where it cannot be read.
        text: Its text; None where there is none.
        findings: Of reading it.
        comments: Those that suppress findings.
        holes: What was not read of it.
    """

    file: RoadmapFile | None
    text: SourceText | None
    findings: list[Finding]
    comments: list[Comment]
    holes: tuple[Hole, ...] = ()


class Loaded(NamedTuple):
    """What the checks need of a roadmap's files, beside what is linked."""

    findings: list[Finding]
    settings: dict[str, Node]
    comments: list[Comment]
    complete: bool
    sources: Mapping[str, SourceText]
    holes: Mapping[str, tuple[Hole, ...]]


def read_file(path: str, texts: Mapping[str, SourceText | Finding], *, alone: bool) -> ReadFile:
    """Read one file, or what stands for it: a text, or why there is none."""
    return read_source(texts.get(path) or read(path), alone=alone)


def read_source(source: SourceText | Finding, *, alone: bool) -> ReadFile:
    """Read one file's text. `alone`: there is no top file, so it may declare everything itself."""
    if isinstance(source, Finding):
        return ReadFile(None, None, [source], [])
    parsed = parse(source)
    if parsed.root is None:
        return ReadFile(None, source, list(parsed.findings), [])
    path = source.path
    reader = Reader(path)
    is_top = os.path.basename(path) == "carbonroad.yaml"
    file = read_top(reader, parsed.root) if is_top else read_industry(reader, parsed.root, alone=alone)
    comments = find_comments(source, parsed.root)
    found = [*parsed.findings, *reader.findings]
    return ReadFile(file, source, found, comments, parsed.holes)


def holes_of(top: ReadFile | None, others: Mapping[str, ReadFile]) -> dict[str, tuple[Hole, ...]]:
    """The parts that were not read whole, and what is missing of each."""
    every = {**others, TOP: top} if top is not None else others
    return {name: one.holes for name, one in every.items() if one is not None and one.holes}


def together(
    read_files: Sequence[ReadFile], others: Iterable[Finding], sources: Mapping[str, SourceText | Finding]
) -> Loaded:
    """What the checks need of all files."""
    settings: dict[str, Node] = {}
    for one in read_files:
        declared = one.file.declarations if one.file is not None else None
        if (
            one.file is not None
            and declared is not None
            and isinstance(declared.settings, MappingNode | SequenceNode | Scalar)
        ):
            settings[one.file.path] = declared.settings
    return Loaded(
        findings=[*others, *(finding for one in read_files for finding in one.findings)],
        settings=settings,
        comments=[comment for one in read_files for comment in one.comments],
        complete=all(one.file is not None and not one.holes for one in read_files),
        # What comments hold for is a matter of offsets, so their files are not read anew.
        sources={
            **{path: source for path, source in sources.items() if isinstance(source, SourceText)},
            **dict(_commented(read_files)),
        },
        holes={one.file.path: one.holes for one in read_files if one.file is not None and one.holes},
    )


def _commented(read_files: Iterable[ReadFile]) -> Iterator[tuple[str, SourceText]]:
    """The texts with comments for the checks, by path."""
    for one in read_files:
        if one.text is not None and one.comments:
            yield one.text.path, one.text


def folder_findings(folder: Folder) -> list[Finding]:
    """Return what is wrong with a folder's files as such."""
    bench = Bench()
    for name, first, second in folder.doubles:
        bench.report(
            "two-files-of-one-name",
            Span(second, 0, 0),
            say(
                '{first} and {second} are both files of "{name}".',
                first=os.path.basename(first),
                second=os.path.basename(second),
                name=name,
            ),
            label=say("second file"),
            help_=say("keep one of the two"),
        )
    for file in folder.outside:
        bench.report(
            "file-leads-outside",
            Span(file, 0, 0),
            say(
                "{file} is a link that leads out of the roadmap's folder; it was not read.",
                file=os.path.basename(file),
            ),
            label=say("not read"),
            help_=say("copy the file into the folder"),
        )
    return bench.findings
