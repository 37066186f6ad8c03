"""Indicator strips: small multiples on the page's time axis, each with a scale of its own."""

from collections.abc import Sequence

from carbonroad.link.system import Item
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
    Band,
)
from carbonroad.views.roadmap.plots import joint, plot, plot_height, target_group
from carbonroad.views.roadmap.series import Remark, Series, chosen_target, series_of
from carbonroad.views.roadmap.straight import straight_line
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.shared.conversions import conversion
from carbonroad.views.shared.tracks import needed, state_words, to_go, track_of

_LOOKS = {"on-track": "said-done", "off-track": "said-at-risk"}
_LOW = 34.0
"""The least height of a strip, without the air below it."""


def strip_bands(subject: Subject, axis: Axis) -> list[Band]:
    """Return the strips of the part's indicators, their title with the first; none for the whole system."""
    part = subject.part_shown
    if part is None or not part.indicators:
        return []
    strips = [series_of(subject, part, indicator) for indicator in part.indicators]
    found = []
    for n, series in enumerate(strips):
        shapes, top = _title(subject, strips) if n == 0 else ([], 0.0)
        group, bottom = _strip(subject, axis, series, top)
        back: list[Shape] = [Line(0, top, WIDTH, top, "lane-line")] if n == 0 else []
        back.append(Rect(0, top, WIDTH, bottom - top, "lane lane-odd" if n % 2 else "lane"))
        back.append(Line(0, bottom, WIDTH, bottom, "lane-line"))
        found.append(Band(tuple(back), (*shapes, group), bottom))
    return found


def _title(subject: Subject, strips: Sequence[Series]) -> tuple[list[Shape], float]:
    notes = [subject.w("Each strip has a scale of its own; the numbers are printed.")]
    lines = [straight_line(subject, series) for series in strips]
    if any(lines):
        notes.append(
            subject.w("The thin dashed line leads straight from the base year or first value to the target.")
        )
    if any(line is not None and line.compound for line in lines):
        notes.append(subject.w("To a rate of each year it compounds."))
    if any(joint(subject, series, line) for series, line in zip(strips, lines, strict=True)):
        notes.append(subject.w("Dotted lines join values for the eye only: no path between them is stated."))
    words = subject.sentences(notes)
    rows = break_words(words, SMALL, RIGHT - LEFT - 16)
    shapes: list[Shape] = [Label(HEAD, 25, ((subject.w("Indicators"), ""),), 15, "title")]
    shapes += labels(LEFT + 8, 25, [((t, ""),) for t in rows], SMALL, leading=LEADING, role="muted")
    return shapes, 36 + LEADING * (len(rows) - 1)


def _strip(subject: Subject, axis: Axis, series: Series, top: float) -> tuple[Group, float]:
    head, head_bottom = _head(subject, series, top)
    side, side_bottom = _side(subject, series, top)
    contents, bottom = _contents(subject, axis, series, top)
    title = subject.text(series.indicator.title)
    group = Group((*head, *side, *contents), "strip", series.ref, title)
    return group, max(bottom, head_bottom, side_bottom, top + _LOW) + 4


def _contents(subject: Subject, axis: Axis, series: Series, top: float) -> tuple[list[Shape], float]:
    """The plot of the levels, below it what has none."""
    shapes: list[Shape] = []
    remarks = list(series.changes)
    y = top + 6
    if series.actuals or series.targets or series.before:
        shapes, left_over = plot(subject, axis, series, top)
        remarks += left_over
        y = top + plot_height(series) - 4
    rows, y = _remarks(subject, axis, remarks, y)
    shapes += rows
    if not any((series.actuals, series.targets, series.changes, series.undated, series.before)):
        words = subject.w("no measured value and no target")
        shapes.append(Label(LEFT + 10, top + 26, ((words, ""),), SMALL, "muted"))
    for item in series.undated:
        words = subject.w("no date: {value}", value=subject.value(item))
        for line in break_words(words, SMALL, RIGHT - LEFT - 20):
            y += LEADING
            shapes.append(target_group(subject, item, [Label(LEFT + 10, y, ((line, ""),), SMALL, "")]))
    return shapes, y + (6 if series.undated else 0)


