"""How many items stand how, by state and by body."""

from collections import Counter
from collections.abc import Mapping, Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.compute.facts import Facts
from carbonroad.link.system import Item, Party

STATES = (
    "late",
    "missed",
    "not-reached",
    "unreported",
    "at-risk",
    "on-track",
    "planned",
    "reached-early",
    "done",
)
"""The states of what counts; every item that is neither dropped nor superseded has exactly one."""


class Tally(NamedTuple):
    """How many items stand how, and how many of them are due within the horizon."""

    states: Mapping[str, int]
    due: int

    @property
    def all(self) -> int:
        """How many there are."""
        return sum(self.states.values())


class BodyTally(NamedTuple):
    """The items that a body owns or leads.

    Attributes:
        party: The body; None for the items of which no owner and no lead is stated.
        tally: Their counts; an item with several owners or leads counts for each of them.
        inferred: For how many of them the duty is inferred.
    """

    party: Party | None
    tally: Tally
    inferred: int


def answering(item: Item) -> dict[str, Party]:
    """Return who owns or leads an item, each body once, by its key."""
    return {party.key: party for party in (*item.parties.lead, *item.parties.owner)}


def tally(facts: Facts, items: Sequence[Item], soon: set[str]) -> Tally:
    """Count items by state; `soon` are the ids of those that are due within the horizon."""
    found = Counter(facts.standings[item.ref].state for item in items)
    return Tally({state: found[state] for state in STATES}, sum(item.ref in soon for item in items))


def body_tallies(facts: Facts, items: Sequence[Item], soon: set[str]) -> tuple[BodyTally, ...]:
    """Count the items of each body that owns or leads some, the largest first."""
    owned: dict[str, list[Item]] = {}
    named: dict[str, Party] = {}
    nobody = []
    for item in items:
        bodies = answering(item)
        named.update((key, party) for key, party in bodies.items() if key not in named)
        for key in bodies:
            owned.setdefault(key, []).append(item)
        if not bodies:
            nobody.append(item)
    found = [
        BodyTally(named[key], tally(facts, own, soon), sum(item.parties.inferred for item in own))
        for key, own in sorted(owned.items(), key=lambda pair: -len(pair[1]))
    ]
    if nobody:
        found.append(BodyTally(None, tally(facts, nobody, soon), 0))
    return tuple(found)
