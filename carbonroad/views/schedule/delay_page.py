"""What a delay would do: what breaks, what gets tighter, the new finish and critical path."""

from collections.abc import Sequence

from carbonroad.compute.delays.deadline_effects import Effect
from carbonroad.compute.delays.delayed_plan import Delayed
from carbonroad.views.document import (
    Block,
    Bullets,
    Column,
    Document,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Span,
    Table,
)
from carbonroad.views.schedule.phrases import (
    cell,
    chain_words,
    days_of,
    iso,
    item_cell,
    later,
    length_words,
    page,
    paragraph,
)
from carbonroad.views.shared.words import Words

_HEADINGS = {
    "broken": "Breaks",
    "worse": "Already late, and later still",
    "tighter": "Kept, with fewer days to spare",
    "eased": "More days to spare",
    "mended": "Kept again",
}
_SHOWN = 20


def delay_document(words: Words, found: Delayed) -> Document:
    """Return the page of a what-if."""
    w = words.w
    asked = [f"{ref} {_by(words, found, ref)}" for ref, _ in found.delays]
    sections = [Section("", _opening(words, found))]
    for kind, heading in _HEADINGS.items():
        effects = found.of(kind)
        if effects:
            sections.append(Section(w(heading), (_table(words, effects),), kind))
    notes = _notes(words, found)
    if notes:
        sections.append(Section("", (Bullets(tuple((Span(note),) for note in notes)),)))
    sections.append(Section("", (paragraph(w("This is a what-if: no file was changed."), "foot"),)))
    title = w("what if {delays}", delays=words.listing(asked)) if asked else w("what if nothing is delayed")
    return page(words, title, words.sentences(_finding(words, found)), sections)


def _by(words: Words, found: Delayed, ref: str) -> str:
    w = words.w
    lengths = dict(found.delays)[ref]
    parts = [length_words(words, length) for length in lengths]
    if all(length.count < 0 for length in lengths):
        return w("comes {length} earlier", length=words.listing(parts))
    if all(length.count > 0 for length in lengths):
        return w("comes {length} later", length=words.listing(parts))
    signed = [("−" if one.count < 0 else "+") + part for one, part in zip(lengths, parts, strict=True)]
    return w("comes {length} later", length=words.listing(signed))


def _finding(words: Words, found: Delayed) -> list[str]:
    w = words.w
    broken, worse = found.of("broken"), found.of("worse")
    if broken:
        worst = broken[0]
        said = [
            w.plural(
                "{n} deadline breaks: {item}, by {days}.",
                "{n} deadlines break; by most {item}, by {days}.",
                len(broken),
                item=f"{worst.ref} {words.named(worst.ref)}",
                days=days_of(words, worst.short),
            )
        ]
    else:
        said = [w("No deadline breaks.")]
    if worse:
        said.append(
            w.plural(
                "{n} that was late already is later.", "{n} that were late already are later.", len(worse)
            )
        )
    mended = found.of("mended")
    if mended:
        said.append(w.plural("{n} is kept again.", "{n} are kept again.", len(mended)))
    tighter = found.of("tighter")
    if tighter:
        said.append(
            w.plural(
                "{n} is kept with fewer days to spare.",
                "{n} are kept with fewer days to spare.",
                len(tighter),
            )
        )
    return said


def _opening(words: Words, found: Delayed) -> tuple[Block, ...]:
    w, plan, changed = words.w, words.facts.schedule, found.schedule
    if not plan.activities:
        return ()
    days = None if plan.finish is None or changed.finish is None else (changed.finish - plan.finish).days
    remark = (
        ""
        if days is None
        else w("as planned")
        if not days
        else w("{days} against the plan", days=later(days))
    )
    blocks: list[Block] = [
        KeyFigures(
            (
                KeyFigure(iso(changed.finish), w("new finish"), remark=f"({remark})" if remark else ""),
                KeyFigure(
                    str(found.moved),
                    w.plural("scheduled item on another day", "scheduled items on another day", found.moved),
                ),
            )
        )
    ]
    if changed.critical_path:
        same = changed.critical_path == plan.critical_path
        heading = w("Critical path, as before: ") if same else w("Critical path, new: ")
        blocks.append(Paragraph((Span(heading), Span(chain_words(changed.critical_path), "strong"))))
    return tuple(blocks)


def _table(words: Words, effects: Sequence[Effect]) -> Table:
    w = words.w
    columns = (
        Column(w("Item"), "head"),
        Column(w("Deadline")),
        Column(w("Planned")),
        Column(w("Now")),
        Column(w("Days to spare"), "num"),
        Column(w("Before the delay"), "num"),
    )
    rows = tuple(
        Row(
            (
                item_cell(words, one.ref, *((w("stated start"),) if one.fixed else ())),
                cell(iso(one.latest)),
                cell(iso(one.was)),
                cell(iso(one.now)),
                cell(_spare(one.short), role="bad" if one.short > 0 else ""),
                cell(_spare(one.short_before)),
            ),
            one.ref,
        )
        for one in effects
    )
    return Table(columns, (RowGroup("", rows),), "", "effects", cards=True)


def _spare(short: int) -> str:
    return f"−{short}" if short > 0 else str(-short)


def _notes(words: Words, found: Delayed) -> list[str]:
    w = words.w
    notes = []
    for names, heading in (
        (found.critical, w("becomes critical: {items}")),
        (found.relieved, w("no longer critical: {items}")),
    ):
        if names:
            more = w(" and {n} others", n=len(names) - _SHOWN) if len(names) > _SHOWN else ""
            notes.append(heading.format(items=f"{words.listing(names[:_SHOWN])}{more}"))
    notes += [
        w(
            "{item} then begins before {other}, which it waits for, allows: {days}",
            item=ref,
            other=before,
            days=days_of(words, days),
        )
        for ref, before, days in found.ahead
    ]
    return notes
