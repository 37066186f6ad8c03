"""A source's own wording of a deadline computes to another day than the item's.

Two documents then set two days for one goal. The timetable shows both wordings; somebody has to say
which binds.

期限说法不一。来源文件对期限的说法算出来的日期，与本条目的期限不是同一天。

同一目标就有了两个截止日期。时间表会把两种说法都列出来，但以哪一个为准，要由编制人说明。

Flagged:
    sources:
      plan: {title: Action plan}
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT
        source:
          id: plan
          deadline: by 2029  # expect: conflicting-wordings

Fine:
    before_means: inclusive
    sources:
      plan: {title: Action plan}
    milestones:
      - id: peak
        title: Steel emissions peak
        deadline: by 2030
        owner: MIIT
        source:
          id: plan
          deadline: before 2030
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.making import due_place

RULE = Rule("CR405", "conflicting-wordings", Severity.warning)
SCOPE = Scope(reach="part", misses=(), absence="none")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each citation whose deadline ends on another day than the item's."""
    for item in system.items.values():
        stated = [cited for cited in item.citations if cited.deadline is not None]
        if not stated or item.superseded_by is not None:
            continue
        if item.deadline is None or item.deadline.latest is None:
            continue
        for cited in stated:
            day = cited.deadline.latest if cited.deadline is not None else None
            if day is None or day == item.deadline.latest or cited.citation.deadline is None:
                continue
            yield found(
                RULE,
                cited.citation.deadline.words.span,
                say(
                    "{ref} is due on {latest}, but by its source's words on {day}.",
                    ref=item.ref,
                    latest=item.deadline.latest,
                    day=day,
                ),
                pointer=f"{item.place.at('source')}[{cited.citation.ref.text}].deadline",
                label=say("means {day}", day=day),
                help_=say(
                    "correct one of the two, or make two items of it if the documents set two deadlines"
                ),
                related=[Related(due_place(item)[0], say("means {day}", day=item.deadline.latest))],
            )
