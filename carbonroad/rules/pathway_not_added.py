"""An industry's pathway counts another gas, or a unit that does not convert, and is left out of the sums.

Totals, peak and coverage of the whole roadmap then lack this industry, or stay undecided.

路径未计入合计。某个行业的路径气体不同，或单位无法换算，没有计入合计。

全国合计、达峰年份和覆盖率都会缺少这个行业，或者无法判断。

Flagged:
    # file carbonroad.yaml
    before_means: inclusive
    organisations:
      NDRC: {title: NDRC}
    # file power.yaml
    owner: NDRC
    pathway: {unit: Mt CO2/yr, actual: {2024: 5000}}
    milestones:
      - {id: M1, title: Storage built, deadline: by 2030}
    # file steel.yaml
    owner: NDRC
    pathway:
      unit: Mtce/yr  # expect: pathway-not-added
      actual: {2024: 600}
    milestones:
      - {id: M1, title: Furnaces built, deadline: by 2030}

Fine:
    # file carbonroad.yaml
    before_means: inclusive
    organisations:
      NDRC: {title: NDRC}
    # file power.yaml
    owner: NDRC
    pathway: {unit: Mt CO2/yr, actual: {2024: 5000}}
    milestones:
      - {id: M1, title: Storage built, deadline: by 2030}
    # file steel.yaml
    owner: NDRC
    pathway:
      unit: 10,000 t CO2/yr
      actual: {2024: 180000}
    milestones:
      - {id: M1, title: Furnaces built, deadline: by 2030}
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.pathways.members import counts_other_gas, leading_pathway
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR433", "pathway-not-added", Severity.warning)
SCOPE = Scope(reach="whole", misses=(), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each industry that the balance leaves out."""
    lead = leading_pathway(system)
    if lead is None:
        return
    out = set(facts.balance.left_out)
    for part in system.industries:
        pathway = part.pathway
        if pathway is None or part.id not in out:
            continue
        name = "gas" if counts_other_gas(pathway, lead) else "unit"
        mine, other = (
            (one.gas if name == "gas" else "" if one.unit is None else one.unit.text)
            for one in (pathway, lead)
        )
        yield found(
            RULE,
            pathway.place.value(name),
            say(
                'The pathway of {industry} is not in the sums: it counts "{mine}", they count "{other}".',
                industry=part.id,
                mine=mine,
                other=other,
            ),
            pointer=pathway.place.at(name),
            label=say("not added"),
            related=[Related(lead.place.value(name), say("the sums count this"))],
            help_=say(
                "state the pathway in the same gas and in a unit that converts; write /yr in all or in none"
            ),
        )
