"""The key plan of many sheets: lanes by phases; a cell names its sheets, and those of the critical path."""

from collections.abc import Collection, Mapping, Sequence
from math import fsum

from carbonroad.base.record import NamedTuple
from carbonroad.model.roadmap import Part
from carbonroad.scene.shapes import Line, Rect, Shape, text
from carbonroad.views.drawing.band.drawing import draw_title
from carbonroad.views.drawing.band.notes import Notes
from carbonroad.views.drawing.band.title_block import HEIGHT as BLOCK_HEIGHT
from carbonroad.views.drawing.band.title_block import LEFT as BLOCK_LEFT
from carbonroad.views.drawing.items.entries import count_entries
from carbonroad.views.drawing.items.names import count_words
from carbonroad.views.drawing.network.header import years_words
from carbonroad.views.drawing.network.plan import Plan
from carbonroad.views.drawing.paper.canvas import Canvas, Foot
from carbonroad.views.drawing.paper.sheet import LEFT, RIGHT, TOP, form_of
from carbonroad.views.drawing.paper.text import break_lines
from carbonroad.views.shared.words import Words

MANY_SHEETS = 16
"""More sheets are not shown as one column each."""
_HEAD, _NAMES = 12.0, 46.0
_SIZE, _SMALL, _PITCH = 2.6, 2.3, 3.1
_Span = tuple[int, int]


class _Cell(NamedTuple):
    """A lane in a phase: its sheets, its items, and the sheets that hold a part of the critical path."""

    sheets: tuple[int, ...]
    gates: int
    works: int
    critical: tuple[int, ...]


def key_table(words: Words, part: Part, plans: Sequence[Plan], path: Collection[str]) -> Canvas:
    """Return the key plan of many sheets; `path` are the items of the critical path."""
    phases = sorted({(plan.axis.first, plan.axis.last) for plan in plans})
    names, cells = _cells(plans, frozenset(path))

    def draw(foot: Foot) -> list[Shape]:
        bottom = form_of(words).floor - BLOCK_HEIGHT
        width = (RIGHT - LEFT - _NAMES) / len(phases)
        shapes: list[Shape] = [Rect(LEFT, TOP, RIGHT - LEFT, _HEAD, "head-band")]
        shapes += [
            text(LEFT + 2, TOP + 4.8, words.w("Key plan"), 3.1, "b"),
            text(LEFT + 2, TOP + 8.8, words.w("lanes by phases"), _SMALL, "second"),
        ]
        for n, (first, last) in enumerate(phases):
            x = LEFT + _NAMES + n * width
            shapes.append(text(x + 2, TOP + 6.8, years_words(first, last), 3.1, "b"))
            shapes.append(Line(x, TOP, x, bottom, "frame-inner" if not n else "column-edge"))
        shapes += _rows(
            words, names, [[cells.get((name, p)) for p in phases] for name in names], width, bottom
        )
        said = [
            words.w(
                "Each cell names the sheets of a lane and a phase; the table of items names sheet and zone."
            ),
            words.w("All sheets: {items}.", items=_items(words, plans)),
        ]
        shapes += Notes(said, BLOCK_LEFT - LEFT, words.w).draw(LEFT, bottom, BLOCK_HEIGHT)
        return [*shapes, *draw_title(words, part, plans, foot, "Construction drawing: key plan, {years}")]

    return Canvas({}, {}, draw)


def _items(words: Words, plans: Sequence[Plan]) -> str:
    return count_entries(words.w, [entry for plan in plans for entry in plan.entries])


def _cells(
    plans: Sequence[Plan], path: frozenset[str]
) -> tuple[list[str], Mapping[tuple[str, tuple[object, object]], _Cell]]:
    """The names of the lanes, and what of each stands in each phase."""
    cells: dict[tuple[str, tuple[object, object]], _Cell] = {}
    names: dict[str, None] = {}
    for number, plan in enumerate(plans, 1):
        for packed in plan.lanes:
            lane = packed.lane
            names[lane.name] = None
            key = (lane.name, (plan.axis.first, plan.axis.last))
            old = cells.get(key, _Cell((), 0, 0, ()))
            gates = sum(entry.gate for entry in lane.entries)
            held = any(entry.ref in path for entry in lane.entries)
            cells[key] = _Cell(
                (*old.sheets, number),
                old.gates + gates,
                old.works + len(lane.entries) - gates,
                (*old.critical, number) if held else old.critical,
            )
    return list(names), cells


def _rows(
    words: Words, names: Sequence[str], cells: Sequence[Sequence[_Cell | None]], width: float, bottom: float
) -> list[Shape]:
    """The lanes under one another, as high as their words need, the spare height shared."""
    lines = [
        [break_lines(name, _SIZE, _NAMES - 4, True), *(_said(words, cell, width - 4) for cell in row)]
        for name, row in zip(names, cells, strict=True)
    ]
    heights = [max(len(one) for one in row) * _PITCH + 2.4 for row in lines]
    room = bottom - TOP - _HEAD
    count = len(names)
    while count and fsum(heights[:count]) + (_PITCH + 2.4) * (count < len(names)) > room:
        count -= 1
    spare = max(0.0, room - fsum(heights[:count]) - (_PITCH + 2.4) * (count < len(names))) / max(1, count)
    shapes: list[Shape] = []
    y = TOP + _HEAD
    for row, tall in zip(lines[:count], heights, strict=False):
        y += tall + spare
        shapes.append(Line(LEFT, y, RIGHT, y, "lane-edge"))
        for n, said in enumerate(row):
            x = LEFT + 2 + (_NAMES + (n - 1) * width if n else 0.0)
            top = y - (tall + spare) / 2 - len(said) * _PITCH / 2 + _SIZE * 0.9
            for level, line in enumerate(said):
                role = "b" if not n or not level else "second"
                shapes.append(text(x, top + level * _PITCH, line, _SIZE if not n else _SMALL, role))
    if count < len(names):
        more = words.w("{n} further lanes", n=len(names) - count)
        shapes.append(text(LEFT + 2, y + 3.4, more, _SMALL, "second"))
    return shapes


def _said(words: Words, cell: _Cell | None, room: float) -> tuple[str, ...]:
    if cell is None:
        return ()
    w = words.w
    sheets = break_lines(w("sheets {sheets}", sheets=_spans(cell.sheets)), _SMALL, room, True)
    said = [count_words(w, cell.gates, cell.works)]
    if cell.critical:
        said.append(w("critical path: sheets {sheets}", sheets=_spans(cell.critical)))
    return (*sheets, *(line for one in said for line in break_lines(one, _SMALL, room)))


def _spans(numbers: Sequence[int]) -> str:
    """Runs of numbers: `2–9, 12`."""
    spans: list[_Span] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans)
