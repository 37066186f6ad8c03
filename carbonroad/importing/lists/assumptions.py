"""What a table does not say and has to be assumed: what years alone mean, and decimal commas."""

from carbonroad.base.texts.said import say, sayable
from carbonroad.importing.lists.calendars import as_typed, marked
from carbonroad.importing.lists.cells import Problem, words_of
from carbonroad.importing.lists.cells_values import decimal_commas, with_point
from carbonroad.importing.lists.context import Context
from carbonroad.importing.lists.sections import Section
from carbonroad.importing.sheets.tables import Cell

_TAKEN = {
    "actual": sayable("No word says what stands below {years}; it was taken for measured values."),
    "target": sayable("No word says what stands below {years}; it was taken for targets."),
}


def about_years(section: Section, used: frozenset[int], context: Context) -> None:
    """Say what years that stand alone over values were taken for."""
    for key, message in _TAKEN.items():
        bare = [
            one
            for one in section.columns
            if one.meaning.bare and one.key == key and one.at in used and not one.mapped
        ]
        if not bare:
            continue
        cell = section.table.rows[section.header.end - 1][bare[0].at]
        names = ", ".join(column.meaning.period for column in bare)
        other = "actual" if key == "target" else "target"
        help_ = say('if not, say so with --map "{year}={key} {year}"', year=bare[0].meaning.period, key=other)
        context.report(cell, Problem("assumed", say(message, years=names), help_))


def about_calendar(section: Section, context: Context) -> None:
    """Say that marks below months were read, or that nothing stands there that can be."""
    items = [row.cells for row in section.rows if row.kind == "item"]
    if not section.calendar or not items:
        return
    cells = section.table.rows[section.header.end - 1]
    first, last = cells[min(section.calendar)], cells[max(section.calendar)]
    spans = list(section.calendar.values())
    names = {"first": as_typed(spans[0]), "last": as_typed(spans[-1])}
    if marked(section.calendar, items):
        message = say("Marks below {first} to {last} were read as when each task runs.", **names)
        help_ = say("look at the starts and finishes; write days into columns of their own to be exact")
        context.report(first, Problem("assumed", message, help_))
    elif not {column.key for column in section.columns} & {"start", "finish", "period", "takes", "deadline"}:
        message = say(
            "No words stand below {first} to {last} ({cell}), and colours are not read.",
            cell=f"{first.reference}:{last.reference}", **names,
        )  # fmt: skip
        help_ = say("type x into the coloured cells, or add columns for start and finish")
        context.report(first, Problem("unreadable-cell", message, help_))


def about_number(context: Context, cells: tuple[Cell, ...], number: str, ids: tuple[str, str]) -> None:
    """Say that a number such as A-03 stands twice; bare digits may begin anew in every group.

    Args:
        context: Takes the finding.
        cells: The row.
        number: As the row has it.
        ids: Of the first item with that number, and of this row's.
    """
    first, own = ids
    if first in ("", own) or not any(sign.isalpha() for sign in number):
        return
    cell = next((one for one in cells if number in one.text), cells[0])
    message = say(
        '"{number}" in {cell} stands twice; the second is called {ident} in the draft.',
        number=number, cell=cell.reference, ident=own,
    )  # fmt: skip
    context.report(cell, Problem("assumed", message, say("give it a number of its own in the list")))


def read_decimal_commas(section: Section, context: Context) -> None:
    """Read decimal commas, where the table has such, and say so."""
    columns = [
        one.at for one in section.columns if one.meaning.period or one.key in ("target", "actual", "baseline")
    ]
    cells = [
        row.cells[at] for row in section.rows if row.kind == "item" for at in columns if at < len(row.cells)
    ]
    if not decimal_commas([words_of(cell) for cell in cells]):
        return
    first = next(cell for cell in cells if "," in cell.text)
    message = say(
        'Numbers such as "{words}" in {cell} were read with a decimal comma.',
        words=words_of(first),
        cell=first.reference,
    )
    context.report(first, Problem("assumed", message, say("write a decimal point if that is wrong")))
    for number, row in enumerate(section.rows):
        changed = tuple(
            cell._replace(text=with_point(words_of(cell))) if at in columns else cell
            for at, cell in enumerate(row.cells)
        )
        section.rows[number] = row._replace(cells=changed)
