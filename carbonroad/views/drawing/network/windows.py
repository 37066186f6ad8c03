"""Windows: works between two stated days, never arrows; and the boxes of what has no date."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carbonroad.scene.shapes import Anchor, Group, Label, Line, Polyline, Rect, Shape, text
from carbonroad.views.drawing.dependencies.attached import attach, draw_attached
from carbonroad.views.drawing.dependencies.connectors import Connector
from carbonroad.views.drawing.dependencies.ports import Port
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.network.axis import Axis
from carbonroad.views.drawing.network.blocks import Block
from carbonroad.views.drawing.paper.marks import gate_glyph, status_mark
from carbonroad.views.drawing.paper.sheet import RIGHT
from carbonroad.views.drawing.paper.text import Runs, backed, break_lines, measure, measure_runs
from carbonroad.wording import Wording

BAR = 3.2
NAME, SMALL = 2.6, 2.25
OPEN = 62.0
"""Length of a bar whose start is not stated; it means nothing, and the note says so."""
_STEPS = 8
_UNDER = 4.05
_SHORT = 5.5
"""A bar no longer than this has its status mark beside it."""
_PITCH = 2.85


@dataclass(frozen=True, slots=True)
class _Window:
    """A window before it has a height on the sheet.

    Attributes:
        x0: Left end of the bar.
        x1: Right end of the bar.
        tip: Right end with a status mark beside a short bar.
        lines: Of the label above.
        label_x: Where they begin, or end.
        at_end: Whether they end there.
        remark: Below the bar.
        under: Where it begins, or ends.
        under_end: Whether it ends there.
    """

    entry: Entry
    x0: float
    x1: float
    tip: float
    lines: list[Runs]
    label_x: float
    at_end: bool
    remark: str
    under: float
    under_end: bool

    @property
    def middle(self) -> float:
        """Where connectors join the bar."""
        return (self.x0 + self.x1) / 2 if self.x1 - self.x0 < 12 else self.x1 - 4.0

    @property
    def extent(self) -> tuple[float, float]:
        """Left and right end of bar and words."""
        wide = max(measure_runs(runs, NAME) for runs in self.lines)
        below = measure(self.remark, SMALL)
        left = self.label_x - wide if self.at_end else self.label_x
        right = self.label_x if self.at_end else self.label_x + wide
        under = (self.under - below, self.under) if self.under_end else (self.under, self.under + below)
        return min(left, self.x0, under[0]), max(right, self.tip, under[1])

    @property
    def up(self) -> float:
        """Height above the bar's middle."""
        return BAR / 2 + 0.75 + len(self.lines) * _PITCH


def _window(entry: Entry, axis: Axis, w: Wording) -> _Window:
    x0, x1 = _ends(entry, axis)
    at_end, lines = _label(entry, axis, x0, x1)
    label_x = x1 - 0.3 if at_end else _label_start(entry, axis, x0)
    remark = w("duration not stated")
    under_end = at_end and label_x - measure(remark, SMALL) > axis.left + 0.4
    under = label_x if under_end or not at_end else axis.left + 0.5
    return _Window(entry, x0, x1, _tip(entry, x0, x1), lines, label_x, at_end, remark, under, under_end)


def window_block(
    entry: Entry,
    axis: Axis,
    connectors: Sequence[Connector],
    w: Wording,
    *,
    reserve: float,
    row_free: bool,
    order: tuple[float, ...],
) -> Block:
    """Return a window as a block: its bar in the middle, id and title above, a remark below."""
    window = _window(entry, axis, w)
    left, right = window.extent
    attached = attach(
        connectors,
        left=left,
        middle=window.middle,
        right=max(window.tip, reserve if row_free else window.tip),
        label_down=_UNDER + 0.7,
        row_free=row_free,
        bound=axis.left,
    )

    def draw(y: float, numbers: Mapping[str, int]) -> list[Shape]:
        del numbers
        links = draw_attached(attached, y, middle=window.middle, row_right=window.tip, below=BAR / 2)
        return [*links, _drawn(window, axis, y, w)]

    return Block(
        refs=(entry.ref,),
        x0=min(attached.x0, left),
        x1=max(attached.x1, right, reserve),
        up=window.up,
        down=attached.down,
        order=order,
        ports={entry.ref: Port(window.x0, window.x1, window.tip)},
        draw=draw,
    )


