"""Indicator strips: small multiples on the page's time axis, each with a scale of its own."""

from collections.abc import Sequence

from carbonroad.scene import glyphs
from carbonroad.scene.labels import Run, break_runs, break_words, labels, runs_width
from carbonroad.scene.packing import Reservation, height, pack
from carbonroad.scene.scales import Axis
from carbonroad.scene.shapes import Circle, Group, Label, Line, Polyline, Rect, Shape
from carbonroad.views.roadmap.frame import (
    HEAD,
    HEAD_WIDTH,
    LEADING,
    LEFT,
    RIGHT,
    SIDE,
    SIDE_WIDTH,
    SMALL,
    TEXT,
    WIDTH,
    Panel,
)
from carbonroad.views.roadmap.plots import PLOT, plot, target_group
from carbonroad.views.roadmap.series import Remark, Series, chosen_target, series_of
from carbonroad.views.roadmap.subject import Subject

_ALONE = 46.0
"""Height of a strip without a line to show."""


def strips_panel(subject: Subject, axis: Axis, top: float) -> Panel:
    """Return the strips of the part's indicators; nothing for the whole system."""
    part = subject.part_shown
    if part is None or not part.indicators:
        return Panel((), (), top)
    title = Label(HEAD, top + 25, ((subject.w("Indicators"), ""),), 15, "title")
    note = subject.w("each strip has a scale of its own; the numbers are printed")
    front: list[Shape] = [title, Label(LEFT + 8, top + 25, ((note, ""),), SMALL, "muted")]
    back: list[Shape] = []
    y = top + 36
    back.append(Line(0, y, WIDTH, y, "lane-line"))
    for n, indicator in enumerate(part.indicators):
        series = series_of(subject, part, indicator)
        group, bottom = _strip(subject, axis, series, y)
        back.append(Rect(0, y, WIDTH, bottom - y, "lane lane-odd" if n % 2 else "lane"))
        back.append(Line(0, bottom, WIDTH, bottom, "lane-line"))
        front.append(group)
        y = bottom
    return Panel(tuple(back), tuple(front), y)


def _strip(subject: Subject, axis: Axis, series: Series, top: float) -> tuple[Group, float]:
    head, head_bottom = _head(subject, series, top)
    side, side_bottom = _side(subject, series, top)
    shapes: list[Shape] = []
    remarks = list(series.changes)
    y = top + 6
    levels = bool(series.actuals or series.targets)
    if levels:
        drawn, left_over = plot(subject, axis, series, top)
        shapes += drawn
        remarks += left_over
        y = top + PLOT - 4
    rows, y = _remarks(subject, axis, remarks, y)
    shapes += rows
    if not levels and not series.changes:
        words = subject.w("no measured value and no target")
        shapes.append(Label(LEFT + 10, top + 34, ((words, ""),), SMALL, "muted"))
    for item in series.undated:
        words = subject.w("no date: {value}", value=subject.value(item))
        y += LEADING
        shapes.append(target_group(subject, item, [Label(LEFT + 10, y, ((words, ""),), SMALL, "")]))
    alone = len(series.actuals) + len(series.targets) < 2
    bottom = max(top + (_ALONE if alone else PLOT), head_bottom, side_bottom, y + 6)
    title = subject.text(series.indicator.title)
    return Group((*head, *side, *shapes), "strip", series.ref, title), bottom


def _head(subject: Subject, series: Series, top: float) -> tuple[list[Shape], float]:
    indicator = series.indicator
    lines = break_words(subject.text(indicator.title), TEXT, HEAD_WIDTH, "strong")
    shapes: list[Shape] = list(
        labels(HEAD, top + 17, [((t, ""),) for t in lines], TEXT, leading=LEADING, role="strong")
    )
    y = top + 17 + LEADING * len(lines)
    facts = [indicator.unit.text if indicator.unit is not None else subject.w("no unit")]
    if indicator.nature is not None:
        facts.append(subject.w(indicator.nature))
    if not indicator.actuals:
        facts.append(subject.w("no measured value"))
    below = break_words(" · ".join(facts), SMALL, HEAD_WIDTH)
    shapes += labels(HEAD, y, [((t, ""),) for t in below], SMALL, leading=14.5, role="muted")
    return shapes, y + 14.5 * len(below) - 6


