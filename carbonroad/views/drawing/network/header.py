"""The strip above the network: columns named, days marked, the scale said; and the grid below it."""

from collections.abc import Sequence
from datetime import date

from carbonroad.link.system import System
from carbonroad.scene.shapes import Line, Rect, Shape, text
from carbonroad.views.drawing.items.entries import Entry, count_entries
from carbonroad.views.drawing.network.axis import AXIS_HEIGHT, Axis, Column
from carbonroad.views.drawing.network.windows import cut
from carbonroad.views.drawing.paper.sheet import LEFT, RIGHT, TOP
from carbonroad.views.drawing.paper.text import break_lines, measure
from carbonroad.views.shared.selection import says_years
from carbonroad.wording import Wording

_TITLE, _SMALL, _YEAR = 3.1, 2.25, 2.9
_NAMED = 45
"""Millimetres a year from which quarters are named."""
_BOTTOM = TOP + AXIS_HEIGHT


def years_words(first: date, last: date) -> str:
    """Return a run of years: `2026–2030`."""
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


def grid(axis: Axis, bottom: float) -> list[Shape]:
    """Return tints and lines under the network, down to a height."""
    tall = bottom - _BOTTOM
    columns = (axis.undated, axis.early, axis.late)
    tinted = [column for column in columns if column is not None and not axis.empty(column)]
    shapes: list[Shape] = [
        Rect(column.x0, _BOTTOM, column.x1 - column.x0, tall, "column-tint") for column in tinted
    ]
    slots = (*axis.early.slots, *axis.late.slots)
    shapes += [Line(slot.x, _BOTTOM, slot.x, bottom, "slot") for slot in slots]
    for day in _quarters(axis):
        role = "year" if day.month == 1 else "quarter"
        shapes.append(Line(axis.start(day), _BOTTOM, axis.start(day), bottom, role))
    edges = [
        axis.early.x1,
        axis.phase.x0,
        axis.phase.x1,
        axis.late.x0,
        *([axis.undated.x1] if axis.undated else []),
    ]
    shapes += [Line(x, TOP, x, bottom, "column-edge") for x in edges]
    today = axis.start(axis.as_of)
    return [*shapes, Line(today, _BOTTOM, today, bottom, "today")]


def _quarters(axis: Axis) -> list[date]:
    months = (1, 4, 7, 10) if axis.per_year >= 25 else (1,)
    days = [date(year, month, 1) for year in range(axis.first.year, axis.last.year + 1) for month in months]
    return [day for day in days if axis.first < day <= axis.last]


def header(system: System, axis: Axis, entries: Sequence[Entry], lane_word: str, w: Wording) -> list[Shape]:
    """Return the strip above the network."""
    shapes: list[Shape] = [Rect(LEFT, TOP, RIGHT - LEFT, AXIS_HEIGHT, "head-band")]
    shapes.append(text(LEFT + 2, TOP + 4.6, lane_word, _TITLE, "b"))
    count = count_entries(w, entries)
    shapes += [
        text(LEFT + 2, TOP + 8.4 + n * 2.6, line, _SMALL, "second")
        for n, line in enumerate(break_lines(count, _SMALL, 21.5))
    ]
    if axis.undated is not None:
        shapes.append(text(axis.undated.x0 + 1.5, TOP + 4.6, w("No date"), _TITLE, "b"))
        shapes.append(text(axis.undated.x0 + 1.5, TOP + 8.4, w("order of file"), _SMALL, "second"))
    for column in (axis.early, axis.late):
        if not axis.empty(column):
            near, far = sorted((column.x0, column.x1, axis.phase.x0, axis.phase.x1))[1:3]
            shapes += [*_outer(column, axis, w), *cut((near + far) / 2, TOP + AXIS_HEIGHT / 2, 7.0)]
    return [*shapes, *_phase(system, axis, w)]


def _outer(column: Column, axis: Axis, w: Wording) -> list[Shape]:
    x0, x1 = column.x0 + 1.5, column.x1
    if not column.slots:
        words = w("earlier") if column.name == "early" else w("later")
        return [text(x0, TOP + 4.6, words, _TITLE, "b"), text(x0, TOP + 8.4, w("none"), _SMALL, "second")]
    name = years_words(column.slots[0].day, column.slots[-1].day)
    shapes: list[Shape] = [text(x0, TOP + 4.6, name, _TITLE, "b")]
    remark = w("date order, not to scale")
    if measure(remark, _SMALL) + measure(name, _TITLE, True) + 5 < x1 - x0:
        shapes.append(text(x1 - 1.0, TOP + 4.6, remark, _SMALL, "second", "end"))
    else:
        shapes.append(text(x0, TOP + 7.6, w("not to scale"), _SMALL, "second"))
    left, right = _today_box(axis, w)
    return [*shapes, *_slot_days(column, (left - 0.5, right + 0.5))]


