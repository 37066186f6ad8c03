"""A measured value is of a time that is not over on the data date.

What has not happened cannot be measured: the number is a forecast, or its year is mistyped. As a measured
value it decides whether targets were reached.

实际值晚于数据截至日。实际值所属的时间在数据截至日尚未结束。

还没有发生的事不会有实际值：这个数是预测，或者年份写错了。作为实际值，它会被用来判断目标是否完成。

Flagged:
    as_of: 2026-11-22
    indicators:
      - id: storage
        title: Energy storage
        unit: GW
        owner: NEA
        actual:
          2025: 130
          2027: 190  # expect: actual-after-data-date

Fine:
    as_of: 2026-11-22
    indicators:
      - id: storage
        title: Energy storage
        unit: GW
        owner: NEA
        actual:
          2025: 130
          2027: {value: 190, estimate: true}
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import year_span

RULE = Rule("CR416", "actual-after-data-date", Severity.warning)
SCOPE = Scope(reach="part", misses=(), absence="none")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each measured value of a time to come; a pathway's of a year to come."""
    for indicator in system.indicators.values():
        for actual in indicator.actuals:
            if actual.estimate or actual.period.last <= system.as_of:
                continue
            yield found(
                RULE,
                actual.place.value("value"),
                say(
                    "A measured value is given for {when}, which is not over on the data date, {day}.",
                    when=actual.key.strip(),
                    day=system.as_of,
                ),
                pointer=actual.place.pointer,
                label=say("not measured yet"),
                help_=say(
                    "correct the year, write the month up to which it was measured (2026-06),"
                    " or say that it is a forecast: {{value: {value}, estimate: true}}",
                    value=actual.words,
                ),
            )
    for part in system.parts:
        for year, _ in part.pathway.actual if part.pathway is not None else ():
            if part.pathway is not None and year > system.as_of.year:
                span, pointer = year_span(part.pathway, "actual", year)
                yield found(
                    RULE,
                    span,
                    say(
                        "A measured value is given for {when}, which is not over on the data date, {day}.",
                        when=year,
                        day=system.as_of,
                    ),
                    pointer=pointer,
                    label=say("not measured yet"),
                    help_=say("correct the year, or move the number to target or reference"),
                )
