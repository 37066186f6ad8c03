"""One row of a list of indicators: its unit, its measured values and its targets by year."""

from carbonroad.base.texts.folding import fold
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.values.quantities import parse_value
from carbonroad.base.values.units import parse_unit
from carbonroad.importing.draft import Entries
from carbonroad.importing.lists.by_year import sort_of_value
from carbonroad.importing.lists.cells import Problem, is_empty, unreadable, words_of
from carbonroad.importing.lists.cells_values import is_number, read_value, without_percent
from carbonroad.importing.lists.columns import Column
from carbonroad.importing.lists.row_reader import RowReader
from carbonroad.importing.lists.times import latest_year
from carbonroad.importing.sheets.tables import Cell

_YEAR = lazy_pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TAIL_UNIT = lazy_pattern(r"(?<![\d.,])[\d.,]++ ?([^\d\s.,]{1,12})$")
_AT_END = lazy_pattern(r"(.*?\S)\s*[(（]([^()（）]{1,20})[)）]$")


def indicator(reader: RowReader, title: str) -> tuple[str, Entries]:
    """Return an indicator's title and its entries without an id."""
    title, unit = _unit(reader, title)
    reader.item["unit"] = unit
    reader.duties()
    reader.words("nature", "nature")
    targets: Entries = {}
    actual: Entries = {}
    for column in reader.columns:
        cell = reader.row[column.at] if column.at < len(reader.row) else None
        if cell is None or is_empty(cell):
            continue
        if column.meaning.period and column.key in ("target", "actual"):
            _value(reader, column, cell, unit, actual if column.key == "actual" else targets)
    _undated(reader, unit, targets, actual)
    if actual:
        reader.item["actual"] = dict(sorted(actual.items()))
    if targets:
        reader.item["targets"] = dict(
            sorted(targets.items(), key=lambda pair: (not pair[0].isdigit(), pair[0]))
        )
        _baseline(reader, targets)
    taken = {"unit", "owner", "lead", "support", "nature", "source", "year", "target", "actual", "baseline",
             "baseline_year"}  # fmt: skip
    if not targets and not actual:
        taken -= {"year"}
    reader.rest(frozenset(taken))
    return title, reader.item


def _unit(reader: RowReader, title: str) -> tuple[str, str]:
    """The title and the unit: from its column, from brackets behind title or header, from the values."""
    cell = reader.cell("unit")
    at_end = _AT_END.fullmatch(title)
    in_title = at_end[2].strip() if at_end and parse_unit(at_end[2]).known else ""
    if cell is not None:
        same = bool(in_title) and fold(in_title) == fold(words_of(cell))
        return (at_end[1] if same and at_end else title), words_of(cell)
    if in_title and at_end:
        return at_end[1], in_title
    headed = next(
        (column.meaning.unit for column in reader.columns if column.meaning.unit and _holds_values(column)),
        "",
    )
    if headed:
        return title, headed
    shown = [
        words_of(reader.row[c.at]) for c in reader.columns if _holds_values(c) and c.at < len(reader.row)
    ]
    units = {
        found[1] for text in shown if (found := _TAIL_UNIT.search(fold(text))) and parse_unit(found[1]).known
    }
    first = next((reader.row[c.at] for c in reader.columns if c.key == "title"), reader.row[0])
    unit = units.pop() if len(units) == 1 else reader.context.word("unit")
    if unit == reader.context.word("unit"):
        message = say('"{title}" ({cell}) has no unit.', title=title, cell=first.reference)
        reader.context.report(first, Problem("assumed", message, say("write the unit into the draft")))
    return title, unit


def _holds_values(column: Column) -> bool:
    return bool(column.meaning.period) or column.key in ("target", "actual", "baseline")


def _value(reader: RowReader, column: Column, cell: Cell, unit: str, into: Entries) -> None:
    """Read one value under its year."""
    period = column.meaning.period
    if period.startswith("plan:"):
        plan = int(period.removeprefix("plan:"))
        reader.context.plans.add(plan)
        period = reader.context.phase_id(plan)
    _put(reader, cell, column.key, unit, into, period)


def _put(reader: RowReader, cell: Cell, key: str, unit: str, into: Entries, period: str) -> None:
    """Put a value where it belongs, or keep its words where it cannot stand there."""
    value = read_value(cell)
    if parse_unit(unit).is_percent:
        value = without_percent(value)
    if key == "actual":
        made = into.get(period)
        if is_number(value) and made is None:
            into[period] = value
            return
        problem = unreadable(
            cell, say("a number"), say("write the number into the draft, or leave it in the note")
        )
    else:
        read = parse_value(value, parse_unit(unit))
        if not isinstance(read, Refusal):
            into[period] = value
            return
        message = say("{cell}: {problem}", cell=cell.reference, problem=read.message)
        problem = Problem("unreadable-cell", message, read.hint)
    reader.context.report(cell, problem)
    reader.notes.append(reader.context.labelled(_label(reader, cell), words_of(cell)))


def _label(reader: RowReader, cell: Cell) -> str:
    at = reader.row.index(cell)
    return next((" ".join(c.header.split(" > ")) for c in reader.columns if c.at == at), "")


def _undated(reader: RowReader, unit: str, targets: Entries, actual: Entries) -> None:
    """Values below headers without a year: the year stands in a column of its own, or in the deadline."""
    year_cell = reader.cell("year")
    year = _YEAR.search(fold(year_cell.text)) if year_cell is not None else None
    for key, into in (("target", targets), ("actual", actual), ("baseline", actual)):
        cell = reader.cells.get(key)
        column = next((c for c in reader.columns if c.key == key and not c.meaning.period), None)
        if cell is None or column is None or is_empty(cell) or reader.row[column.at] is not cell:
            continue
        sort = reader.cell("measure")
        if year and key == "target" and sort is not None and sort_of_value(words_of(sort)) == "actual":
            _put(reader, cell, "actual", unit, actual, year[0])
            continue
        of = _year_of(reader, key, year[0] if year else "")
        if of:
            _put(reader, cell, "actual" if key == "baseline" else key, unit, into, of)
        else:
            message = say(
                '"{words}" in {cell} belongs to no year.', words=words_of(cell), cell=cell.reference
            )
            help_ = say(
                'name the year: --map "{name}={key} 2030", or write it into the draft',
                name=column.header,
                key="target" if key == "target" else "actual",
            )
            reader.context.report(cell, Problem("unreadable-cell", message, help_))
            reader.keep(cell, key)


def _year_of(reader: RowReader, key: str, year: str) -> str:
    if key == "target":
        deadline = reader.cell("deadline")
        ends = latest_year(words_of(deadline), reader.context) if deadline is not None else ""
        return year or ends
    base = reader.cell("baseline_year")
    found = _YEAR.search(fold(base.text)) if base is not None else None
    return found[0] if found else (year if key == "actual" and reader.cell("target") is None else "")


def _baseline(reader: RowReader, targets: Entries) -> None:
    """Name the base year where a target is a change against it."""
    unit = parse_unit(str(reader.item["unit"]))
    changes = False
    for words in targets.values():
        value = parse_value(str(words), unit)
        changes = changes or (not isinstance(value, Refusal) and value.change and value.against is None)
    if not changes:
        return
    own = [column.meaning.period for column in reader.columns if column.meaning.base]
    cell = reader.cell("baseline_year")
    year = _YEAR.search(fold(cell.text)) if cell is not None else None
    base = year[0] if year else own[0] if own else ""
    if base and base.isdigit():
        reader.item["baseline"] = base
    elif cell is not None:
        reader.item["baseline"] = words_of(cell)
