"""Something waits for, depends on or serves an item that another one has replaced.

The link to the old item is ignored: nothing checks any more that the new one comes first.

依赖已被替代的条目。一个条目等待、依赖或支撑的条目，已经被另一个条目替代。

指向旧条目的关系不再计算：新的条目是否先完成，就没有人检查了。

Flagged:
    milestones:
      - id: draft
        title: Draft standards issued
        deadline: by 2026
        owner: MIIT
        superseded_by: standards
      - id: standards
        title: Standards issued
        deadline: by 2028
        owner: MIIT
      - id: trading
        title: Trading begins
        deadline: by 2030
        owner: MEE
        after: draft  # expect: depends-on-superseded

Fine:
    milestones:
      - id: draft
        title: Draft standards issued
        deadline: by 2026
        owner: MIIT
        superseded_by: standards
      - id: standards
        title: Standards issued
        deadline: by 2028
        owner: MIIT
      - id: trading
        title: Trading begins
        deadline: by 2030
        owner: MEE
        after: standards
"""

from collections.abc import Iterator

from carbonroad.base.texts.said import say, sayable
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.links import dependences
from carbonroad.rules.shared.making import renamed

RULE = Rule("CR333", "depends-on-superseded", Severity.warning)
SCOPE = Scope(reach="whole", misses=("finished", "reports", "status"), absence="none")
_WORDS = {
    "after": sayable("{item} waits for {other}, which {successor} has replaced."),
    "for": sayable("{item} is for {other}, which {successor} has replaced."),
    "if": sayable("{item} depends on {other}, which {successor} has replaced."),
}


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each reference to a superseded item, unless its successor is named too."""
    replaced = {one.ref for one in facts.having("superseded_by") if one.superseded_by is not None}
    if not replaced:
        return
    successors = {system.items[ref].superseded_by or "" for ref in replaced}
    named = [*dependences(system, replaced | successors)]
    known = {(one.item.ref, one.key, one.other.ref) for one in named}
    for item, key, other, span, pointer in named:
        successor = other.superseded_by
        if successor is None or successor == item.ref or (item.ref, key, successor) in known:
            continue
        yield found(
            RULE,
            span,
            say(_WORDS[key], item=item.ref, other=other.ref, successor=successor),
            pointer=pointer,
            label=say("replaced by {item}", item=successor),
            help_=say("name {item} instead", item=successor),
            related=[Related(other.place.value("superseded_by"), say("replaced here"))],
            fix=renamed(span, other.ref, successor) if key != "if" else None,
        )
