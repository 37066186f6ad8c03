"""What is told of organisations, sources, phases, industries, indicators and measures under the mouse."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from carbonroad.editing.hovering.item_help import days_ahead, duty_lines, item_help, short_list
from carbonroad.editing.hovering.labels import key_name, label, titles
from carbonroad.editing.hovering.markdown import code, escaped, link, paragraphs, points, table
from carbonroad.link.system import Item
from carbonroad.model.items import Indicator, Measure
from carbonroad.model.roadmap import Organisation, Part, Phase, PolicyDocument
from carbonroad.read.vocabulary.item_shapes import INDICATOR
from carbonroad.read.vocabulary.roadmap_shapes import DOCUMENT, ORGANISATION, PHASE
from carbonroad.views.shared.finding import count_of, next_due
from carbonroad.views.shared.selection import key_day
from carbonroad.views.shared.words import Words

if TYPE_CHECKING:
    from datetime import date

_MOST_ROWS = 12


def thing_help(words: Words, kind: str, ref: str) -> str:
    """Return what is known of a thing; empty for one that was not read.

    Args:
        words: The roadmap in the reader's language.
        kind: As mentions have it: `milestone`, `organisation`, `phase` …
        ref: Its id; qualified for what belongs to a part.
    """
    system = words.system
    if kind in ("milestone", "work", "target"):
        return item_help(words, system.items[ref]) if ref in system.items else ""
    if kind == "organisation":
        return organisation_help(words, system.organisations[ref]) if ref in system.organisations else ""
    if kind == "source":
        return source_help(words, system.documents[ref]) if ref in system.documents else ""
    if kind == "indicator":
        return indicator_help(words, ref, system.indicators[ref]) if ref in system.indicators else ""
    if kind == "measure":
        return measure_help(words, ref, system.measures[ref]) if ref in system.measures else ""
    told = {
        "phase": (phase_help(words, one) for one in system.phases if one.id == ref),
        "industry": (industry_help(words, one) for one in system.parts if one.id == ref),
        "roadmap": iter((f"**{escaped(ref)}**  \n{words.w('Roadmap')}",)),
    }
    return next(told.get(kind, iter(())), "")


def organisation_help(words: Words, body: Organisation) -> str:
    """Return a body's names, how much it answers for and supports, and what of that is due next."""
    w = words.w
    items = [item for item in words.system.items.values() if item.listed]
    own = [item for item in items if _named(body.id, (*item.parties.owner, *item.parties.lead))]
    support = [item for item in items if _named(body.id, item.parties.support) and item not in own]
    short = words.listing(
        dict.fromkeys(escaped(text) for one in body.short for _, text in one.entries if text)
    )
    lines = [label(w, ORGANISATION, "short", short)] if short else []
    lines.append(f"**{w('Owns or leads')}**{w(': ')}{_counted(words, own)}")
    lines.append(f"**{w('Supports')}**{w(': ')}{_counted(words, support)}")
    lines += _next(words, own or support)
    return paragraphs(titles(words, body.title), _kind(words, w("Organisation"), body.id), points(lines))


def _named(ident: str, parties: Iterable[object]) -> bool:
    return any(getattr(party, "id", "") == ident for party in parties)


def _kind(words: Words, kind: str, ident: str) -> str:
    home = words.system.inherited.get(ident, "")
    return " · ".join((kind, code(ident), *([escaped(home)] if home else [])))


def _counted(words: Words, items: list[Item]) -> str:
    return words.w("1 item") if len(items) == 1 else words.w("{n} items", n=len(items))


def _next(words: Words, items: list[Item]) -> list[str]:
    """What is due next of some items, those of the same day counted."""
    coming = next_due(words, items)
    if not coming:
        return []
    day, first = coming[0]
    w, same = words.w, sum(other == day for other, _ in coming) - 1
    left = days_ahead(words, (day - words.system.as_of).days)
    when = w(" ({words})", words=f"{day}{w(', ')}{left}")
    more = w(" and {n} more", n=same) if same else ""
    return [f"**{w('Next due')}**{w(': ')}{escaped(words.name(first))}{when}{more}"]


def source_help(words: Words, document: PolicyDocument) -> str:
    """Return a policy document's names, who issued it and when, and who cites it."""
    w = words.w
    cites = [
        item.ref
        for item in words.system.items.values()
        if any(one.document is not None and one.document.id == document.id for one in item.citations)
    ]
    lines = [
        label(w, DOCUMENT, key, told)
        for key, told in (
            ("number", escaped(document.number)),
            ("publisher", escaped(words.text(document.publisher))),
            ("issued", str(document.issued.day) if document.issued else ""),
            ("published", str(document.published.day) if document.published else ""),
            ("url", link(escaped(document.url), document.url) if document.url else ""),
        )
        if told
    ]
    if cites:
        lines.append(f"**{w('Cited by')}** ({len(cites)})\n{short_list(words, cites)}")
    else:
        lines.append(w("Nothing cites it."))
    return paragraphs(titles(words, document.title), _kind(words, w("Source"), document.id), points(lines))


