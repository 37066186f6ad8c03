"""A work serves no milestone, nothing waits for it, and it names no deliverable.

A task that leads to no goal is cut first, or goes on for ever. Often the line `for` was forgotten.

工程不支撑任何事项。一项工程不支撑任何里程碑，没有条目等待它，也没有写明成果。

不通向任何目标的任务，要么最先被砍掉，要么长期拖延。多半是漏写了“支撑”。

Flagged:
    milestones:
      - id: M1
        title: 80 % of capacity retrofitted
        deadline: by 2030
        owner: MIIT
    works:
      - id: W1  # expect: work-delivers-nothing
        title: Retrofit the blast furnaces
        owner: MIIT
        deadline: 2027..2029

Fine:
    milestones:
      - id: M1
        title: 80 % of capacity retrofitted
        deadline: by 2030
        owner: MIIT
    works:
      - id: W1
        title: Retrofit the blast furnaces
        owner: MIIT
        deadline: 2027..2029
        for: M1
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import is_void
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.model.items import Work
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR322", "work-delivers-nothing", Severity.info)
SCOPE = Scope(reach="whole", misses=("deliverable",), absence="name")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each live work that leads nowhere."""
    if system.unread:
        return  # it may be named there
    awaited = {link.predecessor for link in system.links}
    awaited |= {item.condition for item in system.items.values() if item.condition}
    for ref, item in system.items.items():
        work = item.written
        if not isinstance(work, Work) or ref in awaited or item.serves or work.serves or work.deliverable:
            continue
        if item.place.value("id") in system.meant:  # a mistyped name may mean it, and has a finding
            continue
        if not is_void(item, system.as_of):
            yield found(
                RULE,
                item.place.value("id"),
                say("{item} delivers nothing: no milestone is named, and nothing waits for it.", item=ref),
                pointer=item.place.at("for"),
                label=say("what for?"),
                help_=say(
                    "add for: with the milestone that it helps to reach, or deliverable: with its result"
                ),
            )
