"""What is told of a milestone, a target or a work under the mouse."""

from collections.abc import Iterable, Iterator

from carbonroad.editing.hovering.labels import label, titles
from carbonroad.editing.hovering.markdown import code, escaped, link, paragraphs, points
from carbonroad.editing.hovering.target_help import target_progress, target_value
from carbonroad.link.system import Item, LinkedCitation, Parties, Party
from carbonroad.model.items import Work
from carbonroad.read.vocabulary.item_shapes import MILESTONE
from carbonroad.views.document import Line, Span
from carbonroad.views.schedule.phrases import days_of, length_words
from carbonroad.views.shared.cells import deadline_days, status_lines
from carbonroad.views.shared.sources import evidence_words
from carbonroad.views.shared.words import Words

_MOST = 4
"""Entries of a list that are shown; the others are counted."""


def item_help(words: Words, item: Item) -> str:
    """Return what is known of an item: its names, deadline, status, duties, what it waits for, its source."""
    w = words.w
    kind = {"milestone": w("Milestone"), "target": w("Target"), "work": w("Work package")}[item.kind]
    home = escaped(words.part_name(item.ref))
    return paragraphs(
        titles(words, item.title),
        f"{kind} · {code(item.ref)} · {home}",
        points(_facts(words, item)),
    )


def _facts(words: Words, item: Item) -> Iterator[str]:
    yield from target_value(words, item)
    yield from _deadline(words, item)
    yield from _schedule(words, item)
    left = days_left(words, item)
    status = (_plain(line) for line in status_lines(words, item))
    yield label(words.w, MILESTONE, "status", words.listing(one for one in status if one and one != left))
    yield from target_progress(words, item)
    if item.superseded_by is not None:
        yield label(words.w, MILESTONE, "superseded_by", entry(words, item.superseded_by))
    yield from duty_lines(words, item.parties)
    yield from _order(words, item)
    if item.citations:
        told = [_source(words, one) for one in item.citations]
        yield label(words.w, MILESTONE, "source", _few(words, told, "；" if words.w.chinese else "; "))


def _deadline(words: Words, item: Item) -> Iterator[str]:
    """The deadline in its author's words, its days, and how far away the last is."""
    deadline = item.deadline
    if deadline is None:
        return
    w, days, left = words.w, item_days(words, item), days_left(words, item)
    said = escaped(words.deadline(item) if deadline.kind in ("none", "not-stated") else deadline.words)
    told = f"{said} → {days}" if days and days != deadline.words else said
    yield label(w, MILESTONE, "deadline", told + (w(" ({words})", words=left) if left else ""))


def item_days(words: Words, item: Item) -> str:
    """Return the days that a deadline stands for; empty where it has none."""
    due, deadline = words.facts.due[item.ref], item.deadline
    if deadline is not None and deadline.kind in ("by", "before"):
        return str(due.latest or "")
    if deadline is not None and deadline.kind == "around":
        return f"{due.first} – {due.latest}"
    return deadline_days(words, item)


def _source(words: Words, cited: LinkedCitation) -> str:
    """A policy document with the clause, and how well it is known; it leads to where it can be read."""
    w, citation, document = words.w, cited.citation, cited.document
    name = citation.ref.text if document is None else words.document(document)
    address = (document.url if document is not None else "") or citation.url
    clause = f"{w(', ')}{escaped(citation.clause)}" if citation.clause else ""
    return link(escaped(name), address) + clause + evidence_words(words, citation)


def days_left(words: Words, item: Item) -> str:
    """Return how far ahead or past an item's latest day is; empty where it has none or is settled."""
    standing = words.facts.standings[item.ref]
    if standing.days is None or standing.state in _CLOSED:
        return ""
    if standing.days < 0:
        return words.w.plural("{n} day past", "{n} days past", -standing.days)
    return days_ahead(words, standing.days)


def days_ahead(words: Words, days: int) -> str:
    """Return how far ahead a day is; from two years on in years."""
    years = int(days / _DAYS_A_YEAR)
    return words.w("in over {n} years", n=years) if years >= _YEARS_FROM else words.in_days(days)


