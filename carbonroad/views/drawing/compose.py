"""A sheet's parts put in their places: header, lanes with their blocks and links, strip, lower band."""

from collections.abc import Mapping, Sequence

from carbonroad.model.roadmap import Part
from carbonroad.scene.boxes import Box, circle_box, polyline_box, rect_box
from carbonroad.scene.shapes import Circle, Group, Label, Line, Polyline, Rect, Shape, text
from carbonroad.views.drawing.band.band import Band
from carbonroad.views.drawing.band.drawing import draw_band
from carbonroad.views.drawing.dependencies.links import Place, draw_links
from carbonroad.views.drawing.items.entries import count_entries
from carbonroad.views.drawing.items.order import Controlling
from carbonroad.views.drawing.network.axis import AXIS_HEIGHT
from carbonroad.views.drawing.network.header import grid, header, years_words
from carbonroad.views.drawing.network.lanes import Packed
from carbonroad.views.drawing.network.numbers import event_numbers
from carbonroad.views.drawing.network.plan import LANE_COUNT, LANE_ROOM, UNDATED_GAP, Plan, lane_name
from carbonroad.views.drawing.network.triangles import triangles
from carbonroad.views.drawing.network.windows import undated_box, undated_height
from carbonroad.views.drawing.paper.canvas import Canvas, Foot
from carbonroad.views.drawing.paper.sheet import LEFT, RIGHT, TOP, form_of
from carbonroad.views.drawing.paper.text import backed, backing, break_lines, measure
from carbonroad.views.shared.words import Words
from carbonroad.wording import Wording

_MOST_STRETCH, _LEAST_SHARE = 2.3, 0.45
"""How far rows are stretched at most, unless the network is only a small part of the sheet."""


def compose(words: Words, part: Part, plan: Plan, band: Band, order: Controlling) -> Canvas:
    """Return the sheet of a plan with its band."""
    w, form = words.w, form_of(words)
    room = form.floor - TOP - AXIS_HEIGHT - band.strip.height
    network = room - band.height
    if band.form != "N":
        network = min(network, max(plan.height * _MOST_STRETCH, room * _LEAST_SHARE))
    network = max(network, plan.height)
    factor = network / plan.height if plan.height else 1.0
    lanes = [lane.stretched(factor) for lane in plan.lanes]
    top = TOP + AXIS_HEIGHT
    bottom = top + network
    shapes, places, shown = _network(words, plan, lanes, order, top, bottom)
    within = Box(LEFT + 25.5, top + 0.5, RIGHT, bottom - 0.5)
    revised: list[str] = []
    if part.revisions:
        anchors, taken = _anchors(shapes, places), _text_boxes(shapes)
        marks, revised = triangles(part.revisions, part.id, anchors, taken, within)
        shapes += marks
    head = header(words.system, plan.axis, plan.entries, _lane_word(plan, w), w)
    frame_lines: list[Shape] = [
        *(Line(x, TOP, x, bottom, "frame-inner") for x in (plan.axis.left, LEFT + 25.0)),
        Line(LEFT, top, RIGHT, top, "frame-inner"),
    ]

    def draw(foot: Foot) -> list[Shape]:
        lower = bottom + band.strip.height
        return [
            *shapes,
            *head,
            *frame_lines,
            *band.strip.draw(bottom, band.strip.height),
            *draw_band(words, part, plan, band, lower, foot),
        ]

    noted = [r.index for r in (*plan.ends.noted, *plan.reduced)]
    drawn = {"dependencies": tuple(str(n) for n in (*shown, *noted)), "revisions": tuple(revised)}
    return Canvas({ref: form.zone(x, y) for ref, (x, y) in places.items()}, drawn, draw)


