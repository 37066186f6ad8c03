"""Puts the sheets of a part together, and counts what was read against what was drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carbonroad.compute.facts import Facts
from carbonroad.link.system import System
from carbonroad.model.roadmap import Part
from carbonroad.scene.shapes import Group, Scene, Shape
from carbonroad.views.drawing.band import network_room, plan_band
from carbonroad.views.drawing.compose import compose
from carbonroad.views.drawing.entries import Entry, make_entries
from carbonroad.views.drawing.faults import DrawingError
from carbonroad.views.drawing.lanes import Lane, make_lanes
from carbonroad.views.drawing.lower import Canvas, continuation
from carbonroad.views.drawing.order import Controlling, controlling_order
from carbonroad.views.drawing.plan import Plan, make_plan
from carbonroad.views.drawing.relations import Relation, relations_of
from carbonroad.views.drawing.sheet import HEIGHT, WIDTH, frame, paper
from carbonroad.views.drawing.split import halve, split_lanes
from carbonroad.views.drawing.strip import finding
from carbonroad.views.drawing.titleblock import sheet_number
from carbonroad.views.options import USUAL, Options
from carbonroad.views.words import Words

_MOST_SPLITS = 30


@dataclass(frozen=True, slots=True)
class Source:
    """What a part's sheets are drawn from, prepared once."""

    words: Words
    part: Part
    entries: tuple[Entry, ...]
    relations: tuple[Relation, ...]

    @property
    def system(self) -> System:
        """The roadmap."""
        return self.words.system


def prepare(system: System, facts: Facts, part: Part, lang: str, options: Options = USUAL) -> Source:
    """Return what the sheets of a part are drawn from."""
    words = Words(system, facts, lang, options)
    entries = tuple(make_entries(words, part.id))
    return Source(words, part, entries, tuple(relations_of(system, facts, entries)))


def draw_sheets(
    system: System, facts: Facts, part: Part, lang: str, options: Options = USUAL
) -> tuple[Scene, ...]:
    """Return a part's construction drawing, one scene per A3 sheet.

    Raises:
        DrawingError: If an item or a dependency that was read stands on no sheet.
    """
    return draw_source(prepare(system, facts, part, lang, options))


def draw_source(source: Source) -> tuple[Scene, ...]:
    """Return the sheets of what was prepared."""
    w, system, part = source.words.w, source.system, source.part
    lanes = make_lanes(system, part.id, source.entries, source.relations, w)
    plans = _plans(source, lanes)
    rank = {e.ref: n for n, e in enumerate(e for lane in lanes for e in lane.entries)}
    timed = any(entry.kind == "timed" for entry in source.entries)
    order = Controlling((), "") if timed else controlling_order(source.entries, source.relations)
    canvases: list[Canvas] = []
    zones: dict[str, str] = {}
    bands = [plan_band(source.words, part, plan, source.relations, order, rank) for plan in plans]
    for plan, band in zip(plans, bands, strict=True):
        canvas = compose(source.words, part, plan, band, order)
        zones.update(canvas.zones)
        canvases.append(canvas)
    canvases += continuation(source.words, part, bands, plans[0])
    total = len(canvases)
    scenes: list[Scene] = []
    for n, canvas in enumerate(canvases, 1):
        shapes = (*paper(), *canvas.draw(n, total, zones), *frame())
        scenes.append(_scene(source, shapes, canvas, n, total))
    _count(source, scenes)
    return tuple(scenes)


def _plans(source: Source, lanes: Sequence[Lane]) -> list[Plan]:
    """One sheet if the network fits; else lane groups, each laid out anew with connectors to the others."""
    words, part = source.words, source.part.id
    whole = make_plan(words, part, lanes, source.relations, {})
    capacity = network_room(source.words, source.part, whole)
    if whole.height <= capacity:
        return [whole]
    groups = split_lanes(whole, capacity)
    for _ in range(_MOST_SPLITS):
        sheets = {e.ref: n for n, group in enumerate(groups, 1) for lane in group for e in lane.entries}
        plans = []
        for group in groups:
            mine = {e.ref for lane in group for e in lane.entries}
            relations = [r for r in source.relations if r.source in mine or r.target in mine]
            plan = make_plan(words, part, group, relations, sheets)
            if (
                plan.height > capacity
                and len(plan.lanes) == 1
                and len(plan.chains) < sum(map(len, plan.chains))
            ):
                plan = make_plan(words, part, group, relations, sheets, chained=False)
            plans.append(plan)
        if all(plan.height <= capacity for plan in plans):
            return plans
        groups = [
            half
            for group, plan in zip(groups, plans, strict=True)
            for half in ([group] if plan.height <= capacity else halve(plan))
        ]
    raise DrawingError(f"{part}: an item is taller than a sheet")


def _scene(source: Source, shapes: Sequence[Shape], canvas: Canvas, number: int, total: int) -> Scene:
    w = source.words.w
    name = source.part.title.pick(w.tag, source.system.languages)
    drawn = {"items": tuple(_items(shapes, "item")), "rows": tuple(_items(shapes, "row")), **canvas.drawn}
    return Scene(
        width=WIDTH,
        height=HEIGHT,
        unit="mm",
        title=w(
            "{part}: construction drawing {number}, sheet {n} of {m}",
            part=name,
            number=sheet_number(source.system, source.part, number),
            n=number,
            m=total,
        ),
        summary=finding(source.system, source.words.facts, source.part.id, source.entries, w),
        shapes=tuple(shapes),
        role="sheet",
        drawn=drawn,
    )


def _items(shapes: Sequence[Shape], role: str) -> list[str]:
    """The items whose groups were really drawn."""
    found: list[str] = []
    for shape in shapes:
        if isinstance(shape, Group):
            if shape.role == role and shape.item:
                found.append(shape.item)
            found += _items(shape.shapes, role)
    return found


def _count(source: Source, scenes: Sequence[Scene]) -> None:
    """Compare what was read with what stands on the sheets."""
    want: Mapping[str, set[str]] = {
        "items": {e.ref for e in source.entries},
        "rows": {e.ref for e in source.entries},
        "dependencies": {str(r.index) for r in source.relations},
    }
    for kind, read in want.items():
        drawn = [ref for scene in scenes for ref in scene.drawn.get(kind, ())]
        lost = sorted(read - set(drawn))
        twice = sorted({ref for ref in drawn if drawn.count(ref) > 1}) if kind != "dependencies" else []
        if lost or twice:
            raise DrawingError(f"{source.part.id}: lost {kind} {lost}, drawn twice {twice}")