def _side(subject: Subject, series: Series, top: float) -> tuple[list[Shape], float]:
    """The latest measured value, an arrow, the next target; below it the year and the status."""
    item = chosen_target(subject, series)
    measured = series.actuals[-1].words if series.actuals else ""
    if not measured:
        changes = [remark for remark in series.changes if remark.item is None]
        measured = changes[-1].words if changes else "–"
    runs: list[Run] = [(measured, "strong number-actual"), (" → ", "muted")]
    wanted = subject.value(item) if item is not None else subject.w("no target")
    runs.append((wanted, "strong number-target whole" if item is not None else "muted"))
    lines = break_runs(runs, TEXT, SIDE_WIDTH)
    shapes: list[Shape] = list(labels(SIDE, top + 18, lines, TEXT, leading=LEADING))
    y = top + 18 + LEADING * len(lines) + 1
    if item is None:
        return shapes, y - 8
    status = subject.status(item)
    words = subject.status_words(status)
    if item.latest is not None:
        words = f"{item.latest.year} · {words}"
    below = break_words(words, SMALL, SIDE_WIDTH - 18)
    shapes += glyphs.status(status, SIDE + 6, y - 4.5, 5.5)
    shapes += labels(SIDE + 18, y, [((t, ""),) for t in below], SMALL, leading=LEADING - 1)
    return shapes, y + (LEADING - 1) * len(below) - 6


def _remarks(
    subject: Subject, axis: Axis, remarks: Sequence[Remark], top: float
) -> tuple[list[Shape], float]:
    """Changes, totals and what found no room in the plot: labelled markers in packed rows, not joined."""
    rooms: list[Reservation] = []
    looks: list[tuple[float, float, float, list[tuple[Run, ...]]]] = []
    for remark in remarks:
        x = axis.end(remark.day)
        begin = axis.begin(remark.first) if remark.first is not None else x
        role = "number-actual" if remark.item is None else "number-target"
        words = f"{remark.day.year}: {remark.words}" if remark.first is None else remark.words
        lines = break_runs([(words, role)], SMALL, 380)
        wide = max(runs_width(line, SMALL) for line in lines)
        right = x + 10 + wide <= RIGHT + 20
        label_x = x + 10 if right else max(LEFT, begin - 10 - wide)
        looks.append((begin, x, label_x, lines))
        rooms.append(
            Reservation(min(begin - 6, label_x - 4), max(x + 6, label_x + wide + 4), 4 + LEADING * len(lines))
        )
    tops = pack(rooms)
    shapes: list[Shape] = []
    for remark, (begin, x, label_x, lines), down in zip(remarks, looks, tops, strict=True):
        y = top + down + 11
        tone = "actual" if remark.item is None else "target"
        if remark.first is not None:
            marker = _period(begin, x, y)
        else:
            marker = [Circle(x, y, 3, f"point point-{tone}")] if remark.level else _change(x, y, tone)
        drawn = [*marker, *labels(label_x, y + 4.5, lines, SMALL, leading=LEADING, role="number")]
        shapes += [target_group(subject, remark.item, drawn)] if remark.item is not None else drawn
    return shapes, top + height(rooms, tops)


def _period(left: float, right: float, y: float) -> list[Shape]:
    return [
        Line(left, y, right, y, "span"),
        Line(left, y - 5, left, y + 5, "span"),
        Line(right, y - 5, right, y + 5, "span"),
    ]


def _change(x: float, y: float, tone: str) -> list[Shape]:
    points = ((x - 4, y - 3.5), (x + 4, y - 3.5), (x, y + 4))
    return [Polyline(points, f"point point-{tone}", closed=True)]
