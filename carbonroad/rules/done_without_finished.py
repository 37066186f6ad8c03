"""Something is said to be done, but not since when.

Whether it was in time can then never be shown, and the drawing cannot place it.

已完成而无完成日期。写明已完成，却没有写哪一天完成。

是否按期完成就永远无从说明，图上也不知道该画在哪里。

Flagged:
    milestones:
      - id: furnaces
        title: Electric furnaces make 15 % of output
        deadline: by 2025
        owner: MIIT
        status: done  # expect: done-without-finished

Fine:
    milestones:
      - id: furnaces
        title: Electric furnaces make 15 % of output
        deadline: by 2025
        owner: MIIT
        status: done
        finished: 2025-12
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import stated_status
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import Item, System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import status_place

RULE = Rule("CR313", "done-without-finished", Severity.warning)
SCOPE = Scope(reach="part", misses=("finished", "reports"), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each item that is stated done without a day."""
    for item in facts.having("status", "reports"):
        if stated_status(item, system.as_of) != "done" or item.superseded_by is not None:
            continue
        if item.written.finished is None and not _has_its_day(item, system):
            span, pointer = status_place(item, system.as_of)
            yield found(
                RULE,
                span,
                say("{item} is done, but its day is not given.", item=item.ref),
                pointer=pointer,
                label=say("done when?"),
                help_=say("add finished: with the day, the month or the year, such as finished: 2025-12"),
            )


def _has_its_day(item: Item, system: System) -> bool:
    """Whether the key of a target says when: a value for 2025 is reached in 2025."""
    return item.kind == "target" and item.latest is not None and item.latest <= system.as_of
