"""Small diagrams for Markdown: a timetable's deadlines as bars, a drawing's dependencies as arrows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from carbonroad.base.exchange.charts import Edge, Flowchart, Gantt, Node, Task
from carbonroad.compute.scheduling.controlling import stand_in
from carbonroad.link.system import Item, Link
from carbonroad.model.items import Work
from carbonroad.views.document import Block, Diagram, Document, Folded, Line, Row, Section, Span, Table
from carbonroad.views.selection import key_day
from carbonroad.views.status_marks import status_key
from carbonroad.views.words import Words

_UNITS = {"day": "{n} d", "week": "{n} wk", "month": "{n} mo", "year": "{n} yr"}
_ROLES = {"done": "done", "reached-early": "done", "late": "crit", "missed": "crit"}


def with_diagram(words: Words, document: Document) -> Document:
    """Return a timetable or a drawing with its diagram at the end; any other document as it is."""
    if document.kind == "timetable":
        return _added(document, _deadlines(words, document))
    if document.kind == "drawing":
        return _added(document, _dependencies(words, document))
    return document


def _added(document: Document, diagram: Diagram | None) -> Document:
    """Return a document with a diagram as the last block."""
    if diagram is None or not document.sections:
        return document
    *before, last = document.sections
    if last.heading:
        return replace(document, sections=(*document.sections, Section("", (diagram,))))
    return replace(document, sections=(*before, replace(last, blocks=(*last.blocks, diagram))))


def _deadlines(words: Words, document: Document) -> Diagram | None:
    """The rows of a timetable, in its groups; one without a day is named below."""
    w = words.w
    undated: list[str] = []
    sections = []
    for heading, rows in _groups(block for section in document.sections for block in section.blocks):
        tasks = []
        for row in rows:
            item = words.system.items[row.item]
            name = item.id if document.part else item.ref
            task = task_of(words, item, name)
            if task is None:
                undated.append(name)
            else:
                tasks.append(task)
        if tasks:
            sections.append((heading, tuple(tasks)))
    if not sections:
        return None
    title = w("Data date") + w(": ") + words.system.as_of.isoformat()
    notes = (
        [w("Without a date, not in the diagram: {names}.", names=words.listing(undated))] if undated else []
    )
    return Diagram(
        Gantt(title, tuple(sections)),
        w("Deadlines as a diagram"),
        _instead(words, document, "roadmap", w("Roadmap")),
        tuple((Span(note),) for note in notes),
    )


def _groups(blocks: Iterable[Block], heading: str = "") -> Iterator[tuple[str, tuple[Row, ...]]]:
    for block in blocks:
        if isinstance(block, Folded):
            yield from _groups(block.blocks, block.summary)
        elif isinstance(block, Table):
            for group in block.groups:
                if group.rows and all(row.item for row in group.rows):
                    yield group.heading or heading, group.rows


def task_of(words: Words, item: Item, name: str) -> Task | None:
    """Return an item as a bar or, where it is reached at a moment, a milestone; None without a day."""
    last = key_day(words, item)
    if last is None:
        return None
    role = _ROLES.get(status_key(words.facts.standings[item.ref]), "")
    return Task(f"[{name}] {words.name(item)}", _first_day(words, item, last), last, role)


def _first_day(words: Words, item: Item, last: date) -> date:
    """The day a work begins, where it is known; a milestone or a target is reached on its last."""
    if not isinstance(item.written, Work):
        return last
    activity = words.facts.schedule.activities.get(item.ref)
    first = activity.early_start if activity is not None and item.deadline is None else None
    first = first or words.facts.due[item.ref].first or item.earliest
    return first if first is not None and first < last else last


def _dependencies(words: Words, document: Document) -> Diagram | None:
    """The dependencies of a drawing's items."""
    w = words.w
    shown = {ref for refs in document.shown.values() for ref in refs}
    nodes: dict[str, Node] = {}
    edges = []
    for link in words.system.links:
        ends = [stand_in(words.system, ref) for ref in (link.predecessor, link.successor)]
        if shown.isdisjoint(ends):
            continue
        for ref in ends:
            nodes.setdefault(ref, _node(words, document, ref))
        source, target = (list(nodes).index(ref) for ref in ends)
        edges.append(Edge(source, target, arrow_words(words, link), link.basis == "implied"))
    if not edges:
        return None
    dashed = any(edge.dashed for edge in edges)
    return Diagram(
        Flowchart(tuple(nodes.values()), tuple(edges)),
        w("Dependencies as a diagram"),
        _instead(words, document, "drawing", w("Construction drawing")),
        ((Span(w("A dashed arrow is implied, not stated by the sources.")),),) if dashed else (),
    )


def _node(words: Words, document: Document, ref: str) -> Node:
    item = words.system.items.get(ref)
    if item is None:
        return Node(ref, "outside")
    if item.part != document.part:
        return Node(f"{item.ref} {words.name(item)}", "outside")
    return Node(f"{item.id} {words.name(item)}", "" if item.kind == "work" else "gate")


def arrow_words(words: Words, link: Link) -> str:
    """What an arrow says besides that one waits for the other."""
    kind = words.w("informs") if link.type == "informs" else "" if link.type == "FS" else link.type
    if link.lag is None:
        return kind
    sign = "+" if link.lag.count >= 0 else "−"
    lag = words.w(_UNITS[link.lag.unit], n=f"{abs(link.lag.count):,}")
    return f"{kind} {sign}{lag}".strip()


def _instead(words: Words, document: Document, view: str, name: str) -> Line:
    folder, _, _ = document.path.rpartition("/")
    said = words.w("Too large for a diagram here; all of it is in the picture of: ")
    return (Span(said), Span(name, "", f"doc:{folder}/{view}" if folder else f"doc:{view}"))
