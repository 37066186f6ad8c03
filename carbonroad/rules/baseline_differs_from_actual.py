"""The level stated for the base year is not the one measured for that year.

Every change is worked out from the base year's level. With two of them the result depends on which one is
taken, and the target can be met by one and missed by the other.

基期值与实际值不一致。基期所写的数值与同一年的实际值不同。

所有变化都从基期值算起。基期有两个数，结果就取决于用哪一个，同一目标可能按一个算完成、按另一个算未完成。

Flagged:
    indicators:
      - id: grass
        title: Vegetation cover of grassland
        unit: '%'
        owner: NFGA
        baseline: {year: 2020, value: 56.1}  # expect: baseline-differs-from-actual
        actual: {2020: 51.6}

Fine:
    indicators:
      - id: grass
        title: Vegetation cover of grassland
        unit: '%'
        owner: NFGA
        baseline: {year: 2020, value: 56.1}
        actual: {2020: 56.1}
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.status.verdicts import whole_years
from carbonroad.compute.targets.consistency import disagrees
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import amount

RULE = Rule("CR411", "baseline-differs-from-actual", Severity.warning)
SCOPE = Scope(reach="part", misses=(), absence="none")


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each base year's level that differs from the year's measured one."""
    for series in facts.series.values():
        unit = series.indicator.unit
        for entry in series.entries:
            if entry.role != "baseline":
                continue
            for actual in whole_years(series.indicator, entry.year):
                if not disagrees(entry.number, actual.value):
                    continue
                yield found(
                    RULE,
                    entry.span,
                    say(
                        "The baseline says {stated} for {year}, and the measured value {measured}.",
                        stated=amount(entry.number, unit),
                        year=entry.year,
                        measured=amount(actual.value, unit),
                    ),
                    pointer=entry.pointer,
                    label=say("not {measured}", measured=amount(actual.value, unit)),
                    related=[Related(actual.place.value("value"), say("measured"))],
                    help_=say("correct one of the two; a baseline of a year alone takes the measured value"),
                )
