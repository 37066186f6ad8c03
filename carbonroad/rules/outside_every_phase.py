"""Something is due before the first phase or after the last.

It stands in no phase of the timetable; often the year has a mistyped digit.

在所有时期之外。期限早于第一个时期，或者晚于最后一个时期。

它在时间表里没有所属的时期；多半是年份打错了一个数字。

Flagged:
    phases:
      - {id: fyp15, title: 15th FYP, years: 2026..2030}
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2300  # expect: outside-every-phase
        owner: MIIT

Fine:
    phases:
      - {id: fyp15, title: 15th FYP, years: 2026..2030}
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say, sayable
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import due_place, has_start_alone

RULE = Rule("CR311", "outside-every-phase", Severity.warning)
SCOPE = Scope(reach="part", misses=("phases",), absence="none")
_WORDS = {
    (False, True): sayable("{item} is due on {day}, before the first phase begins."),
    (False, False): sayable("{item} is due on {day}, after the last phase ends."),
    (True, True): sayable("{item} begins on {day}, before the first phase begins."),
    (True, False): sayable("{item} begins on {day}, after the last phase ends."),
}
"""By whether the day is a start, and whether it is early."""


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each item whose day lies beyond all phases; gaps have a rule of their own."""
    if not system.phases:
        return
    first = min(system.phases, key=lambda phase: phase.years.first)
    last = max(system.phases, key=lambda phase: phase.years.last)
    begin, end = first.years.first, last.years.last
    for item in system.items.values():
        deadline = item.deadline
        centre = deadline and (deadline.centre or deadline.latest)  # "around 2030" is 2030
        day = centre or item.latest or item.earliest
        if day is None or begin <= day <= end or item.superseded_by is not None:
            continue
        early = day < begin
        span, pointer = due_place(item)
        yield found(
            RULE,
            span,
            say(_WORDS[has_start_alone(item), early], item=item.ref, day=day),
            pointer=pointer,
            label=say("in no phase"),
            help_=say("correct the year, or declare a phase for it"),
            related=[
                Related(first.place.value("years"), say("first phase"))
                if early
                else Related(last.place.value("years"), say("last phase"))
            ],
        )
