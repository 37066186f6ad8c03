"""The timetable's rows of what is not in the roadmap any more, as it was."""

from carbonroad.compute.changes.drift import Was
from carbonroad.model.roadmap import Part
from carbonroad.views.document import Cell, Mark, Row, RowGroup, Span
from carbonroad.views.shared.row_strips import Strips
from carbonroad.views.shared.since import gone, old_words, version
from carbonroad.views.shared.words import Words
from carbonroad.views.timetable.rows import Look, ghost_on


def gone_group(words: Words, strips: Strips, part: Part | None, look: Look) -> RowGroup | None:
    """Return what is gone from a part, or from all; None where nothing is."""
    lost = gone(words, part.id if part is not None else "")
    if not lost:
        return None
    w = words.w
    note = f"{w('as of {version}', version=version(words))} · {words.counted(len(lost))}"
    rows = tuple(_row(words, strips, was, look) for was in lost)
    return RowGroup(w("No longer in the roadmap"), rows, note, "gone", "group-gone")


def _row(words: Words, strips: Strips, was: Was, look: Look) -> Row:
    item = was.item
    ghost = ghost_on(strips, was)
    days = " – ".join(day.isoformat() for day in (was.first, was.latest) if day is not None)
    when = [(Span(old_words(words, was), "struck"),)]
    if days and item.deadline is not None:
        when.append((Span(days, "iso"),))
    who = words.listing(dict.fromkeys(words.body(one) for one in item.parties.answering))
    value = words.value(item)
    what = [
        (Span(item.id, "id"), Span(" "), Span(words.title(item), "struck")),
        *(((Span(value, "struck"),),) if value else ()),
    ]
    cells = [
        Cell(tuple(when)),
        Cell(((Mark(strips.strip([ghost]), ""),),) if ghost is not None else ()),
        Cell(tuple(what)),
        Cell(((Span(who or words.w("not named"), "small"),),)),
        Cell(((Span(words.w("removed"), "small"),),)),
    ]
    if look.nature:
        cells.insert(4, Cell(((Span(words.w(item.nature)),),) if item.nature else ()))
    if look.part:
        cells.insert(2, Cell(((Span(words.part_name(was.ref)),),)))
    return Row(tuple(cells), was.ref, "", ("o0", "hp0", "s-gone"))
