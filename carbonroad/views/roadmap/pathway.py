"""The emissions pathway: actual, target and reference over the years, and the gap between the last two."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from carbonroad.model.items import Pathway
from carbonroad.scene.labels import Run, break_runs, labels
from carbonroad.scene.placing import Placer
from carbonroad.scene.scales import Axis
from carbonroad.scene.selfcheck import Box
from carbonroad.scene.shapes import Circle, Group, Label, Line, Polyline, Shape
from carbonroad.views.roadmap.frame import (
    LEADING,
    LEFT,
    RIGHT,
    SIDE,
    SIDE_WIDTH,
    SMALL,
    TEXT,
    WIDTH,
    Panel,
    heading,
    year_end,
)
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.values import number

_HEIGHT = 190.0
_Scale = Callable[[float], float]
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


class Gap(NamedTuple):
    """How far the reference pathway is off the target in a year."""

    year: int
    target: float
    reference: float

    @property
    def size(self) -> float:
        """Positive where current policy gives more than the target."""
        return self.reference - self.target


def gap_of(pathway: Pathway | None) -> Gap | None:
    """Return the first year with both a target and a reference; None without one."""
    if pathway is None:
        return None
    reference = dict(pathway.reference)
    for year, value in sorted(pathway.target):
        if year in reference and reference[year] != value:
            return Gap(year, value, reference[year])
    return None


def has_pathway(pathway: Pathway | None) -> bool:
    """Whether there is anything to draw."""
    return pathway is not None and bool(pathway.actual or pathway.target or pathway.reference)


def pathway_panel(subject: Subject, axis: Axis, top: float) -> Panel:
    """Return the panel; one line that says so for a part without a pathway."""
    pathway = subject.source.pathway if subject.source is not None else None
    if pathway is None or not has_pathway(pathway):
        words = subject.w("No emissions pathway is stated, so none is drawn.")
        line = Label(LEFT + 8, top + 17, ((words, ""),), SMALL, "muted")
        return Panel((), (line, Line(0, top + 28, WIDTH, top + 28, "lane-line")), top + 28)
    unit = pathway.unit.text if pathway.unit is not None else ""
    unit = unit if not pathway.gas or pathway.gas in unit else f"{pathway.gas} · {unit}"
    head, head_bottom = heading(
        subject.w("Emissions pathway"),
        [unit, subject.text(pathway.scope)] if pathway.scope else [unit],
        top + 4,
        104,
    )
    side, side_bottom = _side(subject, pathway, top + 4)
    chart = _chart(subject, axis, pathway, top + 10)
    bottom = max(head_bottom, side_bottom, top + 10 + _HEIGHT) + 8
    front = (*head, *side, *chart, Line(0, bottom, WIDTH, bottom, "lane-line"))
    return Panel((), front, bottom)


def scale_steps(low: float, high: float, most: int) -> list[float]:
    """Return round numbers from at most `low` to at least `high`, at most about `most` of them."""
    span = high - low or abs(high) or 1.0
    size = 10.0 ** math.floor(math.log10(span / most))
    step = next(s for s in (f * size for f in _STEPS) if s >= span / most * (1 - 1e-9))
    first = int(low // step)
    last = max(first + 1, -int(-high // step))
    return [n * step for n in range(first, last + 1)]


def _chart(subject: Subject, axis: Axis, pathway: Pathway, top: float) -> list[Shape]:
    values = [v for series in (pathway.actual, pathway.target, pathway.reference) for _, v in series]
    steps = scale_steps(min(0.0, *values), max(0.0, *values), 5)
    low, high = steps[0], steps[-1]

    def at(value: float) -> float:
        return top + _HEIGHT - 6 - (value - low) / (high - low) * (_HEIGHT - 18)

    shapes: list[Shape] = []
    placer = Placer(Box(LEFT + 2, top - 8, RIGHT + 22, top + _HEIGHT + 6))
    for step in steps:
        y = at(step)
        shapes.append(Line(LEFT, y, RIGHT, y, "zero" if step == 0 else "grid"))
        shapes.append(Label(LEFT - 6, y + 4, ((number(step), ""),), SMALL, "tick", "end"))
    for name, series in (
        ("reference", pathway.reference),
        ("target", pathway.target),
        ("actual", pathway.actual),
    ):
        curve = _series(axis, name, series, at, pathway)
        for line in curve:
            if isinstance(line, Polyline):
                placer.keep_off(line.points)
            elif isinstance(line, Circle):
                placer.take(Box(line.cx - line.r, line.cy - line.r, line.cx + line.r, line.cy + line.r))
        shapes += curve
    return [*shapes, *_numbers(subject, axis, pathway, at, placer)]


def _points(axis: Axis, series: Sequence[tuple[int, float]], at: _Scale) -> list[tuple[float, float]]:
    return [(axis.at(year_end(year)), at(value)) for year, value in sorted(series)]


def _series(
    axis: Axis, name: str, series: Sequence[tuple[int, float]], at: _Scale, pathway: Pathway
) -> list[Shape]:
    points = _points(axis, series, at)
    if not points:
        return []
    line = points
    if name == "target" and pathway.actual:
        before = _points(axis, pathway.actual, at)[-1]
        line = [before, *points] if before[0] < points[0][0] else points
    shapes: list[Shape] = [Polyline(tuple(line), f"series series-{name}")] if len(line) > 1 else []
    if name != "reference" or len(points) == 1:
        r = 4.0 if name == "target" else 2.4
        shapes += [Circle(x, y, r, f"point point-{name}") for x, y in points]
    return shapes


def _numbers(subject: Subject, axis: Axis, pathway: Pathway, at: _Scale, placer: Placer) -> list[Shape]:
    """The gap's bracket, every target's number, and of the other series the first, greatest and last.

    What finds no room stands in the table, which has all.
    """
    shapes: list[Shape] = []
    gap = gap_of(pathway)
    if gap is not None:
        x, one, two = axis.at(year_end(gap.year)) - 9, at(gap.target), at(gap.reference)
        bracket = ((x + 4, two), (x, two), (x, one), (x + 4, one))
        shapes.append(Polyline(bracket, "gap"))
        placer.keep_off(bracket)
        words = subject.w("gap {n}", n=number(gap.size))
        label = placer.place(x, (one + two) / 2, [(words, "")], TEXT, "gap-label strong")
        shapes += [label] if label is not None else []
    for name, series in (
        ("target", pathway.target),
        ("actual", pathway.actual),
        ("reference", pathway.reference),
    ):
        ordered = sorted(series)
        first = [ordered[-1], ordered[0], max(ordered, key=lambda p: p[1])] if ordered else []
        for year, value in dict.fromkeys([*first, *ordered] if name == "target" else first):
            x, y = axis.at(year_end(year)), at(value)
            words = f"{year}: {number(value)}" if name != "target" else number(value)
            label = placer.place(x, y, [(words, "")], SMALL, f"number number-{name}")
            shapes += [label] if label is not None else []
    return [Group(tuple(shapes), "numbers")] if shapes else []


def _side(subject: Subject, pathway: Pathway, top: float) -> tuple[list[Shape], float]:
    """The latest actual, the next target and the gap, in words."""
    entries: list[tuple[str, list[Run]]] = []
    unit = pathway.unit.text if pathway.unit is not None else ""
    if pathway.actual:
        year, value = max(pathway.actual)
        entries.append((subject.w("{year} actual", year=year), [(number(value), "strong number-actual")]))
    ahead = (
        sorted(p for p in pathway.target if p[0] >= subject.system.as_of.year) or sorted(pathway.target)[-1:]
    )
    if ahead:
        year, value = ahead[0]
        entries.append((subject.w("{year} target", year=year), [(number(value), "strong number-target")]))
    else:
        entries.append((subject.w("target"), [(subject.w("no target stated"), "")]))
    gap = gap_of(pathway)
    if gap is not None:
        words = subject.w("{year} gap to current policy", year=gap.year)
        entries.append((words, [(number(gap.size), "strong gap-label")]))
    shapes: list[Shape] = []
    y = top + 14
    for what, runs in entries:
        for role, content in (
            ("muted", [(what, "")]),
            ("", [*runs, (f" {unit}", "") if "strong" in runs[0][1] else ("", "")]),
        ):
            lines = break_runs(content, SMALL, SIDE_WIDTH, role)
            shapes += labels(SIDE, y, lines, SMALL, leading=LEADING - 0.5, role=role)
            y += (LEADING - 0.5) * len(lines)
        y += 5
    return shapes, y
