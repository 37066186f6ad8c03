"""A status says that something is planned or on track, but its time is over.

The word was true once. A reader of the timetable would take an outcome that nobody recorded for progress.

Flagged:
    as_of: 2026-11-22
    milestones:
      - id: furnaces
        title: Electric furnaces make 15 % of output
        deadline: by 2025
        owner: MIIT
        status: on-track  # expect: stale-status

Fine:
    as_of: 2026-11-22
    milestones:
      - id: furnaces
        title: Electric furnaces make 15 % of output
        deadline: by 2025
        owner: MIIT
        status: late
"""

from collections.abc import Iterator

from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity
from carbonroad.link.system import System
from carbonroad.rules.making import due_place, found

RULE = Rule("CR312", "stale-status", Severity.warning)


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each item that is past due and still said to be under way."""
    for ref, standing in facts.standings.items():
        if not standing.stale or standing.superseded:
            continue
        item = system.items[ref]
        report = standing.report
        place = report.place if report is not None and report.status is not None else item.place
        stated = report.status if report is not None and report.status is not None else item.status
        latest = facts.due[ref].latest
        over = f"on {latest}" if latest is not None else f"before the data date, {system.as_of}"
        yield found(
            RULE,
            place.value("status"),
            f'{ref} is said to be "{stated}", but its time was over {over}.',
            pointer=place.at("status"),
            label=f"as of {system.as_of}",
            help_="write done (with finished), late if it is still pursued, or missed; or leave status out",
            related=[Related(due_place(item)[0], "due here")],
        )
