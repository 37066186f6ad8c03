"""The number that is striven for asks for less than the target itself.

A stretch is what one strives for beyond the target. If it is easier, the two are in each other's place.

力争值弱于目标。力争达到的数值要求比目标本身还低。

力争值是在目标之上再努力的数值。如果它更容易达到，两个数就写反了。

Flagged:
    indicators:
      - id: storage
        title: Energy storage
        unit: GW
        owner: NEA
        targets:
          2030: {value: at least 180, stretch: strive for 150}  # expect: stretch-weaker-than-target

Fine:
    indicators:
      - id: storage
        title: Energy storage
        unit: GW
        owner: NEA
        targets:
          2030: {value: at least 150, stretch: strive for 180}
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.targets.consistency import weak_stretch
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import typed
from carbonroad.rules.weaker_than_earlier_target import level_note

RULE = Rule("CR419", "stretch-weaker-than-target", Severity.warning)
SCOPE = Scope(reach="part", misses=("better",), absence="none")


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each stretch that is weaker than its target."""
    for series in facts.series.values():
        for entry, target in weak_stretch(series):
            yield found(
                RULE,
                entry.span,
                say(
                    'The stretch "{words}" asks for less than the target "{other}".',
                    words=typed(entry),
                    other=typed(target),
                ),
                pointer=entry.pointer,
                label=say("less than the target"),
                related=[Related(target.span, say("the target"))],
                notes=[note for one in (entry, target) if (note := level_note(series, one))],
                help_=say("exchange the two, or correct the number"),
            )
