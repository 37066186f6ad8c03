"""A dependency is already implied by a chain of others.

It changes no date, but the drawing carries one line more, and who moves the chain later has to find it.

前置关系多余。一个前置关系已经包含在其他前置关系连成的链条里。

它不影响任何日期，却让图上多一条线；以后调整链条的人还得把它找出来。

Flagged:
    milestones:
      - id: law
        title: Law passed
        deadline: by 2026
        owner: MIIT
      - id: standards
        title: Standards issued
        deadline: by 2027
        owner: MIIT
        after: law
      - id: trading
        title: Trading begins
        deadline: by 2028
        owner: MEE
        after:
          - standards
          - law  # expect: redundant-link

Fine:
    milestones:
      - id: law
        title: Law passed
        deadline: by 2026
        owner: MIIT
      - id: standards
        title: Standards issued
        deadline: by 2027
        owner: MIIT
        after: law
      - id: trading
        title: Trading begins
        deadline: by 2028
        owner: MEE
        after: standards
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from carbonroad.base.graph import transitive_reduction
from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import Link, System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.links import pointer
from carbonroad.rules.shared.making import road

RULE = Rule("CR335", "redundant-link", Severity.info)
SCOPE = Scope(reach="whole", misses=(), absence="none")
_EFFORT = 20_000  # steps in all that are spent on showing which chain implies a link


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each plain link that others imply and no document or note speaks for."""
    if not _crossing([link for link in system.links if link.type == "FS"]):
        return
    links = [
        link
        for _, link, _, _ in facts.binding
        if link.type == "FS" and (link.lag is None or link.lag.count >= 0)
    ]
    if _crossing(links):
        yield from _implied(system, links)


def _crossing(links: Sequence[Link]) -> bool:
    """Whether any link may be implied that is to be told of.

    It is one of several that leave what it comes from, and of several that reach its end.
    """
    leaving = Counter([link.predecessor for link in links])
    reaching = Counter([link.successor for link in links])
    return any(
        reaching[link.successor] > 1 and leaving[link.predecessor] > 1 and _is_plain(link) for link in links
    )


def _is_plain(link: Link) -> bool:
    """Whether nothing speaks for a link."""
    return link.by == "after" and link.lag is None and not link.citations and not link.note


def _implied(system: System, links: Sequence[Link]) -> Iterator[Finding]:
    refs = sorted({ref for link in links for ref in (link.predecessor, link.successor)})
    number = {ref: n for n, ref in enumerate(refs)}
    successors: list[list[int]] = [[] for _ in refs]
    for link in links:
        successors[number[link.predecessor]].append(number[link.successor])
    kept = transitive_reduction(successors)
    effort = _EFFORT
    for link in links:
        one, other = number[link.predecessor], number[link.successor]
        if other in kept[one] or not _is_plain(link):
            continue
        chain, steps = _chain(kept, one, other, effort)
        effort -= steps
        yield found(
            RULE,
            link.span,
            say("{item} waits for {predecessor} anyway.", item=link.successor, predecessor=link.predecessor),
            pointer=pointer(system, link),
            label=say("implied by other links"),
            help_=say("take it out, or say in its note why it is stated"),
            notes=[say("the chain is {road}", road=road([refs[n] for n in chain]))] if chain else (),
        )


def _chain(successors: Sequence[Sequence[int]], one: int, other: int, effort: int) -> tuple[list[int], int]:
    """Return a shortest chain between two nodes and the steps of the search; none where it gives up."""
    came_from, level, steps = {one: one}, [one], 0
    while level and steps < effort:
        following = []
        for node in level:
            for target in successors[node]:
                steps += 1
                if target not in came_from:
                    came_from[target] = node
                    following.append(target)
        if other in came_from:
            chain = [other]
            while chain[-1] != one:
                chain.append(came_from[chain[-1]])
            return chain[::-1], steps
        level = following
    return [], steps
