"""A number has the opposite sign of its neighbours and their size: a minus sign was lost or added.

A sink of −25, 26 and −27 is no forest that burnt for a year. Sums over the industries are then wrong by
twice the number.

正负号错误。某个数值与前后数值大小相近而符号相反，可能漏写或多写了负号。

碳汇序列为-25、26、-27，并不是森林有一年变成了排放源，而是漏了负号。各行业相加时，误差是这个数的两倍。

Flagged:
    pathway:
      unit: Mt CO2/yr
      actual:
        2021: -25
        2022: 26  # expect: sign-slip
        2023: -27

Fine:
    pathway:
      unit: Mt CO2/yr
      actual:
        2021: -25
        2022: -26
        2023: -27
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.base.values.units import Unit
from carbonroad.compute.facts import Facts
from carbonroad.compute.pathways.trajectory import joined
from carbonroad.compute.targets.slips import sign_slips, turned_sinks
from carbonroad.findings import Finding, Related, Rule, Severity, Span, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import amount, year_span

RULE = Rule("CR414", "sign-slip", Severity.warning)
SCOPE = Scope(reach="part", misses=(), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each number of a pathway or an indicator that mirrors its neighbours."""
    for part in system.parts:
        pathway = part.pathway
        if pathway is None:
            continue
        points = joined(pathway.actual, pathway.target)
        measured = len(pathway.actual)
        for place, beside in (*sign_slips(points), *turned_sinks(points, measured)):
            spans = [
                year_span(pathway, "actual" if at < measured else "target", points[at][0])
                for at in (place, beside)
            ]
            yield _finding(points[place], points[beside], spans, pathway.unit)
    for series in facts.series.values():
        if len(series.entries) < 3:
            continue
        written = series.levels
        for place, beside in sign_slips([(one.year, one.number) for one in written]):
            pair = written[place], written[beside]
            (odd, other), spans = pair, [(one.span, one.pointer) for one in pair]
            yield _finding((odd.year, odd.number), (other.year, other.number), spans, series.indicator.unit)


def _finding(
    odd: tuple[int, float], other: tuple[int, float], spans: list[tuple[Span, str]], unit: Unit | None
) -> Finding:
    return found(
        RULE,
        spans[0][0],
        say(
            "{number} for {year} has the opposite sign of {other} for {other_year}, and its size.",
            number=amount(odd[1], unit),
            year=odd[0],
            other=amount(other[1], unit),
            other_year=other[0],
        ),
        pointer=spans[0][1],
        label=say("is the sign right?"),
        related=[Related(spans[1][0], say("{other} in {year}", other=amount(other[1], unit), year=other[0]))],
        help_=say("write {number} if the sign was mistaken", number=amount(-odd[1], unit)),
    )
