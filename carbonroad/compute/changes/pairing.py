"""Which things of two versions are the same: by their names, else by their content.

The same pairs are found in both directions, whatever the order of the files. Time grows with the number of
things that have no namesake, times the length of their titles.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

from carbonroad.compute.changes.alike import Candidate, alike, marks_alike, same_title, title_alike

_SAME_HOME: Final = Fraction(65, 100)
"""How alike two must be to be the same thing under another name."""
_OTHER_HOME: Final = Fraction(85, 100)
"""The same for things that stand in different industries, where similar titles are common."""
_LIKE_TITLE: Final = Fraction(1, 2)
_MOST_PAIRS: Final = 400
"""Pairs that one word may lead to: what is in more titles tells nothing apart."""
_BUDGET: Final = 400_000
"""Pairs that are compared in all."""

Pairs = list[tuple[Candidate, Candidate]]


class Pairing:
    """What is left of both versions, and the pairs found so far."""

    def __init__(self, old: Iterable[Candidate], new: Iterable[Candidate]) -> None:
        self.old = {one.name: one for one in old}
        self.new = {one.name: one for one in new}
        self.found: dict[str, str] = {}

    def take(self, pairs: Iterable[tuple[Candidate, Candidate]]) -> None:
        """Pair the most alike first; each thing once."""
        scored = sorted(
            (
                (-alike(one, other), sorted((one.name, other.name)), one.name, other.name)
                for one, other in pairs
            ),
            key=lambda pair: pair[:2],
        )
        for _, _, one, other in scored:
            if one in self.old and other in self.new:
                self.pair(one, other)

    def pair(self, one: str, other: str) -> None:
        """Take two things for the same."""
        self.found[one] = other
        del self.old[one], self.new[other]


def pair_up(old: Iterable[Candidate], new: Iterable[Candidate], *, fuzzy: bool = True) -> dict[str, str]:
    """Return old name → new name of everything that is in both versions.

    1. What has the same name and a title in common. 2. What has a title in common, in the same industry.
    3. What has the same name and anything else in common: its title was written anew. 4. What is alike, in
    the same industry. 5. What is almost the same, in another industry.

    Args:
        old: The things of the old version, their homes by new name.
        new: Those of the new version.
        fuzzy: Whether what is only alike may be the same (steps 4 and 5).
    """
    pairing = Pairing(old, new)
    _namesakes(pairing, same_title)
    _by_title(pairing, lambda one: one.home)
    _namesakes(pairing, _has_common)
    if fuzzy and pairing.old and pairing.new:
        pairing.take(_alike(pairing, lambda one: one.home, _SAME_HOME))
        pairing.take(_alike(pairing, lambda _: "", _OTHER_HOME))
    return pairing.found


def _namesakes(pairing: Pairing, same: Callable[[Candidate, Candidate], bool]) -> None:
    by_place = {(one.home, one.id, one.kind): one for one in pairing.new.values()}
    for one in list(pairing.old.values()):
        other = by_place.get((one.home, one.id, one.kind))
        if other is not None and same(one, other):
            pairing.pair(one.name, other.name)


def _has_common(one: Candidate, other: Candidate) -> bool:
    """Whether a namesake with another title may be the same: a word of the title or half of the rest is."""
    same, of = marks_alike(one, other)
    return 2 * same >= of or title_alike(one, other) > 0


def _by_title(pairing: Pairing, place: Callable[[Candidate], str]) -> None:
    """Pair what has a whole title in common; where several have it, the most alike."""
    buckets: dict[tuple[str, str, str], tuple[list[Candidate], list[Candidate]]] = {}
    for side, things in enumerate((pairing.old.values(), pairing.new.values())):
        for one in things:
            for title in one.titles:
                buckets.setdefault((place(one), one.kind, title), ([], []))[side].append(one)
    pairing.take(_within_budget(buckets.values()))


def _alike(pairing: Pairing, place: Callable[[Candidate], str], least: Fraction) -> Pairs:
    """The pairs with a rare word in common that are alike enough."""
    buckets: dict[tuple[str, str, str], tuple[list[Candidate], list[Candidate]]] = {}
    for side, things in enumerate((pairing.old.values(), pairing.new.values())):
        for one in things:
            for word in frozenset().union(*one.words):
                buckets.setdefault((place(one), one.kind, word), ([], []))[side].append(one)
    found = []
    for one, other in _within_budget(buckets.values()):
        if (same_title(one, other) or title_alike(one, other) >= _LIKE_TITLE) and alike(one, other) >= least:
            found.append((one, other))
    return found


def _within_budget(
    buckets: Iterable[tuple[Sequence[Candidate], Sequence[Candidate]]],
) -> Iterator[tuple[Candidate, Candidate]]:
    """Yield each pair of a bucket once, the smallest buckets first: the same in both directions."""
    seen: set[tuple[str, str]] = set()
    full = [bucket for bucket in buckets if bucket[0] and bucket[1]]
    full.sort(key=lambda bucket: (len(bucket[0]) * len(bucket[1]), _names(bucket)))
    for mine, theirs in full:
        if len(mine) * len(theirs) > _MOST_PAIRS or len(seen) > _BUDGET:
            return
        for one in mine:
            for other in theirs:
                if (one.name, other.name) not in seen:
                    seen.add((one.name, other.name))
                    yield one, other


def _names(bucket: tuple[Sequence[Candidate], Sequence[Candidate]]) -> list[str]:
    return sorted(min(one.name for one in side) for side in bucket)
