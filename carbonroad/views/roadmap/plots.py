"""The plot within an indicator's strip: levels on a scale of their own, each with its number."""

from collections.abc import Callable, Sequence
from datetime import date

from carbonroad.link.system import Item
from carbonroad.scene.placing import Placer
from carbonroad.scene.scales import Axis
from carbonroad.scene.selfcheck import Box
from carbonroad.scene.shapes import Circle, Group, Line, Polyline, Shape
from carbonroad.views.roadmap.frame import LEFT, RIGHT, SMALL
from carbonroad.views.roadmap.series import Level, Remark, Series
from carbonroad.views.roadmap.subject import Subject

_HIGH, _LOW = 62.0, 44.0

_Scale = Callable[[float], float]


def plot_height(series: Series) -> float:
    """Return how high the plot is: low where there is but one level to show."""
    return _HIGH if len(series.actuals) + len(series.targets) > 1 else _LOW


def plot(subject: Subject, axis: Axis, series: Series, top: float) -> tuple[list[Shape], list[Remark]]:
    """Return the levels, measured ones solid and targets with open markers, and the numbers without room.

    The levels take `plot_height` from `top` on, on a scale of their own.
    """
    values = [v for level in (*series.actuals, *series.targets) for v in (level.low, level.high)]
    low, high = min(values), max(values)
    tall = plot_height(series)

    def at(value: float) -> float:
        return top + tall - 20 - ((value - low) / (high - low) * 22 if high > low else 11 * (tall > _LOW))

    measured = [(axis.end(level.day), at(level.low)) for level in series.actuals]
    shapes = _lines(subject, axis, series, measured, at)
    placer = Placer(Box(LEFT + 2, top + 2, RIGHT + 20, top + tall - 1))
    for x, y in measured:
        placer.take(Box(x - 3, y - 3, x + 3, y + 3))
    for curve in shapes:
        if isinstance(curve, Polyline):
            placer.keep_off(curve.points)
    spots = [(level, axis.end(level.day), at((level.low + level.high) / 2)) for level in series.targets]
    for _, x, y in spots:
        placer.take(Box(x - 5, y - 5, x + 5, y + 5))
    left_over: list[Remark] = []
    for level, x, y in spots:
        if level.item is not None:
            marker: list[Shape] = _marker(x, y, at(level.low), at(level.high))
            label = placer.place(x, y, [(level.words, "")], SMALL, "number number-target")
            if label is None:
                left_over.append(Remark(None, level.day, level.words, level.item, level=True))
            shapes.append(target_group(subject, level.item, [*marker, *([label] if label else [])]))
    return shapes + _measured(series.actuals, measured, placer, left_over), left_over


def joint(subject: Subject, series: Series) -> list[tuple[date, float, float]]:
    """Return what a line for the eye joins: the last measured level and the targets after it.

    No document states a path between them.
    """
    wanted: dict[date, tuple[date, float, float]] = {}
    for level in series.targets:
        if level.item is not None and not subject.standing(level.item).superseded:
            wanted.setdefault(level.day, (level.day, level.low, level.high))
    last = [(level.day, level.low, level.high) for level in series.actuals[-1:]]
    line = [*last, *(spot for day, spot in sorted(wanted.items()) if not last or day > last[0][0])]
    return line if len(line) > 1 else []


def _lines(
    subject: Subject, axis: Axis, series: Series, measured: list[tuple[float, float]], at: _Scale
) -> list[Shape]:
    """The line through the measured values, and a faint one from the last of them through the targets."""
    line = [(axis.end(day), at((low + high) / 2)) for day, low, high in joint(subject, series)]
    shapes: list[Shape] = [Polyline(tuple(line), "series joint")] if line else []
    if len(measured) > 1:
        shapes.append(Polyline(tuple(measured), "series series-actual"))
    shapes += [Circle(x, y, 2.6, "point point-actual") for x, y in measured]
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
    title = f"{subject.name(item)} · {deadline} · {subject.status_words(subject.status(item))}"
    return Group(tuple(shapes), "value-mark", item.ref, title, subject.row_of(item))
