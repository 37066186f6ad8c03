"""Where the picture of the wedges puts years, levels and labels."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import fsum

from carbonroad.base.record import NamedTuple
from carbonroad.scene.labels import labels, run_width
from carbonroad.scene.shapes import Group, Polyline, Shape
from carbonroad.scene.steps import scale_steps
from carbonroad.views.overview.column import Entry
from carbonroad.views.overview.wedges import Point
from carbonroad.views.shared.units import digits

_THIN, _FILLED = 0.25, 0.4
"""An axis does not begin at zero where all levels are in so small an upper part of it. They fill so much
then: a fall that reached the foot of the picture would look like a fall to nothing."""


class Frame(NamedTuple):
    """How large the picture is: the plot from `left` to `right`, then the column of labels to `width`."""

    width: float
    left: float
    right: float
    beside: float
    height: float
    size: float


WIDE = Frame(1080, 44, 800, 826, 350, 14)
WORDY = Frame(1080, 44, 600, 626, 350, 14)
"""For long names: as wide, with less room for the plot."""
NARROW = Frame(346, 32, 166, 180, 300, 12.5)


class Plot(NamedTuple):
    """Where years and levels lie."""

    frame: Frame
    first: int
    last: int
    low: float
    high: float
    top: float
    height: float

    def x(self, year: Fraction | int) -> float:
        """Return where a year stands."""
        part = float(year - self.first) / max(1, self.last - self.first)
        return self.frame.left + part * (self.frame.right - self.frame.left)

    def y(self, level: Fraction | float) -> float:
        """Return where a level stands."""
        return self.top + (1 - (float(level) - self.low) / (self.high - self.low)) * self.height

    def run(self, points: Iterable[Point | tuple[int, Fraction]]) -> tuple[tuple[float, float], ...]:
        """Return a line through years and levels."""
        return tuple((self.x(year), self.y(level)) for year, level in points)


def scale(levels: Sequence[float], times: float) -> tuple[list[float], float, float]:
    """Return the steps of the axis, and the lowest and the highest level that is drawn.

    The axis begins at zero, except where the wedges would be too thin to read.

    Args:
        levels: All that the picture shows.
        times: What a level is multiplied by to be a step as it is written.
    """
    low, high = min(levels), max(levels)
    thin = low < high and high - low < _THIN * high
    base, top = high - (high - low) / _FILLED if thin else min(0.0, low), max(0.0, high)
    margin = (top - base) * 0.03
    steps = scale_steps(base * times, top * times, 5)
    if base > 0:
        base = steps[0] / times
    elif base < 0:
        base -= margin
    top += margin if top > 0 else 0
    kept = [step for step in steps if base <= step / times <= top]
    return kept, base, top


def fitted(frame: Frame, entries: Sequence[Entry], steps: Sequence[float]) -> Frame:
    """Return the frame with the room that the numbers at its left need, and none to spare at its right."""
    ticks = max(run_width(digits(step), frame.size - 1) for step in steps)
    lines = (line for entry in entries for line in entry.lines)
    widest = max(fsum(run_width(text, frame.size, role) for text, role in line) for line in lines)
    room = frame.width - frame.beside - 2 - widest
    return frame._replace(
        left=max(frame.left, ticks + 10), right=frame.right + room, beside=frame.beside + room
    )


def diamond(x: float, y: float, role: str) -> Polyline:
    """Return the mark of the top file's own numbers."""
    return Polyline(((x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)), role, closed=True)


def column(plot: Plot, entries: Sequence[Entry], tops: Sequence[float], leading: float) -> Iterator[Shape]:
    """The labels, each with a line from its place."""
    frame = plot.frame
    for entry, top in zip(entries, tops, strict=True):
        middle = top + len(entry.lines) * leading / 2
        elbow = frame.right + (frame.beside - frame.right) / 2
        path = ((frame.right + 6, entry.at), (elbow, middle), (frame.beside - 4, middle))
        shapes: list[Shape] = [Polyline(path, "leader")]
        shapes += labels(frame.beside, top + leading * 0.77, entry.lines, frame.size, leading=leading)
        yield Group(tuple(shapes))
