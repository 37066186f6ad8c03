"""The board: one row per industry, with its state, its strip and what is due next."""

from collections import Counter
from collections.abc import Sequence

from carbonroad.link.system import Item
from carbonroad.model.roadmap import Part
from carbonroad.views.document import Block, Cell, Column, Legend, Line, Mark, Row, RowGroup, Span, Table
from carbonroad.views.overview.headline import headline, headline_cell
from carbonroad.views.overview.milestones import HIGH, WIDE, drawn_kinds, milestone_strip
from carbonroad.views.overview.sparkline import sparkline
from carbonroad.views.shared.finding import next_due
from carbonroad.views.shared.legends import kind_entries, status_entries
from carbonroad.views.shared.page_head import part_owner
from carbonroad.views.shared.row_strips import make_strips
from carbonroad.views.shared.since import counted_moves, gone, moved_emissions, moved_items
from carbonroad.views.shared.status_marks import STATUS_WORDS, status_mark
from carbonroad.views.shared.words import Words

_GRAVEST = (
    "missed",
    "late",
    "at-risk",
    "not-reached",
    "unreported",
    "planned",
    "on-track",
    "reached-early",
    "done",
    "superseded",
    "dropped",
)
"""A part's state is that of its gravest item; what nobody reported on is no judgement, but stands before
what is merely planned."""


def board(words: Words) -> tuple[Block, ...]:
    """Return the board of the industries, or of a top that stands alone, and the legend of its marks."""
    w, parts = words.w, words.system.industries or words.system.parts
    listed = {part.id: [i for i in words.system.items_of(part.id) if i.listed] for part in parts}
    everything = [item for items in listed.values() for item in items]
    strips = make_strips(words.system, words.facts, everything, WIDE, HIGH)
    phases = [(phase.years, words.text(phase.title)) for phase in words.system.phases]
    sparks = {part.id: sparkline(words, part) for part in parts}
    leading = {part.id: headline(words, part) for part in parts}
    columns = [
        Column(w("Field and lead") if any(part_owner(words, part) for part in parts) else w("Field"), "head"),
        Column(w("State"), "state"),
        Column(w("Due"), "strip", strips.head(phases)),
        *((Column(w("Emissions pathway"), "spark"),) if any(sparks.values()) else ()),
        *((Column(w("First indicator: measured → target"), "leading"),) if any(leading.values()) else ()),
        Column(w("Next due"), "next"),
        Column(w("Items by status"), "counts"),
    ]
    rows = []
    for part in parts:
        items = listed[part.id]
        counted = Counter(words.state(item) for item in items)
        cells = [
            Cell(_name(words, part)),
            Cell((*_state(words, counted), *_moved(words, part))),
            Cell(((Mark(milestone_strip(words, strips, items), ""),),)),
        ]
        if any(sparks.values()):
            spark = sparks[part.id]
            cells.append(Cell(((spark,) if spark is not None else (Span(w("no pathway"), "small"),),)))
        if any(leading.values()):
            cells.append(headline_cell(words, leading[part.id]))
        cells += [Cell(_next(words, items)), Cell(_counts(words, counted))]
        rows.append(Row(tuple(cells), "", "", (), part.id))
    table = Table(tuple(columns), (RowGroup("", tuple(rows)),), w("Fields"), "board", cards=True)
    return (table, _legend(words, everything))


def _legend(words: Words, items: Sequence[Item]) -> Legend:
    """Only the marks that the board draws."""
    states = {words.state(item) for item in items}
    return Legend((*kind_entries(words, drawn_kinds(words, items)), *status_entries(words, states)))


def _name(words: Words, part: Part) -> tuple[Line, ...]:
    lines: list[Line] = [(Span(words.text(part.title), "strong", _page(words, part.id, "timetable")),)]
    bodies = part_owner(words, part)
    if bodies:
        lines.append((Span(bodies, "small"),))
    links: list[Span] = []
    for view, said in (("roadmap", words.w("Roadmap")), ("drawing", words.w("Construction drawing"))):
        between = (Span(" · ", "small"),) if links else ()
        links += [*between, Span(said, "small", _page(words, part.id, view))]
    lines.append(tuple(links))
    return tuple(lines)


def _page(words: Words, part: str, view: str) -> str:
    """Where a part's page is; that of a top that stands alone is the roadmap's."""
    return f"doc:{part}/{view}" if words.system.industries else f"doc:{view}"


def _state(words: Words, counted: Counter[str]) -> tuple[Line, ...]:
    """The gravest status and how many items have it."""
    key = next((one for one in _GRAVEST if counted[one]), None)
    if key is None:
        return ((Span(words.w("no item"), "small"),),)
    mark: Line = (status_mark(key), Span(" "), Span(words.w(STATUS_WORDS[key]), f"st st-{key}"))
    return (mark, (Span(words.w("{n} of {all}", n=counted[key], all=counted.total()), "small"),))


def _moved(words: Words, part: Part) -> tuple[Line, ...]:
    """What has moved since the earlier version; nothing without one."""
    against = words.options.against
    if against is None:
        return ()
    said = counted_moves(
        words, moved_items(words, part), len(gone(words, part.id)), moved_emissions(words, part.id)
    )
    what = words.listing(said) if said else words.w("nothing has moved")
    return ((Span(words.w("since {label}: {what}", label=against.label, what=what), "note"),),)


def _counts(words: Words, counted: Counter[str]) -> tuple[Line, ...]:
    """Each status that occurs: its mark, said in words to those who do not see it, and how many."""
    pairs: list[Line] = [
        (status_mark(key, f"{words.w(english)}{words.w(': ')}"), Span(f"\u00a0{counted[key]}", "count"))
        for key, english in STATUS_WORDS.items()
        if counted[key]
    ]
    apart: Line = (Span(words.w(", "), "vh"),)
    between = [(*pair, *apart) for pair in pairs[:-1]] + pairs[-1:]
    return tuple(sum(between[n : n + 3], ()) for n in range(0, len(between), 3))


def _next(words: Words, items: Sequence[Item]) -> tuple[Line, ...]:
    coming = next_due(words, items)
    if not coming:
        return ((Span(words.w("nothing more is dated"), "small"),),)
    day, first = coming[0]
    days = (day - words.system.as_of).days
    same = sum(other == day for other, _ in coming) - 1
    when = f"{day.isoformat()} · {words.in_days(days)}"
    anchor = first.id if words.system.industries else first.ref
    lines: list[Line] = [
        (Span(words.name(first), "", f"{_page(words, first.part, 'timetable')}#{anchor}"),),
        (Span(when, "soon" if days <= 90 else "small"),),
    ]
    if same:
        lines.append((Span(words.w("and {n} more that day", n=same), "small"),))
    return tuple(lines)
