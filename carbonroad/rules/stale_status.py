"""A status says that something is planned or on track, but its time is over.

The word was true once. A reader of the timetable would take an outcome that nobody recorded for progress.

状态已过时。状态写着计划或按期推进，但时间已经过了。

这个词当初是对的。看时间表的人，会把没有人记录的结果当作进展。

Flagged:
    as_of: 2026-11-22
    works:
      - id: retrofit
        title: Retrofit the blast furnaces
        owner: MIIT
        deadline: by June 2026
        status: planned
        reports:
          - date: 2026-03-31
            status: on-track  # expect: stale-status

Fine:
    as_of: 2026-11-22
    works:
      - id: retrofit
        title: Retrofit the blast furnaces
        owner: MIIT
        deadline: by June 2026
        status: planned
        reports:
          - date: 2026-09-30
            status: late
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import stated_status
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import due_place, status_place, status_word

RULE = Rule("CR312", "stale-status", Severity.warning)
SCOPE = Scope(reach="part", misses=("finished", "reports"), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each item that is past due and still said to be under way."""
    for ref, standing in facts.standings.items():
        if not standing.stale or standing.superseded:
            continue
        item, latest = system.items[ref], facts.due[ref].latest
        span, pointer = status_place(item, system.as_of)
        stated = status_word(stated_status(item, system.as_of) or "planned")
        yield found(
            RULE,
            span,
            say(
                '{item} is said to be "{status}", but its time was over on {day}.',
                item=ref,
                status=stated,
                day=latest,
            )
            if latest is not None
            else say(
                '{item} is said to be "{status}", but its time was over before the data date, {day}.',
                item=ref,
                status=stated,
                day=system.as_of,
            ),
            pointer=pointer,
            label=say("as of {day}", day=system.as_of),
            help_=say(
                "write done (with finished), late if it is still pursued, or missed; or leave status out"
            ),
            related=[Related(due_place(item)[0], say("due here"))],
        )
