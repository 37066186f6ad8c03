"""A binding target or deadline is worded as an effort: "strive for", 力争.

What is binding is assessed and can be missed; what is striven for can only be not reached. A target is one
or the other.

约束性目标使用“力争”。约束性目标的数值或期限写成了“力争”“争取”。

约束性目标要考核，达不到就是未完成；力争的目标只是未达到。同一目标只能是其中一种。

Flagged:
    indicators:
      - id: eaf
        title: Electric furnace share
        unit: '%'
        owner: MIIT
        nature: binding
        source: plan
        targets:
          2030: strive for 15  # expect: strive-on-binding
    sources:
      plan: {title: Plan}

Fine:
    indicators:
      - id: eaf
        title: Electric furnace share
        unit: '%'
        owner: MIIT
        nature: binding
        source: plan
        targets:
          2030: {value: at least 12, stretch: strive for 15}
    sources:
      plan: {title: Plan}
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import is_void
from carbonroad.findings import Finding, Related, Rule, Severity, Span, found
from carbonroad.link.system import Item, System
from carbonroad.model.items import Target
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR420", "strive-on-binding", Severity.warning)
SCOPE = Scope(reach="whole", misses=(), absence="none")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each binding target or milestone whose value or deadline is only striven for."""
    for item in system.items.values():
        if item.nature != "binding" or is_void(item, system.as_of):
            continue
        written = item.written
        value = written.value if isinstance(written, Target) else None
        if value is not None and value.strive:
            yield _finding(item, written.place.value("value"), item.place.pointer)
        elif item.deadline is not None and item.deadline.strive:
            yield _finding(item, item.place.value("deadline"), item.place.at("deadline"))


def _finding(item: Item, span: Span, pointer: str) -> Finding:
    of_all = item.indicator
    place = item.place if of_all is None or "nature" in item.place.fields else of_all.place
    return found(
        RULE,
        span,
        say("{ref} is binding, but its words only strive for it.", ref=item.ref),
        pointer=pointer,
        label=say("only striven for"),
        related=[Related(place.value("nature"), say("binding by this"))],
        help_=say(
            "leave strive out if it is binding, write nature: expected if it is not,"
            " or put the number striven for under stretch"
        ),
    )
