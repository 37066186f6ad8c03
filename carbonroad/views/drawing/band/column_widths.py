"""The widths of a table's columns: those that give the fewest lines."""

from collections.abc import Sequence
from itertools import repeat
from math import fsum

from carbonroad.views.drawing.band.bill import Bill
from carbonroad.views.drawing.paper.text import lines_of, measure

_LEAST_TITLE = 34.0


def column_widths(bill: Bill, width: float, size: float) -> tuple[float, ...]:
    """Return natural widths if they fit; else narrow one column at a time, whichever saves most lines."""
    fields = bill.fields
    widths = [field.natural(size) for field in fields]
    growing = next((n for n, field in enumerate(fields) if field.grow), 0)
    rest = width - fsum(widths) + widths[growing]
    if rest >= widths[growing]:
        widths[growing] = rest
        return tuple(widths)
    options = {
        n: [field.within(size, lines) for lines in (1, 2, 3, 5, 9)]
        for n, field in enumerate(fields)
        if field.bend
    }
    level = dict.fromkeys(options, 0)
    count = _Counts(bill, size)

    def trial(levels: dict[int, int]) -> tuple[float, list[float]]:
        tried = [options[n][levels[n]] if n in options else wide for n, wide in enumerate(widths)]
        left = width - fsum(tried) + tried[growing]
        tried[growing] = max(left, 8.0)
        short = max(0.0, _LEAST_TITLE - left)
        return short * 100 + count.cost(tried), tried

    best, chosen = trial(level)
    while True:
        tries = [
            (*trial({**level, n: level[n] + 1}), {**level, n: level[n] + 1})
            for n in options
            if level[n] + 1 < len(options[n])
        ]
        if not tries:
            break
        cost, tried, levels = min(tries, key=lambda one: one[0])
        if cost >= best and fsum(chosen) <= width + 0.01 and chosen[growing] >= _LEAST_TITLE:
            break
        best, chosen, level = cost, tried, levels
    surplus = width - fsum(chosen)
    chosen[growing] += surplus if surplus > 0 else 0.0
    return tuple(chosen) if surplus >= -0.01 else _squeezed(bill, chosen, width)


def _squeezed(bill: Bill, widths: Sequence[float], width: float) -> tuple[float, ...]:
    """Take what is too much from the widest columns whose words may be broken."""
    soft = [n for n, field in enumerate(bill.fields) if field.bend or field.grow]
    hard = fsum(wide for n, wide in enumerate(widths) if n not in soft)
    left = max(width - hard, 6.0 * len(soft))
    low, high = 0.0, max(widths)
    while high - low > 0.01:
        middle = (low + high) / 2
        if fsum(min(widths[n], middle) for n in soft) <= left:
            low = middle
        else:
            high = middle
    found = [min(wide, low) if n in soft else wide for n, wide in enumerate(widths)]
    return tuple(wide * width / fsum(found) for wide in found) if fsum(found) > width + 0.01 else tuple(found)


class _Counts:
    """How many lines the cells of a table take; a column is counted once for each width that is tried."""

    def __init__(self, bill: Bill, size: float) -> None:
        self._bill = bill
        self._size = size
        self._bending = [n for n, field in enumerate(bill.fields) if field.bend and not field.grow]
        self._all = [n for n, field in enumerate(bill.fields) if field.bend or field.grow]
        self._heavy = [ref in bill.heavy for ref in bill.refs]
        self._known: dict[tuple[int, float], tuple[int, ...]] = {}
        self._wholes: dict[int, tuple[float, ...]] = {}

    def cost(self, widths: list[float]) -> float:
        """Lines of all rows, plus a little for each line outside the title."""
        highest = map(max, zip(*(self._column(n, widths[n]) for n in self._all), strict=True))
        bending = [self._column(n, widths[n]) for n in self._bending]
        bent = map(sum, zip(*bending, strict=True)) if bending else repeat(0)
        total = 0.0
        for most, others in zip(highest, bent, strict=False):
            total += most
            total += 0.2 * (others - len(bending))
        return total

    def _whole(self, column: int) -> tuple[float, ...]:
        """The widths of a column's cells on one line."""
        if column not in self._wholes:
            field = self._bill.fields[column]
            self._wholes[column] = tuple(
                measure(cell, self._size, field.bold(heavy=bold))
                for cell, bold in zip(field.cells, self._heavy, strict=True)
            )
        return self._wholes[column]

    def _column(self, column: int, wide: float) -> tuple[int, ...]:
        found = self._known.get((column, wide))
        if found is None:
            field = self._bill.fields[column]
            room = field.room(wide)
            found = tuple(
                1 if whole <= room else lines_of(cell, self._size, room, field.bold(heavy=bold))
                for cell, whole, bold in zip(field.cells, self._whole(column), self._heavy, strict=True)
            )
            self._known[column, wide] = found
        return found
