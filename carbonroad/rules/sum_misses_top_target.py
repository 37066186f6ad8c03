"""The industries' targets of a year add up to more than the top file's own target.

If every industry keeps its word, the country still breaks its own. Rounding of the stated digits is allowed
for; less than the top's target is no fault, for some emissions may belong to no industry.

行业合计超出总体目标。各行业同一年的目标相加，超过了总文件自己的目标。

即使每个行业都完成目标，总体目标仍然完不成。比较时已考虑所写数字的四舍五入；合计低于总体目标不算错，因为可能有排放不属于任何行业。

Flagged:
    # file carbonroad.yaml
    before_means: inclusive
    organisations:
      NDRC: {title: NDRC}
    pathway:
      unit: Mt CO2/yr
      target:
        2035: 270  # expect: sum-misses-top-target
    # file industry.yaml
    owner: NDRC
    pathway: {unit: Mt CO2/yr, target: {2030: 79, 2035: 60}}
    milestones:
      - {id: M1, title: Plants rebuilt, deadline: by 2030}
    # file transport.yaml
    owner: NDRC
    pathway: {unit: Mt CO2/yr, target: {2035: 290}}
    milestones:
      - {id: M1, title: Lines built, deadline: by 2030}

Fine:
    # file carbonroad.yaml
    before_means: inclusive
    organisations:
      NDRC: {title: NDRC}
    pathway:
      unit: Mt CO2/yr
      target:
        2035: 270
    # file industry.yaml
    owner: NDRC
    pathway: {unit: Mt CO2/yr, target: {2030: 79, 2035: 60}}
    milestones:
      - {id: M1, title: Plants rebuilt, deadline: by 2030}
    # file transport.yaml
    owner: NDRC
    pathway: {unit: Mt CO2/yr, target: {2035: 209}}
    milestones:
      - {id: M1, title: Lines built, deadline: by 2030}
"""

from collections.abc import Iterator
from fractions import Fraction

from carbonroad.base.texts.said import say
from carbonroad.base.values.numbers import from_float
from carbonroad.compute.facts import Facts
from carbonroad.compute.pathways.members import top_pathway
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import amount, year_span
from carbonroad.rules.shared.sums import members_at, unit_of

RULE = Rule("CR435", "sum-misses-top-target", Severity.warning)
SCOPE = Scope(reach="whole", misses=(), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each year in which the industries' targets exceed the top file's."""
    top = top_pathway(system.top)
    if top is None or not top.target:
        return
    balance = facts.balance
    unit = unit_of(balance)
    for gap in balance.gaps if not balance.left_out else ():
        if gap.verdict != "above":
            continue
        # Of ranges the ends that are nearest to each other: so much it is in every scenario.
        total, goal = from_float(gap.total_low) or Fraction(0), from_float(gap.top_high) or Fraction(0)
        span, pointer = year_span(top, "target", gap.year)
        yield found(
            RULE,
            span,
            say(
                "The industries' targets for {year} add up to {total}, {more} more than the {top} here.",
                year=gap.year,
                total=amount(total, unit),
                more=amount(total - goal, unit),
                top=amount(gap.top_high, unit),
            ),
            pointer=pointer,
            label=say("{more} less than the sum", more=amount(total - goal, unit)),
            related=members_at(balance, gap.year, "target"),
            help_=say("correct a number that is mistyped; or tell the industries by how much more to reduce"),
        )