def _drawn(window: _Window, axis: Axis, y: float, w: Wording) -> Group:
    entry = window.entry
    ground = "ground" if axis.column(window.label_x).name == "phase" else "ground-tint"
    anchor: Anchor = "end" if window.at_end else "start"
    off = "off" if entry.void else ""
    labels = [
        Label(window.label_x, y - BAR / 2 - 0.85 - n * _PITCH, runs, NAME, off, anchor)
        for n, runs in enumerate(reversed(window.lines))
    ]
    below: Anchor = "end" if window.under_end else "start"
    labels.append(Label(window.under, y + _UNDER, ((window.remark, ""),), SMALL, "second", below))
    shapes = [*_bar(entry, axis, window.x0, window.x1, y, w), *backed(labels, ground)]
    return Group(tuple(shapes), "item", entry.ref, f"{entry.no} {entry.title} {entry.worded}")


def window_ends(entry: Entry, axis: Axis) -> tuple[float, float, float]:
    """Return where links meet a window: its start, its end, and the right edge with its status mark."""
    x0, x1 = _ends(entry, axis)
    return x0, x1, _tip(entry, x0, x1)


def _tip(entry: Entry, x0: float, x1: float) -> float:
    return x1 if entry.first is None or entry.latest is None or x1 - x0 > _SHORT else x1 + 4.0


def _ends(entry: Entry, axis: Axis) -> tuple[float, float]:
    if entry.latest is None:
        assert entry.first is not None  # noqa: S101  # else it is undated
        x0 = axis.start(entry.first)
        return x0, min(x0 + OPEN, RIGHT - 1.0)
    x1 = axis.end(entry.latest)
    if entry.first is None:
        return max(axis.column(x1).x0, axis.left, x1 - OPEN), x1
    return axis.start(entry.first), max(x1, axis.start(entry.first) + 1.0)


def _label_start(entry: Entry, axis: Axis, x0: float) -> float:
    """A bar that crosses into the phase has its label there."""
    crossing = (
        entry.latest is not None and x0 < axis.phase.x0 - 0.01 and axis.end(entry.latest) > axis.phase.x0 + 30
    )
    return (axis.phase.x0 if crossing else x0) + 0.5


def _label(entry: Entry, axis: Axis, x0: float, x1: float) -> tuple[bool, list[Runs]]:
    """Whether the label ends at the bar's end, and its lines."""
    runs: Runs = ((entry.no, "b"), (f"  {entry.title}{entry.notes}", ""))
    wide = measure_runs(runs, NAME)
    start = _label_start(entry, axis, x0)
    if entry.first is not None and wide <= x1 - start:
        return False, [runs]
    room_end, room_start = x1 - 0.3 - axis.left - 0.5, RIGHT - 1.0 - start
    at_end = room_end >= min(wide, 60.0) and entry.latest is not None
    room = min(118.0, room_end if at_end else room_start)
    if wide <= room:
        return at_end, [runs]
    number = measure(entry.no, NAME, True) + 1.6
    words = f"{entry.title}{entry.notes}"
    if number > room * 0.6:
        return at_end, [((entry.no, "b"),), *(((part, ""),) for part in break_lines(words, NAME, room))]
    parts = break_lines(words, NAME, room - number)
    return at_end, [((entry.no, "b"), (f"  {parts[0]}", "")), *(((part, ""),) for part in parts[1:])]


def _bar(entry: Entry, axis: Axis, x0: float, x1: float, y: float, w: Wording) -> list[Shape]:
    up, down = y - BAR / 2, y + BAR / 2
    off = " off" if entry.void else ""
    if entry.first is not None and entry.latest is not None:
        shapes: list[Shape] = [Rect(x0, up, x1 - x0, BAR, "window" + off)]
        for left, right in ((axis.early, axis.phase), (axis.phase, axis.late)):
            if x0 < left.x1 - 0.01 and x1 > right.x0 + 0.01:
                shapes += cut((left.x1 + right.x0) / 2, y)
        return [*shapes, *status_mark(x1 - 2.3 if x1 - x0 > _SHORT else x1 + 2.2, y, entry.mark)]
    open_left = entry.first is None
    shapes = _fading(x0, x1, up, down, open_left=open_left)
    remark = w("start not stated") if open_left else w("end not stated")
    wide = measure(remark, SMALL)
    at = x1 - 1.2 if open_left else x0 + 1.2
    fits = x1 - x0 > wide + 8
    if fits:
        shapes.append(text(at, y + 0.8, remark, SMALL, "second slanted", "end" if open_left else "start"))
    gap = wide + 3.4 if fits else 2.3
    return [*shapes, *status_mark(x1 - gap if open_left else x0 + gap, y, entry.mark)]


