"""How many sheets a drawing needs, and what stands on which.

One sheet if all fits. Else the bills go on to sheets of their own (rule 22 e), and where the network still
does not fit it is split by lanes (22 f); or every sheet has its own lanes with their bills, if that takes
fewer sheets.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from carbonroad.views.drawing.band.band import Band, Bander
from carbonroad.views.drawing.band.notes import Notes
from carbonroad.views.drawing.dependencies.connectors import Elsewhere, codes_of
from carbonroad.views.drawing.faults import DrawingError
from carbonroad.views.drawing.network.lanes import Lane
from carbonroad.views.drawing.network.plan import Plan, make_plan
from carbonroad.views.drawing.sheets.pages import Page, bill_pages, note_pages
from carbonroad.views.drawing.sheets.split import even_groups, fewest, halve, pieces_of
from carbonroad.views.drawing.sheets.split_time import MANY, plan_many

_MOST_SPLITS = 30
_BILL_SHARE = 0.62
"""What a bill's row takes of a band: rows stand beside the title block, and may flow into two columns."""
_MOST_TRIED = 12


@dataclass(frozen=True, slots=True)
class Fit:
    """The sheets of a drawing.

    Attributes:
        plans: The network of each sheet.
        bands: What stands under each.
        pages: Sheets of bills.
        notes: Sheets of notes.
    """

    plans: tuple[Plan, ...]
    bands: tuple[Band, ...]
    pages: tuple[Page, ...] = ()
    notes: tuple[Notes, ...] = ()

    @property
    def count(self) -> int:
        """How many sheets there are, the key plan too."""
        networks = len(self.plans)
        return networks + len(self.pages) + len(self.notes) + (networks > 1)


def fit_sheets(bander: Bander, lanes: Sequence[Lane]) -> Fit:
    """Return the sheets that lanes need.

    Raises:
        DrawingError: If a single item is taller than a sheet.
    """
    if sum(len(lane.entries) for lane in lanes) > MANY:
        sheets = plan_many(bander, lanes)
        return Fit(tuple(sheet.plan for sheet in sheets), tuple(sheet.band for sheet in sheets))
    whole = make_plan(bander.words, bander.part.id, lanes, bander.relations, Elsewhere())
    band = bander.complete(whole)
    if band is not None:
        return Fit((whole,), (band,))
    apart = _apart(bander, whole)
    own = _complete(bander, whole, apart.count - 1) if len(apart.plans) > 1 else None
    return own if own is not None and own.count <= apart.count else apart


def _apart(bander: Bander, whole: Plan) -> Fit:
    """Networks without bills, as few as can be; the bills of all of them on sheets of their own."""
    room = bander.bare_room(whole)
    plans = _plans(bander, whole, room)
    bands = tuple(bander.bare(plan) for plan in plans)
    pages = bill_pages(bander.words, bander.bills(plans))
    left = list(dict.fromkeys(said for band in bands for said in band.rest))
    return Fit(tuple(plans), bands, pages, tuple(note_pages(bander.words, left)))


def _plans(bander: Bander, whole: Plan, room: float) -> list[Plan]:
    if whole.height <= room:
        return [whole]
    pieces = pieces_of(whole, room, lambda _, height: height)
    groups = even_groups(pieces, fewest(pieces, room))
    for _ in range(_MOST_SPLITS):
        plans = _laid_out(bander, groups, room)
        high = [plan.height > _room(bander, plan, room) for plan in plans]
        if not any(high):
            return plans
        groups = [
            half
            for group, plan, too_high in zip(groups, plans, high, strict=True)
            for half in (halve(plan) if too_high else [group])
        ]
    raise DrawingError(f"{bander.part.id}: an item is taller than a sheet")


def _room(bander: Bander, plan: Plan, usual: float) -> float:
    return min(usual, bander.bare_room(plan))


def _laid_out(bander: Bander, groups: Sequence[Sequence[Lane]], room: float) -> list[Plan]:
    """Each group on a sheet, with connectors to the others."""
    words, part = bander.words, bander.part.id
    sheets = {e.ref: n for n, group in enumerate(groups, 1) for lane in group for e in lane.entries}
    codes = codes_of(bander.relations, sheets)
    plans = []
    for n, group in enumerate(groups, 1):
        mine = {e.ref for lane in group for e in lane.entries}
        relations = [r for r in bander.relations if r.source in mine or r.target in mine]
        elsewhere = Elsewhere(n, sheets, codes)
        plan = make_plan(words, part, group, relations, elsewhere)
        chained = len(plan.chains) < sum(map(len, plan.chains))
        if plan.height > room and len(plan.lanes) == 1 and chained:
            plan = make_plan(words, part, group, relations, elsewhere, chained=False)
        plans.append(plan)
    return plans


def _complete(bander: Bander, whole: Plan, most: int) -> Fit | None:
    """Every sheet with its own bills, on no more than so many sheets; None if they do not fit."""
    bills = bander.bills([whole])
    tall = {
        ref: height
        for bill in bills
        if bill.refs
        for ref, height in zip(bill.refs, bander.row_heights(bill), strict=True)
    }

    def load(lane: Lane, height: float) -> float:
        return height + _BILL_SHARE * fsum(tall[e.ref] for e in lane.entries)

    room = bander.floor - 60.0
    pieces = pieces_of(whole, room * 0.55, load)
    least = max(2, fewest(pieces, room))
    for count in range(least, min(most, least + _MOST_TRIED) + 1):
        groups = even_groups(pieces, count)
        plans = _laid_out(bander, groups, room)
        bands = []
        for plan in plans:
            band = bander.complete(plan)
            if band is None:
                break
            bands.append(band)
        else:
            return Fit(tuple(plans), tuple(bands))
    return None
