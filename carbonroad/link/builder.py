"""From what the files say to the system's items: rows with dated deadlines and resolved duties."""

from collections.abc import Iterator, Mapping

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.deadline_value import Deadline
from carbonroad.base.times.deadlines import with_condition
from carbonroad.link.bench import Bench
from carbonroad.link.bodies import Bodies
from carbonroad.link.conditions import Events, within
from carbonroad.link.dates import Calendar
from carbonroad.link.duties import resolve_duties
from carbonroad.link.family import NO_HERITAGE
from carbonroad.link.library import Library
from carbonroad.link.names import Namespace
from carbonroad.link.system import Item, PartDuties, Parties
from carbonroad.model.items import Indicator, Measure, Milestone, Target, Work
from carbonroad.model.place import Place
from carbonroad.model.roadmap import Part
from carbonroad.model.terms import NO_DUTIES, DeadlineWords, Duties, Words


class Builder:
    """Builds the items of all parts; the namespaces must hold every id before the first is linked."""

    def __init__(  # all that names are looked up in
        self,
        bench: Bench,
        bodies: Bodies,
        library: Library,
        calendar: Calendar,
        items: Namespace[Milestone | Target | Work],
        indicators: Namespace[Indicator],
        measures: Namespace[Measure],
    ) -> None:
        self.heritage = NO_HERITAGE
        self.bench = bench
        self.bodies = bodies
        self.library = library
        self.calendar = calendar
        self.items = items
        self.events = Events(items)
        self.indicators = indicators
        self.measures = measures
        self.target_ids: Mapping[int, tuple[str, ...]] = {}  # of each indicator, by identity
        self._inherited: dict[tuple[str, str], Parties] = {}
        self._stated: dict[int, Parties] = {}  # what an indicator says of duties is the same for its targets

    def duties(self, part: Part) -> PartDuties:
        """Resolve what a part, its measures and its indicators say of duties; each mistake is found here."""
        levels = [part.duties]
        own = resolve_duties(self.bench, self.bodies, levels, "")
        measures = {
            m.id: resolve_duties(self.bench, self.bodies, [m.duties, *levels], _pointer(part, m.place))
            for m in part.measures
        }
        indicators = {
            i.id: self._stated.setdefault(
                id(i),
                self._parties(part, i.duties, self._measure(i.measure, part), _pointer(part, i.place)),
            )
            for i in part.indicators
        }
        return PartDuties(own, measures, indicators)

    def build(self, part: Part) -> Iterator[Item]:
        """Yield a part's items: milestones, the targets of its indicators, works."""
        for milestone in part.milestones:
            yield self._milestone(part, milestone)
        for indicator in part.indicators:
            yield from self._targets(part, indicator)
        for work in part.works:
            yield self._work(part, work)

    def _milestone(self, part: Part, m: Milestone) -> Item:
        at = _pointer(part, m.place)
        deadline = self._deadline(m.deadline, at, m.condition)
        measure = self._measure(m.measure, part)
        return Item(
            ref=f"{part.id}.{m.id}",
            id=m.id,
            part=part.id,
            kind="milestone",
            written=m,
            title=m.title,
            place=m.place,
            deadline=deadline,
            parties=self._parties(part, m.duties, measure, at),
            nature=m.nature,
            status=m.status,
            measure=measure or self.unknown_measure(m.measure, part, at),
            serves=self.goals(m.serves, part, at),
            condition=self._condition(m, deadline, part, at),
            indicators=self._indicators(m.indicators, part, at),
            superseded_by=self._successor(m.superseded_by, part, at),
            citations=self.library.cite(self.bench, m.citations, at),
            note=m.note,
        )

    def _targets(self, part: Part, indicator: Indicator) -> Iterator[Item]:
        """Yield an indicator's targets; what they share was reported with the indicator."""
        measure = self._measure(indicator.measure, part)
        at = _pointer(part, indicator.place)
        serves = self._known_goals(indicator.serves, part)
        cited = self.library.cite(self.bench, indicator.citations, at)
        for ident, t in zip(self.target_ids[id(indicator)], indicator.targets, strict=True):
            at = _pointer(part, t.place)
            yield Item(
                ref=f"{part.id}.{ident}",
                id=ident,
                part=part.id,
                kind="target",
                written=t,
                title=indicator.title,
                place=t.place,
                deadline=self._target_deadline(t, at),
                parties=self._stated[id(indicator)]
                if t.duties == NO_DUTIES
                else self._parties(part, t.duties, measure, at, indicator.duties),
                indicator=indicator,
                nature=t.nature or indicator.nature,
                status=t.status,
                measure=measure,
                serves=serves,
                superseded_by=self._successor(t.superseded_by, part, at),
                citations=self.library.cite(self.bench, t.citations, at) or cited,
                note=t.note,
            )

    def _work(self, part: Part, w: Work) -> Item:
        at = _pointer(part, w.place)
        deadline = self._deadline(w.deadline, at, w.condition)
        measure = self._measure(w.measure, part)
        return Item(
            ref=f"{part.id}.{w.id}",
            id=w.id,
            part=part.id,
            kind="work",
            written=w,
            title=w.title,
            place=w.place,
            deadline=deadline,
            parties=self._parties(part, w.duties, measure, at),
            status=w.status,
            measure=measure or self.unknown_measure(w.measure, part, at),
            serves=self.goals(w.serves, part, at),
            condition=self._condition(w, deadline, part, at),
            superseded_by=self._successor(w.superseded_by, part, at),
            citations=self.library.cite(self.bench, w.citations, at),
            note=w.note,
        )

    def _deadline(
        self, written: DeadlineWords | None, at: str, condition: Words | None = None
    ) -> Deadline | None:
        if written is None:
            return None
        deadline = self.calendar.date(self.bench, written, f"{at}.deadline")
        return (
            with_condition(deadline, condition.text)
            if deadline is not None and condition is not None
            else deadline
        )

    def _target_deadline(self, target: Target, at: str) -> Deadline | None:
        key = self.calendar.end_of(target.key.text)
        if isinstance(key, Refusal):
            if key.reason in ("impossible-day", "undeclared-period"):
                self.calendar.refuse(self.bench, key, target.key.span, at)
            elif not self.calendar.unread:
                self.bench.report(
                    "unknown-phase",
                    target.key.span,
                    say('"{key}" is no year, month, range or declared phase.', key=target.key.text),
                    pointer=at,
                    label=say("when?"),
                    help_=self.calendar.near(target.key.text)
                    or say(
                        "write a target's year, such as 2030, a range such as 2026..2030, or a phase's id"
                    ),
                )
        if target.deadline is not None:
            return self._deadline(target.deadline, at)
        return None if isinstance(key, Refusal) else key

    def _parties(self, part: Part, own: Duties, measure: str, at: str, *inherited: Duties) -> Parties:
        """An item's duties: its own, else its indicator's, else its measure's, else its file's."""
        lane = self.measures.get(measure) if measure else None
        levels = [own, *inherited, *([lane.duties] if lane is not None else []), part.duties]
        if own != NO_DUTIES or any(level != NO_DUTIES for level in inherited):
            return resolve_duties(self.bench, self.bodies, levels, at)
        # What stands at a measure or a file is the same for all below it, and was reported with it.
        key = part.place.path, measure
        known = self._inherited.get(key)
        if known is None:
            known = self._inherited[key] = resolve_duties(self.bench, self.bodies, levels, at)
        return known

    def _measure(self, words: Words | None, part: Part) -> str:
        """The measure that is joined; empty where none is, or none of that name is known."""
        return "" if words is None else self.measures.find(words.text, part.id) or ""

    def unknown_measure(self, words: Words | None, part: Part, at: str) -> str:
        """Report a measure that is not known, when its field's turn comes; empty: none is joined."""
        if words is not None:
            self.measures.resolve(self.bench, words, part.id, f"{at}.measure")
        return ""

    def _known_goals(self, refs: tuple[Words, ...], part: Part) -> tuple[str, ...]:
        """The goals that are known; the others were reported before."""
        found = (self._goal(words, part) for words in refs)
        return tuple(dict.fromkeys(ref for ref in found if ref is not None))

    def _goal(self, words: Words, part: Part) -> str | None:
        return self.items.find(words.text, part.id) or self.indicators.find(words.text, part.id)

    def goals(self, refs: tuple[Words, ...], part: Part, at: str) -> tuple[str, ...]:
        """Goals are milestones, targets or works; an indicator may be named as one too."""
        found: dict[str, Words] = {}
        for words in refs:
            ref = self._goal(words, part)
            if ref is None and self.heritage.indicator(words.text) is not None:
                continue
            if ref is None:
                ref = self.items.resolve(self.bench, words, part.id, f"{at}.for")
            self.once(found, ref, words, f"{at}.for")
        return tuple(found)

    def once(self, seen: dict[str, Words], ref: str | None, words: Words, at: str) -> None:
        """Note what a list names; report what it names again."""
        if ref is not None and seen.setdefault(ref, words) is not words:
            self.bench.named_twice(seen[ref].span, words.span, words.text, at)

    def _indicators(self, refs: tuple[Words, ...], part: Part, at: str) -> tuple[str, ...]:
        if not refs:
            return ()
        found: dict[str, Words] = {}
        for words in refs:
            ref = self.indicators.resolve(self.bench, words, part.id, f"{at}.indicator")
            self.once(found, ref, words, f"{at}.indicator")
        return tuple(found)

    def _successor(self, words: Words | None, part: Part, at: str) -> str | None:
        """What an item is superseded by."""
        if words is None:
            return None
        return self.items.resolve(self.bench, words, part.id, f"{at}.superseded_by")

    def _condition(
        self, item: Milestone | Work, deadline: Deadline | None, part: Part, at: str
    ) -> str | None:
        """What an item waits for: named in `if`, or in the words of its deadline."""
        named, field = item.condition, "if"
        if named is None and deadline is not None and deadline.condition is not None and item.deadline:
            named, field = within(item.deadline.words, deadline.condition), "deadline"
        if named is None:
            return None
        return self.events.find(named.text, part.id) or self.items.resolve(
            self.bench, named, part.id, f"{at}.{field}"
        )


def _pointer(part: Part, place: Place) -> str:
    return place.pointer or part.id
