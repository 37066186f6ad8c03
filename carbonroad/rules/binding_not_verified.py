"""A binding item rests on sources that nobody has read: all of them are marked as known from memory.

What somebody is held to should have been looked up.

约束性条目未核实。一个约束性条目的来源全部标为未核。

要求别人负责的事，应当查过原文。

Flagged:
    sources:
      plan: {title: Action plan of 2024}
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT
        nature: binding
        source:
          id: plan
          evidence: memory  # expect: binding-not-verified

Fine:
    sources:
      plan: {title: Action plan of 2024}
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT
        nature: binding
        source:
          id: plan
          evidence: seen
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import is_void
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import own_name

RULE = Rule("CR509", "binding-not-verified", Severity.info)
SCOPE = Scope(reach="whole", misses=(), absence="none")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each binding item all of whose citations are from memory; of an indicator once."""
    seen: set[str] = set()
    for item in system.items.values():
        if item.nature != "binding":
            continue
        citations = [linked.citation for linked in item.citations]
        if not citations or any(one.evidence != "memory" for one in citations):
            continue
        name = own_name(item)
        if name in seen or is_void(item, system.as_of):
            continue
        seen.add(name)
        place = citations[0].place
        yield found(
            RULE,
            place.value("evidence"),
            say("{item} is binding, but no source of it was checked.", item=name),
            pointer=place.at("evidence"),
            label=say("from memory"),
            help_=say("look it up, and write evidence: seen (or partly) with the url"),
        )