def _head(subject: Subject, series: Series, top: float) -> tuple[list[Shape], float]:
    indicator = series.indicator
    lines = break_words(subject.text(indicator.title), TEXT, HEAD_WIDTH, "strong")
    shapes: list[Shape] = list(
        labels(HEAD, top + 17, [((t, ""),) for t in lines], TEXT, leading=LEADING, role="strong")
    )
    y = top + 17 + LEADING * len(lines)
    facts = [subject.unit(indicator.unit) or subject.w("no unit")]
    if indicator.nature is not None:
        facts.append(subject.w(indicator.nature))
    if not indicator.actuals:
        facts.append(subject.w("no measured value"))
    below = break_words(" · ".join(facts), SMALL, HEAD_WIDTH)
    shapes += labels(HEAD, y, [((t, ""),) for t in below], SMALL, leading=14.5, role="muted")
    return shapes, y + 14.5 * len(below) - 9


def _side(subject: Subject, series: Series, top: float) -> tuple[list[Shape], float]:
    """The latest measured value, an arrow, the next target; below it the year and the status."""
    item = chosen_target(subject, series)
    measured = series.actuals[-1].words if series.actuals else ""
    if not measured:
        changes = [remark for remark in series.changes if remark.item is None and not remark.old]
        measured = changes[-1].words if changes else "–"
    runs: list[Run] = [(measured, "strong number-actual"), (" → ", "muted")]
    wanted = subject.value(item) if item is not None else subject.w("no target")
    runs.append((wanted, "strong number-target whole" if item is not None else "muted"))
    lines = break_runs(runs, TEXT, SIDE_WIDTH)
    shapes: list[Shape] = list(labels(SIDE, top + 17, lines, TEXT, leading=LEADING))
    y = top + 17 + LEADING * len(lines)
    if item is None:
        return shapes, y - 9
    status = subject.state(item)
    words = subject.status_words(status)
    if item.latest is not None:
        words = f"{item.latest.year} · {words}"
    shapes += glyphs.status(status, SIDE + 6, y - 4.5, 5.5)
    same = conversion(subject, item)
    said = [
        (words, 18.0, ""),
        *([(same, 0.0, "muted")] if same else []),
        *((text, 0.0, role) for text, role in _track(subject, item, status)),
    ]
    for text, indent, role in said:
        below = break_words(text, SMALL, SIDE_WIDTH - indent)
        lines = [((t, ""),) for t in below]
        shapes += labels(SIDE + indent, y, lines, SMALL, leading=LEADING - 1, role=role)
        y += (LEADING - 1) * len(below)
    return shapes, y - 9


def _track(subject: Subject, item: Item, status: str) -> list[tuple[str, str]]:
    """What is to go and needed a year, and whether the straight line is kept, each with its look."""
    track = track_of(subject, item)
    if track is None or status in ("done", "reached-early", "dropped", "superseded"):
        return []
    left = to_go(subject, item, track)
    need = needed(subject, item, track)
    found = [(subject.w("to go: {amount}", amount=left), "")] if left else []
    found += [(need, "muted")] if need else []
    if track.state in ("on-track", "off-track"):
        found.append((state_words(subject, track), _LOOKS[track.state]))
    return found


def _remarks(
    subject: Subject, axis: Axis, remarks: Sequence[Remark], top: float
) -> tuple[list[Shape], float]:
    """Changes, totals and what found no room in the plot: labelled markers in packed rows, not joined."""
    rooms: list[Reservation] = []
    looks: list[tuple[float, float, float, list[tuple[Run, ...]]]] = []
    for remark in remarks:
        x = axis.end(remark.day)
        begin = axis.begin(remark.first) if remark.first is not None else x
        role = "ghost-number" if remark.old else "number-actual" if remark.item is None else "number-target"
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
        tone = "ghost" if remark.old else f"point point-{'actual' if remark.item is None else 'target'}"
        if remark.first is not None:
            marker = _period(begin, x, y, "ghost-line" if remark.old else "span")
        else:
            marker = [Circle(x, y, 3, tone)] if remark.level else _change(x, y, tone)
        drawn = [*marker, *labels(label_x, y + 4.5, lines, SMALL, leading=LEADING, role="number")]
        shapes += [target_group(subject, remark.item, drawn)] if remark.item is not None else drawn
    return shapes, top + height(rooms, tops)


def _period(left: float, right: float, y: float, role: str) -> list[Shape]:
    return [
        Line(left, y, right, y, role),
        Line(left, y - 5, left, y + 5, role),
        Line(right, y - 5, right, y + 5, role),
    ]


def _change(x: float, y: float, role: str) -> list[Shape]:
    points = ((x - 4, y - 3.5), (x + 4, y - 3.5), (x, y + 4))
    return [Polyline(points, role, closed=True)]
