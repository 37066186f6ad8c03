"""The industries' pathways together are highest after the year by which the top file's peak goal is due.

Each industry may look right by itself. Added up, the plans make the common goal impossible, and no single
file shows it.

合计达峰晚于目标。各行业路径之和的最高值出现在总文件达峰目标的期限之后。

单看每个行业可能都没有问题，但加在一起，总体目标就实现不了，而任何一个文件都看不出来。

Flagged:
    # file carbonroad.yaml
    before_means: inclusive
    owner: NDRC
    organisations:
      NDRC: {title: NDRC}
    milestones:
      - {id: peak, title: Emissions peak, deadline: before 2030, goal: peak}  # expect: sum-peaks-after-goal
    # file power.yaml
    pathway: {unit: Mt CO2/yr, actual: {2024: 5000}, target: {2034: 6000, 2050: 1000}}
    milestones:
      - {id: M1, title: Storage built, deadline: by 2030, owner: NDRC, for: peak}
    # file steel.yaml
    pathway: {unit: Mt CO2/yr, actual: {2024: 1800}, target: {2028: 1850, 2050: 300}}
    milestones:
      - {id: M1, title: Furnaces built, deadline: by 2030, owner: NDRC, for: peak}

Fine:
    # file carbonroad.yaml
    before_means: inclusive
    owner: NDRC
    organisations:
      NDRC: {title: NDRC}
    milestones:
      - {id: peak, title: Emissions peak, deadline: before 2030, goal: peak}
    # file power.yaml
    pathway: {unit: Mt CO2/yr, actual: {2024: 5000}, target: {2029: 5600, 2050: 1000}}
    milestones:
      - {id: M1, title: Storage built, deadline: by 2030, owner: NDRC, for: peak}
    # file steel.yaml
    pathway: {unit: Mt CO2/yr, actual: {2024: 1800}, target: {2028: 1850, 2050: 300}}
    milestones:
      - {id: M1, title: Furnaces built, deadline: by 2030, owner: NDRC, for: peak}
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.pathways.goals import late_peak, top_goals
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import amount
from carbonroad.rules.shared.making import due_place
from carbonroad.rules.shared.sums import members_at, unit_of

RULE = Rule("CR434", "sum-peaks-after-goal", Severity.warning)
SCOPE = Scope(reach="whole", misses=(), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each peak goal of the top file that the industries' sum does not keep."""
    for goal in top_goals(system, facts.goals, "peak"):
        balance = facts.balance
        peak = late_peak(balance.sums.middle, goal.year, balance.sums.least_lead)
        if peak is None:
            continue
        highest, then = balance.sums.middle.at(peak), balance.sums.middle.at(goal.year)
        span, pointer = due_place(goal.item)
        unit = unit_of(balance)
        yield found(
            RULE,
            span,
            say(
                "The industries' emissions together are highest in {peak}, but {ref} is due by {year}.",
                peak=peak,
                ref=goal.item.ref,
                year=goal.year,
            ),
            pointer=pointer,
            label=say("the sum peaks in {peak}", peak=peak),
            related=members_at(balance, peak),
            notes=[
                say(
                    "together {highest} in {peak}, and {then} in {year}",
                    highest=amount(highest, unit),
                    peak=peak,
                    then=amount(then, unit),
                    year=goal.year,
                )
            ]
            if highest is not None and then is not None
            else [],
            help_=say("bring the industries' targets forward, or state the goal that they add up to"),
        )
