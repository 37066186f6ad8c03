"""Years between two phases belong to none.

What is due in those years stands in no phase of the timetable and the roadmap.

时期之间有空档。两个时期之间有几年不属于任何时期。

那几年到期的事项，在时间表和路线图里没有所属的时期。

Flagged:
    phases:
      - {id: fyp14, title: 14th FYP, years: 2021..2025}
      - {id: fyp16, title: 16th FYP, years: 2031..2035}  # expect: gap-between-phases

Fine:
    phases:
      - {id: fyp14, title: 14th FYP, years: 2021..2025}
      - {id: fyp15, title: 15th FYP, years: 2026..2030}
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR310", "gap-between-phases", Severity.warning)
SCOPE = Scope(reach="whole", misses=("phases",), absence="none")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each phase that leaves years open before it."""
    reaching = None
    for phase in system.phases:
        if reaching is not None and phase.years.first.year > reaching.years.last.year + 1:
            first, last = reaching.years.last.year + 1, phase.years.first.year - 1
            yield found(
                RULE,
                phase.place.value("years"),
                say(
                    '{years} is in no phase: "{before}" ends in {end}, "{phase}" begins in {begin}.',
                    years=first if first == last else f"{first}..{last}",
                    before=reaching.id,
                    end=first - 1,
                    phase=phase.id,
                    begin=last + 1,
                ),
                pointer=phase.place.at("years"),
                label=say("begins in {year}", year=last + 1),
                help_=say("add a phase for the years between, or change the years"),
                related=[Related(reaching.place.value("years"), say("the one before"))],
            )
        if reaching is None or phase.years.last > reaching.years.last:
            reaching = phase
