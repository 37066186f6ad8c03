"""A peak or neutrality goal, or a binding one, of the top file is named by no industry.

The goal is national, but nobody is said to bring it about: the "1" and the "N" stand side by side.

总目标无行业支撑。总文件里的达峰、碳中和目标或约束性目标，没有一个行业提到它。

目标是全局的，却没有写明由谁来实现：“1”和“N”互不衔接。

Flagged:
    # file carbonroad.yaml
    title: Plan
    industries: [steel]
    milestones:
      - id: peak
        title: Emissions peak
        deadline: by 2030
        owner: NDRC
        goal: peak  # expect: goal-not-served
    # file steel.yaml
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2028
        owner: MIIT

Fine:
    # file carbonroad.yaml
    title: Plan
    industries: [steel]
    milestones:
      - id: peak
        title: Emissions peak
        deadline: by 2030
        owner: NDRC
        goal: peak
    # file steel.yaml
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2028
        owner: MIIT
        for: top.peak
"""

from collections.abc import Iterator

from carbonroad.base.graph import reached
from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import is_void
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import Item, System
from carbonroad.model.items import Milestone
from carbonroad.model.roadmap import TOP
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import own_name

RULE = Rule("CR506", "goal-not-served", Severity.warning)
SCOPE = Scope(reach="whole", misses=("finished", "reports", "status"), absence="name")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each open goal of the top file that no industry leads to or waits for."""
    if not system.has_top or system.unread or all(item.part == TOP for item in system.items.values()):
        return
    served: set[str] | None = None
    seen: set[str] = set()
    for item in system.items.values():
        if item.part != TOP or not _is_goal(item) or is_void(item, system.as_of):
            continue
        if item.written.finished is not None or facts.standing_of(item.ref).status in ("done", "missed"):
            continue
        served = _served(system, facts) if served is None else served
        name = own_name(item)
        if item.ref not in served and name not in served and name not in seen:
            seen.add(name)
            yield _finding(item, name)


def _is_goal(item: Item) -> bool:
    written = item.written
    return item.nature == "binding" or (isinstance(written, Milestone) and written.goal is not None)


def _served(system: System, facts: Facts) -> set[str]:
    """What of the top file industries lead to, and all that they wait for."""
    head = f"{TOP}."
    first = {
        ref
        for one, others in facts.leads_to.items()
        if not one.startswith(head)
        for ref in others
        if ref.startswith(head)
    }
    awaited = {link.predecessor for link in system.links if not link.successor.startswith(head)}
    return reached(first, facts.leads_to) | awaited


def _finding(item: Item, name: str) -> Finding:
    place = item.indicator.place if item.indicator is not None else item.place
    field = "goal" if "goal" in place.fields else "nature" if "nature" in place.fields else "id"
    return found(
        RULE,
        place.value(field),
        say("No industry names {item}.", item=name),
        pointer=place.at(field),
        label=say("who brings it about?"),
        help_=say("name it in an industry's file: for: {item}, or parent: {item} at an indicator", item=name),
    )
