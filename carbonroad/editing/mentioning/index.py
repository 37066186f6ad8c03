"""The places of a roadmap that declare something or name it, for one state of its files."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from carbonroad.base.collector import collector_paused
from carbonroad.base.record import NamedTuple, make_record
from carbonroad.editing.mentioning.file_names import NOTHING
from carbonroad.editing.mentioning.name_finder import FoundName, NameFinder
from carbonroad.findings import Span
from carbonroad.link.family import NO_FAMILY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.editing.mentioning.file_names import Declared, FileNames
    from carbonroad.editing.mentioning.named_things import PartFile, Thing
    from carbonroad.editing.mentioning.roadmap_names import Names
    from carbonroad.source.yaml.nodes import Scalar


class Mention(NamedTuple):
    """A place where something is declared or named.

    Attributes:
        thing: What is meant.
        start: Where the words begin, behind a quotation mark.
        end: Where they end.
        declares: Whether it is declared here.
        name: The part of the words that is the thing's own id; None where it is called otherwise.
        field: The English key that the words stand under.
        scalar: The value or key that they are part of.
        exact: Whether the words stand in the text as they are read: no escapes, no broken lines.
    """

    thing: Thing
    start: int
    end: int
    declares: bool
    name: tuple[int, int] | None
    field: str
    scalar: Scalar
    exact: bool = True


class Index:
    """The mentions of one state of a roadmap.

    Args:
        names: What its files declare.
        texts: Its files' texts, by path.
        before: The last state, of which is kept what still holds.

    Attributes:
        names: As given.
        finder: Finds what words name, and remembers it.
        known: The mentions of the files that were asked for.
    """

    def __init__(self, names: Names, texts: dict[str, str], before: Index | None = None) -> None:
        self.names = names
        self._texts = texts
        self._files = {file.path: file for file in names.files}
        self.finder = NameFinder(names)
        self.known: dict[str, tuple[Mention, ...]] = {}
        self._starts: dict[str, list[int]] = {}
        self._of: dict[Thing, list[tuple[str, Mention]]] | None = None
        if before is not None and _means_the_same(before.names, names):
            self.finder = before.finder
            self.finder.names = names
            self.known = {path: one for path, one in before.known.items() if texts[path] == before.text(path)}

    @property
    def paths(self) -> tuple[str, ...]:
        """Its files."""
        return tuple(self._files)

    def text(self, path: str) -> str:
        """Return the text of a file."""
        return self._texts.get(path, "")

    def part(self, path: str) -> str:
        """Return the part that a file is: `top` or the industry's name."""
        return self._files[path].part

    def file_names(self, path: str) -> FileNames:
        """Return what a file says of names."""
        file = self._files.get(path)
        return NOTHING if file is None else file.names

    def mentions(self, path: str) -> tuple[Mention, ...]:
        """Return the mentions of a file in the order of its text; of two at one place the longer first."""
        known = self.known.get(path)
        if known is None:
            found = self._found(path) if path in self._files else iter(())
            known = self.known[path] = tuple(_each_once(sorted(found, key=_order)))
        return known

    def at(self, path: str, offset: int) -> tuple[Mention, ...]:
        """Return the mentions at an offset or ending there, the longest first."""
        mentions = self.mentions(path)
        if path not in self._starts:
            self._starts[path] = [one.start for one in mentions]
        last = bisect_right(self._starts[path], offset)
        # One holds another only inside one scalar: a few places back is enough.
        near = mentions[max(0, last - 64) : last]
        found = [one for one in near if one.start <= offset <= one.end]
        inside = [one for one in found if offset < one.end]
        return tuple(sorted(inside or found, key=lambda one: one.start - one.end))

    def of(self, thing: Thing) -> tuple[tuple[str, Mention], ...]:
        """Return where something is declared and named, in the order of the files."""
        if self._of is None:
            with collector_paused():
                self._of = self._by_thing()
        return tuple(self._of.get(thing, ()))

    def _by_thing(self) -> dict[Thing, list[tuple[str, Mention]]]:
        found: dict[Thing, list[tuple[str, Mention]]] = {}
        for path in self._files:
            for one in self.mentions(path):
                found.setdefault(one.thing, []).append((path, one))
        return found

    def place(self, thing: Thing) -> Span | None:
        """Return where something is declared: its id; of an industry or a roadmap its file."""
        known = self.names.declared.get(thing)
        if known is not None:
            path, declared = known
            start, end, _ = _inner(declared.name, 0, len(declared.name.text), self._texts[path])
            return Span(path, start, end)
        if thing in self.names.inherited:
            return self.names.inherited[thing]
        if thing.kind == "industry":
            own = (one for one in self.mentions(thing.path) if one.thing == thing and one.declares)
            first = next(own, None)
            return Span(thing.path, *((0, 0) if first is None else (first.start, first.end)))
        return Span(thing.path, 0, 0) if thing.kind == "roadmap" else None

    def is_own(self, thing: Thing) -> bool:
        """Whether one of the roadmap's own files declares it."""
        return thing.path in self._files

    def _found(self, path: str) -> Iterator[Mention]:
        file, text = self._files[path], self._texts[path]
        for one in file.names.declared:
            thing = self.names.thing_of(one)
            if thing is not None:
                yield _declaring(thing, one, text)
        find, part = self.finder.find, file.part
        for role, field, scalar, end in file.names.namings:
            words = scalar.text if end == len(scalar.text) else scalar.text[:end]
            for found in find(role, words, part, owner=field == "owner"):
                yield _naming(found, field, scalar, text, declares=role == "own-name")


