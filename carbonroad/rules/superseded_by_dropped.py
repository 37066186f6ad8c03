"""An item was replaced by one that was dropped.

The old item leaves all counts because of its successor; with the successor gone, the task is nowhere.

替代者已取消。一个条目被另一个条目替代，而后者已经取消。

旧条目因为有了替代者而退出各项统计；替代者又取消了，这项任务就无处可寻了。

Flagged:
    milestones:
      - id: draft
        title: Draft standards issued
        deadline: by 2027
        owner: MIIT
        superseded_by: standards  # expect: superseded-by-dropped
      - id: standards
        title: Standards issued
        deadline: by 2028
        owner: MIIT
        status: dropped

Fine:
    milestones:
      - id: draft
        title: Draft standards issued
        deadline: by 2027
        owner: MIIT
        status: dropped
      - id: standards
        title: Standards issued
        deadline: by 2028
        owner: MIIT
        status: dropped
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import stated_status
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import status_place

RULE = Rule("CR334", "superseded-by-dropped", Severity.warning)
SCOPE = Scope(reach="whole", misses=(), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each item whose direct successor is dropped and not replaced itself."""
    for item in facts.having("superseded_by"):
        other = system.items.get(item.superseded_by or "")
        if other is None or other is item or other.superseded_by is not None:
            continue
        if stated_status(other, system.as_of) == "dropped":
            yield found(
                RULE,
                item.place.value("superseded_by"),
                say("{item} is replaced by {other}, which is dropped.", item=item.ref, other=other.ref),
                pointer=item.place.at("superseded_by"),
                label=say("will not come"),
                help_=say("write status: dropped here too, or name what takes its place"),
                related=[Related(status_place(other, system.as_of)[0], say("its status"))],
            )