_DAYS_A_YEAR, _YEARS_FROM = 365.2425, 2
_CLOSED = frozenset(("done", "dropped", "superseded", "missed", "reached-early"))


def _schedule(words: Words, item: Item) -> Iterator[str]:
    """When an item of the network comes by its computed schedule, and its float."""
    w, activity = words.w, words.facts.schedule.activities.get(item.ref)
    if activity is None:
        return
    written, first, last = item.written, activity.early_start, activity.early_finish
    if isinstance(written, Work) and first is not None and last is not None:
        takes = length_words(words, written.takes) if written.takes is not None else ""
        takes = takes or days_of(words, (last - first).days + 1)
        yield _labelled(words, w("Computed dates"), f"{first} – {last}{w(' ({words})', words=takes)}")
    elif last is not None:
        yield _labelled(words, w("Computed date"), str(last))
    spare = activity.total_float_days
    if spare is not None:
        told = w("{days} short", days=days_of(words, -spare)) if spare < 0 else days_of(words, spare)
        critical = f"{w(', ')}{w('on the critical path')}" if activity.critical else ""
        yield _labelled(words, w("Float"), told + critical)


def _labelled(words: Words, name: str, told: str) -> str:
    return f"**{name}**{words.w(': ')}{told}"


def duty_lines(words: Words, parties: Parties) -> Iterator[str]:
    """Yield who answers, leads and supports, a line each; inferred duties say so."""
    w = words.w
    if parties.nobody:
        yield label(w, MILESTONE, "owner", w("nobody named"))
    inferred = w(" ({words})", words=w("inferred")) if parties.inferred else ""
    for key, bodies in (("owner", parties.owner), ("lead", parties.lead), ("support", parties.support)):
        if bodies:
            yield label(w, MILESTONE, key, f"{_bodies(words, bodies)}{inferred}")


def _bodies(words: Words, parties: Iterable[Party]) -> str:
    names = list(dict.fromkeys(escaped(words.body(party)) for party in parties))
    return _few(words, names, words.w("{words}, {next}", words="", next=""))


def _few(words: Words, entries: list[str], between: str) -> str:
    """The first of several entries, and how many more there are."""
    more = [words.w("and {n} more", n=len(entries) - _MOST)] if len(entries) > _MOST else []
    return between.join((*entries[:_MOST], *more))


def _order(words: Words, item: Item) -> Iterator[str]:
    """What it waits for and who waits for it; which goals it serves, and what serves it."""
    links = words.system.links
    before = [one.predecessor for one in links if one.successor == item.ref and one.type != "informs"]
    after = [one.successor for one in links if one.predecessor == item.ref and one.type != "informs"]
    if item.condition is not None:
        before.append(item.condition)
    after += [one.ref for one in words.system.items.values() if one.condition == item.ref]
    serving = [one.ref for one in words.system.items.values() if item.ref in one.serves]
    for name, refs in (
        (words.w("Waits for"), before),
        (words.w("Waited for by"), after),
        (words.w("Serves"), [ref for ref in item.serves if ref not in after]),
        (words.w("Served by"), [ref for ref in serving if ref not in before]),
    ):
        if refs:
            yield f"**{name}** ({len(dict.fromkeys(refs))})\n{short_list(words, list(dict.fromkeys(refs)))}"


def short_list(words: Words, refs: list[str]) -> str:
    """Return a few items, each with its deadline, below a point of a list; the others are counted."""
    lines = [f"  - {entry(words, ref)}" for ref in refs[:_MOST]]
    if len(refs) > _MOST:
        lines.append(f"  - {words.w('and {n} more', n=len(refs) - _MOST)}")
    return "\n".join(lines)


def entry(words: Words, ref: str) -> str:
    """Return an item in a list: its id, name and deadline."""
    item = words.system.items.get(ref)
    if item is None:
        return code(ref)
    told = f"{code(ref)} {escaped(words.name(item))}"
    return told + words.w(" ({words})", words=escaped(item.deadline.words)) if item.deadline else told


def _plain(line: Line) -> str:
    """A line of a document without its marks."""
    return escaped("".join(one.words for one in line if isinstance(one, Span)))
