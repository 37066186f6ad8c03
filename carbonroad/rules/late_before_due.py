"""A status says late, but the deadline has not passed.

In this format late means past due and still pursued. What may still be in time is at risk; a reader who
counts the late items would count this one too.

未到期而称滞后。状态写着滞后，期限却还没有到。

本格式里“滞后”指已经过期、仍在推进；还来得及的，应写“有风险”。统计滞后事项时，会把它也算进去。

Flagged:
    as_of: 2026-11-22
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT
        status: late  # expect: late-before-due

Fine:
    as_of: 2026-11-22
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT
        status: at-risk
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import recurs, stated_status
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import due_place, status_place

RULE = Rule("CR326", "late-before-due", Severity.info)
SCOPE = Scope(reach="part", misses=("finished", "reports"), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each item that is called late before its latest day."""
    for item in facts.having("status", "reports"):
        latest = facts.due[item.ref].latest
        if stated_status(item, system.as_of) != "late" or latest is None or latest < system.as_of:
            continue
        if item.superseded_by is not None or recurs(item) or item.written.finished is not None:
            continue
        span, pointer = status_place(item, system.as_of)
        yield found(
            RULE,
            span,
            say("{item} is said to be late, but it is due only on {day}.", item=item.ref, day=latest),
            pointer=pointer,
            label=say("as of {day}", day=system.as_of),
            help_=say("write at-risk while it may still be in time"),
            related=[Related(due_place(item)[0], say("due here"))],
        )
