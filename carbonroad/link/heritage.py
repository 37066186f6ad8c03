"""What a roadmap inherits: organisations, phases, sources and indicators of the nearest ancestor."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from carbonroad.base.texts.nearest import Near, Spelling
from carbonroad.base.texts.said import say
from carbonroad.findings import Related
from carbonroad.link.bench import Bench
from carbonroad.link.dates import Calendar
from carbonroad.link.family import NO_HERITAGE, Family, Heritage, nearest
from carbonroad.link.library import Library
from carbonroad.link.suggesting import offer
from carbonroad.link.system import LinkedCitation
from carbonroad.model.items import Indicator
from carbonroad.model.place import Place
from carbonroad.model.roadmap import Declarations, Organisation, Phase, PolicyDocument
from carbonroad.model.terms import Citation, Words
from carbonroad.model.text import Text

Declared = TypeVar("Declared", Organisation, PolicyDocument, Phase, Indicator)


def heritage_of(family: Family, own: Declarations, indicators: Sequence[Indicator], bench: Bench) -> Heritage:
    """Gather what a roadmap inherits; report its own ids that hide others of another meaning.

    Args:
        family: The roadmap's ancestors.
        own: What it declares itself.
        indicators: Its top file's.
        bench: Takes the findings.
    """
    if not family.ancestors:
        # Under a key that is mistyped, the parent is known only once the file is read.
        return NO_HERITAGE._replace(lost=family.lost or own.parent is not None)
    above = [file.declarations for file in family.ancestors]
    bodies = _inherited(own.organisations or (), [one.organisations or () if one else () for one in above])
    papers = _inherited(own.documents, [one.documents if one else () for one in above])
    known = [file.part.indicators for file in family.ancestors]
    numbers = _inherited((), known)
    hiding = _Hiding(bench, family.names)
    hiding.look(own.organisations or (), [one.organisations or () if one else () for one in above])
    hiding.look(own.documents, [one.documents if one else () for one in above])
    hiding.look(own.phases, [one.phases if one else () for one in above])
    hiding.look(indicators, known)
    return Heritage(
        names=family.names,
        organisations=tuple(body for _, body in bodies),
        documents=tuple(document for _, document in papers),
        phases=tuple(_phases(own.phases, [one.phases if one else () for one in above])),
        indicators={one.id: (generation, one) for generation, one in numbers},
        bodies={body.id: generation for generation, body in bodies},
        papers={document.id: generation for generation, document in papers},
        lost=family.lost,
    )


def with_heritage(own: Declarations, family: Family, heritage: Heritage) -> Declarations:
    """Return what a roadmap declares together with what it inherits."""
    bodies = (*(own.organisations or ()), *heritage.organisations)
    meanings = (one.declarations.before_means for one in family.ancestors if one.declarations is not None)
    return own._replace(
        organisations=bodies if bodies or own.organisations is not None else None,
        documents=(*own.documents, *heritage.documents),
        phases=(*own.phases, *heritage.phases),
        before_means=own.before_means or next(filter(None, meanings), None),
    )


def _inherited(own: Iterable[Declared], above: Sequence[Iterable[Declared]]) -> list[tuple[int, Declared]]:
    """What ancestors declare under ids that no nearer roadmap has, each with its generation from 1."""
    taken = {one.id for one in own}
    found = []
    for generation, declared in enumerate(above, 1):
        for one in declared:
            if one.id not in taken:
                taken.add(one.id)
                found.append((generation, one))
    return found


def _phases(own: Sequence[Phase], above: Sequence[Sequence[Phase]]) -> Iterator[Phase]:
    """Inherited phases; none that shares a year or its id with one of a nearer roadmap."""
    nearer = list(own)
    for declared in above:
        fitting = [one for one in declared if not any(_collide(one, other) for other in nearer)]
        nearer += fitting
        yield from fitting


def _collide(one: Phase, other: Phase) -> bool:
    return one.id == other.id or (one.years.first <= other.years.last and other.years.first <= one.years.last)


class _Hiding:
    """Reports own declarations that hide inherited ones which mean something else."""

    def __init__(self, bench: Bench, names: Sequence[str]) -> None:
        self.bench = bench
        self.names = names

    def look(self, own: Iterable[Declared], above: Sequence[Iterable[Declared]]) -> None:
        hidden: dict[str, tuple[int, Declared]] = {one.id: (n, one) for n, one in _inherited((), above)}
        for mine in own:
            generation, other = hidden.get(mine.id, (0, mine))
            if generation and _differ(mine, other):
                self._report(mine.id, mine.place, other.place, self.names[generation - 1])

    def _report(self, ident: str, mine: Place, other: Place, name: str) -> None:
        self.bench.report(
            "hides-inherited",
            mine.value("id"),
            say('"{id}" of {name} means something else; here this one counts.', id=ident, name=name),
            pointer=mine.at("id"),
            label=say("hides the inherited one"),
            related=[Related(other.value("id"), say("inherited"))],
            help_=say("give it another id, unless it is meant to stand in the place of the other"),
        )


def _differ(mine: Declared, other: Declared) -> bool:
    """Whether two declarations of one id mean different things: years, units, or titles in one language."""
    if isinstance(mine, Phase) and isinstance(other, Phase):
        return mine.years != other.years
    if isinstance(mine, Indicator) and isinstance(other, Indicator):
        units = mine.unit, other.unit
        return units[0] is not None and units[1] is not None and units[0].dimension != units[1].dimension
    return _titles_differ(mine.title, other.title)


def _titles_differ(mine: Text, other: Text) -> bool:
    """Whether two titles have a language in common and no words."""
    if {words for _, words in mine.entries} & {words for _, words in other.entries}:
        return False
    return bool({tag for tag, _ in mine.entries} & {tag for tag, _ in other.entries})


class LendingLibrary(Library):
    """A library with inherited documents, which remembers what is cited."""

    __slots__ = ("_generations", "cited")

    def __init__(
        self, documents: Iterable[PolicyDocument], calendar: Calendar, *, whole: bool, heritage: Heritage
    ) -> None:
        super().__init__(documents, calendar, whole=whole)
        self._generations = heritage.papers
        self.cited: set[str] = set()

    @property
    def _names(self) -> dict[str, list[PolicyDocument]]:
        """The documents by number and title; a name counts for the nearest roadmap's alone."""
        if self._titled is None:
            named = super()._names
            ids = {name: [one.id for one in found] for name, found in named.items()}
            near = nearest(ids, self._generations)
            self._titled = {name: [self.documents[one] for one in found] for name, found in near.items()}
        return self._titled

    def cite(self, bench: Bench, citations: tuple[Citation, ...], pointer: str) -> tuple[LinkedCitation, ...]:
        """Link an item's citations, and note which documents they name."""
        linked = super().cite(bench, citations, pointer)
        for one in linked:
            if one.document is not None:
                self.cited.add(one.document.id)
        return linked


def check_parent(bench: Bench, heritage: Heritage, words: Words, pointer: str) -> bool:
    """Tell whether an inherited indicator is meant, or may be; report one that is nearly so called."""
    if heritage.indicator(words.text) is not None:
        return True
    if heritage.lost:
        bench.report(
            "unchecked-reference",
            words.span,
            say('"{name}" was not checked: a roadmap above could not be read.', name=words.text),
            pointer=pointer,
            label=say("not checked"),
            help_=say("mend the other roadmap first"),
        )
        return True
    near = Spelling(list(heritage.indicators)).near(words.text) if heritage.indicators else Near()
    if not near.words:
        return False
    offered = offer(
        words, near.words, lambda name: heritage.indicators[name][1].place.value("id"), sure=near.sure
    )
    bench.report(
        "unknown-indicator",
        words.span,
        say('There is no {what} "{name}".', what=say("indicator"), name=words.text),
        pointer=pointer,
        label=say("no such {what}", what=say("indicator")),
        help_=offered.help,
        related=offered.related,
        fix=offered.fix,
    )
    return True
