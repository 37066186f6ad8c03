"""A row of the timetable: deadline, strip, item and source, bodies, nature, status."""

import re
from datetime import date
from typing import NamedTuple

from carbonroad.link.system import Item, LinkedCitation
from carbonroad.model.items import Target, Work
from carbonroad.views.document import Cell, Line, Mark, Row, Span
from carbonroad.views.status_marks import STATUS_WORDS, status_key, status_mark, tone
from carbonroad.views.strip import Strips
from carbonroad.views.words import Words

_SOON = 365
_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)")
_DAYS = {
    "by": "{last}",
    "before": "before, latest {last}",
    "around": "around: {first} – {last}",
    "during": "{first} – {last}",
    "from": "from {first} on",
    "each": "next {coming}",
    "conditional": "condition met, latest {last}",
}
_EVIDENCE = {"partly": "partly read", "memory": "from memory, not checked"}


class Look(NamedTuple):
    """Which columns a table has besides those of every timetable: the part's, and binding or expected."""

    part: bool
    nature: bool


def make_row(words: Words, strips: Strips, item: Item, tags: tuple[str, ...], look: Look) -> Row:
    """Return an item's row.

    Args:
        words: The system in the page's language.
        strips: The table's strips.
        item: A listed item.
        tags: What filters select it by.
        look: The table's columns.
    """
    key = status_key(words.facts.standings[item.ref])
    kind = item.deadline.kind if item.deadline is not None else ""
    glyph = strips.glyph(item, tone(key, kind))
    strip: Line = (Mark(strips.strip([glyph]), ""),)
    cells = [
        Cell(_deadline(words, item)),
        Cell((strip,) if glyph is not None else ()),
        Cell(_what(words, item, whole=look.part)),
        Cell(_who(words, item)),
        Cell(_status(words, item, key)),
    ]
    if look.nature:
        cells.insert(4, Cell(((Span(words.w(item.nature)),),) if item.nature else ()))
    if look.part:
        part = words.part_name(item.ref)
        cells.insert(
            2, Cell(((Span(part, "", "" if item.part == "top" else f"doc:{item.part}/timetable"),),))
        )
    anchor = item.ref if look.part else item.id
    return Row(tuple(cells), item.ref, f"is-{key}", tags, anchor)


def _deadline(words: Words, item: Item) -> tuple[Line, ...]:
    role = "struck" if words.facts.standings[item.ref].superseded else "strong"
    first: Line = (Span(words.deadline(item), role),)
    days = _days(words, item)
    pieces = tuple(Span(one, "iso day" if one[0].isdigit() else "iso") for one in _ISO_DAY.split(days) if one)
    return (first, pieces) if pieces else (first,)


def _days(words: Words, item: Item) -> str:
    """The days a deadline stands for, with its kind in words."""
    due, deadline = words.facts.due[item.ref], item.deadline
    if deadline is None:
        return _planned(words, item)
    coming = next((p.last for p in deadline.instances if p.last >= words.system.as_of), None)
    english = _DAYS.get(deadline.kind, "")
    if deadline.kind == "conditional" and due.waits_for is not None:
        english = "on a condition, expected {expected}" if due.expected is not None else "on a condition"
    if not english or (deadline.kind == "each" and coming is None):
        return ""
    return words.w(
        english,
        first=_day(due.first),
        last=_day(due.latest),
        expected=_day(due.expected),
        coming=_day(coming),
    )


def _planned(words: Words, item: Item) -> str:
    """The days of a work without a deadline: as stated or computed."""
    activity = words.facts.schedule.activities.get(item.ref)
    if activity is not None and activity.early_finish is not None:
        return words.w(
            "computed {first} – {last}", first=_day(activity.early_start), last=_day(activity.early_finish)
        )
    due = words.facts.due[item.ref]
    if due.first is None and due.latest is None:
        return ""
    return f"{_day(due.first)} – {_day(due.latest)}"


def _day(day: date | None) -> str:
    return "…" if day is None else day.isoformat()


