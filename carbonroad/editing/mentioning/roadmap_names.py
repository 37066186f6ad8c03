"""What the names of a roadmap mean: everything its files declare and inherit, looked up as linking does."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from carbonroad.base.texts.folding import as_id
from carbonroad.compute.allocation.participants import find_child
from carbonroad.editing.mentioning.named_things import Thing
from carbonroad.findings import Span
from carbonroad.link.bench import Bench
from carbonroad.link.bodies import Bodies
from carbonroad.link.conditions import Events
from carbonroad.link.dates import Calendar
from carbonroad.link.family import NO_FAMILY, NO_HERITAGE
from carbonroad.link.library import Library
from carbonroad.link.names import Namespace
from carbonroad.link.target_ids import target_ids
from carbonroad.model.items import Indicator, Measure, Milestone, Target, Work
from carbonroad.model.place import Place
from carbonroad.model.roadmap import TOP, Declarations, Organisation, Phase, PolicyDocument
from carbonroad.model.terms import Words
from carbonroad.read.vocabulary.words import ENUMERATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from carbonroad.editing.mentioning.file_names import Declared
    from carbonroad.editing.mentioning.named_things import PartFile, ThingKind
    from carbonroad.link.family import Family, Heritage

_GOALS = ENUMERATIONS["goal"].by_word


class Names:
    """Everything that can be named in a roadmap.

    Args:
        files: Its files, the top file first.
        family: Gives the roadmaps above and below; asked for only where something may come from them.
    """

    def __init__(self, files: Sequence[PartFile], *, family: Callable[[], Family]) -> None:
        self.files = files
        self.parts = {file.part: file.path for file in files}
        self._family = family
        self.declared: dict[Thing, tuple[str, Declared]] = {}
        self.twice: set[Thing] = set()
        self.inherited: dict[Thing, Span] = {}
        self._of_name: dict[int, Thing] = {}
        names = list(self.parts)
        self.items: Namespace[Milestone | Target | Work] = Namespace("unknown-item", names, ())
        self.indicators: Namespace[Indicator] = Namespace("unknown-indicator", names, ())
        self.measures: Namespace[Measure] = Namespace("unknown-measure", names, ())
        self._things: dict[tuple[str, str], Thing] = {}
        for file in files:
            self._take(file)
        self.events = Events(self.items)

    def _take(self, file: PartFile) -> None:
        """Make known what a file declares; milestones and works come before targets, as in linking."""
        bench, place, part = Bench(), Place(file.path, "", 0, 0, {}), file.part
        by_kind: dict[str, list[tuple[int, Declared]]] = {}
        targets: dict[int, list[Declared]] = {}
        for number, one in enumerate(file.names.declared):
            by_kind.setdefault(one.kind, []).append((number, one))
            if one.kind == "target":
                targets.setdefault(one.of, []).append(one)
        for _, one in by_kind.pop("milestone", ()):
            milestone = Milestone(place, one.id, one.title, None, goal=_GOALS.get(one.goal))
            self._know("item", file, one, self.items.add(bench, part, one.id, milestone))
        for _, one in by_kind.pop("work", ()):
            self._know("item", file, one, self.items.add(bench, part, one.id, Work(place, one.id, one.title)))
        for _, one in by_kind.pop("measure", ()):
            measure = Measure(place, one.id, one.title)
            self._know("measure", file, one, self.measures.add(bench, part, one.id, measure))
        for number, one in by_kind.pop("indicator", ()):
            own = targets.get(number, [])
            words = [Words("" if t.key is None else t.key.text, Span(file.path, 0, 0)) for t in own]
            made = Indicator(
                place,
                one.id,
                one.title,
                None,
                targets=tuple(Target(place, key, t.id) for key, t in zip(words, own, strict=True)),
            )
            self._know("indicator", file, one, self.indicators.add(bench, part, one.id, made))
            for ident, target, row in zip(target_ids(made), own, made.targets, strict=True):
                self._know("item", file, target, self.items.add(bench, part, ident, row), ident)
        by_kind.pop("target", None)
        for kind, others in by_kind.items():
            for _, one in others:
                self._know(kind, file, one, (kind, one.id) not in self._things)

    def _know(self, space: str, file: PartFile, one: Declared, first: bool, ident: str = "") -> None:  # noqa: FBT001
        """Keep what something is that was declared; the second of an id is noted as such."""
        ident = ident or one.id
        local = space in ("item", "indicator", "measure", "pathway")
        ref = f"{file.part}.{ident}" if local else ident
        thing = Thing(one.kind, ref, file.path)
        known = self._things.setdefault((space, ref), thing)
        if known is not thing or not first:
            self.twice.add(known)
        self.declared.setdefault(known, (file.path, one))
        self._of_name[id(one)] = known

    def thing(self, space: str, ref: str | None) -> Thing | None:
        """Return what an id means in a namespace, such as `item`, `indicator`, `measure`, `phase`."""
        return None if ref is None else self._things.get((space, ref))

    def thing_of(self, one: Declared) -> Thing | None:
        """Return what a file declares at some place."""
        return self._of_name.get(id(one))

    def things(self) -> Iterator[tuple[Thing, Declared]]:
        """Yield everything that the roadmap's own files declare, in the order of the files."""
        for thing, (_, one) in self.declared.items():
            yield thing, one

    @cached_property
    def family(self) -> Family:
        """The roadmaps above and below."""
        roles = {naming.role for file in self.files for naming in file.names.namings}
        return NO_FAMILY if roles.isdisjoint(("roadmap", "child")) else self._family()

    @cached_property
    def own(self) -> Declarations:
        """What the roadmap declares for all, without what it inherits."""
        given = [one.declarations for one in self.files if one.declarations is not None]
        if not given:
            return Declarations(place=Place("", "", 0, 0, {}))
        bodies = [body for one in given for body in one.organisations or ()]
        return given[0]._replace(
            phases=tuple(phase for one in given for phase in one.phases),
            organisations=tuple(bodies) if any(one.organisations is not None for one in given) else None,
            documents=tuple(document for one in given for document in one.documents),
        )

    @cached_property
    def heritage(self) -> Heritage:
        """What the roadmaps above declare and no nearer one does."""
        if not self.family.ancestors:
            return NO_HERITAGE
        from carbonroad.link.heritage import heritage_of  # most roadmaps have none above

        found = heritage_of(self.family, self.own, (), Bench())
        for bodies in (found.organisations, found.documents, found.phases):
            for body in bodies:
                self._inherit(body)
        for _, indicator in found.indicators.values():
            self._inherit(indicator)
        return found

    def _inherit(self, one: Organisation | PolicyDocument | Phase | Indicator) -> None:
        kinds: Mapping[type, ThingKind] = {
            Organisation: "organisation",
            PolicyDocument: "source",
            Phase: "phase",
            Indicator: "indicator",
        }
        kind = kinds[type(one)]
        ref = f"{TOP}.{one.id}" if kind == "indicator" else one.id
        thing = Thing(kind, ref, one.place.path)
        self._things.setdefault(("heritage" if kind == "indicator" else kind, ref), thing)
        self.inherited[thing] = one.place.value("id")

    @cached_property
    def all_declared(self) -> Declarations:
        """What the roadmap declares and inherits for all."""
        if self.heritage is NO_HERITAGE:
            return self.own
        from carbonroad.link.heritage import with_heritage

        return with_heritage(self.own, self.family, self.heritage)

    @cached_property
    def bodies(self) -> Bodies:
        """The organisations by all their names."""
        bodies: dict[str, Organisation] = {}
        for body in self.all_declared.organisations or ():
            bodies.setdefault(as_id(body.id), body)
        free = self.all_declared.organisations is None
        return Bodies(bodies, free=free, generations=self.heritage.bodies)

    @cached_property
    def library(self) -> Library:
        """The documents by id, number and title."""
        if self.heritage is NO_HERITAGE:
            return Library(self.own.documents, self.calendar)
        from carbonroad.link.heritage import LendingLibrary

        documents = self.all_declared.documents
        return LendingLibrary(documents, self.calendar, whole=True, heritage=self.heritage)

    @cached_property
    def calendar(self) -> Calendar:
        """The phases, and what deadlines say."""
        return Calendar(self.all_declared.phases, exclusive=False)

    def industry(self, name: str) -> Thing | None:
        """Return the industry of a name."""
        part = as_id(name)
        path = self.parts.get(part)
        return None if path is None else Thing("industry", part, path)

    def roadmap(self, name: str, *, above: bool) -> Thing | None:
        """Return the roadmap above this one, or one of those below."""
        if above:
            first = next(iter(self.family.ancestors), None)
            return None if first is None else Thing("roadmap", self.family.names[0], first.path)
        child = find_child(self.family, name)
        return None if child is None else Thing("roadmap", child.name, child.path)
