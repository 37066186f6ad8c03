"""The works before a deadline take longer than it allows.

The plan promises a day that its own durations rule out. The number of days short is the negative float.

Flagged:
    works:
      - id: W1
        title: Build the pilot
        owner: MIIT
        start: 2030-03-01
        takes: 12 months
        for: M1
    milestones:
      - id: M1
        title: Pilot in operation
        deadline: by 2030  # expect: cannot-be-met
        owner: MIIT

Fine:
    works:
      - id: W1
        title: Build the pilot
        owner: MIIT
        start: 2029-03-01
        takes: 12 months
        for: M1
    milestones:
      - id: M1
        title: Pilot in operation
        deadline: by 2030
        owner: MIIT
"""

from collections.abc import Iterator
from datetime import date

from carbonroad.compute.chain import driving_chain
from carbonroad.compute.due import finished_day, is_void, recurs
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity
from carbonroad.link.system import System
from carbonroad.rules.making import days, due_place, found

RULE = Rule("CR308", "cannot-be-met", Severity.warning)
_SHOWN = 8


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each latest day that the early dates overrun; what leads to it is in its chain."""
    schedule = facts.schedule
    for ref, activity in schedule.activities.items():
        item, latest, early = system.items[ref], facts.due[ref].latest, activity.early_finish
        if latest is None or early is None or early <= latest:
            continue
        if is_void(item, system.as_of) or recurs(item) or finished_day(item) is not None:
            continue
        span, pointer = due_place(item)
        chain = driving_chain(system, schedule, ref)
        yield found(
            RULE,
            span,
            f"{ref} cannot be met: it is due on {latest}, and what it waits for ends on {early}."
            if len(chain) > 1
            else f"{ref} cannot be met: it is due on {latest} and ends on {early}.",
            pointer=pointer,
            label=f"{days((early - latest).days)} short",
            help_="shorten the chain, begin earlier, or state a later deadline",
            related=[
                Related(system.items[step].place.value("takes", "finish", "id"), _dates(facts, step))
                for step in chain[:-1][-_SHOWN:]
            ],
            notes=[f"the chain is {' → '.join(chain)}"] if len(chain) > 1 else (),
        )


def _dates(facts: Facts, ref: str) -> str:
    activity = facts.schedule.activities[ref]
    first, last = activity.early_start, activity.early_finish
    return f"{ref}: {last}" if not activity.duration_days else f"{ref}: {_day(first)} to {_day(last)}"


def _day(day: date | None) -> str:
    return "?" if day is None else day.isoformat()
