"""Gates: milestones and targets as diamonds at their latest day, with id, value and title beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Literal

from carbonroad.scene.shapes import Group, Label, Shape
from carbonroad.views.drawing.dependencies.attached import attach, draw_attached
from carbonroad.views.drawing.dependencies.connectors import Connector
from carbonroad.views.drawing.dependencies.ports import Port
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.network.axis import Axis, Column
from carbonroad.views.drawing.network.blocks import Block
from carbonroad.views.drawing.network.ghosts import HEIGHT, make_ghost
from carbonroad.views.drawing.paper.marks import PEAK_RADIUS, RADIUS, STOP, gate_glyph, reach, status_mark
from carbonroad.views.drawing.paper.sheet import RIGHT
from carbonroad.views.drawing.paper.text import Runs, backed, break_lines, measure, measure_runs

NAME, PEAK_NAME, TITLE = 2.8, 3.4, 2.4
_MARK, _LABEL = 3.05, 5.2
"""From the glyph's tip to the middle of the status mark, and to the label."""
_LONG = 84.0
"""A title longer than this takes a second line."""
_RISE, _PITCH, _PEAK_PITCH = 0.35, 2.75, 3.0
"""The first baseline lies this far above the glyph's middle; the second line this far below the first."""
UP = 2.95
_OVER = 1.5
"""From the glyph's tip up to the last baseline of a label that stands above it."""
_SMALL_MARK = 4.4

Side = Literal["left", "right", "above"]
Lines = list[tuple[Runs, float]]


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate's glyph and label before they have a height on the sheet.

    Attributes:
        x: Middle of the diamond.
        r: Its radius.
        side: Where the label stands.
        lines: The label's lines with their sizes.
        lift: How far the last baseline of a label above lies over the middle.
    """

    entry: Entry
    x: float
    r: float
    critical: bool
    side: Side
    lines: Lines
    lift: float = 0.0

    @property
    def tips(self) -> tuple[float, float]:
        """The left and right end of the glyph."""
        left, right = reach(self.entry.glyph, self.r)
        return self.x - left, self.x + right

    @property
    def wide(self) -> float:
        """Width of the label."""
        return max(measure_runs(runs, size) for runs, size in self.lines)

    @property
    def pitch(self) -> list[float]:
        """From each baseline to the one above it."""
        first = _PEAK_PITCH if self.entry.peak else _PITCH
        return [0.0, *(first if n == 0 else s * 1.1 for n, (_, s) in enumerate(self.lines[1:]))]

    @property
    def extent(self) -> tuple[float, float]:
        """Left and right end of glyph and label."""
        left, right = self.tips
        if self.side == "above":
            edge = min(right, RIGHT - 1.0)
            return min(left, edge - self.wide - _SMALL_MARK) - 0.4, right
        if self.side == "left":
            return left - _LABEL - self.wide, right
        return left - 0.4, right + _LABEL + self.wide + 0.6

    @property
    def up(self) -> float:
        """Height above the middle."""
        top = PEAK_NAME if self.entry.peak else UP - 0.15
        if self.side == "above":
            return self.lift + fsum(self.pitch) + self.lines[0][1] * 0.9
        return max(top, 3.7 if self.entry.peak else UP)

    @property
    def down(self) -> float:
        """Height below the middle."""
        least = 3.7 if self.entry.peak else UP
        return least if self.side == "above" else max(least, fsum(self.pitch) - _RISE + 0.26 * TITLE)


def gate_place(entry: Entry, axis: Axis) -> tuple[float, float]:
    """Return the middle of a gate's diamond and its radius."""
    r = PEAK_RADIUS if entry.peak else RADIUS
    assert entry.latest is not None  # noqa: S101  # undated ones are no blocks
    at_start = entry.glyph == "from"
    return (axis.start(entry.latest) + r if at_start else axis.end(entry.latest) - STOP - r), r


def make_gate(entry: Entry, axis: Axis, *, critical: bool) -> Gate:
    """Return a gate with its label on the side that has room: left, unless that takes more lines."""
    x, r = gate_place(entry, axis)
    left, right = reach(entry.glyph, r)
    column = _column(entry, axis)
    room_left = x - left - _LABEL - max(column.x0, axis.left) - 1.0
    room_right = RIGHT - 1.0 - (x + right + _LABEL)
    natural = _natural(entry)
    on_left = room_left >= natural or room_left >= room_right
    lines = gate_lines(entry, min(_LONG, room_left if on_left else room_right))
    if on_left and column.name == "phase" and room_right >= natural:
        other = gate_lines(entry, min(_LONG, room_right))
        on_left = len(lines) <= len(other)
        lines = lines if on_left else other
    return Gate(entry, x, r, critical, "left" if on_left else "right", lines)


def gate_on_row(entry: Entry, axis: Axis, taken: Sequence[tuple[float, float]], *, critical: bool) -> Gate:
    """Return a gate that ends a row of works: its label stands above it, over the names it would touch.

    Args:
        entry: The gate.
        axis: Where days lie.
        taken: Right end and height of each name on the row.
        critical: Whether it is critical.
    """
    x, r = gate_place(entry, axis)
    lines = gate_lines(entry, min(_LONG, x - axis.left - 8.0))
    low = Gate(entry, x, r, critical, "above", lines, r + _OVER)
    left = low.extent[0] - 1.5
    over = [up for right, up in taken if right > left]
    return Gate(entry, x, r, critical, "above", lines, max(r + _OVER, *(up + 0.9 for up in over), 0.0))


