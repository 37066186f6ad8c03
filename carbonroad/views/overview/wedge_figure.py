"""The picture of the wedges: who takes how much off the sum of all fields, each named beside its wedge."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from carbonroad.compute.pathways.balance import Balance
from carbonroad.compute.pathways.contributions import Contributions
from carbonroad.scene.labels import Run, break_runs, labels, run_width
from carbonroad.scene.shapes import Circle, Label, Line, Polyline, Scene, Shape
from carbonroad.views.overview.column import Entry, height_of, stand
from carbonroad.views.overview.contribution_table import counted
from carbonroad.views.overview.figures import Figures
from carbonroad.views.overview.wedge_plot import WIDE, WORDY, Frame, Plot, column, diamond, fitted, scale
from carbonroad.views.overview.wedges import Wedge, Wedges
from carbonroad.views.shared.units import digits
from carbonroad.views.shared.words import Words

_BELOW = 28.0
_TALL = 600.0
_TITLE, _LEADING = 1.36, 1.32
"""The size of the title and the height of a line, in sizes of the text."""


_Lines = tuple[tuple[Run, ...], ...]


class Picture:
    """Draws the wedges of one balance."""

    def __init__(self, words: Words, balance: Balance, found: Contributions, wedges: Wedges) -> None:
        self.words = words
        self.balance = balance
        self.found = found
        self.wedges = wedges
        size = max(abs(value) for line in (wedges.before, wedges.total) for value in line.values)
        self.figures = Figures(words, balance, size)
        self._titles = {part.id: words.text(part.title) for part in words.system.industries}

    def wide(self, title: str, summary: str) -> Scene:
        """Return the picture for a page, with more room for the names if they need it."""
        usual = self.scene(WIDE, title, summary)
        return usual if usual.height <= _TALL else self.scene(WORDY, title, summary)

    def scene(self, frame: Frame, title: str, summary: str) -> Scene:
        """Return the picture in a frame, under a title that says what it shows."""
        entries = sorted(self._entries(frame), key=lambda one: -one[0])
        times = float(self.figures.times)
        steps, low, high = scale([float(level) for level in self._levels()], times)
        leading = frame.size * _LEADING
        head, top = self._head(frame, title, low * times)
        lines = [Entry(0, one) for _, one in entries]
        height = max(frame.height, height_of(lines, leading) + 8)
        years = (self.wedges.total.years[0], self.wedges.step.year)
        frame = fitted(frame, lines, steps)
        plot = Plot(frame, *years, low, high, top, height)
        placed = [Entry(plot.y(level), one) for level, one in entries]
        tops = stand(placed, leading, top - 8, top + height + 8)
        shapes = (
            *head,
            *self._grid(plot, steps),
            *self._areas(plot),
            *self._lines(plot),
            *column(plot, placed, tops, leading),
        )
        return Scene(frame.width, top + height + _BELOW, "px", title, summary, shapes, "wedges")

    def _head(self, frame: Frame, title: str, begins: float) -> tuple[list[Label], float]:
        """The finding, below it what the numbers beside the wedges are, and the height where they end."""
        w, step = self.words.w, self.wedges.step
        size, room = frame.size * _TITLE, frame.width - 4
        unit = self.figures.unit or w("Emissions")
        under = (
            w(
                "{unit}: difference to current policy in {year}, and its part of the whole difference",
                unit=unit,
                year=step.year,
            )
            if self.found.against == "reference"
            else w(
                "{unit}: change from {first} to {year}, and its part of the whole change",
                unit=unit,
                first=step.first,
                year=step.year,
            )
        )
        if begins > 0:
            under = w("{said}. The axis begins at {n}, not at 0.", said=under, n=digits(begins))
        shown = labels(
            2,
            size,
            break_runs([(title, "strong")], size, room, "strong"),
            size,
            leading=size * _LEADING,
            role="strong",
        )
        y = shown[-1].y + frame.size * 1.5
        shown += labels(
            2, y, break_runs([(under, "muted")], frame.size, room), frame.size, leading=frame.size * _LEADING
        )
        return shown, shown[-1].y + frame.size * 1.6

    def _levels(self) -> Iterator[Fraction]:
        wedges = self.wedges
        for line in (wedges.before, wedges.low, wedges.high):
            yield from line.values
        for wedge in wedges.wedges:
            yield from (level for _, level in (*wedge.upper, *wedge.lower))
        for _, points in self._top():
            yield from (level for _, level in points)

    def _grid(self, plot: Plot, steps: Sequence[float]) -> Iterator[Shape]:
        frame = plot.frame
        size = frame.size - 1
        for step in steps:
            y = plot.y(step / float(self.figures.times))
            yield Line(frame.left, y, frame.right, y, "zero" if step == 0 else "grid")
            yield Label(frame.left - 6, y + 4, ((digits(step), ""),), size, "tick", "end")
        for year in self._years(plot, size):
            x = plot.x(year)
            yield Line(x, plot.top, x, plot.top + plot.height, "grid")
            yield Label(x, plot.top + plot.height + 18, ((str(year), ""),), size, "tick", "middle")

    def _years(self, plot: Plot, size: float) -> list[int]:
        """The years that are named: both ends, those of the steps, then round ones where there is room."""
        wedges = self.wedges
        telling = (plot.last, wedges.before.years[0], plot.first, *reversed(wedges.marks))
        years = range(plot.first, plot.last + 1)
        room = run_width("2030", size) + 14
        each = plot.x(years[0] + 1) - plot.x(years[0]) >= room
        round_ = [year for size in (10, 5) for year in years if year % size == 0]
        wanted = (*telling, *round_, *(years if each else ()))
        found: list[int] = []
        for year in wanted:
            if all(abs(plot.x(year) - plot.x(other)) >= room for other in found):
                found.append(year)
        return found

    def _areas(self, plot: Plot) -> Iterator[Shape]:
        """What is left, then the wedges, the largest one darker than the others, which take turns."""
        wedges = self.wedges
        below = [one for one in wedges.wedges if one.main and one.change <= 0]
        edge = (
            below[-1].lower if below else tuple(zip(wedges.before.years, wedges.before.values, strict=True))
        )
        start = wedges.before.years[0]
        history = [
            (year, level)
            for year, level in zip(wedges.total.years, wedges.total.values, strict=True)
            if year < start
        ]
        if plot.low <= 0:  # an area shows a size only where it begins at zero
            floor = plot.y(0)
            left = plot.run([*history, *edge])
            yield Polyline((*left, (left[-1][0], floor), (left[0][0], floor)), "left", closed=True)
        for place, wedge in enumerate(wedges.wedges):
            points = (*plot.run(wedge.upper), *reversed(plot.run(wedge.lower)))
            yield Polyline(points, _look(wedge, place, wedges.step.leader), closed=True)

    def _lines(self, plot: Plot) -> Iterator[Shape]:
        wedges = self.wedges
        years, values = wedges.total
        if wedges.low.values != wedges.high.values:
            band = (
                *plot.run(zip(*wedges.high, strict=True)),
                *reversed(plot.run(zip(*wedges.low, strict=True))),
            )
            yield Polyline(band, "band", closed=True)
        yield Polyline(plot.run(zip(*wedges.before, strict=True)), "before")
        pairs = tuple(zip(years, values, strict=True))
        measured = [pair for pair in pairs if pair[0] <= wedges.measured_until]
        planned = [pair for pair in pairs if pair[0] >= wedges.measured_until]
        if len(planned) > 1:
            yield Polyline(plot.run(planned), "series series-target")
        if len(measured) > 1:
            yield Polyline(plot.run(measured), "series series-actual")
        for role, points in self._top():
            run = plot.run(points)
            if len(run) > 1:
                yield Polyline(run, f"top top-{role}")
            yield from (diamond(x, y, f"top-point top-{role}") for x, y in run)
        known = dict(pairs)
        for year in wedges.marks:
            if year in known:
                yield Circle(plot.x(year), plot.y(known[year]), 4, "point-target")
        if wedges.measured_until in known:
            x, y = plot.x(wedges.measured_until), plot.y(known[wedges.measured_until])
            yield Circle(x, y, 3.4, "point-actual")

    def _top(self) -> Iterator[tuple[str, list[tuple[int, Fraction]]]]:
        """The top file's own line: measured, and aimed at, within the years of the picture."""
        top, years = self.balance.top, self.wedges.total.years
        if top is None:
            return
        for role, line in (("actual", top.actual), ("target", top.target)):
            points = [(y, v) for y, v in zip(*line, strict=True) if years[0] <= y <= self.wedges.step.year]
            if points:
                yield role, points

    def _entries(self, frame: Frame) -> Iterator[tuple[Fraction, _Lines]]:
        """What stands in the column: a level and its lines each."""
        w, wedges, figures = self.words.w, self.wedges, self.figures
        step = wedges.step
        room = frame.width - frame.beside - 2

        def lines(*runs: Run) -> _Lines:
            return tuple(break_runs(runs, frame.size, room))

        before = (
            w("level of {year}", year=step.first) if self.found.against == "measured" else w("current policy")
        )
        said = f"{figures.amount(step.whole.before)}"
        yield wedges.before.values[-1], lines((before, "muted"), (w(": "), "muted"), (said, "strong"))
        parts = {part.industry: part for part in step.parts}
        for wedge in wedges.wedges:
            if not wedge.main:
                continue
            part = parts.get(wedge.industry)
            name = self._titles.get(wedge.industry, "") or w("{n} other fields", n=wedge.fields)
            change = figures.signed(wedge.change) if part is None else figures.change(part.change)
            whole = step.whole.change
            share = figures.percent(wedge.change / whole.middle * 100 if whole.middle else None)
            told = "" if whole.open or not whole.middle else f" ({share})"
            look = "strong number-rise" if wedge.change > 0 else "strong number-target"
            yield (
                wedge.middle,
                lines((f"{name}  ", "strong"), (change, look), (told, "muted whole")),
            )
        total = figures.amount(step.whole.after)
        together = counted(self.words, step)
        yield (
            wedges.total.values[-1],
            lines((together, "number-target"), (w(": "), "number-target"), (total, "strong number-target")),
        )
        yield from self._top_entry(lines)

    def _top_entry(self, lines: Callable[..., _Lines]) -> Iterator[tuple[Fraction, _Lines]]:
        w, wedges = self.words.w, self.wedges
        for role, points in self._top():
            year, level = points[-1]
            if role == "target" and year == wedges.step.year:
                said = w("the “1”")
                yield level, lines((said, ""), (w(": "), ""), (self.figures.plain(level), "strong"))


def _look(wedge: Wedge, place: int, leader: str) -> str:
    if wedge.change > 0 or not wedge.main:
        return "wedge wedge-rise"
    if leader and wedge.industry == leader:
        return "wedge wedge-lead"
    return f"wedge wedge-{place % 2}"
