"""What the pages of the schedule say in the same way: days, lags, cells, chains of ids."""

from collections.abc import Sequence
from datetime import date

from carbonroad.base.times.durations import Duration
from carbonroad.compute.scheduling.schedule import Activity
from carbonroad.link.system import Link
from carbonroad.views.document import Cell, Document, Line, Paragraph, Section, Span
from carbonroad.views.shared.words import Words

_ENDS, _OTHERS = 6, 8


def days_of(words: Words, n: int) -> str:
    """Return `1 day`, `41 days`."""
    return words.w.plural("{n} day", "{n} days", n)


def iso(day: date | None) -> str:
    """Return a day as tables show it; a dash for none."""
    return "–" if day is None else day.isoformat()


def signed(days: int) -> str:
    """Return a number of days with its sign: the minus is a minus."""
    return f"−{-days}" if days < 0 else f"{days}"


def later(days: int) -> str:
    """Return by how much something is later; what is earlier has a minus."""
    return f"+{days}" if days > 0 else signed(days)


def length_words(words: Words, length: Duration) -> str:
    """Return a length in the unit it was stated in, without its sign."""
    w, n, unit = words.w, abs(length.count), length.unit
    if unit == "month" and n % 12 == 0:
        n, unit = n // 12, "year"
    return {
        "day": w.plural("{n} day", "{n} days", n),
        "week": w.plural("{n} week", "{n} weeks", n),
        "month": w.plural("{n} month", "{n} months", n),
        "year": w.plural("{n} year", "{n} years", n),
    }[unit]


def link_words(words: Words, link: Link, lag_days: int | None = None) -> str:
    """Return a link by its type and lag: `FS`, `SS + 3 months = 90 days`."""
    if link.lag is None or not link.lag.count:
        return link.type
    said = length_words(words, link.lag)
    if link.lag.unit != "day" and lag_days is not None:
        said = f"{said} = {days_of(words, abs(lag_days))}"
    return f"{link.type} {'−' if link.lag.count < 0 else '+'} {said}"


def others_words(words: Words, others: Sequence[tuple[str, int]]) -> str:
    """Return what else is late by one chain, each with its days; of many the first."""
    return words.w("Short on the same chain: {items}", items=_with_days(words, others))


def beside_words(words: Words, others: Sequence[tuple[str, int]]) -> str:
    """Return what else is short for one day by another way to it."""
    return words.w("Short for the same day by another way: {items}", items=_with_days(words, others))


def _with_days(words: Words, others: Sequence[tuple[str, int]]) -> str:
    w = words.w
    said = words.listing(f"{ref} ({days_of(words, days)})" for ref, days in others[:_OTHERS])
    more = w(" and {n} others", n=len(others) - _OTHERS) if len(others) > _OTHERS else ""
    return f"{said}{more}"


def chain_words(refs: Sequence[str]) -> str:
    """Return ids with arrows between them; of a long chain both ends."""
    if len(refs) > 2 * _ENDS:
        refs = [*refs[:_ENDS], f"… {len(refs) - 2 * _ENDS} …", *refs[-_ENDS:]]
    return " → ".join(refs)


def item_cell(words: Words, ref: str, *remarks: str) -> Cell:
    """Return the cell that names an item: its id, remarks in strong words, its title."""
    head: Line = (Span(ref, "strong" if remarks else "id"),)
    if remarks:
        head += (Span(" "), Span(words.listing(remarks), "strong"))
    return Cell((head, (Span(words.named(ref)),)))


def cell(*lines: str, role: str = "") -> Cell:
    """Return a cell of plain lines."""
    return Cell(tuple((Span(line, role),) for line in lines if line))


def float_words(words: Words, activity: Activity) -> tuple[str, ...]:
    """Return what is to be said of an activity's float besides its number."""
    w, days = words.w, activity.total_float_days
    if days is not None and days < 0:
        return (w("{days} short", days=days_of(words, -days)),)
    return (w("critical"),) if activity.critical else ()


def paragraph(text: str, role: str = "") -> Paragraph:
    """Return a paragraph of plain words."""
    return Paragraph((Span(text),), role)


def page(words: Words, title: str, lede: str, sections: Sequence[Section]) -> Document:
    """Return a document of the schedule."""
    w = words.w
    name = words.text(words.system.title) or words.system.name
    return Document(
        kind="schedule",
        part="",
        lang=words.lang,
        title=f"{name}{w(': ')}{title}",
        lede=lede,
        sections=tuple(sections),
        path="schedule",
        meta=((w("Data as of"), words.system.as_of.isoformat()),),
    )
