"""The page of a construction drawing: its sheets, and the same in tables."""

from carbonroad.model.roadmap import Part
from carbonroad.scene.shapes import Scene
from carbonroad.views.diagrams import with_dependencies
from carbonroad.views.document import Figure, Page, Row, Section
from carbonroad.views.drawing.band.strip import finding
from carbonroad.views.drawing.desk import Contents, Desk, SheetIndex
from carbonroad.views.drawing.items.entries import count_entries
from carbonroad.views.drawing.items.names import sheet_number
from carbonroad.views.drawing.twins import (
    cell,
    dependencies_section,
    items_section,
    order_section,
    revisions_section,
    table,
)
from carbonroad.views.shared.since import version
from carbonroad.wording import Wording


def drawing_page(desk: Desk, part: Part | None) -> Page:
    """Return a part's page; of the whole roadmap (None) the top's sheets and the list of the others.

    Args:
        desk: Holds the sheets of all parts, as they name one another.
        part: The part.
    """
    words = desk.words
    system, w = words.system, words.w
    shown = part if part is not None else system.top
    if shown is None or (part is None and system.industries and not system.items_of(shown.id)):
        return _index_only(desk)  # no empty sheet of a top that holds no items
    layout = desk.layout(shown)
    scenes = desk.scenes(shown)
    contents = layout.contents
    sections = _sheets(shown, scenes, layout.first)
    if part is None:
        sections.append(_sheets_of_industries(desk))
    sections += [items_section(contents), dependencies_section(layout), order_section(contents)]
    if shown.revisions:
        sections.append(revisions_section(layout))
    drawn = {ref for scene in scenes for ref in scene.drawn["items"]}
    page = Page(
        part=shown.id,
        title=w("{part}: construction drawing", part=words.text(shown.title)),
        lede=lede(contents),
        sections=tuple(sections),
        meta=(
            (w("Identification number"), sheet_number(system, shown, 1)),
            (w("Sheets"), _how_many(layout.index, w)),
            (w("Data date"), system.as_of.isoformat()),
            *(((w("Compared with"), version(words)),) if words.options.against is not None else ()),
            (w("Source fingerprint"), system.fingerprint_of(shown.id)),
        ),
        shown={
            kind: tuple(e.ref for e in contents.entries if e.item.kind == kind and e.ref in drawn)
            for kind in ("milestone", "target", "work")
        },
        print_sheet=True,
    )
    return with_dependencies(words, part, page)


def _how_many(sheets: SheetIndex, w: Wording) -> str:
    return w("{n} and a key plan", n=sheets.total) if sheets.first == 0 else str(sheets.total)


def lede(contents: Contents) -> str:
    """Return the drawing's finding: how many items, what is past and unknown, what decides the order."""
    w = contents.words.w
    live = [e for e in contents.entries if not e.void]
    unknown = sum(e.silent for e in live)
    ahead = sum(e.standing.days is not None and e.standing.days >= 0 for e in live)
    timed = any(e.kind == "timed" for e in contents.entries)
    said = [count_entries(w, contents.entries) + w(".")]
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
        said.append(finding(contents.system, contents.words.facts, contents.part.id, contents.entries, w))
    elif any(not e.gate for e in contents.entries):
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


def _index_only(desk: Desk) -> Page:
    """The whole-roadmap page where there is no top file: the list of the industries' drawings."""
    system, w = desk.words.system, desk.words.w
    return Page(
        title=w("Construction drawings"),
        lede=w("{n} industries, each with its own drawing.", n=len(system.industries)),
        sections=(_sheets_of_industries(desk),),
        meta=(),
    )
