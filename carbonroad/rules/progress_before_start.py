"""A work has made progress, but its start lies ahead and nothing says that it has begun.

Either the progress belongs to another work, or the work began early and its first day is missing.

未开始而有进度。一项工程已有进度，但开始日期还没有到，也没有写实际开始。

要么这个进度是别的工程的，要么它提前开始了，却漏写了实际开始的日子。

Flagged:
    as_of: 2026-11-22
    works:
      - id: W1
        title: Retrofit the blast furnaces
        owner: MIIT
        start: 2027-03
        finish: 2028-12
        progress: 20  # expect: progress-before-start

Fine:
    as_of: 2026-11-22
    works:
      - id: W1
        title: Retrofit the blast furnaces
        owner: MIIT
        start: 2027-03
        finish: 2028-12
        started: 2026-09
        progress: 20
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import is_void
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.model.items import Work
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR327", "progress-before-start", Severity.warning)
SCOPE = Scope(reach="part", misses=("finished", "started"), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each work with progress and a stated start after the data date."""
    for item in facts.having("progress", "reports"):
        ref, standing = item.ref, facts.standings[item.ref]
        progress = standing.progress
        work = item.written
        if not progress or not isinstance(work, Work) or work.start is None or is_void(item, system.as_of):
            continue
        if work.start.day <= system.as_of or work.started is not None or work.finished is not None:
            continue
        report = standing.report
        place = report.place if report is not None and report.progress is not None else item.place
        yield found(
            RULE,
            place.value("progress"),
            say(
                "{item} has made {progress:g}% progress, but begins only on {day}.",
                item=ref,
                progress=progress,
                day=work.start.day,
            ),
            pointer=place.at("progress"),
            label=say("as of {day}", day=system.as_of),
            help_=say("add started: with the day on which it began, or correct the progress"),
            related=[Related(item.place.value("start"), say("begins here"))],
        )
