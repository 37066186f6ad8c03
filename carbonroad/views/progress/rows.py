"""Rows of a progress statement: deadline, item, who answers for it, what came of it."""

from collections.abc import Iterable, Sequence

from carbonroad.base.times.periods import Period
from carbonroad.compute.reviews.moments import done_day
from carbonroad.compute.reviews.period_review import Reported
from carbonroad.compute.reviews.review import Entry
from carbonroad.link.system import Item
from carbonroad.views.document import Cell, Column, Line, Row, RowGroup, Span, Table
from carbonroad.views.shared.cells import deadline_lines, status_lines
from carbonroad.views.shared.places import item_link
from carbonroad.views.shared.status_marks import STATUS_WORDS, status_mark
from carbonroad.views.shared.words import Words

HEADINGS = {
    "late": "Late",
    "missed": "Missed",
    "not-reached": "Not reached",
    "unreported": "Outcome not recorded",
}
"""Headings of what is past due, by state."""
_MANY_TERMS = 6
"""So many years, quarters or months are named; beyond them the first and the last."""


def entry_table(
    words: Words, groups: Iterable[tuple[str, Sequence[Entry]]], caption: str, *, whole: bool
) -> Table:
    """Return entries in groups under their headings, with what came of each.

    Args:
        words: The system in the page's language.
        groups: Headings and entries; without a heading, rows alone.
        caption: What the table is called.
        whole: Whether the page is about several fields, which are then named.
    """
    columns = (
        Column(words.w("Deadline: words, days"), "when"),
        Column(words.w("Item"), "head"),
        Column(words.w("Owner or lead"), "who"),
        Column(words.w("Status"), "status"),
    )
    made = tuple(
        RowGroup(
            heading,
            tuple(_row(words, one, whole=whole) for one in entries),
            words.counted(len(entries)) if heading else "",
            "late" if entries[0].state in ("late", "missed") and heading else "",
        )
        for heading, entries in groups
        if entries
    )
    return Table(columns, made, caption, "pr entries", cards=True)


def _row(words: Words, one: Entry, *, whole: bool) -> Row:
    cells = (
        Cell(deadline_lines(words, one.item)),
        Cell(item_lines(words, one.item, whole=whole)),
        Cell(who_lines(words, one.item)),
        Cell(outcome_lines(words, one)),
    )
    return Row(cells, one.item.ref, "", (f"s-{one.state}",))


def item_lines(words: Words, item: Item, *, whole: bool) -> tuple[Line, ...]:
    """Return an item's name, what it asks for, and its id with its field."""
    lines: list[Line] = [(Span(words.title(item), "strong", item_link(item)),)]
    value = words.value(item)
    if value:
        lines.append((Span(value, "value"),))
    field = (Span(f" · {words.part_name(item.ref)}", "small"),) if whole else ()
    lines.append((Span(item.id, "id"), *field))
    return tuple(lines)


def who_lines(words: Words, item: Item) -> tuple[Line, ...]:
    """Return who owns or leads an item, with a dagger where that is inferred."""
    names = words.answering(item.parties)
    if not names:
        return ((Span(words.w("not named"), "small"),),)
    dagger = (Span("\u00a0†", "small"),) if item.parties.inferred else ()
    return ((Span(names, "lead"), *dagger),)


def outcome_lines(words: Words, one: Entry) -> tuple[Line, ...]:
    """Return what came of an item: its status, when it was done, of what recurs which terms it is about."""
    w, item = words.w, one.item
    first: Line = (status_mark(one.state), Span(" "), Span(w(STATUS_WORDS[one.state]), f"st st-{one.state}"))
    lines: list[Line] = [first]
    ended = done_day(item, words.facts.standings[item.ref])
    if one.terms:
        lines.append((Span(named_terms(words, one.terms), "note"),))
        if one.days is not None and one.state != "done":
            lines.append((Span(said_days(words, one.days), "note"),))
        return tuple(lines)
    if ended is not None and item.written.finished is not None:
        lines.append((Span(w("finished {day}", day=words.day(ended)), "note"),))
    return (*lines, *status_lines(words, item)[1:])


def named_terms(words: Words, terms: Sequence[Period]) -> str:
    """Return years, quarters or months by name; of many the first and the last, and how many they are."""
    if len(terms) <= _MANY_TERMS:
        return words.listing(words.period(term) for term in terms)
    first, last = words.period(terms[0]), words.period(terms[-1])
    return words.w("{first} to {last}: {n}", first=first, last=last, n=len(terms))


def said_days(words: Words, days: int, today: str = "due today") -> str:
    """Return how far ahead or past a day is; `today` is English words for the data date itself."""
    return words.w.plural("{n} day past", "{n} days past", -days) if days < 0 else words.in_days(days, today)


def report_table(words: Words, reports: Sequence[Reported], *, whole: bool) -> Table:
    """Return monitoring reports in order of time."""
    w = words.w
    columns = [
        Column(w("Date"), "when"),
        Column(w("Item"), "head"),
        Column(w("Progress"), "num"),
        Column(w("Status"), "status"),
        Column(w("Note"), "wide"),
    ]
    rows = []
    for item, report in reports:
        state: Line = ()
        if report.status is not None:
            said = w(STATUS_WORDS[report.status])
            state = (status_mark(report.status), Span(" "), Span(said, f"st st-{report.status}"))
        share = "" if report.progress is None else w("{n}%", n=f"{report.progress:g}")
        note = words.text(report.note)
        cells = (
            Cell(((Span(report.date.isoformat(), "day"),),)),
            Cell(item_lines(words, item, whole=whole)),
            Cell(((Span(share),),) if share else ()),
            Cell((state,) if state else ()),
            Cell(((Span(note),),) if note else ()),
        )
        rows.append(Row(cells, item.ref))
    return Table(tuple(columns), (RowGroup("", tuple(rows)),), w("Reports"), "pr reports", cards=True)
