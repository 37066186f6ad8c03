"""A row of the timetable: deadline, strip, item and source, bodies, nature, status."""

from carbonroad.base.record import NamedTuple
from carbonroad.compute.changes.drift import Was
from carbonroad.link.system import Item
from carbonroad.model.items import Work
from carbonroad.scene.shapes import Group
from carbonroad.views.document import Cell, Line, Mark, Row, Span
from carbonroad.views.shared.cells import deadline_lines, old_value_spans, status_lines
from carbonroad.views.shared.conversions import conversion
from carbonroad.views.shared.row_strips import Strips
from carbonroad.views.shared.since import move_of
from carbonroad.views.shared.sources import source_lines
from carbonroad.views.shared.status_marks import tone
from carbonroad.views.shared.words import Words


class Look(NamedTuple):
    """How the rows of one timetable differ from those of another.

    Attributes:
        whole: It is the timetable of the whole roadmap, not of a part.
        part: It has a column for the part: there are several.
        nature: It has a column for binding or expected.
    """

    whole: bool
    part: bool
    nature: bool


def make_row(words: Words, strips: Strips, item: Item, tags: tuple[str, ...], look: Look) -> Row:
    """Return an item's row.

    Args:
        words: The system in the page's language.
        strips: The table's strips.
        item: A listed item.
        tags: What filters select it by.
        look: The table's columns.
    """
    kind = item.deadline.kind if item.deadline is not None else ""
    glyph = strips.glyph(item, tone(words.state(item), kind))
    move = move_of(words, item)
    ghost = ghost_on(strips, move.was) if move is not None and move.since is not None else None
    strip: Line = (Mark(strips.strip([ghost, glyph]), ""),)
    cells = [
        Cell(deadline_lines(words, item)),
        Cell((strip,) if glyph is not None else ()),
        Cell(_what(words, item, details=not look.part)),
        Cell(_who(words, item)),
        Cell(status_lines(words, item)),
    ]
    if look.nature:
        cells.insert(4, Cell(((Span(words.w(item.nature)),),) if item.nature else ()))
    if look.part:
        part = words.part_name(item.ref)
        cells.insert(
            2, Cell(((Span(part, "", "" if item.part == "top" else f"doc:{item.part}/timetable"),),))
        )
    return Row(tuple(cells), item.ref, "", tags, item.ref if look.whole else item.id)


def ghost_on(strips: Strips, was: Was) -> Group | None:
    """Return the hollow mark of where an item stood: a bar where the item itself would be one."""
    deadline = was.item.deadline
    return strips.ghost(was.first, was.latest, bar=deadline is None or deadline.kind == "during")


def _what(words: Words, item: Item, *, details: bool) -> tuple[Line, ...]:
    gone = words.facts.standings[item.ref].superseded
    title = Span(words.title(item), "struck" if gone else "strong")
    lines: list[Line] = [(Span(item.id, "id"), Span(" "), title)]
    value = words.value(item)
    if value:
        stretch = words.stretch(item)
        more = words.w("stretch: {value}", value=stretch) if stretch else ""
        old = old_value_spans(words, item)
        lines.append(
            (Span(value, "struck" if gone else "value"), *old, *((Span(f" · {more}"),) if more else ()))
        )
        same = conversion(words, item)
        if same:
            lines.append((Span(same, "small"),))
    if item.superseded_by is not None:
        lines.append((Span(words.w("replaced by {what}", what=words.named(item.superseded_by)), "small"),))
    lines.extend(source_lines(words, item))
    if details:
        lines.extend(_details(words, item))
    return tuple(lines)


def _details(words: Words, item: Item) -> list[Line]:
    """What a page of several parts has no room for: deliverable, acceptance, note."""
    found: list[Line] = []
    if isinstance(item.written, Work):
        for english, text in (
            ("deliverable: {words}", item.written.deliverable),
            ("acceptance: {words}", item.written.acceptance),
        ):
            if text:
                found.append((Span(words.w(english, words=words.text(text)), "small"),))
    if item.note:
        found.append((Span(words.text(item.note), "small"),))
    return found


def _who(words: Words, item: Item) -> tuple[Line, ...]:
    parties = item.parties
    if parties.nobody or not parties.answering:
        return ((Span(words.w("not named"), "small"),),)
    dagger = (Span("\u00a0†", "small"),) if parties.inferred else ()
    lead = words.listing(dict.fromkeys(words.body(one) for one in parties.answering))
    lines: list[Line] = [(Span(lead, "lead"), *dagger)]
    named = set(parties.answering)
    others = [one for one in (*parties.owner, *parties.support) if one not in named]
    if others:
        names = words.listing(dict.fromkeys(words.short_body(one) for one in others)).removeprefix("and ")
        lines.append((Span(words.w("with {names}", names=names), "small"),))
    return tuple(lines)
