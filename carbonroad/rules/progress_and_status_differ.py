"""The progress says one thing, the status another: all done but not finished, or done before 100 %.

Both stand side by side in the timetable, and the reader cannot tell which one to report upwards.

进度与状态不符。进度和状态说法不一：进度100%却未写完成，或者写着已完成而进度不到100%。

两者在时间表里并排列出，看的人不知道该上报哪一个。

Flagged:
    works:
      - id: W1
        title: Retrofit the blast furnaces
        owner: MIIT
        deadline: by 2027
        status: on-track
        progress: 100  # expect: progress-and-status-differ

Fine:
    as_of: 2026-11-22
    works:
      - id: W1
        title: Retrofit the blast furnaces
        owner: MIIT
        deadline: by 2027
        finished: 2026-10
        progress: 100
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import is_void, stated_status
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR324", "progress-and-status-differ", Severity.warning)
SCOPE = Scope(reach="part", misses=("finished", "reports", "status"), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding where the progress that counts does not fit the status."""
    for item in facts.having("progress", "reports"):
        ref, standing = item.ref, facts.standings[item.ref]
        progress = standing.progress
        if progress is None or is_void(item, system.as_of):
            continue
        done = stated_status(item, system.as_of) == "done" or item.written.finished is not None
        if done == (progress >= 100):
            continue
        report = standing.report
        place = report.place if report is not None and report.progress is not None else item.place
        yield found(
            RULE,
            place.value("progress"),
            say("{item} is done, but its progress is {progress:g}%.", item=ref, progress=progress)
            if done
            else say("{item} has made 100% progress, but is not said to be done.", item=ref),
            pointer=place.at("progress"),
            label=say("but done") if done else say("but not done"),
            help_=say("write progress: 100, or correct the status")
            if done
            else say("add finished: with the day, or correct the progress"),
        )
