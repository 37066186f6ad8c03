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

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say, sayable
from carbonroad.compute.facts import Facts
from carbonroad.compute.item_state import recurs
from carbonroad.compute.scheduling.reached_days import plus
from carbonroad.findings import Finding, Related, Rule, Severity, found
from carbonroad.link.system import Item, Link, System
from carbonroad.model.items import Work
from carbonroad.model.terms import Day
from carbonroad.rules.shared.check import Scope
from carbonroad.rules.shared.links import pointer
from carbonroad.rules.shared.making import first_day

RULE = Rule("CR330", "out-of-sequence-progress", Severity.warning)
SCOPE = Scope(reach="chain", misses=(), absence="none")
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
_ENDED = sayable("record when {predecessor} was finished, correct the days, or take the link out")
_BEGAN = sayable("record when {predecessor} began, correct the days, or take the link out")


class _Record(NamedTuple):
    """What is recorded of an item: `field` is started or finished."""

    item: Item
    field: str
    day: Day


def check(system: System, facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each link that the recorded days contradict."""
    for _, link, before, after in facts.binding:
        event = _began(after) if link.type in ("FS", "SS") else _finished(after)
        if event is None or event.day.day > system.as_of or recurs(before) or recurs(after):
            continue
        first = _first(link, before)
        earliest = None if first is None else plus(first_day(first.day), link.lag)
        if earliest is not None and event.day.day < earliest:
            yield _finding(system, link, before, event, first, earliest)
        elif earliest is None and link.type == "FS" and _unfinished(facts, link, before):
            yield _finding(system, link, before, event, None, None)


def _began(item: Item) -> _Record | None:
    """What tells of an item's beginning; a milestone begins when it is reached."""
    if isinstance(item.written, Work) and item.written.started is not None:
        return _Record(item, "started", item.written.started)
    return _finished(item)


def _finished(item: Item) -> _Record | None:
    finished = item.written.finished
    return _Record(item, "finished", finished) if isinstance(finished, Day) else None


def _first(link: Link, before: Item) -> _Record | None:
    """What is recorded of that end of the predecessor which the link holds to."""
    if link.type in ("FS", "FF"):
        return _finished(before)
    began = _began(before)
    return None if began is None or (began.field == "finished" and before.kind == "work") else began


def _unfinished(facts: Facts, link: Link, before: Item) -> bool:
    ahead = link.lag is not None and link.lag.count < 0  # the successor may begin before its end
    return before.written.finished is None and not ahead and facts.standings[before.ref].status in _OPEN


def _finding(
    system: System, link: Link, before: Item, event: _Record, first: _Record | None, earliest: date | None
) -> Finding:
    after, field = event.item, event.field
    return found(
        RULE,
        link.span,
        say(
            _WORDS[field, earliest is not None],
            item=after.ref,
            day=event.day.day,
            predecessor=before.ref,
            earliest=earliest,
        ),
        pointer=pointer(system, link),
        label=say("out of sequence"),
        help_=say(
            _BEGAN if first is not None and first.field == "started" else _ENDED, predecessor=before.ref
        ),
        related=[
            Related(after.place.value(field), say("{item} is recorded here", item=after.ref)),
            Related(
                before.place.value(first.field) if first is not None else before.place.value("started", "id"),
                say("{item} comes first", item=before.ref),
            ),
        ],
    )
