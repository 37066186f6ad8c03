"""Items depend on one another's outcome, or replace one another, in a circle.

None of the conditions can ever be known, and of items that replace one another none is left to count.

Flagged:
    milestones:
      - id: M1
        title: Free allocation ends
        owner: MEE
        deadline: by 2030
        if: M2  # expect: circular-condition
      - id: M2
        title: Auctions begin
        owner: MEE
        deadline: after M1

Fine:
    milestones:
      - id: M1
        title: Free allocation ends
        owner: MEE
        deadline: by 2030
        if: M2
      - id: M2
        title: Auctions begin
        owner: MEE
        deadline: by 2029
"""

from collections.abc import Iterator

from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, Span
from carbonroad.link.system import Item, System
from carbonroad.rules.making import found

RULE = Rule("CR320", "circular-condition", Severity.error)
_WORDS = {"if": "depends on", "superseded_by": "is replaced by"}


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield one finding for each circle, at the first of its items."""
    del facts  # what is written decides
    conditions = {ref: item.condition for ref, item in system.items.items() if item.condition}
    successors = {ref: item.superseded_by for ref, item in system.items.items() if item.superseded_by}
    for key, leads_to in (("if", conditions), ("superseded_by", successors)):
        for loop in _loops(leads_to):
            yield _finding(system, key, loop)


def _loops(leads_to: dict[str, str]) -> Iterator[list[str]]:
    """Yield each circle of a map in which every item leads to one other at most."""
    walk_of: dict[str, int] = {}
    for walk, start in enumerate(leads_to):
        here: str | None = start
        while here is not None and here not in walk_of:
            walk_of[here] = walk
            here = leads_to.get(here)
        if here is not None and walk_of[here] == walk:
            loop = [here]
            while (following := leads_to[loop[-1]]) != here:
                loop.append(following)
            yield loop


def _finding(system: System, key: str, loop: list[str]) -> Finding:
    items = [system.items[ref] for ref in loop]
    items = min((items[n:] + items[:n] for n in range(len(items))), key=lambda turn: _place(turn[0], key)[0])
    (span, pointer), words = _place(items[0], key), _WORDS[key]
    first = items[0].ref
    message = (
        f"{first} {words} itself."
        if len(items) == 1
        else f"{len(items)} items stand in a circle: {f' {words} '.join([i.ref for i in items] + [first])}."
    )
    return found(
        RULE,
        span,
        message,
        pointer=pointer,
        label="leads back to itself",
        help_="take one of them out, or name another item",
        related=[Related(_place(item, key)[0], f"{item.ref} {words} the next") for item in items[1:]],
    )


def _place(item: Item, key: str) -> tuple[Span, str]:
    """Where the item names the next: under the key, else in the words of its deadline."""
    name = key if key in item.place.fields else "deadline"
    return item.place.value(name), item.place.at(name)
