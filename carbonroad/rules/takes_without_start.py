"""A work says how long it takes, but nothing says when it can start.

It gets no dates in the schedule, only the days by which it would have to be done.

有工期而无开始。一项工程写了工期，却没有任何依据说明何时能开始。

它在进度计算中没有日期，只能算出最迟哪一天必须完成。

Flagged:
    works:
      - id: W1
        title: Build the pilot
        owner: MIIT
        takes: 9 months  # expect: takes-without-start

Fine:
    works:
      - id: W1
        title: Build the pilot
        owner: MIIT
        takes: 9 months
        start: 2027-01
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import is_void
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR317", "takes-without-start", Severity.warning)
SCOPE = Scope(reach="chain", misses=("after", "finish", "finished", "start"), absence="entry")


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each timed work without early dates, unless it only waits for another such work."""
    undated = {*facts.schedule.undated, *facts.schedule.outside_calendar}
    undated |= {link.predecessor for loop in facts.schedule.cycles for link in loop}  # a rule of its own
    held_up = {
        link.successor for link in system.links if link.predecessor in undated and link.type != "informs"
    }
    for ref in facts.schedule.undated:
        item = system.items[ref]
        if ref in held_up or is_void(item, system.as_of):
            continue
        yield found(
            RULE,
            item.place.value("takes"),
            say("{item} has a duration, but no start and nothing dated to wait for.", item=ref),
            pointer=item.place.at("takes"),
            label=say("from when?"),
            help_=say("add start: (not before that day), finish:, or after: something that has a date"),
        )
