"""Two matrices: what is due where and when, and which industry delivers to which."""

from collections import Counter
from collections.abc import Sequence

from carbonroad.link.system import Item
from carbonroad.model.items import Milestone
from carbonroad.model.roadmap import Part
from carbonroad.views.document import Cell, Column, Line, Row, RowGroup, Span, Table
from carbonroad.views.overview.interfaces import Interface
from carbonroad.views.shared.selection import key_day, phase_key, says_years
from carbonroad.views.shared.words import Words

_STEPS = (1, 3, 8, 20)
_SHORT = 6
"""A Chinese title of so many signs heads a column by itself, in two lines."""


def due_matrix(words: Words) -> Table:
    """Return how much is due in each part and phase, with the goals by name."""
    w, system = words.w, words.system
    by_cell: dict[tuple[str, str], list[Item]] = {}
    for item in system.items.values():
        if item.listed and item.superseded_by is None:
            day = key_day(words, item)
            key = "none" if day is None else phase_key(words, day)
            by_cell.setdefault((item.part, key), []).append(item)
    used = {key for _, key in by_cell}
    phases = [(f"p{n}", words.text(phase.title), phase.years) for n, phase in enumerate(system.phases, 1)]
    columns = [
        (key, title if says_years(title, years) else f"{title} {years.first.year}–{years.last.year}")
        for key, title, years in phases
    ]
    if "p0" in used:
        columns.append(("p0", w("other dates") if phases else w("with a date")))
    if "none" in used:
        columns.append(("none", w("without a date")))
    rows = tuple(
        Row(
            (
                Cell(((Span(words.part(part), "", f"doc:{part.id}/timetable"),),)),
                *(_due_cell(words, by_cell.get((part.id, key), [])) for key, _ in columns),
            )
        )
        for part in system.parts
    )
    heads = (Column(w("Field"), "head"), *(Column(title, "mx") for _, title in columns))
    return Table(heads, (RowGroup("", rows),), w("What is due where"), "matrix")


def _due_cell(words: Words, items: Sequence[Item]) -> Cell:
    if not items:
        return Cell(((Span("–", "small"),),))
    lines: list[Line] = [(Span(str(len(items)), f"heat heat-{heat(len(items))}"),)]
    open_ = sum(words.state(item) == "unreported" for item in items)
    if open_:
        lines.append((Span(words.w("{n} not recorded", n=open_), "small"),))
    goals = [i for i in items if isinstance(i.written, Milestone) and i.written.goal is not None]
    lines += [(Span(words.w("goal: {what}", what=words.title(goal)), "small"),) for goal in goals]
    return Cell(tuple(lines))


def interface_matrix(words: Words, interfaces: Sequence[Interface]) -> Table:
    """Return how many interfaces run from each part (row) to each other (column)."""
    w = words.w
    counted = Counter((one.giver.part, one.taker.part) for one in interfaces)
    touched = {part for pair in counted for part in pair}
    parts = [part for part in words.system.parts if part.id in touched]
    rows = tuple(
        Row(
            (
                Cell((_coded(words, part),)),
                *(_count_cell(counted[part.id, other.id], own=part is other) for other in parts),
            )
        )
        for part in parts
    )
    heads = (
        Column(w("delivers ↓ to →"), "head"),
        *(Column(_code(words, part), "mx") for part in parts),
    )
    return Table(
        heads, (RowGroup("", rows),), w("Interfaces: the row delivers to the column"), "matrix square"
    )


def without_interface(words: Words, interfaces: Sequence[Interface]) -> list[str]:
    """Return the names of the parts that neither deliver to another nor wait for one."""
    touched = {one.giver.part for one in interfaces} | {one.taker.part for one in interfaces}
    return [words.part(part) for part in words.system.parts if part.id not in touched]


def _coded(words: Words, part: Part) -> Line:
    """A part's name, with what heads its column where that is another."""
    name, code = words.part(part), _code(words, part)
    return (Span(name),) if name == code else (Span(f"{name} "), Span(code, "small"))


def _code(words: Words, part: Part) -> str:
    title = words.part(part)
    fits = words.w.chinese and len(title) <= _SHORT
    return title if fits else words.system.codes.get(part.id, part.id)


def _count_cell(count: int, *, own: bool) -> Cell:
    if own:
        return Cell(((Span("·", "heat-own"),),))
    return Cell(((Span(str(count), f"heat heat-{heat(count)}"),),)) if count else Cell(())


def heat(count: int) -> int:
    """Return 1 to 4: how dark a cell is."""
    return sum(count >= step for step in _STEPS)
