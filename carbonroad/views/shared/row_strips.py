"""The strip of a row: a small time axis shared by a whole table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from carbonroad.base.texts.textwidth import width
from carbonroad.base.times.periods import Period
from carbonroad.compute.facts import Facts
from carbonroad.link.system import Item, System
from carbonroad.scene.glyphs import diamond
from carbonroad.scene.scales import Axis, Span, time_axis
from carbonroad.scene.shapes import Group, Label, Line, Path, Rect, Scene, Shape
from carbonroad.views.shared.glyphs import strip_glyph

_MARGIN, _SIZE, _NUMBER = 11.0, 12.0, 17.0
_BAND = 24.0
_STEPS = (1, 5, 10, 25, 50, 100)


@dataclass(frozen=True)
class Strips:
    """Draws strips on one axis, `wide` and `high` in pixels."""

    facts: Facts
    axis: Axis
    wide: float
    high: float

    @cached_property
    def ground(self) -> tuple[Shape, ...]:
        """What lies behind every strip: the dense phase, the years, the data date."""
        shapes: list[Shape] = []
        if self.axis.dense is not None:
            dense = next(s for s in self.axis.stretches if s.span == self.axis.dense)
            shapes.append(
                Rect(round(dense.left, 1), 0, round(dense.right - dense.left, 1), self.high, "dense")
            )
        lines = "".join(f"M{x:.1f} 0V{self.high:g}" for x, _, _ in _years(self.axis))
        if lines:
            shapes.append(Path(lines, "strip-grid"))
        today = round(self.axis.begin(self.facts.system.as_of), 1)
        shapes.append(Line(today, 0, today, self.high, "today"))
        return (Group(tuple(shapes), "strip-ground"),)

    def strip(self, glyphs: Iterable[Group | None]) -> Scene:
        """Return a strip with these glyphs on it."""
        drawn = (*self.ground, *(glyph for glyph in glyphs if glyph is not None))
        return Scene(self.wide, self.high, "px", "", "", drawn, "strip")

    def glyph(self, item: Item, tone: str, y: float | None = None) -> Group | None:
        """Return an item's glyph on the axis; a work without a deadline stands on its computed days."""
        due = self.facts.due[item.ref]
        activity = self.facts.schedule.activities.get(item.ref)
        if due.latest is None and item.deadline is None and activity is not None:
            due = due._replace(first=activity.early_start, latest=activity.early_finish)
        return strip_glyph(item, due, self.axis, self.high / 2 if y is None else y, tone)

    def ghost(self, first: date | None, latest: date | None, *, bar: bool) -> Group | None:
        """Return the hollow mark of an old place; None where there was no day."""
        day, y = latest or first, self.high / 2
        if day is None:
            return None
        if bar and first is not None and latest is not None:
            left, right = self.axis.begin(first), self.axis.end(latest)
            return Group((Rect(left, y - 3.5, max(4.0, right - left), 7, "ghost"),))
        return Group((diamond(self.axis.end(day) - 6.5, y, 5, "ghost"),))

    def head(self, phases: Sequence[tuple[Period, str]] = ()) -> Scene:
        """Return the years as the heading of a column of strips, below a band with the phases' names."""
        top = _BAND if phases else 0.0
        found = [*self._band(phases)]
        reached = float("-inf")
        for _, x, year in _years(self.axis):
            if x - reached >= _NUMBER:
                found.append(Label(x, top + 13, ((f"{year % 100:02}", ""),), _SIZE, "tick", "middle"))
                reached = x
        return Scene(self.wide, top + 18, "px", "", "", tuple(found), "strip-head")

    def _band(self, phases: Sequence[tuple[Period, str]]) -> Iterator[Shape]:
        """A field for each phase, with its name where there is room."""
        today = self.facts.system.as_of
        for years, name in phases:
            left, right = self.axis.begin(years.first), self.axis.end(years.last)
            if right - left < 2:
                continue
            dense = years.first <= today <= years.last
            role = "dense" if dense else "phase-field"
            yield Rect(round(left, 1), 0, round(right - left - 1, 1), _BAND - 4, role)
            if width(name, _SIZE) <= right - left - 4:
                yield Label(round((left + right) / 2, 1), 14, ((name, ""),), _SIZE, "tick", "middle")


def make_strips(  # the roadmap, what stands on it, its size
    system: System,
    facts: Facts,
    items: Iterable[Item],
    wide: float,
    high: float,
    earlier: Iterable[date] = (),
) -> Strips:
    """Return strips on which every one of the items has its place, and the `earlier` days too."""
    days: set[date] = set()
    for item in items:
        due = facts.due[item.ref]
        activity = facts.schedule.activities.get(item.ref)
        days.update(day for day in (due.first, due.latest, due.expected) if day is not None)
        if activity is not None:
            days.update(d for d in (activity.early_start, activity.early_finish) if d is not None)
        if item.deadline is not None:
            days.update(period.last for period in item.deadline.instances)
    days.update(earlier)
    spans = [Span(p.years.first, p.years.last, p.zoom) for p in system.phases]
    midnights = sorted(day.toordinal() for day in days)
    axis = time_axis(spans, midnights, system.as_of, _MARGIN, wide - _MARGIN)
    return Strips(facts, axis, wide, high)


def _years(axis: Axis) -> Iterator[tuple[float, float, int]]:
    """Yield (end of a year, where its number stands, year): every year where there is room, else fewer."""
    for stretch in axis.stretches:
        last = date.fromordinal(stretch.end - 1).year
        first = date.fromordinal(stretch.start).year
        step = next((n for n in _STEPS if n * stretch.per_year >= _NUMBER), last - first + 1)
        for year in range(first + step - 1, last + 1, step) if step < 5 else _rounded(first, last, step):
            end = axis.end(date(year, 12, 31))
            yield end, end - stretch.per_year * step / 2 if step == 1 else min(end, axis.right - 4), year


def _rounded(first: int, last: int, step: int) -> list[int]:
    """The years that end a step, and the last one in any case."""
    years = [year for year in range(first, last) if year % step == 0 and last - year >= step]
    return [*years, last]
