"""The key plan: which lane stands on which sheet, with its gates and the critical path alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from carbonroad.base.record import NamedTuple
from carbonroad.model.roadmap import Part
from carbonroad.scene.shapes import Group, Label, Line, Rect, Shape, text
from carbonroad.views.drawing.dependencies.connectors import number_of
from carbonroad.views.drawing.items.entries import Entry, count_entries
from carbonroad.views.drawing.items.names import count_words
from carbonroad.views.drawing.items.relations import Relation
from carbonroad.views.drawing.network.plan import Plan
from carbonroad.views.drawing.paper.canvas import Canvas, Foot
from carbonroad.views.drawing.paper.marks import gate_glyph
from carbonroad.views.drawing.paper.sheet import LEFT, RIGHT, TOP, form_of
from carbonroad.views.drawing.paper.text import backed, break_lines, measure
from carbonroad.views.drawing.sheets.key_lower import draw_lower, matching_codes
from carbonroad.views.drawing.sheets.key_path import MarkSpot, draw_path
from carbonroad.views.drawing.sheets.key_table import MANY_SHEETS, key_table
from carbonroad.views.shared.words import Words

_HEAD, _NAMES = 12.0, 46.0
_NAME, _ID, _SMALL = 2.6, 2.4, 2.2
_LEAST_LOWER = 62.0
_MOST_LOWER = 110.0


class _Style(NamedTuple):
    """How closely gates stand: the pitch of their rows, whether with their ids, the least lane."""

    pitch: float
    ids: bool
    gates: bool
    least: float


_STYLES = (
    _Style(5.0, ids=True, gates=True, least=7.0),
    _Style(4.2, ids=True, gates=True, least=6.0),
    _Style(3.5, ids=True, gates=True, least=5.0),
    _Style(3.5, ids=False, gates=True, least=4.6),
    _Style(3.5, ids=False, gates=False, least=4.0),
)


class Marked(NamedTuple):
    """The items that a key plan shows: gates, and what lies on the path through them."""

    path: tuple[str, ...]
    critical: bool


@dataclass(frozen=True, slots=True)
class _Lane:
    """A lane with what of it stands on each sheet."""

    name: str
    cells: Mapping[int, tuple[Entry, ...]]


def key_plan(
    words: Words, part: Part, plans: Sequence[Plan], relations: Sequence[Relation], marked: Marked
) -> Canvas:
    """Return the key plan of several sheets."""
    if len(plans) > MANY_SHEETS:
        return key_table(words, part, plans, marked.path if marked.critical else ())
    lanes = _lanes(plans)
    floor = form_of(words).floor

    def draw(foot: Foot) -> list[Shape]:
        pairs = matching_codes(words, plans, relations, foot.zones)
        lower = max(_LEAST_LOWER, min(_MOST_LOWER, 18 + 5.2 * len(pairs.refs)))
        bottom = floor - lower
        return [
            *_grid(words, part, plans, lanes, marked, bottom),
            *draw_lower(words, part, plans, pairs, bottom, foot),
        ]

    return Canvas({}, {}, draw)


def _lanes(plans: Sequence[Plan]) -> list[_Lane]:
    """Lanes by name, in the order of the sheets; what continues on another sheet stands in one row."""
    found: dict[str, dict[int, tuple[Entry, ...]]] = {}
    for n, plan in enumerate(plans, 1):
        for packed in plan.lanes:
            cells = found.setdefault(packed.lane.name, {})
            cells[n] = (*cells.get(n, ()), *packed.lane.entries)
    return [_Lane(name, cells) for name, cells in found.items()]


def _grid(
    words: Words, part: Part, plans: Sequence[Plan], lanes: Sequence[_Lane], marked: Marked, bottom: float
) -> list[Shape]:
    top = TOP + _HEAD
    width = (RIGHT - LEFT - _NAMES) / len(plans)
    style = next(
        (one for one in _STYLES if fsum(_tall(x, one, width, marked) for x in lanes) <= bottom - top),
        _STYLES[-1],
    )
    room = max(1, int((bottom - top) / style.least))
    shown = lanes if style.gates or len(lanes) <= room else lanes[: room - 1]
    heights = [_tall(lane, style, width, marked) for lane in shown]
    if len(shown) < len(lanes):
        heights.append(style.least)
    spare = (bottom - top - fsum(heights)) / max(1, len(heights))
    shapes: list[Shape] = [Rect(LEFT, TOP, RIGHT - LEFT, _HEAD, "head-band")]
    shapes += _heads(words, part, plans, width)
    spots: dict[str, MarkSpot] = {}
    cells: list[Shape] = []
    y = top
    for lane, tall in zip(shown, heights, strict=False):
        cells += _lane(words, lane, (y, tall + spare), style, width, marked, spots)
        y += tall + spare
        shapes.append(Line(LEFT, y, RIGHT, y, "lane-edge"))
    if len(shown) < len(lanes):
        said = words.w("{n} further lanes", n=len(lanes) - len(shown))
        cells.append(text(LEFT + 2, y + 2.9, said, _SMALL, "second"))
    for n in range(len(plans) + 1):
        x = LEFT + _NAMES + n * width
        shapes.append(Line(x, TOP, x, bottom, "frame-inner" if n == 0 else "column-edge"))
    shapes.append(Line(LEFT, top, RIGHT, top, "frame-inner"))
    tints = [shape for shape in cells if isinstance(shape, Rect)]
    items = [shape for shape in cells if not isinstance(shape, Rect)]
    return [*tints, *shapes, *draw_path(marked.path, spots, critical=marked.critical), *items]


def _heads(words: Words, part: Part, plans: Sequence[Plan], width: float) -> list[Shape]:
    w, system = words.w, words.system
    shapes: list[Shape] = [
        text(LEFT + 2, TOP + 4.8, w("Key plan"), 3.1, "b"),
        text(LEFT + 2, TOP + 8.8, w("lanes by sheets"), _SMALL, "second"),
    ]
    for n, plan in enumerate(plans, 1):
        x = LEFT + _NAMES + (n - 1) * width
        number = number_of(system, part.id, n)
        name = number if measure(number, 3.1, True) < width - 4 else f"{n:02d}"
        size = 3.1 if measure(name, 3.1, True) < width - 1 else 2.1
        count = count_entries(w, plan.entries)
        inner: list[Shape] = [text(x + min(2.0, width * 0.1), TOP + 4.8, name, size, "b")]
        if measure(count, _SMALL) < width - 4:
            inner.append(text(x + 2, TOP + 8.8, count, _SMALL, "second"))
        shapes.append(Group(tuple(inner), href=f"#sheet-{n}"))
    return shapes


def _shown(entries: Sequence[Entry], marked: Marked) -> list[Entry]:
    """The gates and the works of the path, by date; those without one last."""
    found = [e for e in entries if e.gate or e.ref in marked.path]
    return sorted(found, key=lambda e: (e.latest is None or e.kind == "undated", str(e.latest)))


def _step(entry: Entry, style: _Style) -> float:
    return 5.4 + measure(entry.no, _ID, True) + 2.4 if style.ids else 4.0


def _rows(entries: Sequence[Entry], style: _Style, width: float) -> list[list[Entry]]:
    rows: list[list[Entry]] = [[]]
    used = 2.0
    for entry in entries:
        step = _step(entry, style)
        if rows[-1] and used + step > width - 1:
            rows.append([])
            used = 2.0
        rows[-1].append(entry)
        used += step
    return rows


def _tall(lane: _Lane, style: _Style, width: float, marked: Marked) -> float:
    names = 1.4 + 3.2 * len(_name_lines(lane)) if style.gates else 0.0
    most = max(len(_rows(_shown(entries, marked), style, width)) for entries in lane.cells.values())
    wide = all(
        _step(e, style) < width - 3 for entries in lane.cells.values() for e in _shown(entries, marked)
    )
    if not wide:
        return 1e9
    return max(style.least, names, most * style.pitch + 1.6 if style.gates else 0.0)


def _name_lines(lane: _Lane) -> tuple[str, ...]:
    return break_lines(lane.name, _NAME, _NAMES - 3.5, True)


def _lane(
    words: Words,
    lane: _Lane,
    place: tuple[float, float],
    style: _Style,
    width: float,
    marked: Marked,
    spots: dict[str, MarkSpot],
) -> list[Shape]:
    y, tall = place
    lines = _name_lines(lane) if style.gates else _name_lines(lane)[:1]
    at = y + tall / 2 - (len(lines) - 1) * 1.6 + 0.95
    shapes: list[Shape] = [
        text(LEFT + 2, at + n * 3.2, line, _NAME if style.gates else _SMALL, "b")
        for n, line in enumerate(lines)
    ]
    for n, entries in lane.cells.items():
        left = LEFT + _NAMES + (n - 1) * width
        shapes.append(Rect(left + 0.4, y + 0.4, width - 0.8, tall - 0.8, "key-cell"))
        if not style.gates:
            shapes.append(text(left + width / 2, y + tall / 2 + 0.8, str(len(entries)), _SMALL, "", "middle"))
            continue
        rows = _rows(_shown(entries, marked), style, width)
        pitch = (tall - 1.6) / len(rows)
        for k, row in enumerate(rows):
            at = y + 0.8 + (k + 0.5) * pitch
            shapes += _row(
                row, MarkSpot(left + 2.0, at, left + 1.1, min(pitch / 2, 2.4)), style, marked, spots
            )
        if not any(rows):
            said = count_words(words.w, 0, len(entries))
            if measure(said, _SMALL) < width - 4:
                shapes.append(text(left + 2, y + tall / 2 + 0.8, said, _SMALL, "second"))
    return shapes


def _row(
    row: Sequence[Entry],
    begin: MarkSpot,
    style: _Style,
    marked: Marked,
    spots: dict[str, MarkSpot],
) -> list[Shape]:
    x, y = begin.x, begin.y
    shapes: list[Shape] = []
    for entry in row:
        spots[entry.ref] = begin._replace(x=x + 3.0)
        critical = marked.critical and entry.ref in marked.path
        if entry.gate:
            glyph = gate_glyph(x + 3.0, y, "by", r=1.35)[:1]
        else:
            glyph = [Rect(x + 0.2, y - 0.8, 3.0, 1.6, "window")]
        inner: list[Shape] = list(glyph)
        if style.ids:
            role = "b crit-ink" if critical else "b" if entry.peak or entry.ref in marked.path else ""
            label = Label(x + 5.4, y + 0.85, ((entry.no, ""),), _ID, role)
            inner += backed([label], "ground")
        shapes.append(Group(tuple(inner), "key-item", "", f"{entry.no}: {entry.title}"))
        x += _step(entry, style)
    return shapes
