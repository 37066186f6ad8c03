"""A target is a fall or a rise, and nothing says against which year.

"Down 18 %" is another promise against 2005 than against 2020, and nobody can check it.

变化没有基期。目标写的是下降或提高，却没有说与哪一年相比。

“下降18%”以2005年为基期和以2020年为基期是两个不同的承诺，没有基期就无法考核。

Flagged:
    indicators:
      - id: intensity
        title: Energy use per tonne of steel
        unit: kgce/t
        owner: MIIT
        targets:
          2030: down 2 %  # expect: change-without-baseline

Fine:
    indicators:
      - id: intensity
        title: Energy use per tonne of steel
        unit: kgce/t
        owner: MIIT
        baseline: 2025
        targets:
          2030: down 2 %
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.targets.consistency import without_baseline
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import typed

RULE = Rule("CR409", "change-without-baseline", Severity.warning)
SCOPE = Scope(reach="part", misses=("actual", "baseline", "change"), absence="none")
_SHOWN = 8


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each indicator, at its first change without a baseline."""
    for series in facts.series.values():
        changes = without_baseline(series)
        if not changes:
            continue
        first, *others = changes
        yield found(
            RULE,
            first.span,
            say('"{words}" is a change, and nothing says against which year.', words=typed(first)),
            pointer=first.pointer,
            label=say("against which year?"),
            related=[Related(one.span, say("this one neither")) for one in others[:_SHOWN]],
            help_=say("add the year that it is measured against to the indicator, such as baseline: 2020"),
        )
