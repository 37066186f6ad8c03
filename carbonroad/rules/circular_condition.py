"""Items depend on one another's outcome in a circle.

None of the conditions can ever be known: each waits for the other to happen first.

条件循环。若干条目互以对方的结果为条件，成了一个圈。

这样的条件永远无从判断：每一个都在等另一个先发生。

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

from carbonroad.base.graph import cycles
from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import Said, say, sayable
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import is_void
from carbonroad.findings import Finding, Related, Rule, Severity, Span, found
from carbonroad.link.system import Item, System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.links import pointer
from carbonroad.rules.shared.making import road

RULE = Rule("CR320", "circular-condition", Severity.error)
SCOPE = Scope(reach="whole", misses=(), absence="none")
_ITSELF = sayable("{item} depends on its own outcome.")
_CIRCLE = {
    "if": sayable("{n} items depend on one another, each on the next: {road}."),
    "after": sayable("{n} items wait for one another or depend on one another: {road}."),
}
_STEP = {
    "if": sayable("{item} depends on {next}"),
    "after": sayable("{item} waits for {next}"),
}


class _Step(NamedTuple):
    """One item of a circle, the next one, and where it names it; `key` is if or after."""

    item: str
    next: str
    key: str
    span: Span
    pointer: str


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield one finding for each circle of conditions, or of conditions and links."""
    conditions = {ref: item.condition for ref, item in system.items.items() if item.condition}
    for loop in _loops(conditions):
        yield _finding("if", [_Step(ref, conditions[ref], "if", *_place(system.items[ref])) for ref in loop])
    if conditions:
        yield from _mixed(system, facts, conditions)


def _mixed(system: System, facts: Facts, conditions: dict[str, str]) -> Iterator[Finding]:
    """Yield the circles that run over links and conditions both."""
    steps: dict[tuple[str, str], _Step] = {}
    for _, link, _, _ in facts.binding:
        step = _Step(link.successor, link.predecessor, "after", link.span, pointer(system, link))
        steps.setdefault((link.successor, link.predecessor), step)
    for ref, condition in conditions.items():
        if condition in system.items and not is_void(system.items[ref], system.as_of):
            steps[ref, condition] = _Step(ref, condition, "if", *_place(system.items[ref]))
    refs = sorted({ref for ends in steps for ref in ends})
    number = {ref: n for n, ref in enumerate(refs)}
    waits: list[list[int]] = [[] for _ in refs]
    for one, other in steps:
        waits[number[one]].append(number[other])
    for loop in cycles(waits):
        circle = [steps[refs[a], refs[b]] for a, b in zip(loop, [*loop[1:], loop[0]], strict=True)]
        if len({step.key for step in circle}) > 1:
            yield _finding("after", circle)


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


def _finding(key: str, circle: list[_Step]) -> Finding:
    turn = min(range(len(circle)), key=lambda n: circle[n].span)
    circle = circle[turn:] + circle[:turn]
    first = circle[0]
    return found(
        RULE,
        first.span,
        say(_ITSELF, item=first.item)
        if len(circle) == 1
        else say(_CIRCLE[key], n=len(circle), road=road([*(s.item for s in circle), first.item])),
        pointer=first.pointer,
        label=say("leads back to itself") if len(circle) == 1 else _said(first),
        help_=say("take one of them out, or name another item"),
        related=[Related(step.span, _said(step)) for step in circle[1:]],
    )


def _said(step: _Step) -> Said:
    return say(_STEP[step.key], item=step.item, next=step.next)


def _place(item: Item) -> tuple[Span, str]:
    """Where the item names its condition: under `if`, else in the words of its deadline."""
    name = "if" if "if" in item.place.fields else "deadline"
    return item.place.value(name), item.place.at(name)
