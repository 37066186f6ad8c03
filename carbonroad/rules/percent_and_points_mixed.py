"""A change in percent stands among percentages, where percentage points are usually meant.

"+5 %" of a share of 16 % gives 16.8 %; five percentage points more give 21 %. The two lie far apart, and the
text alone does not say which was decided.

百分比与百分点混用。指标本身就是百分比，变化量又写成了百分比，通常应为百分点。

占比为16%时，“提高5%”得到16.8%，“提高5个百分点”得到21%。两者相差很大，只看文字无法判断定的是哪一个。

Flagged:
    indicators:
      - id: renewable
        title: Renewable energy in final energy use
        unit: '%'
        owner: NEA
        baseline: {year: 2025, value: 16}
        targets:
          2030: up 5 %  # expect: percent-and-points-mixed

Fine:
    indicators:
      - id: renewable
        title: Renewable energy in final energy use
        unit: '%'
        owner: NEA
        baseline: {year: 2025, value: 16}
        targets:
          2030: up 5 pp
"""

from collections.abc import Iterator
from fractions import Fraction

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.targets.consistency import Doubt, percent_of_percent
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import figure, typed

RULE = Rule("CR408", "percent-and-points-mixed", Severity.warning)
SCOPE = Scope(reach="part", misses=("change",), absence="none")


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for the first such change of each indicator."""
    for series in facts.series.values():
        doubt = percent_of_percent(series)
        if doubt is None:
            continue
        entry, points, base = doubt
        related = [] if points is None else [Related(points.span, say("in percentage points"))]
        yield found(
            RULE,
            entry.span,
            say(
                '"{words}" is read as percent of a percentage, not as percentage points.', words=typed(entry)
            ),
            pointer=entry.pointer,
            label=say("percent or percentage points?"),
            related=related,
            notes=[] if base is None else [_sum(doubt, base)],
            help_=say(
                "write pp (百分点) if percentage points are meant, as in up 5 pp;"
                " if percent is meant, write the level that is to be reached"
            ),
        )


def _sum(doubt: Doubt, base: Fraction) -> str:
    change = Fraction(doubt.entry.number)
    return say(
        "from {base}%, a change of {change}% leads to {relative}%;"
        " a change of {change} percentage points leads to {absolute}%",
        base=figure(base),
        change=figure(doubt.entry.number),
        relative=figure(base * (1 + change / 100)),
        absolute=figure(base + change),
    )
