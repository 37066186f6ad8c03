"""A pathway's target lies above what current policy would give.

A plan that asks for more emissions than no plan at all has its two series exchanged, or a number mistyped.

目标高于基准情景。路径的目标值高于按现行政策的基准情景。

如果照计划做的排放比不做计划还多，多半是两组数据写反了，或者有数字写错。

Flagged:
    pathway:
      unit: Mt CO2/yr
      actual: {2024: 1800}
      target:
        2030: 1950  # expect: target-above-reference
      reference: {2024: 1800, 2030: 1900}

Fine:
    pathway:
      unit: Mt CO2/yr
      actual: {2024: 1800}
      target:
        2030: 1650
      reference: {2024: 1800, 2030: 1900}
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.pathways.goals import above_reference
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import amount, year_span

RULE = Rule("CR432", "target-above-reference", Severity.warning)
SCOPE = Scope(reach="whole", misses=(), absence="none")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for the first target of each pathway that is above the reference."""
    for part in system.parts:
        pathway = part.pathway
        above = None if pathway is None else above_reference(pathway)
        if pathway is None or above is None:
            continue
        year, target, reference = above
        stated = min((at for at, _ in pathway.reference), key=lambda at: (abs(at - year), at))
        span, pointer = year_span(pathway, "target", year)
        yield found(
            RULE,
            span,
            say(
                "The target for {year}, {target}, is above the {reference} that current policy would give.",
                year=year,
                target=amount(target, pathway.unit),
                reference=amount(reference, pathway.unit),
            ),
            pointer=pointer,
            label=say("above the reference"),
            related=[
                Related(
                    year_span(pathway, "reference", stated)[0],
                    say(
                        "{other} in {year}",
                        other=amount(dict(pathway.reference)[stated], pathway.unit),
                        year=stated,
                    ),
                )
            ],
            help_=say("exchange target and reference, or correct the number"),
        )
