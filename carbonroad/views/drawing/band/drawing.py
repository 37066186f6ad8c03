"""The lower band drawn: bills, notes, legend, revisions and title block."""

from collections.abc import Mapping, Sequence
from math import fsum

from carbonroad.base.record import NamedTuple
from carbonroad.model.roadmap import Part
from carbonroad.scene.shapes import Rect, Shape
from carbonroad.views.drawing.band.band import LEFT_WIDTH, Band
from carbonroad.views.drawing.band.filling import GAP
from carbonroad.views.drawing.band.legend import Legend
from carbonroad.views.drawing.band.notes import Notes
from carbonroad.views.drawing.band.tables import Fitted, draw_bill
from carbonroad.views.drawing.band.title_block import HEIGHT as BLOCK_HEIGHT
from carbonroad.views.drawing.band.title_block import LEFT as RIGHT_COLUMN
from carbonroad.views.drawing.band.title_block import WIDTH as RIGHT_WIDTH
from carbonroad.views.drawing.band.title_block import RevisionTable, TitleWords, title_block
from carbonroad.views.drawing.network.header import years_words
from carbonroad.views.drawing.network.plan import Plan
from carbonroad.views.drawing.paper.canvas import Foot
from carbonroad.views.drawing.paper.sheet import LEFT, form_of
from carbonroad.views.shared.words import Words

_NEAR = 5
_SCALES = (1.3, 1.2, 1.1, 1.0)


class _Column(NamedTuple):
    """A column of the band: its left edge and width, and from where to where it goes."""

    x: float
    width: float
    top: float
    bottom: float


def draw_band(words: Words, part: Part, plan: Plan, band: Band, top: float, foot: Foot) -> list[Shape]:
    """Return bills, notes, legend, revisions and title block from the strip down to the frame."""
    form = form_of(words)
    zones = dict(foot.zones)
    revisions = RevisionTable(words.system, part, _local(zones, part.id), words.w)
    revision_top = form.floor - BLOCK_HEIGHT - revisions.height
    left = _Column(LEFT, LEFT_WIDTH, top, form.floor)
    right = _Column(RIGHT_COLUMN, RIGHT_WIDTH, top, revision_top)
    shapes: list[Shape] = []
    if band.form == "N":
        shapes += _panels(left, (band.notes, band.legend))
        right = right._replace(bottom=top)
        revision_top = top
    elif band.form == "B":
        used = band.left[0].height + GAP
        shapes += _tables(left._replace(bottom=top + _grown(left, used, band.notes)), band.left, zones)
        shapes += _panels(left._replace(top=top + _grown(left, used, band.notes)), (band.notes,))
        split = revision_top - band.legend.height
        shapes += _tables(right._replace(bottom=split), band.right, zones)
        shapes += _panels(right._replace(top=split), (band.legend,))
    else:
        shapes += _tables(left, band.left, zones)
        used = fsum(table.height + GAP for table in band.right)
        shapes += _tables(right._replace(bottom=top + used), band.right, zones)
        shapes += _panels(right._replace(top=top + used), (band.notes, band.legend))
    tall = form.floor - BLOCK_HEIGHT - revision_top
    return [*shapes, *revisions.draw(revision_top, tall), *draw_title(words, part, (plan,), foot)]


def _grown(column: _Column, used: float, notes: Notes) -> float:
    """The height of a table over notes: half of what neither needs."""
    return used + max(0.0, column.bottom - column.top - used - notes.height) / 2


def _tables(column: _Column, tables: Sequence[Fitted], zones: dict[str, str]) -> list[Shape]:
    """Tables under one another; each gets of the spare height what its rows are of all."""
    if not tables:
        empty = column.bottom - column.top > 1
        return (
            [Rect(column.x, column.top, column.width, column.bottom - column.top, "panel")] if empty else []
        )
    spare = column.bottom - column.top - fsum(table.height for table in tables)
    rows = max(1, sum(len(table.bill.refs) for table in tables))
    shapes: list[Shape] = []
    at = column.top
    for n, table in enumerate(tables):
        tall = table.height + spare * len(table.bill.refs) / rows
        tall = column.bottom - at if n + 1 == len(tables) else tall
        shapes += draw_bill(table, column.x, at, tall, zones)
        at += tall
    return shapes


def _panels(column: _Column, panels: Sequence[Notes | Legend]) -> list[Shape]:
    """Notes and legend in the largest type that fits; what is left over they share."""
    room = column.bottom - column.top
    scaled = panels
    for scale in _SCALES:
        scaled = [panel.scaled(scale) for panel in panels]
        wrapped = any(
            isinstance(panel, Legend) and panel.rows > usual.rows
            for panel, usual in zip(scaled, panels, strict=True)
            if isinstance(usual, Legend)
        )
        if not wrapped and fsum(panel.height for panel in scaled) <= room:
            break
    spare = (room - fsum(panel.height for panel in scaled)) / len(scaled)
    shapes: list[Shape] = []
    at = column.top
    for panel in scaled:
        tall = panel.height + spare
        if isinstance(panel, Notes):
            shapes += panel.draw(column.x, at, tall)
        else:
            shapes += panel.draw(column.x, at, column.width, tall)
        at += tall
    return shapes


def _local(zones: Mapping[str, str], part: str) -> dict[str, str]:
    return {ref.removeprefix(f"{part}."): found for ref, found in zones.items()}


def draw_title(words: Words, part: Part, plans: Sequence[Plan], foot: Foot, key: str = "") -> list[Shape]:
    """Return the title block of a sheet that shows the items of some plans; `key` is its subtitle."""
    w, axis = words.w, plans[0].axis
    years = years_words(axis.first, axis.last)
    timed = any(e.kind == "timed" for plan in plans for e in plan.entries)
    usual = (
        "Construction drawing: works, gates and windows, {years}"
        if timed
        else "Construction drawing: gates and windows, {years}"
    )
    scale = (w("Scale ({years})", years=years), w("1 year : {n} mm", n=axis.per_year) if not key else "")
    linked = {
        words.system.items[ref].part
        for plan in plans
        for r in plan.ends.leaving
        for ref in (r.source, r.target)
    }
    codes = (
        []
        if key
        else [
            words.system.codes.get(p.id, p.id)
            for p in words.system.parts
            if p.id in linked and p.id != part.id
        ]
    )
    near = [f"{number:02d}" for number in foot.neighbours]
    near = near if len(near) <= _NEAR else [f"{near[0]}–{near[-1]}"]
    said = TitleWords(
        w(key or usual, years=years), scale, " · ".join((*near, *codes)), foot.number, foot.total
    )
    return title_block(words.system, part, said, form_of(words), w)
