"""An item has a day on which it was finished, but its status says otherwise.

The stated word counts: the item is shown as late or missed although it was reached.

状态与完成日期不符。写了完成日期，状态却是另一种说法。

以写明的状态为准：事情已经做完，文档里却仍显示为滞后或未完成。

Flagged:
    as_of: 2026-11-22
    milestones:
      - id: furnaces
        title: Electric furnaces make 15 % of output
        deadline: by 2025
        owner: MIIT
        finished: 2026-03
        status: late  # expect: status-and-finished-differ

Fine:
    as_of: 2026-11-22
    milestones:
      - id: furnaces
        title: Electric furnaces make 15 % of output
        deadline: by 2025
        owner: MIIT
        finished: 2026-03
        status: done
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import finished_day, stated_status
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import status_place, status_word

RULE = Rule("CR325", "status-and-finished-differ", Severity.warning)
SCOPE = Scope(reach="part", misses=("reports",), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each finished item with another status than done."""
    for item in facts.having("finished"):
        day, status = finished_day(item), stated_status(item, system.as_of)
        if day is None or day > system.as_of or item.superseded_by is not None or status in (None, "done"):
            continue
        span, pointer = status_place(item, system.as_of)
        yield found(
            RULE,
            span,
            say(
                '{item} was finished by {day}, but its status is "{status}".',
                item=item.ref,
                day=day,
                status=status_word(status),
            ),
            pointer=pointer,
            label=say("but finished"),
            help_=say("write status: done, or leave the status out; that it was late shows by the days"),
            related=[Related(item.place.value("finished"), say("finished here"))],
        )
