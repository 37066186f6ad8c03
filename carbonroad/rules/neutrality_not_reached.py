"""Emissions are still above zero in the year by which the neutrality goal is due.

Either a sink or a reduction is missing in the plan. It holds for one file's own pathway and for the sum of
all industries under the top file's goal.

未实现碳中和。到碳中和目标的期限，排放仍大于零。

计划中还缺少碳汇或减排量。本文件自己的路径，以及总体目标下各行业之和，都按此检查。

Flagged:
    milestones:
      - id: zero
        title: Carbon neutrality
        deadline: by 2060
        goal: neutrality
        owner: MIIT
    pathway:
      unit: Mt CO2/yr
      actual: {2024: 1800}
      target:
        2050: 400
        2060: 150  # expect: neutrality-not-reached

Fine:
    milestones:
      - id: zero
        title: Carbon neutrality
        deadline: by 2060
        goal: neutrality
        owner: MIIT
    pathway:
      unit: Mt CO2/yr
      actual: {2024: 1800}
      target:
        2050: 400
        2060: 0
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.pathways.envelope import lines
from carbonroad.compute.pathways.goals import Goal, above_zero, top_goals
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.model.items import Pathway
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import amount, stated_at, year_span
from carbonroad.rules.shared.making import due_place
from carbonroad.rules.shared.sums import members_at, unit_of

RULE = Rule("CR431", "neutrality-not-reached", Severity.warning)
SCOPE = Scope(reach="whole", misses=(), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each neutrality goal that a pathway, or the industries' sum, does not keep."""
    pathways = {part.id: part.pathway for part in system.parts if part.pathway is not None}
    for goal in facts.goals if pathways else ():
        pathway = pathways.get(goal.item.part)
        if goal.goal == "neutrality" and pathway is not None:
            yield from _own(goal, pathway)
    for goal in top_goals(system, facts.goals, "neutrality"):
        yield from _together(goal, facts)


def _own(goal: Goal, pathway: Pathway) -> Iterator[Finding]:
    if pathway.actual and pathway.actual[-1][0] >= goal.year:
        return  # what was measured is a matter of status, not of the plan
    left = above_zero(lines(pathway).low, goal.year)
    if left is None:
        return
    span, pointer = year_span(pathway, "target", goal.year)
    if goal.year not in dict(pathway.target):
        span = stated_at(pathway, goal.year)
    yield found(
        RULE,
        span,
        say(
            "The pathway is at {left} in {year}, the year by which {ref} is due.",
            left=amount(left, pathway.unit),
            year=goal.year,
            ref=goal.item.ref,
        ),
        pointer=pointer,
        label=say("still above zero"),
        related=[Related(due_place(goal.item)[0], say("neutrality is due by {year}", year=goal.year))],
        help_=say("add the reductions or the sink that close the gap, or correct the year"),
    )


def _together(goal: Goal, facts: Facts) -> Iterator[Finding]:
    balance = facts.balance
    left = above_zero(balance.sums.low, goal.year)
    if left is None:
        return
    span, pointer = due_place(goal.item)
    yield found(
        RULE,
        span,
        say(
            "The industries' emissions together are {left} in {year}, the year by which {ref} is due.",
            left=amount(left, unit_of(balance)),
            year=goal.year,
            ref=goal.item.ref,
        ),
        pointer=pointer,
        label=say("{left} too much", left=amount(left, unit_of(balance))),
        related=members_at(balance, goal.year),
        help_=say("add the reductions or the sink that close the gap, or correct the year"),
    )
