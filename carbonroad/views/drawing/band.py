"""The lower band: bills, notes, legend, revisions and title block, in the first form and type that fit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from carbonroad.model.roadmap import Part
from carbonroad.views.drawing.axis import AXIS_HEIGHT
from carbonroad.views.drawing.bills import bill_of_gates, bill_of_works
from carbonroad.views.drawing.legend import Legend
from carbonroad.views.drawing.names import count_words
from carbonroad.views.drawing.notes import Notes, make_notes
from carbonroad.views.drawing.numbers import event_numbers
from carbonroad.views.drawing.order import Controlling
from carbonroad.views.drawing.plan import Plan
from carbonroad.views.drawing.relations import Relation
from carbonroad.views.drawing.sheet import BOTTOM, TOP
from carbonroad.views.drawing.strip import Strip
from carbonroad.views.drawing.tables import Bill, Fitted, fit
from carbonroad.views.drawing.titleblock import HEIGHT as BLOCK_HEIGHT
from carbonroad.views.drawing.titleblock import WIDTH as RIGHT_WIDTH
from carbonroad.views.drawing.titleblock import RevisionTable, spilled
from carbonroad.views.words import Words

LEFT_WIDTH = 210.0
_COMFORT = (1.3, 1.17, 1.08, 1.0)
_TYPES = ((2.6, 1.8), (2.5, 1.6), (2.4, 1.35), (2.3, 1.1), (2.2, 0.9))
_OVERFLOW = (2.4, 1.2)
_STRIP_ROOM = 12.0


@dataclass(frozen=True, slots=True)
class Band:
    """The band of a sheet.

    Attributes:
        form: A: both bills left, notes over the legend. B: works over the legend, notes under the gates.
            C: not all fits; bills go on to another sheet.
        network: Least height that the network gets.
        height: Least height of the band.
        notes: None where they stand on another sheet.
    """

    form: str
    network: float
    height: float
    strip: Strip
    gates: Fitted | None
    works: Fitted | None
    legend: Legend
    notes: Notes | None
    paragraphs: tuple[str, ...]
    rest: tuple[Bill, ...] = ()


def network_room(words: Words, part: Part, plan: Plan) -> float:
    """Return the greatest height a network may have on one sheet."""
    revisions = RevisionTable(words.system, part, {}, words.w).height
    legend = _legend(words, plan, ()).height
    return BOTTOM - TOP - AXIS_HEIGHT - _STRIP_ROOM - BLOCK_HEIGHT - revisions - legend


def _legend(words: Words, plan: Plan, controlling: Sequence[Relation]) -> Legend:
    critical = any(work.activity.critical for chain in plan.chains for work in chain)
    as_of = words.system.as_of.isoformat()
    return Legend(plan.entries, plan.ends, controlling, as_of, words.w, critical=critical)


def plan_band(
    words: Words,
    part: Part,
    plan: Plan,
    relations: Sequence[Relation],
    order: Controlling,
    rank: Mapping[str, int],
) -> Band:
    """Return the band that fits under a network."""
    w, system, facts = words.w, words.system, words.facts
    mine = {e.ref for e in plan.entries}
    relations = [r for r in relations if r.source in mine or r.target in mine]
    gates = bill_of_gates(plan.entries, relations, rank, w)
    works = bill_of_works(plan.entries, facts, system, rank, _events(plan), w)
    strip = Strip(system, facts, part.id, plan.entries, relations, order, w)
    legend = _legend(words, plan, order.relations)
    paragraphs = (
        *make_notes(system, facts, plan.entries, plan.ends, plan.reduced, w),
        *spilled(system, part, w),
        _counts(plan, words),
    )
    revisions = RevisionTable(system, part, {}, w).height
    base = Band("", 0, 0, strip, None, None, legend, None, paragraphs)
    room = BOTTOM - TOP - AXIS_HEIGHT - strip.height
    forms = list(_forms(gates, works, base, legend.height + revisions + BLOCK_HEIGHT, words))
    for comfort in _COMFORT:
        network = plan.height * comfort
        for form, one, two, height, notes in forms:
            if network + height <= room:
                return replace(
                    base, form=form, network=network, height=height, gates=one, works=two, notes=notes
                )
    return _overflowing(base, plan, gates, works, room, revisions, words)


def _forms(
    gates: Bill, works: Bill, base: Band, right: float, words: Words
) -> Iterator[tuple[str, Fitted | None, Fitted | None, float, Notes]]:
    """Every form in every type, the comfortable ones first."""
    for size, padding in _TYPES:
        one = fit(gates, LEFT_WIDTH, size, padding) if gates.refs else None
        two = fit(works, LEFT_WIDTH, size, padding) if works.refs else None
        notes = Notes(base.paragraphs, RIGHT_WIDTH, words.w)
        left = sum(table.height + 0.6 for table in (one, two) if table is not None)
        yield "A", one, two, max(left, right + notes.height), notes
        if one is not None and two is not None:
            narrow = fit(works, RIGHT_WIDTH, size, padding)
            wide_notes = Notes(base.paragraphs, LEFT_WIDTH, words.w)
            height = max(one.height + 0.6 + wide_notes.height, narrow.height + 0.6 + right)
            yield "B", one, narrow, height, wide_notes


def _overflowing(
    base: Band, plan: Plan, gates: Bill, works: Bill, room: float, revisions: float, words: Words
) -> Band:
    """As many rows as the sheet has room for; the others and, if need be, the notes go to another sheet."""
    network = plan.height
    height = room - network
    size, padding = _OVERFLOW
    notes: Notes | None = Notes(base.paragraphs, RIGHT_WIDTH, words.w)
    if notes is not None and notes.height + base.legend.height + revisions + BLOCK_HEIGHT > height:
        notes = None
    rest: list[Bill] = []
    tables: list[Fitted | None] = []
    left = height
    for bill in (gates, works):
        table, remaining = (
            take_rows(bill, LEFT_WIDTH, left, size, padding, words) if not rest else (None, bill)
        )
        tables.append(table)
        if table is not None:
            left -= table.height + 0.6
        if remaining is not None and remaining.refs:
            rest.append(remaining)
    return replace(
        base,
        form="C",
        network=network,
        height=height,
        gates=tables[0],
        works=tables[1],
        notes=notes,
        rest=tuple(rest),
    )


def take_rows(
    bill: Bill, width: float, height: float, size: float, padding: float, words: Words, least: int = 2
) -> tuple[Fitted | None, Bill | None]:
    """Return as much of a bill as fits into a height, and the rest; nothing if `least` rows do not fit."""
    if not bill.refs:
        return None, None
    fitted = fit(bill, width, size, padding)
    if fitted.height + 0.6 <= height:
        return fitted, None
    used, count = fitted.head + 4.0, 0
    for tall in fitted.heights:
        if used + tall > height:
            break
        used += tall
        count += 1
    if count < least:
        return None, bill
    fitted = _first_rows(bill, count, (width, size, padding), words)
    while fitted.height + 0.6 > height and count > 1:
        count -= 1
        fitted = _first_rows(bill, count, (width, size, padding), words)
    following = replace(bill.rows(count, len(bill.refs)), title=_continued(bill.title, words), remark="")
    return fitted, following


def _first_rows(bill: Bill, count: int, form: tuple[float, float, float], words: Words) -> Fitted:
    """The first rows of a bill, fitted anew: other rows may give other widths."""
    remark = words.w("{n} of {m} rows, the others on another sheet", n=count, m=len(bill.refs))
    first = replace(bill.rows(0, count), remark=f"{bill.remark} · {remark}" if bill.remark else remark)
    return fit(first, *form)


def _continued(title: str, words: Words) -> str:
    ending = words.w(" (continued)")
    return title if title.endswith(ending) else title + ending


def _events(plan: Plan) -> dict[str, str]:
    numbers = event_numbers(plan)
    works = [work.entry.ref for chain in plan.chains for work in chain]
    return {ref: f"{numbers[f'{ref}|start']}–{numbers[f'{ref}|end']}" for ref in works}


def _counts(plan: Plan, words: Words) -> str:
    """The counts of what stands on this sheet."""
    gates = sum(e.gate for e in plan.entries)
    ends = plan.ends
    connectors = sum(len(found) for found in (*ends.outgoing.values(), *ends.incoming.values()))
    return words.w(
        "Read = drawn: {items}; links {links}, connectors {connectors}.",
        items=count_words(words.w, gates, len(plan.entries) - gates),
        links=len(ends.lines),
        connectors=connectors,
    )
