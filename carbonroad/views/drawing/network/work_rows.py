"""Rows of timed works: arrows to scale between numbered events, waves for float, a gate at the end."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise

from carbonroad.base.record import NamedTuple
from carbonroad.scene.shapes import Group, Line, Rect, Shape
from carbonroad.views.drawing.dependencies.attached import Attached, attach_free, draw_attached
from carbonroad.views.drawing.dependencies.connectors import Connector
from carbonroad.views.drawing.dependencies.ports import Port, event_key
from carbonroad.views.drawing.network.axis import Axis
from carbonroad.views.drawing.network.blocks import Block
from carbonroad.views.drawing.network.captions import Caption, WorkWords, caption, draw_caption, short_caption
from carbonroad.views.drawing.network.chains import Timed
from carbonroad.views.drawing.network.gates import Gate, draw_gate, gate_port
from carbonroad.views.drawing.network.remarks import Remark, draw_remark
from carbonroad.views.drawing.network.windows import cut
from carbonroad.views.drawing.paper.marks import NODE, STOP, event, head, wave
from carbonroad.views.drawing.paper.sheet import RIGHT
from carbonroad.views.drawing.paper.text import backed

_MARGIN = 5.5
"""What a link needs beyond the place where it leaves a row: it may step aside."""


class Making(NamedTuple):
    """What the rows of a sheet are made from.

    Attributes:
        axis: Where days lie.
        words: What is said at each work.
        connectors: By item.
        waves: By work without a successor: where its free float ends.
        remarks: By event: what is said of the links that enter it.
        left: By work: how far left links use its row.
        right: By work or gate: how far right.
    """

    axis: Axis
    words: Mapping[str, WorkWords]
    connectors: Mapping[str, Sequence[Connector]]
    waves: Mapping[str, float]
    remarks: Mapping[str, tuple[Remark, ...]]
    left: Mapping[str, float]
    right: Mapping[str, float]


class _Row(NamedTuple):
    """A chain with its captions, connectors and gate."""

    chain: tuple[Timed, ...]
    captions: tuple[Caption, ...]
    attached: Mapping[str, Attached]
    gate: Gate | None
    making: Making

    @property
    def met(self) -> bool:
        """Whether the gate stands for the last work's end."""
        return self.gate is not None and self.gate.entry.latest == self.chain[-1].entry.latest

    def end(self, work: Timed) -> float:
        """The place of a work's end event."""
        if work is self.chain[-1] and self.met and self.gate is not None:
            return self.gate.x + self.gate.r + STOP
        return self.making.waves.get(work.entry.ref, work.x1)


def chain_block(
    chain: Sequence[Timed], gate: Gate | None, making: Making, *, order: tuple[float, ...], pull: float
) -> Block:
    """Return a row of works as a block.

    Args:
        chain: Works, each waiting for the one before.
        gate: The gate that ends the row.
        making: What the rows of the sheet are made from.
        order: Packing order.
        pull: Where its other dependencies lead: below zero to lanes above.
    """
    captions = _captions(chain, making)
    row = _Row(tuple(chain), captions, {}, gate, making)
    down = max([c.down for c in captions] + ([gate.down] if gate is not None else []))
    row = row._replace(attached=_connect(row, down))
    x0, x1 = _reach(row)
    last = chain[-1].entry.ref
    ports = {work.entry.ref: _port(row, work) for work in chain}
    if gate is not None:
        ports[gate.entry.ref] = gate_port(gate)

    return Block(
        refs=(*(work.entry.ref for work in chain), *((gate.entry.ref,) if gate is not None else ())),
        x0=x0,
        x1=min(max(x1, making.right.get(last, 0.0) + _MARGIN), RIGHT),
        up=_up(row),
        down=max([down, *(one.down for one in row.attached.values())]),
        order=order,
        ports=ports,
        draw=partial(_draw, row),
        nodes=_nodes(row),
        row=True,
        pull=pull,
    )


def _captions(chain: Sequence[Timed], making: Making) -> tuple[Caption, ...]:
    found = []
    for work, following in zip(chain, [*chain[1:], None], strict=True):
        words = making.words[work.entry.ref]
        short = short_caption(words, work.x0, following.x0) if following is not None else None
        found.append(short or caption(words, work.x0, making.axis.left))
    return tuple(found)


def _up(row: _Row) -> float:
    remarks = [len(row.making.remarks.get(key, ())) for key in _nodes(row)]
    return max(
        *(c.up for c in row.captions),
        row.gate.up if row.gate is not None else 0.0,
        max(remarks) * 2.7 + 1.3,
    )


def _reach(row: _Row) -> tuple[float, float]:
    """Left and right end of what a row's works, words, gate and connectors need."""
    making, chain, gate = row.making, row.chain, row.gate
    lefts = [chain[0].x0 - NODE, *(c.left for c in row.captions), *(a.x0 for a in row.attached.values())]
    rights = [
        row.end(chain[-1]) + NODE,
        *(c.right for c in row.captions),
        *(a.x1 for a in row.attached.values()),
    ]
    first = chain[0].entry.ref
    if first in making.left:
        lefts.append(making.left[first] - _MARGIN)
    for key, x in _nodes(row).items():
        for remark in making.remarks.get(key, ()):
            lefts.append(remark.extent(x)[0])
            rights.append(remark.extent(x)[1])
    if gate is not None:
        lefts.append(gate.extent[0])
        rights += [gate.extent[1], making.right.get(gate.entry.ref, 0.0) + _MARGIN]
    return max(min(lefts), making.axis.left), min(max(rights), RIGHT)


