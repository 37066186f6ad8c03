"""The drawing in text: all items, all dependencies, the order of work, the revisions."""

from collections.abc import Mapping, Sequence

from carbonroad.model.items import Revision, Work
from carbonroad.views.document import (
    Bullets,
    Cell,
    Column,
    Folded,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Span,
    Table,
)
from carbonroad.views.drawing.band.bills import latest_words, noted_title, noted_value, outcome
from carbonroad.views.drawing.band.notes import dagger_notes
from carbonroad.views.drawing.band.strip import finding
from carbonroad.views.drawing.dependencies.connectors import lag_words, signed
from carbonroad.views.drawing.desk import Contents, Layout
from carbonroad.views.drawing.items.order import controlling_order
from carbonroad.views.drawing.items.relations import Relation
from carbonroad.views.drawing.network.captions import duration_words, float_words
from carbonroad.wording import Wording

_DASH = "–"


def cell(words: str, role: str = "", href: str = "") -> Cell:
    """Return a cell of one line; a dash for nothing."""
    return Cell(((Span(words or _DASH, role, href),),))


def table(columns: list[tuple[str, str]], rows: list[Row], caption: str) -> Table:
    """Return a table of one group of rows."""
    return Table(tuple(Column(*column) for column in columns), (RowGroup("", tuple(rows)),), caption)


def items_section(contents: Contents) -> Section:
    """All items: the drawing's twin in text."""
    w = contents.words.w
    activities = contents.words.facts.schedule.activities
    works = [(e, e.item.written) for e in contents.entries if isinstance(e.item.written, Work)]
    timed = [e for e in contents.entries if e.kind == "timed"]
    said = contents.words.text
    optional = {
        "deliverable": {e.ref: said(work.deliverable) for e, work in works},
        "acceptance": {e.ref: said(work.acceptance) for e, work in works},
        "cost": {e.ref: work.cost.words for e, work in works if work.cost is not None},
        "duration": {e.ref: duration_words(e, activities.get(e.ref), w) for e in timed},
        "float": {e.ref: float_words(activities[e.ref], w) for e in timed if e.ref in activities},
    }
    used = [key for key in optional if any(optional[key].values())]
    rows = []
    for e in contents.entries:
        cells = [
            cell(e.no, "code"),
            cell(w("gate") if e.gate else w("work")),
            cell(noted_title(e)),
            cell(noted_value(e)),
            cell(e.worded),
            cell(e.first.isoformat() if e.first else ""),
            cell(latest_words(e)),
            cell(e.lead + ("†" if e.inferred and e.lead else "")),
            cell(e.support + ("†" if e.inferred and e.support else "")),
            *(cell(optional[key].get(e.ref, "")) for key in used),
            cell(e.source),
            cell(outcome(contents.words, e), f"status-{e.standing.status}"),
        ]
        rows.append(Row(tuple(cells), e.ref))
    columns = _item_columns(w, used, timed=bool(timed))
    heading = w("Table of all items ({n})", n=len(rows))
    notes = tuple((Span(words),) for words in dagger_notes(contents.entries, w))
    below = (Bullets(notes, "small"),) if notes else ()
    return Section("", (Folded(heading, (table(columns, rows, heading), *below)),), "items")


def _item_columns(w: Wording, used: Sequence[str], *, timed: bool) -> list[tuple[str, str]]:
    """The columns of the table of all items: heading and role."""
    return [
        (w("no."), ""),
        (w("sort"), ""),
        (w("title"), "wide"),
        (w("target"), ""),
        (w("as worded"), ""),
        (w("start / first day") if timed else w("first day"), ""),
        (w("finish / latest day") if timed else w("latest day"), ""),
        (w("lead"), ""),
        (w("with"), ""),
        *((w(key), "") for key in used),
        (w("source"), ""),
        (w("status"), ""),
    ]


