"""The desk on which the sheets of all parts lie: a connector names sheet and zone of another part's sheet.

Each part is laid out once, when it is first asked for; the sheets are drawn when all that they refer to is
laid out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from carbonroad.base.record import NamedTuple
from carbonroad.compute.facts import Facts
from carbonroad.link.system import System
from carbonroad.model.roadmap import Part
from carbonroad.scene.shapes import Scene
from carbonroad.views.drawing.band.band import Bander
from carbonroad.views.drawing.band.notes import dagger_notes
from carbonroad.views.drawing.band.strip import finding
from carbonroad.views.drawing.compose import compose
from carbonroad.views.drawing.counting import count, drawn_of
from carbonroad.views.drawing.dependencies.connectors import OtherEnd, codes_of, number_of, settle
from carbonroad.views.drawing.items.entries import Entry, make_entries
from carbonroad.views.drawing.items.names import sheet_number
from carbonroad.views.drawing.items.order import Controlling, controlling_order
from carbonroad.views.drawing.items.relations import Relation, relations_of
from carbonroad.views.drawing.network.lanes import make_lanes
from carbonroad.views.drawing.network.legible import legible
from carbonroad.views.drawing.paper.canvas import Canvas, Foot
from carbonroad.views.drawing.paper.sheet import HEIGHT, WIDTH, form_of, placed
from carbonroad.views.drawing.sheets.fitting import Fit, fit_sheets
from carbonroad.views.drawing.sheets.key_plan import Marked, key_plan
from carbonroad.views.drawing.sheets.pages import notes_canvas, page_canvas
from carbonroad.views.options import USUAL, Options
from carbonroad.views.shared.words import Words


@dataclass(frozen=True, slots=True)
class Contents:
    """What a part's sheets are drawn from, prepared once."""

    words: Words
    part: Part
    entries: tuple[Entry, ...]
    relations: tuple[Relation, ...]

    @property
    def system(self) -> System:
        """The roadmap."""
        return self.words.system


class Stand(NamedTuple):
    """Where an item stands: the number of the sheet, and the zone."""

    sheet: int
    zone: str


class SheetIndex(NamedTuple):
    """What other parts' sheets say of a part's: the first one's number, how many, and where items stand."""

    first: int
    total: int
    stands: Mapping[str, Stand]


@dataclass(frozen=True, slots=True)
class Layout:
    """A part's sheets, laid out but not drawn; `canvases` begins with the key plan where there is one."""

    contents: Contents
    fit: Fit
    canvases: tuple[Canvas, ...]
    stands: Mapping[str, Stand]
    summary: str

    @property
    def first(self) -> int:
        """The number of the first sheet: 0 for a key plan."""
        return 0 if len(self.fit.plans) > 1 else 1

    @property
    def codes(self) -> dict[int, str]:
        """The matching code of each dependency between two sheets."""
        return codes_of(self.contents.relations, {ref: stand.sheet for ref, stand in self.stands.items()})

    @property
    def total(self) -> int:
        """How many sheets there are, the key plan not counted."""
        return len(self.canvases) - (1 - self.first)

    @property
    def index(self) -> SheetIndex:
        """What other parts' sheets say of these."""
        return SheetIndex(self.first, self.total, self.stands)


class Desk:
    """Lays out and draws the sheets of a roadmap in one language.

    Args:
        system: The roadmap.
        facts: What is computed from it.
        lang: BCP 47 tag.
        options: How they are drawn.
        known: The sheets of parts that need not be laid out because nothing of them changed.
    """

    def __init__(
        self,
        system: System,
        facts: Facts,
        lang: str,
        options: Options = USUAL,
        known: Mapping[str, SheetIndex] = MappingProxyType({}),
    ) -> None:
        self.words = Words(system, facts, lang, options)
        self._known = known
        self._layouts: dict[str, Layout] = {}

    def index(self, part: Part) -> SheetIndex:
        """Return where a part's items stand; a part of which that is known is not laid out for it."""
        if part.id in self._known and part.id not in self._layouts:
            return self._known[part.id]
        return self.layout(part).index

    def layout(self, part: Part) -> Layout:
        """Return the layout of a part's sheets.

        Raises:
            DrawingError: If a single item is taller than a sheet.
        """
        if part.id not in self._layouts:
            self._layouts[part.id] = _lay_out(_prepare(self.words, part))
        return self._layouts[part.id]

    def scenes(self, part: Part) -> tuple[Scene, ...]:
        """Return a part's construction drawing, one scene per A3 sheet.

        Raises:
            DrawingError: If what was read stands on no sheet.
        """
        layout = self.layout(part)
        scenes = tuple(
            self._scene(layout, canvas, number) for number, canvas in enumerate(layout.canvases, layout.first)
        )
        count(part.id, layout.contents.entries, layout.contents.relations, part.revisions, scenes)
        return scenes

    def _scene(self, layout: Layout, canvas: Canvas, number: int) -> Scene:
        contents = layout.contents
        part, w, system = contents.part, contents.words.w, contents.system
        foot = Foot(_zones(layout, number), number, layout.total, _neighbours(layout, number))
        shapes = canvas.draw(foot)
        drawn = {**drawn_of(shapes), **canvas.drawn}
        settled = settle(shapes, partial(self._spot, layout, number))
        name = part.title.pick(w.tag, system.languages)
        said = "{part}: construction drawing {number}, sheet {n} of {m}"
        return Scene(
            width=WIDTH,
            height=HEIGHT,
            unit="mm",
            title=w(
                said if number else "{part}: key plan {number} of {m} sheets",
                part=name,
                number=sheet_number(system, part, number),
                n=number,
                m=layout.total,
            ),
            summary=layout.summary,
            shapes=tuple(placed(settled, form_of(contents.words))),
            role="sheet",
            drawn=drawn,
        )

    def _spot(self, layout: Layout, number: int, refs: tuple[str, ...]) -> OtherEnd:
        """Where the other ends of a connector on a sheet stand."""
        system, w = self.words.system, self.words.w
        other = system.items[refs[0]].part
        if other == layout.contents.part.id:
            stands = [layout.stands[ref] for ref in refs if ref in layout.stands]
            if not stands or stands[0].sheet == number:
                return OtherEnd(w("zone {zone}", zone=stands[0].zone) if stands else w("no date"), "")
            return OtherEnd(w("sheet {place}", place=_place("", stands)), f"#sheet-{stands[0].sheet}")
        part = next(one for one in system.parts if one.id == other)
        found = self.index(part).stands
        stands = [found[ref] for ref in refs if ref in found]
        path = "drawing" if system.top is part else f"{other}/drawing"
        if not stands:
            return OtherEnd(number_of(system, other, 1), f"doc:{path}")
        lead = number_of(system, other, stands[0].sheet)
        return OtherEnd(_place(lead, stands), f"doc:{path}#sheet-{stands[0].sheet}")


