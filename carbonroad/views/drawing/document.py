"""The page of a construction drawing: its sheets, and the same in tables."""

from carbonroad.compute.facts import Facts
from carbonroad.link.system import System
from carbonroad.model.roadmap import Part
from carbonroad.scene.shapes import Scene
from carbonroad.views.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Figure,
    Folded,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Span,
    Table,
)
from carbonroad.views.drawing.connectors import link_terms, signed
from carbonroad.views.drawing.drawing import Source, draw_source, prepare
from carbonroad.views.drawing.entries import status_words
from carbonroad.views.drawing.names import count_words
from carbonroad.views.drawing.network import duration_words, float_words
from carbonroad.views.drawing.order import controlling_order
from carbonroad.views.drawing.relations import Relation
from carbonroad.views.drawing.strip import finding
from carbonroad.views.drawing.titleblock import sheet_number
from carbonroad.wording import Wording, wording

_DASH = "–"


def build_document(system: System, facts: Facts, part: Part | None, lang: str) -> Document:
    """Return the page of a part's drawing; of the whole roadmap (None) the top's sheets and the list of the others."""
    shown = part if part is not None else system.top
    if shown is None:
        return _index_only(system, lang)
    source = prepare(system, facts, shown, lang)
    scenes = draw_source(source)
    w = source.words.w
    name = source.words.text(shown.title)
    sections = [Section("", _figures(shown, scenes))]
    if part is None:
        sections.append(_sheets_of_industries(system, w))
    sections += [_items(source), _links(source), _order(source)]
    if shown.revisions:
        sections.append(_revisions(source))
    drawn = {ref for scene in scenes for ref in scene.drawn["items"]}
    return Document(
        kind="drawing",
        part=shown.id,
        lang=lang,
        title=w("{part}: construction drawing", part=name),
        lede=lede(source),
        sections=tuple(sections),
        path="drawing" if part is None else f"{shown.id}/drawing",
        meta=(
            (w("Identification number"), sheet_number(system, shown, 1)),
            (w("Sheets"), str(len(scenes))),
            (w("Data date"), system.as_of.isoformat()),
            (w("Source fingerprint"), system.fingerprint),
        ),
        shown={
            kind: tuple(e.ref for e in source.entries if e.item.kind == kind and e.ref in drawn)
            for kind in ("milestone", "target", "work")
        },
        print_sheet=True,
    )


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
        key = "1 deadline has passed with no outcome recorded" if unknown == 1 else "{n} deadlines have passed with no outcome recorded"
        said.append(w("{passed}; {n} are still ahead.", passed=w(key, n=unknown), n=ahead))
    else:
        said.append(w("No deadline has passed without a recorded outcome; {n} are still ahead.", n=ahead))
    if timed:
        said.append(finding(source.system, source.words.facts, source.part.id, source.entries, w))
    elif works:
        said.append(w("No work states a duration, so there is no critical path."))
    return ("" if w.chinese else " ").join(said)


def file_name(part: Part, number: int) -> str:
    """Return the name of a sheet's own file, without ending."""
    return f"{part.id}-cd-{number:02d}"


def _figures(part: Part, scenes: tuple[Scene, ...]) -> tuple[Block, ...]:
    return tuple(Figure(scene, scene.title, file_name(part, n)) for n, scene in enumerate(scenes, 1))


def _cell(words: str, role: str = "", href: str = "") -> Cell:
    return Cell(((Span(words or _DASH, role, href),),))


def _table(columns: list[tuple[str, str]], rows: list[Row], caption: str) -> Table:
    return Table(tuple(Column(*column) for column in columns), (RowGroup("", tuple(rows)),), caption)


def _items(source: Source) -> Section:
    """All items: the drawing's twin in text."""
    w = source.words.w
    activities = source.words.facts.schedule.activities
    optional = {
        "deliverable": {e.ref: source.words.text(e.item.written.deliverable) for e in source.entries if not e.gate},  # type: ignore[union-attr]
        "acceptance": {e.ref: source.words.text(e.item.written.acceptance) for e in source.entries if not e.gate},  # type: ignore[union-attr]
        "cost": {e.ref: e.item.written.cost.words for e in source.entries if not e.gate and e.item.written.cost},  # type: ignore[union-attr]
        "duration": {e.ref: duration_words(e, activities.get(e.ref), w) for e in source.entries if e.kind == "timed"},
        "float": {e.ref: float_words(activities[e.ref], w) for e in source.entries if e.kind == "timed" and e.ref in activities},
    }  # fmt: skip
    used = [key for key in optional if any(optional[key].values())]
    rows = []
    for e in source.entries:
        cells = [
            _cell(e.no, "code"), _cell(w("gate") if e.gate else w("work")), _cell(e.title), _cell(f"{e.value}{e.notes}"),
            _cell(e.worded), _cell(e.first.isoformat() if e.first else ""),
            _cell(e.latest.isoformat() if e.latest and e.kind != "undated" else ""),
            _cell(e.lead + ("†" if e.inferred and e.lead else "")), _cell(e.support),
            *(_cell(optional[key].get(e.ref, "")) for key in used),
            _cell(e.source), _cell(status_words(e, w), f"status-{e.standing.status}"),
        ]  # fmt: skip
        rows.append(Row(tuple(cells), e.ref))
    columns = [
        (w("no."), ""), (w("sort"), ""), (w("title"), "wide"), (w("target"), ""), (w("as worded"), ""), (w("first day"), ""),
        (w("latest day"), ""), (w("lead"), ""), (w("with"), ""), *((w(key), "") for key in used), (w("source"), ""), (w("status"), ""),
    ]  # fmt: skip
    heading = w("Table of all items ({n})", n=len(rows))
    return Section("", (Folded(heading, (_table(columns, rows, heading),)),), "items")


