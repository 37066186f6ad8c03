"""A milestone or a target names no document that sets it.

Nobody can look it up, or tell a duty from a wish.

无来源。一个里程碑或目标没有写明由哪份文件提出。

别人无从查证，也分不清是任务还是愿望。

Flagged:
    milestones:
      - id: peak  # expect: no-source
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT

Fine:
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT
        source: Action plan of 2024
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import is_void
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import own_name

RULE = Rule("CR503", "no-source", Severity.info)
SCOPE = Scope(reach="part", misses=("nature", "source"), absence="entry")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each milestone or target without a source; of an indicator's targets once."""
    seen: set[str] = set()
    for item in system.items.values():
        if item.kind == "work" or item.citations or is_void(item, system.as_of) or item.nature == "binding":
            continue  # what binds has a rule of its own
        name = own_name(item)
        if name in seen:
            continue
        seen.add(name)
        place = item.indicator.place if item.indicator is not None else item.place
        yield found(
            RULE,
            place.value("id"),
            say("{item} names no source.", item=name),
            pointer=place.at("source"),
            label=say("where does it come from?"),
            help_=say("add source: with the id of a document under sources"),
        )
