"""The page of a construction drawing: its sheets, and the same in tables."""

from collections.abc import Mapping
from types import MappingProxyType

from carbonroad.compute.facts import Facts
from carbonroad.link.system import System
from carbonroad.model.roadmap import Part
from carbonroad.scene.shapes import Scene
from carbonroad.views.document import Document, Figure, Row, Section
from carbonroad.views.drawing.desk import Desk, SheetIndex, Source
from carbonroad.views.drawing.names import count_words, sheet_number
from carbonroad.views.drawing.strip import finding
from carbonroad.views.drawing.twins import (
    cell,
    dependencies_section,
    items_section,
    order_section,
    revisions_section,
    table,
)
from carbonroad.views.options import USUAL, Options
from carbonroad.views.since import version
from carbonroad.wording import Wording


def build_document(
    system: System, facts: Facts, part: Part | None, lang: str, options: Options = USUAL
) -> Document:
    """Return a part's page; of the whole roadmap (None) the top's sheets and the list of the others."""
    return make_document(Desk(system, facts, lang, options), part)


class Drawings:
    """Makes the pages of all parts in a language: their sheets are laid out once, as they name one another.

    Args:
        system: The roadmap.
        facts: What is computed from it.
        lang: BCP 47 tag.
        options: How they are drawn.
        known: As for `Desk`.
    """

    def __init__(
        self,
        system: System,
        facts: Facts,
        lang: str,
        options: Options = USUAL,
        known: Mapping[str, SheetIndex] = MappingProxyType({}),
    ) -> None:
        self._desk = Desk(system, facts, lang, options, known)

    def __call__(self, part: Part | None) -> Document:
        """Return a part's page; of the whole roadmap (None) as `build_document` does."""
        return make_document(self._desk, part)

    def index(self, part: Part) -> SheetIndex:
        """Return what other parts' sheets say of a part's."""
        return self._desk.index(part)


def make_document(desk: Desk, part: Part | None) -> Document:
    """Return a part's page from a desk that holds the sheets of all parts."""
    words = desk.words
    system, w = words.system, words.w
    shown = part if part is not None else system.top
    if shown is None or (part is None and system.industries and not system.items_of(shown.id)):
        return _index_only(desk)  # no empty sheet of a top that holds no items
    layout = desk.layout(shown)
    scenes = desk.scenes(shown)
    source = layout.source
    sections = _sheets(shown, scenes, layout.first)
    if part is None:
        sections.append(_sheets_of_industries(desk))
    sections += [items_section(source), dependencies_section(layout), order_section(source)]
    if shown.revisions:
        sections.append(revisions_section(layout))
    drawn = {ref for scene in scenes for ref in scene.drawn["items"]}
    return Document(
        kind="drawing",
        part=shown.id,
        lang=words.lang,
        title=w("{part}: construction drawing", part=words.text(shown.title)),
        lede=lede(source),
        sections=tuple(sections),
        path="drawing" if part is None else f"{shown.id}/drawing",
        meta=(
            (w("Identification number"), sheet_number(system, shown, 1)),
            (w("Sheets"), _how_many(layout.index, w)),
            (w("Data date"), system.as_of.isoformat()),
            *(((w("Compared with"), version(words)),) if words.options.against is not None else ()),
            (w("Source fingerprint"), system.fingerprint_of(shown.id)),
        ),
        shown={
            kind: tuple(e.ref for e in source.entries if e.item.kind == kind and e.ref in drawn)
            for kind in ("milestone", "target", "work")
        },
        print_sheet=True,
    )


def _how_many(sheets: SheetIndex, w: Wording) -> str:
    return w("{n} and a key plan", n=sheets.total) if sheets.first == 0 else str(sheets.total)


def lede(source: Source) -> str:
    """Return the drawing's finding: how many items, what is past and unknown, what decides the order."""
    w = source.words.w
    live = [e for e in source.entries if not e.void]
    gates, works = sum(e.gate for e in source.entries), sum(not e.gate for e in source.entries)
    unknown = sum(e.standing.status == "unreported" for e in live)
    ahead = sum(e.standing.days is not None and e.standing.days >= 0 for e in live)
    timed = any(e.kind == "timed" for e in source.entries)
    said = [count_words(w, gates, works) + w(".")]
    if unknown:
        key = (
            "1 deadline has passed with no outcome recorded"
            if unknown == 1
            else "{n} deadlines have passed with no outcome recorded"
        )
        passed = w(key, n=unknown)
        said.append(
            w.plural("{passed}; {n} is still ahead.", "{passed}; {n} are still ahead.", ahead, passed=passed)
        )
    else:
        said.append(
            w.plural(
                "No deadline has passed without a recorded outcome; {n} is still ahead.",
                "No deadline has passed without a recorded outcome; {n} are still ahead.",
                ahead,
            )
        )
    if timed:
        said.append(finding(source.system, source.words.facts, source.part.id, source.entries, w))
    elif works:
        said.append(w("No work states a duration, so there is no critical path."))
    return ("" if w.chinese else " ").join(said)


def file_name(part: Part, number: int) -> str:
    """Return the name of a sheet's own file, without ending."""
    return f"{part.id}-cd-{number:02d}"


def _sheets(part: Part, scenes: tuple[Scene, ...], first: int) -> list[Section]:
    """Each sheet in a section of its own, so that connectors lead to it."""
    return [
        Section("", (Figure(scene, scene.title, file_name(part, n)),), f"sheet-{n}")
        for n, scene in enumerate(scenes, first)
    ]


def _sheets_of_industries(desk: Desk) -> Section:
    """The list of the industries' drawings."""
    system, w = desk.words.system, desk.words.w
    rows = []
    for part in system.industries:
        items = [item for item in system.items_of(part.id) if item.listed]
        works = sum(item.kind == "work" for item in items)
        cells = (
            cell(part.title.pick(w.tag, system.languages) or part.id, "", f"doc:{part.id}/drawing"),
            cell(sheet_number(system, part, 1), "code"),
            cell(str(len(items) - works), "num"),
            cell(str(works), "num"),
            cell(_how_many(desk.index(part), w), "num"),
        )
        rows.append(Row(cells))
    columns = [
        (w("industry"), "wide"),
        (w("Identification number"), ""),
        (w("gates"), "num"),
        (w("works"), "num"),
        (w("Sheets"), "num"),
    ]
    return Section(w("Sheets of the industries"), (table(columns, rows, ""),), "sheets")


def _index_only(desk: Desk) -> Document:
    """The whole-roadmap page where there is no top file: the list of the industries' drawings."""
    system, w = desk.words.system, desk.words.w
    return Document(
        kind="drawing",
        part="",
        lang=desk.words.lang,
        title=w("Construction drawings"),
        lede=w("{n} industries, each with its own drawing.", n=len(system.industries)),
        sections=(_sheets_of_industries(desk),),
        path="drawing",
    )
