"""A deadline lies before 1950 or after 2100, and no phase is declared for it.

Almost always two digits have changed places: 2203 for 2030.

年份不合常理。期限早于1950年或晚于2100年，又没有声明相应的时期。

几乎总是两个数字写颠倒了：把2030写成2203。

Flagged:
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2203  # expect: implausible-year
        owner: MIIT

Fine:
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import due_place, has_start_alone

RULE = Rule("CR336", "implausible-year", Severity.warning)
SCOPE = Scope(reach="part", misses=(), absence="none")
_FIRST, _LAST = 1950, 2100


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each far-off day; where phases are declared, they decide (outside-every-phase)."""
    if system.phases:
        return
    for item in system.items.values():
        centre = item.deadline.centre if item.deadline is not None else None
        day = centre or item.latest or item.earliest
        if day is None or _FIRST <= day.year <= _LAST:
            continue
        span, pointer = due_place(item)
        yield found(
            RULE,
            span,
            say("{item} begins in the year {year}.", item=item.ref, year=day.year)
            if has_start_alone(item)
            else say("{item} is due in the year {year}.", item=item.ref, year=day.year),
            pointer=pointer,
            label=say("in {year}?", year=day.year),
            help_=say("correct the year; if it is meant, declare a phase that holds it"),
        )