def _column(entry: Entry, axis: Axis) -> Column:
    assert entry.latest is not None  # noqa: S101  # undated ones are no blocks
    return axis.column(axis.end(entry.latest))


def _natural(entry: Entry) -> float:
    """The width in which a label looks well."""
    value = measure(f"{entry.value}{entry.notes}", NAME)
    title = min(max(measure(entry.title, TITLE, entry.peak), value), 34.0)
    return max(measure(entry.no, PEAK_NAME if entry.peak else NAME, True), title)


def draw_gate(gate: Gate, y: float, axis: Axis) -> Group:
    """Return a gate whose middle lies at y."""
    entry = gate.entry
    glyph = gate_glyph(gate.x, y, entry.glyph, r=gate.r, role="crit" if gate.critical else "")
    mark, labels = _above(gate, y) if gate.side == "above" else _beside(gate, y)
    left, right = gate.extent
    ground = "ground" if axis.column((left + right) / 2).name == "phase" else "ground-tint"
    title = f"{entry.no} {entry.title} {entry.value} {entry.worded}".replace("  ", " ")
    return Group((*glyph, *mark, *backed(labels, ground)), "item", entry.ref, title)


def _role(gate: Gate, line: int) -> str:
    role = ("" if line == 0 or gate.entry.peak else "second") + (" off" if gate.entry.void else "")
    return (role + (" crit-ink" if gate.critical and line == 0 else "")).strip()


def _beside(gate: Gate, y: float) -> tuple[list[Shape], list[Label]]:
    on_left = gate.side == "left"
    side = -1 if on_left else 1
    tip = gate.tips[0] if on_left else gate.tips[1]
    labels, baseline = [], y - _RISE
    for n, (runs, size) in enumerate(gate.lines):
        baseline += gate.pitch[n]
        x = tip + side * _LABEL
        labels.append(Label(x, baseline, runs, size, _role(gate, n), "end" if on_left else "start"))
    return status_mark(tip + side * _MARK, y, gate.entry.mark), labels


def _above(gate: Gate, y: float) -> tuple[list[Shape], list[Label]]:
    edge = min(gate.tips[1], RIGHT - 1.0)
    labels, baseline = [], y - gate.lift - fsum(gate.pitch)
    first = baseline
    for n, (runs, size) in enumerate(gate.lines):
        baseline += gate.pitch[n]
        labels.append(Label(edge, baseline, runs, size, _role(gate, n), "end"))
    runs, size = gate.lines[0]
    return status_mark(edge - measure_runs(runs, size) - 2.4, first - 0.9, gate.entry.mark), labels


def gate_block(
    gate: Gate,
    axis: Axis,
    connectors: Sequence[Connector],
    *,
    reserve: float,
    row_free: bool,
    order: tuple[float, ...],
) -> Block:
    """Return a gate with a place of its own as a block.

    Args:
        gate: The gate.
        axis: Where days lie.
        connectors: Its dependencies that leave the sheet.
        reserve: How far to the right its links need the row, as a place on the sheet.
        row_free: Whether its row is free for a connector.
        order: Packing order.
    """
    left, right = gate.extent
    attached = attach(
        connectors,
        left=left,
        middle=gate.x,
        right=max(right, reserve if row_free else right),
        label_down=gate.down,
        row_free=row_free,
        bound=axis.left,
    )
    ghost = make_ghost(gate.entry, axis, gate.x)
    x0, x1 = ghost.extent if ghost is not None else (attached.x0, right)

    def draw(y: float, numbers: Mapping[str, int]) -> list[Shape]:
        del numbers
        links = draw_attached(attached, y, middle=gate.x, row_right=right, below=gate.r)
        free = not connectors
        old = ghost.draw(y + attached.down + 1.5, y + gate.r, way=free) if ghost is not None else ()
        return [*links, *old, draw_gate(gate, y, axis)]

    return Block(
        refs=(gate.entry.ref,),
        x0=min(attached.x0, x0),
        x1=max(attached.x1, right, reserve, x1),
        up=gate.up,
        down=attached.down + (HEIGHT if ghost is not None else 0.0),
        order=order,
        ports={gate.entry.ref: gate_port(gate)},
        draw=draw,
    )


def gate_port(gate: Gate) -> Port:
    """Return where links meet a gate."""
    return Port(gate.x - gate.r, gate.x, gate.tips[1] + 0.2)


def gate_lines(entry: Entry, room: float) -> Lines:
    """Return a gate's label in a width: id and value, then the title."""
    size = PEAK_NAME if entry.peak else NAME
    value = f"{entry.value}{entry.notes}".strip()
    name: Runs = ((entry.no, "b"), *(((f"  {value}", ""),) if value else ()))
    lines: Lines = []
    if measure_runs(name, size) <= room:
        lines.append((name, size))
    else:
        lines += [(((part, "b"),), size) for part in break_lines(entry.no, size, room, True)]
        lines += [(((part, ""),), NAME) for part in break_lines(value, NAME, room)] if value else []
    role = "b" if entry.peak else ""
    lines += [(((part, role),), TITLE) for part in break_lines(entry.title, TITLE, room, entry.peak)]
    return lines