def _what(words: Words, item: Item, *, whole: bool) -> tuple[Line, ...]:
    gone = words.facts.standings[item.ref].superseded
    title = Span(words.title(item), "struck" if gone else "strong")
    lines: list[Line] = [(Span(item.id, "id"), Span(" "), title)]
    value = words.value(item)
    if value:
        stretch = item.written.stretch if isinstance(item.written, Target) else None
        more = words.w("stretch: {value}", value=stretch.words) if stretch is not None else ""
        lines.append((Span(value, "struck" if gone else "value"), *((Span(f" · {more}"),) if more else ())))
    if item.superseded_by is not None:
        lines.append((Span(words.w("replaced by {what}", what=words.named(item.superseded_by)), "small"),))
    lines.extend(_sources(words, item))
    if not whole:
        lines.extend(_details(words, item))
    return tuple(lines)


def _details(words: Words, item: Item) -> list[Line]:
    """What only the part's own page has room for: deliverable, acceptance, note."""
    found: list[Line] = []
    if isinstance(item.written, Work):
        for english, text in (
            ("deliverable: {words}", item.written.deliverable),
            ("acceptance: {words}", item.written.acceptance),
        ):
            if text:
                found.append((Span(words.w(english, words=words.text(text)), "small"),))
    if item.note:
        found.append((Span(words.text(item.note), "small"),))
    return found


def _sources(words: Words, item: Item) -> list[Line]:
    return [_source(words, one) for one in item.citations]


def _source(words: Words, cited: LinkedCitation) -> Line:
    citation, document = cited.citation, cited.document
    name = citation.ref.text if document is None else words.document(document)
    address = citation.url or (document.url if document is not None else "")
    parts = [Span(name, "src", address)]
    if citation.clause:
        parts.append(Span(f"{words.w(', ')}{citation.clause}", "src"))
    evidence = _EVIDENCE.get(citation.evidence or "")
    if evidence:
        parts.append(Span(words.w(" ({words})", words=words.w(evidence)), "src"))
    return tuple(parts)


def _who(words: Words, item: Item) -> tuple[Line, ...]:
    parties = item.parties
    if parties.nobody or not parties.answering:
        return ((Span(words.w("not named"), "small"),),)
    dagger = (Span("\u00a0†", "small"),) if parties.inferred else ()
    lead = words.listing(dict.fromkeys(words.body(one) for one in parties.answering))
    lines: list[Line] = [(Span(lead, "lead"), *dagger)]
    named = set(parties.answering)
    others = [one for one in (*parties.owner, *parties.support) if one not in named]
    if others:
        names = words.listing(dict.fromkeys(words.short_body(one) for one in others)).removeprefix("and ")
        lines.append((Span(words.w("with {names}", names=names), "small"),))
    return tuple(lines)


def _status(words: Words, item: Item, key: str) -> tuple[Line, ...]:
    standing, w = words.facts.standings[item.ref], words.w
    lines: list[Line] = [(status_mark(key), Span(" "), Span(w(STATUS_WORDS[key]), f"st st-{key}"))]
    early = standing.reached_early
    if early is not None:
        said = w("{value} in {when}", value=words.measured(item, early), when=words.period(early.period))
        lines.append(
            (Span(said if key == "reached-early" else w("reached early: {what}", what=said), "note"),)
        )
    if standing.decided_by is not None:
        actual = standing.decided_by
        said = w("{value} in {when}", value=words.measured(item, actual), when=words.period(actual.period))
        lines.append((Span(w("measured: {what}", what=said), "note"),))
    lines.extend((Span(text, "note"),) for text in _remarks(words, item, key))
    return tuple(lines)


def _remarks(words: Words, item: Item, key: str) -> list[str]:
    """Days to go or past, what was reported, progress."""
    standing, w = words.facts.standings[item.ref], words.w
    found = []
    open_ = key not in ("done", "dropped", "superseded", "missed")
    if open_ and standing.days is not None:
        if standing.past_due and standing.days < 0:
            found.append(w("{n} days past", n=-standing.days))
        elif 0 <= standing.days <= _SOON:
            found.append(w("in {n} days", n=standing.days))
    if standing.stale:
        found.append(w("the file still says: {status}", status=w(STATUS_WORDS.get(item.status or "", ""))))
    if standing.progress is not None:
        found.append(w("progress {n}%", n=f"{standing.progress:g}"))
    if standing.report is not None:
        note = words.text(standing.report.note)
        found.append(f"{standing.report.date.isoformat()}{': ' + note if note else ''}")
    waits = words.facts.due[item.ref].waits_for
    if waits:
        found.append(w("waits for {what}", what=words.named(waits)))
    return found
