"""Years between two phases belong to none.

What is due in those years stands in no phase of the timetable and the roadmap.

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

from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity
from carbonroad.link.system import System
from carbonroad.rules.making import found

RULE = Rule("CR310", "gap-between-phases", Severity.warning)


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each phase that leaves years open before it."""
    reaching = None
    for phase in system.phases:
        if reaching is not None and phase.years.first.year > reaching.years.last.year + 1:
            first, last = reaching.years.last.year + 1, phase.years.first.year - 1
            yield found(
                RULE,
                phase.place.value("years"),
                f'{first if first == last else f"{first} to {last}"} is in no phase: "{reaching.id}" ends '
                f'in {reaching.years.last.year}, "{phase.id}" begins in {phase.years.first.year}.',
                pointer=phase.place.at("years"),
                label=f"begins {phase.years.first.year}",
                help_="add a phase for the years between, or change the years",
                related=[Related(reaching.place.value("years"), "the one before")],
            )
        if reaching is None or phase.years.last > reaching.years.last:
            reaching = phase
