"""The same in text: every item by measure, every indicator with its numbers, the pathway year by year."""

from collections.abc import Iterable, Iterator

from carbonroad.link.system import Item
from carbonroad.model.items import Indicator
from carbonroad.model.roadmap import Part
from carbonroad.views.document import Cell, Column, Line, Row, RowGroup, Span, Table
from carbonroad.views.roadmap.ghost_pathway import earlier_pathway
from carbonroad.views.roadmap.lanes import lanes_of
from carbonroad.views.roadmap.pathway import has_pathway
from carbonroad.views.roadmap.ranges import asked_words
from carbonroad.views.roadmap.series import actual_words, series_of
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.shared.cells import old_value_spans, since_lines
from carbonroad.views.shared.conversions import conversion
from carbonroad.views.shared.since import gone, old_words, version


def items_table(subject: Subject) -> Table:
    """Return every item of the page by lane, in the order of its latest day."""
    w = subject.w
    columns = (
        Column(w("deadline"), "narrow"),
        Column(w("item"), "wide"),
        Column(w("owner")),
        Column(w("status"), "narrow"),
    )
    groups = tuple(
        RowGroup(lane.title, tuple(_row(subject, item) for item in _by_day(subject, lane.items)))
        for lane in lanes_of(subject, complete=True)
    )
    return Table(columns, (*groups, *_gone(subject)), w("Milestones, targets and works"), "items", cards=True)


def _gone(subject: Subject) -> Iterator[RowGroup]:
    """What is not in the roadmap any more."""
    lost = gone(subject, subject.part_shown.id if subject.part_shown is not None else "")
    rows = tuple(
        Row(
            (
                Cell(((Span(old_words(subject, was), "struck"),),)),
                Cell(((Span(subject.name(was.item), "struck"),),)),
                _cell(subject.owners(was.item)),
                _cell(subject.w("removed")),
            ),
            was.ref,
        )
        for was in lost
    )
    if rows:
        yield RowGroup(subject.w("No longer in the roadmap"), rows, "", "gone")


def _by_day(subject: Subject, items: Iterable[Item]) -> list[Item]:
    def key(item: Item) -> tuple[bool, int]:
        due = subject.facts.due[item.ref]
        day = due.latest or due.expected or item.latest or due.first
        return day is None, 0 if day is None else day.toordinal()

    return sorted(items, key=key)


def _row(subject: Subject, item: Item) -> Row:
    status = subject.state(item)
    name = (Span(subject.name(item), "strong" if subject.is_goal(item) else "", subject.row_of(item)),)
    stands = (Span(subject.status_words(status), f"status-{status}"),)
    return Row(
        (
            _deadline(subject, item),
            Cell((name, *_same_as(subject, item))),
            _cell(subject.owners(item)),
            Cell((stands,)),
        ),
        item.ref,
        f"status-{status}",
    )


def _same_as(subject: Subject, item: Item) -> Iterator[Line]:
    """What says that a target and the milestone of its year are one demand."""
    milestone = subject.stand_ins.get(item.ref)
    if milestone is not None:
        words = subject.w("the target of the milestone “{title}”", title=subject.title(milestone))
        yield (Span(words, "small"),)
    for ref, other in subject.stand_ins.items():
        if other.ref == item.ref:
            name = subject.name(subject.system.items[ref])
            yield (Span(subject.w("its target has a row of its own: {name}", name=name), "small"),)


def _deadline(subject: Subject, item: Item) -> Cell:
    """The author's words, below them the day they stand for."""
    words = subject.deadline(item)
    due = subject.facts.due[item.ref]
    first, last = due.first or item.earliest, due.latest or item.latest
    iso = "" if last is None else last.isoformat()
    if first is not None:
        iso = f"{first.isoformat()} – {iso}" if iso else subject.w("from {day}", day=first.isoformat())
    elif not iso and due.expected is not None:
        iso = subject.w("expected {day}", day=due.expected.isoformat())
    lines = [(Span(words),)] + ([(Span(iso, "small"),)] if iso else [])
    return Cell((*lines, *since_lines(subject, item)))


def indicators_table(subject: Subject) -> Table | None:
    """Return every indicator of the page with its actuals, targets and baseline; None without any."""
    w = subject.w
    parts = (subject.part_shown,) if subject.part_shown is not None else subject.system.parts
    groups = tuple(
        RowGroup(
            subject.part(part) if subject.part_shown is None else "",
            tuple(_indicator(subject, part, indicator) for indicator in part.indicators),
        )
        for part in parts
        if part.indicators
    )
    if not groups:
        return None
    columns = (
        Column(w("indicator"), "wide"),
        Column(w("unit"), "narrow"),
        Column(w("baseline"), "narrow"),
        Column(w("actual")),
        Column(w("targets")),
    )
    return Table(columns, groups, w("Indicators"), "indicators", cards=True)


def _indicator(subject: Subject, part: Part, indicator: Indicator) -> Row:
    series = series_of(subject, part, indicator)
    actuals = [
        f"{actual.key}: {actual_words(subject, indicator, actual)}"
        for actual in sorted(indicator.actuals, key=lambda actual: actual.period.last)
    ]
    targets = tuple(
        (
            Span(f"{subject.key(item)}: {_value(subject, item)}"),
            *old_value_spans(subject, item),
            Span(f" · {subject.status_words(subject.state(item))}", f"status-{subject.state(item)}"),
        )
        for item in series.items
    )
    nature = f" · {subject.w(indicator.nature)}" if indicator.nature is not None else ""
    return Row(
        (
            _cell(subject.text(indicator.title) + nature),
            _cell(subject.unit(indicator.unit)),
            _cell(subject.baseline(indicator.baseline)),
            Cell(
                tuple((Span(words),) for words in actuals)
                or ((Span(subject.w("no measured value"), "small"),),)
            ),
            Cell(targets or ((Span(subject.w("no target"), "small"),),)),
        ),
        series.ref,
    )


def _value(subject: Subject, item: Item) -> str:
    """What a target asks for, with the amount in the unit that the reader knows."""
    same, value = conversion(subject, item), subject.value(item)
    return f"{value}{subject.w(' ({words})', words=same)}" if same else value


def pathway_table(subject: Subject) -> Table | None:
    """Return the pathway year by year; None without one."""
    pathway = subject.source.pathway if subject.source is not None else None
    if pathway is None or not has_pathway(pathway):
        return None
    w = subject.w
    names = {
        "actual": dict(pathway.actual),
        "target": dict(pathway.target),
        "reference": dict(pathway.reference),
    }
    used = {w(name): series for name, series in names.items() if series}
    for name, old in earlier_pathway(subject, pathway).items():
        used[w("{series}, as of {version}", series=w(name), version=version(subject))] = dict(old)
    years = sorted({year for series in used.values() for year in series})
    columns = (Column(w("year"), "narrow"), *(Column(name, "num") for name in used))
    rows = tuple(
        Row(
            (
                _cell(str(year)),
                *(
                    _cell(asked_words(subject, pathway, name, year, s[year]) if year in s else "")
                    for name, s in used.items()
                ),
            )
        )
        for year in years
    )
    unit = subject.unit(pathway.unit, stated=True)
    caption = w("Emissions pathway") + (f" · {unit}" if unit else "")
    return Table(columns, (RowGroup("", rows),), caption, "pathway")


def _cell(words: str) -> Cell:
    return Cell(((Span(words),),))