def _connect(row: _Row, label_down: float) -> dict[str, Attached]:
    """Place the connectors of each event, and of the gate, below the words."""
    found: dict[str, Attached] = {}
    taken: list[tuple[float, float, float]] = []
    wanted = [
        (event_key(work.entry.ref, "end" if out else "start"), work.x1 if out else work.x0, mine)
        for work in row.chain
        for out in (False, True)
        if (mine := [one for one in row.making.connectors.get(work.entry.ref, ()) if one.out == out])
    ]
    if row.gate is not None and (mine := list(row.making.connectors.get(row.gate.entry.ref, ()))):
        wanted.append((row.gate.entry.ref, row.gate.x, mine))
    for key, middle, mine in wanted:
        one = attach_free(mine, middle, label_down, taken, row.making.axis.left)
        found[key] = one
        taken.append((one.x0, one.x1, one.down))
    return found


def _port(row: _Row, work: Timed) -> Port:
    if work is row.chain[-1] and row.met and row.gate is not None:
        return Port(work.x0, row.gate.x, row.gate.tips[1] + 0.2, node=True)
    end = row.end(work)
    return Port(work.x0, end, end + NODE, node=True)


def _nodes(row: _Row) -> dict[str, float]:
    nodes: dict[str, float] = {}
    for work in row.chain:
        nodes[event_key(work.entry.ref, "start")] = work.x0
        nodes[event_key(work.entry.ref, "end")] = row.end(work)
    return nodes


def _draw(row: _Row, y: float, numbers: Mapping[str, int]) -> list[Shape]:
    shapes: list[Shape] = []
    for key, one in row.attached.items():
        middle = row.gate.x if row.gate is not None and key == row.gate.entry.ref else _nodes(row)[key]
        shapes += draw_attached(one, y, middle=middle, row_right=middle + NODE, below=NODE)
    for before, after in pairwise(row.chain):
        if after.x0 - before.x1 > NODE:
            shapes += [
                wave(before.x1 + NODE, after.x0 - NODE - 1.2, y),
                head(after.x0 - NODE, y, "right", "", 1.6),
            ]
    for n, work in enumerate(row.chain):
        own = [*_arrow(row, work, y), *_events(row, n, y, numbers)]
        ground = "ground" if row.making.axis.column(work.x0).name == "phase" else "ground-tint"
        own += draw_caption(row.captions[n], y, ground)
        title = f"{row.captions[n].words.name}: {'; '.join(row.captions[n].words.below)}"
        shapes.append(Group(tuple(own), "item", work.entry.ref, title))
    for key, x in _nodes(row).items():
        for level, remark in enumerate(row.making.remarks.get(key, ())):
            shapes += backed([draw_remark(remark, x, y, level)], "ground-link")
    if row.gate is not None:
        shapes.append(draw_gate(row.gate, y, row.making.axis))
    return shapes


def _arrow(row: _Row, work: Timed, y: float) -> list[Shape]:
    """A work's arrow with its progress, the wave of its float, and a cut where the scale changes."""
    axis, critical = row.making.axis, work.activity.critical
    extra = " crit" if critical else ""
    shapes: list[Shape] = []
    last = work is row.chain[-1]
    waving = row.making.waves.get(work.entry.ref)
    tip = work.x1 - (0.0 if waving is not None else NODE)
    if last and row.met and row.gate is not None:
        tip = row.gate.tips[0]
    done = _done(work)
    if done:
        length = (tip - work.x0 - NODE) * min(done, 100.0) / 100
        shapes.append(Rect(work.x0 + NODE, y + 0.65, length, 0.9, "progress"))
    shapes.append(Line(work.x0 + NODE, y, tip - 1.4, y, "work" + extra))
    for left, right in ((axis.early, axis.phase), (axis.phase, axis.late)):
        if work.x0 < left.x1 - 1.0 and tip - 2.0 > right.x0 + 0.01:
            shapes += cut((left.x1 + right.x0) / 2, y, 1.6)
    shapes.append(head(tip, y, "right", extra.strip(), 2.0))
    if waving is not None and waving - NODE > work.x1:
        shapes.append(wave(work.x1, waving - NODE, y))
    if last and row.gate is not None and not row.met:
        shapes += [
            wave(work.x1 + NODE, row.gate.tips[0] - 1.2, y),
            head(row.gate.tips[0], y, "right", "", 1.6),
        ]
    return shapes


def _done(work: Timed) -> float | None:
    if work.activity.total_float_days is None and work.entry.mark == "done":
        return 100.0
    return work.entry.standing.progress


def _events(row: _Row, place: int, y: float, numbers: Mapping[str, int]) -> list[Shape]:
    """The events of a work, but for an end that is the start of the next, or the gate."""
    work = row.chain[place]
    ref = work.entry.ref
    before = row.chain[place - 1] if place else None
    met = before is not None and abs(before.x1 - work.x0) < 0.01
    critical = work.activity.critical or (met and before is not None and before.activity.critical)
    shapes = event(work.x0, y, numbers.get(event_key(ref, "start"), 0), critical=critical)
    after = row.chain[place + 1] if place + 1 < len(row.chain) else None
    if after is not None and abs(after.x0 - work.x1) < 0.01:
        return shapes
    if after is None and row.met:
        return shapes
    number = numbers.get(event_key(ref, "end"), 0)
    return [*shapes, *event(row.end(work), y, number, critical=work.activity.critical)]