def phase_help(words: Words, phase: Phase) -> str:
    """Return a phase's names, its first and last day, and how much falls into it."""
    w, years = words.w, phase.years
    within = [
        item
        for item in words.system.items.values()
        if item.listed and (day := key_day(words, item)) is not None and years.first <= day <= years.last
    ]
    lines = [
        label(w, PHASE, "years", w("{first_day} – {last_day}", first_day=years.first, last_day=years.last)),
        f"**{w('Due in it')}**{w(': ')}{_counted(words, within)}",
    ]
    return paragraphs(titles(words, phase.title), _kind(words, w("Phase"), phase.id), points(lines))


def industry_help(words: Words, part: Part) -> str:
    """Return an industry's names, how many items it has and how they stand, and what is due next."""
    w = words.w
    items = [item for item in words.system.items_of(part.id) if item.listed]
    counts = count_of(words, items)
    told = [
        one
        for one in (
            w("{n} done", n=counts.done) if counts.done else "",
            w("{n} late or missed", n=counts.bad) if counts.bad else "",
            w("{n} without a recorded outcome", n=counts.unreported) if counts.unreported else "",
        )
        if one
    ]
    held = _counted(words, items) + (w(" ({words})", words=words.listing(told)) if told else "")
    duties = words.system.duties.get(part.id)
    lines = [
        *(duty_lines(words, duties.own) if duties is not None else ()),
        f"**{w('Holds')}**{w(': ')}{held}",
        *_next(words, items),
    ]
    kind = w("The “1”") if words.system.has_top and part is words.system.parts[0] else w("Industry")
    return paragraphs(titles(words, part.title), f"{kind} · {code(part.id)}", points(lines))


def indicator_help(words: Words, ref: str, indicator: Indicator) -> str:
    """Return an indicator's unit and base, and its targets and measured values as a table."""
    w = words.w
    part, _, ident = ref.partition(".")
    duties = words.system.duties.get(part)
    parties = None if duties is None else duties.indicators.get(ident)
    lines = [label(w, INDICATOR, "unit", escaped(words.unit(indicator.unit)))] if indicator.unit else []
    base = words.baseline(indicator.baseline)
    if base:
        lines.append(label(w, INDICATOR, "baseline", escaped(base)))
    if indicator.nature:
        lines.append(label(w, INDICATOR, "nature", w(indicator.nature)))
    lines += duty_lines(words, parties) if parties is not None else ()
    return paragraphs(
        titles(words, indicator.title),
        f"{w('Indicator')} · {code(ref)} · {escaped(words.part_name(ref))}",
        points(lines),
        _values(words, ref, indicator),
    )


def _values(words: Words, ref: str, indicator: Indicator) -> str:
    """The measured values and the targets in the order of their time, the latest of them where many."""
    w = words.w
    found: dict[tuple[date, str], tuple[list[str], list[str]]] = {}
    for actual in indicator.actuals:
        at = actual.period.last, actual.key
        found.setdefault(at, ([], []))[0].append(escaped(words.measured_of(indicator, actual)))
    for item in words.system.items.values():
        if item.indicator is not None and item.indicator_ref == ref:
            at = item.latest or item.earliest or words.system.as_of, words.key(item)
            found.setdefault(at, ([], []))[1].append(escaped(words.value(item)))
    if not found:
        return ""
    rows = sorted(found.items())
    head = ("", key_name(w, INDICATOR, "actual"), key_name(w, INDICATOR, "targets"))
    told = (
        (escaped(key), *(words.listing(one) for one in values)) for (_, key), values in rows[-_MOST_ROWS:]
    )
    left = len(rows) - _MOST_ROWS
    more = (
        w.plural("{n} earlier row is not shown.", "{n} earlier rows are not shown.", left) if left > 0 else ""
    )
    return paragraphs(table(head, told), more)


def measure_help(words: Words, ref: str, measure: Measure) -> str:
    """Return a measure's names, who answers for it, and the items that join it."""
    w = words.w
    items = [item for item in words.system.items.values() if item.measure == ref and item.listed]
    duties = words.system.duties.get(ref.partition(".")[0])
    parties = None if duties is None else duties.measures.get(measure.id)
    lines = list(duty_lines(words, parties)) if parties is not None else []
    lines += _next(words, items)
    if items:
        joined = short_list(words, [item.ref for item in items])
        lines.append(f"**{w('Joined by')}** ({len(items)})\n{joined}")
    return paragraphs(
        titles(words, measure.title),
        f"{w('Measure')} · {code(ref)} · {escaped(words.part_name(ref))}",
        points(lines),
    )