def _slot_days(column: Column, taken: tuple[float, float]) -> list[Shape]:
    """Dates over their lines, the last first, in two rows; one that finds no room has its line alone."""
    shapes: list[Shape] = []
    free = {TOP + 11.3: column.x1, TOP + 13.6: column.x1}
    rows = sorted(free)
    for slot in reversed(column.slots):
        words = slot.day.isoformat()
        wide = measure(words, 2.1) + 0.8
        left_edge = slot.x - wide < column.x0
        right = slot.x + wide if left_edge else slot.x
        row = next((y for y in rows if right <= free[y] + 0.05), None)
        if row is None or (right > taken[0] and right - wide < taken[1]):
            continue
        free[row] = right - wide
        anchor = "start" if left_edge else "end"
        x = slot.x + 0.4 if left_edge else slot.x - 0.4
        shapes.append(text(x, row, words, 2.1, "second", "start" if anchor == "start" else "end"))
    return shapes


def _phase(system: System, axis: Axis, w: Wording) -> list[Shape]:
    phase = next((phase for phase in system.phases if phase.id == axis.phase_id), None)
    named = phase.title.pick(w.tag, system.languages) if phase is not None else ""
    title = years_words(axis.first, axis.last)
    if phase is not None and says_years(named, phase.years):
        title = named
    elif named:
        title = w("{years}, {phase}", years=title, phase=named)
    x0, x1 = axis.phase.x0, axis.phase.x1
    shapes: list[Shape] = [text(x0 + 0.8, TOP + 4.6, title, _TITLE, "b")]
    scale = w("to scale: 1 year = {n} mm", n=axis.per_year)
    if measure(title, _TITLE, True) + measure(scale, _SMALL) + 6 < x1 - x0:
        shapes.append(text(x1 - 0.8, TOP + 4.6, scale, _SMALL, "second", "end"))
    every = 1 if axis.per_year >= 9 else 5 if axis.per_year * 5 >= 9 else 10
    for year in range(axis.first.year, axis.last.year + 1):
        start = axis.start(date(year, 1, 1)) if date(year, 1, 1) >= axis.first else x0
        if (year - axis.first.year) % every == 0:
            wide = axis.per_year * every
            shapes.append(text(min(start + wide / 2, x1 - 4), TOP + 9.3, str(year), _YEAR, "b", "middle"))
        if year > axis.first.year:
            shapes.append(Line(start, TOP + 6.0, start, TOP + 10.2, "year"))
    return [*shapes, *_quarter_names(axis, w), *_today(axis, w)]


def _quarter_names(axis: Axis, w: Wording) -> list[Shape]:
    """The quarters where there is room for them, but for those behind the data date."""
    if axis.per_year < _NAMED:
        return []
    left, right = _today_box(axis, w)
    shapes: list[Shape] = []
    for year in range(axis.first.year, axis.last.year + 1):
        for n in range(4):
            first = date(year, 3 * n + 1, 1)
            last = date(year, 3 * n + 3, 28)
            if first < axis.first or last > axis.last:
                continue
            middle = (axis.start(first) + axis.end(last)) / 2
            if not left - 2.5 < middle < right + 2.5:
                shapes.append(text(middle, TOP + 12.9, f"Q{n + 1}", 2.15, "second", "middle"))
    return shapes


def _today_box(axis: Axis, w: Wording) -> tuple[float, float]:
    """Left and right end of the data date's label: over its line, within the column of the line."""
    wide = measure(w("data date {day}", day=axis.as_of.isoformat()), 2.4, True) + 1.6
    x = axis.start(axis.as_of)
    column = axis.column(x)
    low, high = max(column.x0, axis.left) + 0.3, min(column.x1, RIGHT) - 0.3
    left = max(min(x - wide / 2, high - wide), low)
    return left, left + wide


def _today(axis: Axis, w: Wording) -> list[Shape]:
    left, right = _today_box(axis, w)
    words = w("data date {day}", day=axis.as_of.isoformat())
    return [
        Rect(left, _BOTTOM - 3.3, right - left, 3.1, "today-box"),
        text((left + right) / 2, _BOTTOM - 0.95, words, 2.4, "b today-ink", "middle"),
    ]
