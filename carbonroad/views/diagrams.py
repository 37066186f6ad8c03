"""Small diagrams for Markdown: a timetable's deadlines as bars, a drawing's dependencies as arrows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from carbonroad.base.exchange.charts import Edge, Flowchart, Gantt, Node, Task
from carbonroad.link.system import Item, Link
from carbonroad.model.items import Work
from carbonroad.model.roadmap import Part
from carbonroad.views.document import Block, Diagram, Folded, Line, Page, Row, Section, Span, Table
from carbonroad.views.shared.selection import key_day
from carbonroad.views.shared.words import Words

_UNITS = {"day": "{n} d", "week": "{n} wk", "month": "{n} mo", "year": "{n} yr"}
_ROLES = {"done": "done", "reached-early": "done", "late": "crit", "missed": "crit"}


def with_deadlines(words: Words, part: Part | None, page: Page) -> Page:
    """Return a timetable with its deadlines as a diagram at the end, if diagrams are asked for."""
    return _added(page, _deadlines(words, part, page)) if words.options.mermaid else page


def with_dependencies(words: Words, part: Part | None, page: Page) -> Page:
    """Return a drawing with its dependencies as a diagram at the end, if diagrams are asked for."""
    return _added(page, _dependencies(words, part, page)) if words.options.mermaid else page


def _added(page: Page, diagram: Diagram | None) -> Page:
    """Return a page with a diagram as the last block."""
    if diagram is None or not page.sections:
        return page
    *before, last = page.sections
    if last.heading:
        return replace(page, sections=(*page.sections, Section("", (diagram,))))
    return replace(page, sections=(*before, replace(last, blocks=(*last.blocks, diagram))))


def _deadlines(words: Words, part: Part | None, page: Page) -> Diagram | None:
    """The rows of a timetable, in its groups; one without a day is named below."""
    w = words.w
    undated: list[str] = []
    sections = []
    for heading, rows in _groups(block for section in page.sections for block in section.blocks):
        tasks = []
        for row in rows:
            item = words.system.items[row.item]
            name = item.ref if part is None else item.id
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
        _instead(words, part, "roadmap", w("Roadmap")),
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
    role = _ROLES.get(words.state(item), "")
    return Task(f"[{name}] {words.name(item)}", _first_day(words, item, last), last, role)


def _first_day(words: Words, item: Item, last: date) -> date:
    """The day a work begins, where it is known; a milestone or a target is reached on its last."""
    if not isinstance(item.written, Work):
        return last
    activity = words.facts.schedule.activities.get(item.ref)
    first = activity.early_start if activity is not None and item.deadline is None else None
    first = first or words.facts.due[item.ref].first or item.earliest
    return first if first is not None and first < last else last


def _dependencies(words: Words, part: Part | None, page: Page) -> Diagram | None:
    """The dependencies of a drawing's items."""
    w = words.w
    shown = {ref for refs in page.shown.values() for ref in refs}
    nodes: dict[str, Node] = {}
    edges = []
    for link in words.system.links:
        ends = [words.system.shown_as(ref) for ref in (link.predecessor, link.successor)]
        if shown.isdisjoint(ends):
            continue
        for ref in ends:
            nodes.setdefault(ref, _node(words, page.part, ref))
        source, target = (list(nodes).index(ref) for ref in ends)
        edges.append(Edge(source, target, arrow_words(words, link), link.basis == "implied"))
    if not edges:
        return None
    dashed = any(edge.dashed for edge in edges)
    return Diagram(
        Flowchart(tuple(nodes.values()), tuple(edges)),
        w("Dependencies as a diagram"),
        _instead(words, part, "drawing", w("Construction drawing")),
        ((Span(w("A dashed arrow is implied, not stated by the sources.")),),) if dashed else (),
    )


def _node(words: Words, part: str, ref: str) -> Node:
    item = words.system.items.get(ref)
    if item is None:
        return Node(ref, "outside")
    if item.part != part:
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


def _instead(words: Words, part: Part | None, view: str, name: str) -> Line:
    said = words.w("Too large for a diagram here; all of it is in the picture of: ")
    return (Span(said), Span(name, "", f"doc:{view}" if part is None else f"doc:{part.id}/{view}"))
