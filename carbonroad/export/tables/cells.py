"""What stands in the cells of a table, and how single values become cells."""

from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.base.values.units import Unit
from carbonroad.export.json_values import date_json
from carbonroad.link.system import Item
from carbonroad.model.items import Target
from carbonroad.model.terms import Baseline, Day, TermDays
from carbonroad.model.text import Text, plain


class Number(NamedTuple):
    """A number with what it counts: `%` and `pp` of what it measures, `x` for a multiple, else its unit."""

    value: float
    measure: str = ""


class Dated(NamedTuple):
    """A day that stands for as much as was written: a `day`, `month` or `year`."""

    day: date
    size: str = "day"


Cell = Text | str | date | Dated | int | Number | None
Row = dict[str, Cell]


def dated(day: Day | None) -> Cell:
    """Return a date as precisely as it was written."""
    if day is None:
        return None
    size = {4: "year", 7: "month"}.get(len(date_json(day) or ""), "day")
    return Dated(day.day, size)


def finished(done: Day | TermDays | None) -> Cell:
    """Return the day something was finished; of what recurs, all of them."""
    if isinstance(done, TermDays):
        return "; ".join(f"{words.text.strip()}: {day.day.isoformat()}" for words, day in done.entries)
    return dated(done)


def baseline(base: Baseline | None) -> Cell:
    """Return a baseline: its words, or its year and the value in it."""
    if base is None:
        return None
    if base.value is not None and base.year is not None:
        return f"{base.year}: {base.value:.15g}"
    return base.texts or base.words


def unit_text(unit: Unit | None) -> Text:
    """Return a unit in the languages in which it was written."""
    return Text(()) if unit is None else Text(unit.names) if unit.names else plain(unit.text)


def target_of(item: Item) -> Target:
    """Return what was written of a target."""
    if not isinstance(item.written, Target):
        raise TypeError(f"{item.ref} is no target")
    return item.written
