"""Two phases share a year.

A deadline in that year would belong to two plans, and both would count it.

Flagged:
    phases:
      - {id: fyp14, title: 14th FYP, years: 2021..2026}
      - {id: fyp15, title: 15th FYP, years: 2026..2030}  # expect: phases-overlap

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

RULE = Rule("CR309", "phases-overlap", Severity.error)


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each phase that begins before an earlier one has ended."""
    reaching = None
    for phase in system.phases:
        if reaching is not None and phase.years.first <= reaching.years.last:
            yield found(
                RULE,
                phase.place.value("years"),
                f'Phase "{phase.id}" begins in {phase.years.first.year}, '
                f'but "{reaching.id}" runs to the end of {reaching.years.last.year}.',
                pointer=phase.place.at("years"),
                label="overlaps",
                help_=f"begin it in {reaching.years.last.year + 1}, or end the earlier one in "
                f"{phase.years.first.year - 1}",
                related=[Related(reaching.place.value("years"), "with this one")],
            )
        if reaching is None or phase.years.last > reaching.years.last:
            reaching = phase