def dependencies_section(layout: Layout) -> Section:
    """Return all dependencies, the drawn and the others, with the code and places of those cut by sheets."""
    contents = layout.contents
    w, system = contents.words.w, contents.system
    codes = layout.codes
    rows = [
        Row(
            (
                cell(_named(contents, r.source)),
                cell(_named(contents, r.target)),
                cell(_type(r, w)),
                cell(lag_words(r, w)),
                cell(w("stated") if r.stated else w("implied")),
                cell("" if r.days is None else signed(r.days), "num"),
                *([cell(_cut(layout, r, codes))] if codes else ()),
                cell(contents.words.text(system.links[r.index].note)),
            )
        )
        for r in contents.relations
    ]
    heading = w("Dependencies ({n})", n=len(rows))
    timed = any(e.kind == "timed" for e in contents.entries)
    if not rows:
        return Section("", (Paragraph((Span(w("No dependency is stated or implied.")),)),), "dependencies")
    columns = [
        (w("predecessor"), ""),
        (w("successor"), ""),
        (w("type"), ""),
        (w("lag"), ""),
        (w("basis"), ""),
        (w("days between finishes or latest days") if timed else w("days between latest days"), "num"),
        *([(w("code, sheet/zone"), "")] if codes else ()),
        (w("note"), "wide"),
    ]
    return Section("", (Folded(heading, (table(columns, rows, heading),)),), "dependencies")


def _cut(layout: Layout, relation: Relation, codes: Mapping[int, str]) -> str:
    """The code of a dependency between two sheets, and where its ends stand: `A: 1/B5 → 2/C3`."""
    if relation.index not in codes:
        return ""
    a, b = layout.stands[relation.source], layout.stands[relation.target]
    return f"{codes[relation.index]}: {a.sheet}/{a.zone} → {b.sheet}/{b.zone}"


def _type(relation: Relation, w: Wording) -> str:
    return w("informs") if relation.link.type == "informs" else relation.link.type


def _named(contents: Contents, ref: str) -> str:
    own = ref.removeprefix(f"{contents.part.id}.")
    return f"{own} {contents.words.named(ref)}"


def order_section(contents: Contents) -> Section:
    """The critical path, or the controlling order, as a list."""
    w, facts = contents.words.w, contents.words.facts
    path = facts.schedule.critical_path
    if any(e.kind == "timed" for e in contents.entries) and path:
        lines = []
        for ref in path:
            activity = facts.schedule.activities[ref]
            days = "" if activity.early_finish is None else activity.early_finish.isoformat()
            lines.append((Span(f"{_named(contents, ref)}: {days}, {float_words(activity, w)}"),))
        return Section(
            "", (Folded(w("Critical path ({n})", n=len(lines)), (Bullets(tuple(lines)),)),), "order"
        )
    order = controlling_order(contents.entries, contents.relations)
    sentence = Paragraph((Span(finding(contents.system, facts, contents.part.id, contents.entries, w)),))
    if not order.relations:
        return Section("", (sentence,), "order")
    steps = tuple(
        (
            Span(
                w(
                    "{a}, then after {n} days {b}",
                    a=_named(contents, r.source),
                    n=signed(r.days or 0),
                    b=_named(contents, r.target),
                )
            ),
        )
        for r in order.relations
    )
    return Section(
        "", (sentence, Folded(w("Controlling order ({n})", n=len(steps)), (Bullets(steps),))), "order"
    )


def revisions_section(layout: Layout) -> Section:
    """Return all revisions, with the zones of what they changed."""
    contents = layout.contents
    w = contents.words.w
    rows = [
        Row(
            (
                cell(r.rev),
                cell(r.date.day.isoformat() if r.date else ""),
                cell(contents.words.text(r.note)),
                cell(contents.words.listing(item.text for item in r.items)),
                cell(contents.words.listing(_zones(layout, r))),
                cell(r.by),
            )
        )
        for r in contents.part.revisions
    ]
    columns = [
        (w("Rev."), ""),
        (w("Date"), ""),
        (w("Change"), "wide"),
        (w("items"), ""),
        (w("Zone"), ""),
        (w("By"), ""),
    ]
    heading = w("Revisions ({n})", n=len(rows))
    return Section("", (Folded(heading, (table(columns, rows, heading),)),), "revisions")


def _zones(layout: Layout, revision: Revision) -> list[str]:
    """Where the items of a revision stand."""
    part = layout.contents.part.id
    found = [layout.stands.get(ref) for i in revision.items for ref in (i.text, f"{part}.{i.text}")]
    several = len(layout.fit.plans) > 1
    said = [f"{stand.sheet}/{stand.zone}" if several else stand.zone for stand in found if stand is not None]
    return list(dict.fromkeys(said))
