"""Cells that several tables share: an item's deadline and its status."""

import re
from datetime import date

from carbonroad.link.system import Item
from carbonroad.model.items import Actual
from carbonroad.views.document import Line, Span
from carbonroad.views.shared.measured import last_measured
from carbonroad.views.shared.since import move_of, old_value, old_words, said_of
from carbonroad.views.shared.status_marks import CLOSED, STATUS_WORDS, status_mark
from carbonroad.views.shared.words import Words

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


def deadline_lines(words: Words, item: Item) -> tuple[Line, ...]:
    """Return a deadline in its author's words, and below it the days that are computed with."""
    role = "struck" if words.facts.standings[item.ref].superseded else "strong"
    first: Line = (Span(words.deadline(item), role),)
    days = deadline_days(words, item)
    pieces = tuple(Span(one, "iso day" if one[0].isdigit() else "iso") for one in _ISO_DAY.split(days) if one)
    return (first, *((pieces,) if pieces else ()), *since_lines(words, item))


def since_lines(words: Words, item: Item) -> tuple[Line, ...]:
    """Return what a deadline was in the earlier version, struck, and how far it moved; empty if not."""
    move = move_of(words, item)
    if move is None or move.how == "value":
        return ()
    said = said_of(words, move)
    was = old_words(words, move.was)
    return ((Span(was, "struck"), *((Span(" "), Span(said, "shift")) if said else ())),)


def old_value_spans(words: Words, item: Item) -> tuple[Span, ...]:
    """Return what a target asked for in the earlier version, struck; empty where that is the same."""
    before = old_value(words, item)
    return (Span(" "), Span(before, "struck")) if before else ()


def deadline_days(words: Words, item: Item) -> str:
    """Return the days a deadline stands for, with its kind in words; empty where there are none."""
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


def status_lines(words: Words, item: Item) -> tuple[Line, ...]:
    """Return an item's status: its mark and name, then what was measured, days to go or past, reports."""
    standing, w = words.facts.standings[item.ref], words.w
    key = standing.state
    lines: list[Line] = [(status_mark(key), Span(" "), Span(w(STATUS_WORDS[key]), f"st st-{key}"))]
    early, decided = standing.reached_early, standing.decided_by
    if early is not None:
        said = _in_time(words, item, early)
        lines.append(_note(said if key == "reached-early" else w("reached early: {what}", what=said)))
        if standing.past_due:
            lines.append(_note(w("the value at its deadline is not recorded")))
    if decided is not None:
        lines.append(_note(w("measured: {what}", what=_in_time(words, item, decided))))
    last = last_measured(item)
    if early is None and decided is None and last is not None and key not in ("dropped", "superseded"):
        lines.append(_note(w("last measured: {what}", what=_in_time(words, item, last))))
    lines.extend(_note(text) for text in _remarks(words, item, key))
    return tuple(lines)


def _note(text: str) -> Line:
    return (Span(text, "note"),)


def _in_time(words: Words, item: Item, actual: Actual) -> str:
    return words.w("{value} in {when}", value=words.measured(item, actual), when=words.period(actual.period))


def _remarks(words: Words, item: Item, key: str) -> list[str]:
    """Days to go or past, what was reported, progress."""
    standing, w = words.facts.standings[item.ref], words.w
    found = []
    if key not in CLOSED and standing.days is not None:
        if standing.past_due and standing.days < 0:
            found.append(w.plural("{n} day past", "{n} days past", -standing.days))
        elif 0 <= standing.days <= _SOON:
            found.append(words.in_days(standing.days))
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
