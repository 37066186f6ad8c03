"""The schedule's page: the finding, what cannot be kept, every activity, what is outside."""

from collections.abc import Iterable, Sequence
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.compute.item_state import is_void
from carbonroad.compute.scheduling.driving import binds
from carbonroad.compute.scheduling.paths import Paths
from carbonroad.compute.scheduling.schedule import Activity
from carbonroad.compute.shortfalls.shortfalls import Shortfall
from carbonroad.views.document import (
    Block,
    Cell,
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
from carbonroad.views.schedule.order_page import order_document
from carbonroad.views.schedule.outside import outside_sections
from carbonroad.views.schedule.phrases import (
    cell,
    chain_words,
    days_of,
    float_words,
    iso,
    item_cell,
    page,
    signed,
)
from carbonroad.views.schedule.shortfall_blocks import shortfall_section
from carbonroad.views.shared.words import Words


class Choice(NamedTuple):
    """What the page is limited to: parts, empty for all; whether only what is critical."""

    parts: tuple[str, ...] = ()
    critical: bool = False


def schedule_document(words: Words, paths: Paths, short: Sequence[Shortfall], choice: Choice) -> Document:
    """Return the page of the network's dates; without durations that of the controlling orders."""
    w, schedule = words.w, words.facts.schedule
    rows = chosen(schedule.activities.values(), choice)
    if not schedule.activities:
        return order_document(words, paths, choice.parts)
    sections = [Section("", _opening(words, rows))]
    kept = [one for one in short if not choice.parts or one.ref.partition(".")[0] in choice.parts]
    if kept:
        sections.append(shortfall_section(words, kept))
    heading = w("Critical activities") if choice.critical else w("Activities")
    sections.append(Section(heading, (_table(words, rows),), "activities"))
    sections += outside_sections(words, choice.parts)
    return page(words, w("schedule"), _finding(words, rows, kept), sections)


def chosen(activities: Iterable[Activity], choice: Choice) -> list[Activity]:
    """Return the activities that are asked for."""
    return [
        one
        for one in activities
        if (not choice.parts or one.ref.partition(".")[0] in choice.parts)
        and (one.critical or not choice.critical)
    ]


def _finding(words: Words, rows: Sequence[Activity], short: Sequence[Shortfall]) -> str:
    w = words.w
    if short:
        worst = short[0]
        return w.plural(
            "One date cannot be kept: {item}, {days} short.",
            "{n} dates cannot be kept; the worst is {item}, {days} short.",
            len(short),
            item=f"{worst.ref} {words.named(worst.ref)}",
            days=days_of(words, worst.days),
        )
    due = words.facts.due
    margins = [
        ((latest - one.early_finish).days, one.ref)
        for one in rows
        if one.early_finish is not None
        and (latest := due[one.ref].latest) is not None
        and binds(words.system, one.ref)
    ]
    if not margins:
        return w("No open item of the network has a deadline.")
    least, ref = min(margins)
    return w(
        "Every deadline of the network can be kept. The nearest is that of {item}: {days} to spare.",
        item=f"{ref} {words.named(ref)}",
        days=days_of(words, least),
    )


def _opening(words: Words, rows: Sequence[Activity]) -> tuple[Block, ...]:
    w, schedule = words.w, words.facts.schedule
    critical = sum(one.critical for one in rows)
    figures = (
        KeyFigure(iso(schedule.start), w("start")),
        KeyFigure(iso(schedule.finish), w("finish")),
        KeyFigure("–" if schedule.duration_days is None else str(schedule.duration_days), w("days in all")),
        KeyFigure(str(len(rows)), w("activities")),
        KeyFigure(str(critical), w("critical")),
    )
    blocks: list[Block] = [KeyFigures(figures)]
    if schedule.critical_path:
        chain = chain_words(schedule.critical_path)
        blocks.append(Paragraph((Span(w("Critical path: ")), Span(chain, "strong"))))
    if schedule.critical_float:
        said = w(
            "Critical is what has no more than {days} of total float.",
            days=days_of(words, schedule.critical_float),
        )
        blocks.append(Paragraph((Span(said),), "foot"))
    return tuple(blocks)


def _table(words: Words, rows: Sequence[Activity]) -> Table:
    w = words.w
    columns = (
        Column(w("Item"), "head"),
        Column(w("Days"), "num"),
        Column(w("Early dates")),
        Column(w("Late dates")),
        Column(w("Total float"), "num"),
        Column(w("Free float"), "num"),
    )
    by_part: dict[str, list[Activity]] = {}
    for one in sorted(
        rows, key=lambda one: (one.early_start or date.max, one.early_finish or date.max, one.ref)
    ):
        by_part.setdefault(one.ref.partition(".")[0], []).append(one)
    groups = tuple(
        RowGroup(words.part(part), tuple(_row(words, one) for one in by_part[part.id]))
        for part in words.system.parts
        if part.id in by_part
    )
    return Table(columns, groups, "", "schedule", cards=True)


def _row(words: Words, one: Activity) -> Row:
    remarks = float_words(words, one)
    if one.total_float_days is None and words.system.items[one.ref].written.finished is not None:
        remarks = (words.w("finished"),)
    elif is_void(words.system.items[one.ref], words.system.as_of):
        remarks = (words.w("dropped or superseded"),)
    elif one.critical and one.total_float_days is not None and one.total_float_days < 0:
        remarks = (words.w("critical"), *remarks)
    cells = (
        item_cell(words, one.ref, *remarks),
        cell("–" if one.duration_days is None else str(one.duration_days)),
        _span(one, one.early_start, one.early_finish),
        _span(one, one.late_start, one.late_finish),
        cell("–" if one.total_float_days is None else signed(one.total_float_days)),
        cell("–" if one.free_float_days is None else signed(one.free_float_days)),
    )
    return Row(cells, one.ref)


def _span(one: Activity, first: date | None, last: date | None) -> Cell:
    """First and last day; a milestone has one."""
    if not one.duration_days or first is None:
        return cell(iso(last))
    return cell(iso(first), iso(last))
