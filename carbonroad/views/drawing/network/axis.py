"""The sheet's columns, left to right, and where a day lies on them: to scale only in the drawn phase."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from carbonroad.base.record import NamedTuple
from carbonroad.link.system import System
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.paper.sheet import LEFT, RIGHT

HEADER = 25.0
UNDATED = 27.0
AXIS_HEIGHT = 14.0
_GUTTER, _LATE_GUTTER, _NO_GUTTER = 8.0, 11.0, 4.0
_EMPTY = 17.0
_LEAST_EMPTY = 12.0
"""An empty column no wider than this is not named."""
_WIDE, _NARROW = 100.0, 56.0
"""Of the two columns beside the phase the earlier one has more room, unless the later has twice its days."""
_LEAST_PHASE = 90.0


class Slot(NamedTuple):
    """One day of a column that is not to scale: the midnight it begins or ends with, and its place."""

    midnight: int
    x: float
    day: date


class Column(NamedTuple):
    """A column of the network; without slots it is to scale."""

    x0: float
    x1: float
    name: str
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class Axis:
    """The columns and the scale.

    Attributes:
        undated: The column for what has no date, or None.
        early: Before the phase, in order of date.
        phase: The drawn phase, linear.
        late: After the phase, in order of date.
        first: First day of the phase.
        last: Its last day.
        phase_id: Its id, empty where no phase is declared for these years.
        per_year: Millimetres a year.
        as_of: The data date.
    """

    undated: Column | None
    early: Column
    phase: Column
    late: Column
    first: date
    last: date
    phase_id: str
    per_year: int
    as_of: date

    @property
    def left(self) -> float:
        """Where the dated columns begin."""
        return self.early.x0

    def start(self, day: date) -> float:
        """Return where a day begins."""
        return self._x(day.toordinal(), ends=False)

    def end(self, day: date) -> float:
        """Return where a day ends."""
        return self._x(day.toordinal() + 1, ends=True)

    def empty(self, column: Column) -> bool:
        """Return whether a column is left out: nothing stands in it, and works need the room."""
        return not column.slots and column.x1 - column.x0 < _LEAST_EMPTY

    def column(self, x: float) -> Column:
        """Return the column in which a place lies; a gutter belongs to the column on its right."""
        if x <= self.early.x1 + 0.01:
            return self.early
        return self.phase if x <= self.phase.x1 + 0.01 else self.late

    def _x(self, midnight: int, *, ends: bool) -> float:
        begin, stop = self.first.toordinal(), self.last.toordinal() + 1
        if midnight < begin or (midnight == begin and ends):
            return _between(self.early, midnight)
        if midnight > stop or (midnight == stop and not ends):
            return _between(self.late, midnight)
        return self.phase.x0 + (self.phase.x1 - self.phase.x0) * (midnight - begin) / (stop - begin)


def _between(column: Column, midnight: int) -> float:
    slots = column.slots
    if not slots:
        return column.x0
    place = bisect_right(slots, midnight, key=lambda slot: slot.midnight)
    if place == 0:
        return slots[0].x
    before = slots[place - 1]
    if place == len(slots) or before.midnight == midnight:
        return before.x
    after = slots[place]
    return before.x + (after.x - before.x) * (midnight - before.midnight) / (after.midnight - before.midnight)


class Phase(NamedTuple):
    """The years that a sheet shows to scale; the id is empty where no phase is declared for them."""

    first: date
    last: date
    id: str


def phase_of(system: System, wanted: str = "") -> Phase:
    """Return the phase with an id; else the one that holds the data date; else five years from its year."""
    named = next((phase for phase in system.phases if phase.id == wanted), None)
    phase = named or system.phase_at(system.as_of)
    if phase is None:
        return years_from(system.as_of.year)
    return Phase(phase.years.first, phase.years.last, phase.id)


def years_from(year: int) -> Phase:
    """Return five years."""
    year = min(max(year, 1), date.max.year - 4)
    return Phase(date(year, 1, 1), date(year + 4, 12, 31), "")


def build_axis(
    system: System,
    phase: Phase,
    entries: Sequence[Entry],
    *,
    early_room: float,
    late_room: float,
    late_width: float,
) -> Axis:
    """Return the axis that fits these items.

    Args:
        system: For the data date.
        phase: What is drawn to scale.
        entries: The items on the sheet.
        early_room: Millimetres that links need in the first gutter.
        late_room: Likewise right of the last day of the later column.
        late_width: What the widest item or connector of the later column needs.
    """
    first, last, phase_id = phase
    early, late = _midnights(entries, first, last, system.as_of)
    x = LEFT + HEADER
    undated = None
    if any(entry.kind == "undated" for entry in entries):
        undated = Column(x, x + UNDATED, "undated")
        x += UNDATED
    bare = any(entry.kind == "timed" for entry in entries)
    early_width, least_late = _least_widths(early, late, bare=bare, undated=undated is not None)
    gutter = max(_GUTTER if early or not bare else _NO_GUTTER, early_room)
    late_width = (
        max(late_width, least_late + late_room) if late else max(late_width - _LATE_GUTTER * bare, least_late)
    )
    years = last.year - first.year + 1
    room = _phase_room(RIGHT - x - early_width - gutter, late_width)
    per_year = max(1, int(room / years))
    if early or not bare:
        early_width += room - per_year * years
    else:
        gutter += room - per_year * years
    early_column = Column(x, x + early_width, "early", _slots(early, x, x + early_width, mirrored=False))
    phase_x = early_column.x1 + gutter
    shown = Column(phase_x, phase_x + per_year * years, "phase")
    late_x = shown.x1 + _LATE_GUTTER
    late_slots = _slots(late, late_x, RIGHT - max(3.0, late_room + 0.6), mirrored=True)
    return Axis(
        undated=undated,
        early=early_column,
        phase=shown,
        late=Column(min(late_x, RIGHT), RIGHT, "late", late_slots),
        first=first,
        last=last,
        phase_id=phase_id,
        per_year=per_year,
        as_of=system.as_of,
    )


def _least_widths(
    early: dict[int, date], late: dict[int, date], *, bare: bool, undated: bool
) -> tuple[float, float]:
    """What the columns before and after the phase need; `bare`: works take the room of empty ones."""
    empty = 0.0 if bare else _EMPTY
    wide = _WIDE - 7.0 if undated else _WIDE
    of_early, of_late = (_NARROW, wide) if 0 < 2 * len(early) <= len(late) else (wide, _NARROW)
    return of_early if early else empty, of_late if late else empty


def _phase_room(beside: float, late_width: float) -> float:
    """What is left for the phase; where that is too little, the later column gives of its own."""
    room = beside - _LATE_GUTTER - late_width
    if room < _LEAST_PHASE:
        late_width = max(_NARROW, late_width - (_LEAST_PHASE - room))
        room = beside - _LATE_GUTTER - late_width
    return room


def _midnights(
    entries: Sequence[Entry], first: date, last: date, as_of: date
) -> tuple[dict[int, date], dict[int, date]]:
    """The days before and after the phase, by midnight; the data date is one of them."""
    begin, stop = first.toordinal(), last.toordinal() + 1
    early: dict[int, date] = {as_of.toordinal(): as_of} if as_of < first else {}
    late: dict[int, date] = {as_of.toordinal(): as_of} if as_of > last else {}
    for entry in entries:
        ends = entry.glyph != "from" or entry.kind != "gate"
        days = [(entry.first, False)] if entry.first is not None else []
        if entry.latest is not None:
            days.append((entry.latest, ends))
        if entry.before is not None:
            days.append((entry.before, True))
        for day, at_end in days:
            midnight = day.toordinal() + (1 if at_end else 0)
            if midnight < begin or (midnight == begin and at_end):
                early[midnight] = day
            elif midnight > stop or (midnight == stop and not at_end):
                late[midnight] = day
    return early, late


def _slots(days: dict[int, date], x0: float, x1: float, *, mirrored: bool) -> tuple[Slot, ...]:
    """Equal steps in order of date. A first day that begins a column lies on its edge."""
    order = sorted(days)
    if not order:
        return ()
    starts = days[order[0]].toordinal() == order[0]
    steps = len(order) - (1 if starts and len(order) > 1 else 0)
    step = (x1 - x0) / (steps + (1 if mirrored and not starts and len(order) > 1 else 0) or 1)
    return tuple(Slot(m, x1 - step * (len(order) - 1 - n), days[m]) for n, m in enumerate(order))


def day_after(day: date) -> date:
    """Return the next day; the calendar's last day stays."""
    return day + timedelta(days=1) if day < date.max else day
