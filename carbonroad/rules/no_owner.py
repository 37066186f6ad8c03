"""Nobody answers for a milestone, a target or a work.

What is everybody's task is nobody's: it stands on no ministry's list. `owner: none` at the head of a file or
at a measure is reported there, once, with the number of items that inherit it.

无负责单位。一个里程碑、目标或工程没有人负责。

人人有责，就是无人负责：它不在任何一个部门的清单上。文件开头或举措处将负责写作“无”的，只在该处报告一次，并注明
沿用的条目数。

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

from carbonroad.base.texts.said import say, say_count
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import is_void
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import Item, System
from carbonroad.model.items import Measure
from carbonroad.model.place import Place
from carbonroad.model.roadmap import Part
from carbonroad.model.terms import Duties
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import own_name

RULE = Rule("CR502", "no-owner", Severity.warning)
SCOPE = Scope(reach="whole", misses=("lead", "measure", "owner"), absence="entry")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each item without owner and lead; once for the targets of an indicator.

    Where a file or a measure says `owner: none` for all that it holds, it is one finding there.
    """
    parts = {part.id: part for part in system.parts}
    seen: set[str] = set()
    inheriting: dict[str, tuple[Place, list[Item]]] = {}
    for item in system.items.values():
        if item.parties.answering or is_void(item, system.as_of):
            continue
        above = _above(item, system.measures.get(item.measure), parts[item.part])
        if above is not None:
            key = f"{item.part} {above.pointer}"
            inheriting.setdefault(key, (above, []))[1].append(item)
            continue
        name = own_name(item)
        if name not in seen:
            seen.add(name)
            yield _finding(item, name)
    for place, items in inheriting.values():
        yield _finding_above(place, items)


def _above(item: Item, lane: Measure | None, part: Part) -> Place | None:
    """The measure or the file from which an item inherits `owner: none`; None where it says so itself."""
    if not item.parties.nobody or _says(item.written.duties):
        return None
    if item.indicator is not None and _says(item.indicator.duties):
        return None
    return lane.place if lane is not None and _says(lane.duties) else part.place


def _says(duties: Duties) -> bool:
    return bool(duties.owner or duties.lead or duties.nobody)


def _finding_above(place: Place, items: list[Item]) -> Finding:
    return found(
        RULE,
        place.value("owner"),
        say_count(
            "1 item has no owner: it inherits owner: none from here.",
            "{n:,} items have no owner: they inherit owner: none from here.",
            len(items),
        ),
        pointer=place.at("owner"),
        label=say("nobody"),
        help_=say(
            "name who is to answer, here or at an item, with owner_basis: inferred if no document says so"
        ),
    )


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
