"""A number below 1 stands among percentages a hundred times as large: 0.25 was meant as 25 %.

Spreadsheets keep 25 % as 0.25. Copied into a field of percent, it says a quarter of one percent.

百分数写成了小数。在百分数中出现了小于1、只有相邻数值约百分之一的数，例如把25%写成0.25。

电子表格内部把25%存为0.25。照抄到以%为单位的栏目里，就成了百分之零点二五。

Flagged:
    indicators:
      - id: renewable
        title: Renewable electricity
        unit: '%'
        owner: NEA
        better: higher
        actual: {2024: 21.5}
        targets:
          2030: 0.25  # expect: fraction-for-percent
          2035: 33

Fine:
    indicators:
      - id: renewable
        title: Renewable electricity
        unit: '%'
        owner: NEA
        better: higher
        actual: {2024: 21.5}
        targets:
          2030: 25
          2035: 33
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import figure

RULE = Rule("CR413", "fraction-for-percent", Severity.warning)
SCOPE = Scope(reach="part", misses=("change",), absence="none")


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each run of fractions in a series of percentages."""
    for series in facts.series.values():
        unit = series.indicator.unit
        if unit is None or not unit.is_percent or not series.slips:
            continue
        written = series.levels
        for slip in series.slips:
            pair = written[slip.first], written[slip.beside]
            small, large = pair if slip.power < 0 else pair[::-1]
            if abs(small.number) > 1:
                continue
            yield found(
                RULE,
                small.span,
                say(
                    "{small} for {year} is less than one percent, beside {large}% in {other_year}.",
                    small=figure(small.number),
                    year=small.year,
                    large=figure(large.number),
                    other_year=large.year,
                ),
                pointer=small.pointer,
                label=say("read as {small}%", small=figure(small.number)),
                related=[
                    Related(
                        large.span,
                        say("{other} in {year}", other=f"{figure(large.number)}%", year=large.year),
                    )
                ],
                help_=say(
                    "write {number}, if {number}% is meant", number=figure(round(small.number * 100, 9))
                ),
            )
