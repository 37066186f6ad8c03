"""A binding indicator, target or milestone names no document that makes it binding.

Binding means that somebody is held to it. Without the document nobody can be.

约束性指标无来源。一个约束性的指标、目标或里程碑，没有写明由哪份文件规定。

约束性就是要有人为它负责；没有文件，就无法要求任何人负责。

Flagged:
    indicators:
      - id: intensity  # expect: binding-without-source
        title: Energy use per tonne
        unit: '%'
        owner: MIIT
        nature: binding
        targets: {2030: at most 90}

Fine:
    indicators:
      - id: intensity
        title: Energy use per tonne
        unit: '%'
        owner: MIIT
        nature: binding
        source: Action plan of 2024
        targets: {2030: at most 90}
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import is_void
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.model.place import Place
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import own_name

RULE = Rule("CR504", "binding-without-source", Severity.warning)
SCOPE = Scope(reach="whole", misses=("source",), absence="entry")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each binding milestone without a source; of an indicator and its targets once."""
    for name, place in dict(_bare(system)).items():
        yield found(
            RULE,
            place.value("id"),
            say("{item} is binding, but names no source.", item=name),
            pointer=place.at("source"),
            label=say("which document binds?"),
            help_=say("add source: with the document that sets it, or write nature: expected"),
        )


def _bare(system: System) -> Iterator[tuple[str, Place]]:
    for item in system.items.values():
        if item.nature == "binding" and not item.citations and not is_void(item, system.as_of):
            yield own_name(item), item.indicator.place if item.indicator is not None else item.place
    for ref, indicator in system.indicators.items():
        if indicator.nature == "binding" and not indicator.targets and not indicator.citations:
            yield ref, indicator.place
