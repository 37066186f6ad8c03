"""Everything that is different between two versions of a roadmap."""

from collections.abc import Iterator, Mapping
from typing import Any

from carbonroad.base.collector import collector_paused
from carbonroad.base.record import NamedTuple
from carbonroad.compute.changes.change import Change, Direction, Group
from carbonroad.compute.changes.field_meanings import meanings
from carbonroad.compute.changes.meaning import Sides
from carbonroad.compute.changes.names import GONE, Names
from carbonroad.compute.changes.record_types import Key, Record, Records, Ref, renamed, renamed_records
from carbonroad.compute.changes.system_records import records_of
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import is_void
from carbonroad.compute.status.target_years import TargetYears
from carbonroad.link.system import System

_NAMED = frozenset(("part", "item", "measure", "indicator", "phase", "organisation", "source"))


class Comparison(NamedTuple):
    """Two versions and what changed between them.

    Attributes:
        old: The old system.
        new: The new one.
        changes: In the order of the new version's files, then of what is gone in the old.
        names: New names of the old version's things.
    """

    old: System
    new: System
    changes: tuple[Change, ...]
    names: Names


def compare(old: System, old_facts: Facts, new: System, new_facts: Facts) -> Comparison:
    """Compare two versions; both should have one data date, or time that passed is a change too."""
    with collector_paused():
        return _compare(old, old_facts, new, new_facts)


def _compare(old: System, old_facts: Facts, new: System, new_facts: Facts) -> Comparison:
    names = Names(old, new)
    renaming = names.renaming(old, new)
    first = records_of(old, old_facts)
    before = renamed_records(first, renaming)
    known = {renamed(key, renaming): key for key in first} if renaming else {key: key for key in first}
    after = records_of(new, new_facts)
    changes = [
        *_name_changes(known, after),
        *_field_changes(old, new, before, after, known),
        *_gone(old, before, after, known),
    ]
    return Comparison(old, new, tuple(changes), names)


def _name_changes(known: Mapping[Key, Key], after: Records) -> Iterator[Change]:
    """What has another name, or stands in another industry."""
    parts = {key.ref: was.ref for key, was in known.items() if key.subject == "part"}
    for key in after:
        was = known.get(key)
        if was is None or was == key or key.subject not in _NAMED:
            continue
        cause = ""
        kind, home = "renamed", ""
        if key.subject in ("item", "measure", "indicator"):
            here, there = key.ref.partition(".")[0], was.ref.partition(".")[0]
            home = parts.get(here, "")
            if home != there:
                kind = "moved"
            elif key.ref.partition(".")[2] == was.ref.partition(".")[2]:
                cause = "part"
            elif "@" in key.ref and key.ref.partition("@")[2] == was.ref.partition("@")[2]:
                cause = "indicator"
        yield Change(kind, key, "renamed", was, "id", was.ref, key.ref, cause=cause)


def _field_changes(
    old: System, new: System, before: Records, after: Records, known: Mapping[Key, Key]
) -> Iterator[Change]:
    target_years = TargetYears(old.phases), TargetYears(new.phases)
    for key, record in after.items():
        was = before.get(key)
        if was is None:
            yield _whole(key, None, None, record, _cause(key, after, before) or _ended(new, key))
        elif was != record:
            yield from _fields(Sides(old, new, known[key], key, (was, record), target_years))


def _fields(sides: Sides) -> Iterator[Change]:
    was, now = sides.records
    void = _is_void(sides)
    for field in dict.fromkeys((*now, *was)):
        one, two = was.get(field), now.get(field)
        if one == two:
            continue
        for meaning in meanings(sides, field):
            ended = void and meaning.group in ("slipped", "weakened", "earlier", "raised", "unclear")
            yield Change(
                meaning.kind,
                sides.after,
                "other" if ended else meaning.group,
                sides.before,
                field,
                one,
                two,
                meaning.direction,
                meaning.days,
                meaning.by,
                meaning.reason,
                "void" if ended else meaning.cause,
            )


def _is_void(sides: Sides) -> bool:
    """Whether an item counted in neither version."""
    if sides.after.subject != "item":
        return False
    one, two = sides.items
    return is_void(one, sides.old.as_of) and is_void(two, sides.new.as_of)


