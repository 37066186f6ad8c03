"""Which files what is said of a part comes from, as fingerprints: a page changes with its own files alone."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from carbonroad.base.graph import reached
from carbonroad.link.gathered import Gathered
from carbonroad.link.system import Item, Link
from carbonroad.model.items import Work
from carbonroad.model.roadmap import TOP


class Fingerprints:
    """The fingerprints of a roadmap's files; worked out when a page asks, because a check needs none.

    The top files that something is inherited from count with all pages.
    """

    __slots__ = ("_by_part", "_gathered", "_items", "_links", "_near", "_whole")

    def __init__(self, gathered: Gathered, items: Sequence[Item], links: Sequence[Link]) -> None:
        self._gathered = gathered
        self._items = items
        self._links = links
        self._whole = ""
        self._by_part: dict[str, str] | None = None
        self._near: dict[str, set[str]] | None = None

    @property
    def whole(self) -> str:
        """The fingerprint of all files: the first 8 hex digits over their digests, sorted by name."""
        self._whole = self._whole or self._over(self._gathered.texts)
        return self._whole

    def of(self, part: str) -> str:
        """The fingerprint of the files that a part's pages depend on; that of all where there is no other.

        An industry depends on the top file, on its own, and on those of the industries that its items name
        or are named by. The schedule is one calculation: all that take part in it depend on each other.
        """
        if self._by_part is None:
            self._by_part = self._of_parts()
        return self._by_part.get(part) or self.whole

    def near(self, part: str) -> frozenset[str]:
        """The parts that an industry's items name or are named by, itself among them."""
        if self._near is None:
            self._near = _neighbours(self._items, self._links)
        return frozenset((part, *self._near.get(part, ())))

    def files_of(self, part: str) -> tuple[tuple[str, str], ...]:
        """The files that a part's pages depend on: name and SHA-256 of each, empty for one without text."""
        by_industry, texts = self._by_industry(), self._gathered.texts
        names = by_industry.get(part, texts)
        found = [(name, text.sha256 if (text := texts[name]) else "") for name in sorted(names)]
        family = self._gathered.family
        found += zip((f"above/{name}" for name in family.names), family.digests, strict=False)
        if part not in by_industry and (family.children or family.absent):
            from hashlib import sha256

            below = repr((family.children, family.absent)).encode("utf-8", "surrogatepass")
            found.append(("below", sha256(below).hexdigest()))
        return tuple(found)

    def _of_parts(self) -> dict[str, str]:
        return {part: self._over(names) for part, names in self._by_industry().items()}

    def _by_industry(self) -> dict[str, set[str]]:
        """Each industry's files by its id; none where all files declare for all, as without a top file."""
        gathered = self._gathered
        if not gathered.has_top:
            return {}
        files = {file.part.id: PurePath(file.path).name for file in gathered.files.values()}
        top = {name for name in gathered.texts if name not in files.values()}
        return {part: top | {files[one] for one in self.near(part) if one in files} for part in files}

    def _over(self, names: Iterable[str]) -> str:
        from hashlib import sha256

        digests = sha256()
        for name in sorted(names):
            text = self._gathered.texts[name]
            digests.update(bytes.fromhex(text.sha256) if text is not None else b"")
        for digest in self._gathered.family.digests:
            digests.update(bytes.fromhex(digest))
        return digests.hexdigest()[:8]


def named_by(item: Item) -> list[str]:
    """Return the parts of what an item names, but for its links."""
    others = (*item.serves, *item.indicators, item.measure, item.condition, item.superseded_by)
    return [part_of(ref) for ref in others if ref]


def part_of(ref: str) -> str:
    """Return the part of a qualified id."""
    return ref.partition(".")[0]


def _neighbours(items: Sequence[Item], links: Sequence[Link]) -> dict[str, set[str]]:
    """Each part's own, with whom it is linked either way, and who decides when those are due."""
    near: dict[str, set[str]] = {}
    waits: dict[str, set[str]] = {}
    for one, other in _pairs(items, links):
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    for item in items:
        if item.condition is not None:
            waits.setdefault(item.part, set()).add(part_of(item.condition))
    scheduled = _scheduled(items, links)
    for part in scheduled:
        near.setdefault(part, set()).update(scheduled)
    return {part: reached(others, waits) for part, others in near.items()}


def _pairs(items: Sequence[Item], links: Sequence[Link]) -> Iterator[tuple[str, str]]:
    """The parts that name each other."""
    for link in links:
        yield part_of(link.predecessor), part_of(link.successor)
    for item in items:
        yield from ((item.part, other) for other in named_by(item))


def _scheduled(items: Sequence[Item], links: Sequence[Link]) -> set[str]:
    """The parts with an item in the schedule, or linked with one that is."""
    near: dict[str, set[str]] = {}
    for link in links:
        if link.type != "informs":
            near.setdefault(link.predecessor, set()).add(link.successor)
            near.setdefault(link.successor, set()).add(link.predecessor)
    timed = {item.ref for item in items if isinstance(item.written, Work) and item.written.kind == "timed"}
    return {part_of(ref) for ref in reached(timed, near)} - {TOP}
