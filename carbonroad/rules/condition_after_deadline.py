"""An item depends on a condition that is due only after its own deadline.

On the day by which it must be reached, nobody knows yet whether it applies at all.

条件晚于期限。一个条目所依赖的条件，要到它自己的期限之后才到期。

到了必须完成的那一天，还不知道这件事到底做不做。

Flagged:
    milestones:
      - id: free
        title: Free allocation ends
        deadline: by 2028
        owner: MEE
        if: auctions  # expect: condition-after-deadline
      - id: auctions
        title: Auctions begin
        deadline: by 2030
        owner: MEE

Fine:
    milestones:
      - id: free
        title: Free allocation ends
        deadline: by 2032
        owner: MEE
        if: auctions
      - id: auctions
        title: Auctions begin
        deadline: by 2030
        owner: MEE
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import finished_day, is_void
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import days, due_place

RULE = Rule("CR339", "condition-after-deadline", Severity.warning)
SCOPE = Scope(reach="whole", misses=("finished",), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each open condition that is due later than what depends on it."""
    for item in system.items.values():
        condition = system.items.get(item.condition or "")
        if condition is None or condition is item or item.deadline is None or item.latest is None:
            continue
        due = facts.due[condition.ref].latest
        if due is None or due <= item.latest or finished_day(condition) is not None:
            continue
        if (
            is_void(item, system.as_of)
            or is_void(condition, system.as_of)
            or item.written.finished is not None
        ):
            continue
        field = "if" if "if" in item.place.fields else "deadline"
        yield found(
            RULE,
            item.place.value(field),
            say(
                "{item} is due {days} before {other}, on which it depends.",
                item=item.ref,
                days=days((due - item.latest).days),
                other=condition.ref,
            ),
            pointer=item.place.at(field),
            label=say("due only on {day}", day=due),
            help_=say("correct one of the two deadlines, or the condition"),
            related=[
                Related(due_place(item)[0], say("{item} is due here", item=item.ref)),
                Related(due_place(condition)[0], say("{item} is due here", item=condition.ref)),
            ],
        )
