"""The timetable's page: finding, key figures, filters, legend, groups of rows."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from carbonroad.compute.facts import Facts
from carbonroad.link.system import Item, System
from carbonroad.model.roadmap import Part
from carbonroad.views.document import (
    Block,
    Column,
    Document,
    Filter,
    Filters,
    Folded,
    KeyFigures,
    Legend,
    Mark,
    Paragraph,
    RowGroup,
    Section,
    Span,
    Table,
)
from carbonroad.views.findings import count_of, finding_sentence, page_meta
from carbonroad.views.glyphs import kind_scene
from carbonroad.views.options import USUAL, Options
from carbonroad.views.status_marks import STATUS_WORDS, status_key, status_mark
from carbonroad.views.strip import Strips, make_strips
from carbonroad.views.timetable.groups import Group, grouped, key_day, phase_key
from carbonroad.views.timetable.rows import Look, make_row
from carbonroad.views.words import KINDS, Words

_MOST_OWNERS = 12


def build_document(
    system: System, facts: Facts, part: Part | None, lang: str, options: Options = USUAL
) -> Document:
    """Return the timetable of a part, or of the whole roadmap where `part` is None."""
    words = Words(system, facts, lang, options)
    items = [i for i in (system.items.values() if part is None else system.items_of(part.id)) if i.listed]
    strips = make_strips(system, facts, items, 200, 24)
    owners = _owner_tags(items)
    table = _TableOf(words, strips, owners, Look(part is None, any(i.nature for i in items)))
    made = [table.group(group) for group in grouped(words, items)]
    w = words.w
    blocks: list[Block] = [KeyFigures(_key_figures(words, items))]
    if len(items) > 1:
        blocks.append(Filters(_filters(words, items, owners, made), w("Nothing matches this choice.")))
    blocks.append(_legend(words, items))
    columns = table.columns()
    open_groups = tuple(g for g in made if g.role != "unreported")
    if open_groups:
        blocks.append(Table(columns, open_groups, w("Timetable"), "tt", cards=True))
    for group in made:
        if group.role == "unreported":
            shut = Table(
                columns, (RowGroup("", group.rows, "", group.role),), group.heading, "tt", cards=True
            )
            blocks.append(Folded(f"{group.heading} ({len(group.rows)})", (shut,)))
    blocks.extend(_footnotes(words, items))
    title = w("Timetable") if part is None else w("{part}: timetable", part=words.text(part.title))
    return Document(
        kind="timetable",
        part="" if part is None else part.id,
        lang=lang,
        title=f"{words.text(system.title)}{w(': ')}{title}" if part is None else title,
        lede=finding_sentence(words, items),
        sections=(Section("", tuple(blocks)),),
        path="timetable" if part is None else f"{part.id}/timetable",
        meta=page_meta(words, part),
        shown=_shown(system, made),
    )


class _TableOf(NamedTuple):
    """What all groups of one page's table share."""

    words: Words
    strips: Strips
    owners: dict[str, str]
    look: Look

    def group(self, group: Group) -> RowGroup:
        """Return a group's rows under its heading."""
        rows = tuple(
            make_row(self.words, self.strips, item, _tags(self.words, self.owners, item), self.look)
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


def _shown(system: System, groups: Sequence[RowGroup]) -> dict[str, tuple[str, ...]]:
    """What stands on the page, read off its rows."""
    refs = [row.item for group in groups for row in group.rows]
    return {
        kind: tuple(ref for ref in refs if system.items[ref].kind == kind)
        for kind in ("milestone", "target", "work")
    }


def _tags(words: Words, owners: dict[str, str], item: Item) -> tuple[str, ...]:
    found = [owners[party.id or party.words] for party in item.parties.answering] or ["o0"]
    status = status_key(words.facts.standings[item.ref])
    return (*dict.fromkeys(found), f"h{phase_key(words, key_day(words, item))}", f"s-{status}")


def _owner_tags(items: Sequence[Item]) -> dict[str, str]:
    """Each body's tag, the most frequent first; what is beyond the room for filters shares one."""
    counted = Counter(
        party.id or party.words for item in items for party in dict.fromkeys(item.parties.answering)
    )
    order = [name for name, _ in counted.most_common()]
    room = _MOST_OWNERS if len(order) <= _MOST_OWNERS else _MOST_OWNERS - 1
    return {name: f"o{n + 1}" if n < room else "o0" for n, name in enumerate(order)}


def _key_figures(words: Words, items: Sequence[Item]) -> tuple[tuple[str, str, str, str], ...]:
    w = words.w
    counted = count_of(words, items)
    return (
        (str(counted.bad), w("late or missed"), "bad" if counted.bad else "", ""),
        (str(counted.soon), w("due in 90 days"), "soon" if counted.soon else "", ""),
        (str(counted.unreported), w("outcome not recorded"), "", ""),
        (str(counted.done), w("done"), "good" if counted.done else "", w("of {n}", n=counted.all)),
    )


def _filters(
    words: Words, items: Sequence[Item], owners: dict[str, str], groups: Sequence[RowGroup]
) -> tuple[Filter, ...]:
    w = words.w
    used = {tag for group in groups for row in group.rows for tag in row.tags}
    everything = ("", w("All"))
    names: dict[str, str] = {}
    for item in items:
        for party in item.parties.answering:
            names.setdefault(party.id or party.words, words.short_body(party))
    bodies = [(tag, names[key]) for key, tag in owners.items() if tag != "o0"]
    if "o0" in used:
        bodies.append(("o0", w("others")))
    phases = [(f"hp{n}", words.text(phase.title)) for n, phase in enumerate(words.system.phases, 1)]
    phases = [
        *(entry for entry in phases if entry[0] in used),
        *((("hp0", w("other dates")),) if "hp0" in used else ()),
    ]
    states = [(f"s-{key}", w(english)) for key, english in STATUS_WORDS.items() if f"s-{key}" in used]
    found = (
        Filter("o", w("Lead"), (everything, *bodies)),
        Filter("h", w("Phase"), (everything, *phases)),
        Filter("s", w("Status"), (everything, *states)),
    )
    return tuple(one for one in found if len(one.options) > 2)


def _legend(words: Words, items: Sequence[Item]) -> Legend:
    """Only the kinds and statuses that the page uses."""
    w = words.w
    kinds = {item.deadline.kind for item in items if item.deadline is not None}
    states = {status_key(words.facts.standings[item.ref]) for item in items}
    return Legend(
        (
            *((Mark(kind_scene(kind), w(said)), w(said)) for kind, said in KINDS.items() if kind in kinds),
            *((status_mark(key, w(said)), w(said)) for key, said in STATUS_WORDS.items() if key in states),
        )
    )


def _footnotes(words: Words, items: Sequence[Item]) -> list[Paragraph]:
    found = []
    if any(item.parties.inferred for item in items):
        said = words.w("† Inferred: the sources do not state this duty for the item.")
        found.append(Paragraph((Span(said),), "foot"))
    said = words.w(
        "Deadlines are shown in the words of their source; the days below are what is computed with."
    )
    return [*found, Paragraph((Span(said),), "foot")]
