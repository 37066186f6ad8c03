"""The roadmaps of a call as families: who is whose parent, and in which order they can be checked."""

from collections.abc import Mapping, Sequence
from itertools import takewhile
from types import MappingProxyType
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.batch.kinship import Ancestor, Kinship
from carbonroad.checking.files import read_file
from carbonroad.findings import Finding
from carbonroad.link.bench import Bench
from carbonroad.link.family import Family, Handed
from carbonroad.link.unsure import is_lost
from carbonroad.model.roadmap import RoadmapFile
from carbonroad.source.folder import Folder
from carbonroad.source.parents import Named, Shelf
from carbonroad.source.text import SourceText

if TYPE_CHECKING:
    from carbonroad.checking.files import Reading
    from carbonroad.source.git.side import Side

INHERITED = ("before_means", "indicators", "organisations", "parent", "phases", "sources")
"""The keys of a top file of which something may be inherited."""
_NO_TEXTS: Mapping[str, SourceText | Finding] = MappingProxyType({})


class Families(NamedTuple):
    """The families of a call; every tuple but `levels` has an entry for each of its roadmaps.

    Attributes:
        parents: The place of the parent in the call; None without one, or where it is not in the call.
        children: The places of the children.
        ancestors: The parent, its parent and so on, also those outside the call.
        absent: The names of children that lie beside and are not in the call.
        lost: Whether an ancestor is missing.
        problems: What is wrong with the name of the parent.
        named: What each names as its parent.
        levels: Places in the call; every child comes in a level before its parent's.
    """

    parents: tuple[int | None, ...]
    children: tuple[tuple[int, ...], ...]
    ancestors: tuple[tuple[Ancestor, ...], ...]
    absent: tuple[tuple[str, ...], ...]
    lost: tuple[bool, ...]
    problems: tuple[tuple[Finding, ...], ...]
    named: tuple[Named | None, ...]
    levels: tuple[tuple[int, ...], ...]

    @property
    def related(self) -> bool:
        """Whether any roadmap names a parent."""
        return any(self.ancestors) or any(self.problems)

    def family(self, index: int, tops: "Tops", handed: Mapping[int, Handed]) -> Family:
        """Return a roadmap's family, for `project.load`.

        Args:
            index: Its place in the call.
            tops: Reads the ancestors' top files, each once.
            handed: What its children handed up, by their places; one that is left out is not in the run.
        """
        above = self.ancestors[index]
        if not (above or self.problems[index] or self.children[index]):
            return Family()
        known = list(takewhile(lambda one: one[1] is not None, ((one, tops.read(one.top)) for one in above)))
        return Family(
            ancestors=tuple(file for _, file in known if file is not None),
            children=tuple(handed[child] for child in self.children[index] if child in handed),
            names=tuple(one.name for one, _ in known),
            digests=tuple(tops.digest(one.top) for one, _ in known),
            absent=self.absent[index],
            lost=self.lost[index] or any(tops.is_torn(one.top) for one in above),
            problems=(*self.problems[index], *tops.unread(above, self.named[index])),
        )


def family_in_past(side: "Side") -> Family:
    """Return the ancestors of a roadmap at a revision, or of one on disk."""
    if not side.commit:
        return family_of(side.folder, side.texts)
    tops = Tops(side.texts)
    known = list(takewhile(lambda one: one[1] is not None, ((one, tops.read(one[1])) for one in side.above)))
    return Family(
        ancestors=tuple(file for _, file in known if file is not None),
        names=tuple(name for (name, _), _ in known),
        digests=tuple(tops.digest(top) for (_, top), _ in known),
        lost=side.parted or any(tops.is_torn(top) for _, top in side.above),
    )


class _Top(NamedTuple):
    """A top file, whether something that may be inherited is missing, and its SHA-256."""

    file: RoadmapFile | None
    torn: bool
    digest: str


