"""Timed works: arrows to scale between numbered events, chained along a row where one waits for the other."""

from collections.abc import Mapping, Sequence

from carbonroad.compute.schedule import Activity
from carbonroad.model.items import Work
from carbonroad.scene.shapes import Circle, Group, Label, Line, Path, Rect, Shape
from carbonroad.views.drawing.attached import Attached, attach, draw_attached
from carbonroad.views.drawing.axis import RIGHT, Axis
from carbonroad.views.drawing.blocks import Block, Drawn, Port, event_key
from carbonroad.views.drawing.chains import Timed
from carbonroad.views.drawing.connectors import Connector, signed
from carbonroad.views.drawing.entries import Entry
from carbonroad.views.drawing.marks import NODE, head, status_mark
from carbonroad.views.drawing.text import backed, break_lines, measure
from carbonroad.wording import Wording

NAME, SMALL = 3.5, 2.7
_PITCH, _AMPLITUDE = 2.4, 1.15


def chain_block(
    chain: Sequence[Timed],
    connectors: Mapping[str, Sequence[Connector]],
    waves: Mapping[str, float],
    w: Wording,
    axis: Axis,
    *,
    reserve: tuple[float, float],
    order: tuple[float, ...],
) -> Block:
    """Return a chain as a block.

    Args:
        chain: Works, each beginning at the event where the one before ends.
        connectors: By item.
        waves: By item without a successor: where its free float ends.
        w: Words.
        axis: Where days lie.
        reserve: How far left and right links need the row.
        order: Packing order.
    """
    names = [_name_lines(work, chain[n + 1] if n + 1 < len(chain) else None) for n, work in enumerate(chain)]
    below = [_below(work, chain[n + 1] if n + 1 < len(chain) else None, w) for n, work in enumerate(chain)]
    up = NODE + 1.1 + max(len(lines) for lines in names) * (NAME + 0.4)
    label_down = 4.9 + (max(len(lines) for lines in below) - 1) * 3.1 + 0.7
    last = chain[-1]
    right = max(last.x1 + NODE, waves.get(last.entry.ref, 0.0) + NODE)
    for work, lines, under in zip(chain, names, below, strict=True):
        bold = work.activity.critical
        right = max(right, *(work.x0 + 1.1 + measure(line, NAME, bold) + 5.4 for line in lines))
        right = max(right, *(work.x0 + NODE + 1.0 + measure(line, SMALL) for line in under))
    attached: dict[str, Attached] = {}
    taken: list[tuple[float, float, float]] = []
    down, x0, x1 = label_down, chain[0].x0 - NODE, right
    for work in chain:
        for out in (False, True):
            mine = [one for one in connectors.get(work.entry.ref, ()) if one.out == out]
            if not mine:
                continue
            middle = work.x1 if out else work.x0
            found = _attach_free(mine, middle, label_down, taken, axis.left)
            attached[event_key(work.entry.ref, "end" if out else "start")] = found
            taken.append((found.x0, found.x1, found.down))
            down, x0, x1 = max(down, found.down), min(x0, found.x0), max(x1, found.x1)

    def draw(y: float, numbers: Mapping[str, int]) -> Drawn:
        shapes: list[Shape] = []
        for n, work in enumerate(chain):
            ref = work.entry.ref
            for key, middle in ((event_key(ref, "start"), work.x0), (event_key(ref, "end"), work.x1)):
                if key in attached:
                    shapes += draw_attached(
                        attached[key], y, middle=middle, row_right=middle + NODE, below=NODE
                    )
            own = _work_shapes(work, y, names[n], below[n], waves.get(ref), ground=_ground(axis, work.x0))
            end = waves.get(ref, work.x1)
            own += _event(
                work.x0, y, numbers.get(event_key(ref, "start"), 0), critical=work.activity.critical
            )
            if n + 1 == len(chain):
                own += _event(end, y, numbers.get(event_key(ref, "end"), 0), critical=work.activity.critical)
            title = f"{work.entry.no} {work.entry.title}: {'; '.join(below[n])}"
            shapes.append(Group(tuple(own), "item", ref, title))
        return Drawn(tuple(shapes))

    return Block(
        refs=tuple(work.entry.ref for work in chain),
        x0=min(x0, reserve[0]),
        x1=min(max(x1, reserve[1]), RIGHT),
        up=up,
        down=down,
        order=order,
        ports={
            work.entry.ref: Port(work.x0, waves.get(work.entry.ref, work.x1), work.x1 + NODE, node=True)
            for work in chain
        },
        draw=draw,
        nodes=_nodes(chain, waves),
    )


def _attach_free(
    mine: Sequence[Connector],
    middle: float,
    label_down: float,
    taken: Sequence[tuple[float, float, float]],
    bound: float,
) -> Attached:
    """Place connectors at an event as high as those of the chain's other events allow."""
    under = label_down
    while True:
        found = attach(
            mine, left=middle, middle=middle, right=middle, label_down=under, row_free=False, bound=bound
        )
        blocking = [down for a, b, down in taken if a < found.x1 + 1 and found.x0 < b + 1 and down > under]
        if not blocking:
            return found
        under = min(blocking)


