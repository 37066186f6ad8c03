"""The lower band drawn: bills, notes, legend, revisions and title block; and sheets that hold bills alone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from carbonroad.model.roadmap import Part
from carbonroad.scene.shapes import Line, Rect, Shape
from carbonroad.views.drawing.band import LEFT_WIDTH, Band, take_rows
from carbonroad.views.drawing.faults import DrawingError
from carbonroad.views.drawing.header import years_words
from carbonroad.views.drawing.notes import Notes
from carbonroad.views.drawing.plan import Plan
from carbonroad.views.drawing.sheet import BOTTOM, LEFT, TOP
from carbonroad.views.drawing.tables import Bill, draw_bill
from carbonroad.views.drawing.titleblock import HEIGHT as BLOCK_HEIGHT
from carbonroad.views.drawing.titleblock import LEFT as RIGHT_COLUMN
from carbonroad.views.drawing.titleblock import WIDTH as RIGHT_WIDTH
from carbonroad.views.drawing.titleblock import RevisionTable, TitleWords, title_block
from carbonroad.views.words import Words


@dataclass(frozen=True, slots=True)
class Canvas:
    """A sheet but for what needs all sheets: zones of items elsewhere, its place among them."""

    zones: Mapping[str, str]
    drawn: Mapping[str, tuple[str, ...]]
    draw: Callable[[int, int, Mapping[str, str]], list[Shape]]


class Foot(NamedTuple):
    """Where the band begins, where items stand on all sheets, and the sheet's number among how many."""

    top: float
    zones: Mapping[str, str]
    number: int
    total: int


def draw_band(words: Words, part: Part, plan: Plan, band: Band, foot: Foot) -> list[Shape]:
    """Return bills, notes, legend, revisions and title block from the strip down to the frame."""
    top, zones, number, total = foot
    known = dict(zones)
    shapes: list[Shape] = []
    revisions = RevisionTable(words.system, part, _local(zones, part.id), words.w)
    legend_height, block_top = band.legend.height, BOTTOM - BLOCK_HEIGHT
    revision_top = block_top - revisions.height
    legend_top = revision_top - legend_height
    at = top
    if band.gates is not None:
        tall = (
            band.gates.height
            if (band.form != "B" and band.works is not None) or band.form == "B"
            else BOTTOM - top
        )
        shapes += draw_bill(band.gates, LEFT, at, tall, known)
        at += tall
    if band.works is not None and band.form != "B":
        shapes += draw_bill(band.works, LEFT, at, BOTTOM - at, known)
        at = BOTTOM
    right_top = top
    if band.form == "B" and band.works is not None:
        shapes += draw_bill(band.works, RIGHT_COLUMN, top, legend_top - top, known)
        right_top = legend_top
        if band.notes is not None:
            shapes += band.notes.draw(LEFT, at, BOTTOM - at)
    elif band.notes is not None:
        shapes += band.notes.draw(RIGHT_COLUMN, top, legend_top - top)
        right_top = legend_top
    shapes += band.legend.draw(RIGHT_COLUMN, right_top, RIGHT_WIDTH, revision_top - right_top)
    shapes += revisions.draw(revision_top, revisions.height)
    if at < BOTTOM and band.form != "B":
        shapes.append(Rect(LEFT, at, LEFT_WIDTH, BOTTOM - at, "panel"))
    return [*shapes, *_title(words, part, plan, number, total)]


def _local(zones: Mapping[str, str], part: str) -> dict[str, str]:
    return {ref.removeprefix(f"{part}."): found for ref, found in zones.items()}


def _title(words: Words, part: Part, plan: Plan, number: int, total: int) -> list[Shape]:
    w, axis = words.w, plan.axis
    years = years_words(axis.first, axis.last)
    timed = any(e.kind == "timed" for e in plan.entries)
    key = (
        "Construction drawing: works, gates and windows, {years}"
        if timed
        else "Construction drawing: gates and windows, {years}"
    )
    scale = (w("Scale ({years})", years=years), w("1 year : {n} mm", n=axis.per_year))
    linked = {
        words.system.items[ref].part
        for found in (*plan.ends.outgoing.values(), *plan.ends.incoming.values())
        for r in found
        for ref in (r.source, r.target)
    }
    codes = [
        words.system.codes.get(p.id, p.id) for p in words.system.parts if p.id in linked and p.id != part.id
    ]
    said = TitleWords(w(key, years=years), scale, " · ".join(codes), number, total)
    return title_block(words.system, part, said, w)


def continuation(words: Words, part: Part, bands: Sequence[Band], plan: Plan) -> list[Canvas]:
    """Return the sheets for bills and notes that found no room beside their network."""
    queue = [bill for band in bands for bill in band.rest]
    paragraphs = [said for band in bands if band.notes is None for said in band.paragraphs]
    canvases = []
    while queue or paragraphs:
        canvases.append(_bill_sheet(words, part, queue, paragraphs, plan))
        paragraphs = []
    return canvases


def _bill_sheet(words: Words, part: Part, queue: list[Bill], paragraphs: Sequence[str], plan: Plan) -> Canvas:
    """Take from the queue what fits on a sheet: left column, then right above the title block."""
    placed = []
    bottoms = (BOTTOM, BOTTOM - BLOCK_HEIGHT)
    notes = Notes(list(dict.fromkeys(paragraphs)), RIGHT_WIDTH, words.w) if paragraphs else None
    for x, width, bottom in zip((LEFT, RIGHT_COLUMN), (LEFT_WIDTH, RIGHT_WIDTH), bottoms, strict=True):
        y = TOP
        if notes is not None and x == RIGHT_COLUMN:
            bottom -= notes.height  # noqa: PLW2901
        while queue:
            table, remaining = take_rows(queue[0], width, bottom - y, 2.5, 1.6, words, least=1)
            if table is None:
                break
            placed.append((table, x, y))
            y += table.height + 0.6
            if remaining is None:
                queue.pop(0)
            else:
                queue[0] = remaining
                break

    if queue and not placed:
        raise DrawingError(f"{part.id}: a row of a bill is taller than a sheet")

    def draw(number: int, total: int, known: Mapping[str, str]) -> list[Shape]:
        shapes: list[Shape] = []
        for table, x, y in placed:
            shapes += draw_bill(table, x, y, table.height, dict(known))
        if notes is not None:
            shapes += notes.draw(RIGHT_COLUMN, BOTTOM - BLOCK_HEIGHT - notes.height, notes.height)
        shapes.append(Line(RIGHT_COLUMN, TOP, RIGHT_COLUMN, BOTTOM, "frame-inner"))
        return [*shapes, *_title(words, part, plan, number, total)]

    return Canvas({}, {}, draw)
