"""The forecast from the data date, beside the plan."""

from collections.abc import Sequence
from datetime import date

from carbonroad.compute.forecasting.forecast import Forecast, Forecasts
from carbonroad.compute.forecasting.missed_chains import MissedChain
from carbonroad.views.document import (
    Block,
    Cell,
    Column,
    Document,
    KeyFigure,
    KeyFigures,
    Row,
    RowGroup,
    Section,
    Span,
    Table,
)
from carbonroad.views.schedule.forecast_blocks import chain_blocks
from carbonroad.views.schedule.outside import outside_sections
from carbonroad.views.schedule.phrases import cell, days_of, iso, item_cell, later, page, paragraph
from carbonroad.views.shared.words import Words

_STATES = {
    "finished": "finished",
    "reported-complete": "done, finish not recorded",
    "started": "under way",
    "not-started": "not begun",
    "unreported": "outcome not recorded",
    "dropped": "dropped or superseded",
}


def forecast_document(
    words: Words, found: Forecasts, chains: Sequence[MissedChain], parts: Sequence[str]
) -> Document:
    """Return the page of the forecast, limited to parts; empty for all."""
    w = words.w
    rows = [one for one in found.items.values() if not parts or one.ref.partition(".")[0] in parts]
    if not found.items:
        said = w("No work states how long it takes, so there is nothing to forecast.")
        return page(words, w("forecast"), said, ())
    missed = [one for one in found.missed if not parts or one.ref.partition(".")[0] in parts]
    sections = [Section("", _opening(words, found))]
    if missed:
        kept = [one for one in chains if not parts or one.item.ref.partition(".")[0] in parts]
        blocks = (_missed_table(words, missed), *chain_blocks(words, found, kept))
        sections.append(Section(w("Deadlines that the forecast misses"), blocks, "missed"))
    sections.append(Section(w("Activities"), (_table(words, rows),), "activities"))
    sections += outside_sections(words, parts)
    return page(words, w("forecast"), _finding(words, rows, missed), sections)


def _finding(words: Words, rows: Sequence[Forecast], missed: Sequence[Forecast]) -> str:
    w = words.w
    late = sum((one.later_days or 0) > 0 for one in rows)
    said = [
        w.plural(
            "{n} of {all} comes later than planned.",
            "{n} of {all} come later than planned.",
            late,
            all=len(rows),
        )
    ]
    if missed:
        worst = missed[0]
        said.append(
            w.plural(
                "{n} deadline is missed: {item}, by {days}.",
                "{n} deadlines are missed; by most {item}, by {days}.",
                len(missed),
                item=f"{worst.ref} {words.named(worst.ref)}",
                days=days_of(words, worst.missed_days),
            )
        )
    else:
        said.append(w("No deadline is missed."))
    return words.sentences(said)


def _opening(words: Words, found: Forecasts) -> tuple[Block, ...]:
    w, plan = words.w, words.facts.schedule
    days = None if found.finish is None or plan.finish is None else (found.finish - plan.finish).days
    figures = KeyFigures(
        (
            KeyFigure(iso(found.as_of), w("data date")),
            KeyFigure(iso(plan.finish), w("planned finish")),
            KeyFigure(
                iso(found.finish),
                w("forecast finish"),
                remark="" if days is None else f"({_later(words, days)})",
            ),
        )
    )
    said = w(
        "What is finished stands on its days. What is left of works under way is done from the data date on, "
        "and nothing else begins before it."
    )
    return (figures, paragraph(said, "foot"))


def _later(words: Words, days: int) -> str:
    w = words.w
    if not days:
        return w("as planned")
    return (
        w("{days} later", days=days_of(words, days))
        if days > 0
        else w("{days} earlier", days=days_of(words, -days))
    )


def _missed_table(words: Words, rows: Sequence[Forecast]) -> Table:
    w = words.w
    columns = (
        Column(w("Item"), "head"),
        Column(w("Deadline")),
        Column(w("Planned")),
        Column(w("Forecast")),
        Column(w("Days short"), "num"),
        Column(w("By the plan"), "num"),
    )
    made = tuple(
        Row(
            (
                item_cell(words, one.ref),
                cell(iso(one.latest)),
                cell(iso(one.planned)),
                cell(iso(one.finish)),
                cell(str(one.missed_days), role="bad"),
                cell(_short(one)),
            ),
            one.ref,
        )
        for one in rows
    )
    return Table(columns, (RowGroup("", made),), "", "missed", cards=True)


def _short(one: Forecast) -> str:
    if one.planned is None or one.latest is None:
        return "–"
    return str(max(0, (one.planned - one.latest).days))


def _table(words: Words, rows: Sequence[Forecast]) -> Table:
    w = words.w
    columns = (
        Column(w("Item"), "head"),
        Column(w("State")),
        Column(w("Left"), "num"),
        Column(w("Planned finish")),
        Column(w("Forecast")),
        Column(w("Days later"), "num"),
    )
    by_part: dict[str, list[Forecast]] = {}
    for one in sorted(rows, key=lambda one: (one.start or date.max, one.finish or date.max, one.ref)):
        by_part.setdefault(one.ref.partition(".")[0], []).append(one)
    groups = tuple(
        RowGroup(words.part(part), tuple(_row(words, one) for one in by_part[part.id]))
        for part in words.system.parts
        if part.id in by_part
    )
    return Table(columns, groups, "", "forecast", cards=True)


def _row(words: Words, one: Forecast) -> Row:
    w = words.w
    activity = words.facts.schedule.activities[one.ref]
    days = None if one.later_days is None else later(one.later_days)
    whole = activity.duration_days and one.start is not None
    spans = (iso(one.start), iso(one.finish)) if whole else (iso(one.finish),)
    state = "" if not activity.duration_days and one.state == "not-started" else w(_STATES[one.state])
    progress = "" if one.progress is None else f"{one.progress:g} %"
    remark = (w("misses its deadline"),) if one.missed_days else ()
    cells = (
        item_cell(words, one.ref, *remark),
        cell(state, progress if one.state == "started" else ""),
        cell("" if not one.remaining_days else str(one.remaining_days)),
        cell(iso(one.planned)),
        Cell(tuple((Span(day),) for day in spans)),
        cell("–" if days is None else days, role="bad" if one.missed_days else ""),
    )
    return Row(cells, one.ref)
