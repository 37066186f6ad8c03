"""The plot within an indicator's strip: levels on a scale of their own, each with its number."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from carbonroad.link.system import Item
from carbonroad.scene.boxes import Box
from carbonroad.scene.placing import BESIDE, Place, Placer
from carbonroad.scene.scales import Axis
from carbonroad.scene.shapes import Circle, Group, Line, Polyline, Shape
from carbonroad.views.roadmap.frame import LEFT, RIGHT, SMALL
from carbonroad.views.roadmap.series import Level, Remark, Series
from carbonroad.views.roadmap.straight import Straight, straight_line
from carbonroad.views.roadmap.subject import Subject

_HIGH, _LOW = 62.0, 44.0
_SEEN = 5
"""Days of a difference that nobody sees."""

_AROUND: tuple[Place, ...] = (
    *BESIDE,
    (16, -5, "start"),
    (-16, -5, "end"),
    (16, 14, "start"),
    (-16, 14, "end"),
)
_Scale = Callable[[float], float]


def plot_height(series: Series) -> float:
    """Return how high the plot is: low where there is but one level to show."""
    return _HIGH if len(series.actuals) + len(series.targets) + len(series.before) > 1 else _LOW


def plot(subject: Subject, axis: Axis, series: Series, top: float) -> tuple[list[Shape], list[Remark]]:
    """Return the levels, measured ones solid and targets with open markers, and the numbers without room.

    The levels take `plot_height` from `top` on, on a scale of their own.
    """
    levels = (*series.actuals, *series.targets, *series.before)
    straight = straight_line(subject, series)
    values = [v for level in levels for v in (level.low, level.high)]
    values += straight.values[:1] if straight is not None else ()
    low, high = min(values), max(values)
    tall = plot_height(series)

    def at(value: float) -> float:
        return top + tall - 20 - ((value - low) / (high - low) * 22 if high > low else 11 * (tall > _LOW))

    measured = [(axis.end(level.day), at(level.low)) for level in series.actuals]
    shapes = [*_straight(axis, straight, at), *_lines(subject, axis, series, straight, at)]
    shapes += [Circle(x, y, 2.6, "point point-actual") for x, y in measured]
    placer = Placer(Box(LEFT + 2, top + 2, RIGHT + 20, top + tall - 1))
    for x, y in measured:
        placer.take(Box(x - 3, y - 3, x + 3, y + 3))
    for curve in shapes:
        if isinstance(curve, Polyline):
            placer.keep_off(curve.points)
    spots = [(level, axis.end(level.day), at((level.low + level.high) / 2)) for level in series.targets]
    old = [(axis.end(level.day), at((level.low + level.high) / 2)) for level in series.before]
    for x, y in [*((x, y) for _, x, y in spots), *old]:
        placer.take(Box(x - 5, y - 5, x + 5, y + 5))
    left_over: list[Remark] = []
    for level, x, y in spots:
        if level.item is not None:
            marker: list[Shape] = _marker(x, y, at(level.low), at(level.high))
            label = placer.place(x, y, [(level.words, "")], SMALL, "number number-target")
            if label is None:
                left_over.append(Remark(None, level.day, level.words, level.item, level=True))
            shapes.append(target_group(subject, level.item, [*marker, *([label] if label else [])]))
    shapes += _measured(series.actuals, measured, placer, left_over)
    return shapes + _before(axis, series.before, at, placer, left_over), left_over


def _before(
    axis: Axis, levels: Sequence[Level], at: _Scale, placer: Placer, left_over: list[Remark]
) -> list[Shape]:
    """What the earlier version asked for: hollow and thin, its number struck."""
    shapes: list[Shape] = []
    for level in levels:
        x, y = axis.end(level.day), at((level.low + level.high) / 2)
        if level.low != level.high:
            shapes.append(Line(x, at(level.low), x, at(level.high), "ghost-line"))
        shapes.append(Circle(x, y, 4, "ghost"))
        label = placer.place(x, y, [(level.words, "")], SMALL, "ghost-number", _AROUND)
        if label is not None:
            shapes.append(label)
        else:
            left_over.append(Remark(None, level.day, level.words, None, level=True, old=True))
    return shapes


def _wanted(subject: Subject, series: Series) -> list[tuple[date, float, float]]:
    """The last measured level and the targets after it; no document states a path between them."""
    wanted: dict[date, tuple[date, float, float]] = {}
    for level in series.targets:
        if level.item is not None and not subject.standing(level.item).superseded:
            wanted.setdefault(level.day, (level.day, level.low, level.high))
    last = [(level.day, level.low, level.high) for level in series.actuals[-1:]]
    return [*last, *(spot for day, spot in sorted(wanted.items()) if not last or day > last[0][0])]


def joint(subject: Subject, series: Series, straight: Straight | None) -> list[tuple[date, float, float]]:
    """Return what a line for the eye joins: measured level and targets, from where the straight line ends."""
    line = _wanted(subject, series)
    if straight is not None:
        line = [spot for spot in line if spot[0].toordinal() >= straight.midnights[-1] - _SEEN]
    return line if len(line) > 1 else []


def _straight(axis: Axis, line: Straight | None, at: _Scale) -> list[Shape]:
    """The straight line to the next target."""
    if line is None:
        return []
    return [Polyline(_even(axis, zip(line.midnights, line.values, strict=True), at), "track")]


def _even(axis: Axis, points: Iterable[tuple[int, float]], at: _Scale) -> tuple[tuple[float, float], ...]:
    """A line that is even in time."""
    return tuple((x, at(value)) for x, value in axis.path(points))


def _lines(
    subject: Subject, axis: Axis, series: Series, straight: Straight | None, at: _Scale
) -> list[Shape]:
    """The line through the measured values, the targets' range, and a faint line where none is straight."""
    spots = [(day.toordinal() + 1, low, high) for day, low, high in _wanted(subject, series)]
    shapes: list[Shape] = []
    if len(spots) > 1 and any(low != high for _, low, high in spots):
        edges = [_even(axis, [(spot[0], spot[end]) for spot in spots], at) for end in (2, 1)]
        shapes.append(Polyline((*edges[0], *reversed(edges[1])), "band", closed=True))
    eye = [(day.toordinal() + 1, (low + high) / 2) for day, low, high in joint(subject, series, straight)]
    if eye:
        shapes.append(Polyline(_even(axis, eye, at), "series joint"))
    if len(series.actuals) > 1:
        levels = [(level.day.toordinal() + 1, level.low) for level in series.actuals]
        shapes.append(Polyline(_even(axis, levels, at), "series series-actual"))
    return shapes


