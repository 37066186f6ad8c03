"""By how much something changed, and why that is not known where it is not."""

from collections.abc import Callable
from datetime import date
from typing import Any

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.durations import add_months
from carbonroad.base.values.units import Unit
from carbonroad.compute.changes.change import Change
from carbonroad.compute.changes.record_types import Demand, Limit
from carbonroad.views.changes.said import FIELDS
from carbonroad.views.changes.sides import Sides
from carbonroad.views.shared.units import digits
from carbonroad.views.shared.values import level_words
from carbonroad.views.shared.words import Words

_KINDS = {
    "deadline-withdrawn": "date taken away",
    "deadline-set": "date given",
    "made-conditional": "binds only on a condition now",
    "made-unconditional": "waits for no condition any more",
    "deadline-softened": "only striven for now",
    "deadline-firmed": "firm now",
    "deadline-reworded": "same days in other words",
    "start-set": "start given",
    "start-withdrawn": "start taken away",
    "value-withdrawn": "value taken away",
    "value-set": "value given",
    "stretch-withdrawn": "stretch value taken away",
    "stretch-set": "stretch value given",
    "target-restated": "asks for the same in other words",
    "emissions-restated": "the same in another unit",
    "actual-restated": "the same in another unit",
    "actual-corrected": "measured value rewritten",
    "actual-withdrawn": "measured value taken away",
    "finish-withdrawn": "record of completion taken away",
    "finish-corrected": "day of completion rewritten",
    "report-rewritten": "report rewritten",
    "finished": "completed",
    "measured": "measured",
    "nature-changed": "nature",
    "reported": "report",
    "progress-changed": "progress",
    "pathway-target-withdrawn": "target of a year taken away",
    "pathway-target-set": "target for another year",
    "owner-changed": "owner",
    "lead-changed": "lead",
    "support-changed": "support",
    "basis-changed": "basis of the duties",
    "superseded": "superseded",
    "restored": "back again",
    "renamed": "new id",
    "moved": "moved to another industry",
    "feasibility-changed": "by the schedule",
    "critical-path-changed": "critical path",
    "link-added": "now waits",
    "link-removed": "waits no more",
    "title-changed": "title",
    "revision-added": "new entry of the revision table",
    "revision-removed": "entry of the revision table taken away",
    "reference-changed": "reference pathway",
    "unit-changed": "unit",
    "definition-changed": "the meaning of its values changed",
    "duration-set": "duration given",
    "duration-withdrawn": "duration taken away",
}
"""Kinds of change that need no number, with their English words."""
_REASONS = {
    "not-understood": "the words are not understood as a value",
    "other-period": "it counts for another length of time",
    "other-unit": "the units do not convert",
    "no-side": "no one says whether higher or lower is better",
    "base-unknown": "the level of the base year is not known",
    "other-side": "one of them bounds only the other side",
    "mixed": "one end asks for more, the other for less",
    "other-kind": "another kind of value",
    "definition": "the targets no longer mean what they did",
    "title-numbers": "the title names other numbers",
}
_CAUSES = {
    "condition": "what it waits for moved",
    "phases": "the phase has other years",
    "before-means": "“before” is read in another way",
    "void": "counts no more",
}
_GONE = {"dropped": "removed from the files", "status": "stated as dropped"}


def how_words(sides: Sides, change: Change) -> str:
    """Return by how much, in what respect, and why."""
    w = sides.new.w
    said = [_what(sides, change)]
    if change.reason:
        said.append(w("cannot be compared: {why}", why=w(_REASONS[change.reason])))
    if change.cause in _CAUSES:
        said.append(w(_CAUSES[change.cause]))
    return sides.new.listing(one for one in said if one)


def _what(sides: Sides, change: Change) -> str:
    read = _READ.get(change.kind)
    if read is not None:
        return read(sides, change)
    if change.by:
        words = sides.new.w(_KINDS[change.kind]) if change.kind in _KINDS else ""
        return _signed(words, sides, change)
    known = _KINDS.get(change.kind) or FIELDS.get(change.field)
    return sides.new.w(known) if known else change.field


def _often(sides: Sides, change: Change) -> str:
    w = sides.new.w
    return w("more often") if change.direction == "stronger" else w("less often")


def _longer(sides: Sides, change: Change) -> str:
    w = sides.new.w
    return {"later": w("longer"), "earlier": w("shorter")}.get(change.direction, w("duration"))


