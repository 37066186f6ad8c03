"""What leads to what: from works over milestones, targets and indicators to the goals."""

from collections.abc import Iterator

from carbonroad.link.names import without_top
from carbonroad.link.system import System
from carbonroad.model.roadmap import TOP, Part


def leads_to(system: System) -> dict[str, list[str]]:
    """Return what each item or indicator helps to reach: by links, goals, conditions and numbers."""
    onward: dict[str, list[str]] = {}
    for link in system.links:
        if link.type != "informs":
            onward.setdefault(link.predecessor, []).append(link.successor)
    for item in system.items.values():
        for goal in item.serves:
            onward.setdefault(item.ref, []).append(goal)
        for indicator in item.indicators:
            onward.setdefault(indicator, []).append(item.ref)
        if item.condition is not None:
            onward.setdefault(item.condition, []).append(item.ref)
        if item.indicator is not None:
            onward.setdefault(item.ref, []).append(item.indicator_ref)
    for part in system.parts:
        for one, other in _parents(part):
            onward.setdefault(one, []).append(other)
    return onward


def _parents(part: Part) -> Iterator[tuple[str, str]]:
    for indicator in part.indicators:
        if indicator.parent is not None:
            yield f"{part.id}.{indicator.id}", f"{TOP}.{without_top(indicator.parent.text)}"
