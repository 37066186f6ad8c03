"""A work with a stated start and finish begins before what it waits for is over.

Stated days never move, so the schedule cannot mend it: the two statements contradict each other.

前置条目晚于固定的开始。一项写定了开始和结束的工程，在它所等待的条目完成之前就开始。

写定的日子不会移动，进度计算无法调整：这两处写法互相矛盾。

Flagged:
    works:
      - id: W1
        title: Design
        owner: MIIT
        start: 2027-01-01
        takes: 12 months
      - id: W2
        title: Build
        owner: MIIT
        start: 2027-07-01
        finish: 2028-06-30
        after: W1  # expect: predecessor-after-fixed-start

Fine:
    works:
      - id: W1
        title: Design
        owner: MIIT
        start: 2027-01-01
        takes: 6 months
      - id: W2
        title: Build
        owner: MIIT
        start: 2027-07-01
        finish: 2028-06-30
        after: W1
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import finished_day
from carbonroad.compute.scheduling.driving import is_fixed, overlap
from carbonroad.compute.scheduling.reached_days import plus
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import Item, Link, System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.links import begins, ends, pointer
from carbonroad.rules.shared.making import days

RULE = Rule("CR319", "predecessor-after-fixed-start", Severity.warning)
SCOPE = Scope(reach="chain", misses=("finished",), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each link into a work with stated days whose predecessor is later."""
    for index, link, before, after in facts.binding:
        if not is_fixed(after) or finished_day(after) is not None:
            continue
        late = _late(facts, index, link, before, after)
        if late is not None and late > 0:
            yield _finding(system, facts, link, before, after, late)


def _finding(  # the link, both ends and the days between them
    system: System, facts: Facts, link: Link, before: Item, after: Item, late: int
) -> Finding:
    last = ends(before, facts)
    return found(
        RULE,
        link.span,
        say(
            "{item} has fixed days, but {predecessor}, which it waits for, is {days} too late: "
            "it ends on {last}.",
            item=after.ref,
            predecessor=before.ref,
            days=days(late),
            last=last,
        )
        if last is not None
        else say(
            "{item} has fixed days, but {predecessor}, which it waits for, is {days} too late.",
            item=after.ref,
            predecessor=before.ref,
            days=days(late),
        ),
        pointer=pointer(system, link),
        label=say("{days} too late", days=days(late)),
        help_=say("correct the days of one of the two, or take the link out"),
        related=[
            Related(after.place.value("start", "finish"), say("{item} is fixed here", item=after.ref)),
            Related(
                before.place.value("takes", "finish", "deadline", "id"),
                say("{item} ends too late", item=before.ref),
            ),
        ],
    )


def _late(facts: Facts, index: int, link: Link, before: Item, after: Item) -> int | None:
    if index in facts.schedule.lag_days:
        return overlap(facts.schedule, index, link)
    if link.type not in ("FS", "SS"):
        return None
    first = ends(before, facts) if link.type == "FS" else begins(before, facts)
    start = begins(after, facts)
    reached = plus(first, link.lag) if first is not None else None
    if reached is None or start is None:
        return None
    return (reached - start).days + (1 if link.type == "FS" else 0)
