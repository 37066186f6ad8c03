"""The emissions pathway: actual, target and reference over the years, and the gap between the last two."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from carbonroad.model.items import Pathway
from carbonroad.scene.boxes import Box, circle_box
from carbonroad.scene.labels import break_runs, labels, run_width
from carbonroad.scene.placing import BESIDE, Place, Placer
from carbonroad.scene.scales import Axis
from carbonroad.scene.shapes import Circle, Group, Label, Line, Polyline, Shape
from carbonroad.scene.steps import scale_steps
from carbonroad.views.roadmap.frame import (
    LEADING,
    LEFT,
    RIGHT,
    SIDE,
    SIDE_WIDTH,
    SMALL,
    TEXT,
    WIDTH,
    Band,
    heading,
    year_end,
)
from carbonroad.views.roadmap.gaps import gap_of, gap_words
from carbonroad.views.roadmap.ghost_pathway import AROUND, earlier_pathway, ghost_curve, ghost_numbers
from carbonroad.views.roadmap.ranges import asked_words, reaches
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.shared.units import digits

_HEIGHT = 190.0
_LARGE = 18.0
_Scale = Callable[[float], float]
_BRACKET: tuple[Place, ...] = ((-6, 4, "end"), (-6, -9, "end"), (-6, 17, "end"), *BESIDE)


def has_pathway(pathway: Pathway | None) -> bool:
    """Whether there is anything to draw."""
    return pathway is not None and bool(pathway.actual or pathway.target or pathway.reference)


def pathway_band(subject: Subject, axis: Axis) -> Band:
    """Return the band; one line that says so for a part without a pathway."""
    pathway = subject.source.pathway if subject.source is not None else None
    if pathway is None or not has_pathway(pathway):
        words = subject.w("No emissions pathway is stated, so none is drawn.")
        line = Label(LEFT + 8, 17, ((words, ""),), SMALL, "muted")
        return Band((), (line, Line(0, 28, WIDTH, 28, "lane-line")), 28)
    unit = subject.unit(pathway.unit, stated=True)
    unit = unit if not pathway.gas or pathway.gas in unit else f"{pathway.gas} · {unit}"
    remarks = [unit, subject.text(pathway.scope)] if pathway.scope else [unit]
    head, head_bottom = heading(subject.w("Emissions pathway"), remarks, 4, 104)
    side, side_bottom = _side(subject, pathway, 4)
    chart = _chart(subject, axis, (pathway, earlier_pathway(subject, pathway)), 10)
    bottom = max(head_bottom, side_bottom, 10 + _HEIGHT) + 8
    return Band((), (*head, *side, *chart, Line(0, bottom, WIDTH, bottom, "lane-line")), bottom)


def _chart(
    subject: Subject, axis: Axis, both: tuple[Pathway, dict[str, list[tuple[int, float]]]], top: float
) -> list[Shape]:
    pathway, before = both
    values = [v for series in (pathway.actual, pathway.target, pathway.reference) for _, v in series]
    values += [end for one in pathway.asked for end in (one.low, one.high)]
    values += (v for series in before.values() for _, v in series)
    steps = scale_steps(min(0.0, *values), max(0.0, *values), 5)
    low, high = steps[0], steps[-1]

    def at(value: float) -> float:
        return top + _HEIGHT - 6 - (value - low) / (high - low) * (_HEIGHT - 18)

    shapes: list[Shape] = []
    for step in steps:
        y = at(step)
        shapes.append(Line(LEFT, y, RIGHT, y, "zero" if step == 0 else "grid"))
        shapes.append(Label(LEFT - 6, y + 4, ((digits(step), ""),), SMALL, "tick", "end"))
    shapes += reaches(pathway, lambda series: _line(axis, series, at))
    placer = Placer(Box(LEFT + 2, top - 8, RIGHT + 22, top + _HEIGHT + 6))
    for curve in _curves(axis, pathway, at):
        if isinstance(curve, Polyline):
            placer.keep_off(curve.points)
        elif isinstance(curve, Circle):
            placer.take(circle_box(curve))
        shapes.append(curve)
    for series in before.values():
        for ghost in ghost_curve(_line(axis, series, at), _points(axis, series, at)):
            if isinstance(ghost, Circle):
                placer.take(circle_box(ghost))
            shapes.append(ghost)
    shapes += _numbers(subject, axis, pathway, at, placer)
    return [*shapes, *ghost_numbers(before, lambda year, value: (axis.at(year_end(year)), at(value)), placer)]


def _points(axis: Axis, series: Sequence[tuple[int, float]], at: _Scale) -> list[tuple[float, float]]:
    return [(axis.at(year_end(year)), at(value)) for year, value in sorted(series)]


def _line(axis: Axis, series: Iterable[tuple[int, float]], at: _Scale) -> list[tuple[float, float]]:
    """The line through a series: even in time, as the sums count it, so it bends where phases meet."""
    stated = axis.path((year_end(year), value) for year, value in series)
    return [(x, at(value)) for x, value in stated]


def _curves(axis: Axis, pathway: Pathway, at: _Scale) -> Iterator[Shape]:
    """The three series; what leads from the last actual to the first target is stated by nobody."""
    actual, target, reference = map(sorted, (pathway.actual, pathway.target, pathway.reference))
    for name, series in (("reference", reference), ("target", target), ("actual", actual)):
        if len(series) > 1:
            yield Polyline(tuple(_line(axis, series, at)), f"series series-{name}")
    if actual and target and actual[-1][0] < target[0][0]:
        yield Polyline(tuple(_line(axis, (actual[-1], target[0]), at)), "series joint")
    for name, series, r in (("reference", reference, 2.4), ("target", target, 4.0), ("actual", actual, 2.4)):
        if name != "reference" or len(series) == 1:
            yield from (Circle(x, y, r, f"point point-{name}") for x, y in _points(axis, series, at))


def _numbers(subject: Subject, axis: Axis, pathway: Pathway, at: _Scale, placer: Placer) -> list[Shape]:
    """The gap's bracket, every target's number, and of the other series the first, greatest and last.

    Each series is named at one of them. What finds no room stands in the table, which has all.
    """
    shapes: list[Shape] = []
    gap = gap_of(subject, pathway)
    if gap is not None:
        x, one, two = axis.at(year_end(gap.year)) - 9, at(gap.target), at(gap.reference)
        bracket = ((x + 4, two), (x, two), (x, one), (x + 4, one))
        shapes.append(Polyline(bracket, "gap"))
        placer.keep_off(bracket)
        words = subject.w("gap {n}", n=gap_words(subject, gap))
        label = placer.place(x, (one + two) / 2, [(words, "")], TEXT, "gap-label strong", _BRACKET)
        shapes += [label] if label is not None else []
    for name, series in (
        ("target", pathway.target),
        ("actual", pathway.actual),
        ("reference", pathway.reference),
    ):
        ordered = sorted(series)
        named = False
        for year, value in _told(name, ordered):
            x, y = axis.at(year_end(year)), at(value)
            said = asked_words(subject, pathway, name, year, value)
            plain = f"{year}: {said}" if name != "reference" else said
            full = f"{subject.w(name)} {year}: {said}"
            for words in (plain,) if named else (full, plain):
                label = placer.place(x, y, [(words, "")], SMALL, f"number number-{name}", AROUND)
                if label is not None:
                    shapes.append(label)
                    named = named or words == full
                    break
    return [Group(tuple(shapes), "numbers")] if shapes else []


def _told(name: str, ordered: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """The points of a series that get a number, the most telling first."""
    if not ordered:
        return []
    first = [ordered[-1], ordered[0], max(ordered, key=lambda point: point[1])]
    return list(dict.fromkeys([ordered[0], ordered[-1], *ordered] if name == "target" else first))


def _side(subject: Subject, pathway: Pathway, top: float) -> tuple[list[Shape], float]:
    """The latest actual, the next target and the gap: what, and below it the number at large."""
    unit = subject.unit(pathway.unit, stated=True)
    shapes: list[Shape] = []
    y = top + 14
    for what, words, role in _results(subject, pathway):
        lines = break_runs([(what, "")], SMALL, SIDE_WIDTH, "muted")
        shapes += labels(SIDE, y, lines, SMALL, leading=LEADING - 0.5, role="muted")
        y += (LEADING - 0.5) * len(lines) + 10
        shapes.append(Label(SIDE, y, ((words, ""),), _LARGE, role))
        beside = SIDE + run_width(words, _LARGE, role) + 5
        if unit and beside + run_width(unit, SMALL) <= SIDE + SIDE_WIDTH:
            shapes.append(Label(beside, y, ((unit, ""),), SMALL, "muted"))
        elif unit:
            below = break_runs([(unit, "")], SMALL, SIDE_WIDTH, "muted")
            y += LEADING + 4
            shapes += labels(SIDE, y, below, SMALL, leading=LEADING, role="muted")
            y += LEADING * (len(below) - 1)
        y += 24
    return shapes, y - 18


def _results(subject: Subject, pathway: Pathway) -> Iterator[tuple[str, str, str]]:
    """What stands at the right: (what, number, role) each."""
    if pathway.actual:
        year, value = max(pathway.actual)
        yield subject.w("{year} actual", year=year), digits(value), "strong number-actual"
    ahead = (
        sorted(p for p in pathway.target if p[0] >= subject.system.as_of.year) or sorted(pathway.target)[-1:]
    )
    gap = gap_of(subject, pathway)
    if gap is not None:
        said = asked_words(subject, pathway, "target", gap.year, gap.target)
        yield subject.w("{year} target", year=gap.year), said, "strong number-target"
        words = subject.w("{year} gap to current policy", year=gap.year)
        yield words, gap_words(subject, gap), "strong gap-label"
    elif ahead:
        year, value = ahead[0]
        said = asked_words(subject, pathway, "target", year, value)
        yield subject.w("{year} target", year=year), said, "strong number-target"
