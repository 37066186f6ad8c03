"""A phase bears the name of a Chinese five-year plan, but other years.

Everything that names the plan gets wrong days: "during the 14th plan" would end in another year.

规划年份不符。时期以某个五年规划命名，年份却不是那五年。

凡是提到这个规划的期限，日期都会算错：“十四五”期间会在另一年结束。

Flagged:
    phases:
      - {id: fyp15, title: “十五五”时期, years: 2025..2030}  # expect: plan-years-differ

Fine:
    phases:
      - {id: fyp15, title: “十五五”时期, years: 2026..2030}
"""

from collections.abc import Iterator

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.base.times.five_year_plans import plan_years
from carbonroad.compute.facts import Facts
from carbonroad.findings import Edit, Finding, Fix, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.model.roadmap import Phase
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR338", "plan-years-differ", Severity.warning)
SCOPE = Scope(reach="whole", misses=(), absence="none")
_PLAN = lazy_pattern("[“\"'‘]?(二?)十([一二三四五六七八九]?)五[”\"'’]?(?:时期|期间|规划|规划期|计划)?")
_DIGITS = "〇一二三四五六七八九"


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each phase whose whole title is the name of a plan of other years."""
    for phase in system.phases:
        years = _plan_years(phase)
        if years is None or years == (phase.years.first.year, phase.years.last.year):
            continue
        first, last = years
        yield found(
            RULE,
            phase.place.value("years"),
            say(
                "The plan that phase {phase} is named after runs from {first} to {last}.",
                phase=phase.id,
                first=first,
                last=last,
            ),
            pointer=phase.place.at("years"),
            label=say("other years"),
            help_=say("write {first}..{last}, or give the phase another title", first=first, last=last),
            related=[Related(phase.place.value("title"), say("named here"))],
            fix=Fix(
                say("write {words}", words=f"{first}..{last}"),
                safe=False,
                edits=(Edit(*phase.place.value("years")[1:], f"{first}..{last}"),),
            ),
        )


def _plan_years(phase: Phase) -> tuple[int, int] | None:
    """The years of the plan that a phase is named after; None where its title names none."""
    for _, words in phase.title.entries:
        match = _PLAN.fullmatch(words.strip())
        if match:
            return plan_years(10 + 10 * bool(match[1]) + (_DIGITS.index(match[2]) if match[2] else 0))
    return None
