"""The figure's columns, its time axis, and what is drawn behind all bands."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.deadlines import parse_deadline
from carbonroad.base.times.named_periods import NamedPeriod
from carbonroad.link.system import Item
from carbonroad.model.items import Target, Work
from carbonroad.scene.boxes import Box
from carbonroad.scene.interrupted import interrupted
from carbonroad.scene.labels import break_words, labels, run_width
from carbonroad.scene.scales import Axis, Span, time_axis
from carbonroad.scene.shapes import Label, Rect, Shape
from carbonroad.scene.ticks import ticks
from carbonroad.views.roadmap.subject import Subject

WIDTH = 1240.0
HEAD, HEAD_WIDTH = 8.0, 164.0
LEFT, RIGHT = 184.0, 1060.0
SIDE, SIDE_WIDTH = 1086.0, 148.0
"""x of the lanes' headings, of the axis and of the column of results."""

SMALL, TEXT, LARGE = 12.0, 12.5, 14.0
LEADING = 15.5


class Band(NamedTuple):
    """A piece of the figure that no page cuts, drawn from y 0: shapes behind and before the grid."""

    back: tuple[Shape, ...]
    front: tuple[Shape, ...]
    height: float


def make_axis(subject: Subject) -> Axis:
    """Return the time axis on which all that the page shows has a place."""
    spans = [Span(p.years.first, p.years.last, p.zoom) for p in subject.system.phases]
    linear = subject.options.axis == "linear"
    return time_axis(spans, list(_midnights(subject)), subject.system.as_of, LEFT, RIGHT, linear=linear)


def target_span(subject: Subject, item: Item) -> tuple[date, date] | None:
    """Return the days of a target whose key is a run of years: a total, or a value in each of them."""
    if not isinstance(item.written, Target):
        return None
    periods = tuple(
        NamedPeriod(p.id, tuple(words for _, words in p.title.entries), p.years.first, p.years.last)
        for p in subject.system.phases
    )
    read = parse_deadline(item.written.key.text, periods)
    if isinstance(read, Refusal) or read.kind != "during" or read.earliest is None or read.latest is None:
        return None
    return read.earliest, read.latest


def _midnights(subject: Subject) -> Iterator[int]:
    for item in subject.items:
        yield from _of_item(subject, item)
    yield from _earlier(subject)
    for indicator in subject.source.indicators if subject.source is not None else ():
        yield from (actual.period.last.toordinal() + 1 for actual in indicator.actuals)
    pathway = subject.source.pathway if subject.source is not None else None
    if pathway is not None:
        for series in (pathway.actual, pathway.target, pathway.reference):
            yield from (year_end(year) for year, _ in series)


def _of_item(subject: Subject, item: Item) -> Iterator[int]:
    due = subject.facts.due[item.ref]
    activity = subject.facts.schedule.activities.get(item.ref)
    begins = [item.earliest, due.first]
    ends = [item.latest, due.latest, due.expected]
    if isinstance(item.written, Work):
        begins.append(item.written.start.day if item.written.start is not None else None)
        ends.append(item.written.finish.day if item.written.finish is not None else None)
    if activity is not None:
        begins.append(activity.early_start)
        ends.append(activity.early_finish)
    if item.deadline is not None:
        ends += [period.last for period in item.deadline.instances]
    span = target_span(subject, item)
    if span is not None:
        begins.append(span[0])
    yield from (day.toordinal() for day in begins if day is not None)
    yield from (day.toordinal() + 1 for day in ends if day is not None)


def _earlier(subject: Subject) -> Iterator[int]:
    """Where the items stood in the earlier version, and the years of its pathway."""
    against = subject.options.against
    if against is None:
        return
    part = subject.part_shown
    for was in against.was.values():
        if part is None or was.ref.partition(".")[0] == part.id:
            yield from (was.first.toordinal(),) if was.first is not None else ()
            yield from (was.latest.toordinal() + 1,) if was.latest is not None else ()
    pathway = against.pathways.get(subject.source.id) if subject.source is not None else None
    if pathway is not None:
        for series in (pathway.actual, pathway.target, pathway.reference):
            yield from (year_end(year) for year, _ in series)


def year_end(year: int) -> int:
    """Return the midnight that ends a year, as an ordinal."""
    return date(min(max(year, 1), 9999), 12, 31).toordinal() + 1


def grid(axis: Axis, top: float, bottom: float, texts: Sequence[Box]) -> tuple[Shape, ...]:
    """Return the year lines, the darker lines between phases and the tint of the dense phase."""
    dense = (stretch for stretch in axis.stretches if stretch.span is not None and stretch.span == axis.dense)
    shapes: list[Shape] = [Rect(s.left, top, s.right - s.left, bottom - top, "dense") for s in dense]
    lines = [t for t in ticks(axis, lambda words: run_width(words, SMALL)) if axis.left < t.x < axis.right]
    shapes += [interrupted(t.x, top, bottom, texts, f"grid grid-{t.role}") for t in lines]
    edges = sorted({axis.left, axis.right, *(stretch.right for stretch in axis.stretches)})
    shapes += [interrupted(x, top, bottom, texts, "phase-line") for x in edges]
    return tuple(shapes)


def today_line(subject: Subject, axis: Axis, top: float, bottom: float, texts: Sequence[Box]) -> Shape:
    """Return the line of the data date."""
    x = axis.begin(subject.system.as_of)
    return interrupted(x, top, bottom, texts, "today")


def heading(
    title: str, remarks: Iterable[str], top: float, limit: float = HEAD_WIDTH
) -> tuple[list[Label], float]:
    """Return a lane's heading with muted remarks below it, and where it ends."""
    lines = break_words(title, LARGE, limit, "title")
    shapes = labels(HEAD, top + 16, [((t, ""),) for t in lines], LARGE, leading=18, role="title")
    y = top + 16 + 18 * len(lines) - 2
    for remark in remarks:
        below = break_words(remark, SMALL, limit)
        shapes += labels(HEAD, y, [((t, ""),) for t in below], SMALL, leading=14.5, role="muted")
        y += 14.5 * len(below)
    return shapes, y - 4
