"""Things wait for one another in a circle.

None of them can ever begin. Often two files were written apart, each waiting for the other.

前置关系循环。若干条目互相等待，成了一个圈。

其中哪一项都无法开始。常见的情形是两个文件分头起草，各自等着对方。

Flagged:
    works:
      - id: W1
        title: Build the pilot
        owner: MIIT
        after: W2  # expect: dependency-cycle
      - id: W2
        title: Evaluate the pilot
        owner: MIIT
        after: W1

Fine:
    works:
      - id: W1
        title: Build the pilot
        owner: MIIT
      - id: W2
        title: Evaluate the pilot
        owner: MIIT
        after: W1
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import Said, say, say_count
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import Link, System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.links import pointer
from carbonroad.rules.shared.making import road

RULE = Rule("CR307", "dependency-cycle", Severity.error)
SCOPE = Scope(reach="chain", misses=(), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield one finding for each circle, with every link of it in the order in which one is followed."""
    for loop in facts.schedule.cycles:
        backward = loop[::-1]  # from each item to the one that it waits for
        places = [(link.span.path, link.span.start) for link in backward]
        turn = places.index(min(places))
        links = backward[turn:] + backward[:turn]
        first = links[0]
        yield found(
            RULE,
            first.span,
            say("{item} waits for itself.", item=first.successor)
            if len(links) == 1
            else say_count(
                "{n} item waits for itself: {road}.",
                "{n} items wait for one another, each for the next: {road}.",
                len(links),
                road=road([first.successor, *(link.predecessor for link in links)]),
            ),
            pointer=pointer(system, first),
            label=_waits(first),
            help_=say("take out the link that is not needed"),
            related=[Related(link.span, _waits(link)) for link in links[1:]],
        )


def _waits(link: Link) -> Said:
    return say("{item} waits for {predecessor}", item=link.successor, predecessor=link.predecessor)
