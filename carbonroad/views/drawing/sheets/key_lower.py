"""What stands below a key plan: the matching codes of dependencies between sheets, notes, title block."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from carbonroad.model.roadmap import Part
from carbonroad.scene.shapes import Group, Rect, Shape, text
from carbonroad.views.drawing.band.band import LEFT_WIDTH
from carbonroad.views.drawing.band.bill import Bill, Field
from carbonroad.views.drawing.band.drawing import draw_title
from carbonroad.views.drawing.band.filling import take_rows
from carbonroad.views.drawing.band.notes import Notes
from carbonroad.views.drawing.band.tables import draw_bill
from carbonroad.views.drawing.band.title_block import HEIGHT as BLOCK_HEIGHT
from carbonroad.views.drawing.band.title_block import LEFT as RIGHT_COLUMN
from carbonroad.views.drawing.band.title_block import WIDTH as RIGHT_WIDTH
from carbonroad.views.drawing.dependencies.connectors import codes_of, signed
from carbonroad.views.drawing.items.entries import count_entries
from carbonroad.views.drawing.items.relations import Relation
from carbonroad.views.drawing.network.plan import Plan
from carbonroad.views.drawing.paper.canvas import Foot
from carbonroad.views.drawing.paper.sheet import LEFT, form_of
from carbonroad.views.shared.words import Words

_SIZE = 2.4


def matching_codes(
    words: Words, plans: Sequence[Plan], relations: Sequence[Relation], zones: Mapping[str, str]
) -> Bill:
    """Return the bill of the dependencies that go from sheet to sheet, with their codes."""
    w = words.w
    sheets = {e.ref: n for n, plan in enumerate(plans, 1) for e in plan.entries}
    codes = codes_of(relations, sheets)
    order = {index: n for n, index in enumerate(codes)}
    cut = sorted((r for r in relations if r.index in codes), key=lambda r: order[r.index])
    items = words.system.items
    fields = (
        Field("code", w("code"), tuple(codes[r.index] for r in cut), role="b"),
        Field("from", w("predecessor"), tuple(items[r.source].id for r in cut), grow=True),
        Field("at", w("sheet/zone"), tuple(zones.get(r.source, "") for r in cut)),
        Field("to", w("successor"), tuple(items[r.target].id for r in cut), bend=True),
        Field("there", w("sheet/zone"), tuple(zones.get(r.target, "") for r in cut)),
        Field("basis", w("basis"), tuple(w("stated") if r.stated else w("implied") for r in cut)),
        Field("days", w("days"), tuple("" if r.days is None else signed(r.days) for r in cut)),
    )
    remark = w("{n} dependencies go from sheet to sheet", n=len(cut))
    return Bill(w("Matching codes"), remark, fields, tuple(str(r.index) for r in cut))


def draw_lower(
    words: Words, part: Part, plans: Sequence[Plan], pairs: Bill, y: float, foot: Foot
) -> list[Shape]:
    """Return what stands from a height down to the frame."""
    w, floor = words.w, form_of(words).floor
    tall = floor - y
    shapes: list[Shape] = [Rect(LEFT, y, LEFT_WIDTH, tall, "panel")]
    if pairs.refs:
        remark = "{n} of {m} rows, all in the table of dependencies"
        table, _ = take_rows(pairs, LEFT_WIDTH, tall, (2.5, 1.6), w, remark, least=1)
        if table is not None:
            drawn = draw_bill(table, LEFT, y, tall, {})
            shapes += [replace(s, role="", item="") if isinstance(s, Group) else s for s in drawn]
    else:
        shapes.append(text(LEFT + 2, y + 4.2, w("No dependency goes from sheet to sheet."), _SIZE, "second"))
    entries = [entry for plan in plans for entry in plan.entries]
    notes = Notes(
        (
            w(
                "The key plan shows the gates of each lane, "
                "and the critical path or the controlling order alone."
            ),
            w("A code stands at both ends of a dependency that goes from sheet to sheet."),
            w("All sheets: {items}.", items=count_entries(w, entries)),
        ),
        RIGHT_WIDTH,
        w,
    )
    block_top = floor - BLOCK_HEIGHT
    return [
        *shapes,
        *notes.draw(RIGHT_COLUMN, y, block_top - y),
        *draw_title(words, part, plans, foot, "Construction drawing: key plan, {years}"),
    ]
