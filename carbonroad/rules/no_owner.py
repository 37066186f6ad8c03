"""Nobody answers for a milestone, a target or a work.

What is everybody's task is nobody's: it stands on no ministry's list.

无负责单位。一个里程碑、目标或工程没有人负责。

人人有责，就是无人负责：它不在任何一个部门的清单上。

Flagged:
    milestones:
      - id: peak  # expect: no-owner
        title: Steel emissions peak
        deadline: by 2030

Fine:
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT
"""

from collections.abc import Iterator

from carbonroad.base.said import say
from carbonroad.compute.due import is_void
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import Item, System
from carbonroad.rules.making import own_name

RULE = Rule("CR502", "no-owner", Severity.warning)


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each item without owner and lead; once for the targets of an indicator."""
    seen: set[str] = set()
    for item in system.items.values():
        if item.parties.answering or is_void(item, system.as_of):
            continue
        name = own_name(item)
        if name not in seen:
            seen.add(name)
            yield _finding(item, name)


def _finding(item: Item, name: str) -> Finding:
    place = item.indicator.place if item.indicator is not None else item.place
    if item.parties.nobody:
        return found(
            RULE,
            place.value("owner", "id"),
            say("{item} has no owner: its source names none.", item=name),
            pointer=place.at("owner"),
            label=say("nobody"),
            help_=say("name who is to answer for it, with owner_basis: inferred if no document says so"),
        )
    return found(
        RULE,
        place.value("id"),
        say("{item} has neither an owner nor a lead.", item=name),
        pointer=place.at("owner"),
        label=say("who answers for it?"),
        help_=say("add owner: here, or once at the head of the file for everything in it"),
    )
