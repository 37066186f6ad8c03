"""Sheets that hold bills and notes alone, as wide as the frame; a row taller than a sheet goes on."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from carbonroad.model.roadmap import Part
from carbonroad.scene.shapes import Rect, Shape
from carbonroad.views.drawing.band.band import LEFT_WIDTH
from carbonroad.views.drawing.band.bill import Bill
from carbonroad.views.drawing.band.drawing import draw_title
from carbonroad.views.drawing.band.filling import GAP, Type, cut_row, fill
from carbonroad.views.drawing.band.notes import Notes
from carbonroad.views.drawing.band.tables import Fitted, draw_bill
from carbonroad.views.drawing.band.title_block import HEIGHT as BLOCK_HEIGHT
from carbonroad.views.drawing.network.plan import Plan
from carbonroad.views.drawing.paper.canvas import Canvas, Foot
from carbonroad.views.drawing.paper.sheet import LEFT, RIGHT, TOP, form_of
from carbonroad.views.shared.words import Words

_WIDTH = RIGHT - LEFT
_TYPES: tuple[Type, ...] = ((3.3, 2.6), (3.1, 2.3), (2.9, 2.0), (2.7, 1.7), (2.5, 1.4), (2.3, 1.1))
_REMARK = "{n} of {m} rows, the others on the next sheet"


@dataclass(frozen=True, slots=True)
class Page:
    """The tables of a sheet."""

    tables: tuple[Fitted, ...]


def bill_pages(words: Words, bills: Sequence[Bill]) -> tuple[Page, ...]:
    """Return the sheets that bills need: as few as they can be, in the largest type, evenly filled."""
    if not any(bill.refs for bill in bills):
        return ()
    height = form_of(words).floor - TOP - BLOCK_HEIGHT
    made = {len(_TYPES) - 1: _pages(words, bills, height, _TYPES[-1])}
    fewest = len(made[len(_TYPES) - 1])

    def fits(number: int) -> bool:
        if number not in made:
            made[number] = _pages(words, bills, height, _TYPES[number])
        return len(made[number]) == fewest

    number = bisect_left(range(len(_TYPES)), 1, key=fits)
    full = fsum(table.height for page in made[number] for table in page.tables)
    if fewest > 1:
        for share in (1.04, 1.1, 1.2):
            room = full / fewest * share
            even = _pages(words, bills, room, _TYPES[number]) if room < height else made[number]
            if len(even) == fewest:
                return even
    return made[number]


def _pages(words: Words, bills: Sequence[Bill], height: float, form: Type) -> tuple[Page, ...]:
    waiting = [bill for bill in bills if bill.refs]
    pages = []
    while waiting:
        tables, rest = fill(waiting, _WIDTH, height, form, words.w, _REMARK, least=1)
        if not tables:
            begun, left = cut_row(waiting[0], _WIDTH, height, form, words.w)
            tables, rest = [begun], [left, *waiting[1:]]
        pages.append(Page(tuple(tables)))
        waiting = rest
    return tuple(pages)


def note_pages(words: Words, paragraphs: Sequence[str]) -> list[Notes]:
    """Return notes in portions of a sheet each."""
    height = form_of(words).floor - TOP - BLOCK_HEIGHT
    portions = []
    waiting = tuple(paragraphs)
    while waiting:
        notes, waiting = Notes(waiting, _WIDTH, words.w).within(height)
        if notes is None:
            notes, waiting = Notes(waiting[:1], _WIDTH, words.w), waiting[1:]
        portions.append(notes)
    return portions


def page_canvas(words: Words, part: Part, page: Page, plans: Sequence[Plan], notes: Sequence[str]) -> Canvas:
    """Return the sheet of a page of bills: the notes on its daggers stand beside the title block."""

    def draw(foot: Foot) -> list[Shape]:
        floor = form_of(words).floor
        bottom = floor - BLOCK_HEIGHT
        shapes: list[Shape] = []
        at = TOP
        spare = bottom - TOP - fsum(table.height + GAP for table in page.tables)
        rows = sum(len(table.bill.refs) for table in page.tables)
        for table in page.tables:
            grown = min(spare / rows, table.size * 0.9) * len(table.bill.refs)
            shapes += draw_bill(table, LEFT, at, table.height + grown, dict(foot.zones))
            at += table.height + grown
        if bottom - at > 1:
            shapes.append(Rect(LEFT, at, _WIDTH, bottom - at, "panel"))
        shapes += _beside(words, notes, bottom)
        return [*shapes, *draw_title(words, part, plans, foot, "Construction drawing: bills, {years}")]

    return Canvas({}, {}, draw)


def _beside(words: Words, paragraphs: Sequence[str], y: float) -> list[Shape]:
    notes = Notes(paragraphs, LEFT_WIDTH, words.w)
    for scale in (1.3, 1.15):
        if notes.scaled(scale).height <= BLOCK_HEIGHT:
            return notes.scaled(scale).draw(LEFT, y, BLOCK_HEIGHT)
    return notes.draw(LEFT, y, BLOCK_HEIGHT)


def notes_canvas(words: Words, part: Part, notes: Notes, plans: Sequence[Plan]) -> Canvas:
    """Return a sheet of notes that found no room beside their network."""

    def draw(foot: Foot) -> list[Shape]:
        bottom = form_of(words).floor - BLOCK_HEIGHT
        return [
            *notes.draw(LEFT, TOP, bottom - TOP),
            *draw_title(words, part, plans, foot, "Construction drawing: notes, {years}"),
        ]

    return Canvas({}, {}, draw)
