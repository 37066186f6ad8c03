"""The time of something is over, and nothing says whether it was reached.

Silence is not evidence. Until someone records the outcome, it is counted neither as done nor as missed.

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

from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity
from carbonroad.link.system import System
from carbonroad.rules.making import due_place, found

RULE = Rule("CR501", "outcome-not-recorded", Severity.info)


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each item past due without an outcome; a stale status has a rule of its own."""
    for ref, standing in facts.standings.items():
        item = system.items[ref]
        if standing.status != "unreported" or standing.superseded or standing.stale or not item.listed:
            continue
        span, pointer = due_place(item)
        latest = facts.due[ref].latest
        yield found(
            RULE,
            span,
            f"{ref} was due on {latest}, and its outcome is not recorded."
            if latest is not None
            else f"{ref} is due by now, and its outcome is not recorded.",
            pointer=pointer,
            label=f"past due on {system.as_of}",
            help_="record it: finished, status (late, missed) or the actual value"
            if item.kind == "target"
            else "record it: finished, or status (late, missed)",
        )
