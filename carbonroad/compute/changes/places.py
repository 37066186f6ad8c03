"""Where a change stands in the files: in the new version's, of what is gone in the old one's."""

from typing import TYPE_CHECKING, Protocol

from carbonroad.compute.changes.change import Change
from carbonroad.compute.changes.compare import Comparison
from carbonroad.compute.changes.record_types import Key
from carbonroad.findings import Span
from carbonroad.link.system import System
from carbonroad.model.place import NOWHERE, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

_WRITTEN = {
    "deadline": ("deadline",),
    "value": ("value",),
    "inferred": ("owner_basis",),
    "state": ("status", "finished"),
    "source": ("source",),
    "too_late": ("deadline", "takes", "finish"),
    "words": ("value",),
}


class _Placed(Protocol):
    @property
    def place(self) -> Place: ...


class Places:
    """Looks up where things stand; the links of both versions are indexed once."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._links = {
            side: {(link.predecessor, link.successor, link.type): link.span for link in system.links}
            for side, system in (("old", comparison.old), ("new", comparison.new))
        }

    def of(self, change: Change) -> Span | None:
        """Return where a change is seen; None for what is computed from the whole."""
        gone = change.before is not None and change.now is None and not change.field
        system = self._comparison.old if gone else self._comparison.new
        key = change.before if gone and change.before is not None else change.key
        if key.subject == "link":
            ends = key.at[0].name, key.at[1].name, key.at[2]
            return self._links["old" if gone else "new"].get(ends)
        place = _place(system, key)
        if place is None or place is NOWHERE:
            return None
        if key.subject == "emissions":
            return place.value(key.at[1])
        return place.value(*_WRITTEN.get(change.field, (change.field,))) if change.field else place.key()


def _place(system: System, key: Key) -> Place | None:
    ref = key.ref
    if key.subject == "actual":
        found = (one.place for one in system.indicators[ref].actuals if one.period == key.at[1:])
        return next(found, None)
    if key.subject == "phase":
        return next((phase.place for phase in system.phases if phase.id == ref), None)
    things: dict[str, Mapping[str, _Placed]] = {
        "item": system.items,
        "indicator": system.indicators,
        "measure": system.measures,
        "organisation": system.organisations,
        "source": system.documents,
    }
    if key.subject in things:
        return things[key.subject][ref].place
    return _place_in_part(system, key)


def _place_in_part(system: System, key: Key) -> Place | None:
    part = next((part for part in system.parts if part.id == key.ref), None)
    if part is None:
        return None
    if key.subject in ("pathway", "emissions"):
        return None if part.pathway is None else part.pathway.place
    if key.subject == "revision":
        named = [
            one.place
            for one in part.revisions
            if (one.rev or (one.date.day.isoformat() if one.date is not None else "")) == key.at[1]
        ]
        return named[key.at[2] - 1] if len(named) >= key.at[2] else None
    if key.subject == "drawing":
        return None if part.title_block is None else part.title_block.place
    return part.place
