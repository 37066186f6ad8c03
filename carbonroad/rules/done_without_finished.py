"""Something is said to be done, but not since when.

Whether it was in time can then never be shown, and the drawing cannot place it.

Flagged:
    milestones:
      - id: furnaces
        title: Electric furnaces make 15 % of output
        deadline: by 2025
        owner: MIIT
        status: done  # expect: done-without-finished

Fine:
    milestones:
      - id: furnaces
        title: Electric furnaces make 15 % of output
        deadline: by 2025
        owner: MIIT
        status: done
        finished: 2025-12
"""

from collections.abc import Iterator

from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity
from carbonroad.link.system import System
from carbonroad.rules.making import found

RULE = Rule("CR313", "done-without-finished", Severity.warning)


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each item that is stated done without a day."""
    for item in system.items.values():
        if item.status == "done" and item.written.finished is None and item.superseded_by is None:
            yield found(
                RULE,
                item.place.value("status"),
                f"{item.ref} is done, but its day is not given.",
                pointer=item.place.at("status"),
                label="done when?",
                help_="add finished: with the day, the month or the year, such as finished: 2025-12",
            )
