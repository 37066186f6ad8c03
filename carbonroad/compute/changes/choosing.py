"""Which changes concern an industry or a body."""

from carbonroad.base.record import NamedTuple
from carbonroad.compute.changes.change import Change
from carbonroad.compute.changes.compare import Comparison, without_gone
from carbonroad.compute.changes.record_types import Key
from carbonroad.link.system import Item, System

_IN_PARTS = frozenset(("item", "indicator", "actual", "measure", "link"))
_OF_PARTS = frozenset(("part", "pathway", "emissions", "revision", "drawing"))


class Choice(NamedTuple):
    """What changes are asked for.

    Attributes:
        comparison: Both versions.
        parts: Ids of parts, of either version; empty for all.
        owner: A body's id, or its words; empty for any.
    """

    comparison: Comparison
    parts: frozenset[str]
    owner: str

    def has(self, change: Change) -> bool:
        """Whether a change is asked for; what was moved concerns the industry it came from too."""
        keys = [key for key in (change.key, change.before) if key is not None]
        if self.parts and not any(part_of(key) in self.parts for key in keys):
            return False
        return not self.owner or self._concerns(change)

    def _concerns(self, change: Change) -> bool:
        sides: tuple[tuple[System, Key | None], ...] = (
            (self.comparison.new, change.key),
            (self.comparison.old, change.before),
        )
        return any(
            _owned(item, self.owner)
            for system, key in sides
            if key is not None
            for item in _items(system, key)
        )


def part_of(key: Key) -> str:
    """Return the part that a record stands in; empty for what stands in none."""
    if key.subject in _IN_PARTS:
        name = key.at[1].name if key.subject == "link" else key.ref
        return without_gone(str(name).partition(".")[0])
    return without_gone(key.ref) if key.subject in _OF_PARTS else ""


def _items(system: System, key: Key) -> list[Item]:
    """The items that a record is about: an indicator's are its targets."""
    if key.subject == "item":
        found = [system.items.get(key.ref)]
    elif key.subject == "link":
        found = [system.items.get(key.at[1].name)]
    elif key.subject in ("indicator", "actual"):
        found = [item for ref, item in system.items.items() if ref.startswith(f"{key.ref}@")]
    else:
        found = []
    return [item for item in found if item is not None]


def _owned(item: Item, owner: str) -> bool:
    duties = item.parties
    return any(party.key == owner for party in (*duties.owner, *duties.lead, *duties.support))
