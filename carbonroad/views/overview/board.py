"""The board: one row per industry, with its strip, its state and what is due next."""

from collections import Counter
from collections.abc import Sequence

from carbonroad.link.system import Item
from carbonroad.model.items import Milestone
from carbonroad.model.roadmap import Part
from carbonroad.scene import glyphs
from carbonroad.scene.shapes import Group, Label, Line, Scene
from carbonroad.views.document import Cell, Column, Mark, Row, RowGroup, Span, Table
from carbonroad.views.document import Line as Words_
from carbonroad.views.findings import next_due
from carbonroad.views.overview.headline import headline, headline_cell
from carbonroad.views.overview.sparkline import sparkline
from carbonroad.views.status_marks import STATUS_WORDS, status_key, status_mark, tone
from carbonroad.views.strip import Strips, make_strips
from carbonroad.views.words import Words

_WIDE, _HIGH, _NEAR = 380.0, 42.0, 17.0
_SEVERITY = ("tone-late", "tone-risk", "tone-open", "tone-plan", "tone-condition", "tone-done", "tone-void")


def board(words: Words) -> Table:
    """Return the board of a roadmap's industries."""
    w, parts = words.w, words.system.industries
    listed = {part.id: [i for i in words.system.items_of(part.id) if i.listed] for part in parts}
    strips = make_strips(words.system, words.facts, [i for one in listed.values() for i in one], _WIDE, _HIGH)
    sparks = {part.id: sparkline(part) for part in parts}
    leading = {part.id: headline(words, part) for part in parts}
    columns = [
        Column(w("Field and lead"), "head"),
        Column(w("Items by status"), "counts"),
        Column(w("Due"), "strip", strips.head()),
    ]
    if any(sparks.values()):
        columns.append(Column(w("Emissions pathway"), "spark"))
    if any(leading.values()):
        columns.append(Column(w("First indicator: measured → target"), "leading"))
    columns.append(Column(w("Next due"), "next"))
    rows = []
    for part in parts:
        items = listed[part.id]
        cells = [
            Cell(_name(words, part)),
            Cell(_counts(words, items)),
            Cell(((Mark(_strip(words, strips, items), ""),),)),
        ]
        if any(sparks.values()):
            spark = sparks[part.id]
            cells.append(Cell(((spark,),) if spark is not None else ()))
        if any(leading.values()):
            cells.append(headline_cell(words, leading[part.id]))
        cells.append(Cell(_next(words, items)))
        rows.append(Row(tuple(cells), "", "", (), part.id))
    return Table(tuple(columns), (RowGroup("", tuple(rows)),), w("Fields"), "board", cards=True)


def _name(words: Words, part: Part) -> tuple[Words_, ...]:
    lines: list[Words_] = [(Span(words.text(part.title), "strong", f"doc:{part.id}/timetable"),)]
    duties = words.system.duties[part.id].own
    bodies = words.listing(words.short_body(party) for party in duties.answering)
    if bodies:
        lines.append((Span(bodies, "small"), *((Span("\u00a0†", "small"),) if duties.inferred else ())))
    links: list[Span] = []
    for view, said in (("roadmap", words.w("Roadmap")), ("drawing", words.w("Construction drawing"))):
        links += [*((Span(" · ", "small"),) if links else ()), Span(said, "small", f"doc:{part.id}/{view}")]
    lines.append(tuple(links))
    return tuple(lines)


def _counts(words: Words, items: Sequence[Item]) -> tuple[Words_, ...]:
    found = Counter(status_key(words.facts.standings[item.ref]) for item in items)
    return tuple(
        (status_mark(key), Span(f" {found[key]} {words.w(english)}"))
        for key, english in STATUS_WORDS.items()
        if found[key]
    )


def _strip(words: Words, strips: Strips, items: Sequence[Item]) -> Scene:
    """One glyph for all that is due on about the same day, with how many that is."""
    found = []
    for item in items:
        due = words.facts.due[item.ref]
        day = due.latest or due.expected or due.first
        if day is not None:
            found.append((strips.axis.end(day), item))
    found.sort(key=lambda pair: pair[0])
    clusters: list[list[tuple[float, Item]]] = []
    for x, item in found:
        if clusters and x - clusters[-1][0][0] < _NEAR:
            clusters[-1].append((x, item))
        else:
            clusters.append([(x, item)])
    y = _HIGH - 13
    base = Line(strips.axis.left, y, strips.axis.right, y, "strip-base")
    drawn = [Group((base,)), *(_cluster(words, cluster, y) for cluster in clusters)]
    return strips.strip(drawn)


def _cluster(words: Words, cluster: Sequence[tuple[float, Item]], y: float) -> Group:
    x = cluster[-1][0]
    goal = any(isinstance(item.written, Milestone) and item.written.goal is not None for _, item in cluster)
    tones = {_tone(words, item) for _, item in cluster}
    shapes = glyphs.before(x, y, 5) if goal else glyphs.by(x, y, 5)
    if len(cluster) > 1:
        shapes.append(Label(x - 6, y - 13, ((str(len(cluster)), ""),), 12, "strip-count", "middle"))
    return Group(tuple(shapes), next(one for one in _SEVERITY if one in tones))


def _tone(words: Words, item: Item) -> str:
    key = status_key(words.facts.standings[item.ref])
    kind = item.deadline.kind if item.deadline is not None else ""
    return "tone-open" if key == "unreported" else tone(key, kind)


def _next(words: Words, items: Sequence[Item]) -> tuple[Words_, ...]:
    coming = next_due(words, items)
    if not coming:
        return ((Span(words.w("nothing more is dated"), "small"),),)
    day, first = coming[0]
    days = (day - words.system.as_of).days
    same = sum(other == day for other, _ in coming) - 1
    when = f"{day.isoformat()} · {words.w('in {n} days', n=days)}"
    lines: list[Words_] = [
        (Span(words.name(first), "", f"doc:{first.part}/timetable#{first.id}"),),
        (Span(when, "soon" if days <= 90 else "small"),),
    ]
    if same:
        lines.append((Span(words.w("and {n} more that day", n=same), "small"),))
    return tuple(lines)
