"""What one roadmap page is about, with the words for it in the page's language."""

from dataclasses import dataclass
from functools import cached_property

from carbonroad.compute.status.standing import Standing
from carbonroad.link.system import Item
from carbonroad.model.items import Indicator, Milestone, Work
from carbonroad.model.roadmap import Part
from carbonroad.views.shared.metric import metric
from carbonroad.views.shared.selection import concerns
from carbonroad.views.shared.status_marks import STATUS_WORDS, tone
from carbonroad.views.shared.words import Words


@dataclass(frozen=True)
class Subject(Words):
    """A part, or the whole system (`part` None), in one language."""

    part_shown: Part | None = None

    @cached_property
    def source(self) -> Part | None:
        """Whose pathway and indicators are drawn: the part, for the whole system the top."""
        part = self.part_shown if self.part_shown is not None else self.system.top
        if part is None or part.pathway is None:
            return part
        shown = metric(part.pathway, self.w)
        return part if shown is part.pathway else part._replace(pathway=shown)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every item of the page, in the order of the files."""
        part = self.part_shown
        found = self.system.items.values() if part is None else self.system.items_of(part.id)
        return tuple(item for item in found if concerns(item.parties, self.options.owner))

    @cached_property
    def targets(self) -> dict[str, list[Item]]:
        """The targets of each indicator by its qualified id, in order of time."""
        found: dict[str, list[Item]] = {}
        for item in self.system.items.values():
            if item.indicator is not None:
                found.setdefault(item.indicator_ref, []).append(item)
        for rows in found.values():
            rows.sort(key=lambda item: (item.latest is None, item.latest or self.system.as_of))
        return found

    @cached_property
    def goals(self) -> frozenset[str]:
        """Items that are the roadmap's aims: a peak or neutrality, and what others are said to serve."""
        served = {ref for item in self.system.items.values() for ref in item.serves}
        return frozenset(
            ref
            for ref, item in self.system.items.items()
            if ref in served or (isinstance(item.written, Milestone) and item.written.goal is not None)
        )

    @cached_property
    def stand_ins(self) -> dict[str, Item]:
        """The milestone that stands for a target, by the target's qualified id."""
        items = self.system.items
        return {ref: items[item.stand_in] for ref, item in items.items() if item.stand_in is not None}

    def row_of(self, item: Item) -> str:
        """Return the address of the timetable's row that shows an item."""
        shown = self.stand_ins.get(item.ref, item)
        if any(part.id == shown.part for part in self.system.industries):
            return f"doc:{shown.part}/timetable#{shown.id}"
        return f"doc:timetable#{shown.ref}"

    def standing(self, item: Item) -> Standing:
        """Return where an item stands."""
        return self.facts.standings[item.ref]

    def status_words(self, status: str) -> str:
        """Return the words of a status."""
        return self.w(STATUS_WORDS[status])

    def tone(self, item: Item) -> str:
        """Return the role that colours an item's glyph."""
        return tone(self.state(item), item.deadline.kind if item.deadline is not None else "")

    def owners(self, item: Item) -> str:
        """Return who answers for an item, with a dagger where that is inferred."""
        parties = item.parties
        if parties.nobody or not parties.answering:
            return self.w("no owner named")
        names = self.listing(self.short_body(party) for party in parties.answering)
        return f"{names} †" if parties.inferred else names

    def is_goal(self, item: Item) -> bool:
        """Whether an item is an aim of the roadmap."""
        return item.ref in self.goals

    def indicator_ref(self, part: Part, indicator: Indicator) -> str:
        """Return an indicator's qualified id."""
        return f"{part.id}.{indicator.id}"

    def is_work(self, item: Item) -> bool:
        """Whether an item is a work package."""
        return isinstance(item.written, Work)
