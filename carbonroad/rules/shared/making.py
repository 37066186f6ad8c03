"""How a rule makes its findings."""

from collections.abc import Sequence
from datetime import date

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import Said, say, say_count, sayable
from carbonroad.base.times.periods import parse_period
from carbonroad.compute.item_state import latest_report
from carbonroad.findings import Edit, Fix, Span
from carbonroad.link.system import Item
from carbonroad.model.items import Target
from carbonroad.model.terms import Day

_SHOWN_OF_A_ROAD = 12
_STATUSES = {
    "planned": sayable("planned"),
    "on-track": sayable("on-track"),
    "at-risk": sayable("at-risk"),
    "late": sayable("late"),
    "done": sayable("done"),
    "missed": sayable("missed"),
    "dropped": sayable("dropped"),
}


def renamed(span: Span, old: str, new: str) -> Fix | None:
    """Return the unsafe fix that names another item; none where the span holds more than one plain name.

    Args:
        span: Where the name stands, bare or with its part.
        old: The name, qualified or as typed.
        new: The qualified name to write.
    """
    if span.end - span.start not in (len(old), len(old.partition(".")[2])):
        return None
    return Fix(say("write {words}", words=new), safe=False, edits=(Edit(span.start, span.end, new),))


def days(count: int) -> Said:
    """`1 day`, `41 days`."""
    return say_count("{n} day", "{n:,} days", count)


def road(refs: Sequence[str]) -> str:
    """Return items with arrows between them; of a long road both ends."""
    if len(refs) <= _SHOWN_OF_A_ROAD:
        return " → ".join(refs)
    half = _SHOWN_OF_A_ROAD // 2
    return " → ".join([*refs[:half], "…", *refs[-half:]])


def own_name(item: Item) -> str:
    """Return what is to be mended: the item, or the indicator whose targets share its duties and sources."""
    return item.indicator_ref or item.ref


def first_day(day: Day) -> date:
    """Return the first day of what was typed: of `2026` the first of January."""
    period = parse_period(day.words.text)
    return day.day if isinstance(period, Refusal) else period.first


def status_word(status: str) -> Said:
    """Return a status as the reader may write it: in Chinese by its Chinese name."""
    return say(_STATUSES[status])


def due_place(item: Item) -> tuple[Span, str]:
    """Return where an item's time is written, with its pointer; what has none is shown by its id."""
    if isinstance(item.written, Target):
        return item.written.key.span, item.place.pointer
    for name in ("deadline", "finish", "start"):
        if name in item.place.fields:
            return item.place.value(name), item.place.at(name)
    return item.place.value("id"), item.place.pointer


def has_start_alone(item: Item) -> bool:
    """Whether a work's start is all that is written of its time, so that nothing is due on a day."""
    return item.deadline is None and item.latest is None


def status_place(item: Item, as_of: date) -> tuple[Span, str]:
    """Return where the status that counts is written, with its pointer: the latest report, else the item."""
    report = latest_report(item, as_of)
    place = report.place if report is not None and report.status is not None else item.place
    return place.value("status"), place.at("status")