def _declaring(thing: Thing, one: Declared, text: str) -> Mention:
    start, end, exact = _inner(one.name, 0, len(one.name.text), text)
    named = (start, end) if one.id and one.kind != "pathway" else None
    return Mention(thing, start, end, True, named, "id", one.name, exact)


def _naming(found: FoundName, field: str, scalar: Scalar, text: str, *, declares: bool) -> Mention:
    thing, first, last, own = found
    start, end, exact = _inner(scalar, first, last, text)
    name = None
    if own is not None:
        name = (start + own[0] - first, start + own[1] - first) if exact else (start, end)
    return make_record(Mention, (thing, start, end, declares, name, field, scalar, exact))


def _order(one: Mention) -> tuple[int, int, Thing, bool]:
    """By where they begin, the longer first; what an alias gives twice stands side by side."""
    return one[1], -one[2], one[0], one[3]


def _each_once(mentions: list[Mention]) -> Iterator[Mention]:
    last: tuple[object, ...] = ()
    for one in mentions:
        if one[:4] != last:
            yield one
        last = one[:4]


def _inner(scalar: Scalar, first: int, last: int, text: str) -> tuple[int, int, bool]:
    """Where characters of a scalar's text stand; all of the scalar where that cannot be told."""
    start, end, words = scalar.start, scalar.end, scalar.text
    quoted = scalar.style in ('"', "'")
    if end - start == len(words) + 2 * quoted:
        return start + quoted + first, start + quoted + last, True
    wanted = words[first:last]
    if wanted and text.count(wanted, start, end) == 1:
        at = text.index(wanted, start, end)
        return at, at + len(wanted), True
    return start, end, False


def _means_the_same(before: Names, now: Names) -> bool:
    """Whether every name means what it did: nothing was declared anew, renamed or removed."""
    if len(before.files) != len(now.files) or vars(before).get("family", NO_FAMILY) is not NO_FAMILY:
        return False  # what comes from a roadmap above may be another
    return all(
        (old.part, old.path) == (new.part, new.path)
        and (old.names is new.names or (_plain(new) and _meaning(old) == _meaning(new)))
        for old, new in zip(before.files, now.files, strict=True)
    )


def _plain(file: PartFile) -> bool:
    return file.declarations is None


def _meaning(file: PartFile) -> list[object]:
    return [
        (one.kind, one.id, one.title, one.goal, one.of, None if one.key is None else one.key.text)
        for one in file.names.declared
    ]
