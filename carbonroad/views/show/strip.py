"""The time strip in characters: a line for each field, a mark where something is due."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.textwidth import cells
from carbonroad.link.system import Item
from carbonroad.scene.scales import Span as Days
from carbonroad.views.document import (
    Block,
    Cell,
    Column,
    Inline,
    Legend,
    Line,
    Paragraph,
    Row,
    RowGroup,
    Span,
    Table,
)
from carbonroad.views.shared.legends import status_entries
from carbonroad.views.shared.selection import key_day
from carbonroad.views.shared.status_marks import status_mark
from carbonroad.views.shared.words import Words
from carbonroad.views.show.axis import CharacterAxis, character_axis

_WIDEST, _LEAST, _LONGEST_NAME, _GAP = 100, 16, 22, 2
_MORE = "#"
_DATA_DATE = ":"
_GRAVEST = (
    "missed",
    "late",
    "at-risk",
    "not-reached",
    "unreported",
    "on-track",
    "planned",
    "reached-early",
    "done",
    "superseded",
    "dropped",
)
"""In the order in which a number that stands for several takes its colour from one of them."""


class _Lane(NamedTuple):
    """A line of the strip: a field, its items by column, and how many have no day."""

    name: str
    items: dict[int, list[Item]]
    undated: int


def make_strip(
    words: Words, items: Sequence[Item], columns: int | None, *, limited: bool = False
) -> tuple[Block, ...]:
    """Return the strip and what its marks mean; nothing where there is no room or no day.

    Args:
        words: The roadmap in the language of the output.
        items: What stands on it.
        columns: The terminal's; None for a pipe.
        limited: Whether only the phases are drawn that lie between the items' days and the data date.
    """
    days = {item.ref: key_day(words, item) for item in items}
    dated = [day for day in days.values() if day is not None]
    undated = words.w("no date") if len(dated) < len(days) else ""
    names = {part.id: words.part(part) for part in words.system.parts}
    taken = min(max(map(cells, names.values()), default=0), _LONGEST_NAME) + _GAP
    room = min(columns or _WIDEST, _WIDEST) - taken - (cells(undated) + _GAP if undated else 0)
    if room < _LEAST or not dated:
        return ()
    system = words.system
    ends = (min(*dated, system.as_of), max(*dated, system.as_of)) if limited else (date.min, date.max)
    phases = [one for one in system.phases if one.years.first <= ends[1] and ends[0] <= one.years.last]
    spans = [Days(phase.years.first, phase.years.last, phase.zoom) for phase in phases]
    axis = character_axis(spans, dated, system.as_of, room)
    lanes = _lanes(axis, names, items, days)
    titles = [words.text(phase.title) for phase in phases]
    rows = [*_head(words, axis, titles, undated), *(_lane_row(words, axis, lane) for lane in lanes)]
    columns_ = (Column("", "head"), Column("", "whole"), *((Column("", "num"),) if undated else ()))
    kept = tuple(Row(row.cells[: len(columns_)]) for row in rows)
    return (Table(columns_, (RowGroup("", kept),)), *_legend(words, items, rows))


def _lanes(
    axis: CharacterAxis, names: Mapping[str, str], items: Sequence[Item], days: Mapping[str, date | None]
) -> list[_Lane]:
    lanes = {part: _Lane(name, {}, 0) for part, name in names.items()}
    for item in items:
        day, lane = days[item.ref], lanes[item.part]
        if day is None:
            lanes[item.part] = lane._replace(undated=lane.undated + 1)
        else:
            lane.items.setdefault(axis.column(day), []).append(item)
    return [lane for lane in lanes.values() if lane.items or lane.undated]


def _row(name: str, line: Line, undated: str = "") -> Row:
    return Row((Cell(((Span(name),),)), Cell((line,)), Cell(((Span(undated),),))))


def _head(words: Words, axis: CharacterAxis, phases: Sequence[str], undated: str) -> Iterator[Row]:
    """The phases, the years, and the data date above its column."""
    over = axis.over(phases)
    if over.strip("| "):
        yield _row("", (Span(over, "strong"),))
    years, ticks = axis.years()
    yield _row("", (Span(years),), undated)
    day = words.system.as_of.isoformat()
    at = axis.column(words.system.as_of)
    if at + len(day) < axis.wide:
        ticks = f"{ticks[:at]}{_DATA_DATE}{day}{ticks[at + 1 + len(day) :]}"
    elif at >= len(day):
        ticks = f"{ticks[: at - len(day)]}{day}{_DATA_DATE}{ticks[at + 1 :]}"
    yield _row("", (Span(ticks, "dim"),))


def _lane_row(words: Words, axis: CharacterAxis, lane: _Lane) -> Row:
    """A field's line: its marks on a ground that carries no news."""
    ground = ["."] * axis.wide
    ground[axis.column(words.system.as_of)] = _DATA_DATE
    for border in axis.borders:
        ground[border] = "|"
    line: list[Inline] = []
    at = 0
    for column in sorted(lane.items):
        found = lane.items[column]
        number = str(len(found))
        first = column + 1 - len(number)
        fits = first >= at and not "".join(ground[first:column]).strip(".")
        first = first if fits else column
        line += (Span("".join(ground[at:first]), "dim"), _mark(words, found, number if fits else _MORE))
        at = column + 1
    line.append(Span("".join(ground[at:]), "dim"))
    return _row(lane.name, tuple(line), str(lane.undated or ""))


def _mark(words: Words, items: Sequence[Item], number: str) -> Inline:
    """The sign of one, the number of several; it is painted as the gravest of them."""
    found = {words.state(item) for item in items}
    key = min(found, key=_GRAVEST.index)
    return status_mark(key) if len(items) == 1 else Span(number, f"st st-{key}")


def _legend(words: Words, items: Sequence[Item], rows: Sequence[Row]) -> tuple[Block, ...]:
    """Only the signs that are used."""
    w = words.w
    used = {words.state(item) for item in items}
    spans = [one for row in rows for one in row.cells[1].lines[0] if isinstance(one, Span)]
    notes = [w("{sign} data date", sign=_DATA_DATE)]
    if any(one.role.startswith("st ") and one.words != _MORE for one in spans):
        notes.append(w("a number: so many in one place"))
    if any(one.words == _MORE for one in spans):
        notes.append(w("{sign} several, without room for their number", sign=_MORE))
    return (Legend(status_entries(words, used)), Paragraph((Span("   ".join(notes), "small"),)))