class Tops:
    """Reads the top files of ancestors, each once.

    Args:
        texts: What stands for what is on disk, by path as shown.
        reading: Reads one file, or knows what it says.
    """

    def __init__(
        self, texts: Mapping[str, SourceText | Finding] = _NO_TEXTS, reading: "Reading" = read_file
    ) -> None:
        self._texts = texts
        self._reading = reading
        self._read: dict[str, _Top] = {}

    def read(self, path: str) -> RoadmapFile | None:
        """Return what a top file says; None where it cannot be read."""
        return self._of(path).file

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a top file."""
        return self._of(path).digest

    def unread(self, above: Sequence[Ancestor], named: Named | None) -> list[Finding]:
        """Return what is said of a roadmap whose ancestors' top files could not be read, or not whole."""
        torn = next((one for one in above if self.is_torn(one.top)), None)
        if torn is None or named is None:
            return []
        bench = Bench()
        bench.report(
            "parent-not-read",
            named.span,
            say("What comes from {name} was not checked: {file} has errors.", name=torn.name, file=torn.top),
            pointer="parent",
            label=say("has errors"),
            help_=say("mend {file} first", file=torn.top),
        )
        return bench.findings

    def is_torn(self, path: str) -> bool:
        """Whether a top file, or something that may be inherited of it, could not be read."""
        return self._of(path).torn

    def _of(self, path: str) -> _Top:
        if path not in self._read:
            one = self._reading(path, self._texts, alone=False)
            digest = "" if one.text is None else one.text.sha256
            torn = one.file is None or any(is_lost(one.holes, field) for field in INHERITED)
            self._read[path] = _Top(one.file, torn, digest)
        return self._read[path]


def families_of(
    folders: Sequence[Folder],
    texts: Mapping[str, SourceText | Finding] = _NO_TEXTS,
    shelf: Shelf | None = None,
) -> Families:
    """Find the parent of each roadmap of a call: beside it, above it, else among those of the call.

    Args:
        folders: The call's roadmaps.
        texts: What stands for what is on disk, by path as shown.
        shelf: What lies around them; by default as it is on disk.
    """
    search, count = Kinship(folders, texts, shelf), len(folders)
    if not any(search.named):
        return unrelated(count)
    found = [search.ancestors(number) for number in range(count)]
    parents = tuple(above[0].place if above else None for above, _ in found)
    children: list[list[int]] = [[] for _ in range(count)]
    for number, parent in enumerate(parents):
        if parent is not None:
            children[parent].append(number)
    return Families(
        parents=parents,
        children=tuple(map(tuple, children)),
        ancestors=tuple(above for above, _ in found),
        absent=tuple(search.absent(number, children[number]) for number in range(count)),
        lost=tuple(lost for _, lost in found),
        problems=tuple(tuple(bench.findings) for bench in search.benches),
        named=tuple(search.named),
        levels=_levels(parents),
    )


def unrelated(count: int) -> Families:
    """Return the families of roadmaps none of which names a parent."""
    return Families(
        parents=(None,) * count,
        children=((),) * count,
        ancestors=((),) * count,
        absent=((),) * count,
        lost=(False,) * count,
        problems=((),) * count,
        named=(None,) * count,
        levels=(tuple(range(count)),) if count else (),
    )


def family_of(folder: Folder, texts: Mapping[str, SourceText | Finding] = _NO_TEXTS) -> Family:
    """Return the family of a roadmap that is alone in its call: its ancestors."""
    return families_of([folder], texts).family(0, Tops(texts), {})


def _levels(parents: Sequence[int | None]) -> tuple[tuple[int, ...], ...]:
    """Places in the call by how far they stand above their farthest descendant."""
    height = [0] * len(parents)
    for number in range(len(parents)):
        steps, here = 1, parents[number]
        while here is not None and height[here] < steps:
            height[here] = steps
            steps, here = steps + 1, parents[here]
    levels: list[list[int]] = [[] for _ in range(max(height, default=-1) + 1)]
    for number, level in enumerate(height):
        levels[level].append(number)
    return tuple(map(tuple, levels))