def _marker(x: float, y: float, low: float, high: float) -> list[Shape]:
    """An open marker; a range also shows how far it reaches."""
    reach: list[Shape] = [Line(x, low, x, high, "range")] if low != high else []
    return [*reach, Circle(x, y, 4, "point point-target")]


def _measured(
    levels: Sequence[Level], spots: Sequence[tuple[float, float]], placer: Placer, left_over: list[Remark]
) -> list[Shape]:
    """The numbers of measured values: the last one always, the others as far as there is room."""
    shapes: list[Shape] = []
    for n in sorted(range(len(levels)), key=lambda n: (n != len(levels) - 1, n != 0, n)):
        x, y = spots[n]
        look = "strong number-actual" if n == len(levels) - 1 else "number number-actual"
        label = placer.place(x, y, [(levels[n].words, "")], SMALL, look)
        if label is not None:
            shapes.append(label)
        elif n == len(levels) - 1:
            left_over.append(Remark(None, levels[n].day, levels[n].words, None, level=True))
    return shapes


def target_group(subject: Subject, item: Item, shapes: list[Shape]) -> Group:
    """Return shapes as the group that stands for a target in its indicator's strip."""
    deadline = subject.deadline(item)
    title = f"{subject.name(item)} · {deadline} · {subject.status_words(subject.state(item))}"
    return Group(tuple(shapes), "value-mark", item.ref, title, subject.row_of(item))
