"""A work ends after the milestone that it delivers.

The milestone would be reached before what makes it true is finished.

工程晚于里程碑。一项工程的结束，晚于它所支撑的里程碑。

使里程碑成立的工作还没有做完，里程碑就已经到期了。

Flagged:
    works:
      - id: W1
        title: Retrofit the blast furnaces
        owner: MIIT
        deadline: by 2029
        for: M1  # expect: work-ends-after-milestone
    milestones:
      - id: M1
        title: 80 % of capacity retrofitted
        deadline: by 2028
        owner: MIIT

Fine:
    works:
      - id: W1
        title: Retrofit the blast furnaces
        owner: MIIT
        deadline: by 2028
        for: M1
    milestones:
      - id: M1
        title: 80 % of capacity retrofitted
        deadline: by 2028
        owner: MIIT
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say, sayable
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import finished_day
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.links import ends, in_network, last_day, pointer
from carbonroad.rules.shared.making import days, due_place

RULE = Rule("CR316", "work-ends-after-milestone", Severity.warning)
SCOPE = Scope(reach="chain", misses=("finished", "takes"), absence="none")

_FIXED = (
    sayable("{item} ends {days} after {goal}, which it delivers."),
    sayable("due on {day}, but the work ends on {last}"),
)
_OPEN = (
    sayable("{item} may end {days} after {goal}, which it delivers."),
    sayable("due on {day}, but the work may go on until {last}"),
)
"""Of a work without a duration only the latest day is known: it may be over sooner."""


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each `for` outside the network that cannot hold."""
    for _, link, work, goal in facts.binding:
        if link.by != "for" or in_network(facts, link) or work.kind != "work" or goal.written.finished:
            continue
        last, due = ends(work, facts), last_day(goal, facts)
        if last is None or due is None or last <= due:
            continue
        sentence, label = _FIXED if finished_day(work) or work.ref in facts.schedule.activities else _OPEN
        yield found(
            RULE,
            link.span,
            say(sentence, item=work.ref, days=days((last - due).days), goal=goal.ref),
            pointer=pointer(system, link),
            label=say(label, day=due, last=last),
            help_=say("correct one of the two days, or the milestone that is named"),
            related=[
                Related(due_place(work)[0], say("the work's last day")),
                Related(due_place(goal)[0], say("the milestone is due here")),
            ],
        )
