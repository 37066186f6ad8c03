"""The industries' measured emissions add up to more than the top file's own.

Emissions are counted twice, for instance electricity in power and in steel, or a sink is missing among the
industries. Coverage above 100 % makes every share in the documents wrong.

行业合计大于总量。各行业的实际排放相加，超过了总文件自己的实际排放。

可能有重复计算，例如电力排放既算在电力行业又算在钢铁行业；也可能行业中缺少碳汇。覆盖率超过100%，文档中的各项占比就都不对。

Flagged:
    # file carbonroad.yaml
    before_means: inclusive
    organisations:
      NDRC: {title: NDRC}
    pathway:
      unit: Mt CO2/yr
      actual:
        2024: 10000  # expect: sum-exceeds-whole
    # file power.yaml
    owner: NDRC
    pathway: {unit: Mt CO2/yr, actual: {2024: 9000}}
    milestones:
      - {id: M1, title: Storage built, deadline: by 2030}
    # file steel.yaml
    owner: NDRC
    pathway: {unit: Mt CO2/yr, actual: {2024: 1800}}
    milestones:
      - {id: M1, title: Furnaces built, deadline: by 2030}

Fine:
    # file carbonroad.yaml
    before_means: inclusive
    organisations:
      NDRC: {title: NDRC}
    pathway:
      unit: Mt CO2/yr
      actual:
        2024: 10000
    # file power.yaml
    owner: NDRC
    pathway: {unit: Mt CO2/yr, actual: {2024: 5000}}
    milestones:
      - {id: M1, title: Storage built, deadline: by 2030}
    # file steel.yaml
    owner: NDRC
    pathway: {unit: Mt CO2/yr, actual: {2024: 1800}}
    milestones:
      - {id: M1, title: Furnaces built, deadline: by 2030}
"""

from collections.abc import Iterator
from fractions import Fraction

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.pathways.coverage import excess
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import amount, figure, stated_at
from carbonroad.rules.shared.sums import members_at, unit_of

RULE = Rule("CR436", "sum-exceeds-whole", Severity.warning)
SCOPE = Scope(reach="whole", misses=(), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding if the industries' measured emissions are more than the whole."""
    if system.top is None or system.top.pathway is None or not system.top.pathway.actual:
        return
    balance = facts.balance
    over, top = balance.measured, balance.top
    if over is None or top is None or not excess(over, top, balance.added):
        return
    unit = unit_of(balance)
    yield found(
        RULE,
        stated_at(top.pathway, over.year),
        say(
            "The industries' measured emissions of {year} add up to {total}, {percent}% of the {top} here.",
            year=over.year,
            total=amount(over.total, unit),
            percent=figure(Fraction(round(over.share * 1000), 10)),
            top=amount(over.whole, unit),
        ),
        pointer=top.pathway.place.at(f"actual.{over.year}"),
        label=say("less than its parts"),
        related=members_at(balance, over.year, "actual"),
        help_=say("take out what two industries count, or add the sink that is missing"),
    )
