"""Who does what: the items of every body with its part in each."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from carbonroad.base.record import NamedTuple
from carbonroad.link.system import Item, Party
from carbonroad.views.shared.selection import by_day
from carbonroad.views.shared.words import Words

_UNNAMED = re.compile(r"and \d+ others?|等.*(?:部门|单位|家|个)", re.IGNORECASE)


class Duty(NamedTuple):
    """One body's part in one item: `role` is English interface words, `answers` whether it owns or leads."""

    item: Item
    role: str
    answers: bool


@dataclass(frozen=True, slots=True)
class Body:
    """A body with its duties in order of time: those it answers for, and those it supports."""

    key: str
    party: Party
    answers: tuple[Duty, ...]
    supports: tuple[Duty, ...]

    @property
    def duties(self) -> tuple[Duty, ...]:
        """All of them."""
        return (*self.answers, *self.supports)


def bodies_of(words: Words, items: Iterable[Item]) -> list[Body]:
    """Return every body with a duty: declared ones in the order of the file, then others as they come.

    Words such as "and 10 others" in a list of supporters name nobody and get no table; they stand beside
    the item in the tables of the bodies named with them.
    """
    found: dict[str, tuple[Party, list[Duty]]] = {}
    for item in by_day(words, items):
        for key, party in _named(item).items():
            found.setdefault(key, (party, []))[1].append(_duty(item, key))
    order = {key: n for n, key in enumerate(words.system.organisations)}
    keys = sorted(found, key=lambda key: order.get(key, len(order)))
    return [
        Body(
            key,
            found[key][0],
            tuple(duty for duty in found[key][1] if duty.answers),
            tuple(duty for duty in found[key][1] if not duty.answers),
        )
        for key in keys
    ]


def owned_by_nobody(words: Words, items: Iterable[Item]) -> list[Item]:
    """Return the items of which no owner and no lead is stated."""
    return [item for item in by_day(words, items) if not item.parties.answering]


def _named(item: Item) -> dict[str, Party]:
    duties = item.parties
    answering = {party.key: party for party in (*duties.lead, *duties.owner)}
    others = {p.key: p for p in duties.support if p.id or not _UNNAMED.fullmatch(p.words.strip())}
    return {**others, **answering}


def _duty(item: Item, key: str) -> Duty:
    duties = item.parties
    owns, leads = _has(duties.owner, key), _has(duties.lead, key)
    if owns and leads:
        role = "owner and lead"
    elif leads:
        role = "joint lead" if len(duties.lead) > 1 else "lead"
    elif owns:
        role = "joint owner" if len(duties.owner) > 1 else "owner"
    else:
        role = "support"
    return Duty(item, role, owns or leads)


def _has(parties: Sequence[Party], key: str) -> bool:
    return any(party.key == key for party in parties)
