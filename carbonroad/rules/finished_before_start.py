"""A work was finished before its planned start, and nothing says when it began.

Either the two days belong to different works, or it was done ahead of the plan; then its true first day
is missing and the drawing shows a work without length.

完成早于开始。一项工程的完成日期早于计划的开始日期，又没有写实际开始。

要么两个日期不是同一项工程的，要么它提前做完了；那么缺的是实际开始，图上会画成没有长度的一项。

Flagged:
    as_of: 2026-11-22
    works:
      - id: W1
        title: Retrofit the blast furnaces
        owner: MIIT
        start: 2026-09-01
        takes: 12 months
        finished: 2026-05-31  # expect: finished-before-start

Fine:
    as_of: 2026-11-22
    works:
      - id: W1
        title: Retrofit the blast furnaces
        owner: MIIT
        start: 2026-09-01
        takes: 12 months
        started: 2025-06
        finished: 2026-05-31
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import finished_day
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.model.items import Work
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR331", "finished-before-start", Severity.warning)
SCOPE = Scope(reach="part", misses=("started",), absence="none")


def check(_system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each finished work whose stated start is later, unless its true start is given."""
    for item in facts.having("finished"):
        work, day = item.written, finished_day(item)
        if not isinstance(work, Work) or work.start is None or work.started is not None or day is None:
            continue
        if day < work.start.day:
            yield found(
                RULE,
                item.place.value("finished"),
                say(
                    "{item} was finished on {day}, but its start is {start}.",
                    item=item.ref,
                    day=day,
                    start=work.start.day,
                ),
                pointer=item.place.at("finished"),
                label=say("before its start"),
                help_=say("add started: with the day on which it began, or correct one of the two days"),
                related=[Related(item.place.value("start"), say("planned start"))],
            )
