"""Where industries wait for one another: the links between parts, the tightest first."""

from carbonroad.base.record import NamedTuple
from carbonroad.link.system import Item, Link
from carbonroad.views.document import Cell, Column, Row, RowGroup, Span, Table
from carbonroad.views.shared.places import item_link
from carbonroad.views.shared.words import Words


class Interface(NamedTuple):
    """A link between two parts; `days` is the float where there is one, else the days between deadlines."""

    giver: Item
    taker: Item
    link: Link
    days: int | None
    is_float: bool


def interfaces(words: Words) -> list[Interface]:
    """Return all links between parts by the days they leave, those without last."""
    found = []
    for link in words.system.links:
        giver, taker = words.system.items[link.predecessor], words.system.items[link.successor]
        if giver.part != taker.part:
            days, is_float = _days(words, giver, taker)
            found.append(Interface(giver, taker, link, days, is_float))
    return sorted(found, key=lambda one: (one.days is None, one.days or 0))


def _days(words: Words, giver: Item, taker: Item) -> tuple[int | None, bool]:
    activity = words.facts.schedule.activities.get(giver.ref)
    timed = words.facts.schedule.activities.get(taker.ref)
    if activity is not None and timed is not None and activity.total_float_days is not None:
        return activity.total_float_days, True
    first, then = words.facts.due[giver.ref], words.facts.due[taker.ref]
    before, after = first.latest or first.expected, then.latest or then.expected
    return (None, False) if before is None or after is None else ((after - before).days, False)


def interface_table(words: Words, found: list[Interface]) -> Table:
    """Return the interfaces as a table."""
    w = words.w
    rows = tuple(
        Row(
            (
                Cell(_end(words, one.giver)),
                Cell(((Span(words.listing(words.short_body(p) for p in one.giver.parties.answering)),),)),
                Cell(_end(words, one.taker)),
                Cell(((Span(_left(words, one), "late-days" if (one.days or 0) < 0 else ""),),)),
                Cell(((Span(w("stated" if one.link.basis == "stated" else "implied")),),)),
            ),
        )
        for one in found
    )
    columns = (
        Column(w("Delivers"), "head"),
        Column(w("Lead"), "who"),
        Column(w("Waits"), "taker"),
        Column(w("Time between"), "between"),
        Column(w("Basis"), "basis"),
    )
    return Table(columns, (RowGroup("", rows),), w("Interfaces, the tightest first"), "ifs", cards=True)


def _end(words: Words, item: Item) -> tuple[tuple[Span, ...], ...]:
    due = words.facts.due[item.ref]
    day = due.latest or due.expected
    when = day.isoformat() if day is not None else words.w("without a date")
    return (
        (Span(f"{words.part_name(item.ref)} · ", "small"), Span(words.name(item), "", item_link(item))),
        (Span(when, "small"),),
    )


def _left(words: Words, one: Interface) -> str:
    """The days between in words: which of the two is due first, and what that means."""
    w, days = words.w, one.days
    if days is None:
        return w("one of them has no date")
    if one.is_float:
        return _float(words, days)
    if days < 0:
        return w.plural("needed {n} day before it is due", "needed {n} days before it is due", -days)
    if days:
        return w.plural("due {n} day before it is needed", "due {n} days before it is needed", days)
    return w("due on the day it is needed")


def _float(words: Words, days: int) -> str:
    w = words.w
    if days < 0:
        return w.plural(
            "{n} day too late for what waits for it", "{n} days too late for what waits for it", -days
        )
    if days:
        return w.plural("{n} day of float", "{n} days of float", days)
    return w("no float: one day late delays what waits for it")