def _gone(old: System, before: Records, after: Records, known: Mapping[Key, Key]) -> Iterator[Change]:
    for key, record in before.items():
        if key not in after:
            cause = _cause(key, before, after)
            yield _whole(key, known[key], record, None, cause or _ended(old, known[key]))


def _ended(system: System, key: Key) -> str:
    """`void` for an item that no longer counted."""
    return "void" if key.subject == "item" and is_void(system.items[key.ref], system.as_of) else ""


def _cause(key: Key, here: Records, there: Records) -> str:
    """What came or went with something larger: its industry, its indicator, an end of a link."""

    def only_here(one: Key) -> bool:
        return one in here and one not in there

    if key.subject in ("item", "indicator", "measure"):
        part = Key("part", (Ref("part", key.ref.partition(".")[0]),))
        if only_here(part):
            return "part"
        indicator = here[key].get("indicator") if key.subject == "item" and "@" in key.ref else None
        return "indicator" if isinstance(indicator, Ref) and only_here(Key("indicator", (indicator,))) else ""
    if key.subject == "actual":
        return "indicator" if only_here(Key("indicator", key.at[:1])) else ""
    if key.subject == "link":
        return "item" if any(only_here(Key("item", (end,))) for end in key.at[:2]) else ""
    if key.subject in ("pathway", "emissions", "revision", "drawing"):
        return "part" if only_here(Key("part", key.at[:1])) else ""
    return ""


_WHOLE: dict[str, tuple[tuple[str, Group, Direction], tuple[str, Group, Direction]]] = {
    "actual": (("measured", "measured", "better"), ("actual-withdrawn", "rewritten", "worse")),
    "link": (("link-added", "order", ""), ("link-removed", "order", "")),
    "revision": (("revision-added", "wording", ""), ("revision-removed", "wording", "")),
    "drawing": (("added", "other", ""), ("dropped", "other", "")),
    "organisation": (("added", "other", ""), ("dropped", "other", "")),
    "source": (("added", "wording", ""), ("dropped", "wording", "")),
    "phase": (("added", "other", ""), ("dropped", "other", "")),
    "measure": (("added", "other", ""), ("dropped", "other", "")),
    "pathway": (("added", "added", ""), ("dropped", "dropped", "")),
}
_SERIES: dict[str, tuple[tuple[str, Group, Direction], tuple[str, Group, Direction]]] = {
    "actual": _WHOLE["actual"],
    "target": (
        ("pathway-target-set", "raised", "stronger"),
        ("pathway-target-withdrawn", "weakened", "weaker"),
    ),
    "reference": (("reference-changed", "other", ""), ("reference-changed", "other", "")),
}


def _whole(key: Key, before: Key | None, was: Record | None, now: Record | None, cause: str) -> Change:
    """Something that came or went as a whole."""
    table = _SERIES[key.at[1]] if key.subject == "emissions" else _WHOLE.get(key.subject)
    came, went = table or (("added", "added", ""), ("dropped", "dropped", ""))
    kind, group, direction = came if now is not None else went
    if cause == "void":
        group, direction = "other", ""
    return Change(kind, key, group, before, "", was, now, direction, cause=cause)


def patched(records: Records, changes: tuple[Change, ...]) -> dict[Key, Record]:
    """Return the new version's records, from the old version's and what changed."""
    names: dict[Ref, Ref] = {}
    for change in changes:
        if change.before is not None and change.key != change.before and change.key.subject in _NAMED:
            names[change.before.at[0]] = change.key.at[0]
    found: dict[Key, dict[str, Any]] = {
        key: dict(record) for key, record in renamed_records(records, names).items()
    }
    for change in changes:
        if change.field == "id":
            continue
        if change.field and change.now is None:
            found[change.key].pop(change.field, None)
        elif change.field:
            found[change.key][change.field] = change.now
        elif change.now is None:
            del found[change.key]
        else:
            found[change.key] = dict(change.now)
    return found  # type: ignore[return-value]


def without_gone(name: str) -> str:
    """Return a name as it was before something else took it."""
    return name.removesuffix(GONE)
