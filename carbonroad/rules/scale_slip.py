"""A number is thousands of times its neighbours in the series: a unit or a 万 or 亿 was mistaken.

12,000 among values of 1.2 is most often 1.2 亿 written in a field of 万, or tonnes in a field of Mt. It
passes every other check and turns up in print.

数量级错误。某个数值是同一序列中相邻数值的几千倍以上，可能弄错了单位或多写、漏写了“万”“亿”。

在1.2左右的数值中出现12000，多半是把以亿计的数写进了以万计的单位，或把吨写进了百万吨。这类错误别的检查查不出来，却会一直留到印发。

Flagged:
    indicators:
      - id: wind
        title: Installed wind power
        unit: 亿千瓦
        owner: NEA
        actual: {2024: 5.2}
        targets:
          2030: 80000  # expect: scale-slip
          2035: 13

Fine:
    indicators:
      - id: wind
        title: Installed wind power
        unit: 亿千瓦
        owner: NEA
        actual: {2024: 5.2}
        targets:
          2030: 80000 万千瓦
          2035: 13
"""

from collections.abc import Iterator

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say, say_count, sayable
from carbonroad.base.values.units import Unit
from carbonroad.compute.facts import Facts
from carbonroad.compute.pathways.trajectory import joined
from carbonroad.compute.targets.slips import SCALES, Slip, scale_slips, times
from carbonroad.findings import Finding, Related, Rule, Severity, Span, found
from carbonroad.link.system import System
from carbonroad.model.items import Pathway
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.figures import amount, rounded, year_span

RULE = Rule("CR412", "scale-slip", Severity.warning)
SCOPE = Scope(reach="part", misses=("change", "unit"), absence="none")
_HINTS = {
    3: sayable("check the unit: are these thousands in a field of millions, or kt in a field of Mt?"),
    4: sayable("check the unit: was 万 (10,000) written twice, or left out?"),
    6: sayable("check the unit: are these single ones in a field of millions, or kt in a field of Gt?"),
    8: sayable("check the unit: was 亿 (100 million) written twice, or left out?"),
}


class _Written(NamedTuple):
    year: int
    number: float
    span: Span
    pointer: str


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each run of numbers on another scale than the rest of their series."""
    for series in facts.series.values():
        unit = series.indicator.unit
        if unit is not None and unit.is_percent:
            continue
        if not series.slips:
            continue
        written = [_Written(one.year, one.number, one.span, one.pointer) for one in series.levels]
        for slip in series.slips:
            yield _finding(slip, written, unit)
    for part in system.parts:
        if part.pathway is not None:
            yield from _of_pathway(part.pathway)


def _of_pathway(pathway: Pathway) -> Iterator[Finding]:
    measured = dict(pathway.actual)
    for points, series in (
        (joined(pathway.actual, pathway.target), "target"),
        (pathway.reference, "reference"),
    ):
        slips = scale_slips(points, SCALES)
        if slips:
            keys = ["actual" if series == "target" and year in measured else series for year, _ in points]
            written = [
                _Written(year, number, *year_span(pathway, key, year))
                for (year, number), key in zip(points, keys, strict=True)
            ]
            yield from (_finding(slip, written, pathway.unit) for slip in slips)


def _finding(slip: Slip, written: list[_Written], unit: Unit | None) -> Finding:
    odd, other = written[slip.first], written[slip.beside]
    up = slip.power > 0
    ratio = times(odd.number, other.number) if up else times(other.number, odd.number)
    values = {
        "number": amount(odd.number, unit),
        "year": odd.year,
        "times": rounded(ratio) if ratio is not None else "",
        "other": amount(other.number, unit),
        "other_year": other.year,
    }
    return found(
        RULE,
        odd.span,
        say("{number} for {year} is {times} times the {other} of {other_year}.", **values)
        if up
        else say("{number} for {year} is one part in {times} of the {other} of {other_year}.", **values),
        pointer=odd.pointer,
        label=say("{times} times as much", times=values["times"])
        if up
        else say("one part in {times}", times=values["times"]),
        related=[Related(other.span, say("{other} in {year}", other=values["other"], year=other.year))],
        notes=[
            say_count(
                "{n} more number of the series stands on this scale",
                "{n} more numbers of the series stand on this scale",
                slip.run - 1,
            )
        ]
        if slip.run > 1
        else [],
        help_=say(_HINTS[abs(slip.power)]),
    )
