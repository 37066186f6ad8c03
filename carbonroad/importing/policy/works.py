"""Works of a draft: start and finish, a length, or a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.deadline_value import Deadline
from carbonroad.base.times.deadlines import parse_deadline
from carbonroad.base.times.durations import parse_duration
from carbonroad.base.values.money import parse_money
from carbonroad.importing.policy.dates import PLANS
from carbonroad.importing.policy.titles import cut_title

if TYPE_CHECKING:
    from datetime import date

    from carbonroad.importing.draft import Entries
    from carbonroad.importing.policy.indicators import Maker
    from carbonroad.importing.policy.parts import Item


def work_entries(maker: Maker, item: Item) -> Entries:
    """Return the entries of a work, without its id."""
    made: Entries = {"title": cut_title(item.title)}
    start, finish = _first(item.start), _last(item.finish)
    takes = item.takes if item.takes and not isinstance(parse_duration(item.takes), Refusal) else ""
    if takes:
        made["takes"] = takes
    if start:
        made["start"] = start
    if finish and start and not takes:
        made["finish"] = finish
    elif item.when is not None and not (takes and start):
        made |= maker.deadline(item.when, item.place)
    cost = item.cost.replace("元", " CNY")
    if cost and not isinstance(parse_money(cost), Refusal):
        made["cost"] = cost
    return {**made, **maker.common(item)}


def _first(words: str) -> str:
    found = parse_deadline(words, PLANS) if words else None
    if not isinstance(found, Deadline) or found.span is None:
        return ""
    return _written(found.span.first, found.span.last, found.span.first)


def _last(words: str) -> str:
    found = parse_deadline(words, PLANS) if words else None
    if not isinstance(found, Deadline) or found.span is None or found.latest is None:
        return ""
    return _written(found.span.first, found.span.last, found.span.last)


def _written(first: date, last: date, day: date) -> str:
    """A year or a month where the words name one, else the day."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{day.year}"
    if first.day == 1 and first.year == last.year and first.month == last.month and last.day >= 28:
        return f"{day.year}-{day.month:02}"
    return day.isoformat()
