"""The base year of a change is not before the year of its target or measured value.

A change is measured from an earlier year to a later one; one of the two years is mistyped.

基期晚于目标年。变化的基期不早于目标年份或实际值年份。

变化是从较早的年份算到较晚的年份，两个年份中有一个写错了。

Flagged:
    indicators:
      - id: intensity
        title: Energy use per tonne of steel
        unit: kgce/t
        owner: MIIT
        targets:
          2030: {value: down 2 %, baseline: 2052}  # expect: baseline-after-target

Fine:
    indicators:
      - id: intensity
        title: Energy use per tonne of steel
        unit: kgce/t
        owner: MIIT
        targets:
          2030: {value: down 2 %, baseline: 2025}
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.targets.series import Entry, Series
from carbonroad.findings import Finding, Related, Rule, Severity, Span, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR410", "baseline-after-target", Severity.warning)
SCOPE = Scope(reach="part", misses=("change",), absence="none")


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each baseline that is not before a change measured against it."""
    for series in facts.series.values():
        if not series.changes:
            continue
        seen: set[Span] = set()
        for entry in series.entries:
            base = entry.baseline
            if base is None or base.year is None or base.year < entry.year or entry.role == "stretch":
                continue
            span, pointer = _written(series, entry)
            if span in seen:
                continue
            seen.add(span)
            yield found(
                RULE,
                span,
                say(
                    "The baseline {base} is not before {year}, the year of the change.",
                    base=base.year,
                    year=entry.year,
                ),
                pointer=pointer,
                label=say("not before {year}", year=entry.year),
                related=[Related(entry.span, say("the change for {year}", year=entry.year))],
                help_=say("correct the base year, or the year of the value"),
            )


def _written(series: Series, entry: Entry) -> tuple[Span, str]:
    place = series.indicator.place
    if entry.written is not None and "baseline" in entry.written.place.fields:
        place = entry.written.place
    return place.value("baseline"), place.at("baseline")
