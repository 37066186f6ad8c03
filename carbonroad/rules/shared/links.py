"""What the rules about links share: the two ends, and the days they are compared by."""

from collections.abc import Container, Iterator
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import finished_day, is_void, stated_status
from carbonroad.findings import Span
from carbonroad.link.system import Item, Link, System
from carbonroad.model.items import Target, Work


def in_network(facts: Facts, link: Link) -> bool:
    """Whether both ends are in the schedule's network, so that dates and floats speak of the link."""
    known = facts.schedule.activities
    return link.predecessor in known and link.successor in known


def ends(item: Item, facts: Facts) -> date | None:
    """Return the day an item is over: finished, else scheduled, else its latest day."""
    activity = facts.schedule.activities.get(item.ref)
    scheduled = activity.early_finish if activity is not None else None
    return finished_day(item) or scheduled or facts.due[item.ref].latest


def last_day(item: Item, facts: Facts) -> date | None:
    """Return the day by which an item must be over: finished, else its latest day, else scheduled."""
    return finished_day(item) or facts.due[item.ref].latest or ends(item, facts)


def begins(item: Item, facts: Facts) -> date | None:
    """Return the first day of an item: scheduled, else as stated."""
    activity = facts.schedule.activities.get(item.ref)
    if activity is not None and activity.early_start is not None:
        return activity.early_start
    written = item.written
    return written.start.day if isinstance(written, Work) and written.start is not None else item.earliest


def pointer(system: System, link: Link) -> str:
    """Return the place by ids where a link is written: the successor's `after` or the work's `for`."""
    return system.items[link.successor if link.by == "after" else link.predecessor].place.at(link.by)


class Dependence(NamedTuple):
    """What an open item names as that which it waits for, serves or depends on; `key` is after, for or if."""

    item: Item
    key: str
    other: Item
    span: Span
    pointer: str


def dependences(system: System, on: Container[str]) -> Iterator[Dependence]:
    """Yield where items that are still to come wait for, serve or depend on certain others."""
    for link in system.links:
        before, after = link.predecessor, link.successor
        one, other = (after, before) if link.by == "after" else (before, after)
        if link.type == "informs" or other not in on or one == other:
            continue
        item = system.items.get(one)
        if item is not None and _still_to_come(item, system.as_of):
            yield Dependence(item, link.by, system.items[other], link.span, item.place.at(link.by))
    for item in system.items.values():
        if not item.serves and item.condition is None:
            continue
        goals = item.serves if item.kind == "milestone" else ()
        named = [("for", ref) for ref in goals if ref in on] if goals else []
        if item.condition is not None and item.condition in on:
            named.append(("if", item.condition))
        if named and _still_to_come(item, system.as_of):
            yield from (_named(item, key, system.items[ref]) for key, ref in named if ref != item.ref)


def _still_to_come(item: Item, as_of: date) -> bool:
    if is_void(item, as_of) or item.written.finished is not None:
        return False
    return stated_status(item, as_of) not in ("done", "missed")


def _named(item: Item, key: str, other: Item) -> Dependence:
    """Point at one goal of a list, or at a condition: under `if`, else in the words of the deadline."""
    if key == "if":
        field = "if" if "if" in item.place.fields else "deadline"
        return Dependence(item, key, other, item.place.value(field), item.place.at(field))
    local = other.ref.partition(".")[2]
    words = () if isinstance(item.written, Target) else item.written.serves
    fitting = (
        one.span for one in words if one.text.strip() == local or one.text.strip().endswith(f".{local}")
    )
    return Dependence(item, key, other, next(fitting, item.place.value("for")), item.place.at("for"))
