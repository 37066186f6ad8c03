"""Something is due before what it waits for.

One of the two deadlines cannot be kept as they stand. Items with durations are checked by the schedule's
float instead, so that one mistake is reported once.

期限早于前置条目。一个条目的期限，早于它所等待的条目的期限。

照现在的写法，两个期限必有一个守不住。有工期的条目由进度计算中的时差来检查，一处错误只报一次。

Flagged:
    milestones:
      - id: standards
        title: Standards issued
        deadline: by 2028
        owner: MIIT
      - id: trading
        title: Trading begins
        deadline: by 2027
        owner: MEE
        after: standards  # expect: deadline-before-predecessor

Fine:
    milestones:
      - id: standards
        title: Standards issued
        deadline: by 2026
        owner: MIIT
      - id: trading
        title: Trading begins
        deadline: by 2027
        owner: MEE
        after: standards
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.scheduling.driving import is_fixed, overlap
from carbonroad.compute.scheduling.reached_days import plus
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import Item, Link, System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.links import begins, ends, in_network, last_day, pointer
from carbonroad.rules.shared.making import days, due_place

RULE = Rule("CR306", "deadline-before-predecessor", Severity.warning)
SCOPE = Scope(reach="chain", misses=("finished",), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each link that the stated days contradict and no float speaks of."""
    for index, link, before, after in facts.binding:
        if after.written.finished is not None:
            continue  # what has happened is compared with what was recorded
        late = (
            _overlap(facts, index, link, after)
            if in_network(facts, link)
            else _late(facts, link, before, after)
        )
        if late > 0:
            yield _finding(system, link, before, after, late)


def _overlap(facts: Facts, index: int, link: Link, after: Item) -> int:
    """Inside the network only a milestone that nothing timed leads to keeps its day against a predecessor."""
    return 0 if after.kind == "work" else overlap(facts.schedule, index, link) or 0


def _late(facts: Facts, link: Link, before: Item, after: Item) -> int:
    if (link.by == "for" and before.kind == "work") or (link.type in ("FS", "SS") and is_fixed(after)):
        return 0  # rules of their own
    first = ends(before, facts) if link.type in ("FS", "FF") else begins(before, facts)
    last = last_day(after, facts)
    reached = plus(first, link.lag) if first is not None else None
    return 0 if reached is None or last is None else (reached - last).days


def _finding(system: System, link: Link, before: Item, after: Item, late: int) -> Finding:
    return found(
        RULE,
        link.span,
        say(
            "{item} is due {days} before {predecessor}, which it waits for, allows.",
            item=after.ref,
            days=days(late),
            predecessor=before.ref,
        ),
        pointer=pointer(system, link),
        label=say("{item} is {days} too late for this", item=before.ref, days=days(late)),
        help_=say("correct one of the two deadlines, or take the link out"),
        related=[
            Related(due_place(before)[0], say("{item} is due here", item=before.ref)),
            Related(due_place(after)[0], say("{item} is due here", item=after.ref)),
        ],
    )
