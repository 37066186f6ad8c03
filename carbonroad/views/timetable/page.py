"""The timetable's page: finding, key figures, filters, legend, groups of rows."""

from collections.abc import Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.link.system import Item, System
from carbonroad.model.roadmap import Part
from carbonroad.views.diagrams import with_deadlines
from carbonroad.views.document import (
    Block,
    Column,
    Filters,
    Folded,
    KeyFigure,
    KeyFigures,
    Legend,
    Page,
    Paragraph,
    RowGroup,
    Section,
    Span,
    Table,
)
from carbonroad.views.shared.finding import count_of, finding_sentence, limited_sentence
from carbonroad.views.shared.legends import ghost_entries, kind_entries, status_entries
from carbonroad.views.shared.page_head import shown_items
from carbonroad.views.shared.row_strips import Strips, make_strips
from carbonroad.views.shared.selection import chosen_items
from carbonroad.views.shared.since import claimed_gone, earlier_days, moved_items, summary
from carbonroad.views.shared.words import Words
from carbonroad.views.timetable.filters import filters, owner_links, owner_tags, row_tags
from carbonroad.views.timetable.gone import gone_group
from carbonroad.views.timetable.groups import Group, grouped
from carbonroad.views.timetable.rows import Look, make_row

_WIDE, _HIGH = 228, 24


def build_page(words: Words, part: Part | None) -> Page:
    """Return the timetable of a part, or of the whole roadmap where `part` is None."""
    w, system = words.w, words.system
    items = chosen_items(words, part)
    look = Look(part is None, part is None and len(system.parts) > 1, any(i.nature for i in items))
    strips = make_strips(
        system, words.facts, items, _WIDE, _HIGH, earlier_days(words, part.id if part else "")
    )
    table = _TableOf(words, strips, owner_tags(items), look)
    made = [table.group(group) for group in grouped(words, items)]
    lost = gone_group(words, strips, part, look)
    made += [lost] if lost is not None else []
    title = w("Timetable") if part is None else w("{part}: timetable", part=words.text(part.title))
    page = Page(
        title=f"{words.text(system.title)}{w(': ')}{title}" if part is None else title,
        lede=words.sentences(
            filter(
                None,
                (
                    limited_sentence(words, part, items),
                    finding_sentence(words, items),
                    summary(words, moved_items(words, part), part.id if part else ""),
                ),
            )
        ),
        sections=(Section("", _blocks(table, items, made)),),
        shown=_shown(system, made),
        claimed=claimed_gone(words, part.id if part else ""),
    )
    return with_deadlines(words, part, page)


def _shown(system: System, made: Sequence[RowGroup]) -> dict[str, tuple[str, ...]]:
    """What stands in the rows, by kind; what is gone as ghosts."""
    gone = {row.item: None for group in made if group.role == "gone" for row in group.rows}
    rows = (row.item for group in made if group.role != "gone" for row in group.rows)
    return {**shown_items(system, rows), **({"ghost": tuple(gone)} if gone else {})}


class _TableOf(NamedTuple):
    """What all groups of one page's table share."""

    words: Words
    strips: Strips
    owners: dict[str, str]
    look: Look

    def group(self, group: Group) -> RowGroup:
        """Return a group's rows under its heading."""
        rows = tuple(
            make_row(self.words, self.strips, item, row_tags(self.words, self.owners, item), self.look)
            for item in group.items
        )
        role = group.key if group.key in ("late", "unreported") else "phase"
        return RowGroup(group.heading, rows, group.note, role, f"group-{group.key}")

    def columns(self) -> tuple[Column, ...]:
        """Return the columns; one that no row fills is left out."""
        w = self.words.w
        return (
            Column(w("Deadline: words, days"), "when"),
            Column(w("Time"), "strip", self.strips.head()),
            *((Column(w("Field"), "part"),) if self.look.part else ()),
            Column(w("Item and source"), "head"),
            Column(w("Lead and support"), "who"),
            *((Column(w("Nature"), "nature"),) if self.look.nature else ()),
            Column(w("Status"), "status"),
        )


def _blocks(table: _TableOf, items: Sequence[Item], made: Sequence[RowGroup]) -> tuple[Block, ...]:
    """The page from its key figures down; what nobody reported on stands last, folded."""
    words, columns = table.words, table.columns()
    w = words.w
    blocks: list[Block] = [KeyFigures(_key_figures(words, items))]
    if len(items) > 1:
        blocks.append(Filters(filters(words, items, table.owners, made), w("Nothing matches this choice.")))
        blocks.extend(owner_links(words, items))
    if items:
        blocks.append(_legend(words, items))
    shown = tuple(g for g in made if g.role != "unreported")
    if shown:
        blocks.append(Table(columns, shown, w("Timetable"), "tt", cards=True))
    for group in made:
        if group.role == "unreported":
            rows = RowGroup("", group.rows, "", group.role)
            shut = Table(columns, (rows,), group.heading, "tt", cards=True)
            blocks.append(Folded(f"{group.heading} ({len(group.rows)})", (shut,)))
    return (*blocks, *_footnotes(words, items))


def _key_figures(words: Words, items: Sequence[Item]) -> tuple[KeyFigure, ...]:
    w = words.w
    counted = count_of(words, items)
    return (
        KeyFigure(str(counted.bad), w("late or missed"), "bad" if counted.bad else ""),
        KeyFigure(str(counted.soon), w("due in 90 days"), "soon" if counted.soon else ""),
        KeyFigure(str(counted.unreported), w("outcome not recorded")),
        KeyFigure(str(counted.done), w("done"), "good" if counted.done else "", w("of {n}", n=counted.all)),
    )


def _legend(words: Words, items: Sequence[Item]) -> Legend:
    """Only the kinds and statuses that the page uses."""
    kinds = {item.deadline.kind for item in items if item.deadline is not None}
    states = {words.state(item) for item in items}
    return Legend((*kind_entries(words, kinds), *status_entries(words, states), *ghost_entries(words)))


def _footnotes(words: Words, items: Sequence[Item]) -> list[Paragraph]:
    w = words.w
    found = []
    if any(item.parties.inferred for item in items):
        found.append(w("† Inferred: the sources do not state this duty for the item."))
    found.append(
        w("Deadlines are shown in the words of their source; the days below are what is computed with.")
    )
    if any(cited.citation.url for item in items for cited in item.citations):
        found.append(
            w(
                "A document's name leads to its official address, if one is known; “read at” leads to the "
                "page on which it was read."
            )
        )
    return [Paragraph((Span(said),), "foot") for said in found]
