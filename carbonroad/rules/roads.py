"""What leads to what: from works over milestones, targets and indicators to the goals."""

from collections.abc import Iterable, Iterator, Mapping

from carbonroad.link.system import Item, System
from carbonroad.model.roadmap import TOP, Part


def leads_to(system: System) -> dict[str, list[str]]:
    """Return what each item or indicator helps to reach: by links, goals, conditions and numbers."""
    onward: dict[str, list[str]] = {}
    for one, other in _steps(system):
        onward.setdefault(one, []).append(other)
    return onward


def reached(starts: Iterable[str], onward: Mapping[str, Iterable[str]]) -> set[str]:
    """Return the starts and all that they lead to."""
    found = set(starts)
    stack = list(found)
    while stack:
        for ref in onward.get(stack.pop(), ()):
            if ref not in found:
                found.add(ref)
                stack.append(ref)
    return found


def _steps(system: System) -> Iterator[tuple[str, str]]:
    for link in system.links:
        if link.type != "informs":
            yield link.predecessor, link.successor
    for item in system.items.values():
        yield from _onward(item)
    for part in system.parts:
        yield from _parents(part)


def _onward(item: Item) -> Iterator[tuple[str, str]]:
    for goal in item.serves:
        yield item.ref, goal
    for indicator in item.indicators:
        yield indicator, item.ref
    if item.condition is not None:
        yield item.condition, item.ref
    if item.indicator is not None:
        yield item.ref, f"{item.part}.{item.indicator.id}"


def _parents(part: Part) -> Iterator[tuple[str, str]]:
    for indicator in part.indicators:
        if indicator.parent is not None:
            parent = indicator.parent.text.strip().removeprefix(f"{TOP}.").removeprefix("总体.")
            yield f"{part.id}.{indicator.id}", f"{TOP}.{parent}"
