"""Gates: milestones and targets as diamonds at their latest day, with id, value and title beside them."""

from collections.abc import Mapping, Sequence

from carbonroad.scene.shapes import Group, Label, Shape
from carbonroad.views.drawing.attached import attach, draw_attached
from carbonroad.views.drawing.axis import RIGHT, Axis
from carbonroad.views.drawing.blocks import Block, Drawn, Port
from carbonroad.views.drawing.connectors import Connector
from carbonroad.views.drawing.entries import Entry
from carbonroad.views.drawing.marks import PEAK_RADIUS, RADIUS, gate_glyph, reach, status_mark
from carbonroad.views.drawing.text import Runs, backed, break_lines, measure, measure_runs

NAME, PEAK_NAME, TITLE = 2.8, 3.4, 2.4
_MARK, _LABEL = 3.05, 5.2
"""From the glyph's tip to the middle of the status mark, and to the label."""
_LONG = 84.0
"""A title longer than this takes a second line."""
_RISE, _PITCH = 0.35, 2.75
"""The first baseline lies this far above the glyph's middle; the second line this far below the first."""
UP = 2.95


def gate_block(
    entry: Entry,
    axis: Axis,
    connectors: Sequence[Connector],
    *,
    critical: bool,
    reserve: float,
    row_free: bool,
    order: tuple[float, ...],
) -> Block:
    """Return a gate as a block.

    Args:
        entry: The gate.
        axis: Where days lie.
        connectors: Its dependencies that leave the sheet.
        critical: Whether it is critical.
        reserve: How far to the right its links need the row, as a place on the sheet.
        row_free: Whether its row is free for a connector.
        order: Packing order.
    """
    r = PEAK_RADIUS if entry.peak else RADIUS
    assert entry.latest is not None  # noqa: S101  # undated ones are no blocks
    x = axis.start(entry.latest) + r if entry.glyph == "from" else axis.end(entry.latest) - 0.55 - r
    reach_left, reach_right = reach(entry.glyph, r)
    size = PEAK_NAME if entry.peak else NAME
    column = axis.column(axis.end(entry.latest))
    room_left = x - reach_left - _LABEL - max(column.x0, axis.left) - 1.0
    room_right = RIGHT - 1.0 - (x + reach_right + _LABEL)
    name = _name_runs(entry)
    value = measure(f"{entry.value}{entry.notes}", NAME)
    natural = max(
        measure(entry.no, size, True), min(max(measure(entry.title, TITLE, entry.peak), value), 34.0)
    )
    on_left = room_left >= natural or room_left >= room_right
    lines = _lines(entry, name, size, min(_LONG, room_left if on_left else room_right))
    if on_left and column.name == "phase" and room_right >= natural:
        other = _lines(entry, name, size, min(_LONG, room_right))
        on_left = len(lines) <= len(other)
        lines = lines if on_left else other
    wide = max(measure_runs(runs, s) for runs, s in lines)
    pitch = [0.0, *(_PITCH if n == 0 else s * 1.1 for n, (_, s) in enumerate(lines[1:]))]
    above = 3.7 if entry.peak else UP
    label_down = max(above, sum(pitch) - _RISE + 0.26 * TITLE)
    left = x - reach_left - (_LABEL + wide if on_left else 0.4)
    right = x + reach_right + (0.0 if on_left else _LABEL + wide + 0.6)
    attached = attach(
        connectors,
        left=left,
        middle=x,
        right=max(right, reserve if row_free else right),
        label_down=label_down,
        row_free=row_free,
        bound=axis.left,
    )

    def draw(y: float, numbers: Mapping[str, int]) -> Drawn:
        del numbers
        glyph = gate_glyph(x, y, entry.glyph, r=r, role="crit" if critical else "")
        side = -1 if on_left else 1
        tip = x - reach_left if on_left else x + reach_right
        mark = status_mark(tip + side * _MARK, y, entry.mark)
        labels, baseline = [], y - _RISE
        for n, (runs, s) in enumerate(lines):
            baseline += pitch[n]
            role = ("" if n == 0 or entry.peak else "second") + (" off" if entry.void else "")
            labels.append(
                Label(tip + side * _LABEL, baseline, runs, s, role.strip(), "end" if on_left else "start")
            )
        across = tip + side * (_LABEL + wide / 2)
        ground = "ground" if axis.column(across).name == "phase" else "ground-tint"
        shapes: list[Shape] = [*glyph, *mark, *backed(labels, ground)]
        title = f"{entry.no} {entry.title} {entry.value} {entry.worded}".replace("  ", " ")
        links = draw_attached(attached, y, middle=x, row_right=right, below=r)
        return Drawn((*links, Group(tuple(shapes), "item", entry.ref, title)))

    return Block(
        refs=(entry.ref,),
        x0=attached.x0,
        x1=max(attached.x1, right, reserve),
        up=above,
        down=attached.down,
        order=order,
        ports={entry.ref: Port(x - r, x, x + reach_right + 0.2)},
        draw=draw,
    )


def _name_runs(entry: Entry) -> Runs:
    value = f"{entry.value}{entry.notes}".strip()
    return ((entry.no, "b"), *(((f"  {value}", ""),) if value else ()))


def _lines(entry: Entry, name: Runs, size: float, room: float) -> list[tuple[Runs, float]]:
    lines: list[tuple[Runs, float]] = []
    if measure_runs(name, size) <= room:
        lines.append((name, size))
    else:
        lines += [(((part, "b"),), size) for part in break_lines(entry.no, size, room, True)]
        value = f"{entry.value}{entry.notes}".strip()
        lines += [(((part, ""),), NAME) for part in break_lines(value, NAME, room)] if value else []
    role = "b" if entry.peak else ""
    lines += [(((part, role),), TITLE) for part in break_lines(entry.title, TITLE, room, entry.peak)]
    return lines
