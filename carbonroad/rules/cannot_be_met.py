"""The works before a deadline take longer than it allows.

The plan promises a day that its own durations rule out. The number of days short is the negative float.

期限无法实现。期限之前的各项工程所需的时间，超过了期限允许的时间。

按计划自己写的工期，它承诺的那一天就做不到。缺多少天，就是负的总时差。

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

from collections.abc import Iterator, Mapping, Sequence

from carbonroad.base.texts.said import Said, all_of, say, say_count
from carbonroad.compute.facts import Facts
from carbonroad.compute.scheduling.driving import days_short, drivers, driving_chain, worst_of_chains
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import days, due_place, road

RULE = Rule("CR308", "cannot-be-met", Severity.warning)
SCOPE = Scope(reach="chain", misses=("finished",), absence="none")
_STEPS_SHOWN, _OTHERS_SHOWN = 60, 5


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each chain that overruns a latest day: at its item that is most days short."""
    short = days_short(system, facts.due, facts.schedule)
    if not short:
        return
    driver = drivers(system, facts.due, facts.schedule)
    for ref, others in worst_of_chains(driver, short).items():
        yield _finding(system, facts, driving_chain(driver, ref), short, others)


def _finding(
    system: System, facts: Facts, chain: list[str], short: Mapping[str, int], others: Sequence[str]
) -> Finding:
    ref = chain[-1]
    span, pointer = due_place(system.items[ref])
    latest, end = facts.due[ref].latest, facts.schedule.activities[ref].early_finish
    return found(
        RULE,
        span,
        say(
            "{item} cannot be met: it is due on {latest} and ends on {end}.", item=ref, latest=latest, end=end
        )
        if len(chain) == 1
        else say(
            "{item} cannot be met: it is due on {latest}, and what it waits for ends on {end}.",
            item=ref,
            latest=latest,
            end=end,
        ),
        pointer=pointer,
        label=say("{days} short", days=days(short[ref])),
        help_=say("shorten the chain, begin earlier, or state a later deadline"),
        related=[
            Related(system.items[step].place.value("takes", "finish", "deadline", "id"), _dates(facts, step))
            for step in chain[:-1][-_STEPS_SHOWN:]
        ],
        notes=_notes(chain, short, others),
    )


def _notes(chain: Sequence[str], short: Mapping[str, int], others: Sequence[str]) -> Iterator[Said]:
    if len(chain) > 1:
        yield say("the chain is {road}", road=road(chain))
    if others:
        shown = [say("{item} ({days})", item=one, days=days(short[one])) for one in others[:_OTHERS_SHOWN]]
        yield say_count(
            "on the same chain {n} other is short: {items}",
            "on the same chain {n} others are short, by most: {items}",
            len(others),
            items=all_of(shown),
        )


def _dates(facts: Facts, ref: str) -> Said:
    activity = facts.schedule.activities[ref]
    first, last, length = activity.early_start, activity.early_finish, activity.duration_days
    if not length or first is None:
        return say("{item}: {last}", item=ref, last=last)
    return say("{item}: {first} to {last}, {days}", item=ref, first=first, last=last, days=days(length))