def _place(number: str, stands: Sequence[Stand]) -> str:
    """A sheet and zone; of several items their sheets."""
    if len(stands) == 1:
        return f"{number or stands[0].sheet}/{stands[0].zone}"
    sheets = sorted({stand.sheet for stand in stands})
    first = number or str(sheets[0])
    return first if len(sheets) == 1 else f"{first}–{sheets[-1]:02d}"


def _zones(layout: Layout, number: int) -> dict[str, str]:
    """Zones as the bills of a sheet say them: with the sheet's number where it is another one.

    A sheet with a network of its own names its own items, and those that were revised.
    """
    several = len(layout.fit.plans) > 1
    part = layout.contents.part
    refs: Iterable[str] = layout.stands
    if 1 <= number <= len(layout.fit.plans):
        revised = (i.text for revision in part.revisions for i in revision.items)
        own = (entry.ref for entry in layout.fit.plans[number - 1].entries)
        refs = dict.fromkeys((*own, *(ref for text in revised for ref in (text, f"{part.id}.{text}"))))
    return {
        ref: stand.zone if stand.sheet == number or not several else f"{stand.sheet}/{stand.zone}"
        for ref in refs
        if (stand := layout.stands.get(ref)) is not None
    }


def _neighbours(layout: Layout, number: int) -> tuple[int, ...]:
    """The sheets that a sheet has dependencies with; all of them for the key plan and the bills."""
    if not 1 <= number <= len(layout.fit.plans):
        return tuple(n for n in range(1, len(layout.fit.plans) + 1) if n != number and number)
    ends = layout.fit.plans[number - 1].ends
    found = set()
    for relation in (*ends.leaving, *ends.noted):
        for ref in (relation.source, relation.target):
            stand = layout.stands.get(ref)
            if stand is not None and stand.sheet != number:
                found.add(stand.sheet)
    return tuple(sorted(found))


def _prepare(words: Words, part: Part) -> Contents:
    entries = tuple(make_entries(words, part.id))
    return Contents(words, part, entries, tuple(relations_of(words.system, words.facts, entries)))


def _lay_out(contents: Contents) -> Layout:
    words, part = contents.words, contents.part
    lanes = make_lanes(contents.system, part.id, contents.entries, contents.relations, words.w)
    rank = {e.ref: n for n, e in enumerate(e for lane in lanes for e in lane.entries)}
    timed = any(entry.kind == "timed" for entry in contents.entries)
    order = Controlling((), "") if timed else controlling_order(contents.entries, contents.relations)
    bander = Bander(words, part, contents.relations, order, rank, contents.entries)
    fit = fit_sheets(bander, legible(lanes, words.w))
    canvases = [
        compose(words, part, plan, band, order) for plan, band in zip(fit.plans, fit.bands, strict=True)
    ]
    stands = {
        ref: Stand(n, zone) for n, canvas in enumerate(canvases, 1) for ref, zone in canvas.zones.items()
    }
    daggers = dagger_notes(contents.entries, words.w)
    canvases += [page_canvas(words, part, page, fit.plans, daggers) for page in fit.pages]
    canvases += [notes_canvas(words, part, notes, fit.plans) for notes in fit.notes]
    if len(fit.plans) > 1:
        marked = _marked(contents, order, timed=timed)
        canvases.insert(0, key_plan(words, part, fit.plans, contents.relations, marked))
    summary = finding(contents.system, words.facts, part.id, contents.entries, words.w)
    return Layout(contents, fit, tuple(canvases), stands, summary)


def _marked(contents: Contents, order: Controlling, *, timed: bool) -> Marked:
    """What the key plan joins: the critical path, or the controlling order."""
    if timed:
        mine = {e.ref for e in contents.entries}
        path = contents.words.facts.schedule.critical_path
        return Marked(tuple(ref for ref in path if ref in mine), critical=True)
    refs = [ref for r in order.relations for ref in (r.source, r.target)]
    return Marked(tuple(dict.fromkeys(refs)), critical=False)
