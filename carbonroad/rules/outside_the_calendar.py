"""A work would begin or end before the year 1 or after the year 9999.

It gets no dates, and neither does what waits for it: a duration or a lag has a digit too many.

超出日历。一项工程将早于公元1年或晚于公元9999年开始或结束。

它和等待它的条目都得不到日期：多半是工期或间隔多打了一个数字。

Flagged:
    works:
      - id: W1
        title: Build the pilot
        owner: MIIT
        start: 2027-01
        takes: 9000 years  # expect: outside-the-calendar

Fine:
    works:
      - id: W1
        title: Build the pilot
        owner: MIIT
        start: 2027-01
        takes: 9 years
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity, Span, found
from carbonroad.link.system import Item, System
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR321", "outside-the-calendar", Severity.error)
SCOPE = Scope(reach="chain", misses=("finish", "finished"), absence="none")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each item whose own dates leave the calendar."""
    for ref in facts.schedule.outside_calendar:
        span, pointer = _place(system.items[ref])
        yield found(
            RULE,
            span,
            say("{item} would begin or end outside the years 1 to 9999.", item=ref),
            pointer=pointer,
            label=say("too long, or a lag before it is"),
            help_=say("check the durations and lags that lead here for a digit too many"),
        )


def _place(item: Item) -> tuple[Span, str]:
    name = next((name for name in ("takes", "after", "deadline") if name in item.place.fields), "id")
    return item.place.value(name), item.place.at(name)
