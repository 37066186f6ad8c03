"""A deadline says "before", but the roadmap does not say whether the year named still counts.

Official texts use "before 2030" both ways: some mean the end of 2030, some the end of 2029. A year lies
between the two, and each reader takes the one that suits.

“年前”口径未说明。期限写有“2030年前”一类的话，但路线图没有说明所指的那一年算不算在内。

正式文件里“2030年前”两种用法都有：有的指到2030年底，有的指到2029年底。两者相差一年，读的人各取所需。

Flagged:
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: before 2030  # expect: before-means-unstated
        owner: MIIT

Fine:
    before_means: inclusive
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: before 2030
        owner: MIIT
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say, say_count
from carbonroad.base.times.deadline_value import Deadline
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import due_place

RULE = Rule("CR305", "before-means-unstated", Severity.warning)
SCOPE = Scope(reach="whole", misses=("before_means",), absence="none")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield one finding a roadmap: at the top file's first key, else at the first such deadline."""
    if system.before_means is not None:
        return
    uses = [item for item in system.items.values() if item.deadline and _two_ways(item.deadline)]
    if not uses:
        return
    span, pointer = due_place(uses[0])
    words = uses[0].deadline.words if uses[0].deadline else ""
    top = system.top
    yield found(
        RULE,
        top.place.key() if top is not None else span,
        say_count(
            '"{words}" can be read two ways, and the roadmap does not say which.',
            '"{words}" can be read two ways, and the roadmap does not say which ({n} deadlines say it).',
            len(uses),
            words=words,
        ),
        pointer="before_means" if top is not None else pointer,
        label=say("before_means is missing") if top is not None else say("with that year or without?"),
        help_=say(
            "write before_means: inclusive if the year named still counts, or exclusive if not; "
            "inclusive is taken until then"
        ),
        related=[Related(span, say("used here"))] if top is not None else (),
    )


def _two_ways(deadline: Deadline) -> bool:
    """Whether it says before a unit of time; before a named period is read in one way only."""
    return "before" in (deadline.kind, deadline.base_kind) and not deadline.periods
