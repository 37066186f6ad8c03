"""Something began or was finished before what it waits for.

This is called out-of-sequence progress. Either the link is not needed, or one of the recorded days is
wrong, or the earlier item was finished and nobody wrote it down.

实际先后颠倒。一个条目在它所等待的条目完成之前，就已经开始或完成。

进度管理中称为“未按逻辑顺序的实际进展”。要么这个前置关系并不需要，要么某个实际日期写错了，要么前一项早已完成却没有人记录。

Flagged:
    as_of: 2026-11-22
    milestones:
      - id: standards
        title: Standards issued
        deadline: by 2027
        owner: MIIT
      - id: trading
        title: Trading begins
        deadline: by 2027
        owner: MEE
        finished: 2026-05
        after: standards  # expect: out-of-sequence-progress

Fine:
    as_of: 2026-11-22
    milestones:
      - id: standards
        title: Standards issued
        deadline: by 2027
        owner: MIIT
        finished: 2026-03
      - id: trading
        title: Trading begins
        deadline: by 2027
        owner: MEE
        finished: 2026-05
        after: standards
"""

from collections.abc import Iterator
from datetime import date

from carbonroad.base.texts.said import say, sayable
from carbonroad.compute.due import recurs
from carbonroad.compute.facts import Facts
from carbonroad.compute.scheduling.reached import plus
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import Item, Link, System
from carbonroad.model.items import Work
from carbonroad.model.terms import Day
from carbonroad.rules.shared.links import pointer
from carbonroad.rules.shared.making import first_day

RULE = Rule("CR330", "out-of-sequence-progress", Severity.warning)
_OPEN = frozenset(("planned", "on-track", "at-risk", "late", "unreported"))
_WORDS = {
    ("started", False): sayable(
        "{item} began on {day}, but {predecessor}, which it waits for, is not finished."
    ),
    ("finished", False): sayable(
        "{item} was finished on {day}, but {predecessor}, which it waits for, is not."
    ),
    ("started", True): sayable(
        "{item} began on {day}; {predecessor}, which it waits for, allows that from {earliest} on."
    ),
    ("finished", True): sayable(
        "{item} was finished on {day}; {predecessor}, which it waits for, allows that from {earliest} on."
    ),
}


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each link that the recorded days contradict."""
    for _, link, before, after in facts.binding:
        event = _began(after) if link.type in ("FS", "SS") else _finished(after)
        if event is None or event[1].day > system.as_of or recurs(before) or recurs(after):
            continue
        field, day = event
        earliest = _allowed(link, before)
        if earliest is not None and day.day < earliest:
            yield _finding(system, link, after, field, day.day, before, earliest)
        elif earliest is None and link.type == "FS" and _unfinished(facts, link, before):
            yield _finding(system, link, after, field, day.day, before, None)


def _began(item: Item) -> tuple[str, Day] | None:
    """The field and day that tell of an item's beginning; a milestone begins when it is reached."""
    if isinstance(item.written, Work) and item.written.started is not None:
        return "started", item.written.started
    return _finished(item)


def _finished(item: Item) -> tuple[str, Day] | None:
    finished = item.written.finished
    return ("finished", finished) if isinstance(finished, Day) else None


def _allowed(link: Link, before: Item) -> date | None:
    """The first day that the predecessor's own record allows, taken as early as its words can mean."""
    event = _finished(before) if link.type in ("FS", "FF") else _began(before)
    if event is None or (event[0] == "finished" and link.type in ("SS", "SF") and before.kind == "work"):
        return None
    return plus(first_day(event[1]), link.lag)


def _unfinished(facts: Facts, link: Link, before: Item) -> bool:
    ahead = link.lag is not None and link.lag.count < 0  # the successor may begin before its end
    return before.written.finished is None and not ahead and facts.standings[before.ref].status in _OPEN


def _finding(
    system: System, link: Link, after: Item, field: str, day: date, before: Item, earliest: date | None
) -> Finding:
    template = _WORDS[field, earliest is not None]
    return found(
        RULE,
        link.span,
        say(template, item=after.ref, day=day, predecessor=before.ref, earliest=earliest),
        pointer=pointer(system, link),
        label=say("out of sequence"),
        help_=say(
            "record when {predecessor} was finished, correct the days, or take the link out",
            predecessor=before.ref,
        ),
        related=[
            Related(after.place.value(field), say("{item} is recorded here", item=after.ref)),
            Related(
                before.place.value("finished", "started", "id"), say("{item} comes first", item=before.ref)
            ),
        ],
    )
