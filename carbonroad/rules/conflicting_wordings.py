"""A source's own wording of a deadline computes to another day than the item's.

Two documents then set two days for one goal. The timetable shows both wordings; somebody has to say
which binds.

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

from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity
from carbonroad.link.system import System
from carbonroad.rules.making import due_place, found

RULE = Rule("CR405", "conflicting-wordings", Severity.warning)


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each citation whose deadline ends on another day than the item's."""
    for item in system.items.values():
        if item.superseded_by is not None or item.deadline is None or item.deadline.latest is None:
            continue
        for cited in item.citations:
            day = cited.deadline.latest if cited.deadline is not None else None
            if day is None or day == item.deadline.latest or cited.citation.deadline is None:
                continue
            yield found(
                RULE,
                cited.citation.deadline.words.span,
                f"{item.ref} is due on {item.deadline.latest}, but by its source's words on {day}.",
                pointer=f"{item.place.at('source')}[{cited.citation.ref.text}].deadline",
                label=f"means {day}",
                help_="correct one of the two, or make two items of it if the documents set two deadlines",
                related=[Related(due_place(item)[0], f"means {item.deadline.latest}")],
            )
