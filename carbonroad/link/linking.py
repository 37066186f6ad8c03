"""Linking part by part, in the order in which findings come; what is known of a part is taken as it is."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from carbonroad.link.bench import Bench
from carbonroad.link.builder import Builder
from carbonroad.link.names import qualified
from carbonroad.link.references import check_part, links_after, links_for
from carbonroad.link.system import Item, Link, PartDuties
from carbonroad.link.target_ids import target_ids
from carbonroad.model.roadmap import Part

if TYPE_CHECKING:
    from carbonroad.link.remembered import Linked, PartNames
    from carbonroad.model.items import Milestone, Target, Work


P = ParamSpec("P")
T = TypeVar("T")


class Linking:
    """The parts of one roadmap on their way to a system.

    Args:
        bench: Takes the findings.
        builder: Looks references up; its namespaces are empty.
        parts: In the order of the files.
        known: What is known of some of them.
    """

    def __init__(
        self, bench: Bench, builder: Builder, parts: Sequence[Part], known: Mapping[str, "Linked"]
    ) -> None:
        self._bench = bench
        self._builder = builder
        self._parts = parts
        self._known = known
        self._trace = Trace(
            bench, [space.asked for space in (builder.items, builder.indicators, builder.measures)]
        )
        self._duties: dict[str, PartDuties] = {}
        self._rows: dict[str, dict[str, Item]] = {}
        self._after: dict[str, tuple[Link, ...]] = {}
        self._serves: dict[str, tuple[Link, ...]] = {}

    def name_all(self) -> None:
        """Make all names known."""
        builder = self._builder
        builder.target_ids = {
            id(one): target_ids(one)
            for part in self._parts
            if part.id not in self._known
            for one in part.indicators
        }
        for part in self._parts:
            known = self._known.get(part.id)
            if known is None:
                self._trace.follow(self._name, part)
            else:
                builder.items.add_all(known.names.items)
                builder.indicators.add_all(known.names.indicators)
                builder.measures.add_all(known.names.measures)

    def duties(self) -> dict[str, PartDuties]:
        """Return what each part states of duties and passes on."""
        for part in self._parts:
            known = self._known.get(part.id)
            self._duties[part.id] = (
                self._trace.follow(self._builder.duties, part) if known is None else known.duties
            )
        return self._duties

    def rows(self) -> dict[str, Item]:
        """Return the items by qualified id; of two with one id the first counts."""
        for part in self._parts:
            known = self._known.get(part.id)
            self._rows[part.id] = self._trace.follow(self._build, part) if known is None else known.rows
        every: dict[str, Item] = {}
        for rows in self._rows.values():
            every.update(rows)
        return every

    def links(self) -> tuple[Link, ...]:
        """Return every dependency once: from `after`, and from a work's `for`."""
        for part in self._parts:
            known = self._known.get(part.id)
            self._after[part.id] = (
                self._trace.follow(self._links_after, part) if known is None else known.after
            )
        seen = {(link.predecessor, link.successor) for links in self._after.values() for link in links}
        for part in self._parts:
            known = self._known.get(part.id)
            self._serves[part.id] = (
                self._trace.follow(self._links_for, part, seen) if known is None else known.serves
            )
        return tuple(chain(*self._after.values(), *self._serves.values()))

    def linked(self) -> dict[str, "Linked"]:
        """Return what is to be remembered: of parts of which nothing was reported."""
        from carbonroad.link.remembered import Linked

        by_name = {part.id: part for part in self._parts}
        found = dict(self._known)
        for part in self._parts:
            others = None if part.id in found else self._trace.others(part, by_name)
            if others is not None:
                found[part.id] = Linked(
                    part,
                    others,
                    self._names_of(part),
                    self._duties[part.id],
                    self._rows[part.id],
                    self._after[part.id],
                    self._serves[part.id],
                )
        return found

    def _name(self, part: Part) -> None:
        """Make a part's milestones, works, indicators, targets and measures known."""
        bench, builder = self._bench, self._builder
        rows: tuple[Milestone | Work, ...] = (*part.milestones, *part.works)
        for item in rows:
            builder.items.add(bench, part.id, item.id, item)
        for indicator in part.indicators:
            if builder.indicators.add(bench, part.id, indicator.id, indicator):
                for ident, target in zip(builder.target_ids[id(indicator)], indicator.targets, strict=True):
                    builder.items.add(bench, part.id, ident, target)
        for measure in part.measures:
            builder.measures.add(bench, part.id, measure.id, measure)

    def _build(self, part: Part) -> dict[str, Item]:
        check_part(self._bench, self._builder, part)
        rows: dict[str, Item] = {}
        for item in self._builder.build(part):
            rows.setdefault(item.ref, item)
        return rows

    def _links_after(self, part: Part) -> tuple[Link, ...]:
        return tuple(links_after(self._bench, self._builder, part))

    def _links_for(self, part: Part, seen: set[tuple[str, str]]) -> tuple[Link, ...]:
        return tuple(links_for(self._builder, part, seen))

    def _names_of(self, part: Part) -> "PartNames":
        """What a part declares; no id stands twice where nothing was reported."""
        from carbonroad.link.remembered import PartNames

        name, ids = part.id, self._builder.target_ids
        items: dict[str, Milestone | Target | Work] = {
            qualified(name, one.id): one for several in (part.milestones, part.works) for one in several
        }
        for indicator in part.indicators:
            pairs = zip(ids[id(indicator)], indicator.targets, strict=True)
            items.update((qualified(name, ident), target) for ident, target in pairs)
        return PartNames(
            items,
            {qualified(name, one.id): one for one in part.indicators},
            {qualified(name, one.id): one for one in part.measures},
        )


class Trace:
    """Which parts linking looks at for each part, and of which it has something to report.

    Args:
        bench: Takes the findings.
        asked: What collects the parts that references name.
    """

    def __init__(self, bench: Bench, asked: Sequence[set[str]]) -> None:
        self._bench = bench
        self._noted = asked
        self._reported: set[str] = set()
        self._asked: dict[str, set[str]] = {}

    def follow(
        self, work: Callable[Concatenate[Part, P], T], part: Part, *more: P.args, **named: P.kwargs
    ) -> T:
        """Do some work of linking a part."""
        calls = self._bench.calls
        done = work(part, *more, **named)
        if self._bench.calls > calls:
            self._reported.add(part.id)
        for names in self._noted:
            if names:
                self._asked.setdefault(part.id, set()).update(names)
                names.clear()
        return done

    def others(self, part: Part, parts: Mapping[str, Part]) -> tuple[Part, ...] | None:
        """Return the parts that were looked at beside this and the top; None where something was reported."""
        if part.id in self._reported:
            return None
        asked = self._asked.get(part.id, ())
        return tuple(parts[name] for name in asked if name in parts)
