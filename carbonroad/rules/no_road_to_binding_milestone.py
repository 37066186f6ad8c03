"""No work leads to a binding milestone, though the roadmap plans works.

A binding goal without a task behind it is a promise that nobody is working on.

约束性里程碑无工程支撑。路线图里列有工程，却没有一项通向这个约束性里程碑。

约束性目标背后没有任务，就是一个没有人在落实的承诺。

Flagged:
    milestones:
      - id: M1
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT
        nature: binding  # expect: no-road-to-binding-milestone
        source: Action plan of 2024
      - id: M2
        title: Furnaces retrofitted
        deadline: by 2028
        owner: MIIT
    works:
      - id: W1
        title: Retrofit the blast furnaces
        owner: MIIT
        deadline: 2026..2027
        for: M2

Fine:
    milestones:
      - id: M1
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT
        nature: binding
        source: Action plan of 2024
        after: M2
      - id: M2
        title: Furnaces retrofitted
        deadline: by 2028
        owner: MIIT
    works:
      - id: W1
        title: Retrofit the blast furnaces
        owner: MIIT
        deadline: 2026..2027
        for: M2
"""

from collections.abc import Iterator

from carbonroad.base.graph import reached
from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import is_void
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR323", "no-road-to-binding-milestone", Severity.info)
SCOPE = Scope(reach="whole", misses=("finished", "reports", "status"), absence="name")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each open binding milestone that no work leads to."""
    binding = [
        (ref, item)
        for ref, item in system.items.items()
        if item.nature == "binding" and item.kind == "milestone"
    ]
    if not binding or system.unread:
        return
    works = [ref for ref, item in system.items.items() if item.kind == "work"]
    on_a_road = reached(works, facts.leads_to) if works else set[str]()
    for ref, item in binding if works else ():
        if ref in on_a_road:
            continue
        if is_void(item, system.as_of) or facts.standing_of(ref).status in ("done", "missed"):
            continue
        yield found(
            RULE,
            item.place.value("nature"),
            say("{item} is binding, but no work leads to it.", item=ref),
            pointer=item.place.at("nature"),
            label=say("nothing leads here"),
            help_=say("name it under for: of the works that are to bring it about, or add such a work"),
        )
