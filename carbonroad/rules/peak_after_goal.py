"""A pathway is highest after the year by which its own peak goal is due.

The numbers of the plan do not keep its first promise: followed to the letter, it misses the goal.

达峰晚于目标。路径的最高值出现在本文件达峰目标的期限之后。

计划自己的数字就没有兑现达峰承诺：即使完全照做，也实现不了目标。

Flagged:
    before_means: inclusive
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: before 2030
        goal: peak
        owner: MIIT
    pathway:
      unit: Mt CO2/yr
      actual: {2024: 1800}
      target:
        2030: 1850
        2033: 1900  # expect: peak-after-goal
        2040: 1200

Fine:
    before_means: inclusive
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: before 2030
        goal: peak
        owner: MIIT
    pathway:
      unit: Mt CO2/yr
      actual: {2024: 1800}
      target:
        2029: 1850
        2033: 1700
        2040: 1200
"""

from collections.abc import Iterator
from functools import partial

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.pathways.envelope import least_lead, lines
from carbonroad.compute.pathways.goals import late_peak
from carbonroad.compute.pathways.trajectory import joined, trajectory
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import amount, year_span
from carbonroad.rules.shared.making import due_place

RULE = Rule("CR430", "peak-after-goal", Severity.warning)
SCOPE = Scope(reach="whole", misses=("pathway",), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each pathway whose highest number is planned for after its peak goal."""
    pathways = {part.id: part.pathway for part in system.parts if part.pathway is not None}
    for goal in facts.goals if pathways else ():
        pathway = pathways.get(goal.item.part)
        if pathway is None or goal.goal != "peak":
            continue
        middle = trajectory(joined(pathway.actual, pathway.target))
        peak = late_peak(middle, goal.year, partial(least_lead, [lines(pathway)]))
        if peak is None or (pathway.actual and peak <= pathway.actual[-1][0]):
            continue
        highest = dict(pathway.target)[peak]
        span, pointer = year_span(pathway, "target", peak)
        yield found(
            RULE,
            span,
            say(
                "The pathway is highest in {peak}, but {ref} is due by {year}.",
                peak=peak,
                ref=goal.item.ref,
                year=goal.year,
            ),
            pointer=pointer,
            label=say("the highest: {number}", number=amount(highest, pathway.unit)),
            related=[Related(due_place(goal.item)[0], say("the peak is due by {year}", year=goal.year))],
            help_=say("correct the number or its year; or say honestly that the goal is later"),
        )
