"""Where items stood in an earlier version of a roadmap, for pages that draw both."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from carbonroad.base.record import NamedTuple
from carbonroad.base.values.units import Unit
from carbonroad.compute.changes.names import GONE, Names
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import is_void
from carbonroad.link.system import Item, System
from carbonroad.model.items import Pathway, Target
from carbonroad.model.text import Text


class Was(NamedTuple):
    """An item as it was.

    Attributes:
        ref: The qualified id it has now; the old one where it is not in the roadmap any more.
        title: Its title then.
        words: Its deadline as written then, empty where it had none.
        first: Its first day then, None where open. For a work without a deadline the computed days.
        latest: Its latest day then (while a condition was open: the one to expect), None where open.
        value: What a target asked for, as written then; empty for anything else.
        dropped: It is not in the roadmap any more.
        item: The item itself, as the earlier version had it.
    """

    ref: str
    title: Text
    words: str
    first: date | None
    latest: date | None
    value: str
    dropped: bool
    item: Item


class Drift(NamedTuple):
    """An earlier version against this one.

    Attributes:
        label: What the earlier version is called: `HEAD~3`, a folder.
        as_of: Its data date.
        was: By `Was.ref`, the items whose days, words or value were others, and those that are gone; in the
            order of the new files, then of the old.
        pathways: By part, the earlier emissions pathway where it was another.
    """

    label: str
    as_of: date
    was: Mapping[str, Was]
    pathways: Mapping[str, Pathway] = MappingProxyType({})


def drift_of(old_system: System, old_facts: Facts, new_system: System, new_facts: Facts, label: str) -> Drift:
    """Return where the items of a new version stood in an old one."""
    now_called = Names(old_system, new_system).of("item")
    before = {now: was for was, now in now_called.items()}
    found: dict[str, Was] = {}
    for ref, item in new_system.items.items():
        old = old_system.items.get(before.get(ref, ""))
        if old is None or is_void(old, old_system.as_of):
            continue
        was = _was(old, old_facts, ref, dropped=False)
        now = _was(item, new_facts, ref, dropped=False)
        days = (was.first, was.latest, was.words) != (now.first, now.latest, now.words)
        if days or was.value != now.value or _unit(old) != _unit(item):
            found[ref] = was
    for ref, old in old_system.items.items():
        if ref not in now_called and not is_void(old, old_system.as_of):
            found[ref if ref not in new_system.items else ref + GONE] = _was(
                old, old_facts, ref, dropped=True
            )
    return Drift(label, old_system.as_of, found, _pathways(old_system, new_system))


def _pathways(old: System, new: System) -> dict[str, Pathway]:
    now = {part.id: part.pathway for part in new.parts}
    return {
        part.id: part.pathway
        for part in old.parts
        if part.pathway is not None and part.id in now and not same_numbers(part.pathway, now[part.id])
    }


def same_numbers(one: Pathway, other: Pathway | None) -> bool:
    """Return whether two pathways say the same of every year, in the same unit."""
    return other is not None and all(
        mine == theirs
        for mine, theirs in (
            (sorted(one.actual), sorted(other.actual)),
            (sorted(one.target), sorted(other.target)),
            (sorted(one.reference), sorted(other.reference)),
            (one.unit, other.unit),
        )
    )


def _unit(item: Item) -> Unit | None:
    """The unit that a target's number is in, unless it has one of its own."""
    return item.indicator.unit if item.indicator is not None else None


def days_of(item: Item, facts: Facts) -> tuple[date | None, date | None]:
    """Return an item's first and latest day: due, expected, or computed for a work without a deadline."""
    activity = facts.schedule.activities.get(item.ref) if item.deadline is None else None
    if activity is not None and activity.early_finish is not None:
        return activity.early_start, activity.early_finish
    due = facts.due[item.ref]
    return due.first, due.latest or due.expected


def _was(item: Item, facts: Facts, ref: str, *, dropped: bool) -> Was:
    first, latest = days_of(item, facts)
    return Was(
        ref,
        item.title,
        item.deadline.words if item.deadline is not None else "",
        first,
        latest,
        item.written.words.strip() if isinstance(item.written, Target) else "",
        dropped,
        item,
    )
