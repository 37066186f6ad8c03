"""Something is said to have begun or to be finished after the data date.

What lies ahead is a plan, not a fact. Often the year is mistyped, or only a year is given that is not
over yet.

完成日期在将来。写明已开始或已完成的日子，晚于数据截至日。

还没有到的日子是计划，不是事实。多半是年份打错了，或者只写了一个还没有过完的年份。

Flagged:
    as_of: 2026-11-22
    milestones:
      - id: furnaces
        title: Electric furnaces make 15 % of output
        deadline: by 2030
        owner: MIIT
        finished: 2027-06-30  # expect: finished-in-the-future

Fine:
    as_of: 2026-11-22
    milestones:
      - id: furnaces
        title: Electric furnaces make 15 % of output
        deadline: by 2030
        owner: MIIT
        finished: 2026-06-30
"""

from collections.abc import Iterator
from datetime import date

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say, sayable
from carbonroad.base.times.periods import parse_period
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import Item, System
from carbonroad.model.items import Work
from carbonroad.model.terms import Day, TermDays
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR314", "finished-in-the-future", Severity.warning)
SCOPE = Scope(reach="part", misses=(), absence="none")
_FINISHED = sayable("{item} is said to be finished by {day}, which is after the data date, {as_of}.")
_BEGUN = sayable("{item} is said to have begun on {day}, which is after the data date, {as_of}.")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each recorded day that is later than the data date."""
    for item in facts.having("finished", "started"):
        for field, day in _recorded(item):
            period = parse_period(day.words.text)
            first = day.day if isinstance(period, Refusal) else period.first
            if day.day <= system.as_of or (field == "started" and first <= system.as_of):
                continue
            yield _finding(item, field, day, first, system.as_of)


def _finding(item: Item, field: str, day: Day, first: date, as_of: date) -> Finding:
    ahead = first > as_of
    return found(
        RULE,
        day.words.span,
        say(_FINISHED, item=item.ref, day=day.day, as_of=as_of)
        if field == "finished"
        else say(_BEGUN, item=item.ref, day=first, as_of=as_of),
        pointer=item.place.at(field),
        label=say("not yet") if ahead else say("read as {day}", day=day.day),
        help_=say("correct the day, move the data date (as_of), or leave it out until it is true")
        if ahead
        else say("write the month or the day"),
    )


def _recorded(item: Item) -> Iterator[tuple[str, Day]]:
    finished = item.written.finished
    if isinstance(finished, Day):
        yield "finished", finished
    elif isinstance(finished, TermDays):
        yield from (("finished", day) for _, day in finished.entries)
    if isinstance(item.written, Work) and item.written.started is not None:
        yield "started", item.written.started