def _links(source: Source) -> Section:
    w, system = source.words.w, source.system
    rows = [
        Row(
            (
                _cell(_named(source, r.source)), _cell(_named(source, r.target)), _cell(_type(r, w)), _cell(_lag(r, w)),
                _cell(w("stated") if r.stated else w("implied")), _cell("" if r.days is None else signed(r.days), "num"),
                _cell(source.words.text(system.links[r.index].note)),
            )
        )
        for r in source.relations
    ]  # fmt: skip
    heading = w("Dependencies ({n})", n=len(rows))
    if not rows:
        return Section("", (Paragraph((Span(w("No dependency is stated or implied.")),)),), "dependencies")
    columns = [(w("predecessor"), ""), (w("successor"), ""), (w("type"), ""), (w("lag"), ""), (w("basis"), ""), (w("days between latest days"), "num"), (w("note"), "wide")]  # fmt: skip
    return Section("", (Folded(heading, (_table(columns, rows, heading),)),), "dependencies")


def _type(relation: Relation, w: Wording) -> str:
    return w("informs") if relation.link.type == "informs" else relation.link.type


def _lag(relation: Relation, w: Wording) -> str:
    if relation.link.lag is None:
        return ""
    return link_terms(relation, w)[0 if relation.link.type == "FS" else 1]


def _named(source: Source, ref: str) -> str:
    own = ref.removeprefix(f"{source.part.id}.")
    return f"{own} {source.words.named(ref)}"


def _order(source: Source) -> Section:
    """The critical path, or the controlling order, as a list."""
    w, facts = source.words.w, source.words.facts
    path = facts.schedule.critical_path
    if any(e.kind == "timed" for e in source.entries) and path:
        lines = []
        for ref in path:
            activity = facts.schedule.activities[ref]
            days = "" if activity.early_finish is None else activity.early_finish.isoformat()
            lines.append((Span(f"{_named(source, ref)}: {days}, {float_words(activity, w)}"),))
        return Section("", (Folded(w("Critical path ({n})", n=len(lines)), (Bullets(tuple(lines)),)),), "order")
    order = controlling_order(source.entries, source.relations)
    sentence = Paragraph((Span(finding(source.system, facts, source.part.id, source.entries, w)),))
    if not order.relations:
        return Section("", (sentence,), "order")
    steps = tuple(
        (Span(w("{a}, then after {n} days {b}", a=_named(source, r.source), n=signed(r.days or 0), b=_named(source, r.target))),)
        for r in order.relations
    )
    return Section("", (sentence, Folded(w("Controlling order ({n})", n=len(steps)), (Bullets(steps),))), "order")


def _revisions(source: Source) -> Section:
    w = source.words.w
    rows = [
        Row((_cell(r.rev), _cell(r.date.day.isoformat() if r.date else ""), _cell(source.words.text(r.note)),
             _cell(source.words.listing(item.text for item in r.items)), _cell(r.by)))
        for r in source.part.revisions
    ]  # fmt: skip
    columns = [(w("Rev."), ""), (w("Date"), ""), (w("Change"), "wide"), (w("items"), ""), (w("By"), "")]
    heading = w("Revisions ({n})", n=len(rows))
    return Section("", (Folded(heading, (_table(columns, rows, heading),)),), "revisions")


def _sheets_of_industries(system: System, w: Wording) -> Section:
    """The list of the industries' drawings."""
    rows = []
    for part in system.industries:
        items = [item for item in system.items_of(part.id) if item.listed]
        works = sum(item.kind == "work" for item in items)
        title = part.title.pick(w.tag, system.languages) or part.id
        number = sheet_number(system, part, 1)
        cells = (
            _cell(title, "", f"doc:{part.id}/drawing"), _cell(number, "code"),
            _cell(str(len(items) - works), "num"), _cell(str(works), "num"),
        )  # fmt: skip
        rows.append(Row(cells))
    columns = [(w("industry"), "wide"), (w("Identification number"), ""), (w("gates"), "num"), (w("works"), "num")]
    return Section(w("Sheets of the industries"), (_table(columns, rows, ""),), "sheets")


def _index_only(system: System, lang: str) -> Document:
    """The whole-roadmap page where there is no top file: the list of the industries' drawings."""
    w = wording(lang)
    return Document(
        kind="drawing",
        part="",
        lang=lang,
        title=w("Construction drawings"),
        lede=w("{n} industries, each with its own drawing.", n=len(system.industries)),
        sections=(_sheets_of_industries(system, w),),
        path="drawing",
    )