def _anchors(
    shapes: Sequence[Shape], places: Mapping[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Where a triangle looks for room: at a work's arrow, else at the item's place."""
    arrows = {
        group.item: (line.x1 + min(12.0, (line.x2 - line.x1) * 0.4), line.y1)
        for group in shapes
        if isinstance(group, Group) and group.role == "item"
        for line in group.shapes
        if isinstance(line, Line) and line.role.startswith("work")
    }
    return {ref: arrows.get(ref, place) for ref, place in places.items()}


def _lane_word(plan: Plan, w: Wording) -> str:
    """What the lanes are, with a dagger where who leads is inferred."""
    by_body = any(e.lane == packed.lane.name for packed in plan.lanes for e in packed.lane.entries)
    if not by_body:
        return w("Measure")
    inferred = any(e.inferred and e.lead for e in plan.entries)
    return w("Lead body") + ("\u00a0†" if inferred else "")


def _network(
    words: Words, plan: Plan, lanes: Sequence[Packed], order: Controlling, top: float, bottom: float
) -> tuple[list[Shape], dict[str, tuple[float, float]], list[int]]:
    """The lanes with all that stands in them; where each item stands; which dependencies are drawn."""
    w, axis = words.w, plan.axis
    numbers = event_numbers(plan)
    places: dict[str, Place] = {}
    spots: dict[str, tuple[float, float]] = {}
    blocks: list[Shape] = []
    headers: list[Shape] = []
    reserved: list[Box] = []
    y = top
    for n, packed in enumerate(lanes):
        height = packed.height if n + 1 < len(lanes) else bottom - y
        own: list[Box] = []
        for block, middle in packed.blocks:
            at = y + middle
            blocks += block.draw(at, numbers)
            own.append(Box(block.x0, at - block.up, block.x1, at + block.down))
            for ref, port in block.ports.items():
                places[ref] = Place(port, at)
                spots[ref] = (port.end, at)
        blocks += _undated(words, plan, packed, y, spots)
        headers += _lane_head(packed, y, height, w)
        headers += _nothing(plan, packed, y, height, own, w)
        reserved += own
        y += height
        if n + 1 < len(lanes):
            headers.append(Line(LEFT, y, RIGHT, y, "lane-edge"))
    controlling = frozenset(r.index for r in order.relations)
    obstacles = [*_text_boxes(blocks), *_text_boxes(headers)]
    spots |= _numbers(plan, blocks)
    links = draw_links(plan.routes, places, controlling, obstacles, w)
    outside = [relation.index for relation in plan.ends.leaving]
    return (
        [*grid(axis, bottom), *links.lines, *headers, *blocks, *links.labels],
        spots,
        [*links.shown, *outside],
    )


def _numbers(plan: Plan, blocks: Sequence[Shape]) -> dict[str, tuple[float, float]]:
    """Where works stand: at their number, as a bar or an arrow may be as long as the sheet."""
    works = {e.ref: e.no for e in plan.entries if e.kind in ("window", "timed")}
    return {
        group.item: (backing(label).left + 1.0, label.y - 0.3 * label.size)
        for group in reversed(blocks)
        if isinstance(group, Group) and group.role == "item" and group.item in works
        for label in reversed(group.shapes)
        if isinstance(label, Label) and label.text.startswith(works[group.item])
    }


def _undated(
    words: Words, plan: Plan, packed: Packed, y: float, spots: dict[str, tuple[float, float]]
) -> list[Shape]:
    column = plan.axis.undated
    if column is None:
        return []
    shapes: list[Shape] = []
    at = y + 0.9
    width = column.x1 - column.x0 - 2
    for entry in packed.lane.entries:
        if entry.kind == "undated":
            shapes += undated_box(entry, column.x0 + 1, at, width, words.w)
            spots[entry.ref] = (column.x0 + 3, at + 2)
            at += undated_height(entry, width, words.w) + UNDATED_GAP
    return shapes


def _lane_head(packed: Packed, y: float, height: float, w: Wording) -> list[Shape]:
    lane = packed.lane
    lines, size = lane_name(lane)
    pitch = size * 1.22
    counts = [count_entries(w, lane.entries), w("continued") if lane.continued else ""]
    start = y + height / 2 - (len(lines) * pitch + 2.4) / 2 + 3.0
    shapes: list[Shape] = [text(LEFT + 2, start + n * pitch, line, size, "b") for n, line in enumerate(lines)]
    count = ("，" if w.chinese else ", ").join(words for words in counts if words)
    below = start + (len(lines) - 1) * pitch + 3.4
    return [
        *shapes,
        *(
            text(LEFT + 2, below + n * 2.5, line, LANE_COUNT, "second")
            for n, line in enumerate(break_lines(count, LANE_COUNT, LANE_ROOM))
        ),
    ]


def _nothing(
    plan: Plan, packed: Packed, y: float, height: float, taken: Sequence[Box], w: Wording
) -> list[Shape]:
    """A lane without an item in the phase says so where there is room."""
    axis = plan.axis
    dated = [e for e in packed.lane.entries if e.kind != "undated"]
    first, last = axis.first, axis.last
    if any((e.latest or last) >= first and (e.first or e.latest or first) <= last for e in dated):
        return []
    words = w("nothing dated {years} in this lane", years=years_words(first, last))
    wide = measure(words, 2.5)
    middle = (axis.phase.x0 + axis.phase.x1) / 2
    for at in (y + height / 2 + 0.9, *(y + 3.0 + n * 2.0 for n in range(int(height / 2)))):
        for x in (middle, axis.phase.x1 - wide / 2 - 2, axis.phase.x0 + wide / 2 + 2):
            label = text(x, at, words, 2.5, "second slanted", "middle")
            box = backing(label)
            inside = box.top > y + 0.4 and box.bottom < y + height - 0.4
            if inside and not any(box.touches(other, 0.0) for other in taken):
                return backed([label], "ground")
    return []


def _text_boxes(shapes: Sequence[Shape]) -> list[Box]:
    """What a label of a link must not touch."""
    boxes: list[Box] = []
    for shape in shapes:
        if isinstance(shape, Group):
            boxes += _text_boxes(shape.shapes)
        elif isinstance(shape, Label):
            boxes.append(backing(shape))
        elif isinstance(shape, Circle):
            boxes.append(circle_box(shape))
        elif isinstance(shape, Polyline) and shape.closed:
            boxes.append(polyline_box(shape))
        elif isinstance(shape, Line) and shape.role.startswith("work"):
            boxes.append(Box(shape.x1, shape.y1 - 0.6, shape.x2, shape.y1 + 0.6))
        elif isinstance(shape, Rect) and shape.role.startswith("window"):
            boxes.append(rect_box(shape))
    return boxes
