"""Finds the names in the words of a field: qualified ids, several bodies, phases in a deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import as_id
from carbonroad.base.texts.refusal import Refusal
from carbonroad.checking.settings import stem
from carbonroad.editing.mentioning.phase_words import find_phase
from carbonroad.link.names import TOP_NAMES
from carbonroad.link.splitting import split_names
from carbonroad.model.items import PATHWAY_NAMES
from carbonroad.model.roadmap import TOP
from carbonroad.read.vocabulary.words import NOBODY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from carbonroad.editing.mentioning.named_things import Thing
    from carbonroad.editing.mentioning.roadmap_names import Names
    from carbonroad.editing.mentioning.roles import Role
    from carbonroad.model.roadmap import Organisation

_EQUAL = ("equal", "等权")
_MOST_WORDS = 50_000
"""Different words whose meaning is remembered."""
Span = tuple[int, int]


class FoundName(NamedTuple):
    """A name in some words.

    Attributes:
        thing: What it means.
        start: Where in the words it begins.
        end: Where it ends.
        name: The part of it that is the thing's id; None where it is called by its title, number or year.
    """

    thing: Thing
    start: int
    end: int
    name: Span | None = None


class NameFinder:
    """Finds names in words; what the same words name in the same part is worked out once."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._known: dict[tuple[str, str, str, bool], tuple[FoundName, ...]] = {}
        self._by_role: dict[str, Callable[[str, str], Iterator[FoundName]]] = {
            "item": self._item,
            "goal": self._goal,
            "event": self._event,
            "listed": self._listed,
            "indicator": self._indicator,
            "parent-indicator": lambda text, _part: self._upper(text),
            "weighing-indicator": self._weighing,
            "measure": self._measure,
            "bodies": self._bodies,
            "source": self._document,
            "document": self._document,
            "deadline": self._deadline,
            "period": lambda text, _part: self._periods(text),
            "industry": lambda text, _part: self._industry(text),
            "own-name": lambda text, part: self._industry(text) if as_id(text) == part else iter(()),
            "file": lambda text, _part: self._file(text),
            "roadmap": lambda text, _part: self._roadmap(text, above=True),
            "child": lambda text, _part: self._roadmap(text, above=False),
        }

    def find(self, role: Role, text: str, part: str, *, owner: bool = False) -> tuple[FoundName, ...]:
        """Return the names in some words.

        Args:
            role: What they may name.
            text: The words.
            part: The part whose file they stand in.
            owner: Whether the words of "nobody" name no one.
        """
        key = (role, text, part, owner)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _MOST_WORDS:  # an editor sends every half of a word
                self._known.clear()
            nobody = owner and text.strip() in NOBODY
            known = self._known[key] = () if nobody else tuple(self._by_role[role](text, part))
        return known

    def _item(self, text: str, part: str) -> Iterator[FoundName]:
        return self._reference("item", self.names.items.find(text, part), text)

    def _indicator(self, text: str, part: str) -> Iterator[FoundName]:
        return self._reference("indicator", self.names.indicators.find(text, part), text)

    def _measure(self, text: str, part: str) -> Iterator[FoundName]:
        return self._reference("measure", self.names.measures.find(text, part), text)

    def _goal(self, text: str, part: str) -> Iterator[FoundName]:
        if self.names.items.find(text, part) is not None:
            return self._item(text, part)
        if self.names.indicators.find(text, part) is not None:
            return self._indicator(text, part)
        return self._above(text)

    def _upper(self, text: str) -> Iterator[FoundName]:
        found = self.names.indicators.find(text, TOP)
        return self._above(text) if found is None else self._reference("indicator", found, text)

    def _weighing(self, text: str, part: str) -> Iterator[FoundName]:
        return iter(()) if as_id(text) in _EQUAL else self._indicator(text, part)

    def _listed(self, text: str, part: str) -> Iterator[FoundName]:
        if self.names.indicators.find(text, part) is not None:
            yield from self._indicator(text, part)
            return
        ref = self.names.items.find(text, part)
        if ref is not None:
            yield from self._item(text, part)
            return
        start, end = _stripped(text)
        home, dot, last = text[start:end].rpartition(".")
        if last in PATHWAY_NAMES:
            industry = self._part(home or part)
            thing = None if industry is None else self.names.thing("pathway", f"{industry.ref}.pathway")
            if dot and industry is not None:
                yield FoundName(industry, start, start + len(home))
            if thing is not None:
                yield FoundName(thing, end - len(last), end)

    def _event(self, text: str, part: str) -> Iterator[FoundName]:
        """An item by its id, its title, or what kind of goal it is."""
        if self.names.items.find(text, part) is not None:
            yield from self._item(text, part)
            return
        thing = self.names.thing("item", self.names.events.find(text, part))
        if thing is not None:
            yield FoundName(thing, *_stripped(text))

    def _reference(self, space: str, ref: str | None, text: str) -> Iterator[FoundName]:
        """The part and the thing of a reference; of a target also its indicator, phase and own id."""
        thing = self.names.thing(space, ref)
        if thing is None or ref is None:
            return
        start, end = _stripped(text)
        if as_id(text[start:end]) != thing.id:
            dot = text.index(".", start)
            industry = self._part(text[start:dot])
            if industry is not None:
                yield FoundName(industry, start, dot)
            start = dot + 1
        if thing.kind != "target":
            yield FoundName(thing, start, end, (start, end))
            return
        _, target = self.names.declared[thing]
        own = (end - len(target.id), end) if target.id and text[start:end].endswith("." + target.id) else None
        yield FoundName(thing, start, end, own)
        at = text.index("@", start)
        indicator = self.names.thing("indicator", ref[: ref.index("@")])
        if indicator is not None:
            yield FoundName(indicator, start, at, (start, at))
        key = text[at + 1 : end if own is None else own[0] - 1]
        yield from _moved(self._periods(key), at + 1)

    def _above(self, text: str) -> Iterator[FoundName]:
        """An indicator of a roadmap above, bare or behind its roadmap's name."""
        ident = self.names.heritage.indicator(text)
        thing = None if ident is None else self.names.thing("heritage", f"{TOP}.{ident}")
        if thing is not None and ident is not None:
            _, end = _stripped(text)
            start = text.rindex(".", 0, end) + 1 if "." in text[:end] else _stripped(text)[0]
            yield FoundName(thing, start, end, (start, end))

    def _part(self, name: str) -> Thing | None:
        return self.names.industry(TOP if name.strip() in TOP_NAMES else name)

    def _industry(self, text: str) -> Iterator[FoundName]:
        thing = self.names.industry(text)
        if thing is not None:
            yield FoundName(thing, *_stripped(text))

    def _file(self, text: str) -> Iterator[FoundName]:
        thing = self.names.industry(stem(text.strip()))
        if thing is not None:
            yield FoundName(thing, *_stripped(text))

    def _roadmap(self, text: str, *, above: bool) -> Iterator[FoundName]:
        thing = self.names.roadmap(text.strip(), above=above)
        if thing is not None:
            yield FoundName(thing, *_stripped(text))

    def _bodies(self, text: str, _part: str) -> Iterator[FoundName]:
        """One body, or several that are split as linking does."""
        bodies = self.names.bodies
        start, end = _stripped(text)
        whole = self._body(text[start:end], start)
        if whole is not None:
            yield whole
            return
        for name in split_names(text[start:end], lambda one: bool(bodies.find(one)), at_and=not bodies.free):
            start = text.index(name, start)
            found = self._body(name, start)
            if found is not None:
                yield found
            start += len(name)

    def _body(self, name: str, start: int) -> FoundName | None:
        found = self.names.bodies.find(name)
        thing = self.names.thing("organisation", as_id(found[0])) if found else None
        if thing is None:
            return None
        span = start, start + len(name)
        called = _called(self.names.bodies.organisations[found[0]])
        return FoundName(thing, *span, span if as_id(name) == thing.ref or name not in called else None)

    def _document(self, text: str, _part: str) -> Iterator[FoundName]:
        """A document by its id, number or title."""
        span = _stripped(text)
        found = self.names.library.find(text[slice(*span)])
        thing = None if found is None else self.names.thing("source", as_id(found.id))
        if thing is not None:
            yield FoundName(thing, *span, span if as_id(text[slice(*span)]) == thing.ref else None)

    def _deadline(self, text: str, part: str) -> Iterator[FoundName]:
        """The phases in a deadline's words, and what it waits for."""
        yield from self._periods(text)
        deadline = self.names.calendar.read(text)
        condition = None if isinstance(deadline, Refusal) else deadline.condition
        if condition is None:
            return
        # English names it at the end (after 5), Chinese at the beginning (5后).
        start = text.rfind(condition) if text[:1].isascii() and " " in text else text.find(condition)
        if start >= 0:
            yield from _moved(self._event(condition, part), start)

    def _periods(self, text: str) -> Iterator[FoundName]:
        """The phases that a period's words name."""
        if text.isascii() and text.strip().isdigit():
            return
        deadline = self.names.calendar.read(text)
        ids = () if isinstance(deadline, Refusal) else deadline.periods
        phases = {phase.id: phase for phase in self.names.all_declared.phases if phase.id in ids}
        for ident in ids:
            thing = self.names.thing("phase", as_id(ident))
            place = find_phase(text, phases[ident]) if ident in phases else None
            if thing is not None and place is None and len(ids) == 1:
                place = (*_stripped(text), False)
            if thing is not None and place is not None:
                start, end, by_id = place
                yield FoundName(thing, start, end, (start, end) if by_id else None)


def _called(body: Organisation) -> set[str]:
    """Everything that a body is called beside its id."""
    return {words for text in (body.title, *body.short) for _, words in text.entries}


def _moved(names: Iterator[FoundName], by: int) -> Iterator[FoundName]:
    for thing, start, end, name in names:
        yield FoundName(thing, start + by, end + by, None if name is None else (name[0] + by, name[1] + by))


def _stripped(text: str) -> Span:
    """Where the words begin and end without the blanks around them."""
    start = len(text) - len(text.lstrip())
    return start, max(start, len(text.rstrip()))
