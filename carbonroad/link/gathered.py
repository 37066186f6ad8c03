"""The files of a roadmap before linking: their order and what they declare together."""

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from carbonroad.findings import Span
from carbonroad.link.bench import Bench
from carbonroad.model.place import Place
from carbonroad.model.roadmap import Declarations, RoadmapFile


class Gathered(NamedTuple):
    """What was found of one roadmap before linking.

    Attributes:
        name: The folder's or file's name.
        path: As given.
        top: The top file, None where there is none or it could not be read.
        has_top: Whether a `carbonroad.yaml` is there at all.
        files: The industry files that could be read, by name.
        unread: Names of parts whose file could not be read.
        digests: File name → SHA-256 of its bytes, of all files.
    """

    name: str
    path: str
    top: RoadmapFile | None
    has_top: bool
    files: Mapping[str, RoadmapFile]
    unread: frozenset[str]
    digests: Mapping[str, str]

    @property
    def top_unread(self) -> bool:
        """Whether there is a top file that could not be read: what it declares is unknown."""
        return self.has_top and self.top is None


class Ordered(NamedTuple):
    """The industry files in the order declared, and the declared names that have no file."""

    files: list[RoadmapFile]
    missing: frozenset[str]


def in_order(bench: Bench, gathered: Gathered) -> Ordered:
    """Put the industry files in the order declared; report those that are missing or not declared."""
    declared = gathered.top.declarations.industries if gathered.top and gathered.top.declarations else None
    if declared is None:
        return Ordered([gathered.files[name] for name in sorted(gathered.files)], frozenset())
    ordered: list[RoadmapFile] = []
    names: set[str] = set()
    missing: set[str] = set()
    for words in declared:
        name = unicodedata.normalize("NFC", words.text.strip())
        if name in names:
            continue
        names.add(name)
        if name in gathered.files:
            ordered.append(gathered.files[name])
        elif name not in gathered.unread:
            missing.add(name)
            bench.report(
                "missing-industry-file",
                words.span,
                f'The industry "{name}" has no file.',
                pointer="industries",
                label="no such file",
                help_=f"add {name}.yaml beside carbonroad.yaml, or take the name out of industries",
            )
    for name, file in sorted(gathered.files.items()):
        if name not in names:
            bench.report(
                "undeclared-file",
                Span(file.path, 0, 0),
                f'"{name}" is not named under industries and is left out.',
                label="left out",
                help_=f"add {name} to industries in carbonroad.yaml",
            )
    return Ordered(ordered, frozenset(missing))


def declarations(gathered: Gathered, industries: list[RoadmapFile]) -> Declarations:
    """Return the top file's declarations; without a top, those that the files make themselves, together."""
    if gathered.top is not None and gathered.top.declarations is not None:
        return gathered.top.declarations
    own = [file.declarations for file in industries if file.declarations is not None]
    if not own:
        return Declarations(
            place=industries[0].part.place if industries else Place(gathered.path, "", 0, 0, {})
        )
    first = own[0]
    bodies = [body for d in own for body in d.organisations or ()]
    return first._replace(
        as_of=next((d.as_of for d in own if d.as_of is not None), None),
        before_means=next((d.before_means for d in own if d.before_means is not None), None),
        phases=tuple(phase for d in own for phase in d.phases),
        organisations=tuple(bodies) if bodies else None,
        documents=tuple(document for d in own for document in d.documents),
    )
