"""A target's year is over, and no number was measured for it or for a later year.

Whether the target was reached is known only by a number. Until it is recorded, the target counts neither as
met nor as missed.

目标年已过而无实际值。目标年份已经过去，却没有当年或以后年份的实际值。

目标是否完成要用数据说话。记录之前，它既不算完成，也不算未完成。

Flagged:
    as_of: 2026-11-22
    indicators:
      - id: eaf
        title: Electric furnace share
        unit: '%'
        owner: MIIT
        actual: {2023: 9.9}
        targets:
          2025: 15  # expect: target-year-without-actual

Fine:
    as_of: 2026-11-22
    indicators:
      - id: eaf
        title: Electric furnace share
        unit: '%'
        owner: MIIT
        actual: {2023: 9.9, 2025: 10.4}
        targets:
          2025: 15
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR421", "target-year-without-actual", Severity.info)
SCOPE = Scope(reach="part", misses=("actual",), absence="none")


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each target whose time is over without a measured value."""
    for ref, item in facts.unmeasured.items():
        latest = facts.due[ref].latest
        if latest is None:
            continue
        yield found(
            RULE,
            item.place.value("value"),
            say(
                "{ref} was due on {day}, and no value is recorded for {year} or later.",
                ref=ref,
                day=latest,
                year=latest.year,
            ),
            pointer=item.place.pointer,
            label=say("was it reached?"),
            help_=say("record the measured value: actual: {{{year}: …}}", year=latest.year),
        )