def _nothing(_: Sides, __: Change) -> str:
    return ""


def _gone(sides: Sides, change: Change) -> str:
    return sides.new.w(_GONE["status" if change.field else "dropped"])


def _asks(sides: Sides, change: Change) -> str:
    """How much a target's number grew; where that says nothing, whether it asks for less."""
    w = sides.new.w
    if change.by:
        return _signed("", sides, change)
    words = {
        "weaker": w("less firm") if change.by == 0 else w("asks for less"),
        "stronger": w("firmer") if change.by == 0 else w("asks for more"),
    }
    return words.get(change.direction, "")


def _signed(words: str, sides: Sides, change: Change) -> str:
    """A number with its sign and unit, behind words if there are any."""
    w, by = sides.new.w, float(change.by or 0)
    if by == 0:
        return words
    unit, points = _unit(sides, change)
    size = w("{n} percentage points", n=digits(by)) if points else level_words(unit, by, w)
    size = f"+{size}" if by > 0 else size
    return w("{words} ({size})", words=words, size=size) if words else size


def _unit(sides: Sides, change: Change) -> tuple[Unit | None, bool]:
    """The unit of what a number grew by, and whether that is percentage points."""
    system, key = sides.comparison.new, change.key
    if key.subject == "emissions":
        pathway = next((part.pathway for part in system.parts if part.id == key.ref), None)
        return (None if pathway is None else pathway.unit), False
    item = sides.new_item(change)
    indicator = system.indicators.get(key.ref) if item is None else item.indicator
    unit = None if indicator is None else indicator.unit
    measure = change.now.measure if isinstance(change.now, Demand) else "level"
    percent = unit is not None and (unit.is_percent or unit.is_points)
    if measure == "multiple":
        return None, False
    return unit, measure in ("percent", "points") or percent


def _moved(sides: Sides, change: Change) -> str:
    w, days = sides.new.w, change.days
    if days is None:
        return w("another period")
    was, now = _day(change.was), _day(change.now)
    if change.kind in ("start-moved", "period-changed"):
        was, now = _first(change.was), _first(change.now)
    length = span_words(sides.new, was, now) if was is not None and now is not None else ""
    if change.kind in ("start-moved", "period-changed"):
        return w("starts {span} later", span=length) if days > 0 else w("starts {span} earlier", span=length)
    if change.kind == "schedule-moved":
        return w("ends {span} later", span=length) if days > 0 else w("ends {span} earlier", span=length)
    return w("{span} later", span=length) if days > 0 else w("{span} earlier", span=length)


def _day(value: Any) -> date | None:
    if isinstance(value, Limit):
        return value.latest or value.expected
    return value if isinstance(value, date) else None


def _first(value: Any) -> date | None:
    return value.first if isinstance(value, Limit) else value if isinstance(value, date) else None


def span_words(words: Words, one: date, other: date) -> str:
    """Return the time between two days: whole years or months where it is that, else days."""
    first, last = sorted((one, other))
    plural = words.w.plural
    months = (last.year - first.year) * 12 + last.month - first.month
    ends = _is_month_end(first) and _is_month_end(last)
    if months and (ends or add_months(first, months) == last):
        years, rest = divmod(months, 12)
        if not rest:
            return plural("{n} year", "{n} years", years)
        return plural("{n} month", "{n} months", months)
    return plural("{n} day", "{n} days", (last - first).days)


def _is_month_end(day: date) -> bool:
    """Whether it is the last day of its month."""
    later = add_months(day.replace(day=1), 1)
    return not isinstance(later, Refusal) and (later - day).days == 1


def days_between(change: Change) -> tuple[date, date] | None:
    """Return the days between which a deadline moved."""
    was, now = _day(change.was), _day(change.now)
    return None if was is None or now is None else (was, now)


_READ: dict[str, Callable[[Sides, Change], str]] = {
    "deadline-moved": _moved,
    "start-moved": _moved,
    "schedule-moved": _moved,
    "period-changed": _moved,
    "frequency-changed": _often,
    "duration-changed": _longer,
    "target-changed": _asks,
    "stretch-changed": _asks,
    "pathway-target-changed": _asks,
    "dropped": _gone,
    "added": _nothing,
    "status-changed": _nothing,
}
"""Kinds of change that say more than one word each."""
