"""Something waits for, depends on or serves an item that was dropped, or waits for one that was missed.

What will never be finished holds nothing up and leads nowhere: the link is ignored, and the order that it
stood for is no longer checked.

依赖已取消的条目。一个条目等待、依赖或支撑的条目已经取消，或者它所等待的条目已经未完成。

永远不会完成的条目，既拦不住什么，也通向不了什么：这个关系不再计算，它所代表的先后次序也不再检查。

Flagged:
    milestones:
      - id: standards
        title: Standards issued
        deadline: by 2028
        owner: MIIT
        status: dropped
      - id: trading
        title: Trading begins
        deadline: by 2030
        owner: MEE
        after: standards  # expect: depends-on-dropped

Fine:
    milestones:
      - id: standards
        title: Standards issued
        deadline: by 2028
        owner: MIIT
        status: dropped
      - id: trading
        title: Trading begins
        deadline: by 2030
        owner: MEE
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say, sayable
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import stated_status
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import Item, System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.links import dependences
from carbonroad.rules.shared.making import status_place

RULE = Rule("CR332", "depends-on-dropped", Severity.warning)
SCOPE = Scope(reach="whole", misses=("finished", "reports", "status"), absence="none")
_DROPPED = {
    "after": sayable("{item} waits for {other}, which is dropped."),
    "for": sayable("{item} is for {other}, which is dropped."),
    "if": sayable("{item} depends on {other}, which is dropped."),
}
_MISSED = {
    "after": sayable("{item} waits for {other}, which is missed: it can no longer be met."),
    "if": sayable("{item} depends on {other}, which is missed: it can no longer be met."),
}


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each reference of an open item to one that will not come."""
    stated = facts.having("status", "reports")
    gone = {item.ref: words for item in stated if (words := _words(system, item))}
    for item, key, other, span, pointer in dependences(system, gone) if gone else ():
        message = gone[other.ref].get(key)
        if message is not None:
            yield found(
                RULE,
                span,
                say(message, item=item.ref, other=other.ref),
                pointer=pointer,
                label=say("will not come"),
                help_=say("take it out, or name what has taken its place"),
                related=[Related(status_place(other, system.as_of)[0], say("its status"))],
            )


def _words(system: System, item: Item) -> dict[str, str]:
    """What to say of those that depend on an item; nothing while it may come."""
    status = stated_status(item, system.as_of)
    if item.superseded_by is not None or item.written.finished is not None:
        return {}
    return _DROPPED if status == "dropped" else _MISSED if status == "missed" else {}