def _ground(axis: Axis, x: float) -> str:
    return "ground" if axis.column(x).name == "phase" else "ground-tint"


def _nodes(chain: Sequence[Timed], waves: Mapping[str, float]) -> dict[str, float]:
    nodes: dict[str, float] = {}
    for work in chain:
        nodes[event_key(work.entry.ref, "start")] = work.x0
        nodes[event_key(work.entry.ref, "end")] = waves.get(work.entry.ref, work.x1)
    return nodes


def _name_lines(work: Timed, following: Timed | None) -> tuple[str, ...]:
    words = f"{work.entry.no} {work.entry.title}{work.entry.notes}"
    bold = work.activity.critical
    room = work.x1 - work.x0 - 1.5 - 5.4 if following is not None else min(82.0, RIGHT - 9.0 - work.x0)
    return break_lines(words, NAME, max(room, 10.0), bold)


def _below(work: Timed, following: Timed | None, w: Wording) -> tuple[str, ...]:
    words = w(
        "{duration} · {float}",
        duration=duration_words(work.entry, work.activity, w),
        float=float_words(work.activity, w),
    )
    room = work.x1 - work.x0 - NODE * 2 if following is not None else min(82.0, RIGHT - 9.0 - work.x0)
    return break_lines(words, SMALL, max(room, 10.0))


def duration_words(entry: Entry, activity: Activity | None, w: Wording) -> str:
    """Return a duration as it was stated; in days where only start and finish are."""
    takes = entry.item.written.takes if isinstance(entry.item.written, Work) else None
    if takes is not None:
        units = {"day": "{n} days", "week": "{n} weeks", "month": "{n} months", "year": "{n} years"}
        if takes.count == 1:
            units = {"day": "{n} day", "week": "{n} week", "month": "{n} month", "year": "{n} year"}
        return w(units[takes.unit], n=takes.count)
    days = activity.duration_days if activity is not None else None
    return "" if days is None else w("{n} days", n=signed(days))


def float_words(activity: Activity, w: Wording) -> str:
    """Return the total float; one that is negative is said in words."""
    days = activity.total_float_days
    if days is None:
        return w("finished")
    if days < 0:
        return w("cannot be met, {n} days short", n=f"{-days:,}")
    if activity.critical:
        return w("critical") if days == 0 else w("critical, float {n} d", n=f"{days:,}")
    return w("float {n} d", n=f"{days:,}")


def _work_shapes(
    work: Timed, y: float, names: Sequence[str], under: Sequence[str], wave_to: float | None, *, ground: str
) -> list[Shape]:
    critical = work.activity.critical
    extra = " crit" if critical else ""
    shapes: list[Shape] = []
    progress = work.entry.standing.progress
    done = 100.0 if work.activity.total_float_days is None and work.entry.mark == "done" else progress
    if done:
        shapes.append(
            Rect(
                work.x0 + NODE,
                y + 0.65,
                (work.x1 - work.x0 - 2 * NODE) * min(done, 100.0) / 100,
                0.9,
                "progress",
            )
        )
    tip = work.x1 - (NODE if wave_to is None else 0.0)
    shapes.append(Line(work.x0 + NODE, y, tip - 1.4, y, "work" + extra))
    shapes.append(head(tip, y, "right", extra.strip(), 2.0))
    if wave_to is not None and wave_to - NODE > work.x1:
        shapes.append(wave(work.x1, wave_to - NODE, y))
    role = "b crit-ink" if critical else ""
    labels = [
        Label(
            work.x0 + 1.1,
            y - NODE - 1.1 - (len(names) - 1 - n) * (NAME + 0.4),
            ((line, "b" if critical else ""),),
            NAME,
            role,
        )
        for n, line in enumerate(names)
    ]
    labels += [
        Label(
            work.x0 + NODE + 0.8,
            y + 4.8 + n * 3.1,
            ((line, ""),),
            SMALL,
            "second" + (" crit-ink" if critical else ""),
        )
        for n, line in enumerate(under)
    ]
    shapes += backed(labels, ground)
    first = work.x0 + 1.1 + measure(names[-1], NAME, critical)
    if work.entry.mark != "planned":
        shapes += status_mark(first + 2.4, y - NODE - 2.3, work.entry.mark)
    return shapes


def wave(x0: float, x1: float, y: float) -> Path:
    """Return the wavy line of free float."""
    count = max(1, round((x1 - x0) / _PITCH) * 2)
    half = (x1 - x0) / count
    parts = [
        f"q{half / 2:.3f} {-_AMPLITUDE if n % 2 == 0 else _AMPLITUDE:.2f} {half:.3f} 0" for n in range(count)
    ]
    return Path(f"M{x0:.2f} {y:.2f}" + "".join(parts), "float")


def _event(x: float, y: float, number: int, *, critical: bool) -> list[Shape]:
    size = 2.5 if number < 100 else 1.9
    return [
        Circle(x, y, NODE, "event crit" if critical else "event"),
        Label(x, y + size * 0.36, ((str(number), ""),), size, "sign-in", "middle"),
    ]