def _fading(x0: float, x1: float, up: float, down: float, *, open_left: bool) -> list[Shape]:
    """A bar whose open side fades, in steps: a file of its own carries no gradients."""
    step = (x1 - x0) * 0.75 / _STEPS
    shapes: list[Shape] = []
    for n in range(_STEPS):
        at = x0 + n * step if open_left else x1 - (n + 1) * step
        shapes.append(Rect(at, up, step, down - up, f"window-fill fade{n}"))
        shapes += [Line(at, edge, at + step, edge, f"window-edge fade{n}") for edge in (up, down)]
    solid = (x0 + _STEPS * step, x1) if open_left else (x0, x1 - _STEPS * step)
    closed = x1 if open_left else x0
    far = solid[0] if open_left else solid[1]
    outline = Polyline(((far, up), (closed, up), (closed, down), (far, down)), "window-edge")
    return [*shapes, Rect(solid[0], up, solid[1] - solid[0], down - up, "window-fill"), outline]


def cut(x: float, y: float, height: float = BAR) -> list[Shape]:
    """Return the double slash that breaks a bar, or the header, where the scale changes."""
    half = height / 2 + 0.4
    slashes = [Line(x + d - 0.55, y + half, x + d + 0.55, y - half, "break") for d in (-0.8, 0.8)]
    return [Rect(x - 0.8, y - height / 2 - 0.25, 1.6, height + 0.5, "ground"), *slashes]


def undated_height(entry: Entry, width: float, w: Wording) -> float:
    """Return the height of an item's box in the column without dates."""
    return 2.2 + len(_undated_lines(entry, width, w)) * 2.7


def undated_box(entry: Entry, x: float, y: float, width: float, w: Wording) -> list[Shape]:
    """Return the dashed box of an item without a date, its upper left corner at (x, y)."""
    height = undated_height(entry, width, w)
    shapes: list[Shape] = [
        Rect(x, y, width, height, "window undated"),
        *status_mark(x + width - 2.2, y + 2.4, entry.mark),
    ]
    if entry.gate:
        shapes += gate_glyph(x + width - 5.6, y + 2.4, "none", r=1.2)
    baseline = y + 3.1
    for words, size, role in _undated_lines(entry, width, w):
        if words:
            shapes.append(text(x + 1.2, baseline, words, size, role))
        baseline += 2.7
    title = f"{entry.no} {entry.title} {entry.value} {entry.worded}".replace("  ", " ")
    return [Group(tuple(shapes), "item", entry.ref, title)]


def _undated_lines(entry: Entry, width: float, w: Wording) -> list[tuple[str, float, str]]:
    room = width - 2.2
    lines = [(part, 2.5, "b") for part in _around_mark(entry, room)]
    if entry.value:
        lines += [(part, 2.3, "") for part in break_lines(entry.value + entry.notes, 2.3, room)]
    lines += [
        (part, 2.3, "") for part in break_lines(entry.title + ("" if entry.value else entry.notes), 2.3, room)
    ]
    remark = w("duration not stated") if not entry.gate and entry.glyph != "timed" else entry.worded
    lines += [(part, SMALL, "second") for part in break_lines(remark, SMALL, room)] if remark else []
    return lines


def _around_mark(entry: Entry, room: float) -> tuple[str, ...]:
    """The id, whose first line leaves room for the marks in the corner."""
    taken = 6.6 if entry.gate else 3.2
    beside = max(6.0, room - taken)
    if max(measure(piece, 2.5, True) for piece in re.findall(r"[^-.]+[-.]*|[-.]+", entry.no)) > beside:
        return ("", *break_lines(entry.no, 2.5, room, True))
    first = break_lines(entry.no, 2.5, beside, True)
    rest = entry.no[len(first[0]) :].strip()
    return (first[0], *(break_lines(rest, 2.5, room, True) if rest else ()))
