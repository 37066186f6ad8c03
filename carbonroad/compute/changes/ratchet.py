"""What was given up without an entry in the revision table that names it."""

from collections.abc import Iterable
from typing import Any

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import as_id
from carbonroad.compute.changes.change import Change
from carbonroad.compute.changes.compare import Comparison, without_gone
from carbonroad.compute.changes.record_types import Ref
from carbonroad.link.names import TOP_NAMES
from carbonroad.model.items import PATHWAY_NAMES
from carbonroad.model.roadmap import TOP

_GIVEN_UP = frozenset(("slipped", "weakened", "dropped", "rewritten", "unclear"))
"""What cannot be compared may be weaker: another unit, another base year."""
_FOLLOWS = frozenset(("part", "indicator", "item", "void"))


class Need(NamedTuple):
    """Something that needs an entry.

    Attributes:
        part: In whose file the entry belongs.
        name: What its `items` have to name: an id, of what is gone the old one; `pathway`; of an industry
            that is gone its name.
        changes: Why.
    """

    part: str
    name: str
    changes: tuple[Change, ...]


class RevisionEntry(NamedTuple):
    """A new entry of the revision table: whose, its number, and the qualified names under `items`."""

    part: str
    rev: str
    items: frozenset[str]


def given_up(comparison: Comparison) -> list[Need]:
    """Return all that slipped, was weakened or dropped, may be weaker, or whose past was rewritten."""
    found: dict[tuple[str, str], list[Change]] = {}
    here = {part.id for part in comparison.new.parts}
    for change in comparison.changes:
        if change.group in _GIVEN_UP and change.cause not in _FOLLOWS:
            found.setdefault(_where(change, here), []).append(change)
    return [Need(*where, tuple(changes)) for where, changes in found.items()]


def unexplained(comparison: Comparison) -> list[Need]:
    """Return what was given up and no new entry names."""
    entries = new_entries(comparison)
    return [need for need in given_up(comparison) if explanation(entries, need) is None]


def new_entries(comparison: Comparison) -> list[RevisionEntry]:
    """Return the entries of the revision table that the old version has not, under no other number either."""
    known = [change.was for change in comparison.changes if change.kind == "revision-removed"]
    return [
        _entry(change)
        for change in comparison.changes
        if change.kind == "revision-added" and change.now not in known
    ]


def explanation(entries: Iterable[RevisionEntry], need: Need) -> RevisionEntry | None:
    """Return the entry that names what was given up; None where there is none."""
    return next((entry for entry in entries if _names(entry, need)), None)


def next_revision(known: Iterable[str]) -> str:
    """Return what the next entry may be called: the letter or number after the last one, 1 for the first."""
    named = list(known)
    numbers = [int(rev) for rev in named if rev.isascii() and rev.isdigit()]
    letters = [rev for rev in named if len(rev) == 1 and "A" <= rev < "Z"]
    if letters and not numbers:
        return chr(ord(max(letters)) + 1)
    return str(max(numbers, default=0) + 1)


def _where(change: Change, here: set[str]) -> tuple[str, str]:
    """The file of the entry, and what it has to name."""
    key = change.key
    ref = without_gone(key.ref)
    if key.subject in ("item", "indicator", "actual"):
        part, _, ident = ref.partition(".")
        return (part, ident) if part in here else (TOP, ref)
    if key.subject == "part":
        return TOP, ref
    return (ref, PATHWAY_NAMES[0]) if ref in here else (TOP, f"{ref}.{PATHWAY_NAMES[0]}")


def _entry(change: Change) -> RevisionEntry:
    record: Any = change.now
    part = change.key.ref
    named = (_qualified(one, part) for one in record.get("items", ()))
    return RevisionEntry(part, change.key.at[1], frozenset(name for names in named for name in names))


def _qualified(name: Ref | str, part: str) -> tuple[str, ...]:
    """What a name under `items` may mean: of what is gone the words alone tell."""
    if isinstance(name, Ref):
        return (name.name,)
    head, dot, rest = as_id(name).rpartition(".")
    head = TOP if head in TOP_NAMES else head
    said = head + dot + (PATHWAY_NAMES[0] if rest in PATHWAY_NAMES else rest)
    return said, f"{part}.{said}"


def _names(entry: RevisionEntry, need: Need) -> bool:
    if entry.part not in (need.part, TOP):
        return False
    ref = f"{need.part}.{need.name}"
    names = {ref, ref.partition("@")[0]}
    if need.part == TOP:  # what has no file any more is named in full
        names |= {need.name, need.name.partition("@")[0]}
    return not names.isdisjoint(entry.items)
