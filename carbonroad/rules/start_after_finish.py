"""A work starts after it ends.

One of the two days is mistyped, and the work has no length.

开始晚于结束。一项工程开始的日子晚于结束的日子。

两个日子必有一个打错了，工期也就无从谈起。

Flagged:
    works:
      - id: W1
        title: Build the pilot
        owner: MIIT
        start: 2029-03-01  # expect: start-after-finish
        finish: 2028-03-01

Fine:
    works:
      - id: W1
        title: Build the pilot
        owner: MIIT
        start: 2028-03-01
        finish: 2029-03-01
"""

from collections.abc import Iterator
from datetime import date

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import Item, System
from carbonroad.model.items import Work
from carbonroad.model.terms import Day
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import first_day

RULE = Rule("CR315", "start-after-finish", Severity.error)
SCOPE = Scope(reach="part", misses=(), absence="none")


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each work whose first day is later than its last, as planned or as recorded."""
    for item in facts.having("start", "started"):
        work = item.written
        if not isinstance(work, Work):
            continue
        if work.start is not None:
            end = work.finish.day if work.finish is not None else item.latest
            field = "finish" if work.finish is not None else "deadline"
            if end is not None and work.start.day > end:
                yield _finding(item, "start", work.start.day, field, end)
        if work.started is not None and isinstance(work.finished, Day):
            first = first_day(work.started)
            if first > work.finished.day:
                yield _finding(item, "started", first, "finished", work.finished.day)


def _finding(item: Item, first: str, begins: date, last: str, ends: date) -> Finding:
    return found(
        RULE,
        item.place.value(first),
        say("{item} starts on {start} and ends on {end}.", item=item.ref, start=begins, end=ends),
        pointer=item.place.at(first),
        label=say("after its end"),
        help_=say("correct one of the two days"),
        related=[Related(item.place.value(last), say("ends here"))],
    )
