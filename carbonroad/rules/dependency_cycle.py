"""Things wait for one another in a circle.

None of them can ever begin. Often two files were written apart, each waiting for the other.

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

from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity
from carbonroad.link.system import System
from carbonroad.rules.links import pointer
from carbonroad.rules.making import found

RULE = Rule("CR307", "dependency-cycle", Severity.error)


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield one finding for each circle, with every link of it."""
    for loop in facts.schedule.cycles:
        places = [(link.span.path, link.span.start) for link in loop]
        turn = places.index(min(places))
        links = loop[turn:] + loop[:turn]
        first = links[0]
        back = (first, *reversed(links[1:]))
        road = " waits for ".join([first.successor, *(link.predecessor for link in back)])
        yield found(
            RULE,
            first.span,
            f"{first.successor} waits for itself."
            if len(links) == 1
            else f"{len(links)} items wait for one another: {road}.",
            pointer=pointer(system, first),
            label=f"{first.successor} waits for {first.predecessor}",
            help_="take out the link that is not needed",
            related=[
                Related(link.span, f"{link.successor} waits for {link.predecessor}") for link in links[1:]
            ],
        )
