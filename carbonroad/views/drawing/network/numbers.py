"""Numbers of the events on a sheet: every arrow goes from a lower number to a higher one."""

import heapq
from collections.abc import Mapping, Sequence

from carbonroad.views.drawing.dependencies.ports import entered_event, event_key
from carbonroad.views.drawing.network.chains import merged
from carbonroad.views.drawing.network.plan import Plan


def event_numbers(plan: Plan) -> dict[str, int]:
    """Return the number of each event by its key."""
    places: dict[str, tuple[float, float]] = {}
    top = 0.0
    for packed in plan.lanes:
        for block, y in packed.blocks:
            places.update({key: (round(x, 2), round(top + y, 2)) for key, x in block.nodes.items()})
        top += packed.height
    works = {work.entry.ref for chain in plan.chains for work in chain}
    arrows = [(event_key(ref, "start"), event_key(ref, "end")) for ref in sorted(works)]
    for relation in plan.ends.lines:
        if relation.source in works and relation.target in works:
            left = event_key(relation.source, "start" if relation.from_start else "end")
            arrows.append((left, entered_event(relation)))
    return number_events(places, arrows, merged(plan.chains))


def event_names(plan: Plan) -> dict[str, tuple[str, str]]:
    """Return what a bill says of each work's first and last event: its number, or the gate it is."""
    numbers = event_numbers(plan)
    latest = {entry.ref: entry.latest for entry in plan.entries}
    found = {}
    for chain in plan.chains:
        for work in chain:
            ref = work.entry.ref
            gate = plan.gates.get(ref)
            end = str(numbers[event_key(ref, "end")])
            if gate is not None and latest[gate] == work.entry.latest:
                end = gate.partition(".")[2]
            found[ref] = (str(numbers[event_key(ref, "start")]), end)
    return found


def number_events(
    places: Mapping[str, tuple[float, float]], arrows: Sequence[tuple[str, str]], same: Mapping[str, str]
) -> dict[str, int]:
    """Number events so that every arrow goes from a lower number to a higher one.

    Args:
        places: Key → (x, y) of each event on the sheet.
        arrows: (from, to) keys: works and dependencies.
        same: Keys that name the event of another key.

    Returns:
        Key → number, of the keys in `same` too. Events on a cycle come last.
    """
    name = {key: same.get(key, key) for key in places}
    after: dict[str, list[str]] = {key: [] for key in name.values()}
    waiting = dict.fromkeys(after, 0)
    for a, b in arrows:
        if a in name and b in name and name[a] != name[b]:
            after[name[a]].append(name[b])
            waiting[name[b]] += 1
    free = [(places[key], key) for key, count in waiting.items() if not count]
    heapq.heapify(free)
    numbers: dict[str, int] = {}
    while free:
        _, key = heapq.heappop(free)
        numbers[key] = len(numbers) + 1
        for other in after[key]:
            waiting[other] -= 1
            if not waiting[other]:
                heapq.heappush(free, (places[other], other))
    for key in sorted(set(after) - set(numbers), key=lambda one: (places[one], one)):
        numbers[key] = len(numbers) + 1
    return {key: numbers[name[key]] for key in places}
