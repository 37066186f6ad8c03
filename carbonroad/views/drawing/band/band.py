"""The lower band: bills, notes, legend, revisions and title block, in the first form and type that fit."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import fsum
from typing import Literal

from carbonroad.model.roadmap import Part
from carbonroad.views.drawing.band.bill import Bill
from carbonroad.views.drawing.band.bills import bill_of_gates, bill_of_works
from carbonroad.views.drawing.band.filling import GAP, Type, fill
from carbonroad.views.drawing.band.legend import Legend, make_legend, with_ghosts
from carbonroad.views.drawing.band.notes import Notes, make_notes
from carbonroad.views.drawing.band.strip import Strip
from carbonroad.views.drawing.band.tables import LEAST_HEAD, LEAST_ROW, Fitted, fit
from carbonroad.views.drawing.band.title_block import HEIGHT as BLOCK_HEIGHT
from carbonroad.views.drawing.band.title_block import WIDTH as RIGHT_WIDTH
from carbonroad.views.drawing.band.title_block import RevisionTable, spilled
from carbonroad.views.drawing.items.entries import Entry, count_entries
from carbonroad.views.drawing.items.order import Controlling
from carbonroad.views.drawing.items.relations import Relation
from carbonroad.views.drawing.network.axis import AXIS_HEIGHT
from carbonroad.views.drawing.network.numbers import event_names
from carbonroad.views.drawing.network.plan import Plan
from carbonroad.views.drawing.paper.sheet import TOP, form_of
from carbonroad.views.shared.words import Words

LEFT_WIDTH = 210.0
Form = Literal["", "A", "B", "F", "N"]
_COMFORT = (1.3, 1.17, 1.08, 1.0)
_TYPES = ((3.0, 2.4), (2.8, 2.1), (2.6, 1.8), (2.5, 1.6), (2.4, 1.35), (2.3, 1.1), (2.2, 0.9))
_STRIP_ROOM = 12.0
_MOST_NOTES = 62.0


@dataclass(frozen=True, slots=True)
class Band:
    """The band of a sheet.

    Attributes:
        form: A: bills left, notes over the legend. B: works over the legend, notes under the gates.
            F: the bills flow from the left column into the right one. N: the bills stand on sheets of
            their own; notes and legend take their place. Empty until one is chosen.
        network: Least height that the network gets.
        height: Least height of the band.
        left: Tables of the left column.
        right: Tables of the right column.
        rest: Notes that stand on another sheet.
    """

    form: Form
    network: float
    height: float
    strip: Strip
    legend: Legend
    notes: Notes
    left: tuple[Fitted, ...] = ()
    right: tuple[Fitted, ...] = ()
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bander:
    """Makes the bands of a part's sheets: what they share is prepared once.

    `entries` are the items with their titles in full, as the bills have them.
    """

    words: Words
    part: Part
    relations: Sequence[Relation]
    order: Controlling
    rank: Mapping[str, int]
    entries: Sequence[Entry]

    def complete(self, plan: Plan) -> Band | None:
        """Return the band with all bills that fits under a network, None if there is none.

        The network is as comfortable as it can be, then the type as large as it can be.
        """
        base = self._base(plan)
        room = self._room(base.strip)
        fixed = base.legend.height + self._fixed()
        if plan.height + fixed > room:
            return None
        bills = [bill for bill in self.bills([plan]) if bill.refs]
        made: dict[int, list[Band]] = {}

        def fitting(number: int, network: float) -> Band | None:
            if number not in made:
                made[number] = list(self._forms(bills, base, fixed, _TYPES[number]))
            found = (band for band in made[number] if network + band.height <= room)
            return next(found, None)

        def fits(network: float, number: int) -> bool:
            return fitting(number, network) is not None

        if _least(bills) <= room - plan.height:
            for comfort in _COMFORT:
                network = plan.height * comfort
                if fits(network, 0):  # as nearly always
                    number = 0
                elif fits(network, len(_TYPES) - 1):
                    number = bisect_left(range(len(_TYPES)), 1, key=partial(fits, network))
                else:
                    continue
                band = fitting(number, network)
                assert band is not None  # noqa: S101  # as found above
                return replace(band, network=network)
        return self._flowing(bills, base, room - plan.height, fixed)

    def bare(self, plan: Plan) -> Band:
        """Return the band without bills: notes and legend stand in their place."""
        base = self._base(plan)
        most = max(_MOST_NOTES, self._fixed()) - base.legend.height
        wide = Notes(base.notes.paragraphs, LEFT_WIDTH, self.words.w)
        notes, rest = (wide, ()) if wide.height <= most else self._pointing(wide.paragraphs, most)
        height = max(notes.height + base.legend.height, self._fixed())
        return replace(base, form="N", network=plan.height, height=height, notes=notes, rest=rest)

    def _pointing(self, paragraphs: Sequence[str], height: float) -> tuple[Notes, tuple[str, ...]]:
        """As many notes as a height has room for, a word on where the others stand, and the others."""
        pointer = self.words.w("Further notes: see the sheet of notes.")
        for count in range(len(paragraphs) - 1, -1, -1):
            notes = Notes((*paragraphs[:count], pointer), LEFT_WIDTH, self.words.w)
            if notes.height <= height:
                break
        return notes, tuple(paragraphs[count:])

    def bare_room(self, plan: Plan) -> float:
        """Return the greatest height a network may have over a band without bills."""
        room = self.floor - TOP - AXIS_HEIGHT - _STRIP_ROOM
        return room - max(self.bare(plan).height, self._fixed())

    @property
    def floor(self) -> float:
        """The lower edge of the drawing space."""
        return form_of(self.words).floor

    def bills(self, plans: Sequence[Plan]) -> tuple[Bill, Bill]:
        """Return the bills of the items of some sheets."""
        mine = {entry.ref for plan in plans for entry in plan.entries}
        entries = [entry for entry in self.entries if entry.ref in mine]
        relations = [r for r in self.relations if r.source in mine or r.target in mine]
        events = {ref: said for plan in plans for ref, said in _events(plan).items()}
        gates = bill_of_gates(self.words, entries, relations, self.rank)
        works = bill_of_works(self.words, entries, self.rank, events)
        return (_with_sheets(gates, len(plans)), _with_sheets(works, len(plans)))

    def row_heights(self, bill: Bill) -> tuple[float, ...]:
        """Return the heights of a bill's rows in the smallest type but one."""
        return fit(bill, LEFT_WIDTH, *_TYPES[-2]).heights

    def _fixed(self) -> float:
        return BLOCK_HEIGHT + RevisionTable(self.words.system, self.part, {}, self.words.w).height

    def _room(self, strip: Strip) -> float:
        return self.floor - TOP - AXIS_HEIGHT - strip.height

    def _base(self, plan: Plan) -> Band:
        words, w, system = self.words, self.words.w, self.words.system
        mine = {e.ref for e in plan.entries}
        relations = [r for r in self.relations if r.source in mine or r.target in mine]
        paragraphs = (
            *make_notes(system, words.facts, plan.entries, plan.ends, plan.reduced, w),
            *spilled(system, self.part, w),
            _counts(plan, words),
        )
        strip = Strip(system, words.facts, self.part.id, plan.entries, relations, self.order, w)
        notes = Notes(paragraphs, RIGHT_WIDTH, w)
        return Band("", 0.0, 0.0, strip, self._legend(plan), notes)

    def _legend(self, plan: Plan) -> Legend:
        critical = any(work.activity.critical for chain in plan.chains for work in chain)
        mine = {name for e in plan.entries for name in (e.ref, e.item.id)}
        legend = make_legend(
            plan.entries,
            plan.ends,
            self.order.relations,
            self.words.system.as_of.isoformat(),
            self.words.w,
            critical=critical,
            revised=any(i.text in mine for r in self.part.revisions if r.rev for i in r.items),
        )
        on_rows = set(plan.gates.values())
        return with_ghosts(legend, self.words, [e for e in plan.entries if e.ref not in on_rows])

    def _forms(self, bills: Sequence[Bill], base: Band, fixed: float, form: Type) -> Iterator[Band]:
        """Every form in one type."""
        tables = tuple(fit(bill, LEFT_WIDTH, *form) for bill in bills)
        left = fsum(table.height + GAP for table in tables)
        yield replace(base, form="A", height=max(left, fixed + base.notes.height), left=tables)
        if len(bills) == 2:
            narrow = fit(bills[1], RIGHT_WIDTH, *form)
            notes = Notes(base.notes.paragraphs, LEFT_WIDTH, self.words.w)
            height = max(tables[0].height + GAP + notes.height, narrow.height + GAP + fixed)
            yield replace(base, form="B", height=height, left=tables[:1], right=(narrow,), notes=notes)

    def _flowing(self, bills: Sequence[Bill], base: Band, height: float, fixed: float) -> Band | None:
        """The bills in both columns, where they fit into a height."""
        room = height - fixed - base.notes.height
        if room < 0 or _least(bills) > height + room:
            return None
        remark = "{n} of {m} rows, the others on the right"
        found = None
        for form in reversed(_TYPES[2:]):
            left, rest = fill(bills, LEFT_WIDTH, height, form, self.words.w, remark)
            right, rest = fill(rest, RIGHT_WIDTH, room, form, self.words.w, remark)
            if rest:
                break
            found = replace(base, form="F", height=height, left=tuple(left), right=tuple(right))
        return found


def _least(bills: Sequence[Bill]) -> float:
    """What bills take at least: a line a row."""
    return fsum(LEAST_ROW * len(bill.refs) + LEAST_HEAD for bill in bills)


def _with_sheets(bill: Bill, sheets: int) -> Bill:
    """Make room for the sheet before a zone: `2/B5`."""
    if sheets < 2:
        return bill
    widest = f"{'8' * len(str(sheets))}/B8"
    fields = (
        replace(field, cells=(widest,) * len(bill.refs)) if field.key == "zone" else field
        for field in bill.fields
    )
    return replace(bill, fields=tuple(fields))


def _events(plan: Plan) -> dict[str, str]:
    return {ref: f"{first}–{last}" for ref, (first, last) in event_names(plan).items()}


def _counts(plan: Plan, words: Words) -> str:
    """The counts of what stands on this sheet."""
    ends = plan.ends
    return words.w(
        "Read = drawn: {items}; links {links}, connectors {connectors}.",
        items=count_entries(words.w, plan.entries),
        links=len(ends.lines),
        connectors=len(ends.leaving),
    )
