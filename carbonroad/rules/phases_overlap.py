"""Two phases share a year.

A deadline in that year would belong to two plans, and both would count it.

时期重叠。两个时期有共同的年份。

那一年到期的事项会属于两个规划，两边都会把它算进去。

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

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR309", "phases-overlap", Severity.error)
SCOPE = Scope(reach="whole", misses=(), absence="none")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each phase that begins before an earlier one has ended."""
    reaching = None
    for phase in system.phases:
        if reaching is not None and phase.years.first <= reaching.years.last:
            begin, end = phase.years.first.year, reaching.years.last.year
            yield found(
                RULE,
                phase.place.value("years"),
                say(
                    'Phase "{phase}" begins in {begin}, but "{before}" runs to the end of {end}.',
                    phase=phase.id,
                    begin=begin,
                    before=reaching.id,
                    end=end,
                ),
                pointer=phase.place.at("years"),
                label=say("overlaps"),
                help_=say(
                    "begin it in {year}, or end the earlier one in {before}", year=end + 1, before=begin - 1
                ),
                related=[Related(reaching.place.value("years"), say("with this one"))],
            )
        if reaching is None or phase.years.last > reaching.years.last:
            reaching = phase
