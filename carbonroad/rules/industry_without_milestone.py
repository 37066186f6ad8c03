"""An industry's file sets neither a milestone nor a target.

In the timetable and the overview the industry stands empty: nothing in it can be reached or missed.

行业无里程碑。一个行业文件既没有里程碑，也没有目标。

这个行业在时间表和总览里是空的：没有什么可以完成，也没有什么会未完成。

Flagged:
    # file carbonroad.yaml
    title: Plan
    industries: [steel]
    # file steel.yaml
    title: Steel  # expect: industry-without-milestone
    works:
      - id: W1
        title: Retrofit the blast furnaces
        owner: MIIT
        deliverable: Twelve furnaces

Fine:
    # file carbonroad.yaml
    title: Plan
    industries: [steel]
    # file steel.yaml
    title: Steel
    milestones:
      - id: M1
        title: Furnaces retrofitted
        deadline: by 2028
        owner: MIIT
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR505", "industry-without-milestone", Severity.warning)
SCOPE = Scope(reach="whole", misses=(), absence="entry")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each industry below a top file in which nothing is to be reached."""
    for part in system.industries if system.has_top else ():
        if part.milestones or any(indicator.targets for indicator in part.indicators):
            continue
        yield found(
            RULE,
            part.place.key(),
            say('Industry "{industry}" has neither a milestone nor a target.', industry=part.id),
            pointer="milestones",
            label=say("nothing to be reached"),
            help_=say("add milestones:, or targets: to an indicator, or take the industry out of the list"),
        )
