"""What a field said and says, in words."""

from typing import Any

from carbonroad.compute.changes.change import Change
from carbonroad.compute.changes.record_types import Emission, Limit
from carbonroad.link.system import Item
from carbonroad.views.changes.field_values import READERS, plain
from carbonroad.views.changes.sides import Sides
from carbonroad.views.shared.values import level_words
from carbonroad.views.shared.words import Words

_LONGEST = 90
_AROUND = 24
_TEXTS = frozenset(("title", "note", "deliverable", "acceptance", "scope", "publisher"))
FIELDS = {
    "note": "note",
    "source": "source",
    "deliverable": "deliverable",
    "acceptance": "acceptance",
    "measure": "measure",
    "for": "goals it serves",
    "indicator": "indicator",
    "goal": "kind of goal",
    "unit": "unit",
    "better": "which side is better",
    "baseline": "base year",
    "change": "whether values are changes",
    "parent": "parent indicator",
    "parent_roadmap": "parent",
    "allocation": "division among the roadmaps below",
    "variable": "IAMC variable",
    "cost": "cost",
    "started": "day of starting",
    "status": "stated status",
    "stretch": "stretch value",
    "code": "code",
    "years": "years",
    "zoom": "weight on the axis",
    "short": "short name",
    "kind": "kind",
    "number": "number",
    "issued": "day of issue",
    "published": "day of publication",
    "publisher": "publisher",
    "url": "address",
    "region": "region",
    "languages": "languages",
    "before_means": "what “before 2030” means",
    "gas": "gas",
    "scope": "scope",
    "lag": "lag",
    "basis": "basis",
    "start": "start",
    "finish": "finish",
    "estimate": "estimate",
    "words": "wording of the value",
    "peak_year": "peak year",
    "neutral_year": "year of neutrality",
    "by": "author",
    "items": "items",
    "date": "date",
}
"""Fields that a change names, with their English words."""
_TRUTHS = frozenset(("inferred", "too_late"))
"""Fields that are given only where they are true."""


def both(sides: Sides, change: Change) -> tuple[str, str]:
    """Return what a field said and what it says; texts shortened to where they differ."""
    was = _said(sides, sides.old, sides.old_item(change), change, change.was)
    now = _said(sides, sides.new, sides.new_item(change), change, change.now)
    if was == now and isinstance(change.was, Limit) and isinstance(change.now, Limit):
        was, now = _with_day(sides, was, change.was), _with_day(sides, now, change.now)
        if was == now:  # said in the page's language; the authors' words differ
            was, now = change.was.words, change.now.words
    if change.kind == "superseded":
        was, now = _superseded(sides, change, now)
    return _cut(was, now) if max(len(was), len(now)) > _LONGEST else (was, now)


def _with_day(sides: Sides, said: str, limit: Limit) -> str:
    """A deadline with its day, where its words alone do not tell that it changed."""
    day = limit.latest or limit.expected or limit.first
    return said if day is None else sides.new.w("{words} ({day})", words=said, day=day.isoformat())


def _superseded(sides: Sides, change: Change, successor: str) -> tuple[str, str]:
    """What was to be done until when, and what takes its place, until when."""
    one, two = sides.old_item(change), sides.comparison.new.items.get(successor)
    was = _whole(sides.old, one, change, one)
    now = _whole(sides.new, two, change, two)
    return was or "–", sides.new.w("{name}, {when}", name=successor, when=now) if now else successor


def _said(sides: Sides, words: Words, item: Item | None, change: Change, value: Any) -> str:
    if not change.field:
        return _whole(words, item, change, value)
    if isinstance(value, Emission):
        return _emitted(words, change, value)
    if change.key.subject == "actual" and change.field == "value":
        key = change.key if words is sides.new or change.before is None else change.before
        return words.level(words.system.indicators[key.ref], value.value)
    read = READERS.get(change.field)
    if read is not None and (value is not None or change.field in _TRUTHS):
        return read(words, item, value)
    return plain(words, value, text=change.field in _TEXTS)


def _whole(words: Words, item: Item | None, change: Change, value: Any) -> str:
    """A thing that came or went: its deadline and value, or what was measured."""
    if value is None:
        return ""
    if change.key.subject == "actual":
        key = change.key if change.before is None else change.before
        return words.level(words.system.indicators[key.ref], value["value"].value)
    if change.key.subject == "emissions":
        return _emitted(words, change, value["value"])
    if item is None:
        return ""
    asked = words.value(item)
    when = words.deadline(item) if item.deadline is not None else ""
    return words.w("{value}, {when}", value=asked, when=when) if asked and when else asked or when


def _emitted(words: Words, change: Change, value: Emission) -> str:
    """Emissions of a year in the pathway's unit; of a range both ends."""
    names = {key.ref for key in (change.key, change.before) if key is not None}
    part = next((part for part in words.system.parts if part.id in names), None)
    unit = None if part is None or part.pathway is None else part.pathway.unit
    ends = dict.fromkeys(level_words(unit, end, words.w) for end in (value.low, value.high))
    return "–".join(ends)


def _cut(was: str, now: str) -> tuple[str, str]:
    """Two long texts, each cut to where they differ."""
    start = next(
        (n for n, (one, two) in enumerate(zip(was, now, strict=False)) if one != two), min(len(was), len(now))
    )
    end = next(
        (n for n, (one, two) in enumerate(zip(was[::-1], now[::-1], strict=False)) if one != two),
        min(len(was), len(now)),
    )
    end = min(end, min(len(was), len(now)) - start)
    first = max(0, start - _AROUND)
    return _piece(was, first, len(was) - end), _piece(now, first, len(now) - end)


def _piece(text: str, first: int, end: int) -> str:
    last = min(len(text), max(end, first) + _AROUND, first + _LONGEST)
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"
