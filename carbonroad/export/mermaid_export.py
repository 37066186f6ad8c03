"""Deadlines and dependencies as Mermaid files: one pair for the whole roadmap, one for each industry."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from carbonroad.base.exchange.charts import Edge, Flowchart, Gantt, Node, Task
from carbonroad.base.exchange.mermaid import flowchart_lines, gantt_lines
from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import Said, say
from carbonroad.base.texts.visible import visible
from carbonroad.export.format import Exported
from carbonroad.export.lines import one_line
from carbonroad.link.system import Item, Link
from carbonroad.model.roadmap import Part
from carbonroad.views.diagrams import arrow_words, task_of
from carbonroad.views.shared.words import Words

MOST_CHARACTERS = 50_000
MOST_EDGES = 500
"""What Mermaid takes unless its user has allowed more (`maxTextSize`, `maxEdges`)."""
_T = TypeVar("_T")
_ROOM = 400
"""Characters that are kept for the lines that say what is left out."""
_ORDER = {"milestone": 0, "work": 1, "target": 2}


class Drawn(NamedTuple):
    """One file.

    Attributes:
        name: Without its ending.
        lines: Of Mermaid's source.
        undated: Items without a day; they stand in no chart of time.
        left_out: Items, or links as `a → b`, beyond what Mermaid takes.
    """

    name: str
    lines: tuple[str, ...]
    undated: tuple[str, ...]
    left_out: tuple[str, ...]


def write(exported: Exported) -> dict[str, bytes]:
    """Return the files: bars in time for each part, and arrows for each that has links."""
    made = {}
    for drawn in _drawn(exported):
        comments = [
            f"%% {words}"
            for words in (
                _comment("without a day, not in the chart", drawn.undated),
                _comment("left out, beyond what Mermaid draws", drawn.left_out),
            )
            if words
        ]
        made[f"{drawn.name}.mmd"] = "\n".join([*drawn.lines, *comments, ""]).encode()
    return made


def notes(exported: Exported) -> Sequence[Said]:
    """Return what Mermaid's limits leave out."""
    return [
        say(
            "{file}: {n} are left out, for Mermaid draws {characters} characters and {edges} arrows.",
            file=f"{drawn.name}.mmd",
            n=len(drawn.left_out),
            characters=f"{MOST_CHARACTERS:,}",
            edges=MOST_EDGES,
        )
        for drawn in _drawn(exported)
        if drawn.left_out
    ]


def _comment(what: str, names: Sequence[str]) -> str:
    """A comment of at most half the room; names are ids, which hold nothing that ends a line."""
    if not names:
        return ""
    shown = ""
    for name in names:
        if len(shown) + len(name) > _ROOM // 2 - 80:
            return f"{what} ({len(names)}): {shown}, …"
        shown = f"{shown}, {name}" if shown else name
    return f"{what} ({len(names)}): {shown}"


def _drawn(exported: Exported) -> Iterator[Drawn]:
    words = Words(exported.system, exported.facts, exported.lang)
    name = exported.system.name
    parts = exported.parts
    if len(parts) > 1 and not exported.options.parts:
        yield _gantt(words, name, parts)
        yield from _flowchart(words, f"{name}-links", None)
    for part in parts:
        yield _gantt(words, f"{name}-{part.id}", [part])
        yield from _flowchart(words, f"{name}-{part.id}-links", part)


def _gantt(words: Words, name: str, parts: Sequence[Part]) -> Drawn:
    """Bars in time, in sections: the parts, or the one part's measures."""
    tasks: dict[str, Task] = {}
    undated: list[str] = []
    sections: dict[str, tuple[str, list[str]]] = {}
    for part in parts:
        for item in words.system.items_of(part.id):
            if not item.listed:
                continue
            task = task_of(words, item, item.id if len(parts) == 1 else item.ref)
            if task is None:
                undated.append(item.ref)
                continue
            key, heading = _section(words, part, item, alone=len(parts) == 1)
            sections.setdefault(key, (one_line(heading), []))[1].append(item.ref)
            tasks[item.ref] = task._replace(words=one_line(task.words))
    title = one_line(words.text(words.system.title) if len(parts) > 1 else words.part(parts[0]))

    def lines(refs: Iterable[str]) -> tuple[str, ...]:
        kept = set(refs)
        chosen = (
            (heading, tuple(tasks[ref] for ref in some if ref in kept)) for heading, some in sections.values()
        )
        return tuple(gantt_lines(Gantt(title, tuple(one for one in chosen if one[1]))))

    ranked = sorted(
        tasks, key=lambda ref: (ref.partition(".")[0] != "top", _ORDER[words.system.items[ref].kind])
    )
    fitting = _fitting(ranked, lines)
    return Drawn(name, lines(fitting), tuple(undated), tuple(ref for ref in tasks if ref not in set(fitting)))


def _section(words: Words, part: Part, item: Item, *, alone: bool) -> tuple[str, str]:
    if not alone:
        return part.id, words.part(part)
    measure = words.system.measures.get(item.measure)
    return item.measure, words.part(part) if measure is None else words.text(measure.title)


def _flowchart(words: Words, name: str, part: Part | None) -> Iterator[Drawn]:
    """Boxes with arrows; nothing where nothing waits for anything."""
    links = [one for one in _links(words) if part is None or part.id in _homes(one)]
    if not links:
        return

    def lines(chosen: Sequence[tuple[str, str, Link]]) -> tuple[str, ...]:
        nodes = list(dict.fromkeys(ref for source, target, _ in chosen for ref in (source, target)))
        place = {ref: number for number, ref in enumerate(nodes)}
        edges = tuple(
            Edge(place[source], place[target], arrow_words(words, link), link.basis == "implied")
            for source, target, link in chosen
        )
        return tuple(flowchart_lines(Flowchart(tuple(_node(words, ref, part) for ref in nodes), edges)))

    fitting = _fitting(links[:MOST_EDGES], lines)
    left = tuple(f"{source} → {target}" for source, target, _ in links[len(fitting) :])
    yield Drawn(name, lines(fitting), (), left)


def _links(words: Words) -> Iterator[tuple[str, str, Link]]:
    seen: set[tuple[str, str]] = set()
    for link in words.system.links:
        ends = words.system.shown_as(link.predecessor), words.system.shown_as(link.successor)
        if ends not in seen:
            seen.add(ends)
            yield (*ends, link)


def _homes(link: tuple[str, str, Link]) -> tuple[str, str]:
    return link[0].partition(".")[0], link[1].partition(".")[0]


def _node(words: Words, ref: str, part: Part | None) -> Node:
    item = words.system.items.get(ref)
    if item is None:
        return Node(visible(ref), "outside")
    if part is not None and item.part != part.id:
        return Node(one_line(f"{item.ref} {words.name(item)}"), "outside")
    name = item.id if part is not None else item.ref
    return Node(one_line(f"{name} {words.name(item)}"), "" if item.kind == "work" else "gate")


def _fitting(ranked: Sequence[_T], lines: Callable[[Sequence[_T]], tuple[str, ...]]) -> Sequence[_T]:
    """The first of them whose chart is no longer than Mermaid takes, found by halving."""

    def fits(count: int) -> bool:
        return sum(len(line) + 1 for line in lines(ranked[:count])) <= MOST_CHARACTERS - _ROOM

    if fits(len(ranked)):
        return ranked
    low, high = 0, len(ranked)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return ranked[:low]
