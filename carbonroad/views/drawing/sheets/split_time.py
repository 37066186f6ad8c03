"""Many items on many sheets: by phase, then by lane, then in order of time; never planned as one network.

The work grows with the number of sheets: no step looks at all items once more for each of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.views.drawing.band.band import Band, Bander
from carbonroad.views.drawing.band.title_block import HEIGHT as BLOCK_HEIGHT
from carbonroad.views.drawing.dependencies.connectors import Elsewhere
from carbonroad.views.drawing.faults import DrawingError
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.items.relations import Relation
from carbonroad.views.drawing.network.axis import AXIS_HEIGHT, Phase, phase_of, years_from
from carbonroad.views.drawing.network.lanes import Lane
from carbonroad.views.drawing.network.plan import Plan, make_plan
from carbonroad.views.drawing.paper.sheet import TOP
from carbonroad.views.shared.words import Words

MANY = 120
"""So many items stand on no single sheet."""
_AT_ONCE = 10
"""Items with which a sheet is tried first."""
_LEAST_BAND = 36.0
"""Legend, revisions and notes take at least so much besides the title block."""

Group = tuple[Lane, ...]
Item = tuple[Lane, Entry]


class Planned(NamedTuple):
    """A sheet's network and what stands under it."""

    plan: Plan
    band: Band


class _Near(NamedTuple):
    """By item: its dependencies, and the item with its title in full."""

    relations: Mapping[str, Sequence[Relation]]
    entries: Mapping[str, Entry]


def plan_many(bander: Bander, lanes: Sequence[Lane]) -> list[Planned]:
    """Return the sheets of a part with many items.

    Raises:
        DrawingError: If a single item is taller than a sheet.
    """
    near = _Near(_by_item(bander.relations), {entry.ref: entry for entry in bander.entries})
    # A connector says the id and, once all sheets are laid out, sheet and zone of its other end: it needs
    # no code, and every item that is not on the sheet may be taken as on another.
    elsewhere = Elsewhere(0, dict.fromkeys(near.entries, 1))
    return [
        planned
        for stream in _streams(bander, lanes, near)
        for planned in _filled(bander, stream, near, elsewhere)
    ]


def _filled(bander: Bander, stream: Sequence[Item], near: _Near, elsewhere: Elsewhere) -> Iterator[Planned]:
    """As many items on each sheet as it holds; about as many as the one before held are tried first."""
    most = bander.floor - TOP - AXIS_HEIGHT - BLOCK_HEIGHT - _LEAST_BAND
    at, count = 0, _AT_ONCE
    while at < len(stream):
        count = min(count, len(stream) - at)
        planned = None
        while planned is None:
            plan, mine = _plan(bander, _lanes(stream[at : at + count]), near, elsewhere)
            band = mine.complete(plan) if plan.height <= most or count == 1 else None
            if band is not None:
                planned = Planned(plan, band)
                at += count
                count += 1 if plan.height > most * 0.75 else 2
            elif count == 1:
                raise DrawingError(f"{bander.part.id}: {stream[at][1].ref} is taller than a sheet")
            else:
                count = max(1, min(count - 1, int(count * min(0.9, most / plan.height))))
        yield planned


def _plan(bander: Bander, group: Group, near: _Near, elsewhere: Elsewhere) -> tuple[Plan, Bander]:
    """The network of some items, and what makes the band under it."""
    refs = [e.ref for lane in group for e in lane.entries]
    own = {r.index: r for ref in refs for r in near.relations.get(ref, ())}
    relations = [own[index] for index in sorted(own)]
    plan = make_plan(bander.words, bander.part.id, group, relations, elsewhere)
    return plan, replace(bander, relations=relations, entries=[near.entries[ref] for ref in refs])


def _lanes(items: Sequence[Item]) -> Group:
    """Lanes of these items, in order; a lane goes on where its first item is not here."""
    found: dict[int, list[Entry]] = {}
    whose: dict[int, Lane] = {}
    for lane, entry in items:
        found.setdefault(id(lane), []).append(entry)
        whose[id(lane)] = lane
    return tuple(
        replace(
            whose[key],
            entries=tuple(entries),
            continued=whose[key].continued or entries[0] is not whose[key].entries[0],
        )
        for key, entries in found.items()
    )


def _streams(bander: Bander, lanes: Sequence[Lane], near: _Near) -> Iterator[list[Item]]:
    """The items of each phase, lane after lane, each lane's in order of time."""
    for phase, own in _by_phase(bander.words, lanes):
        waiting: list[Item] = []
        for lane in own:
            whole = replace(lane, phase=phase, entries=_in_time(lane.entries, near.relations))
            waiting += [(whole, entry) for entry in whole.entries]
        yield waiting


def _by_item(relations: Sequence[Relation]) -> dict[str, list[Relation]]:
    near: dict[str, list[Relation]] = {}
    for relation in relations:
        near.setdefault(relation.source, []).append(relation)
        if relation.target != relation.source:
            near.setdefault(relation.target, []).append(relation)
    return near


def _by_phase(words: Words, lanes: Sequence[Lane]) -> Iterator[tuple[Phase, list[Lane]]]:
    """The lanes of each phase that holds items; what has no date stands in the phase of the data date."""
    shown = phase_of(words.system, words.options.phase)
    declared = {Phase(p.years.first, p.years.last, p.id) for p in words.system.phases} | {shown}
    found: dict[Phase, dict[int, list[Entry]]] = {}
    for n, lane in enumerate(lanes):
        for entry in lane.entries:
            phase = _phase(entry, declared, shown)
            found.setdefault(phase, {}).setdefault(n, []).append(entry)
    for phase in sorted(found):
        yield phase, [replace(lanes[n], entries=tuple(own)) for n, own in sorted(found[phase].items())]


def _phase(entry: Entry, declared: set[Phase], shown: Phase) -> Phase:
    day = _day(entry)
    if day is None:
        return shown
    holding = [phase for phase in declared if phase.first <= day <= phase.last]
    if shown in holding or (entry.kind == "window" and _spans(entry, shown)):
        return shown
    return min(holding) if holding else years_from(shown.first.year + (day.year - shown.first.year) // 5 * 5)


def _spans(entry: Entry, phase: Phase) -> bool:
    first, latest = entry.first or entry.latest, entry.latest or entry.first
    return first is not None and latest is not None and first <= phase.last and latest >= phase.first


def _day(entry: Entry) -> date | None:
    """The day that decides an item's phase: where a work begins, where a gate stands."""
    if entry.kind == "undated":
        return None
    return (entry.first or entry.latest) if entry.kind == "timed" else (entry.latest or entry.first)


def _in_time(entries: Sequence[Entry], near: Mapping[str, Sequence[Relation]]) -> tuple[Entry, ...]:
    """Items in order of time; those that wait for one another stay together."""
    inside = {entry.ref: entry for entry in entries}
    leader = {ref: ref for ref in inside}

    def lead(ref: str) -> str:
        while leader[ref] != ref:
            leader[ref] = leader[leader[ref]]
            ref = leader[ref]
        return ref

    for ref in inside:
        for relation in near.get(ref, ()):
            if relation.source in inside and relation.target in inside:
                a, b = sorted((lead(relation.source), lead(relation.target)))
                leader[b] = a
    key = {ref: (_day(entry) or date.max, ref) for ref, entry in inside.items()}
    begins: dict[str, tuple[date, str]] = {}
    for ref in inside:
        one = lead(ref)
        begins[one] = min(begins.get(one, key[ref]), key[ref])
    return tuple(sorted(entries, key=lambda e: (begins[lead(e.ref)], key[e.ref])))
