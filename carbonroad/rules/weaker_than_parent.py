"""An industry's target asks for less than the top file's target that it belongs to.

If every industry did the same, the country's target would be missed. Shares, intensities and changes are
compared; of a total, an industry's part is naturally smaller than the whole.

弱于上级指标。行业目标的要求低于它所属的总体目标。

如果各行业都这样定，总体目标就完不成。比较的是占比、强度和变化幅度；总量指标中，行业只是其中一部分，自然小于总体。

Flagged:
    # file carbonroad.yaml
    before_means: inclusive
    indicators:
      - id: benchmark
        title: Capacity at the efficiency benchmark
        unit: '%'
        better: higher
        owner: NDRC
        targets: {2030: at least 30}
    organisations:
      NDRC: {title: NDRC}
    # file steel.yaml
    indicators:
      - id: benchmark
        title: Steel capacity at the efficiency benchmark
        unit: '%'
        better: higher
        owner: NDRC
        parent: benchmark
        targets:
          2030: at least 25  # expect: weaker-than-parent
    milestones:
      - {id: M1, title: Standard in force, deadline: by 2028, owner: NDRC}

Fine:
    # file carbonroad.yaml
    before_means: inclusive
    indicators:
      - id: benchmark
        title: Capacity at the efficiency benchmark
        unit: '%'
        better: higher
        owner: NDRC
        targets: {2030: at least 30}
    organisations:
      NDRC: {title: NDRC}
    # file steel.yaml
    indicators:
      - id: benchmark
        title: Steel capacity at the efficiency benchmark
        unit: '%'
        better: higher
        owner: NDRC
        parent: benchmark
        targets:
          2030: at least 30
    milestones:
      - {id: M1, title: Standard in force, deadline: by 2028, owner: NDRC}
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.targets.parents import weaker_targets
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import typed

RULE = Rule("CR422", "weaker-than-parent", Severity.warning)
SCOPE = Scope(reach="whole", misses=("better", "change"), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each target that is weaker than its parent's for the same year."""
    for child, entry, parent, wanted in weaker_targets(system, facts.series):
        written = child.indicator.parent
        links = [] if written is None else [Related(written.span, say("belongs to it by this"))]
        yield found(
            RULE,
            entry.span,
            say(
                '"{words}" for {year} asks for less than "{other}" of {parent}.',
                words=typed(entry),
                year=entry.year,
                other=typed(wanted),
                parent=parent.ref,
            ),
            pointer=entry.pointer,
            label=say("less than {parent}", parent=parent.ref),
            related=[Related(wanted.span, say("asks for more")), *links],
            help_=say("correct one of the two numbers, or take the parent out if it is another quantity"),
        )
