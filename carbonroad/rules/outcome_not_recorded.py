"""The time of something is over, and nothing says whether it was reached.

Silence is not evidence. Until someone records the outcome, it is counted neither as done nor as missed.

结果未记录。时间已经过了，却没有记录是否做到。

没有消息不等于做到了。在记录之前，它既不算完成，也不算未完成。

Flagged:
    as_of: 2026-11-22
    milestones:
      - id: furnaces
        title: Electric furnaces make 15 % of output
        deadline: by 2025  # expect: outcome-not-recorded
        owner: MIIT

Fine:
    as_of: 2026-11-22
    milestones:
      - id: furnaces
        title: Electric furnaces make 15 % of output
        deadline: by 2025
        owner: MIIT
        status: missed
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import Said, say, say_count
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import recurs
from carbonroad.compute.status.standing import open_terms
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import Item, System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import due_place

RULE = Rule("CR501", "outcome-not-recorded", Severity.info)
SCOPE = Scope(
    reach="part",
    misses=("actual", "finished", "indicator", "reports", "status", "superseded_by"),
    absence="none",
)


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each item past due without an outcome; a stale status has a rule of its own."""
    for ref, standing in facts.standings.items():
        item = system.items[ref]
        if standing.status != "unreported" or standing.superseded or standing.stale or not item.listed:
            continue
        if ref in facts.unmeasured:  # a target without a measured value has a rule of its own
            continue
        span, pointer = due_place(item)
        yield found(
            RULE,
            span,
            _message(system, facts, item),
            pointer=pointer,
            label=say("past due on {day}", day=system.as_of),
            help_=_help(item),
        )


def _message(system: System, facts: Facts, item: Item) -> Said:
    if recurs(item):
        over = [term for term in open_terms(item) if term.last < system.as_of]
        return say_count(
            "{item} was due again on {last}, and that outcome is not recorded.",
            "{item} was due {n} times by {last}, and those outcomes are not recorded.",
            len(over),
            item=item.ref,
            last=over[-1].last,
        )
    latest = facts.due[item.ref].latest
    if latest is None:
        return say("{item} is due by now, and its outcome is not recorded.", item=item.ref)
    return say("{item} was due on {day}, and its outcome is not recorded.", item=item.ref, day=latest)


def _help(item: Item) -> Said:
    if item.kind == "target":
        return say("record it: finished, status (late, missed) or the actual value")
    if recurs(item):
        return say("record each of them under finished, such as 2025: 2025-12-20")
    return say("record it: finished, or status (late, missed)")
